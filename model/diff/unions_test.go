package diff_test

import (
	"testing"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diff"
)

func choice(types ...*model.Type) *model.Type {
	u := &model.Type{Kind: model.KindUnion}
	for _, t := range types {
		u.Variants = append(u.Variants, &model.Variant{Type: t})
	}
	return u
}

// TestUnionsWithinUnions compares unions of which one side mentions what a union on the
// other side holds: nothing is lost and nothing invented, in both directions.
func TestUnionsWithinUnions(t *testing.T) {
	x, y, z := object(field("x", text)), object(field("y", text)), object(field("z", text))
	ref := func(id string) *model.Type { return &model.Type{Kind: model.KindRef, Ref: id} }
	api := func(a, u *model.Type) *model.API {
		var types []*model.NamedType
		for i, t := range []*model.Type{a, u, x, y, z} {
			id := string("AUXYZ"[i])
			types = append(types, &model.NamedType{ID: id, Name: id, Type: t})
		}
		return &model.API{
			Resources: []*model.Resource{{ID: "p", Methods: []*model.Method{{ID: "p.get", Verb: "GET", Path: "/p", Returns: &model.Response{Type: ref("A")}}}}},
			Types:     types,
		}
	}
	for name, c := range map[string]struct {
		old, new *model.API
		want     string
	}{
		"mentioned beside it before": {
			api(choice(ref("X"), ref("U")), choice(ref("X"), ref("Y"))), api(ref("U"), choice(ref("X"), ref("Y"))), "",
		},
		"moves into it": {
			api(choice(ref("X"), ref("U")), choice(ref("Y"), ref("Z"))), api(ref("U"), choice(ref("X"), ref("Y"), ref("Z"))),
			"variant-added [response] U  \"\" \"X\" reach [p.get]\n",
		},
		"goes from it": {
			api(ref("U"), choice(ref("X"), ref("Y"), ref("Z"))), api(ref("U"), choice(ref("Y"), ref("Z"))),
			"variant-removed [response] U  \"X\" \"\" reach [p.get]\n",
		},
		"both hold one another": {
			api(choice(ref("U"), ref("Z")), choice(ref("A"), ref("X"))), api(choice(ref("U"), ref("Z")), choice(ref("A"), ref("Y"))),
			"type-changed [response] U  \"X\" \"Y\" reach [p.get]\n",
		},
	} {
		if got := facts(diff.Compare(c.old, c.new)); got != c.want {
			t.Errorf("%s:\n%s\nwant\n%s", name, got, c.want)
		}
		checkBackwards(t, c.old, c.new)
	}
}
