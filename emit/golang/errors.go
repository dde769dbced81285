package golang

import (
	"fmt"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/emit/golang/gosrc"
	"github.com/docgen-go/docgen/model"
)

// typedErrors are the errors of a method of whose content something is known: JSON
// that is more than any value.
func (g *generator) typedErrors(m *model.Method) []*model.ErrorResponse {
	var out []*model.ErrorResponse
	for _, e := range m.Errors {
		if e.Type != nil && isJSON(e.ContentType) && !isNothing(e.Type) && !g.isFile(e.Type) && !g.isRaw(e.Type) {
			out = append(out, e)
		}
	}
	return out
}

// errorCases tells the request which types errors have, by status.
func (g *generator) errorCases(m *model.Method) []gosrc.Code {
	var rows []gosrc.Code
	for _, e := range g.typedErrors(m) {
		is := gosrc.Call(gosrc.Parenthesised(gosrc.Pointer(g.goType(e.Type))), gosrc.Name("nil"))
		rows = append(rows, gosrc.Inline(gosrc.Code{}, gosrc.Text(e.Status), is))
	}
	if len(rows) == 0 {
		return nil
	}
	return []gosrc.Code{gosrc.Assign(gosrc.Select(gosrc.Name("r"), "errors"), gosrc.Inline(gosrc.Slice(gosrc.Name("errorCase")), rows...))}
}

// errorDoc says what the Detail of an error is, by status.
func (g *generator) errorDoc(m *model.Method) string {
	var types []string
	of := map[string][]string{}
	for _, e := range g.typedErrors(m) {
		t := "*" + g.goType(e.Type).String()
		if of[t] == nil {
			types = append(types, t)
		}
		of[t] = append(of[t], e.Status)
	}
	if len(types) == 0 {
		return ""
	}
	for i, t := range types {
		types[i] = strings.Join(of[t], ", ") + " " + t
	}
	return "The Detail of an *Error, by status: " + strings.Join(types, "; ") + "."
}

// statusWords are what statuses of failures are called, which says nothing of a method.
var statusWords = map[string]string{
	"400": "Bad Request", "401": "Unauthorized", "402": "Payment Required", "403": "Forbidden", "404": "Not Found",
	"405": "Method Not Allowed", "406": "Not Acceptable", "408": "Request Timeout", "409": "Conflict", "410": "Gone",
	"412": "Precondition Failed", "413": "Request Entity Too Large", "415": "Unsupported Media Type", "422": "Unprocessable Entity",
	"429": "Too Many Requests", "500": "Internal Server Error", "501": "Not Implemented", "502": "Bad Gateway",
	"503": "Service Unavailable", "504": "Gateway Timeout",
}

// statusDoc lists the failures that the pages describe in words alone, by status, unless
// these are those of the status itself.
func (g *generator) statusDoc(m *model.Method) string {
	typed := g.typedErrors(m)
	var b strings.Builder
	for _, e := range m.Errors {
		doc := oneLine(e.Doc)
		if doc != "" && !strings.EqualFold(strings.TrimRight(doc, "."), statusWords[e.Status]) && !slices.Contains(typed, e) {
			fmt.Fprintf(&b, "\n- %s: %s", oneLine(e.Status), doc)
		}
	}
	if b.Len() == 0 {
		return ""
	}
	return "The StatusCode of an *Error says why it failed:\n" + b.String()
}
