package naming

import "strings"

// A Key says what has a name: a kind such as "type" or "field" and the IDs and
// wire names that tell one from another.
type Key string

// NewKey makes a key of a kind and what tells things of the kind apart.
func NewKey(kind string, parts ...string) Key { return Key(key(append([]string{kind}, parts...)...)) }

// Parts are the kind and what was given beside it.
func (k Key) Parts() []string { return strings.Split(string(k), "\x00") }

func (k Key) kind() string {
	kind, _, _ := strings.Cut(string(k), "\x00")
	return kind
}

// A Table is names by what has them.
type Table map[Key]string

// lasting are the kinds of names that users of a generated package write.
var lasting = map[string]bool{
	"type": true, "service": true, "accessor": true, "method": true, "streaming": true, "paging": true, "params": true,
	"param": true, "field": true, "value": true, "variant": true, "wrapper": true, "option": true,
}

// Table is the names that users of the package write. Given to Keep they stay,
// whatever else the pages come to say.
func (n *Names) Table() Table {
	t := Table{}
	for k, name := range n.byKey {
		if lasting[Key(k).kind()] {
			t[Key(k)] = name
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

	scopes  int
	scopeOf []int    // by claim
	keyOf   []string // by claim

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
	l.scopeOf, l.keyOf = append(l.scopeOf, scope), append(l.keyOf, "")
	return l.keep[len(l.keyOf)-1]
}

// settled says what the last claim was for.
func (l *ledger) settled(key string) { l.keyOf[len(l.keyOf)-1] = key }

// next is the ledger for another round of the same API, which keeps the names
// of the tables. Where two want one name, the first table has it, and within a
// table the first claim. What is no exported identifier is nobody's name.
func (l *ledger) next(tables []Table) *ledger {
	n := &ledger{keep: map[int]string{}, held: map[int][]string{}, has: map[heldName]bool{}}
	for _, t := range tables {
		if len(t) == 0 {
			continue
		}
		for i, k := range l.keyOf {
			if name := t[Key(k)]; name != "" && lasting[Key(k).kind()] {
				n.hold(i, l.scopeOf[i], name)
			}
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
