package parser

import (
	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/parser/format"
	"github.com/docgen-go/docgen/parser/prefilter"
)

// reportEmpty reports that nothing was read of pages of which a note says that they may hold
// something: each note alone says that a page is a guide beside a reference, and here there is
// none. What errors tell is told. Pages of which nothing is told at all are told here.
func (r *run) reportEmpty(api *model.API) {
	if len(api.Resources) > 0 || len(api.Types) > 0 {
		return
	}
	var first *diag.Diagnostic
	pages := map[string]bool{}
	for i := range r.diags {
		d := &r.diags[i]
		switch {
		case d.Severity == diag.Error:
			return
		case d.Code == "unclaimed-page" || d.Code == "requested-only":
			if first == nil {
				first = d
			}
			pages[d.Span.File] = true
		}
	}
	if first == nil && len(r.diags) == 0 {
		if name := r.requestsNamed(); name != "" {
			r.diags.Add("nothing-read", diag.Warning, firstLine(name), "none of the pages (%d) gives a method or a type, though this one names verbs or addresses of requests: docgen knows no endpoint on them", len(r.tree.Pages)).
				Help = "if they are the reference of an API, state each endpoint below its heading, a verb and a path alone"
		}
		return
	}
	if first != nil {
		span := first.Span // Add moves the list
		r.diags.Add("nothing-read", diag.Warning, span, "the pages give no method and no type, though %d of them may hold some; this is the first", len(pages)).
			Help = "state each endpoint below its heading, a verb and a path alone, above the tables of its parameters; \"docgen lint --verbose\" lists the notes"
	}
}

// namesRequests is a word for a verb of HTTP, or an address or a path as requests have them.
var namesRequests = prefilter.MustCompile("\\b(?:GET|POST|PUT|PATCH|DELETE)\\b|https?://[^\\s/]+/[\\w-]|`/[A-Za-z][\\w/-]*`")

// mostLooked is how many pages are looked at for requests.
const mostLooked = 64

// requestsNamed is the first page that names requests, or "".
func (r *run) requestsNamed() string {
	w := format.NewWorker(r.tree)
	for _, p := range r.tree.Pages[:min(len(r.tree.Pages), mostLooked)] {
		if text, err := w.Open(p.Path); err == nil && namesRequests.Match(text.Bytes) {
			return p.Path
		}
	}
	return ""
}

var _ = diag.Register(diag.Entry{
	Code: "nothing-read", Severity: diag.Warning,
	Title:   "no page gives a method or a type",
	Why:     "A page that may hold something is a guide where others are the reference, which a note says. Here no page is one: what the pages describe is in no form that docgen reads, or they are no reference.",
	Help:    "Look with \"docgen lint --verbose\" what the notes say of each page, and state the endpoints so that docgen reads them.",
	Example: "-- cranes.md --\n# Cranes\n\n## Get a crane\n\n```bash\ncurl https://api.harbor.example/v1/cranes/42\n```\n\n```json\n{\"id\": 42}\n```\n",
})
