package openapi

import (
	"fmt"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/docgen-go/docgen/model"
)

// params reads the parameters of an operation, and those of its path that it
// does not override.
func (r *reader) params(path string, item *openapi3.PathItem, op *openapi3.Operation, at pointer) ([]*model.Param, error) {
	own, err := r.paramList(op.Parameters, at.child("parameters"))
	if err != nil {
		return nil, err
	}
	shared, err := r.paramList(item.Parameters, pointer("").child("paths", path, "parameters"))
	if err != nil {
		return nil, err
	}
	for _, p := range shared {
		if !hasParam(own, p) {
			own = append(own, p)
		}
	}
	return own, nil
}

func hasParam(list []*model.Param, p *model.Param) bool {
	for _, q := range list {
		if q.Location == p.Location && q.Name == p.Name {
			return true
		}
	}
	return false
}

func (r *reader) paramList(list openapi3.Parameters, at pointer) ([]*model.Param, error) {
	var out []*model.Param
	for i, ref := range list {
		if ref == nil || ref.Value == nil {
			continue
		}
		at := at.child(fmt.Sprint(i))
		if ref.Ref != "" {
			at = refPointer(ref.Ref)
		}
		p, err := r.param(ref.Value, at)
		if err != nil {
			return nil, err
		}
		out = append(out, p)
	}
	return out, nil
}

func (r *reader) param(p *openapi3.Parameter, at pointer) (*model.Param, error) {
	schema, under := p.Schema, at.child("schema")
	if mime, media := pickContent(p.Content); schema == nil && media != nil {
		schema, under = media.Schema, at.child("content", mime, "schema")
	}
	v, err := r.value(schema, under)
	if err != nil {
		return nil, err
	}
	f := v.field(p.Name, p.Required, r.span(at))
	if p.Description != "" {
		f.Doc = p.Description
	}
	if p.Deprecated {
		f.Deprecated = deprecation(true, p.Extensions)
	}
	return &model.Param{Location: model.Location(p.In), Style: style(p, v), Field: *f}, nil
}

// style is how an array in the query is written.
func style(p *openapi3.Parameter, v value) string {
	if p.In != openapi3.ParameterInQuery || v.Type.Kind != model.KindArray {
		return ""
	}
	if p.Explode != nil && !*p.Explode {
		return "comma"
	}
	return "repeat"
}
