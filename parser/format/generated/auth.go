package generated

import (
	"cmp"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/names"
	"github.com/docgen-go/docgen/parser/openapi/tree"
)

// schemes makes the credentials that methods name and the overview describes, nil of
// none. One that nothing describes is told by its name, and reported.
func (b *builder) schemes() *yaml.Node {
	described := map[string]*yaml.Node{}
	at := b.pages[0].at(0)
	out := at.Mapping()
	for _, s := range b.pages {
		for _, c := range s.schemes {
			if n := schemeOf(s.at(c.start), c.facts); n != nil && described[names.Letters(c.name)] == nil {
				described[names.Letters(c.name)] = n
			}
		}
	}
	done := map[string]bool{}
	b.unsent = map[string]bool{}
	for _, s := range b.pages {
		for _, c := range s.calls {
			for _, m := range c.schemes {
				if done[m.name] {
					continue
				}
				done[m.name] = true
				n := described[names.Letters(m.name)]
				if n == nil {
					n = b.guess(s, m)
					b.unsent[m.name] = n == nil
				}
				if n != nil {
					s.at(m.at).Put(out, m.name, n)
				}
			}
		}
	}
	if len(out.Content) == 0 {
		return nil
	}
	return out
}

// schemeOf reads how a credential is sent: - **Type**: API key.
func schemeOf(at tree.Position, facts map[string]string) *yaml.Node {
	n := at.Mapping()
	low := strings.ToLower(facts["type"])
	name := cmp.Or(facts["api key parameter name"], facts["api key parameter"])
	switch {
	case strings.Contains(low, "api key"):
		in := ""
		for _, where := range []string{"header", "query", "cookie"} {
			if strings.Contains(strings.ToLower(facts["location"]), where) {
				in = where
			}
		}
		if in == "" && strings.Contains(strings.ToLower(facts["location"]), "url") {
			in = "query"
		}
		if in == "" || name == "" {
			return nil
		}
		at.Put(n, "type", at.Text("apiKey"))
		at.Put(n, "name", at.Text(name))
		at.Put(n, "in", at.Text(in))
	case strings.Contains(low, "basic"):
		at.Put(n, "type", at.Text("http"))
		at.Put(n, "scheme", at.Text("basic"))
	case strings.Contains(low, "bearer"), strings.Contains(low, "oauth"), strings.Contains(low, "openid"):
		at.Put(n, "type", at.Text("http"))
		at.Put(n, "scheme", at.Text("bearer"))
	default:
		return nil
	}
	return n
}

// guess tells a credential by its name, nil where that says nothing.
func (b *builder) guess(s *pageText, m mention) *yaml.Node {
	low, kind := names.Letters(m.name), ""
	switch {
	case strings.Contains(low, "basic"):
		kind = "basic"
	case strings.Contains(low, "bearer"), strings.Contains(low, "oauth"), strings.Contains(low, "jwt"):
		kind = "bearer"
	}
	const help = "put the README.md of the client beside its docs folder, which says how it is sent, or add it under authentication in docgen.yaml"
	if kind == "" {
		s.tell(b, "undescribed-credential", diag.Warning, m.at, m.at+len(m.name), "no page says how the credential %q is sent: the client has no option for it", m.name)
		(*b.diags)[len(*b.diags)-1].Help = help
		return nil
	}
	s.tell(b, "undescribed-credential", diag.Warning, m.at, m.at+len(m.name), "no page says how the credential %q is sent: by its name, it is taken for HTTP %s authentication", m.name, kind)
	(*b.diags)[len(*b.diags)-1].Help = help
	at := s.at(m.at)
	n := at.Mapping()
	at.Put(n, "type", at.Text("http"))
	at.Put(n, "scheme", at.Text(kind))
	return n
}

// security makes the credentials of a method, alternatives of each other; nil where the
// page says nothing.
func (b *builder) security(c *call) *yaml.Node {
	at := c.page.at(c.start)
	if c.public {
		return at.List()
	}
	var out *yaml.Node
	given := map[string]bool{}
	for _, m := range c.schemes {
		if b.unsent[m.name] || given[m.name] {
			continue
		}
		given[m.name] = true
		from := c.page.at(m.at)
		one := from.Mapping()
		from.Put(one, m.name, from.List())
		if out == nil {
			out = at.List()
		}
		out.Content = append(out.Content, one)
	}
	return out
}
