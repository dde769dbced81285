package main

import (
	"errors"
	"fmt"
	"slices"
	"sync"

	"github.com/docgen-go/docgen/cmd/docgen/internal/cache"
	"github.com/docgen-go/docgen/cmd/docgen/internal/config"
	"github.com/docgen-go/docgen/cmd/docgen/internal/docsfs"
	"github.com/docgen-go/docgen/cmd/docgen/internal/overrides"
	"github.com/docgen-go/docgen/emit"
	"github.com/docgen-go/docgen/emit/golang"
	"github.com/docgen-go/docgen/emit/naming"
	"github.com/docgen-go/docgen/emit/output"
	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
)

// A build is what the docs of a target give.
type build struct {
	set output.Set
	// reference has no API: a build from the cache knows none.
	reference
	// methods and types are how many the package has.
	methods, types int
	// shown is how many results and bodies only examples show.
	shown int
	// summary is what was read.
	summary *readSummary
	// doubts are those of the pages.
	doubts []model.Doubt
	// digest is that of the pages, whatever their line ends, and names those to keep from now on.
	digest string
	names  naming.Table
	// secrets are where the package sends them.
	secrets secrets
}

// build renders the package of a target, or finds it in the cache, where it is
// unless the docs, docgen.yaml, docgen.lock or docgen itself have changed.
func (s *session) build(t *target, store *cache.Cache) (_ *build, err error) {
	docs, err := docsfs.Open(s.ctx, t.Docs, docsfs.DefaultLimits)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, docs.Close()) }()
	digest, text, err := cache.Digests(s.ctx, docs)
	if err != nil {
		return nil, err
	}
	c := newBuildCache(store, t, digest, docs.Found)
	b, ok := c.get(t.kept())
	if !ok {
		if b, err = s.render(t, docs); err != nil {
			return nil, err
		}
		c.put(b, t.kept())
	}
	b.prefix, b.digest = docs.Prefix, text
	return b, nil
}

// render reads the docs of a target and renders its package.
func (s *session) render(t *target, docs *docsfs.Docs) (*build, error) {
	r, err := s.parse(docs, t.Docs, t.Dialects, tableMarks(&t.Tables))
	if err != nil {
		return nil, err
	}
	if err := overrides.Apply(r.api, t.Target); err != nil {
		return nil, badConfig(err)
	}
	b := &build{methods: methods(r.api), types: len(r.api.Types), shown: onlyShown(r.api), doubts: r.api.Doubts, summary: newReadSummary(r.api)}
	defer s.progress.clear()
	s.progress.show("naming", 0, 1)
	assigned, err := assignNames(nil, r.api, t.Rename, t.kept())
	s.progress.show("naming", 1, 1)
	if err != nil {
		return nil, badConfig(err)
	}
	b.names = assigned.keep()
	// Names were chosen by what pages say; those who share a structure still do.
	more := t.ages.mark(assigned.names.API())
	options := emit.Options{
		Package: t.Package, Module: t.Module, Version: releaseVersion(), Names: assigned.names, Variables: variables(t.Target), ClientVersion: t.PackageVersion.Value,
		Final: finalStatuses(t.Target), Webhooks: webhooksOf(t.Target), Accumulations: accumulationsOf(t.Target), Interfaces: overrides.Interfaces(r.api, t.Target),
		Progress: func(done, total int) { s.progress.show("writing files", done, total) },
	}
	b.secrets = secretsOf(r.api, golang.Options{Package: t.Package, Variables: options.Variables})
	set, rendered, err := emit.Go(s.ctx, r.api, options)
	if err != nil {
		return nil, locate(err, r.prefix)
	}
	b.set, b.found = set, slices.Concat(r.found, assigned.found, more, rendered)
	b.found.Sort()
	b.stated = r.stated
	if unused := b.apply(t.Findings); len(unused) > 0 {
		return nil, usageError{unused}
	}
	return b, nil
}

// assignedNames are the names of an API and what was found while they were chosen.
type assignedNames struct {
	names *naming.Names
	found diag.List
	// table lists the names that docgen.yaml does not give, kept those of before.
	table func() naming.Table
	kept  naming.Table
}

// keep returns the names to keep from now on.
func (a *assignedNames) keep() naming.Table { return a.names.Compact(a.table(), a.kept) }

// assignNames chooses names: what docgen.yaml says first, then what docgen.lock
// remembers, then what follows from the pages. Where the error is config.Faults,
// the names are those without the entries at fault. Fields of known types get
// none, which entries must not be about.
func assignNames(known map[string]bool, api *model.API, rename config.Rename, kept naming.Table) (*assignedNames, error) {
	renames, faults, err := renamesOf(api, rename)
	if err != nil {
		return nil, err
	}
	var keep []naming.Table
	if kept = renames.Without(kept); len(kept)+len(renames.Names) > 0 {
		keep = []naming.Table{renames.Names, kept}
	}
	names, found, err := emit.NamesBut(known, api, keep...)
	if err != nil {
		return nil, err
	}
	all := sync.OnceValue(names.Table)
	if len(rename.All()) > 0 {
		faults = errors.Join(faults, renames.Check(all()))
	}
	return &assignedNames{names, found, func() naming.Table { return renames.Without(all()) }, kept}, faults
}

// renamesOf finds what the entries of docgen.yaml are about in the names that
// would be chosen without them.
func renamesOf(api *model.API, rename config.Rename) (renames *overrides.Renames, faults, err error) {
	if len(rename.All()) == 0 {
		return &overrides.Renames{}, nil, nil
	}
	names, _, err := emit.Names(api)
	if err != nil {
		return nil, nil, err
	}
	renames, faults = overrides.NewRenames(names.Chosen(), rename)
	return renames, faults, nil
}

// badConfig makes faults of docgen.yaml the user's.
func badConfig(err error) error {
	if faults := (config.Faults)(nil); errors.As(err, &faults) {
		return usageError{err}
	}
	return err
}

// classify says whether what was read is worth a package. Errors in the docs mean
// that part of the API would be missing, so they stop a release unless it was
// said that this is fine. did says what was not done.
func (b *build) classify(s *session, t *target, keepGoing bool, did string) error {
	if b.types == 0 && b.methods == 0 {
		fmt.Fprintf(s.stderr, "docgen: nothing %s: no page of %s describes a method or a type; \"docgen lint %s\" shows what they are; %s\n", did, t.Docs, t.Docs, b.describeFormats())
		return errFindings
	}
	if b.found.Count(diag.Error) > 0 && !keepGoing {
		fmt.Fprintf(s.stderr, "docgen: nothing %s: %s in the docs; mend them, or go on with what could be read with --keep-going\n", did, b.tally())
		return errFindings
	}
	return nil
}

// contents is the size of the package in one phrase.
func (b *build) contents() string {
	size := count(b.methods, "method") + " and " + count(b.types, "type")
	switch b.shown {
	case 0:
		return size
	case 1:
		return size + " (1 result or body only from examples)"
	}
	return fmt.Sprintf("%s (%d results and bodies only from examples)", size, b.shown)
}

func methods(api *model.API) int {
	n := 0
	for range api.Methods {
		n++
	}
	return n
}
