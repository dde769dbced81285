package blueprint

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/source"
	"github.com/docgen-go/docgen/parser/link"
	"github.com/docgen-go/docgen/parser/openapi/tree"
)

// A content is what messages of one place carry: by media type, in their order.
type content struct {
	medias []string
	of     map[string][]*payload
}

// contentOf sorts messages by their media types. Those that carry nothing are left out.
func contentOf(messages []*payload, attributes *member) content {
	c := content{of: map[string][]*payload{}}
	for _, m := range messages {
		if m.body == nil && m.schema == nil && m.attributes == nil && attributes == nil {
			continue
		}
		media := mediaOf(m)
		if media == "" {
			media = guessMedia(m)
		}
		if c.of[media] == nil {
			c.medias = append(c.medias, media)
		}
		c.of[media] = append(c.of[media], m)
	}
	return c
}

// guessMedia is the media type of a message that names none: structures travel as JSON, as
// do values that begin so.
func guessMedia(m *payload) string {
	if m.body == nil || strings.HasPrefix(m.body.text, "{") || strings.HasPrefix(m.body.text, "[") || m.attributes != nil || m.schema != nil {
		return "application/json"
	}
	return "text/plain"
}

func isJSON(media string) bool {
	media, _, _ = strings.Cut(strings.ToLower(media), ";")
	media = strings.TrimSpace(media)
	return media == "application/json" || strings.HasSuffix(media, "+json")
}

// contentNode makes the content of messages. stated says that something states the type of
// the first media type with JSON, or of the first one.
func (b *builder) contentNode(at tree.Position, messages []*payload, attributes *member) (n *yaml.Node, media string, stated bool) {
	c := contentOf(messages, attributes)
	if len(c.medias) == 0 {
		return nil, "", false
	}
	n = at.Mapping()
	media = c.medias[0]
	if i := slices.IndexFunc(c.medias, isJSON); i >= 0 {
		media = c.medias[i]
	}
	for _, name := range c.medias {
		of, here := c.of[name], at.Mapping()
		schema := b.schemaOf(at, of, attributes)
		if schema == nil && !isJSON(name) && isTextMedia(name) {
			schema = scalarOf("string", at)
		}
		if schema != nil {
			at.Put(here, "schema", schema)
		}
		if isJSON(name) {
			b.examples(at, here, of)
		}
		if name == media {
			stated = schema != nil || !isJSON(name)
		}
		at.Put(n, name, here)
	}
	return n, media, stated
}

// isTextMedia reports whether values of a media type are texts of which nothing is known.
func isTextMedia(media string) bool {
	return strings.HasPrefix(media, "text/") || strings.Contains(media, "xml")
}

// schemaOf makes the schema of messages, of which each may state one: alternatives, where
// they differ; nil where none does.
func (b *builder) schemaOf(at tree.Position, messages []*payload, attributes *member) *yaml.Node {
	var all []*yaml.Node
	seen := map[string]bool{}
	for _, m := range messages {
		n := b.schemaOfMessage(m, attributes)
		if n == nil {
			continue
		}
		if key := nodeKey(n); !seen[key] {
			seen[key] = true
			all = append(all, n)
		}
	}
	switch len(all) {
	case 0:
		return nil
	case 1:
		return all[0]
	}
	n := at.Mapping()
	at.Put(n, "oneOf", at.List(all...))
	return n
}

// schemaOfMessage makes the schema that a message states.
func (b *builder) schemaOfMessage(m *payload, attributes *member) *yaml.Node {
	if m.model == "" {
		return b.ownSchema(m, attributes)
	}
	// What a model says has one name, wherever messages refer to it.
	of := b.shared[m.model+"\x00"+m.page.page.Path]
	at := m.page.at(m.at)
	if of == "" {
		schema := b.ownSchema(m, nil)
		if schema == nil {
			return nil
		}
		if ref := tree.Member(schema, "$ref"); ref != nil && len(schema.Content) == 2 {
			return schema
		}
		of = b.free(cmp.Or(link.Camel(m.model), "Model"))
		b.shared[m.model+"\x00"+m.page.page.Path] = of
		at.Put(b.schemas, of, schema)
	}
	n := at.Mapping()
	at.Put(n, "$ref", at.Text("#/components/schemas/"+of))
	return n
}

// ownSchema makes the schema of what a message says itself.
func (b *builder) ownSchema(m *payload, attributes *member) *yaml.Node {
	var described *yaml.Node
	if m.attributes != nil {
		described = b.schema(m.attributes, false, 0)
	} else if attributes != nil && m.schema == nil {
		described = b.schema(attributes, false, 0)
	}
	if m.schema == nil {
		return described
	}
	schema := b.jsonSchema(m)
	switch {
	case schema == nil:
		return described
	case described == nil:
		return schema
	}
	m.page.report("schema-and-attributes", diag.Info, m.schema.start, m.schema.start, "", "the message has attributes and a schema: what both say holds, and the schema where they differ")
	at := m.page.at(m.schema.start)
	both := at.Mapping()
	at.Put(both, "allOf", at.List(described, schema))
	return both
}

