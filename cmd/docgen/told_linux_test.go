package main

import (
	"bytes"
	"strings"
	"testing"
	"time"
)

// TestToldOnATerminal has people told what was read without asking for it.
func TestToldOnATerminal(t *testing.T) {
	docs := docsOf(t, map[string][]byte{"berths.md": []byte(harborPage)})
	screen, terminal := openTerminal(t)
	cmd := process(t, "history", "a="+docs)
	var result bytes.Buffer
	cmd.Stdout, cmd.Stderr = &result, terminal
	if err := cmd.Run(); err != nil {
		t.Fatal(err)
	}
	_ = screen.SetReadDeadline(time.Now().Add(10 * time.Second))
	text := make([]byte, 1<<16)
	n := 0
	for !strings.Contains(string(text[:n]), "next: --of ID") {
		more, err := screen.Read(text[n:])
		if n += more; err != nil {
			t.Fatalf("%v after %q", err, text[:n])
		}
	}
	if got := result.String(); !strings.HasPrefix(got, "a\n") || strings.Contains(got, "next: ") {
		t.Errorf("the result is %q", got)
	}
}
