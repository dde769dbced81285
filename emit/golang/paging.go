package golang

import (
	"strconv"

	"github.com/docgen-go/docgen/emit/golang/gosrc"
	"github.com/docgen-go/docgen/emit/naming"
	"github.com/docgen-go/docgen/model"
)

// A pageForm is how Go follows the pages of a list.
type pageForm struct {
	*model.Paging
	// envelope is nil where the response is the list itself.
	envelope *model.NamedType
	items    []pageField // from the envelope to the list
	elem     *model.Type
	// param is the field of the params struct that selects a page, empty where
	// none does; paramType is the type of what travels.
	param     string
	paramType *model.Type
}

// A pageField is a field of a structure that a page consists of.
type pageField struct {
	owner *model.NamedType
	field *model.Field
}

// pages returns how to follow the pages of a list, nil where it is none or Go
// cannot reach what leads from page to page.
func (g *generator) pages(m *model.Method) *pageForm {
	if m.Paging == nil || m.Returns == nil || g.result(m).stream != nil || g.result(m).download {
		return nil
	}
	p := &pageForm{Paging: m.Paging}
	list := g.api.Resolve(m.Returns.Type)
	if names := m.Paging.Items.Names(); len(names) > 0 {
		if p.items = g.pageFields(m.Returns.Type, names); p.items == nil {
			return nil
		}
		p.envelope = p.items[0].owner
		list = g.api.Resolve(p.items[len(p.items)-1].field.Type)
	}
	if list.Kind != model.KindArray || list.Elem == nil || g.isFile(list.Elem) || !g.reachesPages(m, p) {
		return nil
	}
	p.elem = list.Elem
	return p
}

// pageFields returns the fields that names lead to, nil where something on the
// way is no struct.
func (g *generator) pageFields(t *model.Type, names []string) []pageField {
	var out []pageField
	for _, name := range names {
		_, named := naming.Target(g.api, t)
		if named == nil || named.Type.Kind != model.KindObject {
			return nil
		}
		f := fieldNamed(named.Type, name)
		if f == nil {
			return nil
		}
		out = append(out, pageField{named, f})
		t = f.Type
	}
	return out
}

// reachesPages finds what selects a page, and reports whether all that leads to
// the next one is there.
func (g *generator) reachesPages(m *model.Method, p *pageForm) bool {
	for _, path := range []model.FieldPath{p.Next, p.More, p.Total, p.Pages, p.Current} {
		if path != "" && (p.envelope == nil || g.api.FieldAt(p.envelope.Type, path) == nil) {
			return false
		}
	}
	switch p.Form {
	case model.PagingURL:
		return p.Next != ""
	case model.PagingLink:
		return true
	}
	p.param, p.paramType = g.pageParam(m)
	return p.param != "" && (p.Form != model.PagingCursor || p.Next != "")
}

// pageParam returns the field of the params struct that selects a page, and the
// type of what travels, which may be a member of it.
func (g *generator) pageParam(m *model.Method) (string, *model.Type) {
	names := m.Paging.Param.Names()
	if len(names) == 0 {
		return "", nil
	}
	if m.Paging.InBody {
		f := g.api.FieldAt(bodyType(m), m.Paging.Param)
		if f == nil || bodyFormOf(m) != bodyFields {
			return "", nil
		}
		return g.names.Param(m.ID, naming.LocationBody, names[0]), f.Type
	}
	for _, p := range g.besides(m) {
		if p.Location != model.LocationQuery || p.Name != names[0] {
			continue
		}
		t := p.Type
		if len(names) > 1 {
			f := g.api.FieldAt(p.Type, model.PathOf(names[1:]...))
			if f == nil {
				return "", nil
			}
			t = f.Type
		}
		return g.names.Param(m.ID, p.Location, p.Name), t
	}
	return "", nil
}

func bodyType(m *model.Method) *model.Type {
	if m.Body == nil {
		return nil
	}
	return m.Body.Type
}

// autoPaging declares the method beside a list that goes through all its pages.
func (g *generator) autoPaging(f gosrc.Writer, r *model.Resource, m *model.Method) {
	p := g.pages(m)
	if p == nil {
		return
	}
	elem := g.goType(p.elem)
	name := g.names.AutoPaging(m.ID)
	doc := name + " gives the elements of all pages of " + g.names.Method(m.ID)
	if g.hasParams(m) {
		doc += ", beginning with the page that its parameters ask for"
	}
	if g.takesOptionally(m) {
		doc += ", " + withArticle(g.names.Params(m.ID)) + " among opts"
	}
	doc += ". Each further page is a request with opts. After an error there are no more elements."
	f.Func(gosrc.Func{
		Doc:      func() []string { return withAge(wrap(doc), m.Since, m.Deprecated) },
		Receiver: g.receiver(r), Name: name, Params: g.methodParams(m),
		Results: []gosrc.Code{gosrc.PkgInstance("iter", "Seq2", elem, gosrc.Name("error"))},
		Body:    func() []gosrc.Code { return append(g.takeParams(m), gosrc.Return(g.eachItem(m, p))) },
	})
}

