package link

import (
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/names"
	"github.com/docgen-go/docgen/parser/assemble"
)

// A candidate is all occurrences of one name that have one shape.
type candidate struct {
	name, shape string
	kind        model.Kind
	declared    bool
	domain      string // the resource that declares it
	resource    string // the first resource that shows it
	client      bool   // only pages of clients show it
	count       int
	occurrences []*assemble.Occurrence
}

// identify decides which occurrences of a name are one type. Nearly always all
// are. Where the structures differ both are kept, the main one under the name
// and others under the name of the resource that shows them.
func (l *linker) identify() {
	byName := map[string][]*candidate{}
	index := map[nameShape]*candidate{}
	var names []string
	for _, u := range l.in.Units {
		for _, s := range u.Occurrences {
			key := nameShape{s.Name, s.Shape}
			c := index[key]
			if c == nil {
				c = &candidate{name: s.Name, shape: s.Shape, kind: s.Type.Kind, resource: u.Resource, client: true}
				index[key] = c
				if byName[s.Name] == nil {
					names = append(names, s.Name)
				}
				byName[s.Name] = append(byName[s.Name], c)
			}
			c.add(s, u)
		}
	}
	slices.Sort(names)
	for _, name := range names {
		if cs := l.shared(byName[name]); len(cs) > 0 {
			l.assignIDs(name, cs)
		}
	}
	for range nestedNames {
		if !l.splitByMembers() {
			break
		}
	}
}

func (c *candidate) add(s *assemble.Occurrence, u Unit) {
	c.count++
	c.client = c.client && (u.Client || s.Client)
	c.declared = c.declared || s.Declared
	if s.Domain && c.domain == "" {
		c.domain = u.Resource
	}
	c.occurrences = append(c.occurrences, s)
}

// assignIDs gives IDs to the candidates of one name.
func (l *linker) assignIDs(name string, cs []*candidate) {
	main := cs[0]
	var views, others []*candidate
	of := map[*candidate]*candidate{}
	for _, c := range cs[1:] {
		if of[c] = viewed(main, others, c); of[c] != nil {
			views = append(views, c)
		} else {
			others = append(others, c)
		}
	}
	kept := ""
	if len(others) == 0 || rank(main) < rank(others[0]) || others[0].client && !main.client {
		id := name
		for l.named[id] != nil {
			id += "." + string(main.kind) // a qualified name of another type got here first
		}
		l.adopt(id, main)
	} else {
		// None is the type of that name: whichever led would lose the name as
		// soon as the pages change a little.
		kept = l.apart(main)
	}
	for _, c := range others {
		l.ambiguous(c, l.apart(c), main, kept)
	}
	for _, c := range views {
		l.ids[nameShape{c.name, c.shape}] = l.ids[nameShape{of[c].name, of[c].shape}]
	}
}

// viewed returns the candidate of which c is but another view, or nil: the main
// one, or for a client's view any other that pages print as it travels, first
// those of the resource that shows it.
func viewed(main *candidate, others []*candidate, c *candidate) *candidate {
	if sameType(main, c) {
		return main
	}
	var found *candidate
	for _, o := range others {
		if c.client && !o.client && sameType(o, c) && (found == nil || o.resource == c.resource && found.resource != c.resource) {
			found = o
		}
	}
	return found
}

// ambiguous reports that a name has another structure than that of the main
// candidate. Where the pages give neither of them the name, kept is the ID of the
// main one: one finding tells of both.
func (l *linker) ambiguous(c *candidate, id string, main *candidate, kept string) {
	keeps := "it is kept as " + id
	if kept != "" {
		keeps = "they are kept as " + id + " and " + kept
	}
	l.diags.Add("ambiguous-type", diag.Warning, c.occurrences[0].Span, "%s has two structures, here and elsewhere; %s", c.name, keeps).
		See(main.occurrences[0].Span, "the other structure")
}

// compareCandidates puts the main candidate first: what is not a client's view,
// what a domain section declares, then what any page declares, then what is shown most.
func compareCandidates(a, b *candidate) int {
	if a.client != b.client {
		if a.client {
			return 1
		}
		return -1
	}
	if d := rank(a) - rank(b); d != 0 {
		return d
	}
	if d := b.count - a.count; d != 0 {
		return d
	}
	return strings.Compare(a.shape, b.shape)
}

func rank(c *candidate) int {
	switch {
	case c.domain != "":
		return 0
	case c.declared:
		return 1
	}
	return 2
}

// sameType reports whether c is but another view of main: members shown below
// a field when main is declared as something that is no object, such as an
// array of the object that has them.
func sameType(main, c *candidate) bool {
	if c.client && !main.client {
		return sameNames(main.occurrences[0].Type, c.occurrences[0].Type)
	}
	if c.kind != main.kind {
		return !c.declared
	}
	return c.kind != model.KindObject || extends(main, c) || extends(c, main)
}

// sameNames reports whether a client prints no other members of a type than
// the pages that know how they travel.
func sameNames(printed, client *model.Type) bool {
	has := map[string]bool{}
	for _, f := range printed.Fields {
		has[names.Letters(f.Name)] = true
	}
	other := slices.ContainsFunc(client.Fields, func(f *model.Field) bool { return !has[names.Letters(f.Name)] })
	return printed.Kind == client.Kind && !other
}

// apart keeps a different structure under the resource's name and returns its ID.
func (l *linker) apart(c *candidate) string {
	resource := c.domain
	if resource == "" {
		resource = c.resource
	}
	id := resource + "." + c.name
	if l.named[id] != nil && c.occurrences[0].Sent {
		id += "Param" // what is sent has members that what is received has not
	}
	for l.named[id] != nil {
		id += "." + c.shape[:min(4, len(c.shape))] // two structures in one resource
	}
	l.adopt(id, c)
	return id
}

func (l *linker) adopt(id string, c *candidate) {
	l.ids[nameShape{c.name, c.shape}] = id
	l.named[id] = &model.NamedType{ID: id, Name: c.name, Resource: c.domain}
	l.implied[id], l.printed[id] = !c.declared, !c.client
}

// idFor resolves a ref of an unlinked type that stands in the resource.
func (l *linker) idFor(name, shape, resource string) (string, bool) {
	if shape != "" {
		if id := l.idsIn[shapeIn{nameShape{name, shape}, resource}]; id != "" {
			return id, true
		}
		id, ok := l.ids[nameShape{name, shape}]
		return id, ok
	}
	if id := resource + "." + name; l.named[id] != nil {
		return id, true
	}
	return name, l.named[name] != nil
}
