package link

import (
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
)

// checkSent compares the JSON that request examples of a method send with its body. What
// they leave out says nothing: examples are rarely whole. Members that no page lists are
// told once.
func (l *linker) checkSent(m *model.Method) {
	if m.Body == nil || !strings.Contains(m.Body.ContentType, "json") {
		return
	}
	u := &unlisted{l: l, seen: map[string]bool{}}
	var at *model.Example
	for _, e := range m.Examples {
		if e.Kind != model.ExampleRequest || e.Request == nil || e.Request.Verb != m.Verb || e.Request.Body == "" {
			continue
		}
		v, err := ParseJSON(e.Request.Body)
		if err != nil {
			continue
		}
		l.ofRequest = true
		e.Conflict = l.misfit(m.Body.Type, v, "$", 0)
		l.ofRequest = false
		if e.Conflict != "" {
			l.diags.Add("example-contradicts", diag.Warning, e.Span, "the request example of %s contradicts its page: %s", m.ID, e.Conflict)
			continue
		}
		before := len(u.paths)
		if u.look(m.Body.Type, v, "$", 0); at == nil && len(u.paths) > before {
			at = e
		}
	}
	if at != nil {
		l.diags.Add("unlisted-member", diag.Warning, at.Span, "the request example of %s sends %s, which no page lists", m.ID, u.named()).
			Help = "clients cannot send such members but through Extra; if the API takes them, the page lacks rows for them"
	}
}
