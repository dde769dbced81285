package values

import (
	"fmt"
	"strings"
	"testing"

	"github.com/docgen-go/docgen/model"
)

func ref(id string) *model.Type { return &model.Type{Kind: model.KindRef, Ref: id} }

func scalar(k model.Kind) *model.Type { return &model.Type{Kind: k} }

func constant(json string) *model.Type {
	return &model.Type{Kind: model.KindConst, Literal: model.Literal(json)}
}

func enum(open bool, literals ...string) *model.Type {
	e := &model.Enum{Base: model.KindString, Open: open}
	for _, l := range literals {
		e.Values = append(e.Values, model.EnumValue{Literal: model.Literal(l)})
	}
	return &model.Type{Kind: model.KindEnum, Enum: e}
}

func union(variants ...*model.Type) *model.Type {
	t := &model.Type{Kind: model.KindUnion}
	for i, v := range variants {
		t.Variants = append(t.Variants, &model.Variant{Name: fmt.Sprint("v", i), Type: v})
	}
	return t
}

func object(fields ...*model.Field) *model.Type {
	return &model.Type{Kind: model.KindObject, Fields: fields}
}

func field(name string, required bool, t *model.Type) *model.Field {
	return &model.Field{Name: name, Required: required, Type: t}
}

// types are a crate and a parcel told apart by kind, a union that contains itself,
// and an alias.
func types() Lookup {
	all := map[string]*model.NamedType{}
	add := func(id string, t *model.Type) { all[id] = &model.NamedType{ID: id, Name: id, Type: t} }
	add("Crate", object(field("id", true, scalar(model.KindString)), field("kind", true, constant(`"crate"`))))
	add("Parcel", object(field("kind", true, constant(`"parcel"`))))
	add("Loop", union(ref("Crate"), ref("Loop"), scalar(model.KindNull)))
	add("Alias", ref("Crate"))
	add("Loose", object(field("kind", false, enum(false, `"loose"`, `"bulk"`))))
	return func(id string) *model.NamedType { return all[id] }
}

func TestOf(t *testing.T) {
	for name, tc := range map[string]struct {
		of   *model.Type
		want string
	}{
		"scalar":        {scalar(model.KindInteger), "integer"},
		"enum":          {enum(true, `"a"`, `"b"`, `"a"`), `"a" "b" open`},
		"nested unions": {union(scalar(model.KindString), union(constant("1"), scalar(model.KindNull))), "string null 1"},
		"itself":        {ref("Loop"), "null object v0 Crate of Loop"},
		"alias":         {ref("Alias"), "object Alias Crate"},
		"nobody's":      {union(ref("Gone"), ref("Parcel")), "object v1 Parcel unknown Gone"},
		"no fields":     {union(object(), &model.Type{Kind: model.KindMap, Elem: scalar(model.KindNumber)}), "map any map number"},
		"lists":         {union(&model.Type{Kind: model.KindArray, Elem: ref("Crate")}, &model.Type{Kind: model.KindArray}), "array ref array any"},
		"nothing":       {nil, ""},
	} {
		if got := text(Of(types(), tc.of, nil)); got != tc.want {
			t.Errorf("%s: got %q, want %q", name, got, tc.want)
		}
	}
	closed := Of(types(), union(ref("Crate"), ref("Parcel")), func(n *model.NamedType) bool { return n.ID == "Parcel" })
	if len(closed.Refs) != 1 || closed.Refs[0].ID != "Crate" || len(closed.Objects) != 1 {
		t.Errorf("got %+v", closed)
	}
}

func text(s *Set) string {
	var out []string
	for _, t := range s.Scalars {
		out = append(out, string(t.Kind))
	}
	for _, v := range s.Literals {
		out = append(out, string(v.Literal))
	}
	if s.Open {
		out = append(out, "open")
	}
	for _, o := range s.Objects {
		out = append(out, "object", o.Title)
		if o.Named != nil {
			out = append(out, o.Named.ID)
		}
		if o.Around != nil {
			out = append(out, "of", o.Around.ID)
		}
	}
	for _, t := range s.Maps {
		out = append(out, "map", string(t.Kind))
	}
	for _, t := range s.Arrays {
		out = append(out, "array", string(t.Kind))
	}
	for _, id := range s.Unknown {
		out = append(out, "unknown", id)
	}
	return strings.Join(out, " ")
}

func TestDiscriminator(t *testing.T) {
	for name, tc := range map[string]struct {
		of   *model.Type
		want string
	}{
		"two":                 {union(ref("Crate"), ref("Parcel")), "kind"},
		"with null":           {union(ref("Crate"), ref("Parcel"), scalar(model.KindNull)), "kind"},
		"inside a union":      {union(ref("Loop"), ref("Parcel")), "kind"},
		"one":                 {ref("Loop"), ""},
		"optional":            {union(ref("Crate"), ref("Loose")), ""},
		"twice the same":      {union(ref("Crate"), object(field("kind", true, constant(`"crate"`)))), ""},
		"any value":           {union(ref("Crate"), ref("Parcel"), scalar(model.KindAny)), ""},
		"a map":               {union(ref("Crate"), ref("Parcel"), object()), ""},
		"one nobody declares": {union(ref("Crate"), ref("Parcel"), ref("Gone")), ""},
	} {
		if got := Discriminator(types(), tc.of); got != tc.want {
			t.Errorf("%s: got %q, want %q", name, got, tc.want)
		}
	}
}

func TestTells(t *testing.T) {
	for name, tc := range map[string]struct {
		of   *model.Type
		want bool
	}{
		"constants":         {union(ref("Crate"), ref("Parcel")), true},
		"constant and enum": {union(ref("Crate"), ref("Loose")), true},
		"shared text":       {union(ref("Crate"), object(field("kind", true, enum(false, `"bulk"`, `"crate"`)))), false},
		"no member":         {union(ref("Crate"), object(field("id", true, constant(`"a"`)))), false},
		"any text":          {union(ref("Crate"), object(field("kind", true, scalar(model.KindString)))), false},
		"a map":             {union(ref("Crate"), ref("Parcel"), object()), false},
	} {
		if got := Tells(types(), tc.of, "kind"); got != tc.want {
			t.Errorf("%s: got %t", name, got)
		}
	}
}

func TestTags(t *testing.T) {
	for name, tc := range map[string]struct {
		of     *model.Type
		want   string
		always bool
	}{
		"constant":     {ref("Crate"), `["crate"]`, true},
		"several":      {union(ref("Crate"), ref("Parcel")), `["crate" "parcel"]`, true},
		"optional":     {union(ref("Loose"), ref("Crate")), `["loose" "bulk" "crate"]`, false},
		"or null":      {ref("Loop"), `["crate"]`, true},
		"any text":     {object(field("kind", true, scalar(model.KindString))), "[]", false},
		"an open enum": {object(field("kind", true, enum(true, `"a"`))), `["a"]`, true},
		"no member":    {object(field("id", true, constant(`"a"`))), "[]", false},
		"a list":       {&model.Type{Kind: model.KindArray, Elem: ref("Crate")}, "[]", false},
	} {
		if got, always := Tags(types(), tc.of, "kind"); fmt.Sprint(got) != tc.want || always != tc.always {
			t.Errorf("%s: got %v, %t, want %s, %t", name, got, always, tc.want, tc.always)
		}
	}
}
