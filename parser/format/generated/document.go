package generated

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/names"
	"github.com/docgen-go/docgen/parser/decl"
)

// document makes the document that the pages were written from, nil of no page.
func (b *builder) document() *yaml.Node {
	if len(b.pages) == 0 {
		return nil
	}
	at := b.pages[0].at(0)
	root := at.Mapping()
	at.Put(root, "openapi", at.Text("3.1.0"))
	at.Put(root, "info", at.Mapping())
	if servers := b.servers(); servers != nil {
		at.Put(root, "servers", servers)
	}
	schemes := b.schemes() // before methods that name them
	paths := at.Mapping()
	b.paths(paths)
	at.Put(root, "paths", paths)
	components, schemas := at.Mapping(), at.Mapping()
	for _, s := range b.pages {
		if s.structure != nil {
			s.at(s.structure.at).Put(schemas, b.component[s], b.declare(s))
		}
	}
	at.Put(components, "schemas", schemas)
	if schemes != nil {
		at.Put(components, "securitySchemes", schemes)
	}
	at.Put(root, "components", components)
	if len(paths.Content)+len(schemas.Content) == 0 {
		return nil
	}
	return root
}

// servers are the URLs that paths are relative to, the one of most pages first. That of
// the machine itself is what the generator writes where nobody said one.
func (b *builder) servers() *yaml.Node {
	counts := map[string]int{}
	var order []*pageText
	for _, s := range b.pages {
		url := strings.TrimSuffix(s.base, "/")
		if url == "" || len(s.calls) == 0 {
			continue
		}
		if counts[url]++; counts[url] == 1 {
			order = append(order, s)
		}
	}
	slices.SortStableFunc(order, func(x, y *pageText) int {
		return counts[strings.TrimSuffix(y.base, "/")] - counts[strings.TrimSuffix(x.base, "/")]
	})
	var list *yaml.Node
	for i, s := range order {
		at, url := s.at(s.baseAt), strings.TrimSuffix(s.base, "/")
		if url == "http://localhost" && len(order) == 1 {
			s.tell(b, "no-server", diag.Info, s.baseAt, s.baseAt, "the pages name %s, which the generator writes where no server is known: callers have to give a base URL", url)
			return nil
		}
		if i > 0 {
			s.tell(b, "several-base-urls", diag.Warning, s.baseAt, s.baseAt, "the methods of this page are relative to %s, and those of most pages to %s, which is called", url, strings.TrimSuffix(order[0].base, "/"))
		}
		server := at.Mapping()
		at.Put(server, "url", at.Text(url))
		if list == nil {
			list = at.List()
		}
		list.Content = append(list.Content, server)
	}
	return list
}

// paths puts every method below its path.
func (b *builder) paths(paths *yaml.Node) {
	items, known := map[string]*yaml.Node{}, map[string]*call{}
	for _, s := range b.pages {
		for _, c := range s.calls {
			key := c.verb + " " + names.WithoutSlots(c.path)
			if have := known[key]; have != nil {
				b.twice(c, have)
				continue
			}
			known[key] = c
			b.addPath(paths, items, c)
		}
	}
	for _, s := range b.pages {
		for _, c := range s.listed {
			if key := c.verb + " " + names.WithoutSlots(c.path); known[key] == nil {
				known[key] = c
				b.addPath(paths, items, c)
			}
		}
	}
}

// addPath puts a method below its path.
func (b *builder) addPath(paths *yaml.Node, items map[string]*yaml.Node, c *call) {
	if !c.found {
		c.page.tell(b, "no-section", diag.Warning, c.row, c.row, "no section is about %q, which the index lists: nothing but its verb and path is known", c.name)
	}
	at := c.page.at(c.row)
	item := items[c.path]
	if item == nil {
		item = at.Mapping()
		items[c.path] = item
		at.Put(paths, c.path, item)
	}
	at.Put(item, strings.ToLower(c.verb), b.operation(c))
}

// twice reports a method that stands a second time: the generator writes one for each tag,
// and variants that give the caller more.
func (b *builder) twice(c, have *call) {
	c.page.tell(b, "generated-twice", diag.Info, c.row, c.row, "%q has the verb and the path of %q: it is one method, and what is said there counts", c.name, have.name)
	(*b.diags)[len(*b.diags)-1].See(have.page.file.Span(have.row, have.row), "the one that counts")
}

// apiSuffix is what names of pages end with.
var apiSuffix = regexp.MustCompile(`(?i)[ _-]?api$`)

// tag is the resource of a method: what the title of its page, or its class, is about.
func (c *call) tag() string {
	title := cmp.Or(c.class, c.page.account.Title)
	if i := strings.LastIndexAny(title, `\.:/`); i >= 0 {
		title = title[i+1:]
	}
	if short := apiSuffix.ReplaceAllString(title, ""); short != "" {
		return short
	}
	return title
}

// operation makes the operation of a method.
func (b *builder) operation(c *call) *yaml.Node {
	b.locate(c)
	at := c.page.at(c.start)
	op := at.Mapping()
	at.Put(op, "tags", at.Texts(c.tag()))
	at.Put(op, "operationId", at.Text(c.name))
	at.Say(op, "summary", c.summary)
	at.Say(op, "description", strings.Join(c.doc, "\n\n"))
	params := at.List()
	for _, p := range c.params {
		if p.located == inPath || p.located == inQuery || p.located == inHeader {
			params.Content = append(params.Content, b.parameter(c, p))
		}
	}
	at.Put(op, "parameters", params)
	if body := b.body(c); body != nil {
		at.Put(op, "requestBody", body)
	}
	at.Put(op, "responses", b.responses(c))
	if security := b.security(c); security != nil {
		at.Put(op, "security", security)
	}
	return op
}

func (b *builder) parameter(c *call, p *param) *yaml.Node {
	at := c.page.at(p.start)
	n := at.Mapping()
	at.Put(n, "name", at.Text(p.wire))
	at.Put(n, "in", at.Text(p.located))
	if b.isRequired(c, p) {
		at.Put(n, "required", at.Flag(true))
	}
	if p.deprecated {
		at.Put(n, "deprecated", at.Flag(true))
	}
	at.Put(n, "schema", b.member(c.page, &p.member))
	if p.located == inQuery && p.typ.expr.Op == decl.Array {
		if b.lists++; b.lists == 1 {
			b.listsAt = c.page.file.Span(p.start, p.end)
		}
		b.note(c.page, p.start, model.FactStyle, model.SourceName)
	}
	return n
}

// isRequired decides whether a call has to give a parameter. Pages of Go mark nothing, but
// the example beside them does; where there is none, nothing but a body is required.
func (b *builder) isRequired(c *call, p *param) bool {
	h, given := c.given[p.name]
	switch {
	case p.located == inPath || p.required:
		return true
	case p.optional || p.hasDef && !isNothing(p.def):
		return false
	case given:
		b.note(c.page, p.start, model.FactRequired, model.SourceExample)
		return !h.optional
	case !c.split && !p.unmarked:
		return true // where all stand in one table, what may be left out is marked
	}
	b.countUnmarked(c.page, &p.member)
	return p.located == inBody
}

// countUnmarked notes a parameter or member of which nothing says whether it is required.
func (b *builder) countUnmarked(s *pageText, m *member) {
	if b.unmarked++; b.unmarked == 1 {
		b.unmarkedAt = s.file.Span(m.start, m.end)
	}
	b.note(s, m.start, model.FactRequired, model.SourceName)
}
