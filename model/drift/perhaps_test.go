package drift

import (
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

// TestStatedTwice compares a member that alternatives state with two types with the values of both.
func TestStatedTwice(t *testing.T) {
	kinds := &model.Type{Kind: model.KindEnum, Enum: &model.Enum{Base: model.KindString, Values: []model.EnumValue{{Literal: `"tug"`}}}}
	more := &model.Type{Kind: model.KindEnum, Enum: &model.Enum{Base: model.KindString, Values: []model.EnumValue{{Literal: `"ferry"`}, {Literal: `"raft"`}}}}
	docs := apiOf(method("GET /ships/{id}", union(object("id!", text, "kind!", kinds, "berth~", text, "note?", text), object("id!", text, "kind!", more, "berth", text, "note", integer)), nil))
	got := withField(goStruct("Ship", "ID string id", "Berth string berth", "Note any note"), "Kind", "kind", constants("Kind", gofacts.String, "KindTug tug", "KindFerry ferry"))
	findings := Compare(docs, clientOf(call("GET /ships/{id}", got, nil)), Options{}).Findings
	if len(findings) != 1 || findings[0].Rule != ValuesMissing || findings[0].Member != `"raft"` || findings[0].Page != line(3) {
		t.Errorf("%q", found(&Report{Findings: findings}))
	}
}
