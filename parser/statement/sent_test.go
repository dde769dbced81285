package statement

import "testing"

// TestAsSent holds how values in the path of a request become slots.
func TestAsSent(t *testing.T) {
	for path, want := range map[string]string{
		"/companies/7":           "/companies/{company_id}",
		"/cranes/7/hooks/2.json": "/cranes/{crane_id}/hooks/{hook_id}.json",
		"/boxes/b7":              "/boxes/{box_id}",
		"/addresses/7":           "/addresses/{address_id}",
		"/cranes/CRANE_ID":       "/cranes/{crane_id}",
		"/cranes/ID":             "/cranes/{crane_id}",
		"/cranes/$CRANE":         "/cranes/{crane}",
		"/v2/cranes":             "/v2/cranes",
	} {
		if got, _, ok := AsSent(path); !ok || got != want {
			t.Errorf("AsSent(%q) = %q, %v, want %q", path, got, ok, want)
		}
	}
}
