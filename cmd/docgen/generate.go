package main

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/docgen-go/docgen/cmd/docgen/internal/cache"
	"github.com/docgen-go/docgen/emit/output"
	"github.com/docgen-go/docgen/emit/output/filelock"
)

type generateCmd struct {
	targetFlags

	Migrate []string `placeholder:"PACKAGES" help:"Rewrite the Go code of these packages, such as ./..., where names and forms of the generated package change, and list what is left to do. It has to compile before."`
	DryRun  bool     `help:"With --migrate: write nothing, neither the package nor the code, and print what would become of the code as a unified diff."`
	Force   bool     `help:"Overwrite and remove files with docgen's header that are not as docgen wrote them, too."`
}

// Run writes the packages, each whole or not at all. Findings about one do not
// keep the others from being written.
func (c *generateCmd) Run(s *session) error {
	if c.DryRun && len(c.Migrate) == 0 {
		return usageError{errors.New("--dry-run is for --migrate; \"docgen check\" shows what would become of the package")}
	}
	targets, err := c.targets(s, filelock.Exclusive)
	if err != nil {
		return err
	}
	if err := c.addAges(s, targets); err != nil {
		return err
	}
	store := s.openCache(false)
	found := each(targets, func(t *target) error { return c.write(s, t, store) })
	if c.DryRun {
		return found
	}
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
	m, err := c.plan(s, t, b)
	if err != nil {
		return err
	}
	if c.DryRun {
		return m.show(s)
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
	t.remember(b) // what was written has names to keep, whatever becomes of the code
	if err := m.write(s); err != nil {
		return err
	}
	if len(changes) > 0 || c.Verbose {
		b.summary.print(s.stderr, t.Docs, b.found, c.Verbose)
	}
	left := t.reportEdited(s.stderr, changes, nil)
	fmt.Fprintf(s.stderr, "%s: %s; %s; %s%s\n", t.folder(), b.contents(), changed(changes), b.tally(), doubted(b.doubts))
	if len(changes) > 0 {
		b.sayNext(s, t)
	}
	if left || m.list(s) {
		return errFindings
	}
	return b.exitError()
}

// sayNext says what to do after a package was written.
func (b *build) sayNext(s *session, t *target) {
	next := nextStep(b.found)
	if next == "" && b.methods > 0 {
		next = fmt.Sprintf("next: \"go test %s\" runs the examples of the pages through the package", goFolder(t.Output))
	}
	if next != "" {
		fmt.Fprintln(s.stderr, next)
	}
}

// goFolder returns a folder as the go command names its package.
func goFolder(dir string) string {
	abs := filepath.IsAbs(dir)
	if dir = filepath.ToSlash(filepath.Clean(dir)); dir == "." || abs || dir == ".." || strings.HasPrefix(dir, "../") {
		return dir
	}
	return "./" + dir
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
