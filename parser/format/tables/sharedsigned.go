package tables

import (
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/parser/format/tables/prose"
	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
	"github.com/docgen-go/docgen/parser/link"
	"github.com/docgen-go/docgen/parser/prefilter"
)

var (
	// signedItem is an item of a list that begins with a name in the form of a header.
	signedItem = prefilter.MustCompile("^\\s*(?:[-*+]|\\d+[.)])\\s+[`*\"]*([A-Za-z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)+)[`*\"]*(?:[\\s:：,，=(（]|$)")
	// sign is in each header that carries a signature.
	sign = prefilter.MustCompile(`(?i)sign`)
	// signedWord is a name in the form of a header in a sentence, where prose has none of its own.
	signedWord = prefilter.MustCompile("\\b([A-Z][A-Za-z0-9]*(?:-[A-Z][A-Za-z0-9]*)+)\\b")
	// besideSignature finds the headers beside one for a signature that say whose it is: such credentials
	// have no other word in their name.
	besideSignature = prefilter.MustCompile(`(?i)[-_](?:api)?(?:key|pass-?phrase|token|app-?id|client-?id|key-?id|merchant-?id|partner-?id)$`)
	// ofMessages says that headers are those of what the API sends.
	ofMessages = prefilter.MustCompile(`(?i)web-?hooks?|call-?backs?|notif(?:y|ication)|\brespon(?:se|d)|\bevents?\b|回调|回調|通知|推送|响应|響應|返回|レスポンス|응답`)
)

// A headerAt is a header that a text names, and where.
type headerAt struct {
	name       string
	start, end int
}

// signedIn notes the headers that a list, a table or a sentence names with one for a signature: that one,
// and the credentials beside it. What else they send is made with the signature.
func (c *shared) signedIn(s *document, i int, topic bool) {
	b := &s.blocks[i]
	about := topic || s.leadsToHeaders(i)
	if s.aboutMessages(i) {
		return
	}
	var named []headerAt
	switch b.kind {
	case tableBlock:
		h := headOf(b.table)
		for k := range b.table.Rows {
			row := &b.table.Rows[k]
			if text := prose.NameOf(row.Cell(max(h.name, 0))).Text; headerName.MatchString(text) {
				named = append(named, headerAt{text, row.Start, row.End})
			}
		}
		c.signature(named, about)
	case textBlock:
		at := b.start
		for line := range strings.Lines(s.text[b.start:b.end]) {
			start := at
			at += len(line)
			if m := signedItem.FindStringSubmatchIndex(line); m != nil {
				named = append(named, headerAt{line[m[2]:m[3]], start + m[2], start + m[3]})
				continue
			}
			sentence := topic || ofHeaders.MatchString(line)
			about = about || sentence
			if sentence && sign.MayMatch(line) {
				c.signature(headersOf(line, start), true)
			}
		}
		c.signature(named, about)
	}
}

// headersOf are the names of a line that have the form of a header.
func headersOf(line string, start int) (named []headerAt) {
	for _, m := range signedWord.FindAllStringSubmatchIndex(line, -1) {
		named = append(named, headerAt{line[m[2]:m[3]], start + m[2], start + m[3]})
	}
	return named
}

// signature notes those of headers that are about a signature, where one of them carries one and the text is
// about headers.
func (c *shared) signature(named []headerAt, about bool) {
	signed := false
	for _, h := range named {
		signed = signed || signName.MatchString(h.name)
	}
	if !signed || !about {
		return
	}
	for _, h := range named {
		switch {
		case signName.MatchString(h.name), link.CarriesCredential(h.name):
			c.header(h.name, "", h.start, h.end)
		case besideSignature.MatchString(h.name):
			c.auth = append(c.auth, model.Auth{Scheme: model.AuthHeader, Name: strings.Clone(h.name), Span: c.file().Span(h.start, h.end)})
		}
	}
}

// leadsToHeaders reports whether the text or the title right before a block says that headers follow, or
// the head of its table does.
func (s *document) leadsToHeaders(i int) bool {
	if b := &s.blocks[i]; b.kind == tableBlock {
		if name := max(headOf(b.table).name, 0); name < len(b.table.Head) && ofHeaders.MatchString(b.table.Head[name]) {
			return true
		}
	}
	if i == 0 {
		return false
	}
	b := &s.blocks[i-1]
	text := strings.TrimSpace(s.text[b.start:b.end])
	if b.kind == headingBlock || b.kind == textBlock {
		return ofHeaders.MatchString(text[strings.LastIndexByte(text, '\n')+1:])
	}
	return false
}

// aboutMessages reports whether a title above a block, or the line before it, says that it is about what the
// API sends.
func (s *document) aboutMessages(i int) bool {
	for at := s.headed[i]; at >= 0; at = s.tip[at] {
		if ofMessages.MatchString(s.blocks[at].plain) {
			return true
		}
	}
	if i > 0 && s.blocks[i-1].kind == textBlock {
		text := strings.TrimSpace(s.text[s.blocks[i-1].start:s.blocks[i-1].end])
		return ofMessages.MatchString(text[strings.LastIndexByte(text, '\n')+1:])
	}
	return false
}

// ofAuthentication reports whether a topic or a label is about how requests are authenticated.
func ofAuthentication(at topic, label string) bool {
	return at.has(vocabulary.Authentication) || vocabulary.Authentication.Announces(label)
}
