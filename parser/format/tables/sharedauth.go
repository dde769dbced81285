package tables

import (
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/parser/format/tables/prose"
	"github.com/docgen-go/docgen/parser/link"
	"github.com/docgen-go/docgen/parser/prefilter"
)

var (
	codeSpan   = prefilter.MustCompile("`([^`\n]+)`")
	headerLine = prefilter.MustCompile(`^(?:-H\s+|--header\s+)?["']?([A-Z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)*)["']?\s*:\s*["']?(\S.*?)["']?\s*\\?$`)
	// commandHeader is a header that a command sends: curl -H "Authorization: Bearer TOKEN" https://…
	commandHeader = prefilter.MustCompile(`\S[ \t]+(?:-H|--header)[ \t=]*["']([A-Za-z][A-Za-z0-9-]*)[ \t]*:[ \t]*([^"']+)["']`)
	headerName    = prefilter.MustCompile(`^[A-Za-z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)+$`)
	queryName     = prefilter.MustCompile(`[?&]([A-Za-z_]+)=`)
	// signName says that a header carries a signature, keyName that a parameter of the
	// query carries a credential and nothing else.
	signName = prefilter.MustCompile(`(?i)(?:^|[-_])sign(?:ature)?$`)
	keyName  = prefilter.MustCompile(`(?i)^(?:api_?key|access_?token|auth_?token|api_?token|private_token|app_?key)$`)
)

// credentialsIn notes how a block below a heading about authentication says that
// credentials travel.
func (c *shared) credentialsIn(s *document, b *block) {
	text := s.text[b.start:b.end]
	at := b.start
	for line := range strings.Lines(text) {
		start := at
		at += len(line)
		switch b.kind {
		case fenceBlock:
			if start >= b.inner && start < b.innerEnd && showsHeaders[firstWord(b.info)] {
				c.credential(strings.TrimSpace(line), start, start+len(line), false)
				for _, m := range commandHeader.FindAllStringSubmatchIndex(line, -1) {
					c.header(line[m[2]:m[3]], strings.TrimSpace(line[m[4]:m[5]]), start+m[0], start+m[1])
				}
			}
		default:
			for _, m := range codeSpan.FindAllStringSubmatchIndex(line, -1) {
				c.credential(strings.TrimSpace(line[m[2]:m[3]]), start+m[2], start+m[3], true)
			}
		}
	}
	if b.kind != tableBlock {
		return
	}
	if h := headOf(b.table); h.name >= 0 {
		for i := range b.table.Rows {
			row := &b.table.Rows[i]
			if cell := row.Cell(h.name); !strings.Contains(cell, "`") {
				c.credential(prose.NameOf(cell).Text, row.Start, row.End, true)
			}
		}
	}
}

var (
	ofCredentials = prefilter.MustCompile(`(?i)\b(?:authenticat\w*|authoriz\w*|authoris\w*)\b|鉴权|认证|身份验证|鑑權|認證|認証|인증`)
	ofHeaders     = prefilter.MustCompile(`(?i)\bheaders?\b|请求头|消息头|标头|請求標頭|ヘッダ|헤더`)
)

// announcesCredentials reports whether a text ends in a sentence that says that what follows are
// the headers by which requests are authenticated.
func (s *document) announcesCredentials(b *block) bool {
	if b.kind != textBlock {
		return false
	}
	text := strings.TrimSpace(s.text[b.start:b.end])
	line := text[strings.LastIndexByte(text, '\n')+1:]
	return endsInColon(line) && len(line) < 3*longestLabel && ofCredentials.MatchString(line) && ofHeaders.MatchString(line)
}

// credentialRows notes all headers that a table lists as credentials, whatever they are called.
func (c *shared) credentialRows(b *block) {
	h := headOf(b.table)
	name := max(h.name, 0)
	for i := range b.table.Rows {
		row := &b.table.Rows[i]
		text := prose.NameOf(row.Cell(name)).Text
		switch {
		case !headerName.MatchString(text) && !strings.EqualFold(text, "Authorization") || transportHeaders[strings.ToLower(text)]:
		case signName.MatchString(text), strings.EqualFold(text, "Authorization"):
			c.header(text, "", row.Start, row.End)
		default:
			c.auth = append(c.auth, model.Auth{Scheme: model.AuthHeader, Name: strings.Clone(text), Span: c.file().Span(row.Start, row.End)})
		}
	}
}

