package templates

import (
	"go/format"
	"go/parser"
	"go/token"
	"slices"
	"strings"
	"testing"
)

var allParts = []string{PartUnion, PartDate, PartMultipart, PartPaging, PartStream, PartAdd, PartWebhook}

func TestRuntimeSources(t *testing.T) {
	files, err := Runtime(allParts...)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		source := f.Source("harbor", "A header.")
		parsed, err := parser.ParseFile(token.NewFileSet(), f.Name, source, parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		if parsed.Name.Name != "harbor" || !strings.HasPrefix(string(source), "// A header.\n\npackage harbor\n") {
			t.Errorf("%s begins with %.60q", f.Name, source)
		}
		if formatted, err := format.Source(source); err != nil || string(formatted) != string(source) {
			t.Errorf("%s is not formatted: %v", f.Name, err)
		}
		for _, i := range parsed.Imports {
			if strings.Contains(i.Path.Value, ".") {
				t.Errorf("%s imports %s, which is not in the standard library", f.Name, i.Path.Value)
			}
		}
	}
}

func TestRuntimeParts(t *testing.T) {
	names := func(parts ...string) []string {
		files, err := Runtime(parts...)
		if err != nil {
			t.Fatal(err)
		}
		var out []string
		for _, f := range files {
			out = append(out, f.Name)
		}
		return out
	}
	bare, all := names(), names(allParts...)
	for _, name := range []string{"runtime_union.go", "runtime_date.go", "runtime_multipart.go",
		"runtime_paging.go", "runtime_stream.go", "runtime_events.go", "runtime_lines.go"} {
		if slices.Contains(bare, name) || !slices.Contains(all, name) {
			t.Errorf("%s: is it a part? %v, %v", name, bare, all)
		}
	}
	for _, name := range []string{"runtime_stub.go", "runtime_doc.go", "runtime_object_test.go"} {
		if slices.Contains(all, name) {
			t.Errorf("%s is carried", name)
		}
	}
	if !slices.Contains(bare, "runtime_test.go") {
		t.Errorf("the helpers of generated tests are missing from %v", bare)
	}
}

func TestIdentifiers(t *testing.T) {
	got, err := Identifiers()
	if err != nil {
		t.Fatal(err)
	}
	if !slices.IsSorted(got) {
		t.Error("not sorted")
	}
	for _, name := range []string{"Opt", "Error", "File", "Date", "Client", "NewClient", "credentials", "roundTrip", "null", "kindAny", "repeat"} {
		if !slices.Contains(got, name) {
			t.Errorf("%s is missing", name)
		}
	}
	for _, name := range []string{"Get", "TestRequestURL", "node", "sample"} {
		if slices.Contains(got, name) {
			t.Errorf("%s is no name of every package", name)
		}
	}
}
