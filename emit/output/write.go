package output

import (
	"context"
	"encoding/json"
	"errors"
	"os"
	"path"

	"github.com/docgen-go/docgen/emit/output/filelock"
)

// Write makes the generated files of a folder equal to the set and returns what
// that changed. It is all or nothing: until the last moment new files are
// prepared aside, then they are renamed into place under a journal. Where that
// fails, the old files are put back at once; where the process dies, by the
// next Write or Recover. It waits for other processes that write to the folder,
// and touches nothing outside of it, whatever links there are in it.
// ctx is heeded until the renaming begins, which takes no more than a few
// milliseconds.
//
// Files that carry the header and are not as docgen wrote them stay: changes of the
// kind Kept are what was not removed, and an *EditedError what kept the set from
// being written.
func (s Set) Write(ctx context.Context, dir string) ([]Change, error) {
	return s.write(ctx, newRootDisk, dir, false)
}

// Overwrite is Write that takes all files with the header for docgen's own,
// whatever is in them.
func (s Set) Overwrite(ctx context.Context, dir string) ([]Change, error) {
	return s.write(ctx, newRootDisk, dir, true)
}

func (s Set) write(ctx context.Context, open func(*os.Root) disk, dir string, force bool) (changes []Change, err error) {
	if err := s.validate(); err != nil {
		return nil, err
	}
	s = s.WithManifest()
	undo, err := makeOutput(dir)
	defer func() {
		if err != nil {
			undo()
		}
	}()
	if err != nil {
		return nil, err
	}
	err = withFolder(ctx, dir, filelock.Exclusive, func(root *os.Root) error {
		d := open(root)
		if err := recovered(rollBack(d, dir)); err != nil {
			return err
		}
		if changes, err = s.compare(d, dir, force); err != nil {
			return err
		}
		edited, kept, toDo := split(changes)
		if len(edited) > 0 {
			return &EditedError{dir, append(edited, kept...)}
		}
		if len(toDo) == 0 {
			return nil
		}
		w := writer{disk: d, dir: dir, set: s, changes: toDo}
		err := w.write(ctx)
		if err != nil {
			w.removeFolders()
		}
		return err
	})
	return changes, err
}

// split tells the paths of what is edited and of what is kept from what is to be
// done.
func split(changes []Change) (edited, kept []string, toDo []Change) {
	for _, c := range changes {
		switch c.Kind {
		case Edited:
			edited = append(edited, c.Path)
		case Kept:
			kept = append(kept, c.Path)
		default:
			toDo = append(toDo, c)
		}
	}
	return edited, kept, toDo
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
		return errors.Join(err, removeStage(w))
	}
	if err := w.commit(); err != nil {
		return errors.Join(err, rollBack(w, w.dir))
	}
	// The set is in place. What is left of the stage is removed by the next
	// Write if it cannot be now.
	_ = w.RemoveAll(stageName)
	return nil
}

// prepare stores the new files, keeps the old ones, and writes the journal,
// from which on the renaming can be undone.
func (w *writer) prepare(ctx context.Context) error {
	for _, folder := range []string{stageName, path.Join(stageName, "new"), path.Join(stageName, "old")} {
		if err := w.Mkdir(folder); err != nil {
			return err
		}
	}
	j := journal{Version: journalVersion}
	for i, c := range w.changes {
		if err := ctx.Err(); err != nil {
			return err
		}
		step, err := w.prepareFile(i, c)
		if err != nil {
			return err
		}
		j.Changes = append(j.Changes, step)
	}
	return w.writeJournal(&j)
}

func (w *writer) prepareFile(i int, c Change) (renameStep, error) {
	step := renameStep{Change: c}
	if c.Kind != Stale {
		step.New = digest(w.set[c.Path])
		if err := w.Write(storedName("new", i), w.set[c.Path]); err != nil {
			return step, err
		}
	}
	if c.Kind == Added {
		return step, w.makeFolder(path.Dir(c.Path))
	}
	old, err := w.ReadFile(c.Path)
	if err != nil {
		return step, err
	}
	step.Old = digest(old)
	return step, w.Keep(c.Path, storedName("old", i))
}

// writeJournal stores the changes under the name that makes them count.
func (w *writer) writeJournal(j *journal) error {
	text, err := json.Marshal(j)
	if err != nil {
		return err
	}
	draft := path.Join(stageName, "journal.draft")
	if err := w.Write(draft, text); err != nil {
		return err
	}
	for _, dir := range []string{path.Join(stageName, "new"), path.Join(stageName, "old"), stageName} {
		if err := w.Sync(dir); err != nil {
			return err
		}
	}
	return w.Rename(draft, journalName)
}

// commit moves the new files into place. Removing the journal is the moment
// from which on the new files count.
func (w *writer) commit() error {
	for i, c := range w.changes {
		var err error
		if c.Kind == Stale {
			err = w.Remove(c.Path)
		} else {
			err = w.Rename(storedName("new", i), c.Path)
		}
		if err != nil {
			return err
		}
	}
	for _, folder := range w.set.folders() {
		if err := w.Sync(folder); err != nil {
			return err
		}
	}
	return w.Remove(journalName)
}
