package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/docgen-go/docgen/cmd/docgen/internal/config"
)

func TestInit(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "harbor-go")
	write(t, filepath.Join(dir, "go.mod"), "module harbor.example/go\n")
	t.Chdir(dir)
	docgen(t, "init", "../my docs").expect(t, exitOK, "", "docgen.yaml and generate.go: written; ../my docs is not there yet: put the pages there, or name others in docgen.yaml, then run")
	file, err := config.Load(config.FileName)
	if err != nil {
		t.Fatal(err)
	}
	if got := file.Targets[0]; got.Docs != "../my docs" || got.Output != "." || got.Package != "harborgo" {
		t.Errorf("got %+v", got)
	}
	source := contentOf(t, dir)
	if want := "package harborgo\n\n//go:generate go run " + commandPath + "@latest generate\n"; !strings.Contains(source, want) {
		t.Errorf("no %q in\n%s", want, source)
	}
	docgen(t, "init").expect(t, exitFailed, "", "docgen.yaml: there is one already, and init replaces nothing")
	if contentOf(t, dir) != source {
		t.Error("a second run changed something")
	}
}

// TestInitExampleIsRight takes the comment signs off the proposals.
func TestInitExampleIsRight(t *testing.T) {
	t.Chdir(t.TempDir())
	docgen(t, "init", "--package=harbor").expect(t, exitOK, "", "written")
	text, err := os.ReadFile(config.FileName)
	if err != nil {
		t.Fatal(err)
	}
	for _, key := range []string{"module:", "dialects:", "base_url:", "authentication:", "  add:", "    session:", "  replace:", "    harbor_api_key:", "  remove:", "fixed:", "  beta.**:", "list_styles:", "  \"**\":", "final_statuses:", "  Parcel.status:", "include:", "exclude:", "types:", "  Parcel.weight:", "  Parcel.tags:", "  parcels.list.since:", "rename:", "  resources:", "  methods:", "  types:", "  fields:"} {
		text = uncomment(t, text, "    ", key)
	}
	for _, key := range []string{"diff:", "  severity:", "    RULE:"} {
		text = uncomment(t, text, "", key)
	}
	file, err := config.Parse(config.FileName, text)
	if err != nil {
		t.Fatal(err)
	}
	if got := file.Targets[0]; got.Docs != "docs" || got.BaseURL.Value == "" || len(got.Types) != 3 || len(got.FinalStatuses) != 1 || len(got.Fixed) != 1 || len(got.ListStyles) != 1 || len(got.Authentication.Add)+len(got.Authentication.Replace)+len(got.Authentication.Remove) != 3 || len(got.Rename.All()) != 4 || len(file.Diff.Severity) != 1 {
		t.Errorf("got %+v", got)
	}
}

// uncomment makes a commented line count.
func uncomment(t *testing.T, text []byte, indent, key string) []byte {
	t.Helper()
	at := "\n" + indent + "# " + key
	if !strings.Contains(string(text), at) {
		t.Fatalf("no %q", at)
	}
	return []byte(strings.Replace(string(text), at, "\n"+indent+key, 1))
}

func TestInitKnowsItsModuleAndPackage(t *testing.T) {
	root := t.TempDir()
	write(t, filepath.Join(root, "go.mod"), "module harbor.example\n\ntool (\n\t"+commandPath+" // docs\n)\n")
	write(t, filepath.Join(root, "port", "a_test.go"), "package wrong_test\n")
	write(t, filepath.Join(root, "port", "own.go"), "// Package quay is old.\npackage quay\n")
	t.Chdir(filepath.Join(root, "port"))
	docgen(t, "init").expect(t, exitOK, "", "written")
	if got := contentOf(t, "."); !strings.Contains(got, "package quay\n\n//go:generate go tool docgen generate\n") {
		t.Error(got)
	}
}

func TestInitWritesBothFilesOrNone(t *testing.T) {
	t.Chdir(t.TempDir())
	write(t, "./generate.go", "package harbor\n")
	docgen(t, "init").expect(t, exitFailed, "", "generate.go: there is one already")
	if _, err := os.Stat(config.FileName); err == nil {
		t.Error("docgen.yaml was written")
	}
	docgen(t, "init", "--package=a-b").expect(t, exitUsage, "", `"a-b" is no name for a Go package`)
	docgen(t, "init", "a", "b").expect(t, exitUsage, "", "unexpected argument b")
}

func TestInitPrintsTheSchema(t *testing.T) {
	t.Chdir(t.TempDir())
	docgen(t, "init", "--schema").expect(t, exitOK, `"$id": "`+config.SchemaURL+`"`, "")
	if _, err := os.Stat(config.FileName); err == nil {
		t.Error("a file was written too")
	}
}
