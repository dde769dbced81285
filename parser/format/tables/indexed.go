package tables

import (
	"path"
	"slices"
	"strings"
	"unicode"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/names"
	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format"
	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
	"github.com/docgen-go/docgen/parser/statement"
)

// findIndexed takes the entries of an index for the endpoints of a page that states none
// otherwise: rows and items with a verb, a path and what the endpoint does. They count where
// nothing else of the reference states more.
//
//	| Name         | Method | URL         |
//	| List tickets | GET    | /v1/tickets |
func (s *document) findIndexed() {
	if slices.ContainsFunc(s.calls, func(c *call) bool { return c.isStrong() || !c.isEntry() }) || s.tellsChanges() {
		return
	}
	var entries []statement.Finding
	for _, f := range s.found {
		switch {
		case f.Form <= statement.Listed && f.Title != "" && f.Template == 0 && (!f.URL || s.isRow(f)) && !s.inExample(f.Start):
			entries = append(entries, f)
		case f.Form == statement.OpenAPI:
			return
		}
	}
	if len(entries) < fewestBare && !s.mentioned && !s.saysSent(entries) || len(entries) == 0 {
		return
	}
	s.calls = nil
	unnamed := sayStatus(entries)
	seen := map[string]bool{}
	for _, f := range entries {
		key := f.Operations[0].Key()
		if seen[key] {
			continue
		}
		seen[key] = true
		c := &call{document: s, title: f.Title, stated: []statement.Finding{f}, start: f.Start, end: f.End, unnamed: unnamed}
		if at := s.headed[min(s.blockAt(f.Start), len(s.blocks)-1)]; at >= 0 {
			c.crumbs = append(s.crumbsAbove(at), s.blocks[at].plain)
		}
		c.first, c.parts = s.blockAt(c.start), s.cellParts(c)
		s.calls = append(s.calls, c)
	}
	s.indexed = true
}

// isRow reports whether an endpoint stands in a row of a table.
func (s *document) isRow(f statement.Finding) bool {
	_, row := s.rowAt(f.Start)
	return row != nil
}

// saysSent reports whether one of the rows that state endpoints says what is sent or answered.
func (s *document) saysSent(entries []statement.Finding) bool {
	return slices.ContainsFunc(entries, func(f statement.Finding) bool {
		return len(s.cellParts(&call{document: s, start: f.Start, stated: []statement.Finding{f}})) > 0
	})
}

// sayStatus reports whether the entries of an index say beside their endpoints how far these
// are done, and not what they do: yes, partial, a mark.
func sayStatus(entries []statement.Finding) bool {
	count := map[string]int{}
	for _, f := range entries {
		if vocabulary.IsNeed(f.Title) || !strings.ContainsFunc(f.Title, unicode.IsLetter) {
			return true
		}
		if !strings.Contains(f.Title, " ") {
			count[f.Title]++
		}
	}
	repeated := 0
	for _, n := range count {
		if n > 1 {
			repeated += n
		}
	}
	return repeated*2 > len(entries)
}

// isEntry reports whether rows alone state the endpoints of a call, each beside what it does.
func (c *call) isEntry() bool {
	return !slices.ContainsFunc(c.stated, func(f statement.Finding) bool { return f.Title == "" || f.Template > 0 })
}

// keepIndexed leaves of the entries of indexes those that no page states in another form,
// and none where other formats read some pages. What a page declares that has no entry left
// stays where others link to it.
func keepIndexed(tree *format.Tree, documents []*document) {
	if !slices.ContainsFunc(documents, func(s *document) bool { return s.indexed }) {
		return
	}
	known := stateOtherwise(documents)
	elsewhere := readElsewhere(tree, documents)
	for _, s := range documents {
		if !s.indexed {
			continue
		}
		s.calls = slices.DeleteFunc(s.calls, func(c *call) bool { return elsewhere || known.Has(c.stated[0].Operations[0]) })
		s.dropped = len(s.calls) < fewestBare && known.Len() > 0 && !slices.ContainsFunc(s.calls, func(c *call) bool { return len(c.parts) > 0 })
		if s.dropped || len(s.calls) == 0 {
			s.calls, s.indexed = nil, false
			s.dropped = len(s.types) == 0 || !slices.ContainsFunc(documents, func(o *document) bool { return o != s && o.linksTo(s) })
		}
	}
}

