package link

import (
	"slices"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/parser/assemble"
)

// shared sorts the candidates of one name, the main one first, and takes out
// those whose name is not that of a type at large. On the pages of clients a
// choice may have the name of a class inside another: the Content of a result
// and the Content of a message are between different things. Such a structure
// stays in its place, and is named after that.
func (l *linker) shared(cs []*candidate) []*candidate {
	slices.SortFunc(cs, compareCandidates)
	main, known := cs[0], cs[0].declared || !cs[0].client
	several := len(cs) > 1 && slices.ContainsFunc(cs[1:], func(c *candidate) bool { return c.isChoice() && !viewOf(main, c) })
	return slices.DeleteFunc(cs, func(c *candidate) bool {
		switch {
		case !c.client || !c.isChoice() || c.declared:
			return false
		case known && viewOf(main, c), !known && !several:
			return false
		}
		l.local[nameShape{c.name, c.shape}] = c.occurrences[0]
		return true
	})
}

func (c *candidate) isChoice() bool { return c.kind == model.KindUnion || c.kind == model.KindEnum }

// viewOf reports whether a choice is what main is made of: main itself, a part
// of its alternatives, or the element of a list that it is.
func viewOf(main, c *candidate) bool {
	if !main.isChoice() {
		return main.kind != model.KindObject
	}
	whole := alternatives(main.occurrences[0].Type)
	return !slices.ContainsFunc(alternatives(c.occurrences[0].Type), func(name string) bool { return !slices.Contains(whole, name) })
}

// alternatives are what a choice is between, by name.
func alternatives(t *model.Type) []string {
	var out []string
	for _, v := range t.Variants {
		if v.Type.Kind == model.KindEnum {
			out = append(out, alternatives(v.Type)...)
			continue
		}
		name, _ := assemble.SplitRef(v.Type.Ref)
		out = append(out, string(v.Type.Kind)+name+string(v.Type.Literal))
	}
	if t.Enum != nil {
		for _, v := range t.Enum.Values {
			out = append(out, string(model.KindConst)+string(v.Literal))
		}
	}
	return out
}

// localOf is the structure that a ref stands for whose name is local, or nil.
func (l *linker) localOf(t *model.Type) *assemble.Occurrence {
	if t.Kind != model.KindRef {
		return nil
	}
	name, shape := assemble.SplitRef(t.Ref)
	return l.local[nameShape{name, shape}]
}
