package lock

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/docgen-go/docgen/emit/naming"
)

var sample = &File{Tool: "v1.2.3", Targets: map[string]*Target{
	"internal/port": {Language: Go, Docs: "sha256:ab", Names: naming.Table{}},
	"internal/my harbor": {Language: Go, Docs: "sha256:cd", Names: naming.Table{
		naming.NewKey("type", "Parcel"):                      "Parcel",
		naming.NewKey("field", "Parcel", "id"):               "ID",
		naming.NewKey("field", "Parcel", "a = b\n\"\\\x00"):  "AB",
		naming.NewKey("field", "Parcel", ""):                 "Empty",
		naming.NewKey("value", "Status", `"in_transit"`):     "StatusInTransit",
		naming.NewKey("param", "parcels.list", "query", "日"): "X日",
	}},
}}

const sampleText = head + `docgen v1.2.3

target "internal/my harbor"
language go
docs sha256:cd
field Parcel "" = Empty
field Parcel "a = b\n\"\\" "" = AB
field Parcel id = ID
param parcels.list query "日" = "X日"
type Parcel = Parcel
value Status "\"in_transit\"" = StatusInTransit

target internal/port
language go
docs sha256:ab
`

func TestRoundTrip(t *testing.T) {
	text := string(sample.Text())
	if diff := cmp.Diff(sampleText, text); diff != "" {
		t.Error(diff)
	}
	got, err := Parse("docgen.lock", strings.ReplaceAll(text, "\n", "\r\n"))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(sample, got); diff != "" {
		t.Error(diff)
	}
}

func TestParseRefuses(t *testing.T) {
	for text, want := range map[string]string{
		"polish\n":                             "docgen.lock:1:1: this line is not what docgen writes",
		"docs x\n":                             "docgen.lock:1:1: this line is not what docgen writes",
		"target a\ntype Parcel Parcel\n":       "docgen.lock:2:1: this line is not what docgen writes",
		"target a\n\ntarget a\n":               "docgen.lock:3:1: target a comes twice",
		"target a\n<<<<<<< HEAD\n":             "docgen.lock:2:1: a merge is not finished",
		"target a\ntype \"P = P\n":             "docgen.lock:2:1: a quoted text is broken",
		"target a\ntype \"P\"Q = P\n":          "docgen.lock:2:1: a quoted text is broken",
		"target a\ntype P = P\ntype P = Q\n":   "docgen.lock:3:1: type P has two names, P and Q",
		"target a\ntype P = P-Q\n":             `docgen.lock:2:1: "P-Q" is no name that Go allows`,
		"target a\ntype P = type\n":            `docgen.lock:2:1: "type" is no name that Go allows`,
		"target a\ntype P = \"P\\n\"\n":        `docgen.lock:2:1: "P\n" is no name that Go allows`,
		"target a\ntype P = P\nfield P x = \n": "docgen.lock:3:1: this line is not",
		"target a\nlanguage cobol\n":           "docgen.lock:2:1: the target is a package in cobol, and this docgen writes go",
		"target a\nrules members = 9\n":        "docgen.lock:2:1: names were chosen by rules 9",
		"target a\nrules spelling = 1\n":       "docgen.lock:2:1: there are rules for spelling that this docgen does not know",
		"target a\nrules casing fields = s\n":  "docgen.lock:2:1: names are written in the casing s",
	} {
		if _, err := Parse("docgen.lock", text); err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%q\n got %v\nwant %s", text, err, want)
		}
	}
}

func TestLoad(t *testing.T) {
	name := filepath.Join(t.TempDir(), FileName)
	if f, err := Load(name); err != nil || len(f.Targets) != 0 {
		t.Errorf("a file that is not there: %v, %v", f, err)
	}
	if err := os.WriteFile(name, sample.Text(), 0o600); err != nil {
		t.Fatal(err)
	}
	if f, err := Load(name); err != nil || cmp.Diff(sample, f) != "" {
		t.Errorf("got %v, %v", f, err)
	}
}

func FuzzParse(f *testing.F) {
	f.Add(sampleText)
	f.Add("target a\ntype \"\\xff\" = \"a\"\n")
	f.Fuzz(func(t *testing.T, text string) {
		file, err := Parse("docgen.lock", text)
		if err != nil {
			return
		}
		again, err := Parse("docgen.lock", string(file.Text()))
		if err != nil {
			t.Fatal(err)
		}
		if file.Tool == "" {
			file.Tool = "devel"
		}
		if diff := cmp.Diff(file, again); diff != "" {
			t.Error(diff)
		}
	})
}
