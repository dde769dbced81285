package parser

import (
	"bytes"
	"fmt"

	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/parser/format"
	"github.com/docgen-go/docgen/parser/statement"
)

// reportVerbless tells of pages that nobody reads and that state paths of an API alone,
// without verbs: what stands below these is of no method.
func (r *run) reportVerbless(known *statement.Known) error {
	w := format.NewWorker(r.tree)
	for i, c := range r.claims {
		var open []statement.Path
		for _, p := range c.paths {
			if !known.HasPath(p.Text) {
				open = append(open, p)
			}
		}
		if len(open) == 0 || c.account == nil {
			continue
		}
		text, err := w.Open(r.tree.Pages[i].Path)
		if err != nil {
			return fmt.Errorf("reading the docs: %w", err)
		}
		others := ""
		if len(open) > 1 {
			others = fmt.Sprintf(" and %d more", len(open)-1)
		}
		end := open[0].Start + len(bytes.TrimRight(text.Bytes[open[0].Start:open[0].End], " \t\n"))
		r.diags.Add("verbless-page", diag.Warning, text.File().Span(open[0].Start, end), "the page states the path %q%s without a verb: they are no methods, and nothing of the page was read", open[0].Text, others)
	}
	return nil
}

var _ = diag.Register(diag.Entry{
	Code: "verbless-page", Severity: diag.Warning,
	Title:   "a page states paths of an API without verbs",
	Why:     "Paths stand alone in paragraphs, as endpoints are stated, and neither the page nor another one says with which verb they are called. Nothing of the page is in the model.",
	Help:    "Say the verb before each path: GET /cranes.",
	Example: "-- cranes.md --\n# Cranes\n\n## All\n\n`/api/v1/cranes`\n\nLists the cranes.\n\n## One\n\n`/api/v1/cranes/<name of the crane>`\n\nShows one.\n",
})
