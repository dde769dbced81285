package openapi

import (
	"cmp"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/docgen-go/docgen/model"
)

// A sender is what makes a parameter one of its own.
type sender struct {
	location model.Location
	name     string
}

func senderOf(p *model.Param) sender { return sender{p.Location, p.Name} }

// params reads the parameters of an operation, those of its path that it does not
// override, and the slots of the path that no parameter describes.
func (r *reader) params(m *model.Method, item, op node) {
	known := map[sender]bool{}
	all := r.paramList(op.get("parameters"), known)
	own := len(known)
	for _, p := range r.paramList(item.get("parameters"), map[sender]bool{}) {
		if own == 0 || !known[senderOf(p)] {
			all = append(all, p)
			known[senderOf(p)] = true
		}
	}
	for _, p := range all {
		if p.Location == model.LocationPath && !strings.Contains(m.Path, "{"+p.Name+"}") {
			r.invalid(op, "the path %s has no slot for the parameter %q, which is not sent", m.Path, p.Name)
			continue
		}
		if slices.ContainsFunc(m.Query, func(c model.Constant) bool { return p.Location == model.LocationQuery && c.Name == p.Name }) {
			r.note(op, "the parameter %q is always sent with the value that the path has for it", p.Name)
			continue
		}
		m.Params = append(m.Params, p)
	}
	r.slots(m, op, known)
}

// slots adds the parameters of the path that are not described.
func (r *reader) slots(m *model.Method, op node, known map[sender]bool) {
	rest := m.Path
	for {
		_, after, open := strings.Cut(rest, "{")
		name, below, closed := strings.Cut(after, "}")
		if !open || !closed {
			return
		}
		rest = below
		p := &model.Param{Location: model.LocationPath, Field: model.Field{Name: name, Type: &model.Type{Kind: model.KindString}, Required: true, Span: op.span()}}
		if !known[senderOf(p)] {
			known[senderOf(p)] = true
			r.invalid(op, "no parameter describes {%s} of the path %s; it is read as a text", name, m.Path)
			m.Params = append(m.Params, p)
		}
	}
}

func (r *reader) paramList(list node, known map[sender]bool) []*model.Param {
	var out []*model.Param
	for _, e := range list.elems() {
		p := r.follow(e)
		if !p.ok() {
			continue
		}
		r.check(objectParameter, p)
		for _, one := range r.param(p) {
			if known[senderOf(one)] {
				r.invalid(p, "the parameter %q stands twice in the %s; the first one is read", one.Name, one.Location)
				continue
			}
			known[senderOf(one)] = true
			if refOf(e) != "" {
				one.Listed = e.span()
			}
			out = append(out, one)
		}
	}
	return out
}

// param reads one parameter, or several where its value is an object of which each
// member is a parameter of its own on the wire.
func (r *reader) param(p node) []*model.Param {
	location := model.Location(p.get("in").text())
	name := p.get("name").text()
	if !slices.Contains([]model.Location{model.LocationPath, model.LocationQuery, model.LocationHeader, model.LocationCookie}, location) || name == "" {
		r.unsupported(p, "a parameter %q in %q cannot be sent; it is not read", name, location)
		return nil
	}
	if location == model.LocationHeader && slices.Contains([]string{"accept", "content-type", "authorization"}, strings.ToLower(name)) {
		r.note(p, "the header %s is no parameter: the body, the result and the credential decide it", name)
		return nil
	}
	schema, style := p.get("schema"), ""
	if content := p.get("content"); !schema.ok() && content.ok() {
		mime, media := r.pickContent(content)
		if schema = media.get("schema"); isJSONMedia(mime) {
			style = "json"
		} else {
			r.unsupported(content, "a parameter of %s is written as plain text", mime)
		}
	}
	v := r.value(schema)
	required := p.get("required").isTrue() || location == model.LocationPath
	f := v.field(name, required, p.span())
	if doc := p.get("description").text(); doc != "" {
		f.Doc = doc
	}
	if said := deprecation(p); said != "" {
		f.Deprecated = said
	}
	out := &model.Param{Location: location, Style: style, Field: *f}
	if style == "" {
		return r.styled(out, p, schema)
	}
	if location != model.LocationQuery {
		r.asText(out, p, "JSON")
		out.Style = ""
	}
	return []*model.Param{out}
}

