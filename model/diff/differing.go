package diff

import (
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/source"
)

// Differing is two types laid out, and the parts found on one side only.
type differing struct {
	c                *comparer
	p                location
	old, new         *parts
	oldType, newType *model.Type
	removed, added   []part
}

// A part is what one side has and the other has not. null marks null, which
// older pages don't print. span is where the structure of an alternative stands, and
// declared says that the pages name it.
type part struct {
	text     string
	null     bool
	span     source.Span
	declared bool
	// doc is what the pages say of an alternative, and t the alternative.
	doc string
	t   *model.Type
}

// objects pairs the objects of both sides and compares each pair.
func (d *differing) objects() {
	pairs, gone, added := d.c.pairObjects(d.old.objects, d.new.objects)
	several := len(d.old.objects) > 1 || len(d.new.objects) > 1
	var called map[object]string
	var before, after said
	if several || len(added) > 0 {
		before, after = d.c.old.said(d.oldType), d.c.new.said(d.newType)
	}
	if several {
		called = labels(d.new.objects)
	}
	for _, pair := range pairs {
		a, b := pair[0], pair[1]
		if several {
			d.c.words(d.p.inside(StepAlternative, called[b]), before.of(a), after.of(b))
		}
		if a.named != nil && b.named != nil && !a.named.Anonymous && !b.named.Anonymous {
			if d.c.isOther(a.named, b.named) {
				d.c.add(d.p, TypeChanged, a.named.ID, b.named.ID)
			} else {
				d.c.declareAt(d.p, a.named, b.named)
			}
			continue
		}
		p := d.p
		if a.named != nil {
			p.oldHome = d.c.old.lent(a.named)
		}
		if b.named != nil {
			p.newHome = d.c.new.lent(b.named)
		}
		if several {
			p = p.inside(StepAlternative, called[b])
		}
		d.c.fields(p, a.t, b.t)
	}
	was, is := markOf(d.old.objects), markOf(d.new.objects)
	for _, o := range gone {
		d.removed = append(d.removed, part{text: d.c.old.objectText(o, was), span: o.span(), declared: o.isDeclared()})
	}
	for _, o := range added {
		d.added = append(d.added, part{text: d.c.new.objectText(o, is), span: o.span(), declared: o.isDeclared(), doc: d.docOf(after, o), t: o.t})
	}
}

// isOther reports whether one declared object has the place of another: one of them stands
// for another type of the other side, and they have less than half of their members in
// common. What all these members are is no change of theirs.
func (c *comparer) isOther(a, b *model.NamedType) bool {
	was, now := c.partner[b.ID], c.declared[a.ID]
	stand := was != "" && was != a.ID || now != "" && now != b.ID
	return stand && overlap(fieldNames(a.Type), fieldNames(b.Type)) < 0.5
}

// objectText is the declared name of an object or, where it has none, all that tells it
// from other alternatives.
func (s *side) objectText(o object, mark string) string {
	if o.isDeclared() {
		return o.named.ID
	}
	text := s.text(o.t)
	if tag := o.tag(mark); tag != "" {
		text = tag + " " + text
	}
	if o.title != "" {
		text = o.title + " " + text
	}
	return text
}

// elements compares what lists or maps hold. Several lists are rare; they pair
// in their order.
func (d *differing) elements(before, after []*model.Type, step StepKind, word string) {
	n := min(len(before), len(after))
	for i := range n {
		d.c.types(d.p.inside(step, ""), before[i], after[i])
	}
	for _, t := range before[n:] {
		d.removed = append(d.removed, part{text: word + d.c.old.text(t)})
	}
	for _, t := range after[n:] {
		d.added = append(d.added, part{text: word + d.c.new.text(t)})
	}
}

// report tells what only one side has: alternatives that came or went, or one
// thing in the place of another.
func (d *differing) report() {
	d.removed = d.nulls(untold(d, d.new, d.removed), NeverNull, true)
	d.added = d.nulls(untold(d, d.old, d.added), BecameNullable, false)
	if len(d.removed)+len(d.added) > 0 && (d.isGuessed() || d.c.showsFile(d.p)) {
		d.c.unstated[model.FactType]++
		return
	}
	if len(d.removed) > 0 && len(d.added) > 0 && (d.old.single() || d.new.single() || len(d.removed) == len(d.added)) {
		d.c.add(d.p, d.replacing(), texts(d.removed), texts(d.added)).Inferred = guessesKind(d.p.oldField) || guessesKind(d.p.newField)
		return
	}
	// The subject of an alternative is the union, by which Go's changes are joined.
	for _, x := range d.removed {
		d.c.add(d.p, VariantRemoved, x.text, "").OldSpan = x.at(d.p.oldSpan)
	}
	for _, x := range d.added {
		f := d.c.add(d.p, VariantAdded, "", x.text)
		f.NewSpan, f.newDoc = x.at(d.p.newSpan), x.doc
		f.newMembers = d.c.newMembers(x.t)
	}
}

// isGuessed reports whether one side has the type of a scalar from nothing but the name of
// the member, as pages have it that leave types out.
func (d *differing) isGuessed() bool {
	if d.p.oldField == nil || d.p.newField == nil || !d.c.old.isScalar(d.oldType) || !d.c.new.isScalar(d.newType) {
		return false
	}
	before, after := d.c.old.namesType(d.p.oldField), d.c.new.namesType(d.p.newField)
	return before != after
}

// namesType reports whether pages that leave types out say no more of a value than its name: that of
// a slot in a path, which nothing else may list.
func (s *side) namesType(f *model.Field) bool {
	return s.untyped && (f.Evidence.Of(model.FactType) == model.SourceName || s.methods[f.Span])
}

// isScalar reports whether a type is a scalar or a choice of scalars.
func (s *side) isScalar(t *model.Type) bool {
	if named := s.api.Lookup(t.Ref); named != nil {
		t = named.Type
	}
	return oneScalar(t) || t.Kind == model.KindUnion && !slices.ContainsFunc(t.Variants, func(v *model.Variant) bool { return !oneScalar(v.Type) })
}

func oneScalar(t *model.Type) bool {
	return t.Elem == nil && t.Ref == "" && len(t.Fields)+len(t.Variants) == 0 && t.Enum == nil
}

// nulls takes null out of the parts and reports it as the fact it is.
func (d *differing) nulls(ps []part, kind Kind, had bool) []part {
	return slices.DeleteFunc(ps, func(x part) bool {
		if x.null {
			d.c.maybe(d.p, model.FactNullable, kind, "", "", had, !had)
		}
		return x.null
	})
}

func texts(ps []part) string {
	words := make([]string, len(ps))
	for i, x := range ps {
		words[i] = x.text
	}
	return strings.Join(words, " or ")
}

// at is the place of a part, which is its own where that is known: structures that are
// equal lend each other theirs, but not one further down on the page of the union.
func (x part) at(around source.Span) source.Span {
	own := x.span
	if own.IsZero() || !x.declared && (own.File != around.File || own.Start.Offset < around.Start.Offset) {
		return around
	}
	return own
}
