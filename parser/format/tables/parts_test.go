package tables

import "testing"

// TestStatusWithin holds that only whole numbers are statuses.
func TestStatusWithin(t *testing.T) {
	for text, want := range map[string]string{
		"200": "200", "Response 201 Created": "201", "`404`": "404", "200:": "200", "Status 204.": "204", "(503)": "503", "**200 OK**": "200",
		"if it is X.509 signed": "", "v1.200": "", "200.5": "", "1200": "", "abc200": "", "200th": "", "Answers within 600 seconds": "",
	} {
		if got := statusWithin(text); got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}
