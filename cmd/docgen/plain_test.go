package main

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"
)

// TestTextOfPagesIsPlain reads pages whose names and text would steer a terminal
// or begin a line of a log with a command, with each verb that prints text.
func TestTextOfPagesIsPlain(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{
		"berths.md":                       strings.ReplaceAll(harborPage, "Berth", "Be\u202erth"),
		"::error::x.md":                   "# \x1b[2J Title\n\n### Body Parameters\n\n- `a: \x1b]0;evil\a unknowable<`\n\n- `::warning::b: string`\n",
		"line\n::set-output name=x::y.md": "\x00",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Skip(err)
		}
	}
	for _, args := range [][]string{
		{"lint", dir, "--verbose"}, {"inspect", dir}, {"inspect", dir, "--evidence"}, {"generate", dir, "-o", filepath.Join(t.TempDir(), "out"), "--keep-going", "-v"},
		{"diff", dir, dir}, {"export", "openapi", dir, "-o", filepath.Join(t.TempDir(), "x.yaml")}, {"lint", filepath.Join(dir, "no\n::error::such")},
	} {
		r := docgen(t, args...)
		for line := range strings.SplitSeq(r.stdout+r.stderr, "\n") {
			trimmed := strings.TrimSpace(line)
			if strings.HasPrefix(trimmed, "::") || strings.Contains(line, "##[") || strings.ContainsFunc(line, func(c rune) bool { return c != '\t' && !unicode.IsPrint(c) }) {
				t.Errorf("%v prints %q", args[0], line)
			}
		}
	}
	if got := exitCodeText(errors.New("a\n::error::b")); strings.Contains(got, "\n::") {
		t.Errorf("an error is printed as %q", got)
	}
}

func exitCodeText(err error) string {
	var b strings.Builder
	printError(&b, err)
	return b.String()
}
