package statement

import (
	"slices"
	"strings"
)

// Known are the operations that were read. The zero Known has none.
type Known struct {
	byVerb map[string]*node
	size   int
	base   template // what all paths begin with that only names the place of the API
	shared template // all that they begin with, and that holds no slot
	memo   map[Operation]bool
}

// A template is the segments of a path; slots are "{}", or have that in the
// place of what may vary.
type template []string

// NewKnown returns the set of operations.
func NewKnown(ops []Operation) *Known {
	k := &Known{byVerb: map[string]*node{}, memo: map[Operation]bool{}}
	for i, op := range ops {
		t := templateOf(op.Path)
		if i == 0 {
			k.base, k.shared = t, t
		}
		k.shared = common(k.shared, t)
		k.base = common(k.base, t[:t.prefixEnd()])
		root := k.byVerb[op.Verb]
		if root == nil {
			root = &node{}
			k.byVerb[op.Verb] = root
		}
		if root.add(t) {
			k.size++
		}
	}
	return k
}

// Len is how many operations are known.
func (k *Known) Len() int { return k.size }

// Has reports whether an operation is one of the known ones: its path has the
// same template, or is a use of it. Words that only name the place of the API may
// stand before one of the two.
func (k *Known) Has(op Operation) bool {
	if has, ok := k.memo[op]; ok {
		return has
	}
	has := k.find(op.Verb, templateOf(op.Path))
	k.memo[op] = has
	return has
}

// WithoutPrefix returns an operation without the words at the start of its path that only name
// the place of the API, if none of the known ones begins with them.
func (k *Known) WithoutPrefix(op Operation) Operation {
	t := templateOf(op.Path)
	n := t.prefixEnd()
	if n == 0 || k.size == 0 || n == len(t) {
		return op
	}
	for _, root := range k.byVerb {
		if root.next[t[0]] != nil {
			return op
		}
	}
	segments := strings.Split(strings.Trim(op.Path, "/"), "/")
	return Operation{op.Verb, "/" + strings.Join(segments[n:], "/")}
}

func (k *Known) find(verb string, t template) bool {
	if k.has(verb, t) || len(k.base) > 0 && k.has(verb, append(slices.Clone(k.base), t...)) {
		return true
	}
	for n := len(k.base) + 1; len(k.base) > 0 && k.size > 1 && n <= len(k.shared); n++ {
		if k.has(verb, append(slices.Clone(k.shared[:n]), t...)) {
			return true // a path below what all others stand below
		}
	}
	for i := range t.prefixEnd() {
		if k.has(verb, t[i+1:]) {
			return true
		}
	}
	return false
}

// prefixEnd is how many segments at the start of a path may only name where the API
// is: words that say so, and what stands before a version.
func (t template) prefixEnd() int {
	n := 0
	for i := 0; i < len(t) && i < 4; i++ {
		if version.MatchString(t[i]) || n == i && prefixWords[t[i]] {
			n = i + 1
		}
	}
	return n
}

// IsPrefix reports whether all segments of a path only name where an API is: /api/v1.
func IsPrefix(path string) bool {
	t := templateOf(path)
	return len(t) > 0 && t.prefixEnd() == len(t)
}

func (k *Known) has(verb string, t template) bool {
	root := k.byVerb[verb]
	return root != nil && root.takes(t)
}

// A node is a segment of known templates, with the segments that follow it.
type node struct {
	next map[string]*node
	// slots are those of next that hold a slot.
	slots []string
	// end says that a template ends here.
	end bool
}

// add adds a template and reports whether it is new.
func (n *node) add(t template) bool {
	for _, segment := range t {
		if n.next == nil {
			n.next = map[string]*node{}
		}
		child := n.next[segment]
		if child == nil {
			child = &node{}
			n.next[segment] = child
			if strings.Contains(segment, "{}") {
				n.slots = append(n.slots, segment)
			}
		}
		n = child
	}
	isNew := !n.end
	n.end = true
	return isNew
}

// takes reports whether a path is a use of a template: its slots hold anything,
// also slots of other names.
func (n *node) takes(path template) bool {
	if len(path) == 0 {
		return n.end
	}
	if child := n.next[path[0]]; child != nil && child.takes(path[1:]) {
		return true
	}
	return slices.ContainsFunc(n.slots, func(segment string) bool {
		return segment != path[0] && segmentTakes(segment, path[0]) && n.next[segment].takes(path[1:])
	})
}

func segmentTakes(segment, used string) bool {
	before, after, slot := strings.Cut(segment, "{}")
	if !slot {
		return segment == used
	}
	_, tail, several := lastCut(after)
	if several {
		after = tail
	}
	return len(used) >= len(before)+len(after) && strings.HasPrefix(used, before) && strings.HasSuffix(used, after) && used != before+after
}

// lastCut cuts what follows the last slot of a segment.
func lastCut(s string) (before, after string, ok bool) {
	i := strings.LastIndex(s, "{}")
	if i < 0 {
		return s, "", false
	}
	return s[:i], s[i+2:], true
}

func (t template) String() string { return "/" + strings.Join(t, "/") }

// Key is an operation with nameless slots: what two statements of one endpoint
// have in common.
func (o Operation) Key() string { return o.Verb + " " + templateOf(o.Path).String() }

// templateOf cuts a path into segments. Query, fragment and a slash at the end
// don't count.
func templateOf(path string) template {
	if i := strings.IndexAny(path, "?#"); i >= 0 {
		path = path[:i]
	}
	path, _ = Whole(path)
	var t template
	for _, segment := range splitPath(strings.Trim(WithBraces(path), "/")) {
		t = append(t, nameless(segment))
	}
	return t
}

// splitPath splits at the slashes outside of slots.
func splitPath(path string) []string {
	var out []string
	depth, start := 0, 0
	for i := range len(path) {
		switch path[i] {
		case '{', '<':
			depth++
		case '}', '>':
			depth--
		case '/':
			if depth <= 0 {
				out = append(out, path[start:i])
				start = i + 1
			}
		}
	}
	return append(out, path[start:])
}

// nameless takes the names out of the slots of a segment: {id}, <id>, :id.
func nameless(segment string) string {
	if len(segment) > 1 && segment[0] == ':' {
		n := 1
		for n < len(segment) && (isLetter(segment[n]) || segment[n] == '_' || segment[n] == '-' || segment[n] >= '0' && segment[n] <= '9') {
			n++
		}
		return "{}" + segment[n:]
	}
	var b strings.Builder
	for segment != "" {
		open := strings.IndexAny(segment, "{<")
		if open < 0 {
			break
		}
		closing := "}"
		if segment[open] == '<' {
			closing = ">"
		}
		end := strings.LastIndex(segment[open:], closing)
		if next := strings.Index(segment[open:], closing); next >= 0 && !strings.ContainsAny(segment[open+1:open+next], "{<") {
			end = next
		}
		if end < 0 {
			break
		}
		b.WriteString(segment[:open] + "{}")
		segment = segment[open+end+1:]
	}
	return b.String() + segment
}

// common is what two templates begin with.
func common(a, b template) template {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return a[:n]
}

// HasPath reports whether an operation with any verb has a path, as Has compares paths.
func (k *Known) HasPath(path string) bool {
	for verb := range k.byVerb {
		if k.Has(Operation{verb, path}) {
			return true
		}
	}
	return false
}
