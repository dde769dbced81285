package tables

import (
	"bytes"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/source"
	"github.com/docgen-go/docgen/parser/format"
	"github.com/docgen-go/docgen/parser/format/tables/prose"
	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
	"github.com/docgen-go/docgen/parser/link"
)

// A shared is what one page states for all endpoints of the reference, outside of those
// that it may state itself.
type shared struct {
	page    *format.Page
	file    func() *source.File
	servers []link.Server
	auth    []model.Auth
	// signed are the headers that carry a signature.
	signed []link.Signed
	// envelope is the place of the table or the example of what lies around all
	// answers, 0 for none: its offset plus one.
	envelope int
}

func (c *shared) isEmpty() bool {
	return len(c.servers)+len(c.auth)+len(c.signed) == 0 && c.envelope == 0
}

// share notes what a page that is looked at states for all.
func (r *run) share(p *format.Page, s *document) {
	if s == nil {
		if len(p.Stated) > 0 || !mayShare(p.Text.Bytes) {
			return
		}
		s = newDocument(p, p.Text.Bytes, nil, nil)
	}
	text := p.Text
	c := s.shared(text.File)
	if c.file = nil; !c.isEmpty() {
		r.mu.Lock()
		defer r.mu.Unlock()
		r.common[p.Path] = c
	}
}

// mayShare reports by one look whether a page without a table can state something for
// all endpoints.
func mayShare(text []byte) bool {
	for line := range bytes.Lines(text) {
		if len(line) > longestLabel || len(line) < 4 {
			continue
		}
		if c := line[0]; c != '#' && c != '*' && !bytes.HasSuffix(bytes.TrimSpace(line), []byte(":")) && !bytes.Contains(line, []byte("title:")) {
			continue
		}
		title := strings.TrimPrefix(prose.Plain(string(line)), "title:")
		if announces(title) != "" {
			return true
		}
	}
	return bytes.Contains(text, []byte("ase URL")) || bytes.Contains(text, []byte("ase url"))
}

// announces is the kind of statement that a title announces, or "".
func announces(title string) vocabulary.Shared {
	for _, kind := range []vocabulary.Shared{vocabulary.BaseURL, vocabulary.Authentication, vocabulary.Envelope} {
		if kind.Announces(title) {
			return kind
		}
	}
	return ""
}

// shared finds what the page states for all endpoints.
func (s *document) shared(file func() *source.File) *shared {
	c := &shared{page: s.page, file: file}
	label := "" // that the last text ends with
	for i := range s.blocks {
		b := &s.blocks[i]
		switch {
		case s.callAt(b.start) != nil, b.kind == headingBlock, b.kind == tagBlock:
			if b.kind == headingBlock {
				label = ""
			}
			continue
		}
		text := s.text[b.start:b.end]
		c.serversIn(s, b, vocabulary.BaseURL.Announces(label) || s.isBelow(i, vocabulary.BaseURL))
		if s.isBelow(i, vocabulary.Authentication) || vocabulary.Authentication.Announces(label) || vocabulary.Authentication.Announces(s.title) {
			c.credentialsIn(s, b)
		}
		if c.envelope == 0 && (vocabulary.Envelope.Announces(label) || s.isRightBelow(i, vocabulary.Envelope)) && s.isEnvelope(b) {
			c.envelope = b.start + 1
		}
		label = ""
		if l, ok := labelOf(text); ok && b.kind == textBlock {
			label = l
		}
	}
	return c
}

// isBelow reports whether a block stands below a heading, at whatever level, that
// announces a statement.
func (s *document) isBelow(i int, kind vocabulary.Shared) bool {
	for at := s.headed[i]; at >= 0; at = s.tip[at] {
		if kind.Announces(s.blocks[at].plain) {
			return true
		}
	}
	return false
}

// isRightBelow reports whether the heading of a block announces a statement.
func (s *document) isRightBelow(i int, kind vocabulary.Shared) bool {
	return s.headed[i] >= 0 && kind.Announces(s.blocks[s.headed[i]].plain)
}

// merged is what all pages state, in their order.
func (r *run) merged() (out shared) {
	for _, p := range r.tree.Pages {
		c := r.common[p.Path]
		if c == nil {
			continue
		}
		for _, v := range c.servers {
			if !slices.ContainsFunc(out.servers, func(have link.Server) bool { return have.URL == v.URL }) {
				out.servers = append(out.servers, v)
			}
		}
		for _, a := range c.auth {
			if !slices.ContainsFunc(out.auth, func(have model.Auth) bool {
				return have.Scheme == a.Scheme && strings.EqualFold(have.Name, a.Name) && have.Prefix == a.Prefix
			}) {
				out.auth = append(out.auth, a)
			}
		}
		for _, h := range c.signed {
			if !slices.ContainsFunc(out.signed, func(have link.Signed) bool { return strings.EqualFold(have.Header, h.Header) }) {
				out.signed = append(out.signed, h)
			}
		}
		if out.envelope == 0 && c.envelope > 0 {
			out.page, out.envelope = c.page, c.envelope
		}
	}
	return out
}

// stated is what all pages state of servers and credentials.
func (c *shared) stated() link.Stated {
	return link.Stated{Servers: c.servers, Auth: c.auth, Signed: c.signed}
}

// isEnvelope reports whether a block lists or shows what lies around all answers.
func (s *document) isEnvelope(b *block) bool {
	if b.kind != tableBlock {
		return false
	}
	h := headOf(b.table)
	return h.isFacts()
}
