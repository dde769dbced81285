package drift

import (
	"math"
	"strconv"
)

// A likeness is what two members may have in common, and how much each of it counts: a member counts e to the power of
// the sum for another one.
type likeness []common

type common struct {
	same   func(a, b *sample) bool
	weight float64
}

// What a member is held in, and whether it is left out when it is empty, goes by these. The weights are those that are
// begun with; they were found on four clients.
var (
	holderStart = likeness{
		{sameCategory, 4}, {sameName, 2}, {sameClass, 2}, {sameRequired, 2}, {sameNeed, 2}, {sameInput, 1.5}, {sameBase, 1.5}, {sameWord, 1.5}, {sameLast, 1.5},
		{sameNull, 1.5}, {besides, 1.5}, {near, 1.5}, {sameOwner, 0}, {sameFirst, 0}, {sameVerb, 0.5}, {sameBaseAndLast, 0}, {sameOwnerAndNeed, 0}, {sameBaseAndNeed, 2},
	}
	omitStart = likeness{
		{sameName, 2}, {sameHolder, 2}, {sameOwner, 1.5}, {sameClass, 1.5}, {sameRequired, 1.5}, {sameNeed, 2}, {sameInput, 1.5}, {sameWord, 1.5}, {besides, 1.5},
		{near, 1.5}, {sameLast, 1}, {sameNull, 0.5}, {sameCategory, 0}, {sameFirst, 0}, {sameVerb, 0}, {sameBaseAndLast, 0}, {sameOwnerAndNeed, 0}, {sameOwnerAndSide, 2},
	}
)

func sameCategory(a, b *sample) bool { return a.category == b.category }
func sameName(a, b *sample) bool     { return a.wire == b.wire }
func sameClass(a, b *sample) bool    { return a.class == b.class }
func sameRequired(a, b *sample) bool { return a.required == b.required }
func sameNull(a, b *sample) bool     { return a.null == b.null }
func sameNeed(a, b *sample) bool     { return sameRequired(a, b) && sameNull(a, b) }
func sameInput(a, b *sample) bool    { return a.input == b.input }
func sameBase(a, b *sample) bool     { return a.base == b.base }
func sameHolder(a, b *sample) bool   { return a.holder == b.holder }
func sameWord(a, b *sample) bool     { return a.word == b.word }
func sameFirst(a, b *sample) bool    { return a.first == b.first }
func sameLast(a, b *sample) bool     { return a.last == b.last }
func sameOwner(a, b *sample) bool    { return a.owner == b.owner }
func sameVerb(a, b *sample) bool     { return a.verb == b.verb }

func sameBaseAndLast(a, b *sample) bool { return sameBase(a, b) && sameLast(a, b) }

// sameBaseAndNeed is about members of one type that are as needed in the same direction: times that may be null are pointers.
func sameBaseAndNeed(a, b *sample) bool { return sameBase(a, b) && sameNeed(a, b) && sameInput(a, b) }

func sameOwnerAndNeed(a, b *sample) bool {
	return sameOwner(a, b) && sameNeed(a, b) && sameCategory(a, b)
}

// sameOwnerAndSide is about members of one struct that are as needed, whatever they hold.
func sameOwnerAndSide(a, b *sample) bool {
	return sameOwner(a, b) && sameNeed(a, b) && sameInput(a, b)
}

// besides and near report whether two are neighbours in one struct, and whether they are close.
func besides(a, b *sample) bool { return sameOwner(a, b) && math.Abs(a.at-b.at) <= 1 }
func near(a, b *sample) bool    { return sameOwner(a, b) && math.Abs(a.at-b.at) <= 3 }

// of returns how much one member counts for another one.
func (l likeness) of(a, b *sample) float64 {
	sum := 0.0
	for _, c := range l {
		if c.same(a, b) {
			sum += c.weight
		}
	}
	return sum
}

// holderOf returns what the holder of b says about that of a: that texts are pointers says nothing about a list, which
// is nil by itself.
func holderOf(a, b *sample) string {
	if a.category == "list" && b.category != "list" {
		return ""
	}
	return b.holder
}

func omitsOf(_, b *sample) string { return strconv.FormatBool(b.omits) }

func (h *habits) holderLikeness() likeness {
	if h.holders == nil {
		h.holders = h.fit(holderStart, holderOf, holderReturn)
	}
	return h.holders
}

func (h *habits) omitLikeness() likeness {
	if h.omits == nil {
		h.omits = h.fit(omitStart, omitsOf, omitReturn)
	}
	return h.omits
}

// How weights are fitted: to a client of how many members at least (fewer show a habit by chance), to how many of them, in
// how many steps of what length, and how much they are drawn back to where they began. These were found on four clients,
// whose weights were fitted without a fifth of their members, which were then foretold.
const (
	fitLeast   = 200
	fitMembers = 600
	fitSteps   = 30
	fitLength  = 10.0
	// holderReturn is more because a client has fewer members with a holder than with omitempty.
	holderReturn = 0.03
	omitReturn   = 0.01
)

// fit returns the weights that foretell best what the client's own members have, each from all others: what a client
// goes by is a habit of it, too. The likelihood of what they have is climbed by its gradient.
func (h *habits) fit(start likeness, value func(a, b *sample) string, back float64) likeness {
	out := append(likeness{}, start...)
	if len(h.samples) < fitLeast {
		return out
	}
	step := max(1, len(h.samples)/fitMembers)
	var pairs [][]commonPair
	for i := 0; i < len(h.samples); i += step {
		if p := h.pairsOf(h.samples[i], start, value); p != nil {
			pairs = append(pairs, p)
		}
	}
	for range fitSteps {
		gradient := make([]float64, len(out))
		for _, p := range pairs {
			out.climb(p, gradient)
		}
		for k := range out {
			out[k].weight += fitLength * (gradient[k]/float64(len(pairs)) - back*(out[k].weight-start[k].weight))
		}
	}
	return out
}

// A commonPair is what one member has in common with another one, bit by bit, and whether it has the same value.
type commonPair struct {
	has  uint32
	same bool
}

// pairsOf returns what a sample has in common with all others of its package, nil where none has its value.
func (h *habits) pairsOf(a *sample, l likeness, value func(a, b *sample) string) []commonPair {
	var out []commonPair
	own, some := value(a, a), false
	for _, b := range h.samples {
		if b.field == a.field || b.owner.Package != a.owner.Package {
			continue
		}
		p := commonPair{same: value(a, b) == own}
		for k, c := range l {
			if c.same(a, b) {
				p.has |= 1 << k
			}
		}
		some = some || p.same
		out = append(out, p)
	}
	if !some {
		return nil
	}
	return out
}

// climb adds the gradient of the logarithm of the share that those with the same value have of all.
func (l likeness) climb(pairs []commonPair, gradient []float64) {
	var all, same float64
	var ofAll, ofSame [32]float64
	for _, p := range pairs {
		sum := 0.0
		for k := range l {
			if p.has>>k&1 == 1 {
				sum += l[k].weight
			}
		}
		e := math.Exp(sum)
		all += e
		if p.same {
			same += e
		}
		for k := range l {
			if p.has>>k&1 == 1 {
				ofAll[k] += e
				if p.same {
					ofSame[k] += e
				}
			}
		}
	}
	if same == 0 || same == all {
		return
	}
	for k := range l {
		gradient[k] += ofSame[k]/same - ofAll[k]/all
	}
}
