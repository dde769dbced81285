package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// TestGoLine adds docgen as a tool to a module that asks for the oldest release that docgen
// builds with, and demands that the module's own line stays as it is.
func TestGoLine(t *testing.T) {
	root, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(filepath.Join(root, "go.mod"))
	if err != nil {
		t.Fatal(err)
	}
	line := regexp.MustCompile(`(?m)^go (\S+)$`).FindSubmatch(text)
	if line == nil || !strings.HasSuffix(string(line[1]), ".0") {
		t.Fatalf("docgen asks for Go %s, which is no first release", line)
	}
	dir := t.TempDir()
	write(t, filepath.Join(dir, "go.mod"), "module example.test/client\n\ngo "+string(line[1])+"\n")
	goTool := func(args ...string) string {
		cmd := exec.CommandContext(t.Context(), "go", args...)
		cmd.Dir = dir
		cmd.Env = append(os.Environ(), "GOFLAGS=-mod=mod", "GOTOOLCHAIN=local", "GOWORK=off")
		out, err := cmd.CombinedOutput()
		if err != nil {
			t.Fatalf("go %v: %v: %s", args, err, out)
		}
		return string(out)
	}
	goTool("mod", "edit", "-require=github.com/docgen-go/docgen@v0.0.0", "-replace=github.com/docgen-go/docgen="+root, "-tool=github.com/docgen-go/docgen/cmd/docgen")
	goTool("mod", "tidy")
	after, err := os.ReadFile(filepath.Join(dir, "go.mod"))
	if err != nil {
		t.Fatal(err)
	}
	if lines := strings.Split(string(after), "\n"); !slices.Contains(lines, "go "+string(line[1])) || strings.Contains(string(after), "toolchain") {
		t.Errorf("the module is now\n%s", after)
	}
	if out := goTool("tool", "docgen", "version"); !strings.HasPrefix(out, "docgen ") {
		t.Errorf("docgen version says %s", out)
	}
}
