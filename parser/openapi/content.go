package openapi

import (
	"cmp"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model"
)

func (r *reader) body(m *model.Method, op node) {
	b := r.follow(op.get("requestBody"))
	if !b.ok() {
		return
	}
	r.check(objectRequestBody, b)
	mime, media := r.pickContent(b.get("content"))
	if !media.ok() {
		if b.isMap() {
			r.invalid(b, "the body of a request has no content; none is sent")
		}
		return
	}
	v := r.media(mime, media)
	m.Body = &model.Body{ContentType: mime, Required: b.get("required").isTrue(), Type: v.Type, Span: media.span()}
	if doc := b.get("description").text(); doc != "" && doc != m.Doc {
		m.Doc = strings.TrimPrefix(m.Doc+"\n\nThe body: "+doc, "\n\n")
	}
	r.examples(m, media, model.ExampleRequest, 0)
}

// media reads what a body of one media type holds. A string that travels as no
// kind of text is a file, whether the document says binary or not, and so is what no
// schema describes.
func (r *reader) media(mime string, media node) value {
	schema := media.get("schema")
	v := r.value(schema)
	if v.Type.Kind == model.KindString && !isText(mime) || v.Type.Kind == model.KindAny && !isText(mime) {
		v.Type = &model.Type{Kind: model.KindFile}
	}
	return v
}

// isText reports whether a media type is some spelling of text.
func isText(mime string) bool {
	mime, _, _ = strings.Cut(mime, ";")
	if strings.HasPrefix(mime, "text/") || strings.HasPrefix(mime, "multipart/") {
		return true
	}
	for _, part := range []string{"json", "xml", "yaml", "form", "javascript"} {
		if strings.Contains(mime, part) {
			return true
		}
	}
	return false
}

func isJSONMedia(mime string) bool {
	mime, _, _ = strings.Cut(strings.ToLower(mime), ";")
	mime = strings.TrimSpace(mime)
	return mime == "application/json" || strings.HasSuffix(mime, "+json")
}

// pickContent prefers JSON, as the pages describe bodies in it, then forms,
// then the first. The others are told.
func (r *reader) pickContent(content node) (string, node) {
	var best node
	for _, c := range content.members() {
		if strings.HasPrefix(c.name(), "x-") || isEvents(c.name()) {
			continue
		}
		if !best.ok() || contentRank(c.name()) < contentRank(best.name()) {
			best = c
		}
	}
	for _, c := range content.members() {
		if best.ok() && c.val != best.val && !strings.HasPrefix(c.name(), "x-") && !isEvents(c.name()) {
			r.note(c, "%s is another form of what is sent and read as %s", c.name(), best.name())
		}
	}
	media := named(best, r.follow(best))
	r.check(objectMediaType, media)
	return best.name(), media
}

func contentRank(mime string) int {
	mime, _, _ = strings.Cut(mime, ";")
	switch {
	case mime == "application/json":
		return 0
	case isJSONMedia(mime):
		return 1
	case mime == "multipart/form-data":
		return 2
	case mime == "application/x-www-form-urlencoded":
		return 3
	}
	return 4
}

func isEvents(mime string) bool {
	mime, _, _ = strings.Cut(mime, ";")
	return strings.TrimSpace(mime) == "text/event-stream"
}

// examples keeps the examples of a media type.
func (r *reader) examples(m *model.Method, media node, kind model.ExampleKind, status int) {
	add := func(at, value node, title string) {
		if !value.ok() || !isJSONMedia(media.name()) {
			return
		}
		text := indented(value.val)
		if text == "" {
			r.note(at, "an example is larger than %d bytes and left out", maxLiteral)
			return
		}
		e := &model.Example{Kind: kind, Title: title, Language: "json", Text: text, Status: status, Span: at.span()}
		if kind == model.ExampleRequest {
			e.Request = &model.Request{Verb: m.Verb, URL: m.Path, Body: text}
		}
		m.Examples = append(m.Examples, e)
	}
	add(media.get("example"), media.get("example"), "")
	for _, e := range media.get("examples").members() {
		x := r.follow(e)
		r.check(objectExample, x)
		value := x.get("value")
		if !value.ok() {
			value = x.get("dataValue")
		}
		title := x.get("summary").text()
		if title == "" {
			title = e.name()
		}
		add(e, value, title)
	}
}

