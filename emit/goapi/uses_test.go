package goapi_test

import (
	"strings"
	"testing"

	"github.com/docgen-go/docgen/emit/goapi"
)

// TestBrokenBy demands the identifiers that stop to compile with each kind of change.
func TestBrokenBy(t *testing.T) {
	used := map[string]bool{"Tug": true, "Tug.Name": true, "Tugboat.Name": true, "KindSea": true, "Service.Get": true}
	for _, c := range []struct {
		change goapi.Change
		want   string
	}{
		{goapi.Change{Action: goapi.Removed, Kind: goapi.KindField, Name: "Tug.Name"}, "Tug.Name"},
		{goapi.Change{Action: goapi.Removed, Kind: goapi.KindField, Name: "Tug.Mass"}, ""},
		{goapi.Change{Action: goapi.Changed, Kind: goapi.KindMethod, Name: "Service.Get"}, "Service.Get"},
		{goapi.Change{Action: goapi.Added, Kind: goapi.KindType, Name: "Tug"}, ""},
		{goapi.Change{Action: goapi.Removed, Kind: goapi.KindType, Name: "Tug"}, "Tug Tug.Name"},
		{goapi.Change{Action: goapi.Changed, Kind: goapi.KindType, Name: "Tug"}, "Tug Tug.Name"},
		{goapi.Change{Action: goapi.Renamed, Kind: goapi.KindType, Name: "Tug", Old: "Tug", New: "Boat"}, "Tug"},
		{goapi.Change{Action: goapi.Removed, Kind: goapi.KindVariant, Name: goapi.VariantName("Vessel", "Tug")}, "Tug"},
		{goapi.Change{Action: goapi.Removed, Kind: goapi.KindVariant, Name: goapi.VariantName("Tug", "Raft")}, ""},
		{goapi.Change{Action: goapi.Removed, Kind: goapi.KindConst, Name: "KindSea"}, "KindSea"},
	} {
		if got := strings.Join(goapi.BrokenBy(c.change, used), " "); got != c.want {
			t.Errorf("%+v breaks %q, want %q", c.change, got, c.want)
		}
	}
}
