package naming

import (
	"fmt"
	"hash/fnv"
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
	diags *diag.List

	ledger *ledger
	id     int
}

func (s *scope) reserve(what string, names ...string) {
	for _, n := range names {
		s.taken[n] = what
	}
}

// claim gives the owner the first free name of the candidates. Where that is
// not the first one, the finding says why. The last resort is a suffix made of
// the owner, which no other change to the pages can move. A name that is kept
// for the owner comes before all, as long as nothing reserved has it.
func (s *scope) claim(owner string, at source.Span, candidates ...string) string {
	if name := s.ledger.claim(s.id); name != "" && s.taken[name] == held {
		s.taken[name] = owner
		return name
	}
	for i, name := range candidates {
		name = shorten(name, maxName)
		if _, taken := s.taken[name]; !taken {
			s.taken[name] = owner
			if i > 0 {
				s.report(owner, at, candidates[0], name, diag.Info)
			}
			return name
		}
	}
	name := shorten(candidates[0], maxName) + suffix(owner)
	for s.taken[name] != "" {
		name += "X"
	}
	s.taken[name] = owner
	s.report(owner, at, candidates[0], name, diag.Warning)
	return name
}

func (s *scope) report(owner string, at source.Span, wanted, got string, how diag.Severity) {
	d := s.diags.Add(CodeCollision, how, at, "%s is called %s in Go: %s%s is already %s",
		owner, got, s.title, wanted, s.taken[wanted])
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
