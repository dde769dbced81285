package model_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/docgen-go/docgen/model"
)

// sameAPI ignores what is an interner's and an index's own business.
var sameAPI = cmpopts.IgnoreUnexported(model.API{}, model.Type{})

func encode(t *testing.T, a *model.API) string {
	t.Helper()
	var b bytes.Buffer
	if err := model.Encode(&b, a); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestJSONReadsBackEqual(t *testing.T) {
	for name, want := range map[string]*model.API{"full": sampleAPI(), "empty": {}} {
		text := encode(t, want)
		got, err := model.Decode(strings.NewReader(text))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if d := cmp.Diff(want, got, sameAPI); d != "" {
			t.Errorf("%s: read back different (-wrote +read):\n%s", name, d)
		}
		if again := encode(t, got); again != text {
			t.Errorf("%s: a second Encode gave other bytes:\n%s", name, cmp.Diff(text, again))
		}
	}
}

func TestDecodeGivesEqualStructureOnePointer(t *testing.T) {
	got, err := model.Decode(strings.NewReader(encode(t, sampleAPI())))
	if err != nil {
		t.Fatal(err)
	}
	m := got.Resources[0].Methods[0]
	if m.Params[0].Type != m.Returns.Type {
		t.Error("the array of parcels is two pointers: as parameter and as response")
	}
	parcel := got.Lookup("Parcel").Type
	if parcel.Fields[3].Type != parcel.Fields[4].Type.Elem {
		t.Error("the string is two pointers: as note and as value of extra")
	}
	if got.Lookup("Cargo").Type.Variants[0].Type != m.Returns.Type.Elem {
		t.Error("the ref to Parcel is two pointers: in Cargo and in the response")
	}
	distinct := map[*model.Type]bool{}
	for typ := range sampleAPI().EachType {
		distinct[typ] = true
	}
	n := 0
	for range got.EachType {
		n++
	}
	if n != len(distinct) {
		t.Errorf("%d distinct types were read, %d written", n, len(distinct))
	}
}

func TestEncodeKeepsTextReadable(t *testing.T) {
	if text := encode(t, sampleAPI()); !strings.Contains(text, "Creates <one> parcel.") {
		t.Error("angle brackets of descriptions are escaped")
	}
}

func typeDoc(typ string) string {
	return `{"version": 1, "types": [{"id": "X", "name": "X", "type": ` + typ + `}]}`
}

func methodDoc(m string) string {
	return `{"version": 1, "resources": [{"id": "r", "name": "r", "methods": [` + m + `]}]}`
}

func TestDecodeRefuses(t *testing.T) {
	deep := strings.Repeat(`{"kind":"array","elem":`, 1500) + `{"kind":"any"}` + strings.Repeat(`}`, 1500)
	deeper := strings.Repeat(`[`, 20_000)
	var resources string
	for i := range 300 {
		resources = fmt.Sprintf(`{"id":"r%d","name":"r","resources":[%s]}`, i, resources)
	}
	for _, c := range []struct{ name, text, want string }{
		{"nothing", ``, "EOF"},
		{"no JSON", `# Parcels`, "invalid character '#'"},
		{"cut off", `{"version": 1, "types": [`, "unexpected EOF"},
		{"an array", `[]`, "cannot unmarshal array"},
		{"something else", `{}`, `"version" is missing`},
		{"a later version", `{"version": 2, "shapes": []}`, "version 2: this docgen reads version 1"},
		{"unknown member", `{"version": 1, "shapes": []}`, `unknown field "shapes"`},
		{"two documents", `{"version": 1} {"version": 1}`, "more text follows"},
		{"trailing rubbish", `{"version": 1} ]`, "more text follows"},
		{"bottomless brackets", deeper, "exceeded max depth"},
		{"deep types", typeDoc(deep), "types nest deeper than 1000"},
		{"deep resources", `{"version": 1, "resources": [` + resources + `]}`, "resources nest deeper than 200"},
		{"kind", typeDoc(`{"kind": "tuple"}`), `type "X": there is no kind "tuple"`},
		{"no kind", typeDoc(`{}`), `there is no kind ""`},
		{"no type", typeDoc(`null`), `type "X": no type`},
		{"unknown ref", typeDoc(`{"kind": "ref", "ref": "Y"}`), `ref to type "Y", which does not exist`},
		{"ref without ref", typeDoc(`{"kind": "ref"}`), "kind ref without ref"},
		{"array without elem", typeDoc(`{"kind": "array"}`), "kind array without elem"},
		{"scalar with fields", typeDoc(`{"kind": "string", "fields": [{"name": "a", "type": {"kind": "any"}}]}`), "kind string does not have fields"},
		{"null field", typeDoc(`{"kind": "object", "fields": [null]}`), "field 1 is null"},
		{"field without type", typeDoc(`{"kind": "object", "fields": [{"name": "a"}]}`), `field "a": no type`},
		{"bad default", typeDoc(`{"kind": "object", "fields": [{"name": "a", "type": {"kind": "any"}, "default": "x"}]}`), `field "a": default: "x" is not a JSON value`},
		{"null variant", typeDoc(`{"kind": "union", "variants": [null]}`), "variant 1 is null"},
		{"bad variant", typeDoc(`{"kind": "union", "variants": [{"type": {"kind": "map"}}]}`), "variant 1: kind map without elem"},
		{"bad elem", typeDoc(`{"kind": "map", "elem": {"kind": "const"}}`), "elem: kind const without literal"},
		{"bad literal", typeDoc(`{"kind": "const", "literal": "a"}`), `"a" is not a JSON value`},
		{"empty enum", typeDoc(`{"kind": "enum", "enum": {"base": "string", "values": []}}`), "enum without values"},
		{"enum of nothing", typeDoc(`{"kind": "enum", "enum": {"base": "text", "values": []}}`), `enum: there is no kind "text"`},
		{"bad enum value", typeDoc(`{"kind": "enum", "enum": {"base": "string", "values": [{"literal": ""}]}}`), `enum value 1: "" is not a JSON value`},
		{"null type", `{"version": 1, "types": [null]}`, "type 1 is null"},
		{"unsorted types", `{"version": 1, "types": [{"id": "B", "name": "B", "type": {"kind": "any"}}, {"id": "A", "name": "A", "type": {"kind": "any"}}]}`, `type "A": IDs are unique and sorted`},
		{"doubled auth", `{"version": 1, "auth": [{"id": "a", "scheme": "basic"}, {"id": "a", "scheme": "basic"}]}`, `auth ID "a"`},
		{"null resource", `{"version": 1, "resources": [null]}`, "resource 1 is null"},
		{"resource's type", `{"version": 1, "resources": [{"id": "r", "name": "r", "types": ["X"]}]}`, `resource "r": there is no type "X"`},
		{"doubled resource", `{"version": 1, "resources": [{"id": "r", "name": "r"}, {"id": "r", "name": "r"}]}`, "not the only one"},
		{"null method", methodDoc(`null`), "method 1 is null"},
		{"nameless method", methodDoc(`{}`), "the ID is empty"},
		{"method without path", methodDoc(`{"id": "r.a", "verb": "GET"}`), "a verb and a path"},
		{"method's auth", methodDoc(`{"id": "r.a", "verb": "GET", "path": "/", "auth": ["a"]}`), `method "r.a": there is no auth "a"`},
		{"null parameter", methodDoc(`{"id": "r.a", "verb": "GET", "path": "/", "params": [null]}`), "parameter 1 is null"},
		{"place", methodDoc(`{"id": "r.a", "verb": "GET", "path": "/", "params": [{"name": "p", "place": "body"}]}`), `parameter "p": there is no place "body"`},
		{"parameter's type", methodDoc(`{"id": "r.a", "verb": "GET", "path": "/", "params": [{"name": "p", "place": "path"}]}`), `parameter "p": no type`},
		{"body", methodDoc(`{"id": "r.a", "verb": "GET", "path": "/", "body": {}}`), "body: no type"},
		{"returns", methodDoc(`{"id": "r.a", "verb": "GET", "path": "/", "returns": {}}`), "returns: no type"},
		{"null example", methodDoc(`{"id": "r.a", "verb": "GET", "path": "/", "examples": [null]}`), "example 1 is null"},
		{"example's kind", methodDoc(`{"id": "r.a", "verb": "GET", "path": "/", "examples": [{"kind": "poem"}]}`), `there is no kind "poem"`},
		{"null page", `{"version": 1, "pages": [null]}`, "page 1 is null"},
		{"nameless page", `{"version": 1, "pages": [{"kind": "guide"}]}`, "paths are unique and sorted"},
		{"page's kind", `{"version": 1, "pages": [{"path": "a.md", "kind": "poem"}]}`, `there is no kind "poem"`},
		{"page's bytes", `{"version": 1, "pages": [{"path": "a.md", "kind": "guide", "bytes": {"total": 3, "docs": 2}}]}`, "total is 3 bytes, but the parts sum up to 2"},
	} {
		_, err := model.Decode(strings.NewReader(c.text))
		if err == nil {
			t.Errorf("%s: no error, want one with %q", c.name, c.want)
		} else if !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: error %q, want one with %q", c.name, err, c.want)
		}
	}
}
