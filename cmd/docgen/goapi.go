package main

import (
	"errors"
	"fmt"
	"path/filepath"
	"slices"

	"golang.org/x/sync/errgroup"

	"github.com/docgen-go/docgen/cmd/docgen/internal/config"
	"github.com/docgen-go/docgen/cmd/docgen/internal/overrides"
	"github.com/docgen-go/docgen/emit/goapi"
	"github.com/docgen-go/docgen/emit/golang"
	"github.com/docgen-go/docgen/emit/report"
	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/diff"
	"github.com/docgen-go/docgen/model/source"
)

// causes are those of changes of the Go API, where there is an explanation.
type causes struct {
	*goapi.Explanation
	uses *goapi.Uses // nil where nobody asked for them
}

// A goWork is the comparison of two packages, which may go on beside others.
type goWork struct {
	g       *goComparison
	by      userRules
	started bool
	running errgroup.Group
}

// startGo begins to compare the packages of both sides. Where docgen.yaml changes what the
// pages say, that waits until they are compared as they are. used are the identifiers
// that code refers to, nil where nobody asked.
func startGo(both *twoSides, by userRules, used map[string]bool) *goWork {
	w := &goWork{by: by, g: &goComparison{before: both.before.api, after: both.after.api, used: used}}
	if !slices.Contains(by.file.Targets, by.target) {
		w.start()
	}
	return w
}

func (w *goWork) start() {
	w.started = true
	w.running.Go(func() (err error) {
		if w.g.target, err = withLock(w.by.file, w.by.target); err != nil {
			return err
		}
		return w.g.guard(w.g.prepare)
	})
}

// wait returns when the work is done.
func (w *goWork) wait() error {
	if !w.started {
		w.start()
	}
	return w.running.Wait()
}

// explain says on standard error where the Go API cannot be compared. The pages
// can be compared all the same. The error is for faults of docgen.
func (s *session) explain(w *goWork, findings []diff.Finding, unstated map[model.Fact]int) (causes, error) {
	err := w.wait()
	var fault *diag.Fault
	switch {
	case errors.As(err, &fault):
		return causes{}, err
	case err != nil && w.g.used != nil:
		return causes{}, fmt.Errorf("--used-by needs the Go API of both revisions: %w", err)
	case err != nil:
		fmt.Fprintf(s.stderr, "the Go API is not compared: %v\n", err)
		return causes{}, nil
	}
	return w.g.explain(findings, unstated), nil
}

// with puts beside each finding what it does to the Go API.
func (c causes) with(findings []diff.Finding) []report.Finding {
	out := make([]report.Finding, len(findings))
	for i, f := range findings {
		out[i].Finding = f
		if c.Explanation != nil {
			out[i].Go = c.ByFinding[i]
		}
	}
	return out
}

// complete adds to a report which additions to the Go API no finding explains, and counts
// the changes of that API that the report tells of: those that an ignore file, a baseline
// or --used-by leaves out are no more counted than the entries that they stand with.
func (c causes) complete(r *report.Report, leftOut func(goapi.Change) bool) {
	if c.Explanation == nil {
		return
	}
	r.Go = slices.DeleteFunc(slices.Clone(c.Unexplained), leftOut)
	lists := [][]goapi.Change{r.Go}
	for _, f := range r.Findings {
		lists = append(lists, f.Go)
	}
	counts := goapi.Summarize(lists...)
	r.Summary.Go = &counts
}

// goChanges is what the package of the old pages would become if it were
// generated from the new ones now, with the finding that caused each change, and which
// findings reach code that refers to the used identifiers, if there are any. It
// changes both APIs as docgen.yaml says.
func goChanges(t *target, before, after *model.API, findings []diff.Finding, used map[string]bool) (causes, error) {
	g := goComparison{target: t, before: before, after: after, used: used}
	if err := g.prepare(); err != nil {
		return causes{}, err
	}
	return g.explain(findings, nil), nil
}

// A goComparison is that of two packages of one target.
type goComparison struct {
	target        *target
	before, after *model.API
	used          map[string]bool
	known         map[string]bool // types that need no look
	old, now      *goapi.Side     // see prepare
}

// prepare names both packages and lists what they export.
func (g *goComparison) prepare() error {
	_ = overrides.Apply(g.before, g.target.Target) // the old pages may lack what entries for the new ones are about
	if err := overrides.Apply(g.after, g.target.Target); err != nil {
		return err
	}
	if len(g.target.Rename.All()) == 0 && g.used == nil {
		g.known = golang.Unchanged(g.before, g.after)
	}
	same, err := g.sides()
	if err == nil && !same {
		g.known = nil
		_, err = g.sides()
	}
	return err
}

// sides makes both sides. It reports false where known types have other names now, so
// that they need a look.
func (g *goComparison) sides() (same bool, err error) {
	names, err := assignNames(g.known, g.before, g.target.Rename, g.target.kept())
	if names == nil {
		return false, err
	}
	var kept *assignedNames
	var sides errgroup.Group
	sides.Go(func() error {
		return g.guard(func() (err error) {
			g.old, err = g.side(g.before, names)
			return err
		})
	})
	sides.Go(func() error {
		return g.guard(func() (err error) {
			if kept, err = assignNames(g.known, g.after, g.target.Rename, names.names.Kept(names.table(), names.kept)); err == nil {
				g.now, err = g.side(g.after, kept)
			}
			return err
		})
	})
	if err := sides.Wait(); err != nil {
		return false, err
	}
	return golang.SameNames(g.before, g.known, names.names, kept.names), nil
}

// explain joins the changes of the package with the findings about the pages.
func (g *goComparison) explain(findings []diff.Finding, unstated map[model.Fact]int) causes {
	found := causes{Explanation: goapi.Explain(g.old, g.now, findings, unstated)}
	if g.used != nil {
		found.uses = goapi.FindUses(g.old, g.now, findings, found.Explanation, g.used)
	}
	return found
}

// guard keeps what one side panics with from ending the program.
func (g *goComparison) guard(work func() error) error {
	return diag.Guard("comparing the Go API", source.Span{}, work)
}

func (g *goComparison) side(api *model.API, names *assignedNames) (*goapi.Side, error) {
	decls, err := golang.Surface(names.names, g.known, golang.Options{Final: finalStatuses(g.target.Target), Interfaces: overrides.Interfaces(api, g.target.Target)})
	if err != nil {
		return nil, err
	}
	return goapi.NewSide(api, names.names, decls), nil
}

// target is that of docgen.yaml whose docs are compared, or the only one. Where
// there is none, it is empty, and names follow from the pages alone.
func (c *diffCmd) target(file *config.File) *config.Target {
	for _, t := range file.Targets {
		if docs := docsPath(docsFrom(file, t)); docs == docsPath(c.New) || docs == docsPath(c.Old) {
			return t
		}
	}
	if len(file.Targets) == 1 {
		return file.Targets[0]
	}
	return &config.Target{}
}

// withLock is a target with what docgen.lock knows of it.
func withLock(file *config.File, t *config.Target) (*target, error) {
	if !slices.Contains(file.Targets, t) {
		return &target{Target: t}, nil
	}
	targets, err := resolve(file)
	if err != nil {
		return nil, err
	}
	return targets[slices.Index(file.Targets, t)], nil
}

// docsPath is where docs lie, of whatever revision.
func docsPath(ref string) string {
	ref = pathOf(ref)
	if abs, err := filepath.Abs(ref); err == nil {
		return abs
	}
	return ref
}
