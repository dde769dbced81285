package naming

import (
	"strconv"
	"strings"
)

// A Key says what has a name: a kind such as "type" or "field" and the IDs and
// wire names that tell one from another.
type Key string

// NewKey makes a key of a kind and what tells things of the kind apart.
func NewKey(kind string, parts ...string) Key {
	return Key(strings.Join(append([]string{kind}, parts...), "\x00"))
}

// Parts are the kind and what was given beside it.
func (k Key) Parts() []string { return strings.Split(string(k), "\x00") }

// A Table is names by what has them.
type Table map[Key]string

// lasting are the kinds of names that users of a generated package write, with
// how many parts their keys have beside the kind.
var lasting = map[string]int{
	"type": 1, "service": 1, "accessor": 1, "method": 1, "streaming": 1, "paging": 1, "params": 1,
	"param": 3, "field": 2, "value": 2, "variant": 1, "wrapper": 2, "option": 1,
}

func (t tuple) key(parts int) Key { return Key(strings.Join(t[:1+parts], "\x00")) }

// Table is the names that users of the package write, and the number of the
// rules that they were chosen by. Given to Keep they stay, whatever else the
// pages come to say.
func (n *Names) Table() Table {
	t := Table{rulesKey: strconv.Itoa(int(n.rules))}
	for k, name := range n.byKey {
		if n := lasting[k[0]]; n > 0 && name != "" {
			t[k.key(n)] = name
		}
	}
	return t
}

// A ledger numbers scopes and claims in the order in which they are made. That
// order depends on the API alone, so that a second round of settling knows what
// each claim is for before it learns the key.
type ledger struct {
	// countsOnly says that nobody looks at the names of this round.
	countsOnly bool
	// expected is how many claims there will be, 0 where nobody knows.
	expected int

	scopes, claims int
	// scopeOf and keyOf are by claim, and noted in a round that only counts.
	scopeOf []int
	keyOf   []tuple

	keep map[int]string   // by claim, the name that it gets
	held map[int][]string // by scope, the names that are kept in it
	has  map[heldName]bool
}

// A heldName is a name in a scope.
type heldName struct {
	scope int
	name  string
}

// held is who has a name that waits for its claim.
const held = "a name that was kept"

// open numbers a scope and holds back what is kept in it.
func (l *ledger) open(s *scope) {
	s.ledger, s.id = l, l.scopes
	l.scopes++
	s.reserve(held, l.held[s.id]...)
}

// claim numbers a claim and returns the name that it is to keep, or "".
func (l *ledger) claim(scope int) string {
	l.claims++
	if l.countsOnly {
		l.scopeOf, l.keyOf = append(l.scopeOf, scope), append(l.keyOf, tuple{})
	}
	return l.keep[l.claims-1]
}

// settled says what the last claim was for.
func (l *ledger) settled(key tuple) {
	if l.countsOnly {
		l.keyOf[l.claims-1] = key
	}
}

// next is the ledger for another round of the same API, which keeps the names
// of the tables. Where two want one name, the first table has it, and within a
// table the first claim. What a table does not list comes last. What is no exported
// identifier is nobody's name.
func (l *ledger) next(kept keeping) *ledger {
	n := &ledger{expected: l.claims, keep: make(map[int]string, l.claims), held: map[int][]string{}, has: make(map[heldName]bool, l.claims)}
	for _, t := range kept.tables {
		if len(t) == 0 {
			continue
		}
		for i, k := range l.keyOf {
			if parts := lasting[k[0]]; parts > 0 {
				n.hold(i, l.scopeOf[i], t[k.key(parts)])
			}
		}
	}
	for i, k := range l.keyOf {
		if parts := lasting[k[0]]; parts > 0 && kept.implied != nil && n.keep[i] == "" {
			n.hold(i, l.scopeOf[i], kept.notListed(k.key(parts)))
		}
	}
	return n
}

func (l *ledger) hold(claim, scope int, name string) {
	if l.keep[claim] != "" || !isExported(name) || len(name) > maxName || l.has[heldName{scope, name}] {
		return
	}
	l.keep[claim], l.has[heldName{scope, name}] = name, true
	l.held[scope] = append(l.held[scope], name)
}
