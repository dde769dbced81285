package link

import (
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model"
)

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
				g.Type = l.asFile(f.Type)
				g.Evidence = f.Evidence.With(model.FactType, model.SourceExample)
				c.Fields[i] = &g
			}
		}
	}
	c.Fields = append(c.Fields, l.missingParts(c.Fields, form)...)
	return l.types.Intern(c)
}

func (l *linker) asFile(t *model.Type) *model.Type {
	if t.Kind == model.KindArray {
		c := *t
		c.Elem = l.asFile(t.Elem)
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
		same := func(f *model.Field) bool { return f.Name == name }
		if slices.ContainsFunc(have, same) || slices.ContainsFunc(out, same) {
			continue
		}
		kind := model.KindString
		if strings.HasPrefix(part.Value, "@") {
			kind = model.KindFile
		}
		f := &model.Field{Name: name, Type: l.types.Scalar(kind), Required: true}
		f.Evidence = f.Evidence.With(model.FactType, model.SourceExample).With(model.FactRequired, model.SourceExample)
		out = append(out, f)
	}
	return out
}

// formBody is the body of a method whose page lists no field but whose example
// sends a form.
func (l *linker) formBody(e *model.Example) *model.Type {
	fields := l.missingParts(nil, e.Request.Form)
	for _, f := range fields {
		f.Span = e.Span
	}
	return l.types.Intern(model.Type{Kind: model.KindObject, Fields: fields})
}
