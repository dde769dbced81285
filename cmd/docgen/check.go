package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/aymanbagabas/go-udiff"

	"github.com/docgen-go/docgen/cmd/docgen/internal/cache"
	"github.com/docgen-go/docgen/emit/output"
	"github.com/docgen-go/docgen/emit/output/filelock"
)

type checkCmd struct {
	targetFlags
}

// Run prints as a unified diff what generate would change. It only reads.
func (c *checkCmd) Run(s *session) error {
	targets, err := c.targets(s, filelock.Shared)
	if err != nil {
		return err
	}
	if err := c.addAges(s, targets); err != nil {
		return err
	}
	store := s.openCache(true)
	err = each(targets, func(t *target) error { return c.compare(s, t, store) })
	if failed(err) {
		return err
	}
	if err := c.lockOf(s, targets).check(s, targets); err != nil {
		return err
	}
	return err
}

func (c *checkCmd) compare(s *session, t *target, store *cache.Cache) error {
	b, err := s.build(t, store)
	if err != nil {
		return err
	}
	b.summarize(s.stderr, c.Verbose)
	if err := b.classify(s, t, c.KeepGoing, "checked"); err != nil {
		return err
	}
	if err := b.checkSecrets(s, t, "checked"); err != nil {
		return err
	}
	t.remember(b)
	changes, err := b.set.Compare(s.ctx, t.Output)
	if err != nil {
		return err
	}
	err = s.print(func(w *bufio.Writer) error { return printChanges(w, t.Output, b.set.WithManifest(), changes) })
	if err != nil {
		return err
	}
	t.reportEdited(s.stderr, changes, nil)
	if len(changes) > 0 {
		fmt.Fprintf(s.stderr, "%s: not what the docs give: %s; run \"docgen generate\"\n", t.folder(), outdated(changes))
		return errFindings
	}
	fmt.Fprintf(s.stderr, "%s: up to date; %s\n", t.folder(), b.tally())
	return b.exitError()
}

// printChanges prints the way from the files of a folder to those of the set,
// in a form that patch -p0 takes.
func printChanges(w io.Writer, dir string, set output.Set, changes []output.Change) error {
	for _, c := range changes {
		name := filepath.Join(dir, filepath.FromSlash(c.Path))
		have, err := os.ReadFile(name)
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		from, to := filepath.ToSlash(name), filepath.ToSlash(name)
		switch c.Kind {
		case output.Kept:
			continue
		case output.Added:
			from = os.DevNull
		case output.Stale:
			to = os.DevNull
		}
		if _, err := io.WriteString(w, udiff.Unified(from, to, string(have), string(set[c.Path]))); err != nil {
			return err
		}
	}
	return nil
}

// outdated is how a folder differs from the set, in one phrase.
func outdated(changes []output.Change) string {
	kinds := map[output.ChangeKind]int{}
	for _, c := range changes {
		kinds[c.Kind]++
	}
	text := fmt.Sprintf("%s missing, %d changed, %d stale", count(kinds[output.Added], "file"), kinds[output.Changed], kinds[output.Stale])
	if n := kinds[output.Edited] + kinds[output.Kept]; n > 0 {
		text += fmt.Sprintf(", %d edited", n)
	}
	return text
}
