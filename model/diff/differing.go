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
// older pages don't print, and span is where it stands, if it stands alone.
type part struct {
	text string
	null bool
	span source.Span
}

// objects pairs the objects of both sides and compares each pair.
func (d *differing) objects() {
	pairs, gone, added := d.c.pairObjects(d.old.objects, d.new.objects)
	several := len(d.old.objects) > 1 || len(d.new.objects) > 1
	var called map[object]string
	if several {
		called = labels(d.new.objects)
	}
	for _, pair := range pairs {
		a, b := pair[0], pair[1]
		if a.named != nil && b.named != nil && !a.named.Anonymous && !b.named.Anonymous {
			d.c.declareAt(d.p, a.named, b.named)
			continue
		}
		p := d.p
		if several {
			p = p.inside(StepAlternative, called[b])
		}
		d.c.fields(p, a.t, b.t)
	}
	was, is := markOf(d.old.objects), markOf(d.new.objects)
	for _, o := range gone {
		d.removed = append(d.removed, part{text: d.c.old.objectText(o, was), span: o.span()})
	}
	for _, o := range added {
		d.added = append(d.added, part{text: d.c.new.objectText(o, is), span: o.span()})
	}
}

// objectText is the declared name of an object or, where it has none, all that tells it
// from other alternatives.
func (s *side) objectText(o object, mark string) string {
	if o.named != nil && !o.named.Anonymous {
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
	d.removed = d.nulls(d.removed, NeverNull, true)
	d.added = d.nulls(d.added, BecameNullable, false)
	if len(d.removed) > 0 && len(d.added) > 0 && (d.old.single() || d.new.single() || len(d.removed) == len(d.added)) {
		d.c.add(d.p, d.replacing(), texts(d.removed), texts(d.added))
		return
	}
	for _, x := range d.removed {
		p := d.p
		p.oldSpan = orSpan(x.span, p.oldSpan)
		d.c.add(p, VariantRemoved, x.text, "")
	}
	for _, x := range d.added {
		p := d.p
		p.newSpan = orSpan(x.span, p.newSpan)
		d.c.add(p, VariantAdded, "", x.text)
	}
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

func orSpan(own, around source.Span) source.Span {
	if own.IsZero() {
		return around
	}
	return own
}
