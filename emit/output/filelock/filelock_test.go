package filelock

import (
	"context"
	"errors"
	"os"
	"testing"
)

func TestWait(t *testing.T) {
	dir := t.TempDir()
	one, err := Wait(t.Context(), dir, Shared, func() { t.Error("waits for nobody") })
	if err != nil {
		t.Fatal(err)
	}
	two, err := Wait(t.Context(), dir, Shared, func() { t.Error("waits for one that shares") })
	if err != nil {
		t.Fatal(err)
	}
	one()
	got := make(chan func())
	waits := make(chan bool)
	go func() {
		release, err := Wait(t.Context(), dir, Exclusive, func() { waits <- true })
		if err != nil {
			t.Error(err)
		}
		got <- release
	}()
	<-waits
	two()
	release := <-got
	defer release()
	ctx, cancel := context.WithCancel(t.Context())
	if _, err := Wait(ctx, dir, Shared, cancel); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	f, err := open(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if Try(f, Exclusive) || Try(f, Shared) {
		t.Error("took a lock that is held")
	}
	release()
	if !Try(f, Exclusive) {
		t.Error("a lock that was given back cannot be had")
	}
}

func TestWaitNeedsAFile(t *testing.T) {
	if _, err := Wait(t.Context(), "nowhere", Shared, nil); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("got %v", err)
	}
}
