package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/cmd/docgen/internal/docsfs"
	"github.com/docgen-go/docgen/emit/output/filelock"
	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/parser"
	"github.com/docgen-go/docgen/parser/format"
)

// A session is what every verb runs with.
type session struct {
	ctx            context.Context
	stdout, stderr io.Writer
	progress       *progress
	// dialects restricts what is read; none means all.
	dialects []string
	// config is the docgen.yaml to take findings from; "" is the nearest one.
	config   string
	releases []func()
}

// hold keeps others from what a file stands for until the session is closed.
func (s *session) hold(name string, mode filelock.Mode) error {
	release, err := filelock.Wait(s.ctx, name, mode, func() {
		fmt.Fprintf(s.stderr, "docgen: another docgen works on %s; waiting until it has finished\n", name)
	})
	if errors.Is(err, fs.ErrNotExist) {
		return nil // whoever reads it says so better
	}
	if err != nil {
		return err
	}
	s.releases = append(s.releases, release)
	return nil
}

// close gives back what the session holds.
func (s *session) close() {
	for _, release := range s.releases {
		release()
	}
}

// A reference is a set of pages after reading.
type reference struct {
	api *model.API
	// found are the findings that count, as docgen.yaml says, and accepted those that
	// it says are fine.
	found    diag.List
	accepted []acceptedFinding
	// stated is how many endpoints the pages state that are in no method, whatever
	// docgen.yaml says of them.
	stated int
	// prefix leads from the user to the pages.
	prefix string
	// model says that it was not read from pages, but is one that docgen wrote.
	model bool
}

// read reads the pages that ref names.
func (s *session) read(ref string) (_ *reference, err error) {
	docs, err := docsfs.Open(s.ctx, ref, docsfs.DefaultLimits)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, docs.Close()) }()
	r, err := s.parse(docs, ref, s.dialects, marksFor(ref, s.config))
	if err != nil {
		return nil, err
	}
	return s.applyFindings(ref, r)
}

// parse reads the pages of opened docs, which the user calls ref; marks is what
// docgen.yaml says of the marks of tables, or nil.
func (s *session) parse(docs *docsfs.Docs, ref string, dialects []string, marks *format.Marks) (*reference, error) {
	defer s.progress.clear()
	if err := knownDialects(dialects); err != nil {
		return nil, err
	}
	api, found, err := parser.Parse(s.ctx, docs, parser.Options{
		Dialects: dialects,
		Tables:   marks,
		Phase:    s.progress.show,
	})
	if err != nil {
		return nil, fmt.Errorf("%s: %w", ref, locate(err, docs.Prefix))
	}
	switch {
	case len(api.Pages) == 0 && len(dialects) > 0:
		return nil, noPages(ref, dialects)
	case len(api.Pages) == 0:
		return nil, noPagesIn(docs, ref)
	}
	found = append(found, docs.Found...)
	return &reference{api: api, found: found, stated: stated(found), prefix: docs.Prefix}, nil
}

func noPages(ref string, dialects []string) error {
	return fmt.Errorf("%s: no pages in %s; name other dialects with --dialects", ref, strings.Join(dialects, ", "))
}

// knownDialects refuses the name of a dialect that docgen does not read.
func knownDialects(names []string) error {
	for _, name := range names {
		if all := parser.Dialects(); !slices.Contains(all, name) {
			return usageError{fmt.Errorf("there is no dialect %q; docgen reads %s", name, strings.Join(all, ", "))}
		}
	}
	return nil
}

// located is the findings with files as the user, an editor or `git show` can
// open them; in the model and in JSON they stay relative to the docs.
func (r *reference) located() diag.List {
	found := slices.Clone(r.found)
	for i := range found {
		found[i] = found[i].Below(r.prefix)
	}
	return found
}

// exitError is what a verb returns that has read the pages and done its work.
func (r *reference) exitError() error {
	if r.found.Count(diag.Error) > 0 {
		return errFindings
	}
	return nil
}

// print hands a buffered standard output to write and reports what went wrong
// with it, a full disk for instance.
func (s *session) print(write func(w *bufio.Writer) error) error {
	w := bufio.NewWriter(s.stdout)
	if err := errors.Join(write(w), w.Flush()); err != nil {
		return outputError(err)
	}
	return nil
}

func outputError(err error) error { return fmt.Errorf("writing to standard output: %w", err) }
