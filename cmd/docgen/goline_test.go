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
	checkGraph(t, goTool)
	if out := goTool("tool", "docgen", "version"); !strings.HasPrefix(out, "docgen ") {
		t.Errorf("docgen version says %s", out)
	}
}

// checkGraph demands that docgen asks its users for no module that its command is not built of.
// go-cmp is for tests, and in every graph with golang.org/x/tools.
func checkGraph(t *testing.T, goTool func(args ...string) string) {
	t.Helper()
	built := strings.Fields(goTool("list", "-deps", "-f", "{{with .Module}}{{.Path}}{{end}}", "github.com/docgen-go/docgen/cmd/docgen"))
	asked := 0
	for line := range strings.Lines(goTool("mod", "graph")) {
		from, to, _ := strings.Cut(strings.TrimSpace(line), " ")
		module, _, _ := strings.Cut(to, "@")
		if !strings.HasPrefix(from, "github.com/docgen-go/docgen@") || module == "go" || module == "toolchain" {
			continue
		}
		if asked++; !slices.Contains(built, module) && module != "github.com/google/go-cmp" {
			t.Errorf("docgen asks for %s, of which it is not built; keep what only tests need in a module of testdata", to)
		}
	}
	if asked < 5 {
		t.Errorf("docgen asks for %d modules only", asked)
	}
}
