package pull

import (
	"context"
	"sync"
	"time"
)

// A pace keeps requests apart, however many go on side by side.
type pace struct {
	mu    sync.Mutex
	every time.Duration // between the starts of two requests
	next  time.Time     // before which none starts
}

// slower makes the time between two requests at least d.
func (p *pace) slower(d time.Duration) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.every = max(p.every, d)
}

// wait waits until it is the turn of a request.
func (p *pace) wait(ctx context.Context, now time.Time, sleep func(context.Context, time.Duration) error) error {
	p.mu.Lock()
	if p.every == 0 {
		p.mu.Unlock()
		return nil
	}
	at := now
	if p.next.After(now) {
		at = p.next
	}
	p.next = at.Add(p.every)
	p.mu.Unlock()
	if wait := at.Sub(now); wait > 0 {
		return sleep(ctx, wait)
	}
	return nil
}
