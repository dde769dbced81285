package drift

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/gofacts"
	"github.com/docgen-go/docgen/model/source"
)

var (
	text    = &model.Type{Kind: model.KindString}
	integer = &model.Type{Kind: model.KindInteger}
	number  = &model.Type{Kind: model.KindNumber}
	flags   = &model.Type{Kind: model.KindEnum, Enum: &model.Enum{Base: model.KindString, Values: []model.EnumValue{{Literal: `"de"`}, {Literal: `"nl"`}, {Literal: `"dk"`}}}}
)

func line(n int32) source.Span {
	return source.Span{File: "docs.md", Start: source.Pos{Line: n, Column: 1}}
}

// object returns a documented object of members "name type", with marks: ! required, ? null, ~ deprecated.
func object(members ...any) *model.Type {
	t := &model.Type{Kind: model.KindObject}
	for i := 0; i < len(members); i += 2 {
		name := members[i].(string)
		f := &model.Field{Name: strings.TrimRight(name, "!?~"), Type: members[i+1].(*model.Type), Required: strings.Contains(name, "!"), Nullable: strings.Contains(name, "?"), Span: line(int32(i + 1))}
		if strings.Contains(name, "~") {
			f.Deprecated = "Deprecated."
		}
		t.Fields = append(t.Fields, f)
	}
	return t
}

func literal(s string) *model.Type {
	return &model.Type{Kind: model.KindConst, Literal: model.Literal(s)}
}

func list(t *model.Type) *model.Type { return &model.Type{Kind: model.KindArray, Elem: t} }

func union(types ...*model.Type) *model.Type {
	u := &model.Type{Kind: model.KindUnion}
	for _, t := range types {
		u.Variants = append(u.Variants, &model.Variant{Type: t})
	}
	return u
}

// method returns a documented operation with a result and a body, each of which may be nil.
func method(op string, result, body *model.Type) *model.Method {
	verb, path, _ := strings.Cut(op, " ")
	m := &model.Method{ID: "ships." + verb, Verb: verb, Path: path, Span: line(90)}
	if result != nil {
		m.Returns = &model.Response{Type: result}
	}
	if body != nil {
		m.Body = &model.Body{ContentType: "application/json", Type: body}
	}
	return m
}

func apiOf(methods ...*model.Method) *model.API {
	return &model.API{Resources: []*model.Resource{{ID: "ships", Methods: methods}}}
}

var lines int32

// goStruct returns a struct of fields "GoName GoType wire[,omitempty]".
func goStruct(name string, fields ...string) *gofacts.Type {
	lines++
	t := &gofacts.Type{Kind: gofacts.Struct, GoName: "quay." + name, Short: name, Package: "quay", Span: source.Span{File: "types.go", Start: source.Pos{Line: lines, Column: 6}}}
	for _, f := range fields {
		p := strings.Fields(f)
		wire, options, _ := strings.Cut(p[2], ",")
		lines++
		t.Names = append(t.Names, p[0])
		t.Fields = append(t.Fields, &gofacts.Field{Name: wire, GoName: p[0], GoType: p[1], Type: goType(p[1]), Tags: map[string]string{"json": wire}, Tag: `json:"` + p[2] + `"`,
			Omits: options == "omitempty", Optional: strings.ContainsAny(p[1], "*[]"), Owner: t, Span: source.Span{File: "types.go", Start: source.Pos{Line: lines, Column: 2}}})
	}
	return t
}

func goType(s string) *gofacts.Type {
	if elem, ok := strings.CutPrefix(s, "[]"); ok {
		return &gofacts.Type{Kind: gofacts.List, Elem: goType(elem)}
	}
	kind := map[string]gofacts.Kind{"string": gofacts.String, "int": gofacts.Integer, "float64": gofacts.Number, "bool": gofacts.Boolean, "any": gofacts.Any}[strings.TrimPrefix(s, "*")]
	return &gofacts.Type{Kind: kind}
}

// constants returns a named type with constants "GoName value".
func constants(name string, kind gofacts.Kind, values ...string) *gofacts.Type {
	t := &gofacts.Type{Kind: kind, GoName: "quay." + name, Short: name, Package: "quay", Span: source.Span{File: "types.go", Start: source.Pos{Line: 1, Column: 6}}}
	for _, v := range values {
		goName, value, _ := strings.Cut(v, " ")
		t.Values = append(t.Values, gofacts.Constant{GoName: goName, Value: value, Span: t.Span})
	}
	return t
}

