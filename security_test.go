package docgen_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestSecurityListIsHeld reports tests that SECURITY.md names and that are not
// there, and rows that name none.
func TestSecurityListIsHeld(t *testing.T) {
	text, err := os.ReadFile("SECURITY.md")
	if err != nil {
		t.Fatal(err)
	}
	_, list, ok := strings.Cut(string(text), "## Attacks")
	list, _, end := strings.Cut(list, "\n## ")
	if !ok || !end {
		t.Fatal("SECURITY.md has no list of attacks")
	}
	declared := declaredTests(t)
	name := regexp.MustCompile("`((?:Test|Fuzz)[A-Za-z0-9]+)`")
	rows := 0
	for line := range strings.Lines(list) {
		if !strings.HasPrefix(line, "| ") || strings.HasPrefix(line, "| attack ") {
			continue
		}
		rows++
		named := name.FindAllStringSubmatch(line, -1)
		if len(named) == 0 {
			t.Errorf("no test holds off: %s", line)
		}
		for _, n := range named {
			if !declared[n[1]] {
				t.Errorf("there is no test %s", n[1])
			}
		}
	}
	if rows < 15 {
		t.Errorf("only %d attacks were found in the list", rows)
	}
}

// declaredTests returns the names of the tests and fuzz targets of the module.
func declaredTests(t *testing.T) map[string]bool {
	t.Helper()
	declaration := regexp.MustCompile(`(?m)^func ((?:Test|Fuzz)\w+)\(`)
	names := map[string]bool{}
	err := filepath.WalkDir(".", func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || !strings.HasSuffix(path, "_test.go") {
			return err
		}
		text, err := os.ReadFile(path)
		for _, m := range declaration.FindAllSubmatch(text, -1) {
			names[string(m[1])] = true
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return names
}
