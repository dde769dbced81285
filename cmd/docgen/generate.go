package main

import (
	"errors"
	"fmt"

	"github.com/docgen-go/docgen/cmd/docgen/internal/cache"
	"github.com/docgen-go/docgen/emit/output"
	"github.com/docgen-go/docgen/emit/output/filelock"
)

type generateCmd struct {
	targetFlags

	Force bool `help:"Overwrite and remove files with docgen's header that are not as docgen wrote them, too."`
}

// Run writes the packages, each whole or not at all. Findings about one do not
// keep the others from being written.
func (c *generateCmd) Run(s *session) error {
	targets, err := c.targets(s, filelock.Exclusive)
	if err != nil {
		return err
	}
	if err := c.addAges(s, targets); err != nil {
		return err
	}
	store := s.openCache(false)
	found := each(targets, func(t *target) error { return c.write(s, t, store) })
	// What was written has names to keep, whatever stopped the others.
	if err := c.lockOf(s, targets).save(s.ctx, targets); err != nil {
		if failed(found) {
			return errors.Join(found, err)
		}
		return err
	}
	return found
}

// each calls do for all targets and stops only at what is no finding.
func each(targets []*target, do func(*target) error) error {
	var found error
	for _, t := range targets {
		err := do(t)
		if failed(err) {
			return err
		}
		if err != nil {
			found = err
		}
	}
	return found
}

// failed reports whether an error is more than findings.
func failed(err error) bool { return err != nil && !errors.Is(err, errFindings) }

func (c *generateCmd) write(s *session, t *target, store *cache.Cache) error {
	if err := output.Recover(s.ctx, t.Output); err != nil {
		return err
	}
	b, err := s.build(t, store)
	if err != nil {
		return err
	}
	b.summarize(s.stderr, c.Verbose)
	if err := b.classify(s, t, c.KeepGoing, "written"); err != nil {
		return err
	}
	if err := b.checkSecrets(s, t, "written"); err != nil {
		return err
	}
	write := b.set.Write
	if c.Force {
		write = b.set.Overwrite
	}
	changes, err := write(s.ctx, t.Output)
	if stop := (*output.EditedError)(nil); errors.As(err, &stop) {
		t.reportEdited(s.stderr, nil, err)
		fmt.Fprintf(s.stderr, "docgen: nothing written: %s would be overwritten\n", count(len(stop.Paths), "edited file"))
		return errFindings
	}
	if err != nil {
		return err
	}
	t.remember(b)
	left := t.reportEdited(s.stderr, changes, nil)
	fmt.Fprintf(s.stderr, "%s: %s; %s; %s%s\n", t.folder(), b.contents(), changed(changes), b.tally(), doubted(b.doubts))
	if left {
		return errFindings
	}
	return b.exitError()
}

// changed is what a write did to the folder, in one phrase.
func changed(changes []output.Change) string {
	kinds := map[output.ChangeKind]int{}
	for _, c := range changes {
		kinds[c.Kind]++
	}
	if len(changes) == 0 {
		return "no file changed"
	}
	text := fmt.Sprintf("%s added, %d changed, %d removed", count(kinds[output.Added], "file"), kinds[output.Changed], kinds[output.Stale])
	if n := kinds[output.Kept]; n > 0 {
		text += fmt.Sprintf(", %d kept", n)
	}
	return text
}
