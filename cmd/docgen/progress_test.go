package main

import (
	"os"
	"strings"
	"testing"
	"time"
)

func TestProgressRewritesItsLine(t *testing.T) {
	var screen strings.Builder
	now := time.Unix(1_000_000, 0)
	p := &progress{w: &screen, now: func() time.Time { return now }}
	for done := range 5 {
		p.show("reading pages", done, 4)
		now = now.Add(60 * time.Millisecond)
	}
	p.clear()
	p.clear()
	const want = "\r\x1b[Kreading pages: 2 of 4" + "\r\x1b[Kreading pages: 4 of 4" + "\r\x1b[K"
	if screen.String() != want {
		t.Errorf("the screen got %q, want %q", screen.String(), want)
	}
}

func TestProgressOfAShortRunShowsNothing(t *testing.T) {
	var screen strings.Builder
	p := &progress{w: &screen, now: time.Now}
	p.show("reading pages", 1, 1)
	p.clear()
	if screen.Len() > 0 {
		t.Errorf("the screen got %q", screen.String())
	}
}

func TestProgressIsQuietInAPipe(t *testing.T) {
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	defer w.Close()
	var buffer strings.Builder
	if newProgress(w).w != nil || newProgress(&buffer).w != nil {
		t.Error("progress is shown where no terminal is")
	}
}
