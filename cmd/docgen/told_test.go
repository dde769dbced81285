package main

import (
	"encoding/json"
	"strings"
	"testing"
)

// TestTold has verbs tell what was read and what to do next where that is asked for, beside
// a result that stays what it is.
func TestTold(t *testing.T) {
	t.Chdir(t.TempDir())
	write(t, "old/berths.md", harborPage)
	write(t, "new/berths.md", strings.ReplaceAll(harborPage, "`name: string`", "`title: string`"))
	write(t, "broken/berths.md", harborPage)
	write(t, "broken/bad.md", "\x7fELF\x02\x01\x00\x00")
	docgen(t, "export", "openapi", "old", "-o", "spec.json").expect(t, exitOK, "", "")
	const read = "1 reference (sdkdocs, http); 1 method, 3 types, 0 examples"
	for _, c := range []struct {
		args string
		code int
		said []string
	}{
		{"diff old new --format json", exitFindings, []string{"old: " + read, "new: " + read, "next: \"docgen rules ", "--used-by ./..."}},
		{"diff old old --format json", exitOK, []string{"old: " + read}},
		{"diff old broken --format json", exitOK, []string{"1 error", "next: the new pages have errors, so that changes may be missing: \"docgen lint broken\""}},
		{"verify old --openapi spec.json --format json", exitOK, []string{"old: " + read, "spec.json: 1 method, 3 types", "next: \"docgen inspect --evidence old\""}},
		{"history a=old b=new --format json", exitOK, []string{"2 revisions, a to b: ", "0 incomplete", "next: --of ID"}},
		{"history a=old b=new --of berths.book --format json", exitOK, []string{"2 revisions, a to b: "}},
	} {
		t.Run(c.args, func(t *testing.T) {
			args := strings.Fields(c.args)
			quiet, told := docgen(t, args...), docgen(t, append(args, "--verbose")...)
			if quiet.code != c.code || told.code != c.code {
				t.Errorf("exit codes %d and %d, want %d", quiet.code, told.code, c.code)
			}
			if !json.Valid([]byte(told.stdout)) || told.stdout != quiet.stdout {
				t.Error("what is told is in the result")
			}
			if strings.Contains(quiet.stderr, "reference (") || strings.Contains(quiet.stderr, "next: ") {
				t.Errorf("nobody asked, and standard error is %q", quiet.stderr)
			}
			for _, want := range c.said {
				if !strings.Contains(told.stderr, want) {
					t.Errorf("standard error is %q, want %q in it", told.stderr, want)
				}
			}
		})
	}
}
