package golang

import (
	"strconv"

	"github.com/docgen-go/docgen/emit/golang/gosrc"
	"github.com/docgen-go/docgen/emit/naming"
	"github.com/docgen-go/docgen/model"
)

// A pageForm is how Go follows the pages of a list.
type pageForm struct {
	envelope *model.NamedType
	items    *model.Field
	elem     *model.Type
	param    *model.Param
	next     *model.Field // nil where pages are counted
	more     *model.Field // nil where no field says that pages follow
}

// pages returns how to follow the pages of a list, nil where it is none or Go
// cannot reach what leads from page to page.
func (g *generator) pages(m *model.Method) *pageForm {
	if m.Paging == nil || m.Returns == nil || g.result(m).stream != nil {
		return nil
	}
	_, named := naming.Target(g.api, m.Returns.Type)
	if named == nil || named.Type.Kind != model.KindObject {
		return nil
	}
	p := &pageForm{
		envelope: named, items: fieldNamed(named.Type, m.Paging.Items), param: g.pageParam(m),
		next: fieldNamed(named.Type, m.Paging.Next), more: fieldNamed(named.Type, m.Paging.More),
	}
	if p.items == nil || p.param == nil || m.Paging.Next != "" && p.next == nil {
		return nil
	}
	list := g.api.Resolve(p.items.Type)
	if list.Kind != model.KindArray || list.Elem == nil || g.isFile(list.Elem) {
		return nil
	}
	p.elem = list.Elem
	return p
}

// pageParam is the parameter of the query that selects a page.
func (g *generator) pageParam(m *model.Method) *model.Param {
	for _, p := range g.besides(m) {
		if p.Place == model.PlaceQuery && p.Name == m.Paging.Param {
			return p
		}
	}
	return nil
}

// autoPaging declares the method beside a list that goes through all its pages.
func (g *generator) autoPaging(f gosrc.Writer, r *model.Resource, m *model.Method) {
	p := g.pages(m)
	if p == nil {
		return
	}
	elem := g.goType(p.elem)
	name := g.names.AutoPaging(m.ID)
	doc := name + " gives the elements of all pages of " + g.names.Method(m.ID) +
		", beginning with the page that params ask for. Each further page is a request with opts. After an error there are no more elements."
	f.Func(gosrc.Func{
		Doc:      func() []string { return withDeprecated(wrap(doc), m.Deprecated) },
		Receiver: g.receiver(r), Name: name, Params: g.methodParams(m),
		Results: []gosrc.Code{gosrc.PkgInstance("iter", "Seq2", elem, gosrc.Name("error"))},
		Body:    returns(func() gosrc.Code { return g.eachItem(m, p) }),
	})
}

// eachItem calls the runtime with a function that gets one page.
func (g *generator) eachItem(m *model.Method, p *pageForm) gosrc.Code {
	params := gosrc.Name(g.names.Params(m.ID))
	fetch := gosrc.ClosureWith(
		[]gosrc.Param{{Name: "params", Type: gosrc.Pointer(params)}, {Name: "c", Type: gosrc.Pointer(gosrc.Name("cursor"))}},
		[]gosrc.Code{gosrc.Slice(g.goType(p.elem)), gosrc.Name("error")}, g.fetch(m, p)...)
	return gosrc.Call(gosrc.Name("eachItem"), gosrc.Name("params"), fetch)
}

// fetch gets one page and tells the cursor how to go on.
func (g *generator) fetch(m *model.Method, p *pageForm) []gosrc.Code {
	args := []gosrc.Code{gosrc.Name("ctx")}
	for _, wire := range naming.PathParams(m.Path) {
		args = append(args, gosrc.Name(g.names.Argument(m.ID, wire)))
	}
	args = append(args, gosrc.Deref(gosrc.Name("params")), gosrc.Spread(gosrc.Name("opts")))
	err := gosrc.Name("err")
	body := []gosrc.Code{
		gosrc.Define("page, err", gosrc.Call(gosrc.Select(gosrc.Name("s"), g.names.Method(m.ID)), args...)),
		gosrc.If(gosrc.Binary(err, "!=", gosrc.Name("nil")), gosrc.Return(gosrc.Name("nil"), err)),
	}
	if p.more != nil {
		body = append(body, onCursor("more", gosrc.Address(p.member(g, p.more))))
	}
	items := p.member(g, p.items)
	body = append(body, p.advance(g, m))
	if !p.items.Required || p.items.Nullable {
		items = gosrc.Call(gosrc.Select(items, "Or"), gosrc.Name("nil"))
	}
	return append(body, gosrc.Return(items, gosrc.Name("nil")))
}

// advance makes the parameter ask for the next page.
func (p *pageForm) advance(g *generator, m *model.Method) gosrc.Code {
	param := gosrc.Address(gosrc.Select(gosrc.Name("params"), g.names.Param(m.ID, p.param.Place, p.param.Name)))
	if p.next != nil {
		return onCursor("follow", param, gosrc.Address(p.member(g, p.next)))
	}
	return onCursor("count", param, gosrc.Number(strconv.FormatInt(p.first(), 10)), gosrc.Address(p.member(g, p.items)))
}

// first is the number of the first page, which is 1 unless the pages say that
// it is another.
func (p *pageForm) first() int64 {
	if n, err := strconv.ParseInt(string(p.param.Default), 10, 64); err == nil {
		return n
	}
	return 1
}

// member is a field of a page.
func (p *pageForm) member(g *generator, f *model.Field) gosrc.Code {
	return gosrc.Select(gosrc.Name("page"), g.names.Field(p.envelope.ID, f.Name))
}

func onCursor(method string, args ...gosrc.Code) gosrc.Code {
	return gosrc.Call(gosrc.Select(gosrc.Name("c"), method), args...)
}