// responses reads the success with the lowest status that carries something, the
// stream that it may be, and what errors carry.
func (r *reader) responses(m *model.Method, op node) {
	all := op.get("responses")
	r.check(objectResponses, all)
	var successes []node
	for _, e := range sortedByStatus(all.members()) {
		status := strings.ToUpper(e.name())
		resp := named(e, r.follow(e))
		if strings.HasPrefix(e.name(), "x-") || !resp.ok() {
			continue
		}
		r.check(objectResponse, resp)
		switch {
		case strings.HasPrefix(status, "2"):
			successes = append(successes, resp)
		case strings.HasPrefix(status, "4"), strings.HasPrefix(status, "5"), status == "DEFAULT":
			r.errorResponse(m, resp)
		case strings.HasPrefix(status, "1"), strings.HasPrefix(status, "3"):
			r.note(resp, "the status %s is the business of the http.Client", e.name())
		default:
			r.invalid(resp, "%q is no status; nothing is read of it", e.name())
		}
	}
	if fallback := all.get("default"); len(successes) == 0 && fallback.ok() && len(all.members()) == 1 {
		r.note(fallback, "no success is listed: what stands under default is read as the result, too")
		successes = append(successes, named(fallback, r.follow(fallback)))
	}
	r.success(m, successes)
}

func (r *reader) success(m *model.Method, successes []node) {
	for _, resp := range successes {
		status, content := statusCode(resp.name()), resp.get("content")
		for _, c := range content.members() {
			if isEvents(c.name()) && m.Streaming == nil {
				media := named(c, r.follow(c))
				r.check(objectMediaType, media)
				schema := media.get("itemSchema")
				if !schema.ok() {
					schema = media.get("schema")
				}
				m.Streaming = &model.Streaming{Type: r.value(schema).Type}
			}
		}
		mime, media := r.pickContent(content)
		if !media.ok() {
			continue
		}
		if m.Returns != nil {
			r.otherSuccess(m, resp, mime, media)
			continue
		}
		v := r.media(mime, media)
		t := v.typeOrNull()
		if v.Type.Kind == model.KindRef {
			t = v.Type // the type of the result says itself whether it can be null
		}
		m.Returns = &model.Response{Status: status, ContentType: mime, Type: t, Span: resp.span()}
		r.examples(m, media, model.ExampleResponse, status)
	}
	if m.Returns == nil && m.Streaming == nil && len(successes) > 0 && emptySuccess(m, successes) {
		m.Returns = &model.Response{Status: statusCode(successes[0].name()), Type: &model.Type{Kind: model.KindNull}, Span: successes[0].span()}
	}
}

// emptySuccess reports whether a success that carries nothing is all that there is of
// a method which by its verb would carry something.
func emptySuccess(m *model.Method, successes []node) bool {
	return m.Verb == "HEAD" || m.Verb == "GET" && !slices.ContainsFunc(successes, func(s node) bool { return statusCode(s.name()) != 204 && statusCode(s.name()) != 205 })
}

// otherSuccess tells a success that carries something else than the first one.
func (r *reader) otherSuccess(m *model.Method, resp node, mime string, media node) {
	v := r.media(mime, media)
	if sameScalar(v.Type, m.Returns.Type) && mime == m.Returns.ContentType {
		return
	}
	r.unsupported(resp, "a success of status %s carries another value than %s does, which is what %s %s returns", resp.name(), statusText(m.Returns.Status), m.Verb, m.Path)
}

func statusText(status int) string {
	if status == 0 {
		return "the first one"
	}
	return itoa(status)
}

func (r *reader) errorResponse(m *model.Method, resp node) {
	e := &model.ErrorResponse{Status: resp.name(), Doc: cmp.Or(resp.get("description").text(), resp.get("summary").text()), Span: resp.span()}
	if status := strings.ToUpper(e.Status); strings.HasSuffix(status, "XX") {
		e.Status = status
	}
	if mime, media := r.pickContent(resp.get("content")); media.ok() {
		e.ContentType, e.Type = mime, r.media(mime, media).Type
	}
	m.Errors = append(m.Errors, e)
}

// sortedByStatus puts ranges behind single statuses, and default last.
func sortedByStatus(members []node) []node {
	out := slices.Clone(members)
	rank := func(n node) string {
		s := strings.ToUpper(n.name())
		if s == "DEFAULT" {
			return "~"
		}
		return strings.ReplaceAll(s, "X", "~")
	}
	slices.SortStableFunc(out, func(a, b node) int { return strings.Compare(rank(a), rank(b)) })
	return out
}

// statusCode is 0 for a range such as 2XX.
func statusCode(s string) int {
	code := 0
	for _, c := range s {
		if c < '0' || c > '9' || code > 999 {
			return 0
		}
		code = code*10 + int(c-'0')
	}
	return code
}
