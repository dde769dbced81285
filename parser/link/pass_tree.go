package link

import (
	"cmp"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model"
)

// tree builds the resources, sorted by ID, and puts methods and types into them.
func (l *linker) tree() {
	nodes := map[string]*model.Resource{}
	for m := range l.eachMethod() {
		r := l.node(nodes, l.resourceOf[m.ID])
		r.Methods = append(r.Methods, m)
	}
	for t := range l.eachType() {
		if t.Resource != "" && !t.Anonymous {
			r := l.node(nodes, t.Resource)
			r.Types = append(r.Types, t.ID)
		}
	}
	for resource, events := range l.carried {
		l.node(nodes, resource).Events = events
	}
	for _, r := range l.in.Resources {
		if n := nodes[r.ID]; n != nil && n.Title == "" {
			n.Title, n.Doc, n.Span = r.Title, r.Doc, r.Span
		}
	}
	l.unusedStructures()
	l.api.Types = l.sortedTypes()
	sortTree(l.api.Resources)
}

// node returns the resource with the ID, made with its parents when new.
func (l *linker) node(nodes map[string]*model.Resource, id string) *model.Resource {
	if r := nodes[id]; r != nil {
		return r
	}
	parent, name := "", id
	if i := strings.LastIndexByte(id, '.'); i >= 0 {
		parent, name = id[:i], id[i+1:]
	}
	r := &model.Resource{ID: id, Name: name}
	nodes[id] = r
	siblings := &l.api.Resources
	if parent != "" {
		siblings = &l.node(nodes, parent).Resources
	}
	*siblings = append(*siblings, r)
	return r
}

// sortTree orders resources by name and methods by their place in the page,
// which is the order that readers of the reference know.
func sortTree(rs []*model.Resource) {
	slices.SortFunc(rs, func(a, b *model.Resource) int { return cmp.Compare(a.ID, b.ID) })
	for _, r := range rs {
		sortTree(r.Resources)
	}
}
