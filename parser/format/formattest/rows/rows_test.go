package rows_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/parser"
	"github.com/docgen-go/docgen/parser/format"
	"github.com/docgen-go/docgen/parser/format/formattest/rows"
	"github.com/docgen-go/docgen/parser/format/sdkdocs"
)

// formats is the one line that adds the format, to all but that of tables, which would
// read the pages itself.
var formats = []format.Format{sdkdocs.Format{}, rows.Format{}}

const crates = `# Crates

## Get a crate

'GET /crates/{crate_id}'

Finds one crate.

| Parameter | In    | Type    | Required | Description      |
|-----------|-------|---------|----------|------------------|
| crate_id  | path  | string  | yes      | Which one.       |
| deep      | query | boolean | no       | With its parts.  |

| Member | Type            | Description   |
|--------|-----------------|---------------|
| id     | string          |               |
| weight | integer         | In grams.     |
| dock   | [Dock](dock.md) | Where it is.  |
`

const dock = "# Dock\n\nA place for crates.\n\n| Member | Type | Description |\n|---|---|---|\n| berth | string | Its name. |\n| keeper | [Keeper](people/keeper) | |\n"

const keeper = "# Keeper\n\n| Member | Type |\n|---|---|\n| name | string |\n"

// spans is the same method in the format of the SDK docs.
const spans = `# Retrieve crate

**get** '/crates/{id}'

### Path Parameters

- 'id: string'

### Returns

- 'Crate object { id, label, weight }'

  - 'id: string'

  - 'label: optional string'

  - 'weight: string'
`

func parse(t *testing.T, pages map[string]string) (*model.API, []string) {
	t.Helper()
	docs := fstest.MapFS{}
	for name, text := range pages {
		docs[name] = &fstest.MapFile{Data: []byte(strings.ReplaceAll(text, "'", "`"))}
	}
	api, diags, err := parser.Parse(t.Context(), docs, parser.Options{Formats: formats})
	if err != nil {
		t.Fatal(err)
	}
	if err := api.Validate(); err != nil {
		t.Fatal(err)
	}
	for _, p := range api.Pages {
		if b := p.Bytes; b.Total != int64(len(docs[p.Path].Data)) || b.Total != b.Model+b.Docs+b.Examples+b.Layout+b.Unread {
			t.Errorf("%s has %d bytes, and the account %+v", p.Path, len(docs[p.Path].Data), b)
		}
	}
	var found []string
	for _, d := range diags {
		found = append(found, d.String())
	}
	return api, found
}

// facts lists methods and the fields of types, one a line.
func facts(api *model.API) []string {
	var out []string
	for _, m := range api.Methods {
		line := m.ID + " " + m.Verb + " " + m.Path
		for _, p := range m.Params {
			line += fmt.Sprintf(" %s:%s:%s:%v", p.Location, p.Name, p.Type.Kind, p.Required)
		}
		out = append(out, line+" "+m.Returns.Type.Ref)
	}
	for _, n := range api.Types {
		line := n.ID
		for _, f := range n.Type.Fields {
			line += " " + f.Name + ":" + string(f.Type.Kind)
		}
		out = append(out, line)
	}
	return out
}

func check(t *testing.T, got []string, want ...string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// A page of the format gives a model, and so do the pages that are reached by its
// links, one by way of the other.
func TestRows(t *testing.T) {
	api, found := parse(t, map[string]string{"crates.md": crates, "dock.md": dock, "people/keeper.md": keeper})
	check(t, facts(api),
		"crates.get GET /crates/{crate_id} path:crate_id:string:true query:deep:boolean:false CrateGetResponse",
		"CrateGetResponse id:string weight:integer dock:ref", "Dock berth:string keeper:ref", "Keeper name:string")
	check(t, found)
}

// A page without a sign of its own that nothing links to stays documentation, and
// is a finding; that nothing is read at all is another one.
func TestUnlinked(t *testing.T) {
	api, found := parse(t, map[string]string{"dock.md": dock})
	check(t, facts(api))
	if len(found) != 2 || !strings.Contains(found[0]+found[1], "unclaimed-page") || !strings.Contains(found[0]+found[1], "nothing-read") || api.Pages[0].Kind != model.PageGuide {
		t.Errorf("findings %q, page %+v", found, api.Pages[0])
	}
}

// One method of two formats is one method; what they say differently is a finding
// that names both places.
func TestBesideAnotherFormat(t *testing.T) {
	api, found := parse(t, map[string]string{"crates/retrieve.md": spans, "tables/crates.md": crates, "tables/dock.md": dock, "tables/people/keeper.md": keeper})
	check(t, facts(api),
		"crates.retrieve GET /crates/{id} path:id:string:true query:deep:boolean:false Crate",
		"Crate id:string label:string weight:string dock:ref", "Dock berth:string keeper:ref", "Keeper name:string")
	if said := api.Lookup("Crate").Type.Fields[3].Evidence; !slices.Contains(said, model.Said{Fact: model.FactType, Source: "rows", Format: "rows"}) {
		t.Errorf("the evidence of what only rows say: %+v", said)
	}
	for _, p := range api.Pages {
		if want := map[bool]string{true: "rows", false: "sdkdocs"}[strings.HasPrefix(p.Path, "tables/")]; p.Format != want {
			t.Errorf("%s has the format %q, want %s", p.Path, p.Format, want)
		}
	}
	if len(found) != 1 || !strings.Contains(found[0], `sdkdocs and rows pages disagree on the type of "weight"`) || !strings.Contains(found[0], "\n\ttables/crates.md:17:1: what the rows page says") || !strings.Contains(found[0], "formats-disagree") {
		t.Errorf("findings %q", found)
	}
}

// A page that two formats know equally well is read by the first, and a finding
// names both.
func TestTie(t *testing.T) {
	_, found := parse(t, map[string]string{"crates/retrieve.md": spans + "\n'GET /crates'\n\n| Parameter | In |\n|---|---|\n"})
	if !slices.ContainsFunc(found, func(f string) bool {
		return strings.Contains(f, "sdkdocs or rows") && strings.Contains(f, "ambiguous-format")
	}) {
		t.Errorf("findings %q", found)
	}
}

// Options.Formats restricts reading to the formats in it.
func TestOnlyRows(t *testing.T) {
	docs := fstest.MapFS{"crates/retrieve.md": {Data: []byte(strings.ReplaceAll(spans, "'", "`"))}}
	api, _, err := parser.Parse(t.Context(), docs, parser.Options{Formats: []format.Format{rows.Format{}}})
	if err != nil || len(facts(api)) > 0 || api.Pages[0].Kind != model.PageGuide {
		t.Errorf("error %v, facts %v", err, facts(api))
	}
}
