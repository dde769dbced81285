package openapi

import (
	"cmp"
	"net/url"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
)

// paths lists the operations, paths in the order of their first method.
func (e *exporter) paths() *yaml.Node {
	paths := &yaml.Node{Kind: yaml.MappingNode, Tag: emptyTag}
	ids := unique{}
	e.api.Methods(func(r *model.Resource, m *model.Method) bool {
		key, queryInPath := pathKey(paths, m)
		item := member(paths, key)
		if item == nil {
			item = mapping()
			put(paths, key, item)
		}
		diag.Naming("exporting "+m.ID, m.Span, func() {
			set(item, strings.ToLower(m.Verb), e.operation(r, m, ids.pick(m.ID), queryInPath))
		})
		return true
	})
	return paths
}

// pathKey is the path, unless a method before has it and the same verb.
// OpenAPI has no form for that. A fixed query behind the path tells such
// methods apart where there is one, as published documents do it; else a
// fragment does, which by the rules of URLs no client sends.
func pathKey(paths *yaml.Node, m *model.Method) (key string, queryInPath bool) {
	path := strings.NewReplacer("#", "%23", "?", "%3F").Replace(m.Path)
	if !strings.HasPrefix(path, "/") {
		path = "/" + path
	}
	taken := func(key string) bool {
		item := member(paths, key)
		return item != nil && has(item, strings.ToLower(m.Verb))
	}
	if !taken(path) {
		return path, false
	}
	if query := encodeQuery(m.Query); query != "" && !taken(path+"?"+query) {
		return path + "?" + query, true
	}
	key = path + "#" + slug(m.ID)
	for n := 2; taken(key); n++ {
		key = path + "#" + slug(m.ID) + "_" + strconv.Itoa(n)
	}
	return key, false
}

func encodeQuery(query []model.Constant) string {
	var parts []string
	for _, q := range query {
		parts = append(parts, url.QueryEscape(q.Name)+"="+url.QueryEscape(q.Value))
	}
	return strings.Join(parts, "&")
}

func (e *exporter) operation(r *model.Resource, m *model.Method, id string, queryInPath bool) *yaml.Node {
	op := pairs("operationId", text(id), "tags", texts([]string{r.ID}))
	set(op, "summary", description(m.Title))
	set(op, "description", description(m.Doc))
	if m.Deprecated != "" {
		setDeprecated(op, m.Deprecated)
	}
	set(op, "parameters", e.parameters(m, queryInPath))
	set(op, "requestBody", e.requestBody(m))
	set(op, "responses", e.responses(m))
	set(op, "security", e.security(m))
	return op
}

// security demands all that the examples send: one requirement.
func (e *exporter) security(m *model.Method) *yaml.Node {
	one := mapping()
	for _, id := range m.Auth {
		put(one, id, sequence())
	}
	list := sequence()
	if len(one.Content) > 0 {
		add(list, one)
	}
	if m.Public {
		list.Tag = emptyTag // no credential, rather than nothing known of one
	}
	return list
}

func (e *exporter) requestBody(m *model.Method) *yaml.Node {
	if m.Body == nil {
		return nil
	}
	media := pairs("schema", e.schema(m.Body.Type))
	set(media, "examples", examples(m, requestBody))
	body := mapping()
	if m.Body.Required {
		set(body, "required", boolean(true))
	}
	mime := cmp.Or(m.Body.ContentType, "application/json")
	set(body, "content", pairs(mime, media))
	return body
}

// responses has the one success that the pages document, and the errors. OpenAPI demands a
// description, and the pages have none.
func (e *exporter) responses(m *model.Method) *yaml.Node {
	response := pairs("description", text("Success"))
	if m.Streaming != nil && m.Returns == nil {
		set(response, "content", pairs("text/event-stream", pairs("schema", e.schema(m.Streaming.Type))))
		return e.errors(m, pairs("200", response))
	}
	if m.Returns == nil {
		return e.errors(m, pairs("200", response))
	}
	if m.Returns.Type != nil && m.Returns.Type.Kind == model.KindNull {
		return e.errors(m, pairs(strconv.Itoa(cmp.Or(m.Returns.Status, 204)), response))
	}
	media := pairs("schema", e.schema(m.Returns.Type))
	set(media, "examples", examples(m, responseBody))
	mime := cmp.Or(m.Returns.ContentType, "application/json")
	set(response, "content", pairs(mime, media))
	return e.errors(m, pairs(strconv.Itoa(cmp.Or(m.Returns.Status, 200)), response))
}

// errors adds what failures carry. OpenAPI demands a description of them too.
func (e *exporter) errors(m *model.Method, responses *yaml.Node) *yaml.Node {
	for _, failed := range m.Errors {
		response := pairs("description", text(cmp.Or(failed.Doc, "Failure")))
		if failed.Type != nil {
			set(response, "content", pairs(cmp.Or(failed.ContentType, "application/json"), pairs("schema", e.schema(failed.Type))))
		}
		if !has(responses, failed.Status) {
			put(responses, failed.Status, response)
		}
	}
	return responses
}
