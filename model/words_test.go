package model_test

import (
	"testing"

	"github.com/docgen-go/docgen/model"
)

func TestSameWords(t *testing.T) {
	for _, c := range []struct {
		a, b string
		same bool
	}{
		{"", "", true},
		{"", "\n ", true},
		{"a harbor", "a\nharbor ", true},
		{"a harbor", "a harbo r", false},
		{"a harbor", "a harbor master", false},
		{"Either:\n\n* one\n* two", "Either:\n- one\n\n- two", true},
		{"Either:\n+ one", "Either:\n- one", true},
		{"one\n* two", "one two", false},
		{"2 * 3", "2 - 3", false},
		{"**bold**", "*bold*", false},
		{"tide\u00a0table", "tide table", true},
	} {
		if model.SameWords(c.a, c.b) != c.same || model.SameWords(c.b, c.a) != c.same {
			t.Errorf("%q and %q: want %t", c.a, c.b, c.same)
		}
	}
}

// TestInternWords demands that descriptions set in other lines, as they are at
// another depth of a page, keep nothing from being one type.
func TestInternWords(t *testing.T) {
	in := model.NewInterner()
	text := in.Scalar(model.KindString)
	object := func(doc string) *model.Type {
		return in.Intern(model.Type{Kind: model.KindObject, Fields: []*model.Field{{Name: "berth", Type: text, Doc: doc}}})
	}
	enum := func(doc string) *model.Type {
		return in.Intern(model.Type{Kind: model.KindEnum, Enum: &model.Enum{Base: model.KindString, Values: []model.EnumValue{{Literal: `"a"`, Doc: doc}}}})
	}
	union := func(doc string) *model.Type {
		return in.Intern(model.Type{Kind: model.KindUnion, Variants: []*model.Variant{{Type: text, Doc: doc}}})
	}
	for _, of := range []func(string) *model.Type{object, enum, union} {
		if of("Where the ship lies.") != of("Where the\nship lies.") {
			t.Error("line ends make two types")
		}
		if of("Where the ship lies.") == of("Where the ship lay.") {
			t.Error("two descriptions make one type")
		}
	}
}
