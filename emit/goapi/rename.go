package goapi

import (
	"iter"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// renames finds types that only have another name: where a declaration differs
// in nothing but that, code that does not write the name goes on to compile.
type renames struct {
	gone, came map[string]*change // what only one side has
	members    map[string][]*change
	to         map[string]string // old names to new ones
	taken      map[string]bool
	queue      [][2]string // texts that stand for each other
}

func findRenames(all []change) map[string]string {
	counts := map[Action]int{}
	for i := range all {
		counts[all[i].Action]++
	}
	if counts[Removed] == 0 || counts[Added] == 0 {
		return nil
	}
	r := renames{
		gone: make(map[string]*change, counts[Removed]), came: make(map[string]*change, counts[Added]), members: map[string][]*change{},
		to: map[string]string{}, taken: map[string]bool{},
	}
	for i := range all {
		switch c := &all[i]; c.Action {
		case Removed:
			r.remove(c)
		case Added:
			r.came[c.Name] = c
		default:
			r.queue = append(r.queue, [2]string{c.Old, c.New})
		}
	}
	for len(r.queue) > 0 {
		pair := r.queue[0]
		r.queue = r.queue[1:]
		r.unify(pair[0], pair[1])
	}
	return r.to
}

func (r *renames) remove(c *change) {
	r.gone[c.Name] = c
	if owner, _, ok := strings.Cut(c.Name, "."); ok {
		r.members[owner] = append(r.members[owner], c)
	}
}

// unify pairs the types by which alone two texts differ.
func (r *renames) unify(before, after string) {
	a, b := tokens(before), tokens(after)
	if len(a) != len(b) {
		return
	}
	var pairs [][2]string
	for i := range a {
		if a[i] == b[i] || r.to[a[i]] == b[i] {
			continue
		}
		if !r.mayPair(a[i], b[i]) {
			return
		}
		pairs = append(pairs, [2]string{a[i], b[i]})
	}
	for _, p := range pairs {
		if r.mayPair(p[0], p[1]) {
			r.pair(p[0], p[1])
		}
	}
}

func (r *renames) mayPair(before, after string) bool {
	a, b := r.gone[before], r.came[after]
	return a != nil && b != nil && r.to[before] == "" && !r.taken[after] && a.Kind == KindType && b.Kind == KindType &&
		len(tokens(a.Old)) == len(tokens(b.New))
}

// pair notes a rename. What the types are made of may hold further ones.
func (r *renames) pair(before, after string) {
	r.to[before], r.taken[after] = after, true
	r.queue = append(r.queue, [2]string{r.gone[before].Old, r.came[after].New})
	for _, c := range r.members[before] {
		if now, ok := r.came[after+strings.TrimPrefix(c.Name, before)]; ok {
			r.queue = append(r.queue, [2]string{c.Old, now.New})
		}
	}
}

// tokens cuts the text of a declaration into names and what stands between
// them. A quoted text is one token, whatever it says.
func tokens(text string) []string { return slices.Collect(tokensOf(text)) }

// tokensOf yields the tokens of a text without a list of them.
func tokensOf(text string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for text := text; text != ""; {
			n := 0
			if quoted := quotedPrefix(text); quoted != "" {
				n = len(quoted)
			} else if n = nameEnd(text); n == 0 {
				n = strings.IndexFunc(text, func(c rune) bool { return c == '"' || !notInName(c) })
			}
			if n <= 0 {
				n = len(text)
			}
			if !yield(text[:n]) {
				return
			}
			text = text[n:]
		}
	}
}

// quotedPrefix returns the Go string that a text begins with, or "".
func quotedPrefix(text string) string {
	if !strings.ContainsRune("\"'`", rune(text[0])) {
		return ""
	}
	quoted, _ := strconv.QuotedPrefix(text)
	return quoted
}

// nameEnd returns where the name ends that a text begins with, or -1 where it has no end.
func nameEnd(text string) int {
	for i := range len(text) {
		switch c := text[i]; {
		case c >= utf8.RuneSelf:
			if n := strings.IndexFunc(text[i:], notInName); n >= 0 {
				return i + n
			}
			return -1
		case notInName(rune(c)):
			return i
		}
	}
	return -1
}

func notInName(c rune) bool {
	if c < unicode.MaxASCII {
		return !('a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || c == '_' || c == '.')
	}
	return !unicode.IsLetter(c) && !unicode.IsDigit(c) && c != '_' && c != '.'
}

// renamed is the differences that are left when types have their new names on
// the old side too, and those that are the names. What code has that it no
// longer finds keeps its old name.
func renamed(all []change, to map[string]string) []change {
	var before, after []Decl
	written := map[string]Decl{}
	for _, c := range all {
		if c.Action != Added {
			d := Decl{c.was, renameAll(c.Name, to), renameAll(c.Old, to)}
			before, written[d.Name] = append(before, d), Decl{c.was, c.Name, c.Old}
		}
		if c.Action != Removed {
			after = append(after, Decl{c.Kind, c.Name, c.New})
		}
	}
	Sort(before)
	out := merge(before, after)
	for i, c := range out {
		if d, ok := written[c.Name]; ok && c.Action != Added {
			out[i].Name, out[i].Old = d.Name, d.Text
		}
	}
	for old, now := range to {
		out = append(out, change{newChange(Renamed, KindType, old, old, now), "", false})
	}
	slices.SortFunc(out, func(a, b change) int { return strings.Compare(a.Name, b.Name) })
	return out
}

// renameAll renames in a text or in the name of a member or a variant.
func renameAll(text string, to map[string]string) string {
	var b strings.Builder
	for _, token := range tokens(text) {
		head, tail, member := strings.Cut(token, ".")
		switch {
		case to[token] != "":
			b.WriteString(to[token])
		case member && to[head] != "":
			b.WriteString(to[head] + "." + tail)
		default:
			b.WriteString(token)
		}
	}
	return b.String()
}
