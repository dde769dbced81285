package gopkgs_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/docgen-go/docgen/cmd/docgen/internal/gopkgs"
)

// module lays files out as a module and returns its folder.
func module(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	files["go.mod"] = "module example.com/quay\n\ngo 1.26\n"
	for name, text := range files {
		to := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(to, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestLoad(t *testing.T) {
	dir := module(t, map[string]string{
		"tug/tug.go":        "package tug\n\ntype Tug struct{ Name string }\n",
		"main.go":           "package main\n\nimport \"example.com/quay/tug\"\n\nfunc main() { _ = tug.Tug{Name: \"a\"} }\n",
		"tug/tug_test.go":   "package tug\n\nvar inside = Tug{}\n",
		"tug/other_test.go": "package tug_test\n\nimport \"example.com/quay/tug\"\n\nvar outside = tug.Tug{}\n",
	})
	for name, c := range map[string]struct {
		tests bool
		want  string
	}{
		"without tests": {false, "example.com/quay example.com/quay/tug"},
		"with tests":    {true, "example.com/quay example.com/quay/tug example.com/quay/tug [example.com/quay/tug.test] example.com/quay/tug_test [example.com/quay/tug.test]"},
	} {
		t.Run(name, func(t *testing.T) {
			pkgs, err := gopkgs.Load(t.Context(), []string{"./..."}, gopkgs.Options{Dir: dir, Tests: c.tests})
			if err != nil {
				t.Fatal(err)
			}
			var ids []string
			for _, p := range pkgs {
				ids = append(ids, p.ID)
				if p.Types == nil || len(p.Syntax) == 0 || p.TypesInfo == nil {
					t.Errorf("%s has no types or no syntax", p.ID)
				}
			}
			if got := strings.Join(ids, " "); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

func TestLoadRefuses(t *testing.T) {
	for name, c := range map[string]struct {
		pattern, main, want string
	}{
		"no such folder":    {"./nowhere", "package main\n\nfunc main() {}\n", "nowhere"},
		"no package":        {"./empty/...", "package main\n\nfunc main() {}\n", "no packages"},
		"not Go":            {"./...", "package main\n\nfunc main() {\n", "main.go:4"},
		"a type that lacks": {"./...", "package main\n\nfunc main() { var _ Tug }\n", "main.go:3:21: undefined: Tug"},
		"a missing import":  {"./...", "package main\n\nimport _ \"example.com/quay/buoy\"\n\nfunc main() {}\n", "example.com/quay/buoy"},
		"many faults":       {"./...", "package main\n\nfunc main() { a(); b(); c(); d(); e(); f(); g() }\n", "and 2 more"},
	} {
		t.Run(name, func(t *testing.T) {
			dir := module(t, map[string]string{"main.go": c.main, "empty/README.md": "no Go"})
			_, err := gopkgs.Load(t.Context(), []string{c.pattern}, gopkgs.Options{Dir: dir})
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("the error is %v, want one with %q", err, c.want)
			}
		})
	}
}
