package main

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"golang.org/x/sync/errgroup"

	"github.com/docgen-go/docgen/cmd/docgen/internal/config"
	"github.com/docgen-go/docgen/cmd/docgen/internal/tailor"
	"github.com/docgen-go/docgen/emit/goapi"
	"github.com/docgen-go/docgen/emit/golang"
	"github.com/docgen-go/docgen/emit/naming"
	"github.com/docgen-go/docgen/emit/report"
	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diff"
)

// A cause of changes of the Go API is known where there is an explanation.
type causes struct{ *goapi.Explanation }

// explain says on standard error where the Go API cannot be compared. The pages
// can be compared all the same.
func (c *diffCmd) explain(s *session, before, after *reference, findings []diff.Finding) causes {
	explanation, err := c.goChanges(before.api, after.api, findings)
	if err != nil {
		fmt.Fprintf(s.stderr, "the Go API is not compared: %v\n", err)
		return causes{}
	}
	return causes{explanation}
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

// complete adds to a report what is about the Go API as a whole.
func (c causes) complete(r *report.Report) {
	if c.Explanation != nil {
		r.Go, r.Summary.Go = c.Unexplained, &c.Summary
	}
}

// goChanges is what the package of the old pages would become if it were
// generated from the new ones now, with the finding that caused each change. It
// changes both APIs as docgen.yaml says.
func (c *diffCmd) goChanges(before, after *model.API, findings []diff.Finding) (*goapi.Explanation, error) {
	t, err := c.target()
	if err != nil {
		return nil, err
	}
	settled, err := goNames(before, t, t.kept())
	if settled == nil {
		return nil, err
	}
	var old, now *goapi.Side
	var sides errgroup.Group
	sides.Go(func() (err error) {
		old, err = goSide(before, settled.names)
		return err
	})
	sides.Go(func() error {
		settled, err := goNames(after, t, settled.keep)
		if err != nil {
			return err
		}
		now, err = goSide(after, settled.names)
		return err
	})
	if err := sides.Wait(); err != nil {
		return nil, err
	}
	return goapi.Explain(old, now, findings), nil
}

// goNames changes an API as docgen.yaml says and settles its names. Faults of
// docgen.yaml leave names all the same: the old pages may lack what entries for
// the new ones are about.
func goNames(api *model.API, t *target, kept naming.Table) (*settledNames, error) {
	faults := tailor.Apply(api, t.Target)
	settled, err := settle(api, t.Rename, kept)
	return settled, errors.Join(faults, err)
}

func goSide(api *model.API, names *naming.Names) (*goapi.Side, error) {
	decls, err := golang.Surface(api, names)
	if err != nil {
		return nil, err
	}
	return goapi.NewSide(api, names, decls), nil
}

// target is that of docgen.yaml whose docs are compared, or the only one. Where
// there is none, names follow from the pages alone.
func (c *diffCmd) target() (*target, error) {
	targets, err := (&targetFlags{Config: c.Config}).configured()
	if errors.Is(err, config.ErrNotFound) {
		return &target{Target: &config.Target{}}, nil
	}
	if err != nil {
		return nil, err
	}
	for _, t := range targets {
		if docs := docsPath(t.Docs); docs == docsPath(c.New) || docs == docsPath(c.Old) {
			return t, nil
		}
	}
	if len(targets) == 1 {
		return targets[0], nil
	}
	return &target{Target: &config.Target{}}, nil
}

// docsPath is where docs lie, of whatever revision.
func docsPath(ref string) string {
	if rest, ok := strings.CutPrefix(ref, "git:"); ok {
		_, ref, _ = strings.Cut(rest, ":")
	}
	if abs, err := filepath.Abs(ref); err == nil {
		return abs
	}
	return ref
}