// styled finds how lists and objects are written.
func (r *reader) styled(p *model.Param, n, schema node) []*model.Param {
	style, explode := n.get("style").text(), n.get("explode")
	kind := r.kindOf(schema, map[*yaml.Node]bool{})
	switch {
	case p.Location == model.LocationQuery && (style == "" || style == "form"):
		if kind == "array" {
			p.Style = "repeat"
			if explode.isFalse() {
				p.Style = "comma"
			}
		}
		if kind == "object" && explode.isFalse() {
			r.unsupported(n, "the object %q is written as %s[member]=value: style form without explode has no form in a client", p.Name, p.Name)
		} else if kind == "object" {
			return r.members(p, schema)
		}
	case style == "deepObject":
		if kind != "object" {
			r.note(n, "style deepObject says nothing of a value that is no object")
		}
	case (style == "spaceDelimited" || style == "pipeDelimited") && p.Location == model.LocationQuery:
		p.Style = strings.TrimSuffix(style, "Delimited")
		if kind != "array" {
			p.Style = ""
			r.note(n, "style %s says nothing of a value that is no list", style)
		} else if explode.isTrue() {
			p.Style = "repeat"
		}
	case p.Location == model.LocationCookie && kind == "object" && !explode.isFalse():
		return r.members(p, schema)
	case style == "simple" || style == "" || style == "form" && p.Location == model.LocationCookie:
		if kind == "object" || kind == "array" && p.Location != model.LocationHeader {
			r.asText(p, n, kind)
		}
	default:
		r.asText(p, n, "style "+style)
	}
	return []*model.Param{p}
}

// asText makes a text of a parameter whose form no client writes.
func (r *reader) asText(p *model.Param, n node, what string) {
	r.unsupported(n, "%s in the %s is not written: %q is taken as text, in the form that the server wants", what, p.Location, p.Name)
	p.Type, p.Default, p.Limits = &model.Type{Kind: model.KindString}, "", nil
}

// members are the members of an object that travels as parameters of its own.
func (r *reader) members(p *model.Param, schema node) []*model.Param {
	object := r.value(schema).Type
	for range maxRefs {
		if object.Kind != model.KindRef {
			break
		}
		object = r.structureOf(object.Ref)
	}
	if object.Kind != model.KindObject {
		r.unsupported(schema, "the members of %q are not listed, and travel as %s[member]=value", p.Name, p.Name)
		return []*model.Param{p}
	}
	if object.Elem != nil {
		r.unsupported(schema, "other members of %q than those that are listed are not sent", p.Name)
	}
	var out []*model.Param
	for _, f := range object.Fields {
		q := &model.Param{Location: p.Location, Field: *f}
		q.Required = f.Required && p.Required
		q.Doc, q.Deprecated = cmp.Or(f.Doc, p.Doc), cmp.Or(f.Deprecated, p.Deprecated)
		if f.Type.Kind == model.KindArray {
			q.Style = "repeat"
		}
		out = append(out, q)
	}
	return out
}

// structureOf reads the schema of a named type at once, before its turn.
func (r *reader) structureOf(id string) *model.Type {
	d := r.declared[id]
	if d == nil {
		return anyType()
	}
	r.readNamed(d)
	return d.named.Type
}

// kindOf is array, object or "" for the values of a schema.
func (r *reader) kindOf(s node, seen map[*yaml.Node]bool) string {
	s = r.deref(s)
	if !s.isMap() || seen[s.val] || len(seen) > maxDepth {
		return ""
	}
	seen[s.val] = true
	types := typesOf(s)
	switch {
	case slices.Contains(types, "array") || s.get("items").ok():
		return "array"
	case slices.Contains(types, "object") || s.get("properties").ok():
		return "object"
	}
	for _, k := range []string{"allOf", "anyOf", "oneOf"} {
		for _, sub := range s.get(k).elems() {
			if kind := r.kindOf(sub, seen); kind != "" {
				return kind
			}
		}
	}
	return ""
}
