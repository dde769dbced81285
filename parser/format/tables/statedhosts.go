package tables

import (
	"slices"
	"strings"

	"github.com/docgen-go/docgen/parser/link"
	"github.com/docgen-go/docgen/parser/prefilter"
)

// hostLine is the header of a printed request that names its host.
var hostLine = prefilter.MustCompile(`(?im)^[ \t]*host:[ \t]*([a-z0-9][a-z0-9-]*(?:\.[a-z0-9-]+)+(?::[0-9]+)?)[ \t]*\r?$`)

// statedHosts are the hosts with which pages state the endpoints that lead their methods.
func (b *pageSet) statedHosts() []link.Host {
	var out []link.Host
	for _, s := range b.documents {
		for _, e := range b.of[s] {
			f := e.statement()
			if !e.leads || e.call.sent {
				continue
			}
			text := s.text[f.Start:f.End]
			at, from, to := addressOf(text), f.Start, f.End
			if at == nil && strings.Contains(text, "://`") { // parts of it are in code
				text = strings.ReplaceAll(text, "`", "")
				at = addressOf(text)
			} else if at != nil {
				from, to = f.Start+at[0], f.Start+at[1]
			}
			if at == nil {
				if h, ok := s.printedHost(f.Start); ok {
					h.Method = e.id
					out = append(out, h)
				}
				continue
			}
			scheme, rest, _ := strings.Cut(text[at[0]:at[1]], "://")
			host, _, _ := strings.Cut(rest, "/")
			out = append(out, link.Host{
				Method: e.id, URL: strings.Clone(scheme + "://" + host),
				Span: s.file.Span(from, to),
			})
		}
	}
	return out
}

// anyHostLine is such a header, whatever stands behind it.
var anyHostLine = prefilter.MustCompile(`(?im)^[ \t]*host:[ \t]*(\S+)`)

// printedHost is the host that a fence names in a header of the request that it states, unless
// another fence of the page has a host with holes there: then that one is what the caller fills in.
func (s *document) printedHost(offset int) (link.Host, bool) {
	i := s.blockAt(offset)
	if i == len(s.blocks) || s.blocks[i].kind != fenceBlock || s.inExample(offset) {
		return link.Host{}, false
	}
	b := &s.blocks[i]
	m := hostLine.FindStringSubmatchIndex(s.text[b.inner:b.innerEnd])
	if m == nil || s.printsHoles() {
		return link.Host{}, false
	}
	host := s.text[b.inner+m[2] : b.inner+m[3]]
	return link.Host{URL: "https://" + host, Assumed: true, Span: s.file.Span(b.inner+m[2], b.inner+m[3])}, true
}

// printsHoles reports whether a fence of the page prints a host with holes in a header. The page is
// looked at once.
func (s *document) printsHoles() bool {
	if s.holes == nil {
		found := slices.ContainsFunc(s.blocks, func(b block) bool {
			if b.kind != fenceBlock {
				return false
			}
			m := anyHostLine.FindStringSubmatch(s.text[b.inner:b.innerEnd])
			return m != nil && strings.ContainsAny(m[1], "<{[$")
		})
		s.holes = &found
	}
	return *s.holes
}

// memberBefore ends in the name of a member in JSON, whose value begins.
var memberBefore = prefilter.MustCompile(`"\s*:\s*\[?\s*"$`)

// addressOf is where an address stands in what states an endpoint, or nil: a row may have others in values of what
// is sent.
func addressOf(text string) []int {
	for _, at := range absoluteURL.FindAllStringIndex(text, -1) {
		if !memberBefore.MatchString(text[:at[0]]) {
			return at
		}
	}
	return nil
}
