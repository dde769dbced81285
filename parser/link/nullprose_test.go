package link

import (
	"testing"

	"github.com/docgen-go/docgen/model"
)

// A sentence makes a member nullable only where it is about the member itself.
func TestSaysNull(t *testing.T) {
	l := &linker{memberNames: map[string]bool{"own": true, "other": true}}
	text := &model.Type{Kind: model.KindString}
	labels := &model.Type{Kind: model.KindMap, Elem: text}
	for _, tc := range []struct {
		doc  string
		typ  *model.Type
		want bool
	}{
		{"`null` until it is shipped.", text, true},
		{"May be\nnull when it is lost.", text, true},
		{"Always `null` for ships.", text, true},
		{"When it left, or null if it did not.", text, true},
		{"When it left or `null`.", text, true},
		{"The value will be null while it waits.", text, true},
		{"For ships, this must be `null`;", text, true},
		{"Off at first and can be set to `null` to forget it.", text, true},
		{"Set to null to forget it.", labels, true},
		{"Cleared by null. `own` is null by then.", text, true},
		{"Its name (null for strangers).", text, true},
		{"Defaults to null when omitted.", text, true},
		{"Nullable.", text, true},
		{"If `null`, it is the last one.", text, true},
		{"When null (default), the port decides.", text, true},
		{"Otherwise, null.", text, true},
		{"The full text.", text, false},
		{"When left out, there is no bound on its sails (null).", text, false},
		{"An annulled parcel, not nullable.", text, false},
		{"If true, `other` is null.", text, false},
		{"`other` is an ID, or null.", text, false},
		{"If `other.name` is null, it is left out.", text, false},
		{"Set a key to a string to add it, or to null to delete it.", labels, false},
		{"Values may be null.", labels, false},
		{"To clear `other`, pass `null`.", text, false},
		{"Fields default to null;", labels, false},
		{"Carries a null value when empty.", text, false},
		{"This is always non-null.", text, false},
		{"Null values are refused.", text, false},
		{"The captain is null on ferries.", text, false},
	} {
		f := &model.Field{Name: "own", Type: tc.typ, Doc: tc.doc}
		if got := l.saysNull(f); got != tc.want {
			t.Errorf("%q: %t, want %t", tc.doc, got, tc.want)
		}
	}
}
