package parser_test

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/corpustest"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/parser"
)

const parcelCopy = `<!-- source: https://docs.harbor.example/api/resources/parcels/methods/retrieve/ -->

[Skip to content](#_top)

Copy Markdown

# Retrieve parcel

GET/parcels/{parcel\_id}

Finds a parcel.

##### Path ParametersExpand Collapse

parcel\_id: string

##### ReturnsExpand Collapse

Parcel object { id, size }

id: string

size: optional object { height }

height: number

maximum1200

### Retrieve parcel

HTTP

HTTPHTTP

curl https://api.harbor.example/v1/parcels/p_1

  "id": "p_1"
`

func methods(api *model.API) map[string]*model.Method {
	out := map[string]*model.Method{}
	for _, m := range api.Methods {
		out[m.ID] = m
	}
	return out
}

// A rendered copy gives the model that the published page would have given,
// with places in the copy and every byte of it accounted for.
func TestRenderedCopy(t *testing.T) {
	api, diags, err := parser.Parse(t.Context(), fstest.MapFS{
		"resources/parcels/methods/retrieve.md": {Data: []byte(parcelCopy)},
	}, parser.Options{})
	if err != nil || len(diags) > 0 {
		t.Fatalf("error %v, diagnostics %v", err, diags)
	}
	m := methods(api)["parcels.retrieve"]
	if m == nil || m.Verb != "GET" || m.Path != "/parcels/{parcel_id}" || len(m.Params) != 1 || m.Returns == nil {
		t.Fatalf("the method is %+v", m)
	}
	if at := m.Params[0].Span.Start; at.Line != 15 || at.Column != 1 {
		t.Errorf("the parameter is at %+v", at)
	}
	page := api.Pages[0]
	if b := page.Bytes; b.Total != int64(len(parcelCopy)) || b.Unread != 0 || b.Model == 0 || b.Examples == 0 ||
		b.Model+b.Docs+b.Examples+b.Layout != b.Total {
		t.Errorf("of %d bytes the page uses %+v", len(parcelCopy), b)
	}
	if page.Kind != model.PageReference || page.URL != "https://docs.harbor.example/api/resources/parcels/methods/retrieve/" {
		t.Errorf("the page is a %s at %q", page.Kind, page.URL)
	}
}

const parcelInPython = `# Retrieve parcel

Deprecated

parcels.retrieve(strparcel\_id)  -> [Parcel](/docs/python/resources/parcels#(resource)%20parcels%20%3E%20(model)%20parcel%20%3E%20(schema))

GET/parcels/{parcel\_id}

Finds a parcel.

##### ParametersExpand Collapse

parcel\_id: str

##### ReturnsExpand Collapse

class Parcel: …

id: str

size: Optional[Size]

Note: Heavy

height: int

minimum1

class Crate: …

One of the following:

"oak"

### Retrieve parcel

Python

HTTPHTTP

PythonPython

parcel = client.parcels.retrieve("p_1")

print(parcel.id)

  "id": "p_1"
`

// A copy that shows a language nests as the http copy beside it does and adds
// what http does not say. What the http copy lacks is counted and left out.
func TestRenderedCopyBesideHTTP(t *testing.T) {
	api, diags, err := parser.Parse(t.Context(), fstest.MapFS{
		"resources/parcels/methods/retrieve.md":        {Data: []byte(parcelCopy)},
		"python/resources/parcels/methods/retrieve.md": {Data: []byte(parcelInPython)},
	}, parser.Options{})
	if err != nil || len(diags) != 1 || diags[0].Code != "unplaced-items" || diags[0].Span.Start.Line != 29 || !strings.HasPrefix(diags[0].Message, "2 items") {
		t.Fatalf("error %v, diagnostics %v", err, diags)
	}
	parcel := api.Resolve(methods(api)["parcels.retrieve"].Returns.Type)
	if parcel == nil {
		t.Fatal("the type is not declared")
	}
	fields := parcel.Fields
	if len(fields) != 2 {
		t.Fatalf("the fields are %+v", fields)
	}
	if size := api.Resolve(fields[1].Type); len(size.Fields) != 1 || size.Fields[0].Type.Kind != model.KindInteger {
		t.Errorf("the size is %+v", size)
	}
	for _, p := range api.Pages {
		unread := int64(0)
		if p.Dialect == "python" {
			unread = int64(len("class Crate: …\n" + "One of the following:\n" + `"oak"` + "\n"))
		}
		if b := p.Bytes; b.Unread != unread || b.Model+b.Docs+b.Examples+b.Layout+b.Unread != b.Total {
			t.Errorf("%s: bytes %+v", p.Path, b)
		}
	}
}

