package blueprint

import (
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/names"
	"github.com/docgen-go/docgen/parser/openapi/tree"
)

// document makes the document that the pages say, nil of none.
func (b *builder) document() *yaml.Node {
	if len(b.pages) == 0 {
		return nil
	}
	at := b.pages[0].at(0)
	root, info := at.Mapping(), at.Mapping()
	at.Put(root, "openapi", at.Text("3.1.0"))
	at.Say(info, "title", b.pages[0].title)
	at.Put(root, "info", info)
	if servers := b.servers(); servers != nil {
		at.Put(root, "servers", servers)
	}
	b.schemas = at.Mapping()
	for _, s := range b.pages {
		for _, st := range s.structures {
			if id := b.component[st.member]; id != "" {
				s.at(st.start).Put(b.schemas, id, b.declare(st))
			}
		}
	}
	paths := at.Mapping()
	b.paths(paths)
	at.Put(root, "paths", paths)
	if tags := b.tags(); len(tags.Content) > 0 {
		at.Put(root, "tags", tags)
	}
	components := at.Mapping()
	at.Put(components, "schemas", b.schemas)
	at.Put(root, "components", components)
	if len(paths.Content)+len(b.schemas.Content) == 0 {
		return nil
	}
	return root
}

// declare makes the schema of a structure.
func (b *builder) declare(st *structure) *yaml.Node {
	if st.generic {
		return st.page.at(st.start).Mapping()
	}
	m := *st.member
	m.doc = st.doc
	b.component[&m] = b.component[st.member]
	if m.spec.name == "" {
		m.spec.name = "object"
	}
	if next := b.find(st.page, m.spec.name); next != nil && next.member == st.member {
		m.page.report("circular-structure", diag.Error, m.start, m.start+len(firstLine(m.page.text[m.start:])), "a structure must not extend itself", "%q extends itself: what it inherits here is not in the model", m.spec.name)
		m.spec.name = "object"
	}
	return b.schema(&m, false, 0)
}

// servers are the URL that paths are relative to: that of the first page. Others are told.
func (b *builder) servers() *yaml.Node {
	var list *yaml.Node
	first := ""
	for _, s := range b.pages {
		url := strings.TrimRight(s.host, "/")
		switch {
		case url == "" || url == first:
		case list == nil:
			first = url
			at := s.at(s.hostAt)
			server := at.Mapping()
			at.Put(server, "url", at.Text(url))
			list = at.List(server)
		default:
			s.report("several-hosts", diag.Warning, s.hostAt, s.hostAt+len(s.host), "generate a package for each", "the actions of this page are relative to %s, and those of the first one to %s, which is called", url, first)
		}
	}
	return list
}

// tags are the groups, and the resources that stand in none.
func (b *builder) tags() *yaml.Node {
	list := b.pages[0].at(0).List()
	seen := map[string]bool{}
	add := func(s *pageText, offset int, name, doc string) {
		name = tagText(name)
		if name == "" || seen[name] {
			return
		}
		seen[name] = true
		at := s.at(offset)
		tag := at.Mapping()
		at.Put(tag, "name", at.Text(name))
		at.Say(tag, "description", doc)
		list.Content = append(list.Content, tag)
	}
	used := map[*group]bool{}
	for _, s := range b.pages {
		for _, r := range s.resources {
			if r.group != nil && len(r.actions) > 0 {
				used[r.group] = true
			}
		}
	}
	for _, s := range b.pages {
		for _, g := range s.groups {
			if used[g] {
				add(s, g.at, g.name, g.doc)
			}
		}
		for _, r := range s.resources {
			if r.group == nil && len(r.actions) > 0 {
				add(s, r.at, r.name, r.doc)
			}
		}
	}
	return list
}

// An endpoint is the verb and the path of an action, with the action.
type endpoint struct {
	verb, path string
	*action
	template template
}

