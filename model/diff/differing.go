package diff

import (
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model"
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
// older pages don't print.
type part struct {
	text string
	null bool
}

// objects pairs the objects of both sides and compares each pair.
func (d *differing) objects() {
	pairs, gone, added := d.c.pairObjects(d.old.objects, d.new.objects)
	for _, pair := range pairs {
		a, b := pair[0], pair[1]
		if a.named != nil && b.named != nil && !a.named.Anonymous && !b.named.Anonymous {
			d.c.declare(d.p.subject, a.named, b.named)
			continue
		}
		p := d.p
		if len(d.old.objects) > 1 || len(d.new.objects) > 1 {
			p.at += "(" + b.label() + ")"
		}
		d.c.fields(p, a.t, b.t)
	}
	for _, o := range gone {
		d.removed = append(d.removed, part{text: d.c.old.objectText(o)})
	}
	for _, o := range added {
		d.added = append(d.added, part{text: d.c.new.objectText(o)})
	}
}

func (s *side) objectText(o object) string {
	text := s.text(o.t)
	if o.named != nil && !o.named.Anonymous {
		return o.named.ID
	}
	if tag := o.tag(); tag != "" {
		return tag + " " + text
	}
	return text
}

// elements compares what lists or maps hold. Several lists are rare; they pair
// in their order.
func (d *differing) elements(before, after []*model.Type, suffix, word string) {
	n := min(len(before), len(after))
	for i := range n {
		d.c.types(d.p.inside(suffix), before[i], after[i])
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
		d.c.add(d.p, VariantRemoved, x.text, "")
	}
	for _, x := range d.added {
		d.c.add(d.p, VariantAdded, "", x.text)
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
