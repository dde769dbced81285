package main

import (
	"bufio"
	"fmt"
	"math"

	"github.com/docgen-go/docgen/cmd/docgen/internal/cache"
	"github.com/docgen-go/docgen/emit/output"
	"github.com/docgen-go/docgen/emit/output/filelock"
)

type checkCmd struct {
	targetFlags

	Stat bool `xor:"differences" help:"Print for each file how many lines differ, and not which."`
	Full bool `xor:"differences" help:"Print all differences, however many they are, and those that another version of docgen makes, too."`
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
	other, err := otherVersion(t.Output, b.set.WithManifest(), changes)
	if err != nil {
		return err
	}
	if other != nil && !c.Full && !c.Stat {
		other.why = t.changedPages(b.digest)
		fmt.Fprintf(s.stderr, "%s: %s\n", t.folder(), other)
		t.reportEdited(s.stderr, changes, nil)
		return errFindings
	}
	p := changePrinter{dir: t.Output, set: b.set.WithManifest(), stat: c.Stat, left: printedLines}
	if c.Full {
		p.left = math.MaxInt
	}
	if err := s.print(func(w *bufio.Writer) error { return p.print(w, changes) }); err != nil {
		return err
	}
	p.complain(s.stderr)
	t.reportEdited(s.stderr, changes, nil)
	if len(changes) > 0 {
		fmt.Fprintf(s.stderr, "%s: not what the docs give: %s; run \"docgen generate\"\n", t.folder(), outdated(changes))
		return errFindings
	}
	fmt.Fprintf(s.stderr, "%s: up to date; %s\n", t.folder(), b.tally())
	return b.exitError()
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