// eachItem calls the runtime with a function that gets one page.
func (g *generator) eachItem(m *model.Method, p *pageForm) gosrc.Code {
	params, start := gosrc.Name("noParams"), gosrc.Inline(gosrc.Name("noParams"))
	if g.hasParams(m) {
		params, start = gosrc.Name(g.names.Params(m.ID)), gosrc.Name("params")
	}
	name := "params"
	if !g.hasParams(m) {
		name = "_"
	}
	fetch := gosrc.ClosureWith(
		[]gosrc.Param{{Name: name, Type: gosrc.Pointer(params)}, {Name: "c", Type: gosrc.Pointer(gosrc.Name("cursor"))}},
		[]gosrc.Code{gosrc.Slice(g.goType(p.elem)), gosrc.Name("error")}, g.fetch(m, p)...)
	return gosrc.Call(gosrc.Name("eachItem"), start, fetch)
}

// fetch gets one page and tells the cursor how to go on.
func (g *generator) fetch(m *model.Method, p *pageForm) []gosrc.Code {
	args := []gosrc.Code{gosrc.Name("ctx")}
	for _, wire := range naming.PathParams(m.Path) {
		args = append(args, gosrc.Name(g.names.Argument(m.ID, wire)))
	}
	options := []gosrc.Code{gosrc.Name("opts")}
	switch params := gosrc.Deref(gosrc.Name("params")); {
	case g.takesArgument(m):
		args = append(args, params)
	case g.takesOptionally(m):
		options = append(options, params)
	}
	args = append(args, gosrc.Spread(onCursor("options", options...)))
	err := gosrc.Name("err")
	body := []gosrc.Code{
		gosrc.Define("page, err", gosrc.Call(gosrc.Select(gosrc.Name("s"), g.names.Method(m.ID)), args...)),
		gosrc.If(gosrc.Binary(err, "!=", gosrc.Name("nil")), gosrc.Return(gosrc.Name("nil"), err)),
	}
	items, check := p.list(g)
	body = append(body, check...)
	body = append(body, gosrc.Define("items", items))
	return append(append(body, p.advance(g)...), gosrc.Return(gosrc.Name("items"), gosrc.Name("nil")))
}

// list is the list of elements of a page, and what makes sure that it is there.
func (p *pageForm) list(g *generator) (items gosrc.Code, check []gosrc.Code) {
	items = gosrc.Name("page")
	if len(p.items) == 0 {
		check = append(check, onCursor("fits", gosrc.Name("nil"), gosrc.Text(""), items))
	}
	for i, step := range p.items {
		extra := gosrc.Select(items, "Extra")
		items = gosrc.Select(items, g.names.Field(step.owner.ID, step.field.Name))
		check = append(check, onCursor("fits", extra, gosrc.Text(step.field.Name), items))
		if !g.member(step.owner.ID, step.field).Opt {
			continue
		}
		absent := gosrc.Name("nil")
		if i < len(p.items)-1 {
			absent = gosrc.Inline(g.goType(step.field.Type))
		}
		items = gosrc.Call(gosrc.Select(items, "Or"), absent)
	}
	return items, check
}

// advance makes the parameter ask for the next page.
func (p *pageForm) advance(g *generator) []gosrc.Code {
	var body []gosrc.Code
	if p.More != "" {
		body = append(body, onCursor("more", p.read(g, p.More)))
	}
	first := gosrc.Number(strconv.FormatInt(p.First, 10))
	count := func(args ...gosrc.Code) []gosrc.Code { return append(args, p.target()...) }
	items := gosrc.Name("items")
	differs := onCursor("differs", gosrc.Address(items))
	switch p.Form {
	case model.PagingURL:
		body = append(body, onCursor("locate", p.read(g, p.Next)))
	case model.PagingLink:
		body = append(body, onCursor("link"))
	case model.PagingLast:
		last := []gosrc.Code{gosrc.Name("c"), items}
		last = append(last, literals(p.Element.Names())...)
		body = append(body, onCursor("follow", count(gosrc.Call(gosrc.Name("lastOf"), last...))...))
	case model.PagingNumber:
		current := gosrc.Name("null")
		if p.Current != "" {
			current = p.read(g, p.Current)
		}
		body = append(body, differs, onCursor("count", count(current, first)...))
		body = p.until(g, body, p.Pages)
	case model.PagingOffset:
		elements := gosrc.Call(gosrc.Name("len"), items)
		body = append(body, differs, onCursor("skip", count(elements, first)...))
		body = p.until(g, body, p.Total)
	default:
		body = append(body, onCursor("follow", count(p.read(g, p.Next))...))
	}
	return body
}

func (p *pageForm) until(g *generator, body []gosrc.Code, total model.FieldPath) []gosrc.Code {
	if total == "" {
		return body
	}
	return append(body, onCursor("until", p.read(g, total)))
}

// target are the arguments that say which parameter asks for the next page.
func (p *pageForm) target() []gosrc.Code {
	at := gosrc.Address(gosrc.Select(gosrc.Name("params"), p.param))
	return append([]gosrc.Code{at}, literals(p.Param.Names()[1:])...)
}

// read is the JSON of a field of a page.
func (p *pageForm) read(g *generator, path model.FieldPath) gosrc.Code {
	page, names := gosrc.Name("page"), path.Names()
	field := gosrc.Address(gosrc.Select(page, g.names.Field(p.envelope.ID, names[0])))
	return onCursor("read", append([]gosrc.Code{gosrc.Select(page, "Extra"), gosrc.Text(names[0]), field}, literals(names[1:])...)...)
}

func literals(names []string) []gosrc.Code {
	out := make([]gosrc.Code, len(names))
	for i, name := range names {
		out[i] = gosrc.Text(name)
	}
	return out
}

func onCursor(method string, args ...gosrc.Code) gosrc.Code {
	return gosrc.Call(gosrc.Select(gosrc.Name("c"), method), args...)
}