// nodeKey is what a node says as one text.
func nodeKey(n *yaml.Node) string {
	var b strings.Builder
	var walk func(n *yaml.Node)
	walk = func(n *yaml.Node) {
		fmt.Fprintf(&b, "%d%q[", n.Kind, n.Value)
		for _, c := range n.Content {
			walk(c)
		}
		b.WriteByte(']')
	}
	walk(n)
	return b.String()
}

// jsonSchema reads the schema of a message, nil where it cannot be read.
func (b *builder) jsonSchema(m *payload) *yaml.Node {
	a := m.schema
	if have, ok := b.read[a]; ok {
		return have
	}
	b.read[a] = nil
	docs, problems := tree.Parse(m.page.file, m.page.number, a.start, a.end, a.indent)
	broken := len(docs) == 0 || docs[0].Kind != yaml.MappingNode
	for _, p := range problems {
		broken = broken || p.Broken
		m.page.report("unreadable-schema", diag.Warning, p.Start, p.End, p.Help, "%s", p.Message)
	}
	if broken {
		m.page.report("unreadable-schema", diag.Warning, a.start, a.end, "write JSON Schema as one object", "the schema cannot be read: nothing is known of the message but its example")
		return nil
	}
	from, to := m.page.file.Span(a.start, a.start).Start, m.page.file.Span(a.end, a.end).Start
	b.shapes[m.page.page.Path] = append(b.shapes[m.page.page.Path], [2]source.Pos{from, to})
	n := b.hoist(m, docs[0])
	b.read[a] = n
	return n
}

// hoist gives a schema that refers to its own parts a place among the components, where
// these are found.
func (b *builder) hoist(m *payload, schema *yaml.Node) *yaml.Node {
	if !refersToItself(schema) {
		return schema
	}
	at := m.page.at(m.schema.start)
	name := m.model
	if title := tree.Member(schema, "title"); name == "" && title != nil {
		name = title.Value
	}
	id := b.free(cmp.Or(link.Camel(name), "Schema"))
	rewriteRefs(schema, "#/components/schemas/"+id)
	at.Put(b.schemas, id, schema)
	n := at.Mapping()
	at.Put(n, "$ref", at.Text("#/components/schemas/"+id))
	return n
}

func refersToItself(n *yaml.Node) bool {
	if n.Kind == yaml.MappingNode {
		if ref := tree.Member(n, "$ref"); ref != nil && strings.HasPrefix(ref.Value, "#") {
			return true
		}
	}
	return slices.ContainsFunc(n.Content, refersToItself)
}

func rewriteRefs(n *yaml.Node, to string) {
	if n.Kind == yaml.MappingNode {
		if ref := tree.Member(n, "$ref"); ref != nil && strings.HasPrefix(ref.Value, "#") {
			ref.Value = to + strings.TrimSuffix(ref.Value[1:], "/")
		}
	}
	for _, c := range n.Content {
		rewriteRefs(c, to)
	}
}

// maxExamples is how many bodies are examples of one message.
const maxExamples = 100

// examples adds the bodies of messages as examples.
func (b *builder) examples(at tree.Position, media *yaml.Node, messages []*payload) {
	list := at.Mapping()
	names := map[string]int{}
	for _, m := range messages {
		if m.body == nil {
			continue
		}
		if len(list.Content) >= 2*maxExamples {
			m.page.report("many-examples", diag.Info, m.body.start, m.body.start, "", "more than %d bodies stand here for one message: this one and those behind it are no examples", maxExamples)
			break
		}
		value := b.valueOf(m)
		if value == nil {
			continue
		}
		name := m.name
		if name == "" {
			name = strings.ToLower(strings.Trim(m.status+" example", " "))
		}
		if names[name]++; names[name] > 1 {
			name = fmt.Sprintf("%s %d", name, names[name])
		}
		here := m.page.at(m.body.start)
		example := here.Mapping()
		here.Put(example, "value", value)
		here.Put(list, name, example)
	}
	if len(list.Content) > 0 {
		at.Put(media, "examples", list)
	}
}

// valueOf reads the body of a message as JSON, nil where it is none.
func (b *builder) valueOf(m *payload) *yaml.Node {
	a := m.body
	if have, ok := b.values[a]; ok {
		return have
	}
	docs, problems := tree.Parse(m.page.file, m.page.number, a.start, a.end, a.indent)
	var out *yaml.Node
	if len(docs) > 0 && (docs[0].Kind != yaml.ScalarNode || docs[0].Tag != "!!str" || strings.HasPrefix(a.text, `"`)) {
		out = docs[0]
	}
	for _, p := range problems {
		if p.Broken {
			out = nil
		}
		m.page.report("unreadable-body", diag.Warning, p.Start, p.End, "correct the value: tests are made of it", "the body of this message is read with doubt: %s", p.Message)
	}
	if out == nil && len(problems) == 0 {
		m.page.report("unreadable-body", diag.Warning, a.start, a.end, "write JSON, or name another media type", "the body of this message is no JSON: nothing is known of its type but what is stated")
	}
	b.values[a] = out
	return out
}
