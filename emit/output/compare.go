package output

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"slices"

	"github.com/docgen-go/docgen/emit/output/filelock"
)

// Compare says what Write would change in a folder, sorted by path. A folder
// that does not exist is an empty one, and line ends are no difference. It waits for a process that writes to the
// folder. The error is a *ConflictError where the folder has files in the way.
func (s Set) Compare(ctx context.Context, dir string) ([]Change, error) {
	if err := s.validate(); err != nil {
		return nil, err
	}
	s = s.WithManifest()
	var changes []Change
	if _, err := os.Stat(dir); errors.Is(err, fs.ErrNotExist) {
		for _, p := range s.Paths() {
			changes = append(changes, Change{p, Added})
		}
		return changes, nil
	}
	err := withFolder(ctx, dir, filelock.Shared, func(root *os.Root) (err error) {
		changes, err = s.compare(newRootDisk(root), dir, false)
		return err
	})
	return changes, err
}

func (s Set) compare(d disk, dir string, force bool) ([]Change, error) {
	switch j, err := readJournal(d, dir); {
	case err != nil:
		return nil, err
	case j != nil:
		return nil, fmt.Errorf("an interrupted run left %s half written: generate again to put it right", dir)
	}
	wrote, err := readManifest(d)
	if err != nil {
		return nil, err
	}
	c := comparison{set: s, seen: map[string]bool{}, wrote: wrote, force: force}
	for _, folder := range s.folders() {
		if err := c.folder(d, folder); err != nil {
			return nil, err
		}
	}
	if len(c.conflicts) > 0 {
		slices.Sort(c.conflicts)
		return nil, &ConflictError{Dir: dir, Paths: c.conflicts}
	}
	for _, p := range s.Paths() {
		if !c.seen[p] {
			c.changes = append(c.changes, Change{p, Added})
		}
	}
	slices.SortFunc(c.changes, func(a, b Change) int { return cmp.Compare(a.Path, b.Path) })
	return c.changes, nil
}

type comparison struct {
	set       Set
	seen      map[string]bool
	changes   []Change
	conflicts []string
	wrote     manifest
	force     bool // what carries the header is docgen's
}

func (c *comparison) folder(d disk, folder string) error {
	if link, err := linkIn(d, folder); err != nil || link != "" {
		if link != "" {
			c.conflicts = append(c.conflicts, link)
		}
		return err
	}
	entries, err := d.ReadDir(folder)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	for _, e := range entries {
		if err := c.entry(d, path.Join(folder, e.Name()), e); err != nil {
			return err
		}
	}
	return nil
}

func (c *comparison) entry(d disk, name string, e fs.DirEntry) error {
	want, wanted := c.set[name]
	if !e.Type().IsRegular() {
		if wanted {
			c.conflicts = append(c.conflicts, name)
		}
		return nil
	}
	have, err := d.ReadFile(name)
	if err != nil {
		return err
	}
	c.seen[name] = true
	switch {
	case !IsGenerated(have):
		if wanted && name != YieldingName {
			c.conflicts = append(c.conflicts, name)
		}
	case wanted && bytes.Equal(unixLines(have), unixLines(want)):
	default:
		kind := map[bool]ChangeKind{true: Changed, false: Stale}[wanted]
		if !c.force && !c.wrote.wrote(name, have) {
			kind = map[bool]ChangeKind{true: Edited, false: Kept}[wanted]
		}
		c.changes = append(c.changes, Change{name, kind})
	}
	return nil
}
