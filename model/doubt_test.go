package model_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/docgen-go/docgen/model"
)

func TestInDoubt(t *testing.T) {
	api := sampleAPI()
	api.Doubts = []model.Doubt{
		{Kind: model.DoubtCount, Span: span("parcels.md", 3), Reason: "3 fields announced, 2 listed", Methods: []string{"parcels.get"}},
		{Kind: model.DoubtEnd, Span: span("parcels.md", 9), Reason: "the page ends in a fence", Types: []string{"Parcel"}},
	}
	if got := api.InDoubt("parcels.get", ""); len(got) != 1 || got[0].Kind != model.DoubtCount {
		t.Errorf("%v, want the doubt about parcels.get", got)
	}
	if got := api.InDoubt("", "Parcel"); len(got) != 1 || got[0].Kind != model.DoubtEnd {
		t.Errorf("%v, want the doubt about Parcel", got)
	}
	if got := api.InDoubt("", ""); len(got) > 0 {
		t.Errorf("%v, want no doubt about nothing", got)
	}
	var first, again bytes.Buffer
	if err := model.Encode(&first, api); err != nil {
		t.Fatal(err)
	}
	back, err := model.Decode(bytes.NewReader(first.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	if err := model.Encode(&again, back); err != nil || again.String() != first.String() {
		t.Errorf("doubts do not read back equal: %v", err)
	}
	for _, fault := range []struct{ from, to, want string }{
		{`"kind": "count"`, `"kind": "mood"`, `doubt 1: there is no kind "mood"`},
		{`"reason": "the page ends in a fence"`, `"reason": ""`, "doubt 2 has no reason"},
	} {
		text := strings.Replace(first.String(), fault.from, fault.to, 1)
		if _, err := model.Decode(strings.NewReader(text)); err == nil || !strings.Contains(err.Error(), fault.want) {
			t.Errorf("%v, want %q", err, fault.want)
		}
	}
}
