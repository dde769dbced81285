package tables

import (
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
	"github.com/docgen-go/docgen/parser/prefilter"
)

// shownHeader is a header with its value.
var shownHeader = prefilter.MustCompile(`(?m)^[ \t]*"?([A-Za-z][A-Za-z0-9_-]*)"?[ \t]*: *\S`)

// transportHeaders are headers that every client sends by itself.
var transportHeaders = map[string]bool{"content-type": true, "accept": true, "host": true, "content-length": true, "user-agent": true, "connection": true, "accept-encoding": true}

// checkHeaderCode tells of headers that code below a label for headers shows: values of an
// example state none.
func (r *reading) checkHeaderCode(c *call) {
	if r.quiet {
		return
	}
	for _, p := range c.parts {
		if p.kind == textBlock && p.section == vocabulary.Header {
			r.checkHeaderItems(c, p)
		}
		if p.kind != fenceBlock || p.section != vocabulary.Header {
			continue
		}
		for _, m := range shownHeader.FindAllStringSubmatchIndex(r.document.text[p.inner:p.innerEnd], -1) {
			name := r.document.text[p.inner+m[2] : p.inner+m[3]]
			if transportHeaders[strings.ToLower(name)] {
				continue
			}
			r.problems = append(r.problems, decl.Problem{Code: "example-only", Severity: diag.Info, Start: p.inner + m[2], End: p.inner + m[3],
				Message: "the code shows the header " + quoted(name) + ", which no table lists; it is no part of the method", Help: "list it in a table of headers"})
		}
	}
}

// credentialLine is a header Authorization with its scheme below the line that states an endpoint.
var credentialLine = prefilter.MustCompile(`\n[ \t]*Authorization: *((?i:bearer|basic|token)[ ]+\S[^\n]*)`)

// credentialOf is the request that the fence which states an operation prints with how a credential is sent.
func credentialOf(op *decl.Operation, p part, text string) []decl.Example {
	m := credentialLine.FindStringSubmatch(text)
	if m == nil {
		return nil
	}
	sent := model.Constant{Name: "Authorization", Value: strings.TrimSpace(m[1])}
	return []decl.Example{{Language: "http", Text: text, Start: p.inner, End: p.innerEnd, Request: &model.Request{Verb: op.Verb, URL: op.Path, Headers: []model.Constant{sent}}}}
}

// headerItem is an item of a list that is a header with a remark or a value behind a colon.
var headerItem = prefilter.MustCompile("(?m)^[ \t]*[-*+][ \t]+[*_`]{0,3}([A-Z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)*)[*_`]{0,3}[ \t]*(?::|：)[*_`]{0,3}[ \t]*[^ \t\n]")

// checkHeaderItems tells of headers that a list below a label for headers names, of which nothing
// was read.
func (r *reading) checkHeaderItems(c *call, p part) {
	for _, m := range headerItem.FindAllStringSubmatchIndex(r.document.text[p.start:p.end], -1) {
		name := r.document.text[p.start+m[2] : p.start+m[3]]
		if transportHeaders[strings.ToLower(name)] || c.lists(name) || vocabulary.SectionOf(name) != vocabulary.Unknown && name != "Authorization" {
			continue
		}
		r.problems = append(r.problems, decl.Problem{Code: "unread-facts", Severity: diag.Warning, Start: p.start + m[2], End: p.start + m[3],
			Message: "the list below the label for headers names " + quoted(name) + ", which no table lists; it is no part of the method", Help: "list it in a table of headers"})
	}
}

// isLabelled reports whether what a part is about is said right above it.
func (s *document) isLabelled(p part) bool {
	i := s.blockAt(p.start)
	return i > 0 && s.blocks[i-1].kind != fenceBlock && s.announced(i) == p.section
}
