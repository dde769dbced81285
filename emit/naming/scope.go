package naming

import (
	"fmt"
	"hash/fnv"
	"iter"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/source"
)

// CodeCollision says that two things wanted one name, so that one of them got a
// longer name.
const CodeCollision diag.Code = "name-collision"

// A scope is a set of names of which each means one thing: a package, the
// members of a struct, the parameters of a method.
type scope struct {
	// title and ending stand before its names in findings.
	title, ending string
	taken         nameSet
	// always is what is taken in many scopes alike, by name.
	always map[string]string
	id     int
}

// A nameSet is names with the number of the take that has each, or held.
type nameSet = shortMap[string, int]

// held is who has a name that waits to be taken.
const held = -1

// unassigned is the name of everything in a round that only counts.
const unassigned = "-"

// Candidates are the names that something may have, best first. They are made
// one by one, because nearly always the first is free, or a name is kept.
type candidates = iter.Seq[string]

func oneOf(names ...string) candidates { return slices.Values(names) }

// each is the names that functions make.
func each(names ...func() string) candidates {
	return func(yield func(string) bool) {
		for _, name := range names {
			if !yield(name()) {
				return
			}
		}
	}
}

// made is the names of a list that is made when it is needed.
func made(list func() []string) candidates {
	return func(yield func(string) bool) { slices.Values(list())(yield) }
}

// reasons adds names to those that are taken for one reason.
func reasons(taken map[string]string, what string, names ...string) map[string]string {
	for _, n := range names {
		taken[n] = what
	}
	return taken
}

func (s *scope) has(name string) bool { return s.always[name] != "" || s.taken.find(name) != nil }

// A choice is the name that was chosen among candidates, and the best of these.
// Nothing told it apart where it is the last resort.
type choice struct {
	name, wanted string
	lastResort   bool
}

// choose returns the first free name of the candidates. The last resort is a suffix made of
// the owner, which no other change to the pages can move.
func (s *scope) choose(owner tuple, names candidates) choice {
	best := ""
	for name := range names {
		if best == "" {
			best = name
		}
		if short := shorten(name, maxName); !s.has(short) {
			if name == best {
				return choice{name: short, wanted: short}
			}
			return choice{name: short, wanted: best}
		}
	}
	name := shorten(best, maxName) + suffix(owner.owner())
	for s.has(name) {
		name += "X"
	}
	return choice{name, best, true}
}

// take gives what has the key the first free name of the candidates. Where that is
// not the first one, the finding says why. A name that is kept for it comes before all, as
// long as nothing reserved has it.
func (s *assigner) take(in *scope, at source.Span, k tuple, names candidates) string {
	if name, ok := s.decide(in, k); ok {
		return name
	}
	return s.choose(in, at, k, names)
}

// decide numbers a take, and reports whether nothing is left to choose: in a round that
// only counts, and where a name is kept.
func (s *assigner) decide(in *scope, k tuple) (name string, ok bool) {
	kept := s.log.take(in.id, k)
	if s.log.countsOnly {
		s.names.set(k, unassigned)
		return unassigned, true
	}
	if kept == "" || in.always[kept] != "" {
		return "", false
	}
	if by := in.taken.find(kept); by != nil && *by == held {
		*by = s.log.last()
		s.names.set(k, kept)
		return kept, true
	}
	return "", false
}

// takeFree gives the last take a name if it is free, and reports whether it is.
func (s *assigner) takeFree(in *scope, k tuple, name string) bool {
	if name == "" || len(name) > maxName || in.has(name) {
		return false
	}
	in.taken.add(name, s.log.last())
	s.names.set(k, name)
	return true
}

// choose gives the last take a name of the candidates.
func (s *assigner) choose(in *scope, at source.Span, k tuple, names candidates) string {
	c := in.choose(k, names)
	if c.name != c.wanted {
		s.report(in, at, k, c)
	}
	in.taken.add(c.name, s.log.last())
	s.names.set(k, c.name)
	return c.name
}

// takeKept gives what has the key the name that is kept for it, or none.
func (s *assigner) takeKept(in *scope, k tuple) {
	if _, ok := s.decide(in, k); !ok {
		s.names.set(k, "")
	}
}

func (s *assigner) report(in *scope, at source.Span, k tuple, c choice) {
	how := diag.Info
	if c.lastResort {
		how = diag.Warning
	}
	d := s.diags.Add(CodeCollision, how, at, "%s is called %s in Go: %s%s%s is already %s",
		k.owner(), c.name, in.title, in.ending, c.wanted, s.holder(in, c.wanted))
	if c.lastResort {
		d.Help = "the name ends in a checksum because nothing tells the two apart; give one of them another name in the pages"
	}
}

// holder says what has a name, or "".
func (s *assigner) holder(in *scope, name string) string {
	if what := in.always[name]; what != "" {
		return what
	}
	switch by := in.taken.find(name); {
	case by == nil:
		return ""
	case *by == held:
		return "a name that was kept"
	default:
		return s.log.keys[*by].owner()
	}
}

// maxName bounds names, in bytes. The longest names of real APIs have about a
// hundred.
const maxName = 160

// shorten cuts a name that nobody can read anyway and ends it in a checksum.
func shorten(name string, limit int) string {
	if len(name) <= limit {
		return name
	}
	return strings.ToValidUTF8(name[:limit-len("X00000000")], "") + suffix(name)
}

// suffix is a checksum of the owner in letters and digits.
func suffix(owner string) string {
	h := fnv.New32a()
	h.Write([]byte(owner))
	return "X" + strings.ToUpper(fmt.Sprintf("%08x", h.Sum32()))
}
