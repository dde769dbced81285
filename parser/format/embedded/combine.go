package embedded

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/parser/link"
	"github.com/docgen-go/docgen/parser/openapi/tree"
)

// A specAPI is a specification and what it says.
type specAPI struct {
	spec *spec
	api  *model.API
}

// combine makes one API of those of several specifications, nil of none. The largest
// keeps its names. The resources of each other one stand below a resource of its own,
// since operations of different specifications are different ones, even where they
// have one verb and path; types that share a name are named after it, too.
func combine(all []specAPI, files tree.Files, diags *diag.List) *model.API {
	if len(all) == 0 {
		return nil
	}
	out := all[0].api
	taken := map[string]bool{}
	for _, r := range out.Resources {
		taken[r.ID] = true
	}
	c := combiner{out: out, resources: taken, types: map[string]bool{}, auth: map[string]bool{}, servers: map[string]bool{}, numbers: map[string]int{}}
	for _, t := range out.Types {
		c.types[t.ID] = true
	}
	for _, a := range out.Auth {
		c.auth[a.ID] = true
	}
	for _, s := range out.Servers {
		c.servers[s.URL] = true
	}
	for _, s := range all[1:] {
		prefix := c.prefix(s.spec)
		c.tell(all[0], s, prefix, files, diags)
		c.add(s.api, prefix)
	}
	if len(all) > 1 {
		intern := model.NewInterner().Importer()
		for _, t := range out.Types {
			t.Type = intern(t.Type)
		}
		for _, m := range out.Methods {
			m.MapTypes(intern)
		}
	}
	slices.SortFunc(out.Resources, func(a, b *model.Resource) int { return strings.Compare(a.ID, b.ID) })
	slices.SortFunc(out.Types, func(a, b *model.NamedType) int { return strings.Compare(a.ID, b.ID) })
	return out
}

type combiner struct {
	out                    *model.API
	resources, types, auth map[string]bool
	servers                map[string]bool
	numbers                map[string]int // of resources that share a name
}

// prefix is the ID of the resource that the resources of a specification get: its
// name, with its version or a number where that is taken.
func (c *combiner) prefix(s *spec) string {
	base := cmp.Or(resourceName(s.name), "specification")
	if versioned := resourceName(s.name + " " + s.version); c.resources[base] && versioned != "" {
		base = versioned
	}
	id := base
	for c.resources[id] {
		c.numbers[base]++
		id = base + "_" + strconv.Itoa(c.numbers[base]+1)
	}
	c.resources[id] = true
	return id
}

func resourceName(s string) string {
	return strings.Trim(strings.ReplaceAll(link.Slug(s), "-", "_"), "_")
}

// tell reports that the pages hold several specifications.
func (c *combiner) tell(first, other specAPI, prefix string, files tree.Files, diags *diag.List) {
	severity, base := diag.Info, ""
	if !first.spec.shares(other.spec) && len(other.spec.servers) > 0 {
		severity, base = diag.Warning, ", and need the base URL "+strings.Join(other.spec.fragments[0].servers(), " or ")
	}
	d := diags.Add("several-specifications", severity, files.Position(other.spec.fragments[0].root), "this is another specification (%q) than that of other pages (%q): its methods are those of the resource %s%s",
		other.spec.name, first.spec.name, prefix, base)
	d.See(files.Position(first.spec.fragments[0].root), "the specification that keeps its names")
	d.Help = "put the pages of each specification into a folder of its own to generate a package for each"
}

// add adds an API below the resource with the ID prefix.
func (c *combiner) add(api *model.API, prefix string) {
	types := map[string]string{}
	for _, t := range api.Types {
		id := t.ID
		for c.types[id] {
			id = prefix + "." + id
		}
		c.types[id], types[t.ID] = true, id
	}
	auth := map[string]string{}
	for _, a := range api.Auth {
		auth[a.ID] = c.credential(a, prefix)
	}
	move := renamer(types)
	for _, t := range api.Types {
		t.ID, t.Type = types[t.ID], move(t.Type)
		if t.Resource != "" {
			t.Resource = prefix + "." + t.Resource
		}
		c.out.Types = append(c.out.Types, t)
	}
	for _, m := range api.Methods {
		m.ID = prefix + "." + m.ID
		m.MapTypes(move)
		for i, id := range m.Auth {
			m.Auth[i] = auth[id]
		}
	}
	below(api.Resources, prefix, types)
	c.out.Resources = append(c.out.Resources, &model.Resource{ID: prefix, Name: prefix, Title: api.Title, Resources: api.Resources})
	for _, s := range api.Servers {
		if !c.servers[s.URL] {
			c.servers[s.URL] = true
			c.out.Servers = append(c.out.Servers, s)
		}
	}
	for _, d := range api.Doubts {
		for i, id := range d.Methods {
			d.Methods[i] = prefix + "." + id
		}
		for i, id := range d.Types {
			d.Types[i] = types[id]
		}
		c.out.Doubts = append(c.out.Doubts, d)
	}
}

// credential adds a credential and returns its ID: one that is sent alike is the same.
func (c *combiner) credential(a model.Auth, prefix string) string {
	for _, have := range c.out.Auth {
		if have.Scheme == a.Scheme && strings.EqualFold(have.Name, a.Name) && have.Prefix == a.Prefix {
			return have.ID
		}
	}
	for c.auth[a.ID] {
		a.ID = prefix + "_" + a.ID
	}
	c.auth[a.ID] = true
	c.out.Auth = append(c.out.Auth, a)
	return a.ID
}

// below puts resources below one with the ID prefix.
func below(list []*model.Resource, prefix string, types map[string]string) {
	for _, r := range list {
		r.ID = prefix + "." + r.ID
		for i, id := range r.Types {
			r.Types[i] = types[id]
		}
		for _, e := range r.Events {
			e.Type = types[e.Type]
		}
		below(r.Resources, prefix, types)
	}
}

// renamer returns a function that gives types the new IDs of what they refer to.
func renamer(ids map[string]string) func(*model.Type) *model.Type {
	moved := map[*model.Type]*model.Type{}
	var move func(t *model.Type) *model.Type
	move = func(t *model.Type) *model.Type {
		if t == nil {
			return nil
		}
		if have := moved[t]; have != nil {
			return have
		}
		c := *t
		if id, ok := ids[t.Ref]; ok {
			c.Ref = id
		}
		c.Elem = move(t.Elem)
		c.Fields = make([]*model.Field, len(t.Fields))
		for i, f := range t.Fields {
			g := *f
			g.Type = move(f.Type)
			c.Fields[i] = &g
		}
		c.Variants = make([]*model.Variant, len(t.Variants))
		for i, v := range t.Variants {
			w := *v
			w.Type = move(v.Type)
			c.Variants[i] = &w
		}
		moved[t] = &c
		return &c
	}
	return move
}
