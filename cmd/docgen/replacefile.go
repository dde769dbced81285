package main

import (
	"bufio"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"

	"github.com/docgen-go/docgen/emit/output/filelock"
)

// replaceFile writes a file whole or not at all: beside its place first, then
// moved there. The draft has a fixed name, so that what a killed run left is
// replaced by the next one.
func replaceFile(ctx context.Context, name string, write func(io.Writer) error) error {
	dir := filepath.Dir(name)
	release, err := filelock.Wait(ctx, dir, filelock.Exclusive, nil)
	if err != nil {
		return err
	}
	defer release()
	draft := filepath.Join(dir, "."+filepath.Base(name)+".docgen-draft")
	err = writeDraft(draft, write)
	if err == nil {
		err = os.Rename(draft, name)
	}
	if err != nil {
		_ = os.Remove(draft) // where it cannot be removed, it could not be made
	}
	return err
}

func writeDraft(name string, write func(io.Writer) error) error {
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o644)
	if err != nil {
		return err
	}
	w := bufio.NewWriter(f)
	err = errors.Join(write(w), w.Flush())
	if err == nil {
		err = f.Sync()
	}
	return errors.Join(err, f.Close())
}
