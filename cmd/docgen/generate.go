package main

import (
	"cmp"
	"fmt"
	"path/filepath"

	"github.com/docgen-go/docgen/emit"
	"github.com/docgen-go/docgen/emit/naming"
	"github.com/docgen-go/docgen/emit/output"
	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
)

type generateCmd struct {
	Docs      string `arg:"" help:"${docs}"`
	Output    string `short:"o" required:"" placeholder:"DIR" help:"The folder of the package. Files in it that docgen did not write stay as they are."`
	Package   string `placeholder:"NAME" help:"The name of the package; by default that of the folder."`
	KeepGoing bool   `help:"Write what could be read even if there are errors in the docs. The exit code is 1 all the same."`
	Verbose   bool   `short:"v" help:"Show all findings about the pages."`
}

// Run writes the package, all of it or nothing. Errors in the docs mean that
// part of the API would be missing, so they stop a release unless it was said
// that this is fine.
func (c *generateCmd) Run(s *session) error {
	pkg, err := c.packageName()
	if err != nil {
		return usageError{err}
	}
	r, err := s.read(c.Docs)
	if err != nil {
		return err
	}
	set, more, err := emit.Go(s.ctx, r.api, emit.Options{Package: pkg, Version: releaseVersion()})
	if err != nil {
		return err
	}
	r.found = append(r.found, more...)
	r.found.Sort()
	summarize(s.stderr, r.located(), c.Verbose)
	if err := c.judge(s, r); err != nil {
		return err
	}
	changes, err := set.Write(s.ctx, c.Output)
	if err != nil {
		return err
	}
	fmt.Fprintf(s.stderr, "%s: %s; %s; %s\n", c.Output, contents(r.api), changed(changes), tally(r.found))
	return r.verdict()
}

// judge says whether what was read is worth writing.
func (c *generateCmd) judge(s *session, r *reference) error {
	if len(r.api.Types) == 0 && methods(r.api) == 0 {
		fmt.Fprintf(s.stderr, "docgen: nothing written: no page of %s describes a method or a type; \"docgen lint\" shows what they are\n", c.Docs)
		return errFindings
	}
	if r.found.Count(diag.Error) > 0 && !c.KeepGoing {
		fmt.Fprintf(s.stderr, "docgen: nothing written: %s in the docs; mend them, or write what could be read with --keep-going\n", tally(r.found))
		return errFindings
	}
	return nil
}

func (c *generateCmd) packageName() (string, error) {
	dir, err := filepath.Abs(c.Output)
	if err != nil {
		return "", err
	}
	name := cmp.Or(c.Package, naming.Package(filepath.Base(dir)))
	return name, naming.CheckPackage(name)
}

func contents(api *model.API) string {
	return count(methods(api), "method") + " and " + count(len(api.Types), "type")
}

func methods(api *model.API) int {
	n := 0
	for range api.Methods {
		n++
	}
	return n
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
	return fmt.Sprintf("%s added, %d changed, %d removed", count(kinds[output.Added], "file"), kinds[output.Changed], kinds[output.Stale])
}
