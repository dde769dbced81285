package drift

import (
	"maps"
	"slices"
	"testing"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/gofacts"
)

// TestPairedPerhaps says nothing for sure of an operation that a function calls for some values of a slot only.
func TestPairedPerhaps(t *testing.T) {
	ship := object("id!", text, "name!?", text, "flag!", flags, "length", integer, "berth~", text)
	got := withField(goStruct("Ship", "ID string id", "Name string name", "Length string length", "Berth string berth"), "Flag", "flag", constants("Flag", gofacts.String, "FlagDE de"))
	docs := apiOf(method("GET /ships/{id}/cargo", ship, nil))
	for _, c := range []struct {
		path string
		want []string
	}{
		{"GET /ships/{id}/cargo", []string{"member-deprecated sure quay.Ship berth", "member-type-differs sure quay.Ship length", "null-lost sure quay.Ship name", "values-missing likely quay.Flag \"nl\" \"dk\""}},
		{"GET /ships/{id}/{what}", []string{"member-deprecated perhaps quay.Ship berth", "member-type-differs perhaps quay.Ship length", "null-lost perhaps quay.Ship name", "values-missing perhaps quay.Flag \"nl\" \"dk\""}},
	} {
		got := found(Compare(docs, clientOf(call(c.path, got, nil)), Options{}))
		if !slices.Equal(got, c.want) {
			t.Errorf("%s\ngot  %q\nwant %q", c.path, got, c.want)
		}
	}
}

// TestNamesOfResources takes no word for a value of a slot that names a resource in the same place of another path.
func TestNamesOfResources(t *testing.T) {
	docs := apiOf(method("POST /ships/{id}/cargo", nil, nil), method("GET /ships/plans/{code}", nil, nil), method("POST /ships/{id}", nil, nil), method("PUT /ships/@mine", nil, nil))
	for _, c := range []struct {
		client string
		paired int
	}{
		{"POST /ships/plans/{code}", 0}, // which the pages have no more
		{"POST /ships/plans", 0},
		{"POST /ships/titanic/{what}", 1},
		{"POST /ships/@mine", 1},
	} {
		if got := Compare(docs, clientOf(call(c.client, nil, nil)), Options{}).Coverage.Paired; got != c.paired {
			t.Errorf("%s: %d operations, not %d", c.client, got, c.paired)
		}
	}
}

// TestStatedTwice compares a member that alternatives state with two types with the values of both. The struct may be meant
// for one of them.
func TestStatedTwice(t *testing.T) {
	kinds := &model.Type{Kind: model.KindEnum, Enum: &model.Enum{Base: model.KindString, Values: []model.EnumValue{{Literal: `"tug"`}}}}
	more := &model.Type{Kind: model.KindEnum, Enum: &model.Enum{Base: model.KindString, Values: []model.EnumValue{{Literal: `"ferry"`}, {Literal: `"raft"`}}}}
	docs := apiOf(method("GET /ships/{id}", union(object("id!", text, "kind!", kinds, "berth~", text, "note?", text), object("id!", text, "kind!", more, "berth", text, "note", integer)), nil))
	got := withField(goStruct("Ship", "ID string id", "Berth string berth", "Note any note"), "Kind", "kind", constants("Kind", gofacts.String, "KindTug tug", "KindFerry ferry"))
	findings := Compare(docs, clientOf(call("GET /ships/{id}", got, nil)), Options{}).Findings
	if len(findings) != 1 || findings[0].Rule != ValuesMissing || findings[0].Confidence != Perhaps || findings[0].Member != `"raft"` || findings[0].Page != line(3) {
		t.Errorf("%q", found(&Report{Findings: findings}))
	}
}

