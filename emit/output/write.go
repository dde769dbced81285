package output

import (
	"context"
	"encoding/json"
	"errors"
	"path"
	"path/filepath"
	"strconv"

	"github.com/docgen-go/docgen/emit/output/filelock"
)

// stageName is the folder, inside the output folder and so on the same file
// system, where a write is prepared. The go command does not look into it.
const stageName = ".docgen-write"

func stagePath(dir string, more ...string) string {
	return filepath.Join(append([]string{dir, stageName}, more...)...)
}

func journalPath(dir string) string { return stagePath(dir, "journal") }

// Write makes the generated files of a folder equal to the set and returns what
// that changed. It is all or nothing: until the last moment new files are
// prepared aside, then they are renamed into place under a journal. Where that
// fails, the old files are put back at once; where the process dies, by the
// next Write or Recover. It waits for other processes that write to the folder.
// ctx is heeded until the renaming begins, which takes no more than a few
// milliseconds.
func (s Set) Write(ctx context.Context, dir string) ([]Change, error) {
	return s.write(ctx, osDisk{}, dir)
}

func (s Set) write(ctx context.Context, d disk, dir string) (_ []Change, err error) {
	w := writer{disk: d, dir: dir, set: s}
	defer func() {
		if err != nil {
			w.removeFolders()
		}
	}()
	if err := s.validate(); err != nil {
		return nil, err
	}
	if err := w.makeFolder(dir); err != nil {
		return nil, err
	}
	release, err := filelock.Wait(ctx, dir, filelock.Exclusive, nil)
	if err != nil {
		return nil, err
	}
	defer release()
	if err := recovered(rollBack(d, dir)); err != nil {
		return nil, err
	}
	if w.changes, err = s.compare(d, dir); err != nil || len(w.changes) == 0 {
		return nil, err
	}
	return w.changes, w.write(ctx)
}

type writer struct {
	disk
	dir     string
	set     Set
	changes []Change
	made    []string // folders that were not there, outer ones first
}

func (w *writer) write(ctx context.Context) error {
	if err := w.prepare(ctx); err != nil {
		return errors.Join(err, removeStage(w, w.dir))
	}
	if err := w.commit(); err != nil {
		return errors.Join(err, rollBack(w, w.dir))
	}
	// The set is in place. What is left of the stage is removed by the next
	// Write if it cannot be now.
	_ = w.RemoveAll(stagePath(w.dir))
	return nil
}

// stored is where the i-th file of the changes is kept in the stage.
func (w *writer) stored(age string, i int) string {
	return stagePath(w.dir, age, strconv.Itoa(i))
}

func target(dir, name string) string { return filepath.Join(dir, filepath.FromSlash(name)) }

// prepare stores the new files, keeps the old ones, and writes the journal,
// from which on the renaming can be undone.
func (w *writer) prepare(ctx context.Context) error {
	for _, age := range []string{"", "new", "old"} {
		if err := w.Mkdir(stagePath(w.dir, age)); err != nil {
			return err
		}
	}
	for i, c := range w.changes {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := w.prepareFile(i, c); err != nil {
			return err
		}
	}
	return w.writeJournal()
}

func (w *writer) prepareFile(i int, c Change) error {
	if c.Kind != Stale {
		if err := w.Write(w.stored("new", i), w.set[c.Path]); err != nil {
			return err
		}
	}
	if c.Kind != Added {
		return w.Keep(target(w.dir, c.Path), w.stored("old", i))
	}
	return w.makeFolder(target(w.dir, path.Dir(c.Path)))
}

// writeJournal stores the changes under the name that makes them count.
func (w *writer) writeJournal() error {
	journal, err := json.Marshal(w.changes)
	if err != nil {
		return err
	}
	draft := stagePath(w.dir, "journal.draft")
	if err := w.Write(draft, journal); err != nil {
		return err
	}
	for _, dir := range []string{stagePath(w.dir, "new"), stagePath(w.dir, "old"), stagePath(w.dir)} {
		if err := w.Sync(dir); err != nil {
			return err
		}
	}
	return w.Rename(draft, journalPath(w.dir))
}

// commit moves the new files into place. Removing the journal is the moment
// from which on the new files count.
func (w *writer) commit() error {
	for i, c := range w.changes {
		var err error
		if c.Kind == Stale {
			err = w.Remove(target(w.dir, c.Path))
		} else {
			err = w.Rename(w.stored("new", i), target(w.dir, c.Path))
		}
		if err != nil {
			return err
		}
	}
	for _, folder := range w.set.folders() {
		if err := w.Sync(target(w.dir, folder)); err != nil {
			return err
		}
	}
	return w.Remove(journalPath(w.dir))
}
