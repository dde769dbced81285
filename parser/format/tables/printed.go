package tables

import (
	"strings"

	"github.com/docgen-go/docgen/parser/curl"
	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
	"github.com/docgen-go/docgen/parser/statement"
)

// printsRequest reports whether a fence prints a request to an endpoint of the call, as it
// was sent: with a version of HTTP, headers or a body, or below a label for one.
func (c *call) printsRequest(p part, text string) bool {
	if p.section == vocabulary.Response || p.section == vocabulary.ResponseExample || !curl.IsMessage(text) {
		return false
	}
	line, more, _ := strings.Cut(text, "\n")
	if p.section != vocabulary.RequestExample && !strings.Contains(line, " HTTP/") && strings.TrimSpace(more) == "" {
		return false
	}
	req, err := curl.Read(text)
	if err != nil {
		return false
	}
	path := req.URL
	if _, rest, ok := strings.Cut(path, "://"); ok {
		_, rest, _ = strings.Cut(rest, "/")
		path = "/" + rest
	}
	if c.uses == nil {
		var ops []statement.Operation
		for _, f := range c.stated {
			ops = append(ops, f.Operations[0])
		}
		c.uses = statement.NewKnown(ops)
	}
	return c.uses.Has(statement.Operation{Verb: req.Verb, Path: path})
}