// TestLinesOfEqualTables names the row of a member in the table of its own operation, or else the operation, and never the
// row of an equal table of another one.
func TestLinesOfEqualTables(t *testing.T) {
	body := object("name!", text, "berth", text) // lines 1 and 3
	first, second, third := method("POST /ships", nil, body), method("POST /ferries", nil, body), method("POST /rafts", nil, body)
	first.Span, second.Span, third.Span = line(0), line(10), line(20)
	second.Body.Span = line(12) // the third takes what the first takes
	client := clientOf(call("POST /ships", nil, goStruct("Ship", "Name string name")), call("POST /ferries", nil, goStruct("Ferry", "Name string name")), call("POST /rafts", nil, goStruct("Raft", "Name string name")))
	at := map[string]int32{}
	for _, f := range Compare(apiOf(first, second, third), client, Options{}).Findings {
		at[f.Struct] = f.Page.Start.Line
	}
	if want := map[string]int32{"quay.Ship": 3, "quay.Ferry": 10, "quay.Raft": 3}; !maps.Equal(at, want) {
		t.Errorf("%v", at)
	}
}

// TestEmbedded says once what a struct lacks, and not of each that embeds it as well.
func TestEmbedded(t *testing.T) {
	ship := object("id!", text, "name!", text, "berth", text)
	inner := goStruct("Ship", "ID string id", "Name string name")
	outer := goStruct("Moored", "Since string since")
	outer.Fields = append(outer.Fields, inner.Fields...)
	moored := &model.Type{Kind: model.KindObject, Fields: append([]*model.Field{{Name: "since", Type: text, Span: line(30)}, {Name: "until", Type: text, Span: line(31)}}, ship.Fields...)}
	docs := apiOf(method("GET /ships/{id}", ship, nil), method("GET /moored/{id}", moored, nil))
	got := found(Compare(docs, clientOf(call("GET /ships/{id}", inner, nil), call("GET /moored/{id}", outer, nil)), Options{}))
	if want := []string{"response-member-missing sure quay.Moored until", "response-member-missing sure quay.Ship berth"}; !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
}

// TestSentByOptions says nothing for sure of a member that an option of the client sends, be it as a header.
func TestSentByOptions(t *testing.T) {
	listed := method("GET /ships", nil, nil)
	for _, name := range []string{"quay_as", "flag"} {
		listed.Params = append(listed.Params, &model.Param{Field: model.Field{Name: name, Type: text, Span: line(3)}, Location: model.LocationQuery})
	}
	op := call("GET /ships", nil, nil)
	op.ByOptions = []string{"Quay-As"}
	if got := found(Compare(apiOf(listed), clientOf(op), Options{})); !slices.Equal(got, []string{"request-member-missing likely (*Client).GET flag", "request-member-missing perhaps (*Client).GET quay_as"}) {
		t.Error(got)
	}
	listed.Params = append(listed.Params, &model.Param{Field: model.Field{Name: "page", Type: integer, Span: line(5)}, Location: model.LocationQuery})
	op.QueryFrom = []*gofacts.Type{goStruct("Filter", "Page int page")}
	if got := found(Compare(apiOf(listed), clientOf(op), Options{})); !slices.Contains(got, "request-member-missing perhaps quay.Filter quay_as") || !slices.Contains(got, "request-member-missing sure quay.Filter flag") {
		t.Error(got)
	}
}

// TestRequiredOfBoth says for sure that a required member is left out only of an object that is for requests alone.
func TestRequiredOfBoth(t *testing.T) {
	ship := object("name!", text, "length!", integer)
	docs := apiOf(method("POST /ships", nil, ship), method("GET /ships/{id}", ship, nil))
	both := goStruct("Ship", "Name string name", "Length int length,omitempty")
	sent := goStruct("NewShip", "Name string name", "Length int length,omitempty")
	for _, c := range []struct {
		sent *gofacts.Type
		want []string
	}{{both, []string{"required-omitted perhaps quay.Ship length"}}, {sent, []string{"required-omitted likely quay.NewShip length"}}} {
		if got := found(Compare(docs, clientOf(call("POST /ships", nil, c.sent), call("GET /ships/{id}", both, nil)), Options{})); !slices.Equal(got, c.want) {
			t.Errorf("%q", got)
		}
	}
}
