package verify

import (
	"maps"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/source"
)

// types compares two types. A nil type is no value at all. What both sides
// declare as a type of its own is compared once, wherever it is used.
func (c *comparer) types(at location, docs, spec *model.Type) {
	if docs == nil && spec == nil {
		return
	}
	if isRef(docs) && isRef(spec) && again(c.done, c.docs.Resolve(docs), c.spec.Resolve(spec)) {
		return
	}
	c.shapes(at, c.docsShapes.of(docs), c.specShapes.of(spec))
}

// shapes compares what values can be: first which classes of values there are,
// then each class that both have.
func (c *comparer) shapes(at location, docs, spec *shape) {
	c.classes(at, docs, spec)
	c.refinements(at, docs, spec)
	c.literals(at, docs, spec)
	c.objects(at, docs, spec)
	c.elements(at.at("[]", source.Span{}, source.Span{}), docs.arrays, spec.arrays)
	c.elements(at.at("{}", source.Span{}, source.Span{}), docs.maps, spec.maps)
}

// classes counts the JSON types that a value can have. Where the sides differ
// it is one disagreement, whatever the number of classes.
func (c *comparer) classes(at location, docs, spec *shape) {
	d, s := docs.classes(), spec.classes()
	var onlyDocs, onlySpec []string
	for _, class := range d {
		if slices.Contains(s, class) {
			c.agree(Types, 1)
		} else {
			onlyDocs = append(onlyDocs, class)
		}
	}
	for _, class := range s {
		if !slices.Contains(d, class) {
			onlySpec = append(onlySpec, class)
		}
	}
	for i := range max(len(onlyDocs), len(onlySpec)) {
		c.differ(Types, at, nth(onlyDocs, i), nth(onlySpec, i))
	}
}

func nth(list []string, i int) string {
	if i < len(list) {
		return list[i]
	}
	return ""
}

// classes are the JSON types of a shape, sorted. Objects are counted one by
// one where they are paired.
func (s *shape) classes() []string {
	var out []string
	for kind := range s.scalars {
		out = append(out, string(kind))
	}
	for _, l := range s.literals {
		out = append(out, "constant "+literalClass(l))
	}
	if len(s.arrays) > 0 {
		out = append(out, "array")
	}
	if len(s.maps) > 0 {
		out = append(out, "map")
	}
	if s.anything {
		out = append(out, "any")
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func literalClass(l model.Literal) string {
	switch {
	case strings.HasPrefix(string(l), `"`):
		return "string"
	case l == "true" || l == "false":
		return "boolean"
	}
	return "number"
}

// refinements compares what scalars are beyond their JSON type.
func (c *comparer) refinements(at location, docs, spec *shape) {
	for _, kind := range slices.Sorted(maps.Keys(docs.scalars)) {
		other, ok := spec.scalars[kind]
		if !ok {
			continue
		}
		have := docs.scalars[kind]
		c.flag(Integers, at, have.integer, other.integer, "integer")
		c.text(Formats, at, have.format, other.format)
	}
}

// elements compares the types of elements. What both sides compared before is
// not compared again, so circles of arrays end.
func (c *comparer) elements(at location, docs, spec []*model.Type) {
	if len(docs) == 0 || len(spec) == 0 {
		return
	}
	if len(docs) == 1 && len(spec) == 1 {
		if !recurs(docs[0]) && !recurs(spec[0]) || !again(c.doneElements, docs[0], spec[0]) {
			c.types(at, docs[0], spec[0])
		}
		return
	}
	if strings.Count(at.path, "[]")+strings.Count(at.path, "{}") > maxNesting {
		return
	}
	c.shapes(at, c.docsShapes.ofAll(docs), c.specShapes.ofAll(spec))
}

// maxNesting bounds arrays inside arrays where several alternatives at once
// are followed; nothing real comes near it.
const maxNesting = 64

func isRef(t *model.Type) bool { return t != nil && t.Kind == model.KindRef }

// again reports whether the pair was met before, and remembers it.
func again(visited map[typePair]bool, docs, spec *model.Type) bool {
	p := typePair{docs, spec}
	if visited[p] {
		return true
	}
	visited[p] = true
	return false
}

// recurs reports whether a type can contain itself without an object between;
// objects are met once wherever they stand.
func recurs(t *model.Type) bool {
	switch t.Kind {
	case model.KindRef, model.KindUnion, model.KindArray, model.KindMap:
		return true
	}
	return false
}
