package parser

import (
	"bytes"
	"fmt"
	"path"
	"slices"

	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/parser/format"
	"github.com/docgen-go/docgen/parser/statement"
)

// reportMentioned tells of the endpoints that items of short lists and sentences name and no page
// yields as methods. Beside methods it is likely that guides name those of others, which is a note
// where no line begins with one.
func (r *run) reportMentioned(known *statement.Known) error {
	w := format.NewWorker(r.tree)
	for i, c := range r.claims {
		var open []statement.Mention
		leading, told := false, map[string]bool{}
		for _, m := range c.mentioned {
			if m.PathAlone {
				continue // verbless-page tells of these
			}
			if key := m.Operations[0].Key(); !known.Has(m.Operations[0]) && !told[key] {
				told[key] = true
				open = append(open, m)
				leading = leading || m.Leading
			}
		}
		if len(open) == 0 || statement.NamesChanges(path.Base(r.tree.Pages[i].Path)) {
			continue
		}
		slices.SortStableFunc(open, func(a, b statement.Mention) int { return a.Start - b.Start })
		text, err := w.Open(r.tree.Pages[i].Path)
		if err != nil {
			return fmt.Errorf("reading the docs: %w", err)
		}
		severity := diag.Warning
		if known.Len() > 0 && !leading {
			severity = diag.Info
		}
		others := ""
		if len(open) > 1 {
			others = fmt.Sprintf(" and %d more", len(open)-1)
		}
		start := open[0].Start
		end := start + len(bytes.TrimRight(text.Bytes[start:open[0].End], " \t\r\n"))
		start = end - len(bytes.TrimLeft(text.Bytes[start:end], " \t"))
		r.diags.Add("mentioned-endpoint", severity, text.File().Span(start, end), "the page names %s%s in a text or a short list, which no page yields as a method", open[0].Operations[0], others).
			Help = "if the page is the reference of an API, say so in its title, and state the endpoint below a heading of its own, a verb and a path alone"
	}
	return nil
}

var _ = diag.Register(diag.Entry{
	Code: "mentioned-endpoint", Severity: diag.Warning,
	Title:   "a page names endpoints and states none",
	Why:     "Items of a short list or sentences name a verb and a path, no page states that endpoint otherwise, and the title of the page does not say that it is the reference of an API. It is no method. Where the pages give other methods this is a note.",
	Help:    "If the page is the reference of an API, say so in its title, and state each endpoint below a heading of its own.",
	Example: "-- cranes.md --\n# Cranes\n\nThe server has:\n\n* `GET /cranes` - lists the cranes\n* `POST /cranes` - adds a crane\n",
})