func withField(t *gofacts.Type, goName, wire string, typ *gofacts.Type) *gofacts.Type {
	t.Fields = append(t.Fields, &gofacts.Field{Name: wire, GoName: goName, GoType: typ.Short, Type: typ, Tags: map[string]string{"json": wire}, Tag: `json:"` + wire + `"`, Owner: t})
	return t
}

func call(op string, result, body *gofacts.Type) *gofacts.Operation {
	verb, path, _ := strings.Cut(op, " ")
	return &gofacts.Operation{Func: "(*Client)." + verb, Package: "quay", Verb: verb, Path: path, Result: result, Body: body, Span: source.Span{File: "client.go", Start: source.Pos{Line: 3, Column: 1}}}
}

func clientOf(ops ...*gofacts.Operation) *gofacts.Client { return &gofacts.Client{Operations: ops} }

// found returns findings as "rule confidence subject member".
func found(r *Report) []string {
	out := []string{}
	for _, f := range r.Findings {
		subject := f.Struct
		if subject == "" {
			subject = f.Func
		}
		out = append(out, strings.Join(strings.Fields(fmt.Sprintf("%s %s %s %s", f.Rule, f.Confidence, subject, f.Member)), " "))
	}
	slices.Sort(out)
	return out
}

// TestCompare holds each rule and its confidences to made-up clients.
func TestCompare(t *testing.T) {
	ship := object("id!", text, "length!", number, "created_at!", text, "note?", text)
	type test struct {
		name   string
		docs   []*model.Method
		client *gofacts.Client
		want   []string
	}
	for _, c := range []test{
		{"all is as documented", []*model.Method{method("GET /ships/{ship_id}", ship, nil)},
			clientOf(call("GET /ships/{id}", goStruct("Ship", "ID string id", "Length float64 length", "CreatedAt string created_at", "Note *string note"), nil)), nil},
		{"an operation is missing and one is not documented", []*model.Method{method("GET /ships/{id}", ship, nil), method("GET /ferries", nil, nil)},
			clientOf(call("GET /ships/{id}", goStruct("Ship", "ID string id", "Length float64 length", "CreatedAt string created_at", "Note *string note"), nil), call("GET /tides/now", nil, nil)),
			[]string{"operation-missing sure", "operation-undocumented perhaps (*Client).GET"}},
		{"a verb that writes", []*model.Method{method("POST /ships/{id}/moorings", nil, nil)}, clientOf(call("PUT /ships/{id}/moorings", nil, nil)), []string{"verb-differs likely (*Client).PUT"}},
		{"a verb that reads is another operation", []*model.Method{method("GET /ships/{id}/moorings", nil, nil)}, clientOf(call("POST /ships/{id}/moorings", nil, nil)),
			[]string{"operation-missing sure", "operation-undocumented perhaps (*Client).POST"}},
		{"a slip in a path", []*model.Method{method("POST /ships/{id}/moorings", nil, nil)}, clientOf(call("POST /ships/{id}/mooring", nil, nil)), []string{"path-differs likely (*Client).POST"}},
		{"members", []*model.Method{method("GET /ships/{id}", ship, nil)},
			clientOf(call("GET /ships/{id}", goStruct("Ship", "ID string id", "Length string length", "CreatedAt string create_at", "Colour string colour", "Note string note"), nil)),
			[]string{"member-name-differs likely quay.Ship created_at", "member-type-differs sure quay.Ship length", "null-lost sure quay.Ship note", "response-member-undocumented perhaps quay.Ship colour"}},
		{"a missing member of a result", []*model.Method{method("GET /ships/{id}", ship, nil)}, clientOf(call("GET /ships/{id}", goStruct("Ship", "ID string id", "CreatedAt string created_at", "Note *string note"), nil)),
			[]string{"response-member-missing sure quay.Ship length"}},
		{"a struct that has a part is perhaps meant to", []*model.Method{method("GET /ships/{id}", ship, nil)}, clientOf(call("GET /ships/{id}", goStruct("Ship", "ID string id"), nil)),
			[]string{"response-member-missing perhaps quay.Ship created_at", "response-member-missing perhaps quay.Ship length", "response-member-missing perhaps quay.Ship note"}},
		{"members of a request", []*model.Method{method("POST /ships", nil, object("name!", text, "length!", integer, "flag", text))},
			clientOf(call("POST /ships", nil, goStruct("NewShip", "Name string name", "Length int length,omitempty", "Colour string colour"))),
			[]string{"request-member-missing sure quay.NewShip flag", "request-member-undocumented perhaps quay.NewShip colour", "required-omitted likely quay.NewShip length"}},
		{"an object that leaves out all is of several cases", []*model.Method{method("POST /ships", nil, object("a!", integer, "b!", integer, "c!", integer))},
			clientOf(call("POST /ships", nil, goStruct("Case", "A int a,omitempty", "B int b,omitempty", "C int c,omitempty"))),
			[]string{"required-omitted perhaps quay.Case a", "required-omitted perhaps quay.Case b", "required-omitted perhaps quay.Case c"}},
		{"a list for an object", []*model.Method{method("GET /ships", list(ship), nil)}, clientOf(call("GET /ships", goStruct("Ship", "ID string id"), nil)), []string{"result-differs likely (*Client).GET"}},
		{"values", []*model.Method{method("GET /ships/{id}", object("id!", text, "flag!", flags), nil)},
			clientOf(call("GET /ships/{id}", withField(goStruct("Ship", "ID string id"), "Flag", "flag", constants("Flag", gofacts.String, "FlagDE de", "FlagNL nl")), nil)),
			[]string{`values-missing sure quay.Flag "dk"`}},
		{"an alternative", []*model.Method{method("POST /cargo", nil, object("item!", union(object("type!", literal(`"crate"`), "width", integer), object("type!", literal(`"barrel"`), "litres", integer))))},
			clientOf(call("POST /cargo", nil, withField(goStruct("NewCargo"), "Item", "item", &gofacts.Type{Kind: gofacts.Struct, GoName: "quay.ItemUnion", Short: "ItemUnion", Package: "quay",
				Alternatives: []*gofacts.Field{{GoName: "OfCrate", Type: goStruct("Crate", "Type string type", "Width int width")}}}))),
			[]string{"alternative-missing likely quay.ItemUnion type barrel"}},
		{"deprecated", []*model.Method{method("GET /ships/{id}", object("id!", text, "note~", text), nil)}, clientOf(call("GET /ships/{id}", goStruct("Ship", "ID string id", "Note string note"), nil)),
			[]string{"member-deprecated sure quay.Ship note"}},
		{"a list and its element are no slip", []*model.Method{method("GET /ships/{id}", object("id!", text, "member", text), nil)},
			clientOf(call("GET /ships/{id}", goStruct("Ship", "ID string id", "Members []string members"), nil)),
			[]string{"response-member-missing sure quay.Ship member", "response-member-undocumented perhaps quay.Ship members"}},
		{"numbers that are read into bytes", []*model.Method{method("GET /ships/{id}", object("id!", text, "flag!", list(integer)), nil)},
			clientOf(call("GET /ships/{id}", withField(goStruct("Ship", "ID string id"), "Flag", "flag", &gofacts.Type{Kind: gofacts.Bytes}), nil)), nil},
		{"texts that are not", []*model.Method{method("GET /ships/{id}", object("id!", text, "flag!", list(text)), nil)},
			clientOf(call("GET /ships/{id}", withField(goStruct("Ship", "ID string id"), "Flag", "flag", &gofacts.Type{Kind: gofacts.Bytes}), nil)), []string{"member-type-differs sure quay.Ship flag"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := Compare(apiOf(c.docs...), c.client, Options{})
			if got := found(r); !slices.Equal(got, append([]string{}, c.want...)) {
				t.Errorf("got\n  %s\nwant\n  %s", strings.Join(got, "\n  "), strings.Join(c.want, "\n  "))
			}
			for _, f := range r.Findings {
				if f.Severity != Severities[f.Rule] || f.Severity == "" {
					t.Errorf("%s has the severity %q", f.Rule, f.Severity)
				}
				if f.Go.IsZero() && f.Page.IsZero() {
					t.Errorf("%s is nowhere: %s", f.Rule, f.Message)
				}
			}
		})
	}
}

