package captured

import (
	"maps"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/parser/link"
)

// contexts are pages for the methods that both sides have and of which nothing
// but the heading is shown, next to what differs: without them a resource that
// gained a method would look new.
func contexts(diffs []*fileDiff, names map[string][]string) []Page {
	resources := map[string][]string{}
	for _, endpoint := range slices.Sorted(maps.Keys(names)) {
		_, path, _ := strings.Cut(endpoint, " ")
		list := names[endpoint]
		resources[path] = list[:len(list)-1]
	}
	var out []Page
	seen := map[string]bool{}
	for _, s := range diffs {
		for _, u := range s.units {
			endpoint := u.verb + " " + u.path
			resource, ok := near(resources, u.path)
			if !ok || seen[endpoint] || names[endpoint] != nil {
				continue
			}
			seen[endpoint] = true
			verb, _, _ := strings.Cut(u.title, " ")
			w := &pageWriter{}
			w.heading(*u, u.at)
			out = append(out, Page{pagePath(append(slices.Clone(resource), link.Slug(verb)), true), w.text, w.lines})
		}
	}
	return out
}

// near is the resource of the methods at a path, or else of those one segment
// above or below it.
func near(resources map[string][]string, path string) ([]string, bool) {
	if r, ok := resources[path]; ok {
		return r, true
	}
	for _, other := range slices.Sorted(maps.Keys(resources)) {
		if parent(other) == path || parent(path) == other {
			return resources[other], true
		}
	}
	return nil, false
}

func parent(path string) string { return path[:max(strings.LastIndexByte(path, '/'), 0)] }

// heading writes what announces a method.
func (w *pageWriter) heading(u unit, at int32) {
	w.line("# "+u.title, at)
	w.line("**"+strings.ToLower(u.verb)+"** `"+u.path+"`", at)
}
