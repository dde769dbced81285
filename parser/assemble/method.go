package assemble

import (
	"cmp"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/source"
	"github.com/docgen-go/docgen/parser/curl"
	"github.com/docgen-go/docgen/parser/decl"
)

// Method assembles an operation. Its ID and name are left to the linker, which
// knows where in the tree the page stands.
func (b *Builder) Method(op *decl.Operation) *model.Method {
	m := &model.Method{
		Title: b.text(op.Title), Doc: b.text(op.Doc), Deprecated: b.text(op.Deprecated),
		SDKName: b.text(op.Native),
		Verb:    b.text(op.Verb), Path: b.text(op.Path), Span: b.File.Span(op.Start, op.End),
	}
	b.sent = true
	body := b.params(m, op)
	if len(body) > 0 {
		m.Body = &model.Body{ContentType: cmp.Or(b.text(op.Media), "application/json"), Type: b.value(body), Required: anyRequired(body), Listed: b.spansOf(body)}
	}
	b.sent = false
	if op.Returns != nil && len(op.Returns.Items) > 0 {
		m.Returns = &model.Response{Type: b.value(op.Returns.Items), Span: b.span(op.Returns.Items[0])}
		if by := op.Returns.Source; by != "" {
			m.Returns.Evidence = m.Returns.Evidence.With(model.FactType, by)
		}
	}
	b.signature(m, op)
	for _, f := range op.Failures {
		m.Errors = append(m.Errors, &model.ErrorResponse{Status: f.Status, Doc: b.text(f.Doc), Span: b.File.Span(f.Start, f.End)})
	}
	for _, ex := range op.Examples {
		m.Examples = append(m.Examples, b.example(ex))
	}
	return m
}

// signature takes from a signature what the sections do not say: that the
// result is a stream, and of what, or one page of a list.
func (b *Builder) signature(m *model.Method, op *decl.Operation) {
	s := op.Signature
	switch {
	case op.Returns != nil && op.Returns.Event != nil:
		m.Streaming = &model.Streaming{Type: b.value([]*decl.Item{op.Returns.Event})}
	case !s.Stream:
	case isTypeName(s.Event) && scalars[s.Event] == "":
		m.Streaming = &model.Streaming{Type: b.ref(s.Event, "")}
	case m.Returns != nil:
		m.Streaming = &model.Streaming{Type: m.Returns.Type}
	default:
		m.Streaming = &model.Streaming{Type: b.In.Scalar(model.KindAny)}
	}
	if s.Page != "" {
		m.Paging = &model.Paging{Type: b.text(s.Page)}
	}
}

// params assembles what travels outside the body and returns the items that
// travel in it.
func (b *Builder) params(m *model.Method, op *decl.Operation) []*decl.Item {
	body := op.Body
	seen := map[string]bool{}
	for _, p := range op.Params {
		location := b.location(m, &p)
		if location == "" || location == "body" {
			body = append(body, p.Item)
			continue
		}
		key := string(location) + " " + p.Item.Name
		if p.Item.Form != decl.Field || seen[key] {
			b.problem(p.Item, "duplicate-field", "parameter \""+p.Item.Name+"\" is listed twice or has no name; it was left out", "")
			continue
		}
		seen[key] = true
		m.Params = append(m.Params, &model.Param{Location: location, Field: *b.Field(p.Item)})
	}
	return b.whole(body)
}

func anyRequired(items []*decl.Item) bool {
	for _, it := range items {
		if !it.Optional {
			return true
		}
	}
	return false
}

// spansOf returns where the members of a body stand.
func (b *Builder) spansOf(items []*decl.Item) map[string]source.Span {
	out := make(map[string]source.Span, len(items))
	for _, it := range items {
		if it.Form == decl.Field && out[it.Name].IsZero() {
			out[it.Name] = b.span(it)
		}
	}
	return out
}

// value assembles the items at the top of a section: the object of bare
// fields, or the one type that the section names.
func (b *Builder) value(items []*decl.Item) *model.Type {
	if len(items) == 1 {
		switch it := items[0]; it.Form {
		case decl.Variant:
			return b.Type(it.Expr, it.Children, it)
		case decl.Named:
			return b.top(it)
		}
	}
	return b.structure(items, items[0])
}

// top assembles a lone `X = T` at the top of a section. A filler instead of a
// name says nothing, and neither does a second name for a named type.
func (b *Builder) top(it *decl.Item) *model.Type {
	if isTypeName(it.Name) && !(it.Expr.Op == decl.Name && it.Expr.Text != it.Name) {
		return b.Declaration(it)
	}
	if x := b.extension(it.Name, it); x != nil && isTypeName(it.Name) {
		x.Lone = true
		defer b.enter(it.Name)()
		return b.extended(it.Name, x, it)
	}
	return b.titled(it)
}

// Domain assembles an entry below "Domain Types".
func (b *Builder) Domain(d *decl.TypeDecl) {
	for _, it := range d.Items {
		name := it.Name
		if it.Form != decl.Named || !isTypeName(name) {
			name = strings.ReplaceAll(d.Title, " ", "")
		}
		if name == "" {
			b.problem(it, "nameless-type", "a domain type has neither a name nor a title; it was left out", "")
			continue
		}
		if it.Doc == "" {
			it.Doc = d.Doc
		}
		b.domain = name
		b.Declare(name, it)
		b.domain = ""
	}
}

func (b *Builder) example(ex decl.Example) *model.Example {
	e := &model.Example{
		Kind: model.ExampleRequest, Title: b.text(ex.Title), Language: b.text(ex.Language),
		Text: b.text(ex.Text), Status: ex.Status, Span: cmp.Or(ex.File, b.File).Span(ex.Start, ex.End),
	}
	if ex.Response {
		e.Kind = model.ExampleResponse
		return e
	}
	if e.Request = ex.Request; e.Request != nil {
		return e
	}
	if req, err := curl.Read(e.Text); err == nil {
		if e.Request = req; ex.Body != "" {
			req.Body = b.text(ex.Body)
		}
	}
	return e
}
