package model_test

import (
	"slices"
	"testing"

	"github.com/docgen-go/docgen/model"
)

func TestHeadersOf(t *testing.T) {
	api := &model.API{Headers: []model.Constant{{Name: "Harbor-Version", Value: "1"}, {Name: "harbor-tide", Value: "low"}}}
	m := &model.Method{Headers: []model.Constant{{Name: "harbor-version", Value: "2"}, {Name: "Harbor-Version", Value: "3"}}}
	want := []model.Constant{{Name: "harbor-version", Value: "2"}, {Name: "harbor-tide", Value: "low"}}
	if got := api.HeadersOf(m); !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
	if got := m.OwnHeaders(); !slices.Equal(got, want[:1]) {
		t.Errorf("%v, want %v", got, want[:1])
	}
	if len(m.Headers) != 2 || len(api.Headers) != 2 {
		t.Error("what was asked changed")
	}
}
