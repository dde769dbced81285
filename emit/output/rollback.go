package output

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"github.com/docgen-go/docgen/emit/output/filelock"
)

// Recover puts a folder right that a Write left half done, and does nothing to
// any other. The error is a *JournalError where the folder holds a journal that
// docgen did not write.
func Recover(ctx context.Context, dir string) error {
	err := withFolder(ctx, dir, filelock.Exclusive, func(root *os.Root) error {
		return recovered(rollBack(newRootDisk(root), dir))
	})
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}

func recovered(err error) error {
	if err != nil {
		return fmt.Errorf("put back what an interrupted run left: %w", err)
	}
	return nil
}

// rollBack puts back the old files where a journal says that renaming began,
// and removes the stage. It can be interrupted and repeated. Nothing is moved
// before all of the journal was found to be true.
func rollBack(d disk, dir string) error {
	j, err := readJournal(d, dir)
	if err != nil {
		return err
	}
	if j == nil {
		return removeStage(d)
	}
	for i, s := range j.Changes {
		if err := checkKept(d, dir, i, s); err != nil {
			return err
		}
	}
	for i, s := range j.Changes {
		if err := putBack(d, i, s); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	if err := d.Remove(journalName); err != nil {
		return err
	}
	return d.RemoveAll(stageName)
}

// removeStage removes the stage if there is one: to remove what is not there
// fails too where nothing can be changed.
func removeStage(d disk) error {
	if _, err := d.Lstat(stageName); errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return d.RemoveAll(stageName)
}

// checkKept reports whether the old file that a step kept is the one that the
// journal knows. One that is gone was put back already.
func checkKept(d disk, dir string, i int, s renameStep) error {
	if s.Kind == Added {
		return nil
	}
	name := storedName("old", i)
	content, err := readRegular(d, name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case errors.Is(err, errNotRegular) || err == nil && (digest(content) != s.Old || !IsGenerated(content)):
		return &JournalError{dir, fmt.Sprintf("%s is not the file %s that was kept", name, s.Path)}
	}
	return err
}

// putBack undoes one step, unless somebody wrote another file in its place
// since. A file that does not exist was never moved, or was put back already.
func putBack(d disk, i int, s renameStep) error {
	content, err := readRegular(d, s.Path)
	missing := errors.Is(err, fs.ErrNotExist)
	switch {
	case errors.Is(err, errNotRegular):
		return nil
	case err != nil && !missing:
		return err
	case !missing && (!IsGenerated(content) || digest(content) != s.New && digest(content) != s.Old):
		return nil
	case s.Kind == Added:
		return d.Remove(s.Path)
	}
	return d.Rename(storedName("old", i), s.Path)
}
