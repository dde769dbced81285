package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/alecthomas/kong"

	"github.com/docgen-go/docgen/cmd/docgen/internal/config"
	"github.com/docgen-go/docgen/parser"
	"github.com/docgen-go/docgen/parser/format"
)

func TestInit(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "harbor-go")
	write(t, filepath.Join(dir, "go.mod"), "module harbor.example/go\n")
	t.Chdir(dir)
	docgen(t, "init", "../my docs").expect(t, exitOK, "", "docgen.yaml, generate.go and .gitattributes: written; ../my docs is not there yet: put the pages there, or name others in docgen.yaml, then run")
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
	for _, key := range []string{"module:", "package_version:", "interfaces:", "dialects:", "base_url:", "authentication:", "  add:", "    session:", "  replace:", "    harbor_api_key:", "  remove:", "fixed:", "  beta.**:", "list_styles:", "  \"**\":", "final_statuses:", "  Parcel.status:", "include:", "exclude:", "types:", "  Parcel.weight:", "  Parcel.tags:", "  parcels.list.since:", "rename:", "  resources:", "  methods:", "  types:", "  fields:"} {
		text = uncomment(t, text, "    ", key)
	}
	for _, key := range []string{"diff:", "  severity:", "    RULE:", "drift:", "  - docs:", "    packages:", "    ignore:", "    fail_on:", "    confidence:", "    severity:"} {
		text = uncomment(t, text, "", key)
	}
	file, err := config.Parse(config.FileName, text)
	if err != nil {
		t.Fatal(err)
	}
	if got := file.Targets[0]; got.Docs != "docs" || got.BaseURL.Value == "" || len(got.Types) != 3 || len(got.FinalStatuses) != 1 || got.PackageVersion.Value == "" || len(got.Interfaces) != 2 || len(got.Fixed) != 1 || len(got.ListStyles) != 1 || len(got.Authentication.Add)+len(got.Authentication.Replace)+len(got.Authentication.Remove) != 3 || len(got.Rename.All()) != 4 || len(file.Diff.Severity) != 1 || len(file.Drift) != 1 || len(file.Drift[0].Severity) != 1 {
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

// TestInitFrom sets up each reference of the list.
func TestInitFrom(t *testing.T) {
	list := docgen(t, "init", "--list")
	for _, known := range knownReferences() {
		t.Chdir(t.TempDir())
		pull := "docgen pull " + known.URL + " -o docs"
		docgen(t, "init", "--from", known.Name).expect(t, exitOK, "", "take the pages of "+known.Vendor+" with \""+pull)
		file, err := config.Load(config.FileName)
		if err != nil {
			t.Fatal(err)
		}
		if got := file.Targets[0]; got.Docs != "docs" || got.Package != known.Name {
			t.Errorf("got %+v", got)
		}
		if text := textOf(t, config.FileName); !strings.Contains(text, "\n  # Its pages come from: "+pull) {
			t.Errorf("%s: the file does not say where its pages are", known.Name)
		}
		if !strings.Contains(list.stdout, known.URL) {
			t.Errorf("%s is not listed", known.Name)
		}
		args := append([]string{"pull", "--dry-run", known.URL}, known.With...)
		if _, err := newParser(kong.Bind(&session{})).Parse(args); err != nil {
			t.Errorf("%v: %v", args, err)
		}
		if day, err := time.Parse(time.DateOnly, known.Seen); err != nil || day.IsZero() || known.SeenAt == "" || known.Vendor == "" {
			t.Errorf("%s does not say when and where it was seen", known.Name)
		}
		if !slices.ContainsFunc(parser.Formats(), func(f format.Format) bool { return f.Name() == known.Format }) {
			t.Errorf("%s: there is no format %q", known.Name, known.Format)
		}
	}
	docgen(t, "init", "--from", "opanai").expect(t, exitUsage, "", `did you mean openai?`)
}

// TestInitWritesAttributes writes what keeps files the same on all systems, and replaces nothing.
func TestInitWritesAttributes(t *testing.T) {
	t.Chdir(t.TempDir())
	docgen(t, "init", "pages/harbor", "--package=harbor").expect(t, exitOK, "", "written")
	text := textOf(t, attributesFile)
	for _, line := range []string{"*.go text eol=lf\n", "docgen.lock text eol=lf\n", "pages/harbor/** -text\n"} {
		if !strings.Contains(text, line) {
			t.Errorf("no %q in %s", line, text)
		}
	}
	t.Chdir(t.TempDir())
	write(t, "./"+attributesFile, "*.go  text  eol=lf\r\n*.png binary\n")
	r := docgen(t, "init", "../docs", "--package=harbor")
	r.expect(t, exitOK, "", "add these lines, which keep files the same on all systems:\n\tdocgen.lock text eol=lf\n")
	if strings.Contains(r.stderr, "*.go") || strings.Contains(r.stderr, "** -text") || textOf(t, attributesFile) != "*.go  text  eol=lf\r\n*.png binary\n" {
		t.Errorf("got %s", r.stderr)
	}
}
