package main

import (
	"fmt"
	"io"
	"os"
	"time"

	"golang.org/x/term"
)

// progressEvery is fast enough to look alive and slow enough to cost nothing.
const progressEvery = 100 * time.Millisecond

// A progress is one line that rewrites itself on a terminal. Anywhere else it
// prints nothing.
type progress struct {
	w       io.Writer // nil where there is no terminal
	now     func() time.Time
	last    time.Time
	visible bool
}

func newProgress(w io.Writer) *progress {
	if f, ok := w.(*os.File); !ok || !term.IsTerminal(int(f.Fd())) || os.Getenv("TERM") == "dumb" {
		w = nil
	}
	return &progress{w: w, now: time.Now}
}

// show says how far the work is. The first calls of a run show nothing, so
// that a short run stays quiet.
func (p *progress) show(work string, done, total int) {
	if p.w == nil {
		return
	}
	now := p.now()
	if p.last.IsZero() {
		p.last = now
	}
	if now.Sub(p.last) < progressEvery {
		return
	}
	p.last, p.visible = now, true
	fmt.Fprintf(p.w, "\r\x1b[K%s: %d of %d", work, done, total)
}

// clear takes the line away.
func (p *progress) clear() {
	if p.visible {
		fmt.Fprint(p.w, "\r\x1b[K")
	}
	p.visible = false
}
