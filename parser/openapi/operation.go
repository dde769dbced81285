package openapi

import (
	"cmp"
	"maps"
	"net/url"
	"slices"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/docgen-go/docgen/model"
)

// paths reads every operation. Its resource is its first tag, and its ID the
// operationId, or else verb and path, because every method needs one.
func (r *reader) paths() error {
	resources := map[string]*model.Resource{}
	for _, path := range slices.Sorted(maps.Keys(r.doc.Paths.Map())) {
		item := r.doc.Paths.Value(path)
		for _, verb := range slices.Sorted(maps.Keys(item.Operations())) {
			op := item.GetOperation(verb)
			m, err := r.method(path, verb, item, op)
			if err != nil {
				return err
			}
			tag := firstTag(op)
			if resources[tag] == nil {
				resources[tag] = &model.Resource{ID: tag, Name: tag}
			}
			resources[tag].Methods = append(resources[tag].Methods, m)
		}
	}
	for _, tag := range slices.Sorted(maps.Keys(resources)) {
		r.api.Resources = append(r.api.Resources, resources[tag])
	}
	return nil
}

func firstTag(op *openapi3.Operation) string {
	if len(op.Tags) == 0 {
		return "operations"
	}
	return op.Tags[0]
}

func (r *reader) method(path, verb string, item *openapi3.PathItem, op *openapi3.Operation) (*model.Method, error) {
	at := pointer("").child("paths", path, strings.ToLower(verb))
	id := cmp.Or(op.OperationID, strings.ToLower(verb)+" "+path)
	m := &model.Method{
		ID: id, Name: id[strings.LastIndexByte(id, '.')+1:], Verb: verb,
		Title: op.Summary, Doc: op.Description, Deprecated: deprecation(op.Deprecated, op.Extensions),
		Auth: r.authOf(op), Span: r.span(at),
	}
	m.Path, m.Query = splitPath(path)
	var err error
	if m.Params, err = r.params(path, item, op, at); err != nil {
		return nil, err
	}
	if m.Body, err = r.body(op, at); err != nil {
		return nil, err
	}
	m.Returns, err = r.returns(op, at)
	return m, err
}

// splitPath takes off what documents append to a path to tell operations of
// one verb and path apart, against the rules but widely: a fixed query
// (/files?beta=true), which a request must send, or a fragment (/files#list),
// which no request sends.
func splitPath(path string) (string, []model.Constant) {
	path, _, _ = strings.Cut(path, "#")
	path, raw, found := strings.Cut(path, "?")
	if !found {
		return path, nil
	}
	var query []model.Constant
	for pair := range strings.SplitSeq(raw, "&") {
		name, value, _ := strings.Cut(pair, "=")
		query = append(query, model.Constant{Name: unquery(name), Value: unquery(value)})
	}
	return path, query
}

func unquery(s string) string {
	if plain, err := url.QueryUnescape(s); err == nil {
		return plain
	}
	return s
}

func (r *reader) body(op *openapi3.Operation, at pointer) (*model.Body, error) {
	if op.RequestBody == nil || op.RequestBody.Value == nil {
		return nil, nil
	}
	b := op.RequestBody.Value
	at = at.child("requestBody")
	if op.RequestBody.Ref != "" {
		at = refPointer(op.RequestBody.Ref)
	}
	mime, media := pickContent(b.Content)
	if media == nil {
		return nil, nil
	}
	v, err := r.media(mime, media, at.child("content", mime, "schema"))
	return &model.Body{ContentType: mime, Required: b.Required, Type: v.Type}, err
}

// returns reads the success with the lowest status that carries something.
func (r *reader) returns(op *openapi3.Operation, at pointer) (*model.Response, error) {
	for _, status := range slices.Sorted(maps.Keys(op.Responses.Map())) {
		ref := op.Responses.Value(status)
		if !strings.HasPrefix(status, "2") || ref.Value == nil {
			continue
		}
		mime, media := pickContent(ref.Value.Content)
		if media == nil {
			continue
		}
		at := at.child("responses", status)
		if ref.Ref != "" {
			at = refPointer(ref.Ref)
		}
		v, err := r.media(mime, media, at.child("content", mime, "schema"))
		return &model.Response{Status: statusCode(status), ContentType: mime, Type: v.Type}, err
	}
	return nil, nil
}

// media reads what a body of one media type holds. A string that travels as no
// kind of text is a file, whether the document says binary or not.
func (r *reader) media(mime string, m *openapi3.MediaType, at pointer) (value, error) {
	v, err := r.value(m.Schema, at)
	if err == nil && v.Type.Kind == model.KindString && !isText(mime) {
		v.Type = &model.Type{Kind: model.KindFile}
	}
	return v, err
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

// statusCode is 0 for a range such as 2XX.
func statusCode(s string) int {
	code := 0
	for _, c := range s {
		if c < '0' || c > '9' {
			return 0
		}
		code = code*10 + int(c-'0')
	}
	return code
}

// pickContent prefers JSON, as the pages describe bodies in it, then forms,
// then the first by name.
func pickContent(c openapi3.Content) (string, *openapi3.MediaType) {
	best := ""
	for _, mime := range slices.Sorted(maps.Keys(c)) {
		if c[mime] != nil && (best == "" || contentRank(mime) < contentRank(best)) {
			best = mime
		}
	}
	return best, c[best]
}

func contentRank(mime string) int {
	switch {
	case mime == "application/json":
		return 0
	case strings.HasSuffix(mime, "+json"):
		return 1
	case mime == "multipart/form-data":
		return 2
	}
	return 3
}
