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
	param := func(location model.Location, name string) *model.Param {
		return &model.Param{Location: location, Field: model.Field{Name: name, Type: &model.Type{Kind: model.KindString}, Required: true}}
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
			param(model.LocationHeader, "x-beta"), param(model.LocationHeader, "harbor-version"), param(model.LocationHeader, "x-key"),
			param(model.LocationHeader, "authorization"), param(model.LocationQuery, "beta"), param(model.LocationQuery, "x-key"),
		},
	})
	got := verify.Compare(docs, spec, verify.Options{})
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

func oneField(kind model.Kind, required bool) *model.API {
	f := &model.Field{Name: "weight", Type: &model.Type{Kind: kind}, Required: required}
	object := &model.Type{Kind: model.KindObject, Fields: []*model.Field{f}}
	return oneMethod(&model.Method{Verb: "PUT", Path: "/", Body: &model.Body{Type: object}})
}

func TestWorst(t *testing.T) {
	report := verify.Compare(oneField(model.KindNumber, true), oneField(model.KindInteger, true), verify.Options{})
	if worst, of := report.Worst(verify.SignedKinds()); worst != 100 || of != "" {
		t.Errorf("worst of the signed kinds is %v of %q, want 100: the pages say number", worst, of)
	}
	if worst, of := report.Worst(verify.Kinds()); worst != 0 || of != verify.Integers {
		t.Errorf("worst of all kinds is %v of %q, want 0 of %s", worst, of, verify.Integers)
	}
	report = verify.Compare(oneField(model.KindNumber, false), oneField(model.KindNumber, true), verify.Options{})
	if worst, of := report.Worst(verify.SignedKinds()); worst != 0 || of != verify.Required {
		t.Errorf("worst is %v of %q, want 0 of %s", worst, of, verify.Required)
	}
}

func TestWhatThePagesNeverMention(t *testing.T) {
	docs := oneMethod(&model.Method{Verb: "PUT", Path: "/", Body: &model.Body{Type: &model.Type{Kind: model.KindObject}}})
	for _, mentioned := range []bool{true, false} {
		asked := ""
		report := verify.Compare(docs, oneField(model.KindNumber, true), verify.Options{
			Mentions: func(word string) bool { asked += word; return mentioned },
		})
		got := report.Of(verify.Fields)
		want := map[bool]float64{true: 0, false: 100}[mentioned]
		if asked != "weight" || got.Recall != 0 || got.RecallOfMentioned != want {
			t.Errorf("mentioned %t: asked for %q, recall %v and %v, want 0 and %v", mentioned, asked, got.Recall, got.RecallOfMentioned, want)
		}
	}
}
