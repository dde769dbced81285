package diff

import (
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model"
)

// Differing is two types laid out, and the parts found on one side only.
type differing struct {
	c                *comparer
	p                place
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

// scalars compares scalars by the JSON type of their values, then by what they
// are beyond it.
func (d *differing) scalars() {
	before, after := byClass(d.old.scalars), byClass(d.new.scalars)
	for _, k := range sortedKeys(before) {
		if other, ok := after[k]; ok {
			d.refined(before[k], other)
		} else {
			d.removed = append(d.removed, part{scalarText(before[k][0]), k == model.KindNull})
		}
	}
	for _, k := range sortedKeys(after) {
		if _, ok := before[k]; !ok {
			d.added = append(d.added, part{scalarText(after[k][0]), k == model.KindNull})
		}
	}
}

// byClass groups scalars by JSON type, the widest of each first.
func byClass(scalars map[model.Kind]*model.Type) map[model.Kind][]*model.Type {
	out := map[model.Kind][]*model.Type{}
	for _, k := range sortedKeys(scalars) {
		out[class(k)] = append(out[class(k)], scalars[k])
	}
	for k, ts := range out {
		slices.SortStableFunc(ts, func(a, b *model.Type) int { return rank(k, a) - rank(k, b) })
	}
	return out
}

func rank(k model.Kind, t *model.Type) int {
	if t.Kind == k {
		return 0
	}
	return 1
}

func sortedKeys[V any](m map[model.Kind]V) []model.Kind {
	keys := make([]model.Kind, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

// refined compares scalars of one JSON type: integers in numbers, times in
// text, formats.
func (d *differing) refined(before, after []*model.Type) {
	a, b := before[0], after[0]
	if a.Kind == b.Kind {
		if a.Format != b.Format {
			d.c.maybe(d.p, model.FactFormat, FormatChanged, a.Format, b.Format, a.Format != "", b.Format != "")
		}
		return
	}
	kind, wide := TypeChanged, class(a.Kind)
	switch {
	case a.Kind == wide:
		kind = TypeNarrowed
	case b.Kind == wide:
		kind = TypeWidened
	}
	d.c.maybe(d.p, model.FactType, kind, scalarText(a), scalarText(b), a.Kind != wide, b.Kind != wide)
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
		d.c.add(d.p, TypeChanged, texts(d.removed), texts(d.added))
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

// discriminators compares whether a field tells the objects of a union apart.
// Where several do, which of them a side names is a matter of order.
func (d *differing) discriminators() {
	a, b := d.old.discriminator, d.new.discriminator
	if len(d.old.objects) < 2 || len(d.new.objects) < 2 {
		return
	}
	gone, came := a != "" && !separates(a, d.new.objects), b != "" && !separates(b, d.old.objects)
	switch {
	case gone && b != "" || came && a != "":
		d.c.add(d.p, DiscriminatorChanged, a, b)
	case gone:
		d.c.add(d.p, DiscriminatorRemoved, a, "")
	case came:
		d.c.add(d.p, DiscriminatorAdded, "", b)
	}
}

// separates reports whether all objects have a constant of their own in a field.
func separates(name string, objects []object) bool {
	seen := map[model.Literal]bool{}
	for _, o := range objects {
		l := o.constant(name)
		if l == "" || seen[l] {
			return false
		}
		seen[l] = true
	}
	return true
}
