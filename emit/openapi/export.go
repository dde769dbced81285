// Package openapi writes a model as an OpenAPI 3.1 document: everything the
// model knows that OpenAPI has a form for, in the order of the pages, the same
// bytes for the same model.
//
// It is not part of the compatibility promise.
package openapi

import (
	"cmp"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
)

// Version is the version of OpenAPI that is written.
const Version = "3.1.0"

// Options are what a caller may choose about a document.
type Options struct {
	// Title and Version of the API; OpenAPI demands both. Empty means the
	// model's title and "0.0.0": reference pages carry no version.
	Title, Version string
}

// Export builds the document of an API.
func Export(api *model.API, o Options) *Document {
	e := &exporter{api: api, keys: componentKeys(api.Types)}
	root := mapping()
	set(root, "openapi", text(Version))
	set(root, "info", e.info(o))
	set(root, "servers", e.servers())
	set(root, "tags", e.tags())
	set(root, "paths", e.paths())
	set(root, "components", e.components())
	return &Document{root}
}

// An exporter holds what is decided before anything is written.
type exporter struct {
	api *model.API
	// keys are the component keys of named types, by ID.
	keys map[string]string
}

func (e *exporter) info(o Options) *yaml.Node {
	info := mapping()
	set(info, "title", text(cmp.Or(o.Title, e.api.Title, "API")))
	set(info, "version", text(cmp.Or(o.Version, "0.0.0")))
	return info
}

func (e *exporter) servers() *yaml.Node {
	list := sequence()
	for _, s := range e.api.Servers {
		add(list, pairs("url", text(s.URL)))
	}
	return list
}

// tags describes every resource that has methods, in the order of the tree.
func (e *exporter) tags() *yaml.Node {
	list := sequence()
	var last *model.Resource
	e.api.Methods(func(r *model.Resource, _ *model.Method) bool {
		if r == last {
			return true
		}
		last = r
		tag := pairs("name", text(r.ID))
		set(tag, "description", description(cmp.Or(r.Doc, r.Title)))
		add(list, tag)
		return true
	})
	return list
}

func (e *exporter) components() *yaml.Node {
	schemas := mapping()
	for _, t := range e.api.Types {
		diag.Naming("exporting the type "+t.ID, t.Span, func() { put(schemas, e.keys[t.ID], e.namedType(t)) })
	}
	out := mapping()
	set(out, "schemas", schemas)
	set(out, "securitySchemes", e.securitySchemes())
	return out
}

func (e *exporter) namedType(t *model.NamedType) *yaml.Node {
	schema := e.schema(t.Type)
	if t.Deprecated != "" {
		setDeprecated(schema, t.Deprecated)
	}
	set(schema, "description", description(t.Doc))
	return schema
}

func (e *exporter) securitySchemes() *yaml.Node {
	out := mapping()
	for _, a := range e.api.Auth {
		set(out, a.ID, securityScheme(a))
	}
	return out
}

func securityScheme(a model.Auth) *yaml.Node {
	var s *yaml.Node
	switch a.Scheme {
	case model.AuthBearer, model.AuthBasic:
		s = pairs("type", text("http"), "scheme", text(string(a.Scheme)))
	default:
		s = pairs("type", text("apiKey"), "in", text(string(a.Scheme)), "name", text(a.Name))
	}
	var says []string
	if a.Prefix != "" {
		says = append(says, "The value begins with \""+a.Prefix+"\".")
	}
	if a.Env != "" {
		says = append(says, "The examples read it from the environment variable "+a.Env+".")
	}
	if len(says) > 0 {
		set(s, "description", text(strings.Join(says, " ")))
	}
	return s
}
