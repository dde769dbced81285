package rendered

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"github.com/docgen-go/docgen/parser/format/sdkdocs/dialect/python"
	"github.com/docgen-go/docgen/parser/page"
)

func TestRewrite(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			a, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if len(a.Files) != 2 {
				t.Fatalf("%d files, want copy.md and page.md", len(a.Files))
			}
			text := a.Files[0].Data
			if !Detect(text) {
				t.Error("not detected")
			}
			raw, lines, _ := Rewrite(text, nil)
			if diff := cmp.Diff(string(a.Files[1].Data), string(raw)); diff != "" {
				t.Errorf("page (-want +got):\n%s", diff)
			}
			checkLines(t, string(text), string(raw), lines)
			if Detect(raw) {
				t.Error("the rebuilt page is detected as a copy")
			}
		})
	}
}

// checkLines holds every line against the one it was made from: at least its
// last word is there, escapes aside.
func checkLines(t *testing.T, text, raw string, lines []int32) {
	t.Helper()
	from := strings.Split(text, "\n")
	made := strings.Split(strings.TrimSuffix(raw, "\n"), "\n")
	if len(made) != len(lines) {
		t.Fatalf("%d lines, %d origins", len(made), len(lines))
	}
	for i, line := range made {
		words := strings.Fields(strings.Trim(line, " `"))
		if lines[i] == 0 || len(words) == 0 || strings.HasPrefix(line, "#") {
			continue
		}
		origin := unescape(from[lines[i]-1])
		if last := strings.Trim(words[len(words)-1], "`{}"); !strings.Contains(origin, last) {
			t.Errorf("line %d %q was not made from line %d %q", i+1, line, lines[i], origin)
		}
	}
}

func TestDetect(t *testing.T) {
	for _, tc := range []struct {
		name, text string
		want       bool
	}{
		{"verb", "# List parcels\n\nGET/parcels\n", true},
		{"section", "# Depots\n\n##### ModelsExpand Collapse\n", true},
		{"published", "# List parcels\n\n**get** `/parcels`\n\n```http\nGET/parcels\n```\n", false},
		{"prose", "# Expand Collapse buttons\n\nGET /parcels lists parcels.\n", false},
		{"words", "Press Expand Collapse\n", false},
		{"empty", "", false},
	} {
		if got := Detect([]byte(tc.text)); got != tc.want {
			t.Errorf("%s: Detect is %v", tc.name, got)
		}
	}
}

func TestForeign(t *testing.T) {
	for text, want := range map[string]bool{
		"# List\n\nclient.Parcels.List(ctx, query) (\\*Page, error)\n\nGET/parcels\n":      true,
		"# List\n\ndepots.spare\\_parts.list(ListParams\\*\\*kwargs)\n\nGET/spare_parts\n": true,
		"# List\n\nLists parcels (all).\n\nGET/parcels\n":                                  false,
		"# List\n\nGET/parcels\n": false,
	} {
		if got := Foreign([]byte(text)); got != want {
			t.Errorf("Foreign(%q) is %v", text, got)
		}
	}
}

func TestAddress(t *testing.T) {
	const want = "https://docs.harbor.example/api/"
	if got := Address([]byte("<!-- source: " + want + " -->\n\n# Harbor\n")); got != want {
		t.Errorf("Address is %q", got)
	}
	if got := Address([]byte("# Harbor\n\n<!-- source: " + want + " -->\n")); got != "" {
		t.Errorf("Address is %q where the first line holds none", got)
	}
}

func TestEvents(t *testing.T) {
	const event = "A parcel left.\n\nid: string\n\nOBJECT\n\n### parcel.left\n\n  \"id\": \"p_1\"\n\n"
	if got := Events([]byte(event + event)); got != 2 {
		t.Errorf("%d events, want 2", got)
	}
}

func TestConstraint(t *testing.T) {
	for line, want := range map[string]string{
		"minimum0": "minimum: 0", "maximum-1.5": "maximum: -1.5", "formatdate-time": "format: date-time",
		"maxLength64": "maxLength: 64", `pattern^\_[a-z]+$`: "pattern: ^_[a-z]+$", "defaulttrue": "default: true",
		"formatted": "", "minimum weight": "", "formats": "", "default": "",
	} {
		got, ok := constraint(paragraph{lines: []string{line}})
		if got != want || ok != (want != "") {
			t.Errorf("constraint(%q) is %q", line, got)
		}
	}
}

func FuzzRewrite(f *testing.F) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil {
		f.Fatal(err)
	}
	for _, file := range files {
		a, err := txtar.ParseFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(a.Files[0].Data)
	}
	f.Add([]byte("# A\n\nGET/a\n\n##### ReturnsExpand Collapse\n\nA object { , , }\n\nOne of the following:\n\n\"``\"\n"))
	f.Add([]byte("A.\n\nid: string\n\nOBJECT\n\n### a\n\n  \"id\": 1\n\nB.\n\n- `x`\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		text, fault, _ := page.Clean(data)
		if fault == page.FaultBinary || fault == page.FaultHTML {
			return
		}
		Detect(text)
		Foreign(text)
		raw, lines, _ := Rewrite(text, nil)
		checkOrigins(t, text, raw, lines)
		raw, lines, _, lost := RewriteEvents(text, nil)
		checkOrigins(t, text, raw, lines)
		if !slices.IsSorted(lost.Lines) {
			t.Fatalf("lost are %+v", lost)
		}
		survey, library := NewSurvey(), NewLibrary()
		survey.Add(text)
		library.Add(text, survey)
		raw, lines, lost = RewriteIn(python.Dialect{}, text, BaseOf(text, survey), library)
		checkOrigins(t, text, raw, lines)
		if !slices.IsSorted(lost.Lines) || lost.Items > len(lost.Lines) {
			t.Fatalf("lost are %+v", lost)
		}
	})
}

func checkOrigins(t *testing.T, text, raw []byte, lines []int32) {
	t.Helper()
	if n := strings.Count(string(raw), "\n"); n != len(lines) {
		t.Fatalf("%d lines, %d origins", n, len(lines))
	}
	count := int32(strings.Count(string(text), "\n") + 1)
	for _, line := range lines {
		if line < 0 || line > count {
			t.Fatalf("line %d of %d", line, count)
		}
	}
}
