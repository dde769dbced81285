package link

import (
	"strings"
	"testing"

	"github.com/docgen-go/docgen/model"
)

func TestEnvelopeOf(t *testing.T) {
	parcel := object(field("id", scalar(model.KindString)))
	for _, tc := range []struct {
		name    string
		element *model.Type
		example string
		want    string
	}{
		{"a list and a cursor", parcel, `{"data": [], "next_page": "p2", "has_more": true, "total": 3, "took": {}}`,
			"data=array! next_page=string? has_more=boolean? total=number? took=any?"},
		{"a cursor at its end", parcel, `{"parcels": [{"id": "a"}], "next": null}`, "parcels=array! next=string?"},
		{"the named one of two lists", parcel, `{"labels": [], "items": []}`, "labels=any? items=array!"},
		{"two lists", parcel, `{"labels": [], "docks": []}`, ""},
		{"the envelope is printed", object(field("data", listOf(parcel))), `{"data": []}`, ""},
		{"no list", parcel, `{"id": "a"}`, ""},
		{"no object", parcel, `[{"id": "a"}]`, ""},
		{"no JSON", parcel, `{"data": [`, ""},
		{"nothing", parcel, "", ""},
	} {
		l := &linker{types: model.NewInterner()}
		var got []string
		if e := l.envelopeOf(tc.element, tc.example); e != nil {
			for _, f := range e.Fields {
				mark := "!"
				if f.Nullable && !f.Required {
					mark = "?"
				}
				got = append(got, f.Name+"="+string(f.Type.Kind)+mark)
				if f.Required && f.Type.Elem != tc.element || f.Evidence.Of(model.FactType) != model.SourceExample {
					t.Errorf("%s: %s holds %v by %v", tc.name, f.Name, f.Type.Elem, f.Evidence)
				}
			}
		}
		if text := strings.Join(got, " "); text != tc.want {
			t.Errorf("%s: %q, want %q", tc.name, text, tc.want)
		}
	}
}
