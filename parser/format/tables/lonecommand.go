package tables

import (
	"bytes"
	"net/url"
	"path"

	"github.com/docgen-go/docgen/parser/curl"
	"github.com/docgen-go/docgen/parser/format"
	"github.com/docgen-go/docgen/parser/prefilter"
)

// ofAPI is a segment of an address as APIs have it.
var ofAPI = prefilter.MustCompile(`(?i)(?:^|/)(?:v[0-9][\w.]*|api|rest)(?:/|$)|^api[.-]|\.api\.`)

// mayBeLone reports by one look whether a page that states nothing may show an endpoint by one
// command.
func mayBeLone(p *format.Page) bool {
	return p.Surest == format.None && len(p.Stated) == 0 && bytes.Count(p.Text.Bytes, []byte("curl ")) == 1
}

// isLoneCommand reports whether a request is a command with values, to the address of an API: where a
// page shows but this, and states nothing, it is what the page is about. One that fetches a file,
// or asks for nothing, may be of any guide.
func (s *document) isLoneCommand(q request) bool {
	i := s.blockAt(q.Start)
	if !q.command || !q.clear || i == len(s.blocks) {
		return false
	}
	req, err := curl.Read(s.code(&s.blocks[i]))
	if err != nil {
		return false
	}
	u, err := url.Parse(req.URL)
	if err != nil || u.Host == "" || path.Ext(u.Path) != "" || !ofAPI.MatchString(u.Path) && !ofAPI.MatchString(u.Host) {
		return false
	}
	return len(req.Query) > 0 || len(req.Body) > 0 || len(req.Form) > 0
}
