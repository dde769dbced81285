package output

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"

	"github.com/docgen-go/docgen/emit/output/filelock"
)

// Recover puts a folder right that a Write left half done, and does nothing to
// any other.
func Recover(ctx context.Context, dir string) error {
	release, err := filelock.Wait(ctx, dir, filelock.Exclusive, nil)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	defer release()
	return recovered(rollBack(osDisk{}, dir))
}

func recovered(err error) error {
	if err != nil {
		return fmt.Errorf("put back what an interrupted run left: %w", err)
	}
	return nil
}

// rollBack puts back the old files where a journal says that renaming began,
// and removes the stage. It can be interrupted and repeated.
func rollBack(d disk, dir string) error {
	journal, err := d.ReadFile(journalPath(dir))
	if errors.Is(err, fs.ErrNotExist) {
		return removeStage(d, dir)
	}
	if err != nil {
		return err
	}
	var changes []Change
	if err := json.Unmarshal(journal, &changes); err != nil {
		return fmt.Errorf("%s: %w", journalPath(dir), err)
	}
	w := writer{disk: d, dir: dir}
	for i, c := range changes {
		if err := w.putBack(i, c); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	if err := d.Remove(journalPath(dir)); err != nil {
		return err
	}
	return d.RemoveAll(stagePath(dir))
}

// removeStage removes the stage if there is one: to remove what is not there
// fails too where nothing can be changed.
func removeStage(d disk, dir string) error {
	if _, err := d.ReadDir(stagePath(dir)); errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return d.RemoveAll(stagePath(dir))
}

// putBack undoes one change. A file that does not exist was never moved, or was
// put back already.
func (w *writer) putBack(i int, c Change) error {
	if c.Kind == Added {
		return w.removeOwn(target(w.dir, c.Path))
	}
	return w.Rename(w.stored("old", i), target(w.dir, c.Path))
}

// removeOwn removes a file, unless somebody wrote another one in its place
// since.
func (w *writer) removeOwn(name string) error {
	content, err := w.ReadFile(name)
	if err != nil || !IsGenerated(content) {
		return err
	}
	return w.Remove(name)
}
