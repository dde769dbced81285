package embedded

import "cmp"

// A printing is one way in which a part of a specification is printed.
type printing struct {
	of     *fragment
	digest digest
	size   int
}

// A reason says why one printing counts and another does not.
type reason string

const (
	newer   reason = "it is newer"
	whole   reason = "it is printed as OpenAPI, and not in the older form"
	fuller  reason = "it says more, and the pages do not tell which of them is newer"
	earlier reason = "its page comes first, and the pages do not tell which of them is newer"
)

// better reports whether a counts rather than b, with the reason: the newer one, if
// all pages are dated; the one in OpenAPI; the newer one of those with a date; the
// fuller one; the first one.
func (s *spec) better(a, b printing) (bool, reason) {
	byDate := b.of.date.Compare(a.of.date)
	byForm := 0
	if a.of.older != b.of.older {
		byForm = -1
		if a.of.older {
			byForm = 1
		}
	}
	order := []struct {
		by  int
		why reason
	}{{byForm, whole}, {byDate, newer}, {cmp.Compare(b.size, a.size), fuller}}
	if s.dated {
		order[0], order[1] = order[1], order[0]
	}
	for _, o := range order {
		if o.by != 0 {
			return o.by < 0, o.why
		}
	}
	first := cmp.Or(cmp.Compare(a.of.root.Line, b.of.root.Line), cmp.Compare(a.of.root.Column, b.of.root.Column))
	return first < 0, earlier
}

// best returns which of several printings counts.
func (s *spec) best(all []printing) int {
	best := 0
	for i := range all {
		if ok, _ := s.better(all[i], all[best]); ok && i != best {
			best = i
		}
	}
	return best
}
