package pull

import "testing"

// TestManifestOfBefore reads the key that manifests had before all keys were
// written in one way, without which every page would be fetched again.
func TestManifestOfBefore(t *testing.T) {
	for _, key := range []string{"last_modified", "lastModified"} {
		m, err := decodeManifest([]byte(`{"version": 1, "pages": [{"file": "docks.md", "url": "https://harbor.example/docks.md", "` + key + `": "Mon, 02 Nov 2026 10:00:00 GMT"}]}`))
		if err != nil {
			t.Fatal(err)
		}
		if e := m.Pages[0]; e.LastModified != "Mon, 02 Nov 2026 10:00:00 GMT" || e.File != "docks.md" {
			t.Errorf("%s: %+v", key, e)
		}
	}
}
