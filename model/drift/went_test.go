package drift

import (
	"slices"
	"testing"
)

// TestNoLongerDocumented makes a warning of what an older revision of the pages had, and a note of what none had.
func TestNoLongerDocumented(t *testing.T) {
	ship := goStruct("Ship", "ID string id", "Name string name", "Colour string colour", "Mast string mast")
	client := clientOf(call("GET /ships/{id}", ship, nil), call("GET /tides/now", nil, nil), call("GET /moons", nil, nil))
	docs := apiOf(method("GET /ships/{id}", object("id!", text, "name!", text), nil))
	older := apiOf(method("GET /ships/{id}", object("id!", text, "name!", text, "colour", text), nil), method("GET /tides/now", nil, nil))
	said := func(o Options) (out []string) {
		for _, f := range Compare(docs, client, o).Findings {
			out = append(out, string(f.Severity)+" "+string(f.Confidence)+" "+f.Message)
		}
		slices.Sort(out)
		return out
	}
	const moons, mast = "info perhaps the pages do not document GET /moons", "info perhaps the pages have no mast in the results that quay.Ship stands for"
	went := []string{"warning sure the pages no longer document GET /tides/now", "warning sure the pages no longer have colour in the results that quay.Ship stands for"}
	for _, c := range []struct {
		o    Options
		want []string
	}{
		{Options{}, []string{moons, "info perhaps the pages do not document GET /tides/now", "info perhaps the pages have no colour in the results that quay.Ship stands for", mast}},
		{Options{Older: older}, append([]string{moons, mast}, went...)},
		{Options{Older: older, Since: true}, went},
	} {
		if got := said(c.o); !slices.Equal(got, c.want) {
			t.Errorf("got  %q\nwant %q", got, c.want)
		}
	}
}
