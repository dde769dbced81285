package main

import (
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/docgen-go/docgen/parser"
)

func TestProgressRewritesItsLine(t *testing.T) {
	var screen strings.Builder
	now := time.Unix(1_000_000, 0)
	p := &progress{w: &screen, now: func() time.Time { return now }}
	for i, done := range []int{0, 1, 2, 3, 3, 4} { // the end comes at once
		p.show("reading pages", done, 4)
		if i < 4 {
			now = now.Add(60 * time.Millisecond)
		}
	}
	p.clear()
	p.clear()
	const want = "\r\x1b[Kreading pages: 50 % (2 of 4)" + "\r\x1b[Kreading pages: 75 % (3 of 4)" + "\r\x1b[Kreading pages: 100 % (4 of 4)" + "\r\x1b[K"
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

// TestPhasesEnd demands that each phase of a run ends with all its steps, in its order.
func TestPhasesEnd(t *testing.T) {
	type phase struct {
		name        string
		done, total int
	}
	var phases []phase
	_, _, err := parser.Parse(t.Context(), os.DirFS(harbor), parser.Options{Phase: func(name string, done, total int) {
		if n := len(phases); n == 0 || phases[n-1].name != name {
			phases = append(phases, phase{name: name})
		}
		last := &phases[len(phases)-1]
		if done < last.done || done > total {
			t.Errorf("%s: %d of %d after %d of %d", name, done, total, last.done, last.total)
		}
		last.done, last.total = done, total
	}})
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, p := range phases {
		names = append(names, p.name)
		if p.done != p.total || p.total == 0 {
			t.Errorf("%s ends at %d of %d", p.name, p.done, p.total)
		}
	}
	if want := []string{"looking at pages", "reading pages", "linking"}; !slices.Equal(names, want) {
		t.Errorf("phases %v, want %v", names, want)
	}
}