// dropFilled leaves out the calls of pages whose path has a number where an endpoint of another
// page has a slot: GET /boats/42/crews/:id in a guide is a use of GET /boats/:id/crews/:crew_id.
func dropFilled(documents []*document) {
	var filled []*document
	for _, s := range documents {
		if !s.indexed && slices.ContainsFunc(s.calls, (*call).isFilled) {
			filled = append(filled, s)
		}
	}
	if len(filled) == 0 {
		return
	}
	for _, s := range filled {
		var ops []statement.Operation
		for _, other := range documents {
			for _, c := range other.calls {
				if other != s && !c.isFilled() {
					ops = append(ops, c.stated[0].Operations...)
				}
			}
		}
		known := statement.NewKnown(ops)
		s.calls = slices.DeleteFunc(s.calls, func(c *call) bool {
			return c.isFilled() && !slices.ContainsFunc(c.stated, func(f statement.Finding) bool { return !known.Has(f.Operations[0]) })
		})
	}
}

// isFilled reports whether each path that a call states has a segment that is a number and
// another one that is a slot.
func (c *call) isFilled() bool {
	return !slices.ContainsFunc(c.stated, func(f statement.Finding) bool { return !slices.ContainsFunc(f.Operations, isFilled) })
}

func isFilled(op statement.Operation) bool {
	path := slotPath(op.Path)
	return len(names.Slots(path)) > 0 && slices.ContainsFunc(segments(path), func(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" })
}

// stateOtherwise are the endpoints that pages state which are no indexes.
func stateOtherwise(documents []*document) *statement.Known {
	var ops []statement.Operation
	for _, s := range documents {
		for _, c := range s.calls {
			for _, f := range c.stated {
				if !s.indexed && !s.weak {
					ops = append(ops, f.Operations...)
				}
			}
		}
	}
	return statement.NewKnown(ops)
}

// linksTo reports whether a page has a link to another one.
func (s *document) linksTo(to *document) bool {
	name := stem(to.page.Path)
	return strings.Contains(s.text, name+"#") || strings.Contains(s.text, path.Base(to.page.Path))
}

// readElsewhere reports whether another format knows a page.
func readElsewhere(tree *format.Tree, documents []*document) bool {
	own := map[*format.Page]bool{}
	for _, s := range documents {
		own[s.page] = true
	}
	return slices.ContainsFunc(tree.Pages, func(p *format.Page) bool { return p.Surest > format.Hinted && !own[p] })
}

// checkIndexed tells of the endpoints of an index that nothing else is said of them.
func (r *reading) checkIndexed() {
	r.checkRowsAlone()
	if n := len(r.unsaid); n > 0 {
		f := r.unsaid[0]
		r.problem(f.Start, f.End, "index-only", "the page lists and shows nothing of what "+f.Operations[0].String()+andMore(n)+" is sent: any body can be", "say it in a table, or show a request")
	}
	if s := r.document; s.itemized && len(r.endpoints) > 0 {
		f := r.endpoints[0].statement()
		r.problem(f.Start, f.End, "index-only", "the endpoints of this page stand in lists alone: what else it says of parameters, bodies and answers is documentation", "")
	}
	if s := r.document; s.indexed && len(r.endpoints) > 0 {
		f := r.endpoints[0].statement()
		status := ""
		if s.calls[0].unnamed {
			status = "; what stands beside them says how far each is done, and all of them are methods"
		}
		if slices.ContainsFunc(s.calls, func(c *call) bool { return len(c.parts) > 0 }) {
			status = ", but for what the rows show" + status
		}
		r.problem(f.Start, f.End, "index-only", "all "+itoa(len(r.endpoints))+" endpoints of this page stand in an index alone: the pages do not say which parameters they take, what they are sent and what they return"+status, "")
	}
}

// andMore says of how many further endpoints something holds.
func andMore(n int) string {
	if n == 1 {
		return ""
	}
	return ", and " + itoa(n-1) + " more,"
}

// anyBody is the body of an endpoint that sends one, of which an index does not say what.
func anyBody(op *decl.Operation, c *call) []*decl.Item {
	if op.Verb != "POST" && op.Verb != "PUT" && op.Verb != "PATCH" {
		return nil
	}
	return []*decl.Item{{Form: decl.Variant, Expr: anyExpr, Optional: true, Start: c.start, End: c.end, Evidence: model.Evidence{}.With(model.FactType, model.SourceVerb)}}
}

var _ = diag.Register(diag.Entry{
	Code: "index-only", Severity: diag.Warning,
	Title:   "pages list endpoints and say nothing else of them",
	Why:     "Rows of a table or items of a list name a verb, a path and what the endpoint does, and nothing in the docs states one otherwise. Their methods take any body where the verb has one, and give the content of the response as it is.",
	Help:    "Give docgen the pages that describe the endpoints, if there are any.",
	Example: "-- cranes.md --\n# Cranes\n\n- `GET /cranes` - Lists the cranes.\n- `POST /cranes/{id}/turn` - Turns a crane.\n- `POST /cranes/{id}/stop` - Stops a crane.\n",
})

// tellsChanges reports whether the page says that it tells what changed.
func (s *document) tellsChanges() bool {
	return statement.NamesChanges(s.title) || statement.NamesChanges(stem(s.page.Path))
}
