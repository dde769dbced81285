package tables

import (
	"bytes"
	"net/url"
	"path"
	"strings"

	"github.com/docgen-go/docgen/parser/format"
	"github.com/docgen-go/docgen/parser/prefilter"
	"github.com/docgen-go/docgen/parser/statement"
)

// ofAPI is a segment of an address as APIs have it.
var ofAPI = prefilter.MustCompile(`(?i)(?:^|/)(?:v[0-9][\w.]*|api|rest)(?:/|$)|^api[.-]|\.api\.`)

// mayBeLone reports by one look whether a page that states nothing may show an endpoint by one
// command.
func mayBeLone(p *format.Page) bool {
	return p.Surest == format.None && len(p.Stated) == 0 && bytes.Count(p.Text.Bytes, []byte("curl ")) == 1
}

// mayBeRequests reports by one look whether a page may state endpoints by requests with a host.
func mayBeRequests(p *format.Page) bool {
	n := 0
	for _, f := range p.Stated {
		if f.URL && len(f.Operations) == 1 {
			n++
		}
	}
	return p.Surest == format.None && n > 0 && n == len(p.Stated)
}

// areRequests reports whether requests with one host are all that a page states, each the first
// thing below a heading but text, and of several endpoints: where nobody states others, these are
// what the page is about. Fewer are where titles say that the page is the reference of an API.
func (s *document) areRequests(found []statement.Finding, order []int, first map[int]request, several map[int]bool) bool {
	fewest := fewestHosted
	if len(order) > 0 && len(order) < fewestHosted {
		fewest = len(order)
		for _, at := range order {
			if q := first[at]; at < 0 || !s.isTitled(q.Start) || s.inExample(q.Start) || !s.standsAtHeading(q.Finding) || !s.isDescribedBelow(q.Finding) {
				return false
			}
		}
	}
	host := ""
	for _, f := range found {
		_, rest, ok := strings.Cut(s.text[f.Start:f.End], "://")
		own, _, slash := strings.Cut(rest, "/")
		if !f.URL || !ok || !slash || host != "" && own != host {
			return false
		}
		host = own
	}
	ops := map[statement.Operation]bool{}
	for _, at := range order {
		q := first[at]
		if at < 0 || several[at] || q.command || !q.clear || fewest == fewestHosted && !s.opens(q.Finding, at) {
			return false
		}
		ops[q.Operations[0]] = true
	}
	return len(ops) > 0 && len(ops) >= fewest
}

// isLoneCommand reports whether a request is a command with values, to the address of an API: where a
// page shows but this, and states nothing, it is what the page is about. One that fetches a file,
// or asks for nothing, may be of any guide.
func (s *document) isLoneCommand(q request) bool {
	i := s.blockAt(q.Start)
	if !q.command || !q.clear || i == len(s.blocks) {
		return false
	}
	req, err := s.requestIn(s.code(&s.blocks[i]))
	if err != nil {
		return false
	}
	u, err := url.Parse(req.URL)
	if err != nil || u.Host == "" || path.Ext(u.Path) != "" || !ofAPI.MatchString(u.Path) && !ofAPI.MatchString(u.Host) {
		return false
	}
	return len(req.Query) > 0 || len(req.Body) > 0 || len(req.Form) > 0
}
