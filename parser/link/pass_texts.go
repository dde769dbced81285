package link

import (
	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
)

// texts makes texts of parameters that are objects outside of the query and the body, or
// lists in the path or in cookies: of how these are written pages say nothing.
func (l *linker) texts() {
	for m := range l.eachMethod() {
		for _, p := range m.Params {
			what := l.unwritten(p)
			if what == "" {
				continue
			}
			l.diags.Add("unwritten-parameter", diag.Warning, p.Span, "%q is %s in the %s, of which no page says how it is written there: it is taken as text, in the form that the server wants", p.Name, what, p.Location)
			p.Type, p.Style, p.Default, p.Limits = l.types.Intern(model.Type{Kind: model.KindString}), "", "", nil
		}
	}
}

// unwritten returns what a parameter is that has no written form in its place, or "".
func (l *linker) unwritten(p *model.Param) string {
	t := l.structure(p.Type)
	if t == nil || p.Location == model.LocationQuery {
		return ""
	}
	switch t.Kind {
	case model.KindObject, model.KindMap:
		return "an object"
	case model.KindArray:
		if p.Location != model.LocationHeader {
			return "a list"
		}
	}
	return ""
}

var _ = diag.Register(diag.Entry{
	Code: "unwritten-parameter", Severity: diag.Warning,
	Title:   "a parameter has no written form where it travels",
	Why:     "A path, a header or a cookie is text. Objects, and lists in paths and cookies, are written there in one of several ways, and pages do not say in which.",
	Help:    "Write it as the server wants it; the method takes a string.",
	Example: "-- cranes.md --\n# Cranes\n\n## Get cranes\n\n```plaintext\nGET /cranes/:ids\n```\n\n| Attribute | Type | Required |\n|---|---|---|\n| `ids` | array of integers | yes |\n",
})
