package release

import (
	"runtime/debug"
	"testing"
)

func TestPin(t *testing.T) {
	const latest = "https://raw.githubusercontent.com/docgen-go/docgen/main/model/schema.json"
	for version, want := range map[string]string{
		"v0.4.1":                               "https://raw.githubusercontent.com/docgen-go/docgen/v0.4.1/model/schema.json",
		"v1.0.0-rc.1":                          "https://raw.githubusercontent.com/docgen-go/docgen/v1.0.0-rc.1/model/schema.json",
		"v0.0.0-20261126152800-c4c15da0abcd":   latest,
		"v0.4.2-0.20261126152800-c4c15da0abcd": latest,
		"":                                     latest,
	} {
		if got := pin(latest, version); got != want {
			t.Errorf("%q: %s, want %s", version, got, want)
		}
	}
}

func TestVersion(t *testing.T) {
	for name, c := range map[string]struct {
		info debug.BuildInfo
		want string
	}{
		"the command":     {debug.BuildInfo{Main: debug.Module{Path: module, Version: "v0.4.1"}}, "v0.4.1"},
		"a changed tree":  {debug.BuildInfo{Main: debug.Module{Path: module, Version: "v0.4.1+dirty"}}, ""},
		"a build by hand": {debug.BuildInfo{Main: debug.Module{Path: module, Version: "(devel)"}}, ""},
		"a dependency": {debug.BuildInfo{
			Main: debug.Module{Path: "harbor.example/docs", Version: "v9.0.0"}, Deps: []*debug.Module{{Path: module, Version: "v0.4.1"}},
		}, "v0.4.1"},
		"a replaced one": {debug.BuildInfo{Deps: []*debug.Module{{Path: module, Version: "v0.4.1", Replace: &debug.Module{Path: "../docgen"}}}}, ""},
	} {
		if got := versionIn(&c.info); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}
