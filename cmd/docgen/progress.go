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
	phase   string // that is shown
}

func newProgress(w io.Writer) *progress {
	if f, ok := w.(*os.File); !ok || !term.IsTerminal(int(f.Fd())) || os.Getenv("TERM") == "dumb" {
		w = nil
	}
	return &progress{w: w, now: time.Now}
}

// show says how far a phase of the work is. The first calls of a run show nothing, so
// that a short run stays quiet. The end of a phase that was seen is always shown.
func (p *progress) show(phase string, done, total int) {
	if p.w == nil || total == 0 {
		return
	}
	now := p.now()
	if p.last.IsZero() {
		p.last = now
	}
	ends := done >= total && p.visible && p.phase == phase
	if now.Sub(p.last) < progressEvery && !ends {
		return
	}
	p.last, p.visible, p.phase = now, true, phase
	fmt.Fprintf(p.w, "\r\x1b[K%s: %d %%", phase, 100*done/total)
	if total > 1 {
		fmt.Fprintf(p.w, " (%d of %d)", done, total)
	}
}

// clear takes the line away.
func (p *progress) clear() {
	if p.visible {
		fmt.Fprint(p.w, "\r\x1b[K")
	}
	p.visible = false
}
