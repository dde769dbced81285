package diff

import (
	"slices"

	"github.com/docgen-go/docgen/model"
)

// scalars compares scalars by the JSON type of their values, then by what they
// are beyond it.
func (d *differing) scalars() {
	before, after := byClass(d.old.scalars), byClass(d.new.scalars)
	for _, k := range sortedKeys(before) {
		if other, ok := after[k]; ok {
			d.refined(before[k], other)
		} else {
			d.removed = append(d.removed, part{text: scalarText(before[k][0]), null: k == model.KindNull})
		}
	}
	for _, k := range sortedKeys(after) {
		if _, ok := before[k]; !ok {
			d.added = append(d.added, part{text: scalarText(after[k][0]), null: k == model.KindNull})
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

// replacing compares one thing in the place of another. Any scalar is a string
// where values travel as text.
func (d *differing) replacing() Kind {
	switch {
	case !d.p.text || !d.old.single() || !d.new.single():
	case d.old.scalars[model.KindString] == nil && len(d.old.scalars) == 1 && d.new.scalars[model.KindString] != nil:
		return TypeWidened
	case d.new.scalars[model.KindString] == nil && len(d.new.scalars) == 1 && d.old.scalars[model.KindString] != nil:
		return TypeNarrowed
	}
	return TypeChanged
}
