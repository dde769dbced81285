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
	switch len(parts) {
	case 1:
		return Key(kind + "\x00" + parts[0])
	case 2:
		return Key(kind + "\x00" + parts[0] + "\x00" + parts[1])
	}
	return Key(strings.Join(append([]string{kind}, parts...), "\x00"))
}

// Parts are the kind and what was given beside it.
func (k Key) Parts() []string { return strings.Split(string(k), "\x00") }

// tuple is the parts of a key that has at most four, without a list of them.
func (k Key) tuple() (t tuple) {
	rest := string(k)
	for i := range t {
		end := strings.IndexByte(rest, 0)
		if end < 0 || i == len(t)-1 {
			t[i] = rest
			break
		}
		t[i], rest = rest[:end], rest[end+1:]
	}
	return t
}

// A Table is names by what has them.
type Table map[Key]string

// lasting are the kinds of names that users of a generated package write, with
// how many parts their keys have beside the kind.
var lasting = map[string]int{
	"type": 1, "service": 1, "accessor": 1, "method": 1, "streaming": 1, "paging": 1, "polling": 1, "params": 1,
	"param": 3, "field": 2, "value": 2, "variant": 1, "wrapper": 2, "option": 1, "constructor": 2,
}

func (t tuple) key(parts int) Key { return NewKey(t[0], t[1:1+parts]...) }

// Table is the names that users of the package write, which of them are another name for a
// union, and the number of the rules that they were chosen by. Given to Keep they stay, whatever else the
// pages come to say.
func (n *Names) Table() Table {
	t := Table{rulesKey: strconv.Itoa(int(n.rules))}
	for k, name := range n.byKey {
		if parts := lasting[k[0]]; parts > 0 && name != "" {
			t[k.key(parts)] = name
			if k[0] == "type" && n.isSecondUnion(k[1]) {
				t[NewKey(aliasKind, k[1])] = name
			}
		}
	}
	return t
}

// A takeLog numbers scopes and takes in the order in which they are made. That
// order depends on the API alone, so that a second round of assigning knows what
// each take is for before it learns the key.
type takeLog struct {
	// countsOnly says that nobody looks at the names of this round.
	countsOnly bool
	// expected is about how many takes there will be, 0 where nobody knows.
	expected int

	scopes, takes int
	// scopeOf and keyOf are by take, and noted in a round that only counts.
	scopeOf []int
	keyOf   []tuple

	keep map[int]string   // by take, the name that it gets
	held map[int][]string // by scope, the names that are kept in it
	has  map[heldName]bool
}

// A heldName is a name in a scope.
type heldName struct {
	scope int
	name  string
}

// held is who has a name that waits to be taken.
const held = "a name that was kept"

// open numbers a scope and holds back what is kept in it.
func (l *takeLog) open(s *scope) {
	s.log, s.id = l, l.scopes
	l.scopes++
	s.reserve(held, l.held[s.id]...)
}

// take numbers a take and returns the name that it is to keep, or "".
func (l *takeLog) take(scope int) string {
	l.takes++
	if l.countsOnly {
		if l.keyOf == nil {
			l.scopeOf, l.keyOf = make([]int, 0, l.expected), make([]tuple, 0, l.expected)
		}
		l.scopeOf, l.keyOf = append(l.scopeOf, scope), append(l.keyOf, tuple{})
	}
	return l.keep[l.takes-1]
}

// assigned says what the last take was for.
func (l *takeLog) assigned(key tuple) {
	if l.countsOnly {
		l.keyOf[l.takes-1] = key
	}
}

// next is the log for another round of the same API, which keeps the names
// of the tables. Where two want one name, the first table has it, and within a
// table the first take. What a table does not list comes last. What is no exported
// identifier is nobody's name.
func (l *takeLog) next(kept keeping) *takeLog {
	n := &takeLog{expected: l.takes, keep: make(map[int]string, l.takes), held: map[int][]string{}, has: make(map[heldName]bool, l.takes)}
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

func (l *takeLog) hold(take, scope int, name string) {
	if l.keep[take] != "" || !isExported(name) || len(name) > maxName || l.has[heldName{scope, name}] {
		return
	}
	l.keep[take], l.has[heldName{scope, name}] = name, true
	l.held[scope] = append(l.held[scope], name)
}