// TestPairs holds which operations are the same.
func TestPairs(t *testing.T) {
	for _, c := range []struct {
		name, docs, client string
		slots              map[string][]string
		want               bool
	}{
		{"names of slots", "GET /ships/{ship_id}", "GET /ships/{id}", nil, true},
		{"a base that the client adds", "GET /ships/{id}/crew", "GET /api/v2/ships/{id}/crew", nil, true},
		{"slots that are joined", "GET /compare/{basehead}", "GET /compare/{base}...{head}", nil, true},
		{"words in one slot", "GET /ships/{id}/log", "GET /ships/{id}-{n}log", nil, false},
		{"constants of a slot", "GET /ships/{id}/tar", "GET /ships/{id}/{format}", map[string][]string{"format": {"tar", "zip"}}, true},
		{"a word that is none of the constants", "GET /ships/{id}/cargo", "GET /ships/{id}/{format}", map[string][]string{"format": {"tar", "zip"}}, false},
		{"another verb", "GET /ships/{id}", "DELETE /ships/{id}", nil, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			op := call(c.client, nil, nil)
			op.Slots = c.slots
			r := Compare(apiOf(method(c.docs, nil, nil)), clientOf(op), Options{})
			if got := r.Coverage.Paired == 1; got != c.want {
				t.Errorf("%s is %s: %v", c.docs, c.client, got)
			}
		})
	}
}

