// Package emit turns the model of an API into files.
//
// [Go] renders a package; the set that it returns can be compared with a folder and
// written into it, all of it or nothing:
//
//	set, found, err := emit.Go(ctx, api, emit.Options{Package: "harbor"})
//	if err != nil {
//		return err
//	}
//	changes, err := set.Write(ctx, "internal/harbor")
//
// The findings are about names that had to give way and about what Go cannot say.
package emit

import (
	"cmp"
	"context"
	"fmt"
	"runtime"
	"sync"

	"golang.org/x/sync/errgroup"

	"github.com/docgen-go/docgen/emit/golang"
	"github.com/docgen-go/docgen/emit/naming"
	"github.com/docgen-go/docgen/emit/output"
	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/source"
	"github.com/docgen-go/docgen/templates"
)

// Options are what a caller chooses about a generated package.
type Options struct {
	// Package is the package's name; empty means one made of the API's title.
	Package string
	// Module, when set, adds a go.mod that makes the folder a module of that path.
	Module string
	// Version is docgen's own, for the header of each file.
	Version string
	// Names are those of the API, as Names assigns them; nil means that Go does. Their
	// type is not part of the compatibility promise, nor are Names and NamesBut.
	Names *naming.Names
	// Variables are environment variables that FromEnv is to read although their
	// names have nothing of the API's title, host or package.
	Variables []string
	// Webhooks and Accumulations are what docgen.yaml says of webhooks and of how events
	// of streams add up. Their types are not part of the compatibility promise.
	Webhooks      *golang.Webhooks
	Accumulations map[string]golang.Accumulation
	// ClientVersion is the version of the package, for a constant and User-Agent.
	ClientVersion string
	// Interfaces are the IDs of the resources whose services have an interface.
	Interfaces []string
	// Final are the statuses after which no other follows, by TypeID.field, in place of
	// those that their names and descriptions tell.
	Final map[string][]string
	// Workers is how many files are rendered at the same time; 0 means GOMAXPROCS.
	Workers int
	// Progress, when set, is called after each file with how many are rendered and how many
	// there are. Calls do not overlap.
	Progress func(done, total int)
}

// Go renders the Go package of an API. The set has the same bytes for the same
// API and options, whatever the number of workers. Findings are about names
// that had to give way and about what Go cannot say; the error is for ctx being
// done and for faults of docgen itself.
func Go(ctx context.Context, api *model.API, o Options) (output.Set, diag.List, error) {
	pkg := cmp.Or(o.Package, naming.Package(api.Title))
	if err := naming.CheckPackage(pkg); err != nil {
		return nil, nil, err
	}
	names, diags := o.Names, diag.List(nil)
	if names == nil {
		var err error
		if names, diags, err = Names(api); err != nil {
			return nil, nil, err
		}
	}
	header := output.Header(o.Version)
	options := golang.Options{
		Package: pkg, Module: o.Module, Header: header, Variables: o.Variables, Final: o.Final, ClientVersion: o.ClientVersion, Interfaces: o.Interfaces,
		Webhooks: o.Webhooks, Accumulations: o.Accumulations,
	}
	var jobs []golang.Job
	var more diag.List
	err := diag.Guard("preparing the package", source.Span{}, func() error {
		jobs, more = golang.Jobs(names, options)
		return nil
	})
	if err != nil {
		return nil, nil, err
	}
	set, err := render(ctx, jobs, o)
	if err != nil {
		return nil, nil, err
	}
	if err := carry(set, golang.Parts(names.API(), options), pkg, header); err != nil {
		return nil, nil, err
	}
	if o.Module != "" {
		set["go.mod"] = fmt.Appendf(nil, "// %s\n\nmodule %s\n\ngo 1.24\n", header, o.Module)
	}
	diags = append(diags, more...)
	diags.Sort()
	return set, diags, nil
}

// Names assigns the Go names of an API. Those of the tables stay as they are
// there, of earlier tables first. Findings are about names that had to give way.
func Names(api *model.API, keep ...naming.Table) (*naming.Names, diag.List, error) {
	return NamesBut(nil, api, keep...)
}

// NamesBut is Names without those of fields of the types that are known, by ID.
func NamesBut(known map[string]bool, api *model.API, keep ...naming.Table) (*naming.Names, diag.List, error) {
	reserved, err := templates.Identifiers()
	if err != nil {
		return nil, nil, err
	}
	var names *naming.Names
	var found diag.List
	err = diag.Guard("naming", source.Span{}, func() error {
		names, found = naming.Assign(api, naming.Reserved{Package: reserved, Keep: keep, Known: known})
		return nil
	})
	return names, found, err
}

// render runs the jobs side by side: formatting them is most of the work.
func render(ctx context.Context, jobs []golang.Job, o Options) (output.Set, error) {
	workers := o.Workers
	if workers <= 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	sources := make([][]byte, len(jobs))
	var mu sync.Mutex
	done := 0
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(workers)
	for i, job := range jobs {
		group.Go(func() error {
			if err := ctx.Err(); err != nil {
				return err
			}
			var err error
			if sources[i], err = job.Render(); err != nil {
				return fmt.Errorf("render %s: %w", job.Path, err)
			}
			if o.Progress != nil {
				mu.Lock()
				defer mu.Unlock()
				done++
				o.Progress(done, len(jobs))
			}
			return nil
		})
	}
	if err := group.Wait(); err != nil {
		return nil, err
	}
	set := output.Set{}
	for i, job := range jobs {
		if _, twice := set[job.Path]; twice {
			return nil, fmt.Errorf("two files are called %s", job.Path)
		}
		set[job.Path] = sources[i]
	}
	return set, nil
}

// carry adds the runtime.
func carry(set output.Set, parts []string, pkg, header string) error {
	files, err := templates.Runtime(parts...)
	if err != nil {
		return err
	}
	for _, f := range files {
		set[f.Name] = f.Source(pkg, header)
	}
	return nil
}
