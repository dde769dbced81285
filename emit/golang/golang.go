// Package golang turns the model of an API into the source of a Go package:
// types, a service tree with one method for each operation, and tests made of
// the examples of the pages. What such a package needs besides, it carries
// from package templates.
//
// It is not part of the compatibility promise.
package golang

import (
	"sync"

	"github.com/docgen-go/docgen/emit/golang/gosrc"
	"github.com/docgen-go/docgen/emit/naming"
	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/source"
)

// Options are what a caller chooses about a generated package.
type Options struct {
	// Package is the name in the package clauses.
	Package string
	// Module is the path of the module that the package is the root of, "" where it is
	// part of another one.
	Module string
	// Header is the first line of every file, without comment slashes.
	Header string
	// Variables are environment variables that FromEnv is to read although their
	// names have nothing of the API.
	Variables []string
	// ClientVersion is the version of the package, "" where nobody gives it one.
	ClientVersion string
	// Interfaces are the IDs of the resources whose services have an interface.
	Interfaces []string
	// Webhooks is what the API sends by itself, nil where it is as the pages and the
	// scheme of Standard Webhooks have it.
	Webhooks *Webhooks
	// Accumulations are how events of streams add up, by the IDs of methods, where the
	// types do not tell it.
	Accumulations map[string]Accumulation
	// Final are the statuses after which no other follows, by TypeID.field, in place of
	// those that their names and descriptions tell.
	Final map[string][]string
}

// A Job renders one file. Jobs are independent of each other and may run at
// the same time.
type Job struct {
	// Path is slash-separated and relative to the package's folder.
	Path string
	// Render returns formatted source. Its error is a [diag.Fault] where docgen
	// cannot render what the model holds.
	Render func() ([]byte, error)
}

// Jobs are the files of the package of an API whose names are assigned, sorted
// by path. Nothing is rendered yet. Findings are about what Go cannot say.
func Jobs(names *naming.Names, o Options) ([]Job, diag.List) {
	g := newGenerator(names, o)
	var jobs []Job
	add := func(path string, write func(gosrc.Writer)) {
		jobs = append(jobs, Job{path, func() (text []byte, err error) {
			err = diag.Guard("rendering "+path, source.Span{}, func() (err error) {
				f := gosrc.NewFile(o.Package, o.Header)
				write(f)
				text, err = f.Render()
				return err
			})
			return text, err
		}})
	}
	add("client.go", g.client)
	g.typeFiles(add)
	if len(g.conversions) > 0 {
		add("toparam_test.go", g.conversionTests)
	}
	g.resourceFiles(g.api.Resources, add)
	if len(model.Called(g.api.Resources)) > 0 {
		add("example_test.go", g.examples)
	}
	jobs = append(jobs, Job{"README.md", g.readme})
	sortJobs(jobs)
	g.diags.Sort()
	return jobs, g.diags
}

// A generator holds what all files have in common. It is not changed while
// files are rendered.
type generator struct {
	api   *model.API
	names *naming.Names
	opts  Options
	// urls are the published addresses of pages, by path.
	urls map[string]string
	// markers are the methods that make a declared type a variant of unions.
	markers map[string][]string
	// cyclic are the named types that would contain themselves by value.
	cyclic map[string]bool
	// conversions are what requests take in the place of types of responses, and
	// accumulations how events add up to one, by its ID.
	conversions   map[string]*model.NamedType
	accumulations map[string]*accumulation
	// sent and received are the types of requests and of responses, by their IDs.
	sent, received map[string]bool
	// uses are where types are used, by their IDs.
	uses map[string]func() string
	// returned counts the methods that return an object, by the ID of the type.
	returned map[string]int
	// objectDocs are the descriptions of objects, each in one line.
	objectDocs map[string]bool
	// constructors are the functions that return a type, by its ID.
	constructors map[string][]naming.Constructor
	// polls are the methods that wait for a status, by the ID of those that they begin with.
	polls map[string]*pollForm
	// event returns the type that webhooks carry, or nil.
	event func() *model.NamedType
	// typeNames returns the names of the types of the package.
	typeNames func() map[string]bool
	diags     diag.List
}

func newGenerator(names *naming.Names, o Options) *generator {
	g := newDeclarer(names, o)
	g.urls = map[string]string{}
	for _, p := range g.api.Pages {
		g.urls[p.Path] = p.URL
	}
	g.findUses()
	g.findObjectDocs()
	g.checkTags()
	g.checkIterators()
	g.checkCredentials()
	g.checkVariables()
	g.checkForms()
	g.checkBodies()
	g.checkWebhooks()
	g.checkAccumulations()
	return g
}

// newDeclarer returns a generator that knows what is declared, but has neither findings
// nor what only descriptions need.
func newDeclarer(names *naming.Names, o Options) *generator {
	api := names.API()
	g := &generator{api: api, names: names, opts: o, markers: map[string][]string{}}
	g.event, g.typeNames = sync.OnceValue(g.findWebhookEvent), sync.OnceValue(g.findTypeNames)
	for _, t := range api.Types {
		if t.Type == nil || t.Type.Kind != model.KindUnion {
			continue
		}
		for _, v := range naming.Variants(api, t.Type) {
			if v.Named != nil {
				g.markers[v.Named.ID] = append(g.markers[v.Named.ID], names.Marker(t.ID))
			}
		}
	}
	g.cyclic = cyclicTypes(api)
	g.sent, g.received = naming.Sent(api), naming.Received(api)
	g.conversions, g.accumulations = g.findConversions(), findAccumulations(api, o.Accumulations)
	g.constructors = map[string][]naming.Constructor{}
	for _, c := range names.Constructors() {
		g.constructors[c.Of.ID] = append(g.constructors[c.Of.ID], c)
	}
	g.findPolls()
	return g
}
