package verify_test

import (
	"testing"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/verify"
)

func oneMethod(m *model.Method) *model.API {
	return &model.API{Resources: []*model.Resource{{ID: "parcels", Methods: []*model.Method{m}}}}
}

func TestParametersShownByExamples(t *testing.T) {
	param := func(place model.Place, name string) *model.Param {
		return &model.Param{Place: place, Field: model.Field{Name: name, Type: &model.Type{Kind: model.KindString}, Required: true}}
	}
	docs := oneMethod(&model.Method{
		ID: "parcels.list", Verb: "GET", Path: "/parcels",
		Headers: []model.Constant{{Name: "X-Beta", Value: "1"}}, Query: []model.Constant{{Name: "beta", Value: "true"}},
	})
	docs.Headers = []model.Constant{{Name: "Harbor-Version", Value: "2026-01-01"}}
	docs.Auth = []model.Auth{{ID: "key", Scheme: model.AuthHeader, Name: "X-Key"}, {ID: "token", Scheme: model.AuthBearer}}
	spec := oneMethod(&model.Method{
		ID: "list", Verb: "GET", Path: "/parcels",
		Params: []*model.Param{
			param(model.PlaceHeader, "x-beta"), param(model.PlaceHeader, "harbor-version"), param(model.PlaceHeader, "x-key"),
			param(model.PlaceHeader, "authorization"), param(model.PlaceQuery, "beta"), param(model.PlaceQuery, "x-key"),
		},
	})
	got := verify.Compare(docs, spec)
	if tally := got.Of(verify.Parameters).Tally; tally != (verify.Tally{Docs: 5, Spec: 6, Both: 5}) {
		t.Errorf("parameters %+v, want 5 of 6 shown", tally)
	}
	if d := got.Disagreements; len(d) != 1 || d[0].Spec != "query x-key" {
		t.Errorf("disagreements %+v, want the query x-key alone", d)
	}
}

func TestTally(t *testing.T) {
	for _, c := range []struct {
		tally             verify.Tally
		precision, recall float64
	}{
		{verify.Tally{}, 100, 100},
		{verify.Tally{Docs: 4, Spec: 8, Both: 2}, 50, 25},
		{verify.Tally{Docs: 0, Spec: 3}, 100, 0},
	} {
		if p, r := c.tally.Precision(), c.tally.Recall(); p != c.precision || r != c.recall {
			t.Errorf("%+v: precision %v, recall %v, want %v and %v", c.tally, p, r, c.precision, c.recall)
		}
	}
}

// Worst is about what every page states: a kind that is only inferred does not
// count, however bad it is.
func TestWorst(t *testing.T) {
	field := func(kind model.Kind, required bool) *model.API {
		f := &model.Field{Name: "a", Type: &model.Type{Kind: kind}, Required: required}
		object := &model.Type{Kind: model.KindObject, Fields: []*model.Field{f}}
		return oneMethod(&model.Method{Verb: "PUT", Path: "/", Body: &model.Body{Type: object}})
	}
	if worst := verify.Compare(field(model.KindNumber, true), field(model.KindInteger, true)).Worst(); worst != 100 {
		t.Errorf("worst is %v over a number that is an integer, want 100", worst)
	}
	if worst := verify.Compare(field(model.KindNumber, false), field(model.KindNumber, true)).Worst(); worst != 0 {
		t.Errorf("worst is %v over the one required field that is not, want 0", worst)
	}
}
