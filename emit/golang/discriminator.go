package golang

import (
	"github.com/docgen-go/docgen/emit/naming"
	"github.com/docgen-go/docgen/model"
)

// A toldVariant is a variant that a member of the object tells by its texts.
type toldVariant struct {
	variant
	texts []string
}

// discriminator is the member that the model names, or else the first one that
// tells all objects among the variants apart when it is there: pages also mark
// such members as optional.
func (g *generator) discriminator(union *model.Type, variants []variant) string {
	if union.Discriminator != "" {
		return union.Discriminator
	}
	for _, v := range variants {
		t := g.api.Resolve(v.Type)
		if t.Kind != model.KindObject {
			continue
		}
		for _, f := range t.Fields {
			if told, _ := g.discriminate(f.Name, variants); len(told) > 1 && g.tellsObjects(f.Name, variants) {
				return f.Name
			}
		}
		break
	}
	return ""
}

// tellsObjects reports whether a member has set texts in every object.
func (g *generator) tellsObjects(member string, variants []variant) bool {
	for _, v := range variants {
		switch g.api.Resolve(v.Type).Kind {
		case model.KindObject, model.KindUnion, model.KindMap, model.KindAny:
			if texts, _ := g.tagTexts(v.Type, member); len(texts) == 0 {
				return false
			}
		}
	}
	return true
}

// discriminate finds the variants that a member of the object tells apart. rest
// are those that all their members have to tell: the others, and objects that may come
// without the member. Where two variants share a text, the member tells nothing.
func (g *generator) discriminate(member string, variants []variant) (told []toldVariant, rest []variant) {
	if member == "" {
		return nil, variants
	}
	seen := map[string]bool{}
	for _, v := range variants {
		texts, always := g.tagTexts(v.Type, member)
		for _, text := range texts {
			if seen[text] || text == "" {
				return nil, variants
			}
			seen[text] = true
		}
		if len(texts) > 0 {
			told = append(told, toldVariant{v, texts})
		}
		if !always {
			rest = append(rest, v)
		}
	}
	return told, rest
}

// tagTexts are the texts that a type allows for a member of itself, each once
// and sorted, and whether the member is always there. There are none where the
// type allows any text.
func (g *generator) tagTexts(t *model.Type, member string) (texts []string, always bool) {
	w := tagWalk{g: g, member: member, seen: map[string]bool{}, out: map[string]bool{}, always: true}
	if !w.visit(t) {
		return nil, false
	}
	return sortedKeys(w.out), w.always
}

type tagWalk struct {
	g         *generator
	member    string
	seen, out map[string]bool
	always    bool
}

// visit reports whether the type limits the member to certain texts.
func (w *tagWalk) visit(t *model.Type) bool {
	if t.Kind == model.KindRef {
		if w.seen[t.Ref] {
			return true
		}
		w.seen[t.Ref] = true
		t = w.g.api.Resolve(t)
	}
	switch t.Kind {
	case model.KindObject:
		for _, f := range t.Fields {
			if f.Name == w.member {
				w.always = w.always && f.Required
				return w.texts(w.g.api.Resolve(f.Type))
			}
		}
	case model.KindUnion:
		for _, v := range t.Variants {
			if v.Type.Kind != model.KindNull && !w.visit(v.Type) {
				return false
			}
		}
		return true
	}
	return false
}

func (w *tagWalk) texts(t *model.Type) bool {
	switch {
	case t.Kind == model.KindConst:
		w.out[naming.LiteralText(t.Literal)] = true
	case t.Kind == model.KindEnum:
		for _, v := range t.Enum.Values {
			w.out[naming.LiteralText(v.Literal)] = true
		}
	default:
		return false
	}
	return true
}
