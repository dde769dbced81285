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

func (t tuple) key(parts int) Key {
	var room [128]byte
	return Key(t.appendKey(room[:0], parts))
}

// appendKey appends the key of as many parts, for tables that are only asked: looking bytes up
// makes no garbage.
func (t tuple) appendKey(b []byte, parts int) []byte {
	b = append(b, t[0]...)
	for _, part := range t[1 : 1+parts] {
		b = append(append(b, 0), part...)
	}
	return b
}

// of returns the name of what has a key, and whether the table lists it.
func (t Table) of(k tuple) (name string, listed bool) {
	var room [128]byte
	name, listed = t[Key(k.appendKey(room[:0], lasting[k[0]]))]
	return name, listed
}

// nameOf returns the name of what has the kind and the ID, or "".
func (t Table) nameOf(kind, id string) string {
	var room [128]byte
	return t[Key(tuple{kind, id}.appendKey(room[:0], 1))]
}

// owner says what has a key, for findings and checksums.
func (t tuple) owner() string {
	switch kind, id := t[0], t[1]; kind {
	case "type", "method":
		return kind + " " + id
	case "service", "accessor", "file":
		return "resource " + id
	case "params":
		return "parameters of " + id
	case "option":
		return "credential " + id
	case "argument":
		return "path parameter " + t[2]
	case "field":
		return "field " + strconv.Quote(t[2])
	case "param":
		return paramOwner(t[2], t[3])
	case "wrapper":
		return "variant " + t[2] + " of " + id
	case "value", "constructor":
		return kind + " " + t[2] + " of " + id
	default:
		return kind + " of " + id
	}
}

func paramOwner(location, name string) string {
	switch {
	case location != string(LocationBody):
		return location + " parameter " + name
	case name == "":
		return "body"
	}
	return "field " + strconv.Quote(name)
}

// Table is the names that users of the package write, which of them are another name for a
// union, and the number of the rules that they were chosen by. Given to Keep they stay, whatever else the
// pages come to say.
func (n *Names) Table() Table {
	t := Table{rulesKey: strconv.Itoa(int(n.rules))}
	for k, name := range n.byKey.all {
		if parts := lasting[k[0]]; parts > 0 {
			t[k.key(parts)] = name
			if k[0] == "type" && n.isSecondUnion(k[1]) {
				t[NewKey(aliasKind, k[1])] = name
			}
		}
	}
	return t
}

// A takeLog numbers scopes and takes in the order in which they are made. That
// order depends on the API alone, so that a second round of assigning has for each scope
// what is kept in it before anything takes a name there.
type takeLog struct {
	// countsOnly says that nobody looks at the names of this round.
	countsOnly bool

	scopes, takes int
	keys          []tuple // by take
	counted       bool    // keys has all of them already
	scopeOf       []int   // by take, noted in a round that only counts

	keep []string  // by take, the name that it gets
	held []nameSet // by scope, the names that are kept in it
}

// newTakeLog returns the log of a first round, of about as many takes.
func newTakeLog(countsOnly bool, expected int) *takeLog {
	l := &takeLog{countsOnly: countsOnly, keys: make([]tuple, 0, expected)}
	if countsOnly {
		l.scopeOf = make([]int, 0, expected)
	}
	return l
}

// open numbers a scope and holds back what is kept in it.
func (l *takeLog) open(s *scope) {
	s.id = l.scopes
	l.scopes++
	if s.id < len(l.held) {
		s.taken = l.held[s.id]
	}
}

// take numbers a take and returns the name that it is to keep, or "".
func (l *takeLog) take(scope int, k tuple) string {
	l.takes++
	if !l.counted {
		l.keys = append(l.keys, k)
	}
	if l.countsOnly {
		l.scopeOf = append(l.scopeOf, scope)
	}
	if l.keep == nil {
		return ""
	}
	return l.keep[l.last()]
}

// last is the number of the last take.
func (l *takeLog) last() int { return l.takes - 1 }

// next is the log for another round of the same API, which keeps names. Where two want one
// name, the first table has it, and within a table the first take. What a table does not
// list comes last. What is no exported identifier is nobody's name.
func (l *takeLog) next(kept keeping) *takeLog {
	n := &takeLog{keys: l.keys, counted: true, keep: make([]string, l.takes), held: make([]nameSet, l.scopes)}
	for i := range kept.tables {
		for take, k := range l.keys {
			if lasting[k[0]] > 0 && n.keep[take] == "" {
				n.hold(take, l.scopeOf[take], kept.listed(i, k))
			}
		}
	}
	for take, k := range l.keys {
		if kept.implied != nil && lasting[k[0]] > 0 && n.keep[take] == "" {
			n.hold(take, l.scopeOf[take], kept.notListed(k))
		}
	}
	return n
}

func (l *takeLog) hold(take, scope int, name string) {
	names := &l.held[scope]
	if !isExported(name) || len(name) > maxName || names.find(name) != nil {
		return
	}
	l.keep[take] = name
	names.add(name, held)
}
