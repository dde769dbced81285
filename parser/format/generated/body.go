package generated

import (
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/parser/openapi/tree"
)

// body makes the body of a request, nil where none is sent.
func (b *builder) body(c *call) *yaml.Node {
	at := c.page.at(c.mediaAt)
	for _, p := range c.params {
		if p.located == inBody {
			at = c.page.at(p.start)
			n := at.Mapping()
			at.Say(n, "description", p.doc)
			if b.isRequired(c, p) {
				at.Put(n, "required", at.Flag(true))
			}
			bare := p.member
			bare.doc = ""
			at.Put(n, "content", b.content(c, at, c.sends, b.member(c.page, &bare)))
			return n
		}
	}
	if form := b.form(c, at); form != nil {
		n := at.Mapping()
		if get(form, "required") != nil {
			at.Put(n, "required", at.Flag(true))
		}
		at.Put(n, "content", b.content(c, at, c.sends, form))
		return n
	}
	return nil
}

// form makes the schema of a form of the parameters that are parts of it.
func (b *builder) form(c *call, at tree.Position) *yaml.Node {
	properties, required := at.Mapping(), at.List()
	for _, p := range c.params {
		if p.located != inForm {
			continue
		}
		here := c.page.at(p.start)
		here.Put(properties, p.wire, b.member(c.page, &p.member))
		b.note(c.page, p.start, model.FactLocation, model.SourceName)
		if b.isRequired(c, p) {
			required.Content = append(required.Content, here.Text(p.wire))
		}
	}
	if len(properties.Content) == 0 {
		return nil
	}
	n := at.Mapping()
	at.Put(n, "type", at.Text("object"))
	at.Put(n, "properties", properties)
	if len(required.Content) > 0 {
		at.Put(n, "required", required)
	}
	return n
}

func get(n *yaml.Node, key string) *yaml.Node {
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == key {
			return n.Content[i+1]
		}
	}
	return nil
}

// content makes the content of a body of all its types.
func (b *builder) content(c *call, at tree.Position, types []string, schema *yaml.Node) *yaml.Node {
	n := at.Mapping()
	if len(types) == 0 {
		types = []string{"application/json"}
	}
	seen := map[string]bool{}
	for _, mime := range types {
		if seen[mime] {
			continue
		}
		seen[mime] = true
		media := at.Mapping()
		at.Put(media, "schema", schema)
		at.Put(n, mime, media)
	}
	return n
}

// responses makes the responses of a method. The pages of most languages name no status.
func (b *builder) responses(c *call) *yaml.Node {
	at := c.page.at(c.start)
	n := at.Mapping()
	success := at.Mapping()
	at.Put(success, "description", at.Text(""))
	if c.result != nil {
		from := c.page.at(c.result.start)
		at.Put(success, "content", b.content(c, from, c.accepts, b.schema(c.page, c.result)))
	}
	done, seen := false, map[string]bool{}
	for _, s := range c.statuses {
		from := c.page.at(s.at)
		switch {
		case seen[s.code]:
			c.page.tell(b, "status-twice", diag.Warning, s.at, s.at, "the status %s stands twice; the first one counts", s.code)
		case strings.HasPrefix(s.code, "2") && !done:
			from.Put(n, s.code, success)
			done, seen[s.code] = true, true
		default:
			seen[s.code] = true
			other := from.Mapping()
			from.Put(other, "description", from.Text(s.doc))
			from.Put(n, s.code, other)
		}
	}
	if !done {
		at.Put(n, "2XX", success)
	}
	return n
}
