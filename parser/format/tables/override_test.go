package tables_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/parser"
	"github.com/docgen-go/docgen/parser/format"
)

// ownWords is a page whose words and marks no common rule knows.
const ownWords = `# Trees

## Plant a tree

POST /orchards/:orchard_id/trees/<tree>

### Mitgabe

| Zutat | Sorte | Nötigkeit |
|-------|-------|-----------|
| kind | string | jawohl |
| owner.name | string | ach nein |
| age | integer (n) | jawohl |

### Ausbeute

| Zutat | Sorte |
|-------|-------|
| id | string |
| label (o) | string |
`

// described are the facts of the only method of some pages, in a line each.
func described(t *testing.T, text string, marks *format.Marks) []string {
	t.Helper()
	text = strings.ReplaceAll(text, "POST /orchards/:orchard_id/trees/<tree>", "`POST /orchards/:orchard_id/trees/<tree>`")
	api, _, err := parser.Parse(t.Context(), fstest.MapFS{"trees.md": {Data: []byte(text)}}, parser.Options{Tables: marks})
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	add := func(where string, t *model.Type) {
		if t = api.Resolve(t); t == nil {
			return
		}
		for _, f := range t.Fields {
			out = append(out, fmt.Sprintf("%s %s %s required=%t nullable=%t", where, f.Name, api.Resolve(f.Type).Kind, f.Required, f.Nullable))
		}
	}
	for _, m := range api.Methods {
		out = append(out, m.Verb+" "+m.Path)
		if m.Body != nil {
			add("body", m.Body.Type)
		}
		if m.Returns != nil {
			add("result", m.Returns.Type)
		}
	}
	return out
}

// TestMarks reads a page by the words and marks that the caller names.
func TestMarks(t *testing.T) {
	marks := &format.Marks{
		Optional: "(o)", Nullable: "(n)", Nesting: "flat", Slots: "colon",
		Words:    map[string][]string{"name": {"Zutat"}, "type": {"Sorte"}, "required": {"Nötigkeit"}, "yes": {"jawohl"}, "no": {"ach nein"}},
		Sections: map[string][]string{"body": {"Mitgabe"}, "response": {"Ausbeute"}},
	}
	want := []string{
		"POST /orchards/{orchard_id}/trees/<tree>",
		"body kind string required=true nullable=false",
		"body owner.name string required=false nullable=false",
		"body age integer required=true nullable=true",
		"result id string required=true nullable=false",
		"result label string required=false nullable=false",
	}
	if got := described(t, ownWords, marks); !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if got := described(t, ownWords, nil); slices.Equal(got, want) {
		t.Error("the common rules know these words: the test shows nothing")
	}
}

// TestMarksNest says how names are nested.
func TestMarksNest(t *testing.T) {
	page := strings.ReplaceAll(strings.ReplaceAll(ownWords, "Mitgabe", "Request Body"), "Zutat | Sorte | Nötigkeit", "Name | Type | Required")
	for nesting, want := range map[string]string{"": "body owner object", "dots": "body owner object", "marks": "body owner.name string", "flat": "body owner.name string"} {
		got := described(t, page, &format.Marks{Nesting: nesting})
		if !slices.ContainsFunc(got, func(line string) bool { return strings.HasPrefix(line, want) }) {
			t.Errorf("nesting %q: no %q in %q", nesting, want, got)
		}
	}
}

// TestOverrideVerb holds that the verb of the options is that of paths alone of which no line says one, and
// that nothing is assumed of these.
func TestOverrideVerb(t *testing.T) {
	const page = "# Trees API\n\n## Plant\n\nEndpoint: `/trees`\n\nBody:\n\n| Name | Type |\n|---|---|\n| `kind` | string |\n\n## `/trees/fell`\n\n```\ncurl -X DELETE https://trees.example/trees/fell\n```\n"
	for _, c := range []struct {
		marks *format.Marks
		want  string
		found int // of findings about verbs that are assumed
	}{
		{nil, "DELETE /trees/fell, POST /trees", 1},
		{&format.Marks{Verb: "PUT"}, "DELETE /trees/fell, PUT /trees", 0},
	} {
		api, diags, err := parser.Parse(t.Context(), fstest.MapFS{"trees.md": {Data: []byte(page)}}, parser.Options{Tables: c.marks})
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, m := range api.Methods {
			got = append(got, m.Verb+" "+m.Path)
		}
		slices.Sort(got)
		found := 0
		for _, d := range diags {
			if d.Code == "assumed-verb" {
				found++
			}
		}
		if s := strings.Join(got, ", "); s != c.want || found != c.found {
			t.Errorf("got %s and %d findings, want %s and %d", s, found, c.want, c.found)
		}
	}
}
