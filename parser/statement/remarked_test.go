package statement

import "testing"

// TestRemarkedTitles holds that remarks behind a path in a title are no part of it.
func TestRemarkedTitles(t *testing.T) {
	for title, want := range map[string]string{
		"PATCH /jetties/:id **[Auth: OWNER]**":       "PATCH /jetties/:id",
		"GET /jetties/mine **[Auth]**":               "GET /jetties/mine",
		"`DELETE /jetties/{id}` *(admin only)*":      "DELETE /jetties/{id}",
		"POST /jetties [Auth: OWNER]":                "POST /jetties",
		"POST /jetties 🔒":                            "POST /jetties",
		"GET /jetties/:id `admin`":                   "GET /jetties/:id",
		"GET /jetties/{id}/logs _deprecated_":        "GET /jetties/{id}/logs",
		"GET /jetties/low-water: those that run dry": "GET /jetties/low-water",
	} {
		ops := titled(title)
		if len(ops) != 1 || ops[0].String() != want {
			t.Errorf("titled(%q) = %v, want %s", title, ops, want)
		}
	}
	for _, title := range []string{"How GET /jetties **works**", "Using GET /jetties in *scripts* of yours"} {
		if ops := titled(title); ops != nil {
			t.Errorf("titled(%q) = %v, want none", title, ops)
		}
	}
}
