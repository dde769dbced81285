package openapi

import (
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/docgen-go/docgen/model"
)

// parameters lists what travels outside the body: the parameters, then what
// the examples always send, as parameters with one allowed value.
func (e *exporter) parameters(m *model.Method, queryInPath bool) *yaml.Node {
	list := sequence()
	seen := map[string]bool{}
	send := func(location model.Location, name string, node *yaml.Node) {
		if key := string(location) + " " + strings.ToLower(name); !seen[key] && !reserved(location, name) {
			seen[key] = true
			add(list, node)
		}
	}
	for _, p := range m.Params {
		send(p.Location, p.Name, e.parameter(p))
	}
	if !queryInPath {
		for _, q := range m.Query {
			send(model.LocationQuery, q.Name, fixed(model.LocationQuery, q))
		}
	}
	for _, h := range e.api.HeadersOf(m) {
		send(model.LocationHeader, h.Name, fixed(model.LocationHeader, h))
	}
	return list
}

// reserved headers are described elsewhere in a document; OpenAPI ignores
// parameters of these names.
func reserved(location model.Location, name string) bool {
	switch strings.ToLower(name) {
	case "accept", "content-type", "authorization":
		return location == model.LocationHeader
	}
	return false
}

func (e *exporter) parameter(p *model.Param) *yaml.Node {
	name := p.Name
	if p.Style == "brackets" {
		name += "[]"
	}
	out := pairs("name", text(name), "in", text(string(p.Location)))
	if p.Required || p.Location == model.LocationPath {
		set(out, "required", boolean(true))
	}
	set(out, "description", description(p.Doc))
	if p.Deprecated != "" {
		setDeprecated(out, p.Deprecated)
	}
	switch p.Style {
	case "comma":
		set(out, "style", text("form"))
		set(out, "explode", boolean(false))
	case "space", "pipe":
		set(out, "style", text(p.Style+"Delimited"))
		set(out, "explode", boolean(false))
	}
	if t := e.api.Resolve(p.Type); p.Location == model.LocationQuery && p.Style != "json" && t != nil && (t.Kind == model.KindObject || t.Kind == model.KindMap) {
		set(out, "style", text("deepObject")) // created[gte]=1, as clients send it
		set(out, "explode", boolean(true))
	}
	bare := p.Field
	bare.Doc, bare.Deprecated = "", ""
	if schema := e.field(&bare); p.Style == "json" {
		set(out, "content", pairs("application/json", pairs("schema", schema)))
	} else {
		put(out, "schema", schema)
	}
	return out
}

func fixed(location model.Location, c model.Constant) *yaml.Node {
	return pairs("name", text(c.Name), "in", text(string(location)), "required", boolean(true),
		"schema", pairs("type", text("string"), "const", text(c.Value)))
}
