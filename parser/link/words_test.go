package link

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/docgen-go/docgen/model/names"
)

func TestWords(t *testing.T) {
	for _, tc := range []struct {
		in          string
		words       []string
		slug, camel string
	}{
		{"parcel_id", []string{"parcel", "id"}, "parcel_id", "ParcelId"},
		{"List Parcels", []string{"List", "Parcels"}, "list_parcels", "ListParcels"},
		{"harborParcelID", []string{"harbor", "Parcel", "ID"}, "harbor_parcel_id", "HarborParcelID"},
		{"created_at[gte]", []string{"created", "at", "gte"}, "created_at_gte", "CreatedAtGte"},
		{"x-harbor.v2", []string{"x", "harbor", "v2"}, "x_harbor_v2", "XHarborV2"},
		{"größe über", []string{"größe", "über"}, "größe_über", "GrößeÜber"},
		{"--", nil, "", ""},
		{"", nil, "", ""},
	} {
		if diff := cmp.Diff(tc.words, names.Parts(tc.in)); diff != "" {
			t.Errorf("words(%q) (-want +got):\n%s", tc.in, diff)
		}
		if got := Slug(tc.in); got != tc.slug {
			t.Errorf("Slug(%q) = %q, want %q", tc.in, got, tc.slug)
		}
		if got := Camel(tc.in); got != tc.camel {
			t.Errorf("Camel(%q) = %q, want %q", tc.in, got, tc.camel)
		}
	}
}
