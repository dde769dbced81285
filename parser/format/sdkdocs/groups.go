package sdkdocs

import (
	"cmp"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/parser/link"
)

// groups finds the resource that each heading of a page opens. Pages print the
// headings of all sub-resources on one level, so the tree is rebuilt: from the
// pages of the methods below a heading where there are any, and from the paths
// of those methods elsewhere.
func (r *resolution) groups(p int, root string) map[int]string {
	s := r.pages[p]
	out := map[int]string{}
	methods := methodsBelow(s.units)
	var open []string // the chain of resources down to the last one
	for g := range s.units {
		u := &s.units[g]
		if u.kind != groupUnit || u.headings[0].Level == 0 {
			continue
		}
		id := cmp.Or(r.resourceFromMethods(methods[g], root), breadcrumb(u.title(), root))
		if id == "" && len(open) == 0 {
			id = firstGroup(root, u.title())
		}
		if id == "" {
			id = nest(open, root, link.Slug(u.title()), pathsBelow(methods[g]))
		}
		out[g] = id
		open = append(chain(open, id), id)
	}
	return out
}

// maxNesting is how deep resources may nest by what stands on a page. Real ones
// stay below 8; the names of all that is below them grow with each level.
const maxNesting = 32

// crumb parts the resources in a heading that names all of them, outermost
// first: "Depots › Parcels".
const crumb = "›"

// breadcrumb is the resource of such a heading, or "" for any other. Where the
// page stands in the tree decides what the resources above it are.
func breadcrumb(title, root string) string {
	if !strings.Contains(title, crumb) {
		return ""
	}
	var names []string
	for _, part := range strings.SplitN(title, crumb, maxNesting) {
		names = append(names, link.Slug(part))
	}
	own := slices.Index(names, root[strings.LastIndexByte(root, '.')+1:])
	if root == "" || own < 0 {
		return joinID(names)
	}
	return joinID(append([]string{root}, names[own+1:]...))
}

// lastCrumb is what a heading calls its resource, without those above it.
func lastCrumb(title string) string {
	if i := strings.LastIndex(title, crumb); i >= 0 {
		title = title[i+len(crumb):]
	}
	return strings.TrimSpace(title)
}

// firstGroup is the resource of a page's first heading: the page's own, or on
// a page without a place of its own, the heading's.
func firstGroup(root, title string) string {
	if root != "" {
		return root
	}
	return link.Slug(title)
}

// chain cuts the chain of open resources back to those above id.
func chain(open []string, id string) []string {
	for len(open) > 0 && !hasPrefix(id, open[len(open)-1]) {
		open = open[:len(open)-1]
	}
	return open
}

// resourceFromMethods is the one resource of those methods that are known, or ""
// where there is none or more than one.
func (r *resolution) resourceFromMethods(methods []*unit, root string) string {
	found := ""
	for _, u := range methods {
		id := r.onlyBelow(u, root)
		if id == "" {
			continue
		}
		resource := id[:max(strings.LastIndexByte(id, '.'), 0)]
		if found != "" && found != resource {
			return ""
		}
		found = resource
	}
	return found
}

// methodsBelow are the methods of a page by the group that they stand below.
func methodsBelow(units []unit) map[int][]*unit {
	out := map[int][]*unit{}
	for i := range units {
		if u := &units[i]; u.kind == methodUnit {
			out[u.group] = append(out[u.group], u)
		}
	}
	return out
}

// onlyBelow returns the known method with the unit's address below a resource,
// if there is exactly one.
func (r *resolution) onlyBelow(u *unit, root string) string {
	found := ""
	for _, id := range r.known[endpoint(u)] {
		if hasPrefix(id, root) {
			if found != "" {
				return ""
			}
			found = id
		}
	}
	return found
}

// pathsBelow are the fixed segments of the paths of methods.
func pathsBelow(methods []*unit) []string {
	var out []string
	for _, u := range methods {
		for segment := range strings.SplitSeq(u.path, "/") {
			if segment != "" && !strings.HasPrefix(segment, "{") {
				out = append(out, link.Slug(segment))
			}
		}
	}
	return out
}

// nest puts a resource below the last open one that its methods' paths pass
// through, or else below the page's own.
func nest(open []string, root, slug string, segments []string) string {
	for _, parent := range slices.Backward(open) {
		name := parent[strings.LastIndexByte(parent, '.')+1:]
		if name != slug && slices.Contains(segments, name) && len(parent) > len(root) && strings.Count(parent, ".") < maxNesting {
			return parent + "." + slug
		}
	}
	if root == "" {
		return slug
	}
	return root + "." + slug
}
