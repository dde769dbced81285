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
	"github.com/docgen-go/docgen/parser/prefilter"
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
	// pages is how all lists go on.
	pages link.Pages
	// media is the media type of all bodies, or "".
	media string
	// envelope is the place of the table or the example of what lies around all
	// answers, 0 for none: its offset plus one.
	envelope int
	// told is what prose says of it instead, or nil.
	told *toldEnvelope
}

func (c *shared) isEmpty() bool {
	return len(c.servers)+len(c.auth)+len(c.signed)+len(c.pages.Params) == 0 && c.media == "" && !c.pages.Link && c.envelope == 0 && c.told == nil
}

// share notes what a page that is looked at states for all.
func (r *run) share(p *format.Page, s *document) {
	if s == nil {
		if len(p.Stated) > 0 || !mayShare(p.Text.Bytes) {
			return
		}
		s = newDocument(p, p.Text.Bytes, nil, nil, r.tree.Marks, nil)
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
	return baseNamed.Match(text)
}

// baseNamed are words for the base of all paths in a text.
var baseNamed = prefilter.MustCompile(`[Bb]ase[ -]?(?:URL|url|URI|[Ee]ndpoint)`)

// announces is the kind of statement that a title announces, or "".
func announces(title string) vocabulary.Shared {
	for _, kind := range kinds {
		if kind.Announces(title) {
			return kind
		}
	}
	return ""
}

// kinds are the statements that titles announce.
var kinds = []vocabulary.Shared{vocabulary.BaseURL, vocabulary.Authentication, vocabulary.Envelope, vocabulary.Pagination}

// A topic says for which of the kinds a heading, or one above it, announces statements.
type topic [4]bool

func (t topic) has(kind vocabulary.Shared) bool { return t[slices.Index(kinds, kind)] }

// shared finds what the page states for all endpoints.
func (s *document) shared(file func() *source.File) *shared {
	c := &shared{page: s.page, file: file}
	topics := map[int]topic{}
	var top topic
	top[slices.Index(kinds, vocabulary.Authentication)] = vocabulary.Authentication.Announces(s.title)
	own := len(s.calls) > 0 && !s.weak // what stands here of pages is about this page
	label := ""                        // that the last text ends with
	for i := range s.blocks {
		b := &s.blocks[i]
		switch {
		case b.kind == headingBlock:
			label = ""
			c.headersNamed(s, b)
			continue
		case b.kind == tagBlock:
			continue
		case s.callAt(b.start) != nil:
			if b.kind == textBlock { // a page of one endpoint says it above that, too
				c.serversIn(s, b, false)
			}
			if b.kind == fenceBlock && top.has(vocabulary.Authentication) && s.callAt(b.start).rows == 0 { // a request as it travels
				c.credentialsIn(s, b)
			}
			continue
		}
		at := s.topic(s.headed[i], topics, top)
		c.serversIn(s, b, at.has(vocabulary.BaseURL) || vocabulary.BaseURL.Announces(label))
		if b.kind == tableBlock && i > 0 && s.announcesCredentials(&s.blocks[i-1]) {
			c.credentialRows(b)
		} else if ofAuthentication(at, label) {
			c.credentialsIn(s, b)
		} else if b.kind == textBlock {
			c.headersNamed(s, b)
		}
		c.signedIn(s, i, ofAuthentication(at, label))
		if at.has(vocabulary.Pagination) && !own {
			c.pagingIn(s, b)
		}
		if c.envelope == 0 && b.kind == tableBlock && (vocabulary.Envelope.Announces(label) || s.headed[i] >= 0 && vocabulary.Envelope.Announces(s.blocks[s.headed[i]].plain)) && s.isEnvelope(b) {
			c.envelope = b.start + 1
		}
		if b.kind == textBlock && c.media == "" {
			c.media = mediaOfAll(s.text[b.start:b.end])
		}
		if b.kind == textBlock && c.told == nil {
			c.told = s.toldIn(b)
		}
		if label = ""; b.kind == textBlock {
			label = s.sharedLabel(b)
		}
	}
	s.namedServer(c)
	c.serverInFront(s)
	return c
}

var (
	// formMedia is the media type of forms.
	formMedia = prefilter.MustCompile(`application/x-www-form-urlencoded`)
	// ofRequests says that a sentence is about what all requests send.
	ofRequests = prefilter.MustCompile(`(?i)\b(?:POST|requests?|parameters?|body|bodies)\b|请求|請求|参数|參數|リクエスト|요청`)
	// ofOthers says that a sentence is about some requests, or about other media types too.
	ofOthers = prefilter.MustCompile(`(?i)application/json|multipart/|\boauth|\btoken\b|\bexcept|\bunless|\bsome\b`)
)

// mediaOfAll is the media type that a text outside of endpoints says that requests send their
// bodies in, or "".
func mediaOfAll(text string) string {
	media := formMedia.FindString(text)
	if media == "" || !ofRequests.MatchString(text) || ofOthers.MatchString(text) {
		return ""
	}
	return strings.Clone(media)
}

// topic is that of a heading by its index, -1 for none.
func (s *document) topic(heading int, known map[int]topic, top topic) topic {
	if heading < 0 {
		return top
	}
	t, ok := known[heading]
	if !ok {
		t = s.topic(s.tip[heading], known, top)
		for i, kind := range kinds {
			t[i] = t[i] || kind.Announces(s.blocks[heading].plain)
		}
		known[heading] = t
	}
	return t
}

// sharedLabel is the line that a text ends with, where it may announce what follows.
func (s *document) sharedLabel(b *block) string {
	text := s.text[b.start:b.end]
	if strings.Contains(text, "\n") && !strings.HasSuffix(text, ":") && !strings.HasSuffix(text, "：") && !strings.HasSuffix(text, "**") || len(text) > 2 && text[0] == '-' && text[2] == '`' {
		return ""
	}
	l, _ := labelOf(text)
	return l
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
		if out.media == "" {
			out.media = c.media
		}
		if out.pages.Params == nil {
			out.pages.Params = c.pages.Params
		}
		if c.pages.Link && !out.pages.Link {
			out.pages.Link, out.pages.Span = true, c.pages.Span
		}
		if out.envelope == 0 && c.envelope > 0 {
			out.page, out.envelope = c.page, c.envelope
		}
		if out.envelope == 0 && out.told == nil && c.told != nil {
			out.page, out.told = c.page, c.told
		}
	}
	return out
}

// stated is what all pages state of servers and credentials.
func (c *shared) stated() link.Stated {
	return link.Stated{Servers: c.servers, Auth: c.auth, Signed: c.signed, Pages: c.pages, Media: c.media}
}

// isEnvelope reports whether a block lists or shows what lies around all answers.
func (s *document) isEnvelope(b *block) bool {
	if b.kind != tableBlock {
		return false
	}
	h := headOf(b.table)
	return h.isFacts()
}
