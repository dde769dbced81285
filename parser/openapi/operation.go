package openapi

import (
	"cmp"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"github.com/docgen-go/docgen/model"
)

func itoa(i int) string { return strconv.Itoa(i) }

// verbs are the members of a path item that are operations.
var verbs = []string{"get", "put", "post", "delete", "options", "head", "patch", "trace", "connect", "query"}

// paths reads every operation, names it and nests it into its resource.
func (r *reader) paths() {
	r.resources = map[string]*model.Resource{}
	r.check(objectPaths, r.root.get("paths"))
	var ops []*operation
	for _, p := range r.root.get("paths").members() {
		if strings.HasPrefix(p.name(), "x-") || r.ctx.Err() != nil {
			continue
		}
		if !strings.HasPrefix(p.name(), "/") {
			r.invalid(p, "the path %q does not begin with a slash", p.name())
		}
		ops = append(ops, r.pathItem(p, p.name(), 0)...)
	}
	r.newNamer(ops).nameAll(ops)
	r.describeResources()
}

// pathItem reads the operations of a path. Its $ref may lead to another file.
func (r *reader) pathItem(item node, path string, depth int) []*operation {
	if refOf(item) != "" {
		if depth > maxRefs {
			r.reportRef(item, "leads back to itself")
			return nil
		}
		target := r.target(item)
		if !target.ok() {
			return nil
		}
		out := r.pathItem(target, path, depth+1)
		return append(out, r.operations(item, path)...)
	}
	return r.operations(item, path)
}

func (r *reader) operations(item node, path string) []*operation {
	r.check(objectPathItem, item)
	var out []*operation
	for _, m := range slices.Concat(item.members(), item.get("additionalOperations").members()) {
		known := slices.Contains(verbs, m.name())
		if !known && !item.get("additionalOperations").get(m.name()).ok() || !m.isMap() {
			continue
		}
		out = append(out, r.operation(item, m, path))
	}
	return out
}

func (r *reader) operation(item, op node, path string) *operation {
	r.check(objectOperation, op)
	r.check(objectExternalDocs, op.get("externalDocs"))
	m := &model.Method{
		Verb:  strings.ToUpper(op.name()),
		Title: cmp.Or(op.get("summary").text(), item.get("summary").text()),
		Doc:   cmp.Or(describedBy(op), item.get("description").text()), Deprecated: deprecation(op), Span: op.span(),
	}
	m.Path, m.Query = splitPath(path)
	if !strings.HasPrefix(m.Path, "/") {
		m.Path = "/" + m.Path
	}
	if tags := op.get("tags").elems(); len(tags) > 1 {
		r.note(tags[1], "an operation stands in one resource, that of its first tag %q", tags[0].text())
	}
	r.auth(m, op)
	r.params(m, item, op)
	r.body(m, op)
	r.responses(m, op)
	r.callbacks(op)
	return &operation{m, op, path}
}

// splitPath takes off what documents append to a path to tell operations of
// one verb and path apart, against the rules but widely: a fixed query
// (/files?beta=true), which a request must send, or a fragment (/files#list),
// which no request sends.
func splitPath(path string) (string, []model.Constant) {
	path, _, _ = strings.Cut(path, "#")
	path, raw, found := strings.Cut(path, "?")
	if !found || strings.Contains(raw, "{") { // which repeats parameters of the query
		return path, nil
	}
	var query []model.Constant
	for pair := range strings.SplitSeq(raw, "&") {
		name, value, _ := strings.Cut(pair, "=")
		query = append(query, model.Constant{Name: unquery(name), Value: unquery(value)})
	}
	return path, query
}

func unquery(s string) string {
	if plain, err := url.QueryUnescape(s); err == nil {
		return plain
	}
	return s
}

// resource returns the resource of an ID, made with those above it where it is new.
func (r *reader) resource(id string) *model.Resource {
	if have := r.resources[id]; have != nil {
		return have
	}
	i := strings.LastIndexByte(id, '.')
	res := &model.Resource{ID: id, Name: id[i+1:]}
	r.resources[id] = res
	siblings := &r.api.Resources
	if i > 0 {
		siblings = &r.resource(id[:i]).Resources
	}
	*siblings = append(*siblings, res)
	return res
}

