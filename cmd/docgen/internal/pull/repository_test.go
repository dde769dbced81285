package pull

import (
	"strings"
	"testing"
)

// TestCloneHint tells who names a folder of a git repository how to get at it.
func TestCloneHint(t *testing.T) {
	for raw, want := range map[string]string{
		"https://git.example/harbor/docs/tree/main/api":          `clone it (git clone --depth 1 --branch main https://git.example/harbor/docs.git) and name the folder "api"`,
		"https://git.example/a/b/harbor/-/tree/v1.2/docs/api/":   `--branch v1.2 https://git.example/a/b/harbor.git) and name the folder "docs/api"`,
		"https://git.example/harbor/docs/src/branch/main/api.md": `--branch main https://git.example/harbor/docs.git) and name the folder "api.md"`,
		"https://git.example/harbor/docs.git":                    "is that of a git repository",
		"git@git.example:harbor/docs.git":                        "is that of a git repository",
		"ssh://git@git.example/harbor/docs":                      "is that of a git repository",
		"https://docs.harbor.example/api":                        "",
		"https://docs.harbor.example/api/tree":                   "",
	} {
		if got := cloneHint(raw); !strings.Contains(got, want) || (got == "") != (want == "") {
			t.Errorf("%s: %q", raw, got)
		}
	}
}

// TestPullOfRepository says so where the host of a repository answers with web pages.
func TestPullOfRepository(t *testing.T) {
	s := newSite(t, map[string]string{"/harbor/docs/tree/main/api": "<!doctype html><html></html>"})
	o := s.options(t.TempDir())
	o.URL = strings.TrimSuffix(o.URL, "api/") + "harbor/docs/tree/main/api"
	if _, err := Pull(t.Context(), o); err == nil || !strings.Contains(err.Error(), "a sitemap (.xml); if /harbor/docs is a git repository, clone it") {
		t.Error(err)
	}
	o.URL = "git@git.example:harbor/docs.git"
	if err := o.Validate(); err == nil || !strings.Contains(err.Error(), "holds no published pages; the address is that of a git repository") {
		t.Error(err)
	}
}