// TestEnvelopes compares what is in an envelope that one side alone has.
func TestEnvelopes(t *testing.T) {
	ship := object("id!", text, "name!", text, "length!", number)
	inner := goStruct("Ship", "ID string id", "Name string name")
	wrapped := withField(goStruct("Answer", "Code int code"), "Data", "data", inner)
	r := Compare(apiOf(method("GET /ships/{id}", ship, nil)), clientOf(call("GET /ships/{id}", wrapped, nil)), Options{})
	if got := found(r); !slices.Equal(got, []string{"response-member-missing sure quay.Ship length"}) {
		t.Errorf("the client has the envelope: %v", got)
	}
	r = Compare(apiOf(method("GET /ships/{id}", object("code!", integer, "data!", ship), nil)), clientOf(call("GET /ships/{id}", goStruct("Ship", "ID string id", "Name string name"), nil)), Options{})
	if got := found(r); !slices.Equal(got, []string{"response-member-missing sure quay.Ship length"}) {
		t.Errorf("the pages have the envelope: %v", got)
	}
}

// TestExampleContradictsPage is not sure of a struct that shares nothing with what a page states, but has what its
// example shows.
func TestExampleContradictsPage(t *testing.T) {
	harbour := object("ships!", list(object("id!", text, "name!", text)))
	wrapper := goStruct("Wrapper", "Ship any ship")
	answer := &gofacts.Type{Kind: gofacts.Struct, GoName: "quay.Answer", Short: "Answer", Package: wrapper.Package}
	withField(answer, "Ships", "ships", &gofacts.Type{Kind: gofacts.List, Elem: wrapper})
	for _, c := range []struct{ example, want string }{
		{`{"ships": [{"ship": {"id": "1", "name": "Kea"}}]}`, "result-differs perhaps quay.Wrapper"},
		{`{"ships": [{"id": "1", "name": "Kea"}]}`, "result-differs likely quay.Wrapper"},
	} {
		m := method("GET /harbour", harbour, nil)
		m.Examples = []*model.Example{{Kind: model.ExampleResponse, Text: c.example}}
		if got := found(Compare(apiOf(m), clientOf(call("GET /harbour", answer, nil)), Options{})); !slices.Equal(got, []string{c.want}) {
			t.Errorf("%s: %v", c.example, got)
		}
	}
}

// TestMemberWithoutName misses no member that has no name: no tag could have it.
func TestMemberWithoutName(t *testing.T) {
	ship := goStruct("Ship", "ID string id", "Name string name")
	if got := found(Compare(apiOf(method("GET /ships/{id}", object("id!", text, "name!", text, "", text), nil)), clientOf(call("GET /ships/{id}", ship, nil)), Options{})); len(got) > 0 {
		t.Error(got)
	}
}

