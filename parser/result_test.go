package parser

import (
	"testing"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/parser/format"
)

// An account that does not add up to the page is corrected and reported, so that a
// format cannot lose a byte without a word.
func TestAccountsAddUp(t *testing.T) {
	for name, tc := range map[string]struct {
		bytes, want model.Bytes
		found       int
	}{
		"right":    {model.Bytes{Total: 9, Model: 4, Docs: 5}, model.Bytes{Total: 9, Model: 4, Docs: 5}, 0},
		"too few":  {model.Bytes{Total: 7, Model: 4, Docs: 3}, model.Bytes{Total: 9, Model: 4, Docs: 3, Unread: 2}, 1},
		"too many": {model.Bytes{Total: 9, Model: 9, Docs: 3}, model.Bytes{Total: 9, Unread: 9}, 1},
		"no total": {model.Bytes{Model: 9}, model.Bytes{Total: 9, Model: 9}, 1},
	} {
		r := &run{}
		p := &model.Page{Path: "a.md", Bytes: tc.bytes}
		r.checkBytes(p, 9)
		if p.Bytes != tc.want || len(r.diags) != tc.found {
			t.Errorf("%s: %+v with %v", name, p.Bytes, r.diags)
		}
		for _, d := range r.diags {
			if d.Code != "unread-page" || d.Severity != diag.Error {
				t.Errorf("%s: %v", name, d)
			}
		}
	}
	r := &run{}
	if p := r.unaccounted(&format.Page{Path: "a.md"}, 9); p.Bytes != (model.Bytes{Total: 9, Unread: 9}) || len(r.diags) != 1 {
		t.Errorf("a page that its format says nothing of: %+v with %v", p, r.diags)
	}
}