// namedHeader is a header in code that a sentence calls one: via the `X-KEY` header.
var namedHeader = prefilter.MustCompile("(?i)`([a-z][a-z0-9]*(?:-[a-z0-9]+)+)`\\s+(?:http |https |request |custom )*headers?\\b|\\bheaders? (?:named |called )?`([a-z][a-z0-9]*(?:-[a-z0-9]+)+)`|`([a-z][a-z0-9]*(?:-[a-z0-9]+)+)` ?(?:请求头|请求標頭|ヘッダー?|헤더)")

// schemeSent is the header Authorization as it is sent, with room for a credential behind its scheme.
var schemeSent = prefilter.MustCompile("\\bAuthorization[`*\"']*:[ `*\"']*((?i:bearer|basic)[ ]+(?:[<{\\[$]|(?i:your|the_|token|access|jwt|api|base64|credential|xxx)|[A-Z_]{3}|\\.\\.\\.)[^`\\s]*)")

// headersNamed notes the headers that sentences and titles outside of endpoints say credentials travel
// in.
func (c *shared) headersNamed(s *document, b *block) {
	for _, m := range schemeSent.FindAllStringSubmatchIndex(s.text[b.start:b.end], -1) {
		c.header("Authorization", s.text[b.start+m[2]:b.start+m[3]], b.start+m[0], b.start+m[1])
	}
	for _, m := range namedHeader.FindAllStringSubmatchIndex(s.text[b.start:b.end], -1) {
		for k := 2; k < len(m); k += 2 {
			if m[k] < 0 {
				continue
			}
			if start, end := b.start+m[k], b.start+m[k+1]; link.CarriesCredential(s.text[start:end]) {
				c.header(s.text[start:end], "", start, end)
			}
		}
	}
}

// showsHeaders are the words for fences in which a line may be a header.
var showsHeaders = map[string]bool{"": true, "http": true, "text": true, "txt": true, "plaintext": true, "bash": true, "sh": true, "shell": true, "console": true, "curl": true}

func firstWord(s string) string {
	s, _, _ = strings.Cut(strings.ToLower(s), " ")
	return s
}

// credential notes what a text says of a credential: a header with its value, the name
// of a header alone, or a parameter of a query.
func (c *shared) credential(text string, start, end int, alone bool) {
	if m := headerLine.FindStringSubmatch(text); m != nil {
		c.header(m[1], m[2], start, end)
		return
	}
	switch {
	case alone && headerName.MatchString(text):
		c.header(text, "", start, end)
	default:
		for _, m := range queryName.FindAllStringSubmatch(text, -1) {
			if keyName.MatchString(m[1]) {
				c.auth = append(c.auth, model.Auth{Scheme: model.AuthQuery, Name: strings.Clone(m[1]), Span: c.file().Span(start, end)})
			}
		}
	}
}

// header notes a header that carries a credential or a signature.
func (c *shared) header(name, value string, start, end int) {
	span := c.file().Span(start, end)
	switch {
	case signName.MatchString(name):
		c.signed = append(c.signed, link.Signed{Header: strings.Clone(name), Span: span})
	case strings.EqualFold(name, "Authorization"):
		if a := authorization(value); a != nil {
			a.Span = span
			c.auth = append(c.auth, *a)
		}
	case link.CarriesCredential(name):
		c.auth = append(c.auth, model.Auth{Scheme: model.AuthHeader, Name: strings.Clone(name), Span: span})
	}
}

// schemeOf cuts the name of a scheme off the value of Authorization.
var schemeOf = prefilter.MustCompile(`^([A-Za-z][A-Za-z0-9-]*) +\S`)

// authorization is what the header Authorization carries, or nil where the value only
// names its parts.
func authorization(value string) *model.Auth {
	if value == "" {
		return nil
	}
	m := schemeOf.FindStringSubmatch(value)
	switch {
	case m == nil && strings.ContainsAny(value, " \t"):
		return nil
	case m == nil:
		return &model.Auth{Scheme: model.AuthHeader, Name: "Authorization"}
	case strings.EqualFold(m[1], "bearer"):
		return &model.Auth{Scheme: model.AuthBearer}
	case strings.EqualFold(m[1], "basic"):
		return &model.Auth{Scheme: model.AuthBasic}
	case m[1] == strings.ToUpper(m[1]) || strings.EqualFold(m[1], "your"):
		return nil // room for a scheme, or for a credential
	}
	return &model.Auth{Scheme: model.AuthHeader, Name: "Authorization", Prefix: m[1] + " "}
}
