package main

import (
	"errors"
	"fmt"
	"io/fs"

	"github.com/docgen-go/docgen/cmd/docgen/internal/docsfs"
	"github.com/docgen-go/docgen/emit/report"
	"github.com/docgen-go/docgen/model/diff"
	"github.com/docgen-go/docgen/parser"
)

// captured reads both revisions that one captured page shows, as far as it
// shows what differs. What it shows and could not be placed is printed.
func (s *session) captured(ref string) (_ *twoSides, err error) {
	docs, err := docsfs.Open(s.ctx, ref, docsfs.DefaultLimits)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, docs.Close()) }()
	if err := knownDialects(s.dialects); err != nil {
		return nil, err
	}
	sides := docs.Sides
	if sides == nil {
		return nil, usageError{fmt.Errorf("%s is one revision; name the new one too (only a captured page that shows both side by side holds two)", ref)}
	}
	r := &twoSides{touched: touched{pages: sides.Files, added: sides.Added, removed: sides.Removed}, in: map[string][]diff.Position{}}
	if r.before, err = s.side(docs, sides.Old); err != nil {
		return nil, err
	}
	if r.after, err = s.side(docs, sides.New); err != nil {
		return nil, err
	}
	if len(r.before.api.Pages)+len(r.after.api.Pages) == 0 && len(s.dialects) > 0 {
		return nil, noPages(ref, s.dialects)
	}
	r.parameters, r.rest = sides.Parameters, restOf(sides)
	for name, in := range sides.In {
		for _, way := range in {
			r.in[name] = append(r.in[name], diff.Position(way))
		}
	}
	summarize(s.stderr, (&reference{found: sides.Found, prefix: docs.Prefix}).located(), true)
	return r, nil
}

// side reads one revision of a captured page.
func (s *session) side(docs *docsfs.Docs, side fs.FS) (*reference, error) {
	api, found, err := parser.Parse(s.ctx, side, parser.Options{Dialects: s.dialects})
	return &reference{api: api, found: found, prefix: docs.Prefix}, locate(err, docs.Prefix)
}

// restOf is what a captured page shows besides what could be compared.
func restOf(sides *docsfs.Sides) *report.Captured {
	out := &report.Captured{Shown: report.Touched{Pages: sides.Files, LinesAdded: sides.Added, LinesRemoved: sides.Removed}}
	if s := sides.Stated; s != nil {
		out.Stated = &report.Touched{Pages: s.Files, LinesAdded: s.Added, LinesRemoved: s.Removed}
	}
	for _, x := range sides.Rest {
		out.Rest = append(out.Rest, report.Rest(x))
	}
	return out
}
