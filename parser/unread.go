package parser

import (
	"bytes"
	"fmt"
	"path"

	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/parser/format"
	"github.com/docgen-go/docgen/parser/statement"
)

// reportUnread tells of the lines that begin with endpoints which no page yields as methods, once a page:
// a list of them may be all that a page has.
func (r *run) reportUnread(known *statement.Known) error {
	w := format.NewWorker(r.tree)
	for i, c := range r.claims {
		var open []statement.Finding
		told := map[string]bool{}
		for _, f := range c.unread {
			if op := f.Operations[0]; !known.Has(op) && !told[op.Key()] {
				told[op.Key()] = true
				open = append(open, f)
			}
		}
		name := r.tree.Pages[i].Path
		if len(open) == 0 || statement.NamesChanges(path.Base(name)) || c.account != nil && statement.NamesChanges(c.account.Title) {
			continue
		}
		text, err := w.Open(name)
		if err != nil {
			return fmt.Errorf("reading the docs: %w", err)
		}
		others := ""
		if len(open) > 1 {
			others = fmt.Sprintf(", and %d other endpoints", len(open)-1)
		}
		first := open[0]
		end := first.Start + len(bytes.TrimRight(text.Bytes[first.Start:first.End], " \t\n"))
		r.diags.Add("unread-endpoints", diag.Warning, text.File().Span(first.Start, end), "lines of this page begin with %s%s, which no page yields as methods: docgen does not know them as statements of endpoints", first.Operations[0], others).
			Help = "state each endpoint below a heading of its own, a verb and a path alone, or list at least three of them with what they do"
	}
	return nil
}

var _ = diag.Register(diag.Entry{
	Code: "unread-endpoints", Severity: diag.Warning,
	Title:   "lines begin with endpoints and state none",
	Why:     "Lines or items of a list begin with a verb and a path, in no form in which docgen reads endpoints: requests that a guide mentions look like that, and so do short lists of endpoints. No page states these otherwise, and they are in no package.",
	Help:    "If they are endpoints of the API, state each below a heading of its own; if not, leave the finding out in docgen.yaml.",
	Example: "-- cranes.md --\n# Cranes\n\nHow they are moved.\n\n- `POST /cranes/{id}/turn` - turns it\n- `POST /cranes/{id}/stop` - stops it\n",
})
