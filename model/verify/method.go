package verify

import (
	"net/textproto"
	"slices"
	"strconv"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/names"
	"github.com/docgen-go/docgen/model/source"
)

// method compares what one operation takes and gives.
func (c *comparer) method(docs, spec *model.Method) {
	at := location{method: docs.ID, docs: docs.Span, spec: spec.Span}
	c.flag(Deprecated, at, docs.Deprecated != "", spec.Deprecated != "", "deprecated")
	c.params(at, docs, spec)
	c.types(at.at("body", source.Span{}, source.Span{}), bodyType(docs), bodyType(spec))
	c.types(at.at("returns", source.Span{}, source.Span{}), returnType(docs), returnType(spec))
}

func bodyType(m *model.Method) *model.Type {
	if m.Body == nil {
		return nil
	}
	return m.Body.Type
}

// returnType is nil for a result that is no JSON: reference pages say nothing
// of the bytes of a download.
func returnType(m *model.Method) *model.Type {
	if m.Returns == nil || m.Returns.Type == nil || m.Returns.Type.Kind == model.KindFile {
		return nil
	}
	return m.Returns.Type
}

// params compares parameters by place and name. Parameters of the path pair by
// position, because their names are never sent.
func (c *comparer) params(at location, docs, spec *model.Method) {
	docsKeys, specKeys := paramKeys(docs), paramKeys(spec)
	pairs, onlyDocs, onlySpec := pairByName(docs.Params, spec.Params,
		func(p *model.Param) string { return docsKeys[p] },
		func(p *model.Param) string { return specKeys[p] })
	for _, p := range pairs {
		c.agree(Parameters, 1)
		c.param(at.at(paramText(p.docs), p.docs.Span, p.spec.Span), p.docs, p.spec)
	}
	for _, p := range onlyDocs {
		if isSaidElsewhere(p) {
			continue
		}
		c.differ(Parameters, at.at(paramText(p), p.Span, source.Span{}), paramText(p), "")
	}
	for _, p := range onlySpec {
		if c.shownByExample(docs, p) {
			c.agree(Parameters, 1)
			continue
		}
		c.differ(Parameters, at.at(paramText(p), source.Span{}, p.Span), "", paramText(p))
	}
}

// isSaidElsewhere reports whether OpenAPI ignores a parameter of the name, because media
// types and security schemes say what it would: nobody can state it in a document.
func isSaidElsewhere(p *model.Param) bool {
	return p.Location == model.LocationHeader && slices.ContainsFunc([]string{"Accept", "Content-Type", "Authorization"}, func(name string) bool {
		return strings.EqualFold(p.Name, name)
	})
}

// param compares two parameters. In a path all of them are required, so
// nothing is counted for it.
func (c *comparer) param(at location, docs, spec *model.Param) {
	if docs.Location == model.LocationPath {
		c.value(at, &docs.Field, &spec.Field)
		return
	}
	c.field(at, &docs.Field, &spec.Field)
}

// shownByExample reports whether the pages have the parameter as something
// that every request example sends: a fixed header, a fixed query, a
// credential. There is no item with a type to compare then.
func (c *comparer) shownByExample(docs *model.Method, p *model.Param) bool {
	named := func(k model.Constant) bool { return sameName(p.Location, k.Name, p.Name) }
	switch p.Location {
	case model.LocationHeader:
		return slices.ContainsFunc(docs.Headers, named) || slices.ContainsFunc(c.docs.Headers, named) ||
			slices.ContainsFunc(c.docs.Auth, func(a model.Auth) bool { return a.InHeader(p.Name) })
	case model.LocationQuery:
		return slices.ContainsFunc(docs.Query, named)
	}
	return false
}

func sameName(location model.Location, a, b string) bool {
	return normalName(location, a) == normalName(location, b)
}

// normalName forgives the case of headers and the brackets that some write
// behind the name of an array in a query.
func normalName(location model.Location, name string) string {
	switch location {
	case model.LocationHeader:
		return textproto.CanonicalMIMEHeaderKey(name)
	case model.LocationQuery:
		return strings.TrimSuffix(name, "[]")
	}
	return name
}

func paramKey(p *model.Param) string {
	return string(p.Location) + " " + normalName(p.Location, p.Name)
}

func paramKeys(m *model.Method) map[*model.Param]string {
	keys := make(map[*model.Param]string, len(m.Params))
	for _, p := range m.Params {
		keys[p] = paramKey(p)
		if p.Location == model.LocationPath {
			keys[p] = pathParamKey(m.Path, p.Name)
		}
	}
	return keys
}

// pathParamKey says which braces of the path the parameter fills.
func pathParamKey(path, name string) string {
	i := names.SlotIndex(path, name)
	if i < 0 {
		return "path " + name
	}
	return "path " + strconv.Itoa(i)
}

func paramText(p *model.Param) string { return string(p.Location) + " " + p.Name }
