package tables

import (
	"slices"

	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/parser/format"
	"github.com/docgen-go/docgen/parser/statement"
)

// assumeReferences takes pages for those of a reference that state endpoints in lines of nothing else, though nothing
// of them is as only references have it: what they state would be an error otherwise. One of them has to show what is sent
// or answered, or they state several endpoints, and no other format reads a page.
func assumeReferences(tree *format.Tree, documents []*document) {
	stated := map[string]bool{}
	var all []*document
	for _, s := range documents {
		if s.mayBeAssumed() {
			all = append(all, s)
			for _, c := range s.calls {
				stated[c.stated[0].Operations[0].Key()] = true
			}
			for _, f := range s.found {
				if s.isRowAlone(f) {
					stated[f.Operations[0].Key()] = true
				}
			}
		}
	}
	if len(all) == 0 || readElsewhere(tree, documents) {
		return
	}
	if strong, weak := countStrength(tree, documents); strong > 0 && strong >= weak {
		return // which are enough
	}
	for _, s := range all {
		if len(stated) >= fewestBare || slices.ContainsFunc(s.calls, (*call).showsParts) {
			s.weak, s.onlyStated = false, true
		}
	}
}

// mayBeAssumed reports whether lines of nothing else state all endpoints of a page that does not say that
// it is about the use of APIs, and has no steps.
func (s *document) mayBeAssumed() bool {
	if !s.weak || s.indexed || s.dropped || s.hosted || len(s.calls) == 0 || s.isAbout() || s.isOfSteps() {
		return false
	}
	if s.headingsBefore(len(s.text)) > mostSections*(len(s.calls)+1) {
		return false // most of it is about something else
	}
	return !slices.ContainsFunc(s.calls, func(c *call) bool {
		f := c.stated[0]
		return f.Form != statement.Stated || f.URL || c.sent
	})
}

// checkAssumed tells of a page that is taken for one of a reference because of the lines that state endpoints alone.
func (r *reading) checkAssumed() {
	s := r.document
	if !s.onlyStated || len(r.endpoints) == 0 {
		return
	}
	f := r.endpoints[0].statement()
	r.problem(f.Start, f.End, "assumed-reference", "nothing but the lines that state "+r.endpoints[0].op.String()+andMore(len(r.endpoints))+" says that the page is of a reference: it is read as one", "list in tables what is sent and answered; if the page is a guide, leave it out")
}

var _ = diag.Register(diag.Entry{
	Code: "assumed-reference", Severity: diag.Warning,
	Title:   "lines that state endpoints are all that a page has of a reference",
	Why:     "A verb and a path stand alone in lines, and no table or list below them, nor the titles of the page say that it describes an API. Guides have such lines, too. As no other page has more, they are methods.",
	Help:    "If the page is a guide, leave it out. If not, list in tables what is sent and answered, or say in the title that the page is a reference of an API.",
	Example: "-- cranes.md --\n# Cranes\n\n### Find cranes\n\n`GET` `/cranes`\n\n```json\n{\"cranes\": [{\"id\": \"1\"}]}\n```\n",
})
