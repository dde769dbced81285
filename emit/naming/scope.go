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
	title string
	taken map[string]string // by name, what has it
	// always is what is taken in many scopes alike, by name.
	always map[string]string
	diags  *diag.List

	log *takeLog
	id  int
}

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

func (s *scope) reserve(what string, names ...string) {
	for _, n := range names {
		s.taken[n] = what
	}
}

// has says what has a name, or "".
func (s *scope) has(name string) string {
	if what := s.taken[name]; what != "" {
		return what
	}
	return s.always[name]
}

// take gives the owner the first free name of the candidates. Where that is
// not the first one, the finding says why. The last resort is a suffix made of
// the owner, which no other change to the pages can move. A name that is kept
// for the owner comes before all, as long as nothing reserved has it.
func (s *scope) take(owner string, at source.Span, names candidates) string {
	kept := s.log.take(s.id)
	if s.log.countsOnly {
		return unassigned
	}
	if kept != "" && s.has(kept) == held {
		s.taken[kept] = owner
		return kept
	}
	best := ""
	for name := range names {
		if best == "" {
			best = name
		}
		short := shorten(name, maxName)
		if s.has(short) != "" {
			continue
		}
		s.taken[short] = owner
		if name != best {
			s.report(owner, at, best, short, diag.Info)
		}
		return short
	}
	name := shorten(best, maxName) + suffix(owner)
	for s.has(name) != "" {
		name += "X"
	}
	s.taken[name] = owner
	s.report(owner, at, best, name, diag.Warning)
	return name
}

// takeKept gives the owner the name that is kept for it, or none.
func (s *scope) takeKept(owner string) string {
	kept := s.log.take(s.id)
	if s.log.countsOnly {
		return unassigned
	}
	if kept == "" || s.has(kept) != held {
		return ""
	}
	s.taken[kept] = owner
	return kept
}

func (s *scope) report(owner string, at source.Span, wanted, got string, how diag.Severity) {
	d := s.diags.Add(CodeCollision, how, at, "%s is called %s in Go: %s%s is already %s",
		owner, got, s.title, wanted, s.has(wanted))
	if how == diag.Warning {
		d.Help = "the name ends in a checksum because nothing tells the two apart; give one of them another name in the pages"
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
