package diff

import (
	"fmt"
	"math/big"

	"github.com/docgen-go/docgen/model"
)

// A bound is one limit as a number. up says that a higher value lets less in.
type bound struct {
	name string
	up   bool
	of   func(*model.Limits) string
}

var bounds = []bound{
	{"minimum", true, func(l *model.Limits) string { return string(l.Minimum) }},
	{"maximum", false, func(l *model.Limits) string { return string(l.Maximum) }},
	{"exclusiveMinimum", true, func(l *model.Limits) string { return string(l.ExclusiveMinimum) }},
	{"exclusiveMaximum", false, func(l *model.Limits) string { return string(l.ExclusiveMaximum) }},
	{"minLength", true, func(l *model.Limits) string { return number(l.MinLength) }},
	{"maxLength", false, func(l *model.Limits) string { return number(l.MaxLength) }},
	{"minItems", true, func(l *model.Limits) string { return number(l.MinItems) }},
	{"maxItems", false, func(l *model.Limits) string { return number(l.MaxItems) }},
}

func number(n *int64) string {
	if n == nil {
		return ""
	}
	return fmt.Sprint(*n)
}

// limits compares the bounds of a value, each on its own.
func (c *comparer) limits(p location, f, g *model.Field) {
	if model.EqualLimits(f.Limits, g.Limits) {
		return
	}
	before, after := orNone(f.Limits), orNone(g.Limits)
	limit := func(kind Kind, name, a, b string) {
		c.maybe(p, model.FactLimits, kind, named(name, a), named(name, b), f.Limits != nil, g.Limits != nil)
	}
	for _, b := range bounds {
		if old, now := b.of(before), b.of(after); old != now {
			limit(direction(old, now, b.up), b.name, old, now)
		}
	}
	if before.UniqueItems != after.UniqueItems {
		limit(tighter(after.UniqueItems), "uniqueItems", flag(before.UniqueItems), flag(after.UniqueItems))
	}
	other := func(name, old, now string) {
		switch {
		case old == now:
		case old == "" || now == "":
			limit(tighter(now != ""), name, old, now)
		default:
			limit(LimitChanged, name, old, now)
		}
	}
	other("pattern", before.Pattern, after.Pattern)
	other("multipleOf", string(before.MultipleOf), string(after.MultipleOf))
}

func orNone(l *model.Limits) *model.Limits {
	if l == nil {
		return &model.Limits{}
	}
	return l
}

func named(name, value string) string {
	if value == "" {
		return ""
	}
	return name + " " + value
}

func flag(b bool) string {
	if b {
		return "true"
	}
	return ""
}

func tighter(yes bool) Kind {
	if yes {
		return LimitTightened
	}
	return LimitLoosened
}

// direction says whether a bound lets less in than before.
func direction(before, after string, up bool) Kind {
	if before == "" || after == "" {
		return tighter(before == "")
	}
	a, okA := new(big.Rat).SetString(short(before))
	b, okB := new(big.Rat).SetString(short(after))
	if !okA || !okB {
		return LimitChanged
	}
	return tighter(up == (b.Cmp(a) > 0))
}

// short refuses numbers whose exponent would make them huge.
func short(n string) string {
	const most = 64
	for _, r := range n {
		if r == 'e' || r == 'E' {
			return ""
		}
	}
	if len(n) > most {
		return ""
	}
	return n
}
