package captured

import (
	"cmp"
	"path"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/parser/link"
)

// names finds the names of each method by its verb and path, for the dialects
// that print none.
func names(docs []*document) map[string][]string {
	out := map[string][]string{}
	naming := slices.DeleteFunc(slices.Clone(docs), func(d *document) bool { return d.dialect.Traits().Names == 0 })
	slices.SortStableFunc(naming, func(a, b *document) int { return a.dialect.Traits().Names - b.dialect.Traits().Names })
	for _, d := range naming {
		for _, m := range d.methods {
			if len(m.names) > 1 && out[m.endpoint()] == nil {
				out[m.endpoint()] = slugs(m.names)
			}
		}
	}
	return out
}

func slugs(names []string) []string {
	out := make([]string, len(names))
	for i, n := range names {
		out[i] = link.Slug(strings.TrimSuffix(n, "()"))
	}
	return out
}

// A pathfinder gives files whose names the capture does not show the path that
// they would have.
type pathfinder struct {
	names map[string][]string
	// titled are the paths that the capture gives, without dialect, by title.
	titled map[string]string
	taken  map[string]bool
}

func newPathfinder(docs []*document) *pathfinder {
	p := &pathfinder{names: names(docs), titled: map[string]string{}, taken: map[string]bool{}}
	for _, d := range docs {
		if d.name != "" {
			p.titled[d.title()] = strings.TrimPrefix(d.name, d.dialect.Name()+"/")
		}
	}
	return p
}

func (p *pathfinder) path(d *document) string {
	name := d.name
	if name == "" {
		name = p.below(d)
		if !d.dialect.Traits().AtRoot {
			name = path.Join(d.dialect.Name(), name)
		}
	}
	return p.free(name)
}

// free is a path that no other file has.
func (p *pathfinder) free(name string) string {
	for p.taken[name] {
		name = strings.TrimSuffix(strings.TrimSuffix(name, "index.md"), ".md") + "more/index.md"
	}
	p.taken[name] = true
	return name
}

// below is the path of a file below the folder of its dialect.
func (p *pathfinder) below(d *document) string {
	var ids [][]string
	for _, m := range d.methods {
		if names := p.names[m.endpoint()]; names != nil {
			ids = append(ids, names)
		}
	}
	switch {
	case len(ids) == 1 && len(d.methods) == 1:
		return pagePath(ids[0], true)
	case len(ids) > 0:
		return pagePath(commonNames(ids), false)
	case len(d.methods) > 0:
		return cmp.Or(link.Slug(d.title()), "untitled") + ".md" // its own path will name it
	case p.titled[d.title()] != "":
		return p.titled[d.title()]
	}
	return pagePath([]string{cmp.Or(link.Slug(d.title()), "untitled")}, false)
}

// pagePath is the path of the page of a resource, or of the method that comes last.
func pagePath(names []string, method bool) string {
	var b strings.Builder
	for i, name := range names {
		switch {
		case method && i == len(names)-1:
			b.WriteString("methods/")
		case i > 0:
			b.WriteString("subresources/")
		default:
			b.WriteString("resources/")
		}
		b.WriteString(name + "/")
	}
	return b.String() + "index.md"
}

// commonNames are the names that all methods of a page share: its resource.
func commonNames(ids [][]string) []string {
	common := ids[0][:len(ids[0])-1]
	for _, names := range ids[1:] {
		n := 0
		for n < len(common) && n < len(names) && common[n] == names[n] {
			n++
		}
		common = common[:n]
	}
	return slices.Clone(common)
}
