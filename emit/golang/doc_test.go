package golang

import "testing"

func TestTitleAndText(t *testing.T) {
	for _, c := range []struct{ title, text, wantTitle, wantText string }{
		{"List Parcels", "# List Parcels\n\nNewest first.", "List Parcels", "Newest first."},
		{"List Parcels.", "List parcels.\n\nNewest first.", "List Parcels", "Newest first."},
		{"List Parcels", "List parcels, newest first.", "", "List parcels, newest first."},
		{"List Parcels", "List parcels", "List Parcels", ""},
		{"List", "Listed parcels only.", "List", "Listed parcels only."},
		{"List Parcels", "Newest first.", "List Parcels", "Newest first."},
		{"", "Newest first.", "", "Newest first."},
		{"List Parcels", "", "List Parcels", ""},
		{"Éclair", "É", "Éclair", "É"},
	} {
		title, text := titleAndText(c.title, c.text)
		if title != c.wantTitle || text != c.wantText {
			t.Errorf("%q and %q are %q and %q", c.title, c.text, title, text)
		}
	}
}
