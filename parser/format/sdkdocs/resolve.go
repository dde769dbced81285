package sdkdocs

import (
	"slices"
	"strings"

	"github.com/docgen-go/docgen/parser/link"
)

// A unitRef is a unit on a page.
type unitRef struct{ page, unit int }

// resolution says for every unit to which method or resource it belongs.
type resolution struct {
	pages []*scanned
	// ids are the methods' IDs; resources the IDs of the resources that groups
	// open and that other units stand in.
	ids       map[unitRef]string
	resources map[unitRef]string
	// known are the methods that have a page of their own, by verb and path.
	known map[string][]string
	taken map[string]string // verb and path by ID
}

// resolve finds the IDs. Pages of methods come first: their path is the name.
// Units of other pages are then matched with them, and what no page names gets
// a name derived from its titles and paths.
func resolve(pages []*scanned) *resolution {
	r := &resolution{
		pages: pages, ids: map[unitRef]string{}, resources: map[unitRef]string{},
		known: map[string][]string{}, taken: map[string]string{},
	}
	for p, s := range pages {
		if u := s.methodPage(); u >= 0 {
			r.methodPage(p, u)
		}
	}
	// Deeper pages say more exactly where a method belongs.
	for _, p := range deepestFirst(pages) {
		if pages[p].methodPage() < 0 {
			r.resourcePage(p)
		}
	}
	return r
}

func deepestFirst(pages []*scanned) []int {
	order := make([]int, len(pages))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return len(pages[b].address.names) - len(pages[a].address.names)
	})
	return order
}

func endpoint(u *unit) string { return u.verb + " " + u.path }

func (r *resolution) methodPage(p, u int) {
	s := r.pages[p]
	id := joinID(s.address.names)
	if len(s.address.names) < 2 {
		id = rootless(id, &s.units[u])
	}
	r.assign(unitRef{p, u}, id)
}

// rootless puts a method whose page stands alone below the resource that its
// path names.
func rootless(name string, u *unit) string {
	return resourceOfPath(u.path) + "." + name
}

// resourceOfPath is the last fixed segment of a path that a slot follows or
// that ends it.
func resourceOfPath(path string) string {
	segments := strings.Split(strings.Trim(path, "/"), "/")
	for i := len(segments) - 1; i >= 0; i-- {
		if s := link.Slug(segments[i]); s != "" && !strings.HasPrefix(segments[i], "{") {
			return s
		}
	}
	return "root"
}

func (r *resolution) assign(at unitRef, id string) {
	u := &r.pages[at.page].units[at.unit]
	r.ids[at] = id
	r.resources[at] = id[:max(strings.LastIndexByte(id, '.'), 0)]
	if _, ok := r.taken[id]; !ok {
		r.taken[id] = endpoint(u)
		r.known[endpoint(u)] = append(r.known[endpoint(u)], id)
	}
}

// resourcePage resolves the units of a page that is not a method's own.
func (r *resolution) resourcePage(p int) {
	s := r.pages[p]
	root := joinID(r.resourceNames(s))
	groups := r.groups(p, root)
	for u := range s.units {
		un := &s.units[u]
		at := unitRef{p, u}
		resource := root
		if un.group >= 0 {
			resource = groups[un.group]
		}
		switch un.kind {
		case groupUnit:
			if id, ok := groups[u]; ok {
				resource = id
			}
			r.resources[at] = resource
		case typeUnit, eventUnit:
			r.resources[at] = resource
		case methodUnit:
			r.assign(at, r.methodID(un, root, resource))
		}
	}
}

// resourceNames are the names of the resource that a page is about. A page of
// nothing but events is that of the resource above it, if that one has a page.
func (r *resolution) resourceNames(s *scanned) []string {
	names := s.address.names
	if len(names) < 2 || !slices.ContainsFunc(s.units, func(u unit) bool { return u.kind == eventUnit }) ||
		slices.ContainsFunc(s.units, func(u unit) bool { return u.kind == methodUnit || u.kind == typeUnit }) {
		return names
	}
	above := names[:len(names)-1]
	if slices.ContainsFunc(r.pages, func(o *scanned) bool { return slices.Equal(o.address.names, above) }) {
		return above
	}
	return names
}

// methodID finds the method that a unit is, or derives a name for it.
func (r *resolution) methodID(u *unit, root, resource string) string {
	var below, inside []string
	for _, id := range r.known[endpoint(u)] {
		if hasPrefix(id, root) {
			below = append(below, id)
		}
		if id[:max(strings.LastIndexByte(id, '.'), 0)] == resource {
			inside = append(inside, id)
		}
	}
	switch {
	case len(inside) == 1:
		return inside[0]
	case len(below) == 1:
		return below[0]
	case len(inside) > 1:
		return r.byTitle(inside, u)
	}
	if resource == "" {
		resource = resourceOfPath(u.path)
	}
	return r.free(resource+"."+deriveVerb(u.title(), u.verb, u.path, resource), u)
}

// byTitle picks among methods of one address the one whose name the title has.
func (r *resolution) byTitle(ids []string, u *unit) string {
	slug := link.Slug(u.title())
	for _, id := range ids {
		if strings.Contains(slug, id[strings.LastIndexByte(id, '.')+1:]) {
			return id
		}
	}
	return ids[0]
}

// free makes a derived name unique with the words of the path that tell the
// two methods apart.
func (r *resolution) free(id string, u *unit) string {
	if have, ok := r.taken[id]; !ok || have == endpoint(u) {
		return id
	}
	for _, segment := range slices.Backward(strings.Split(u.path, "/")) {
		if strings.HasPrefix(segment, "{") {
			segment = "by_" + segment
		}
		if slug := link.Slug(segment); slug != "" {
			id += "_" + slug
		}
		if have, ok := r.taken[id]; !ok || have == endpoint(u) {
			return id
		}
	}
	return id + "_" + strings.ToLower(u.verb)
}
