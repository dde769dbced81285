package main

import (
	"strings"
	"testing"
	"testing/fstest"
)

// TestStatusesInComments lists the failures of a table of statuses in the comment of the
// method, but for those that only repeat the words of their status.
func TestStatusesInComments(t *testing.T) {
	page := "# Kites\n\n## Land a kite\n\nBrings it down.\n\n```plaintext\nPOST /kites/:id/strings/:string_id\n```\n\n" +
		"| Attribute | Type | Required | Description |\n|---|---|---|---|\n| `id` | integer | yes | The ID of the kite. |\n| `string_id` | integer | yes | The [string](strings.md) of it. |\n\n" +
		"| HTTP status | Meaning |\n|---|---|\n| `404` | Not Found |\n| `409` | The kite is in a tree. |\n"
	set := packageOf(t, fstest.MapFS{"kites.md": {Data: []byte(page)}, "strings.md": {Data: []byte("# Strings\n\nWhat kites hang on.\n")}})
	var all strings.Builder
	for name, text := range set {
		if strings.HasPrefix(name, "api_") {
			all.Write(text)
		}
	}
	for _, want := range []string{
		"//   - id: The ID of the kite.\n//   - stringID: The string (strings.md) of it.\n",
		"// The StatusCode of an *Error says why it failed:\n//\n//   - 409: The kite is in a tree.\n",
	} {
		if !strings.Contains(all.String(), want) {
			t.Errorf("no %q in\n%s", want, all.String())
		}
	}
	if strings.Contains(all.String(), "404") {
		t.Error("a status is said twice")
	}
}
