package link

import (
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model"
)

// requestForm reads a body from the form that an example sends.
func (l *linker) requestForm(m *model.Method, e *model.Example) {
	shown := model.Evidence{}.With(model.FactMedia, model.SourceExample)
	if m.Body == nil {
		shown = shown.With(model.FactType, model.SourceExample)
	}
	switch media := rawMedia(m, e.Request); {
	case media != "":
		m.Body = &model.Body{ContentType: media, Required: true, Type: l.types.Scalar(model.KindFile), Evidence: shown}
	case m.Body == nil && sendsQuery(m, e.Request):
	case m.Body == nil:
		m.Body = &model.Body{ContentType: formMedia(e.Request), Required: true, Type: l.formBody(m, e), Evidence: shown}
	case formMedia(e.Request) == urlEncoded:
		showMedia(m.Body, urlEncoded)
	default:
		showMedia(m.Body, formMedia(e.Request))
		m.Body.Type = l.fileFields(m.Body.Type, e.Request.Form)
	}
}

// urlEncoded is the media type of a form that has no parts.
const urlEncoded = "application/x-www-form-urlencoded"

// formMedia is the media type of a request that sends a form: that of its header, or of
// a form in parts.
func formMedia(r *model.Request) string {
	for _, h := range r.Headers {
		if media := mediaType(h.Value); strings.EqualFold(h.Name, "Content-Type") && strings.EqualFold(media, urlEncoded) {
			return urlEncoded
		}
	}
	return "multipart/form-data"
}

// rawMedia is the media type of a request that is nothing but a file. Examples
// print such a body as the only part of a form, and contradict that by the
// media type in their header.
func rawMedia(m *model.Method, r *model.Request) string {
	if part := r.Form[0]; len(r.Form) > 1 || part.Name != wholeBody || !strings.HasPrefix(part.Value, "@") {
		return ""
	}
	if m.Body != nil && soleBody(m) == nil {
		return ""
	}
	for _, h := range r.Headers {
		media := mediaType(h.Value)
		if strings.EqualFold(h.Name, "Content-Type") && media != "" && !strings.Contains(media, "form") {
			return media
		}
	}
	return ""
}

// fileFields turns the fields that an example fills from files into files.
func (l *linker) fileFields(t *model.Type, form []model.Constant) *model.Type {
	if t.Kind != model.KindObject {
		return t
	}
	c := *t
	c.Fields = slices.Clone(t.Fields)
	for i, f := range c.Fields {
		for _, part := range form {
			if strings.TrimSuffix(part.Name, "[]") == f.Name && strings.HasPrefix(part.Value, "@") {
				g := *f
				if g.Type = l.asFile(f.Type); g.Type.Kind == model.KindFile && isRepeated(form, f.Name) {
					g.Type = l.types.Intern(model.Type{Kind: model.KindArray, Elem: g.Type})
				}
				g.Evidence = f.Evidence.With(model.FactType, model.SourceExample)
				c.Fields[i] = &g
			}
		}
	}
	c.Fields = append(c.Fields, l.missingParts(c.Fields, form)...)
	return l.types.Intern(c)
}

// isRepeated reports whether a form has several parts for a field, or one whose
// name says that there can be.
func isRepeated(form []model.Constant, name string) bool {
	parts := 0
	for _, part := range form {
		if part.Name == name+"[]" {
			return true
		}
		if part.Name == name {
			parts++
		}
	}
	return parts > 1
}

func (l *linker) asFile(t *model.Type) *model.Type {
	switch t.Kind {
	case model.KindArray:
		c := *t
		c.Elem = l.asFile(t.Elem)
		return l.types.Intern(c)
	case model.KindUnion:
		c := *t
		c.Variants = make([]*model.Variant, len(t.Variants))
		for i, v := range t.Variants {
			w := *v
			w.Type = l.asFile(v.Type)
			c.Variants[i] = &w
		}
		return l.types.Intern(c)
	}
	if t.Kind == model.KindString || t.Kind == model.KindAny {
		return l.types.Scalar(model.KindFile)
	}
	return t
}

// missingParts are the parts of a form that the page does not list as fields.
func (l *linker) missingParts(have []*model.Field, form []model.Constant) []*model.Field {
	var out []*model.Field
	for _, part := range form {
		name := strings.TrimSuffix(part.Name, "[]")
		field, _, _ := strings.Cut(name, "[") // a member of the field's value
		same := func(f *model.Field) bool { return f.Name == name || f.Name == field }
		if slices.ContainsFunc(have, same) || slices.ContainsFunc(out, same) {
			continue
		}
		kind := model.KindString
		if strings.HasPrefix(part.Value, "@") {
			kind = model.KindFile
		}
		f := &model.Field{Name: name, Type: l.types.Scalar(kind), Required: true}
		if isRepeated(form, name) {
			f.Type = l.types.Intern(model.Type{Kind: model.KindArray, Elem: f.Type})
		}
		f.Evidence = f.Evidence.With(model.FactType, model.SourceExample).With(model.FactRequired, model.SourceExample)
		out = append(out, f)
	}
	return out
}

// formBody is the body of a method whose page lists no field but whose example
// sends a form. What the page lists for the query travels there, though a form may carry it.
func (l *linker) formBody(m *model.Method, e *model.Example) *model.Type {
	form := slices.DeleteFunc(slices.Clone(e.Request.Form), func(part model.Constant) bool {
		return findParam(m.Params, &model.Param{Location: model.LocationQuery, Field: model.Field{Name: part.Name}}) != nil
	})
	fields := l.missingParts(nil, form)
	for _, f := range fields {
		f.Span = e.Span
	}
	return l.types.Intern(model.Type{Kind: model.KindObject, Fields: fields})
}