// paths puts every action below its path. One that stands twice is one method with the
// messages of both.
func (b *builder) paths(paths *yaml.Node) {
	known := map[string]*endpoint{}
	var order []*endpoint
	for _, s := range b.pages {
		for _, r := range s.resources {
			if len(r.actions) == 0 {
				s.report("resource-without-action", diag.Warning, r.at, r.at+len(firstLine(s.text[r.at:])), "write a heading such as ## List cranes [GET] below it", "the resource %q has no action: it gives no method", r.uri)
			}
			for _, a := range r.actions {
				e := b.endpoint(r, a)
				key := e.verb + " " + names.WithoutSlots(e.path)
				if have := known[key]; have != nil {
					b.twice(have, e)
					continue
				}
				known[key], order = e, append(order, e)
			}
		}
	}
	operationIDs := nameActions(order)
	items := map[string]*yaml.Node{}
	for _, e := range order {
		at := e.of.page.at(e.at)
		item := items[e.path]
		if item == nil {
			item = at.Mapping()
			items[e.path] = item
			at.Put(paths, e.path, item)
		}
		put := item
		if !knownToOpenAPI[e.verb] {
			if put = tree.Member(item, "additionalOperations"); put == nil {
				put = at.Mapping()
				at.Put(item, "additionalOperations", put)
			}
			at.Put(put, e.verb, b.operation(e, operationIDs[e]))
			continue
		}
		at.Put(put, strings.ToLower(e.verb), b.operation(e, operationIDs[e]))
	}
}

// knownToOpenAPI are the verbs that are members of paths.
var knownToOpenAPI = map[string]bool{
	"GET": true, "PUT": true, "POST": true, "DELETE": true, "OPTIONS": true, "HEAD": true, "PATCH": true, "TRACE": true, "CONNECT": true, "QUERY": true,
}

// endpoint finds the verb and the path of an action.
func (b *builder) endpoint(r *resource, a *action) *endpoint {
	uri := r.uri
	if a.uri != "" {
		uri = a.uri
	}
	if scheme, rest, ok := strings.Cut(uri, "://"); ok {
		host, path, _ := strings.Cut(rest, "/")
		if url := scheme + "://" + host; url != strings.TrimRight(r.page.host, "/") {
			r.page.report("several-hosts", diag.Warning, a.at, a.at+len(firstLine(r.page.text[a.at:])), "name it as HOST", "the URI names the host %s, which is not the one that is called", url)
		}
		uri = "/" + path
	}
	t := templateOf(uri)
	if !strings.HasPrefix(t.path, "/") {
		t.path = "/" + t.path
	}
	return &endpoint{verb: a.verb, path: t.path, action: a, template: t}
}

// twice adds an action to the one of the same verb and path.
func (b *builder) twice(have, e *endpoint) {
	s := e.of.page
	s.report("action-twice", diag.Info, e.at, e.at+len(firstLine(s.text[e.at:])), "", "%s %s stands on the pages twice: it is one method, with the messages of both", e.verb, e.path)
	s.diags[len(s.diags)-1].See(have.of.page.file.Span(have.at, have.at), "the first one")
	seen := map[string]bool{}
	for _, p := range have.params {
		seen[p.name] = true
	}
	for _, p := range e.params {
		if !seen[p.name] {
			have.params = append(have.params, p)
		}
	}
	for _, v := range e.template.vars {
		if !hasVariable(have.template.vars, v.name) && v.inQuery() {
			have.template.vars = append(have.template.vars, v)
		}
	}
	have.messages = append(have.messages, e.messages...)
	have.headers = append(have.headers, e.headers...)
	have.doc = joined(have.doc, e.doc)
	if have.attributes == nil {
		have.attributes = e.attributes
	}
}

func hasVariable(vars []variable, name string) bool {
	for _, v := range vars {
		if v.name == name {
			return true
		}
	}
	return false
}

// nameActions gives each action the name that its method is called by: its own, with that
// of its resource where actions of one group share it.
func nameActions(order []*endpoint) map[*endpoint]string {
	count := map[[2]string]int{}
	key := func(e *endpoint) [2]string { return [2]string{tagOf(e.of), strings.ToLower(tagText(e.name))} }
	for _, e := range order {
		count[key(e)]++
	}
	out := map[*endpoint]string{}
	for _, e := range order {
		name := tagText(e.name)
		if name != "" && count[key(e)] > 1 {
			name = "" // which that of its resource tells apart, or else its path
			if of := tagText(e.of.name); of != "" && of != tagOf(e.of) {
				name = tagText(e.name) + " " + of
			}
		}
		out[e] = name
	}
	return out
}

// tagOf is the group of a resource, or its own name.
func tagOf(r *resource) string {
	if r.group != nil {
		return tagText(r.group.name)
	}
	return tagText(r.name)
}