// TestPartsOfAnObject says nothing for sure where another struct, a field without a tag or a
// codec that is not understood may hold a member.
func TestPartsOfAnObject(t *testing.T) {
	documented := object("id!", text, "name!", text, "kind!", text, "flag!", text, "length!", number, "depth!", number)
	make := func() (*gofacts.Type, *gofacts.Client) {
		s := goStruct("Ship", "ID string id", "Name string name", "Kind string kind", "Flag string flag", "Length float64 length")
		return s, clientOf(call("GET /ships/{id}", s, nil))
	}
	confidence := func(client *gofacts.Client) string {
		return found(Compare(apiOf(method("GET /ships/{id}", documented, nil)), client, Options{}))[0]
	}
	_, client := make()
	if got := confidence(client); got != "response-member-missing sure quay.Ship depth" {
		t.Errorf("plain: %s", got)
	}
	for name, spoil := range map[string]func(*gofacts.Type, *gofacts.Client){
		"a field without a tag": func(s *gofacts.Type, _ *gofacts.Client) { s.Names = append(s.Names, "Depth") },
		"a codec":               func(s *gofacts.Type, _ *gofacts.Client) { s.Codec = "UnmarshalJSON is not understood" },
		"another struct": func(_ *gofacts.Type, c *gofacts.Client) {
			c.Types = append(c.Types, goStruct("Submarine", "ID string id", "Name string name", "Kind string kind", "Flag string flag", "Depth float64 depth"))
		},
	} {
		s, client := make()
		spoil(s, client)
		if got := confidence(client); got != "response-member-missing perhaps quay.Ship depth" {
			t.Errorf("%s: %s", name, got)
		}
	}
}

// TestBothDirections gives one finding for a member that a struct lacks in requests and in results, which an older
// revision or a baseline knows only where it knows both.
func TestBothDirections(t *testing.T) {
	ship := goStruct("Ship", "ID string id", "Name string name")
	documented := object("id!", text, "name!", text, "length!", number)
	compare := func(o Options) []*Finding {
		client := clientOf(call("PUT /ships/{id}", ship, ship))
		client.Types = []*gofacts.Type{ship}
		return Compare(apiOf(method("PUT /ships/{id}", documented, documented)), client, o).Findings
	}
	got := compare(Options{})
	if len(got) != 1 || got[0].Rule != ResponseMissing || !got[0].Both || !strings.Contains(got[0].Message, "request and of the result") {
		t.Fatalf("%+v", got)
	}
	if got := compare(Options{Older: apiOf(method("PUT /ships/{id}", documented, documented)), Since: true}); len(got) != 0 {
		t.Errorf("%+v is reported again", got[0])
	}
	if got := compare(Options{Older: apiOf(method("PUT /ships/{id}", documented, object("id!", text, "name!", text))), Since: true}); len(got) != 1 {
		t.Errorf("%d findings where one direction is new", len(got))
	}
}

// TestStartsOfSections pairs operations of pages that state the paths of one section with the version of the API and
// those of another one behind it, and finds a wrong verb there, too.
func TestStartsOfSections(t *testing.T) {
	var docs []*model.Method
	var calls []*gofacts.Operation
	for _, path := range []string{"/v1/ships", "/v1/cranes", "/v1/quays", "/v1/tugs", "/pilots", "/tides", "/locks"} {
		docs = append(docs, method("GET "+path, nil, nil))
		calls = append(calls, call("GET /v1/"+path[strings.LastIndexByte(path, '/')+1:], nil, nil))
	}
	docs = append(docs, method("POST /fees", nil, nil))
	calls = append(calls, call("PUT /v1/fees", nil, nil))
	r := Compare(apiOf(docs...), clientOf(calls...), Options{})
	if r.Coverage.Paired != 7 || len(r.Findings) != 1 || r.Findings[0].Rule != VerbDiffers {
		t.Errorf("%d pairs, %v", r.Coverage.Paired, found(r))
	}
}

