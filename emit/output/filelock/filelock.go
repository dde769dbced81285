// Package filelock keeps processes out of each other's way. A lock is on a file
// or a folder that exists, leaves nothing behind there, and ends with the process,
// however that ends. Where the system or the file system has no such locks,
// nobody waits.
//
// It is not part of the compatibility promise.
package filelock

import (
	"context"
	"errors"
	"os"
	"time"
)

// A Mode says who may hold a lock at the same time.
type Mode int

// The modes.
const (
	Exclusive Mode = iota // one alone
	Shared                // all who are Shared
)

// errHeld means that another process has the lock.
var errHeld = errors.New("another process has the lock")

// every is how often a waiting process looks.
const every = 20 * time.Millisecond

// Wait takes the lock on a file or folder as soon as nobody is in the way, and
// returns what gives it back. It calls waiting, if that is not nil, before it
// begins to wait. The error is that of ctx, or that the file cannot be opened.
func Wait(ctx context.Context, name string, mode Mode, waiting func()) (release func(), err error) {
	f, err := open(name)
	if err != nil {
		return nil, err
	}
	for {
		if !errors.Is(take(f, mode), errHeld) {
			return func() { _ = f.Close() }, nil
		}
		if waiting != nil {
			waiting()
			waiting = nil
		}
		select {
		case <-ctx.Done():
			return nil, errors.Join(ctx.Err(), f.Close())
		case <-time.After(every):
		}
	}
}

// Try takes the lock on an open file, which holds it until it is closed, and
// reports whether it could be had.
func Try(f *os.File, mode Mode) bool { return !errors.Is(take(f, mode), errHeld) }