// Copies that show a language are reported and not read without an http copy.
func TestRenderedCopyOfALanguage(t *testing.T) {
	signature := strings.Replace(parcelCopy, "\n\nGET/", "\n\nclient.Parcels.Get(ctx, parcelID) (\\*Parcel, error)\n\nGET/", 1)
	for name, pages := range map[string]fstest.MapFS{
		"by folder":    {"go/resources/parcels/methods/retrieve.md": {Data: []byte(parcelCopy)}},
		"by signature": {"resources/parcels/methods/retrieve.md": {Data: []byte(signature)}},
	} {
		api, diags, err := parser.Parse(t.Context(), pages, parser.Options{})
		if err != nil {
			t.Fatal(err)
		}
		if len(methods(api)) != 0 || len(api.Pages) != 0 || len(diags) != 1 || diags[0].Code != "other-dialect" {
			t.Errorf("%s: %d pages, diagnostics %v", name, len(api.Pages), diags)
		}
	}
}

// TestRenderedCorpus reads all copies of the corpus, those of http to the last byte.
func TestRenderedCorpus(t *testing.T) {
	fsys := os.DirFS(corpustest.Dir(t, "openai-rendered/2026-06-27"))
	api, diags, err := parser.Parse(t.Context(), fsys, parser.Options{})
	if err != nil {
		t.Fatal(err)
	}
	reference := 0
	var all model.Bytes
	for _, p := range api.Pages {
		all.Add(p.Bytes)
		if p.Kind == model.PageReference {
			reference++
		}
		if b := p.Bytes; b.Unread != 0 && p.Dialect == "http" || b.Model+b.Docs+b.Examples+b.Layout+b.Unread != b.Total || b.Layout < 0 {
			t.Errorf("%s: bytes %+v", p.Path, b)
		}
	}
	if n := len(methods(api)); n < 273 || reference < 360 {
		t.Errorf("%d methods on %d reference pages, want at least 273 on 360", n, reference)
	}
	events := 0
	for _, r := range api.Resources {
		events += countEvents(r)
	}
	unread := 100 * float64(all.Unread) / float64(all.Total)
	t.Logf("%.2f %% of the bytes unread, %d warnings, %d events", unread, diags.Count(diag.Warning), events)
	if unread > 2.5 || events < 136 {
		t.Error("more than 2.5 % of the bytes unread, or fewer than 136 events")
	}
	if diags.Count(diag.Error) > 0 || diags.Count(diag.Warning) > 70 {
		t.Errorf("%d errors, %d warnings", diags.Count(diag.Error), diags.Count(diag.Warning))
	}
	messages := api.Lookup("ChatCompletionMessageParam")
	if messages == nil || len(messages.Type.Variants) != 6 {
		t.Errorf("the messages of a chat are %+v, want six kinds", messages)
	}
}

// What an event without a name carries is reported and counted.
func TestEventWithoutName(t *testing.T) {
	const page = "id: string\n\nOBJECT\n\n### parcel.left\n\n{}\n\n"
	const rest = "A parcel sank.\n\ndepth: number\n"
	api, diags, err := parser.Parse(t.Context(), fstest.MapFS{"parcels.md": {Data: []byte(page + rest)}}, parser.Options{})
	if err != nil || len(diags) != 1 || diags[0].Code != "unplaced-items" || diags[0].Span.Start.Line != 9 {
		t.Fatalf("error %v, diagnostics %v", err, diags)
	}
	if b := api.Pages[0].Bytes; b.Unread != int64(len(rest)-1) || b.Model+b.Docs+b.Examples+b.Layout+b.Unread != b.Total {
		t.Errorf("bytes %+v", b)
	}
}

func countEvents(r *model.Resource) int {
	n := len(r.Events)
	for _, sub := range r.Resources {
		n += countEvents(sub)
	}
	return n
}

// Pages of events are read to the last byte, in the order that the page has.
func TestEvents(t *testing.T) {
	const page = "[Skip to content](#_top)\n\nA parcel left.\n\nid: string\n\nWhich one.\n\nOBJECT\n\n### parcel.left\n\n  \"id\": \"p_1\"\n\n" +
		"A parcel\narrived.\n\nid: string\n\nOBJECT\n\n### parcel.arrived\n\n// none\n"
	api, diags, err := parser.Parse(t.Context(), fstest.MapFS{"parcels.md": {Data: []byte(page)}}, parser.Options{})
	if err != nil || len(diags) != 0 || len(api.Resources) != 1 || len(api.Resources[0].Events) != 2 {
		t.Fatalf("error %v, diagnostics %v", err, diags)
	}
	left, arrived := api.Resources[0].Events[0], api.Resources[0].Events[1]
	if left.Name != "parcel.left" || left.Doc != "A parcel left." || left.Example != `  "id": "p_1"` || left.Type != "ParcelParcelLeftEvent" {
		t.Errorf("the event is %+v", left)
	}
	if arrived.Doc != "A parcel\narrived." || arrived.Example != "// none" || arrived.Span.Start.Line != 22 {
		t.Errorf("the event is %+v", arrived)
	}
	layout := int64(len("[Skip to content](#_top)\n") + 2*len("OBJECT\n") + strings.Count(page, "\n\n"))
	if b := api.Pages[0].Bytes; b.Unread != 0 || b.Layout != layout || b.Model+b.Docs+b.Examples+b.Layout != b.Total {
		t.Errorf("bytes %+v, want a layout of %d", b, layout)
	}
}
