package report

import (
	"fmt"
	"strings"

	"github.com/docgen-go/docgen/model"
)

// An Endpoint is a method as requests name it.
type Endpoint struct {
	// Method is the ID in the new revision, unless only the old one has it; so are the
	// verb and the path.
	Method string `json:"method"`
	Verb   string `json:"verb"`
	Path   string `json:"path"`
}

// String returns the verb and the path.
func (e Endpoint) String() string { return e.Verb + " " + e.Path }

// AddEndpoints gives findings the verbs and paths of the methods that show them.
func AddEndpoints(findings []Finding, before, after *model.API) {
	known := map[string]Endpoint{}
	for _, api := range []*model.API{before, after} {
		for _, m := range api.Methods {
			known[m.ID] = Endpoint{m.ID, m.Verb, m.Path}
		}
	}
	for i, f := range findings {
		for _, id := range f.Reach {
			if e, ok := known[id]; ok {
				findings[i].Endpoints = append(findings[i].Endpoints, e)
			}
		}
	}
}

// shownEndpoints is how many endpoints a line names before it counts.
const shownEndpoints = 2

// endpoints are the verbs and paths of a finding in one line: a few, and how many more
// there are.
func (r *Report) endpoints(f Finding, quote func(string) string) string {
	if len(f.Endpoints) == 1 && (f.Endpoints[0].String() == f.Old || f.Endpoints[0].String() == f.New) {
		return "" // which says it already
	}
	var shown distinct // methods may share one, such as variants of an endpoint
	for _, e := range f.Endpoints {
		shown.add(quote(e.String()))
	}
	words := shown.lines
	if more := len(words) - shownEndpoints; more > 0 && !r.Verbose {
		words = append(words[:shownEndpoints:shownEndpoints], fmt.Sprintf("%d more", more))
	}
	return strings.Join(words, ", ")
}
