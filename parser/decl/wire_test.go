package decl_test

import (
	"testing"

	"github.com/docgen-go/docgen/parser/decl"
)

func TestWireName(t *testing.T) {
	for printed, want := range map[string]string{
		"": "", "id": "id", "ID": "id", "AfterID": "after_id", "afterId": "after_id", "ParcelIDs": "parcel_ids",
		"URLsSeen": "urls_seen", "HTTPStatus": "http_status", "TopK": "top_k", "Tokens5mLeft": "tokens_5m_left",
		"ContentSha256": "content_sha256", "Edit20250919": "edit_20250919", "object_": "object_", "A": "a",
		"Größe": "größe", "weightKg": "weight_kg",
	} {
		if got := decl.WireName(printed); got != want {
			t.Errorf("WireName(%q) = %q, want %q", printed, got, want)
		}
	}
}