func sortResources(list []*model.Resource) {
	slices.SortFunc(list, func(a, b *model.Resource) int { return cmp.Compare(a.ID, b.ID) })
	for _, r := range list {
		sortResources(r.Resources)
	}
}

// describeResources adds what tags say of resources.
func (r *reader) describeResources() {
	for _, tag := range r.root.get("tags").elems() {
		r.check(objectTag, tag)
		r.check(objectExternalDocs, tag.get("externalDocs"))
		res := r.resources[resourceID(strings.Split(tag.get("name").text(), "."))]
		if res == nil {
			if tag.get("description").ok() {
				r.note(tag.get("description"), "no operation has the tag %q", tag.get("name").text())
			}
			continue
		}
		title := cmp.Or(tag.get("x-displayName").text(), tag.get("summary").text())
		if name := tag.get("name").text(); title == "" && snake(name) != name {
			title = name
		}
		res.Title, res.Doc, res.Span = cmp.Or(res.Title, title), cmp.Or(res.Doc, describedBy(tag)), tag.span()
	}
}

// callbacks reads what the server sends to the caller as events of the resource.
func (r *reader) callbacks(op node) {
	for _, c := range op.get("callbacks").members() {
		c := named(c, r.follow(c))
		r.check(objectCallback, c)
		for _, item := range c.members() {
			if !strings.HasPrefix(item.name(), "x-") {
				r.events(c.name(), r.follow(item), op)
			}
		}
	}
}

// webhooks reads what the server sends to those that asked for it.
func (r *reader) webhooks() {
	for _, w := range r.root.get("webhooks").members() {
		r.events(w.name(), r.follow(w), node{})
	}
	r.nestEvents()
}

// An event waits for the names of operations, by which its resource is found.
type event struct {
	*model.Event
	// op is the operation that it is a callback of, or the one that says what it is.
	op   node
	hook bool
}

func (r *reader) events(name string, item, of node) {
	r.check(objectPathItem, item)
	for _, m := range item.members() {
		if !slices.Contains(verbs, m.name()) {
			continue
		}
		r.check(objectOperation, m)
		body := r.follow(m.get("requestBody"))
		r.check(objectRequestBody, body)
		_, media := r.pickContent(body.get("content"))
		schema := media.get("schema")
		if !schema.ok() {
			r.unsupported(m, "the event %q carries no body of which a schema says the type; it is not read", name)
			continue
		}
		e := &model.Event{Name: name, Doc: cmp.Or(describedBy(m), m.get("summary").text()), Type: r.eventType(name, schema), Span: m.span()}
		op := m
		if of.ok() {
			op = of
		}
		r.waiting = append(r.waiting, event{e, op, !of.ok()})
	}
}

// eventType is the ID of the named type of what an event carries.
func (r *reader) eventType(name string, schema node) string {
	if refOf(schema) != "" && !structural(schema) {
		if target := r.target(schema); target.ok() {
			return r.declare(schema, target).ID
		}
	}
	if have := r.named[schema.val]; have != nil {
		return have.ID
	}
	t := r.declareAs(schema, r.freeID(camel(name)+"Event"))
	t.Anonymous = true
	return t.ID
}

// nestEvents puts events into the resource of their operation: callbacks into that
// of the method, webhooks into that of their tag.
func (r *reader) nestEvents() {
	type carried struct{ resource, name, typ string }
	seen := map[carried]bool{}
	for _, e := range r.waiting {
		id := "webhooks"
		if tags := e.op.get("tags").texts(); len(tags) > 0 {
			id = cmp.Or(resourceID(strings.Split(tags[0], ".")), id)
		} else if !e.hook {
			id = cmp.Or(r.resourceOf[e.op.val], id)
		}
		res := r.resource(id)
		if key := (carried{id, e.Name, e.Type}); !seen[key] {
			seen[key] = true
			res.Events = append(res.Events, e.Event)
		}
	}
}

// freeID is the ID, or with a number where a type has it.
func (r *reader) freeID(id string) string {
	if !r.ids[id] {
		return id
	}
	for i := max(r.numbers[id], 1) + 1; ; i++ {
		if next := id + itoa(i); !r.ids[next] {
			r.numbers[id] = i
			return next
		}
	}
}

// named is a value under the key of another.
func named(key, val node) node { return node{val.doc, key.key, val.val} }