// TestOtherVerb takes a verb for a wrong one where both sides have one for the path and mean the same by it, and no
// other one.
func TestOtherVerb(t *testing.T) {
	for _, c := range []struct {
		title, function, further string
		want                     Rule
	}{
		{"Set Ship Flags", "(*Client).SetShipFlag", "", VerbDiffers},
		{"Set Ship Flags", "(*Client).ShipFlags", "", OperationMissing},
		{"Set Ship Flags", "(*Client).SetShipFlag", "DELETE /ship-flags", OperationMissing},
		{"Create", "(*Client).Create", "", OperationMissing},
	} {
		docs := []*model.Method{method("POST /ship-flags", nil, nil), method("GET /ships", nil, nil), method("GET /cranes", nil, nil)}
		docs[0].Title = c.title
		if c.further != "" {
			docs = append(docs, method(c.further, nil, nil))
		}
		wrong := call("GET /ship-flags", nil, nil)
		wrong.Func = c.function
		r := Compare(apiOf(docs...), clientOf(wrong, call("GET /ships", nil, nil), call("GET /cranes", nil, nil)), Options{})
		if !slices.ContainsFunc(r.Findings, func(f *Finding) bool { return f.Rule == c.want && f.Operation == "POST /ship-flags" }) {
			t.Errorf("%s for %q: %v", c.function, c.title, found(r))
		}
	}
}

// TestFormatOfPath pairs a path that ends with a format, which pages state in words.
func TestFormatOfPath(t *testing.T) {
	r := Compare(apiOf(method("GET /ships/{id}/log", nil, nil)), clientOf(call("GET /ships/{id}/log.{format}", nil, nil)), Options{})
	if r.Coverage.Paired != 1 || len(r.Findings) != 0 {
		t.Errorf("%d pairs, %v", r.Coverage.Paired, found(r))
	}
}

// TestPluralOfObject takes reference and references for two members where one is a text and the other one an object.
func TestPluralOfObject(t *testing.T) {
	ship := goStruct("Ship", "ID string id", "Reference string reference")
	for _, f := range ship.Fields {
		f.Type = &gofacts.Type{Kind: gofacts.String}
	}
	for _, c := range []struct {
		typ  *model.Type
		want Rule
	}{{object("short!", text, "long!", text), ResponseMissing}, {text, NameDiffers}} {
		r := Compare(apiOf(method("GET /ships/{id}", object("id!", text, "references!", c.typ), nil)), clientOf(call("GET /ships/{id}", ship, nil)), Options{})
		if !slices.ContainsFunc(r.Findings, func(f *Finding) bool { return f.Rule == c.want && f.Member == "references" }) {
			t.Errorf("%v, want %s", found(r), c.want)
		}
	}
}

// TestSaysDeprecated takes any comment that says so for a mark.
func TestSaysDeprecated(t *testing.T) {
	for doc, want := range map[string]int{"Deprecated: use Home.\n": 0, "Deprecated members\n": 0, "The port.\n": 1} {
		ship := goStruct("Ship", "ID string id", "Port string port")
		ship.Fields[1].Doc = doc
		for _, f := range ship.Fields {
			f.Type = &gofacts.Type{Kind: gofacts.String}
		}
		r := Compare(apiOf(method("GET /ships/{id}", object("id!", text, "port!~", text), nil)), clientOf(call("GET /ships/{id}", ship, nil)), Options{})
		if len(r.Findings) != want {
			t.Errorf("%q: %v", doc, found(r))
		}
	}
}

// TestWrittenByKey reports no type of a struct whose members the function writes into a map by itself.
func TestWrittenByKey(t *testing.T) {
	taken := goStruct("Session", "Delay int64 delay", "Name string name")
	op := call("PUT /sessions", nil, &gofacts.Type{Kind: gofacts.Struct, Fields: []*gofacts.Field{{Name: "delay", GoName: "delay"}, {Name: "name", GoName: "name"}}})
	op.Params = []*gofacts.Type{taken}
	for _, f := range taken.Fields {
		f.Type = &gofacts.Type{Kind: gofacts.Integer}
	}
	r := Compare(apiOf(method("PUT /sessions", nil, object("delay!", text, "name!", text))), clientOf(op), Options{})
	if len(r.Findings) != 0 {
		t.Errorf("%v", found(r))
	}
	op.Body = taken
	if r := Compare(apiOf(method("PUT /sessions", nil, object("delay!", text, "name!", text))), clientOf(op), Options{}); len(r.Findings) != 2 {
		t.Errorf("%v where the struct is the body", found(r))
	}
}
