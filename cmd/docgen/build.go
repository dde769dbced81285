package main

import (
	"errors"
	"fmt"

	"github.com/docgen-go/docgen/cmd/docgen/internal/config"
	"github.com/docgen-go/docgen/cmd/docgen/internal/tailor"
	"github.com/docgen-go/docgen/emit"
	"github.com/docgen-go/docgen/emit/output"
	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
)

// A build is what the docs of a target give.
type build struct {
	set output.Set
	reference
	// methods and types are how many the package has.
	methods, types int
}

// build reads the docs of a target and renders its package.
func (s *session) build(t *target) (*build, error) {
	r, err := s.readDialects(t.Docs, t.Dialects)
	if err != nil {
		return nil, err
	}
	if err := tailor.Apply(r.api, t.Target); err != nil {
		return nil, badConfig(err)
	}
	b := &build{reference: *r, methods: methods(r.api), types: len(r.api.Types)}
	set, more, err := emit.Go(s.ctx, r.api, emit.Options{Package: t.Package, Module: t.Module, Version: releaseVersion()})
	if err != nil {
		return nil, err
	}
	b.set = set
	b.found = append(b.found, more...)
	b.found.Sort()
	return b, nil
}

// badConfig makes faults of docgen.yaml the user's.
func badConfig(err error) error {
	if faults := (config.Faults)(nil); errors.As(err, &faults) {
		return usageError{err}
	}
	return err
}

// judge says whether what was read is worth a package. Errors in the docs mean
// that part of the API would be missing, so they stop a release unless it was
// said that this is fine. did says what was not done.
func (b *build) judge(s *session, t *target, keepGoing bool, did string) error {
	if b.types == 0 && b.methods == 0 {
		fmt.Fprintf(s.stderr, "docgen: nothing %s: no page of %s describes a method or a type; \"docgen lint\" shows what they are\n", did, t.Docs)
		return errFindings
	}
	if b.found.Count(diag.Error) > 0 && !keepGoing {
		fmt.Fprintf(s.stderr, "docgen: nothing %s: %s in the docs; mend them, or go on with what could be read with --keep-going\n", did, tally(b.found))
		return errFindings
	}
	return nil
}

// contents is the size of the package in one phrase.
func (b *build) contents() string {
	return count(b.methods, "method") + " and " + count(b.types, "type")
}

func methods(api *model.API) int {
	n := 0
	for range api.Methods {
		n++
	}
	return n
}
