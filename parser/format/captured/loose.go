package captured

import (
	"fmt"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model/diag"
)

// A loose is something that differs and whose place is not known, in all files
// that show it.
type loose struct {
	what        string
	code        string
	at          int32
	occurrences int
	dialects    []string
	// texts are what each side says: the item, and the prose below it.
	texts [2]string
}

// An unplacedList gathers what could not be placed, by what it is.
type unplacedList struct {
	list  []*loose
	byKey map[string]*loose
}

func (u *unplacedList) add(s *fileDiff, e *entry) {
	what, code := "changed", e.code[1]
	switch {
	case e.item[0] == nil:
		what = "added"
	case e.item[1] == nil:
		what, code = "removed", e.code[0]
	case e.code[0] == e.code[1]:
		what = "described in other words"
	}
	key := what + " " + e.key()
	l := u.byKey[key]
	if l == nil {
		l = &loose{what: what, code: code, at: e.at, texts: e.texts()}
		u.byKey[key] = l
		u.list = append(u.list, l)
	}
	l.occurrences++
	if name := s.dialect.Name(); !slices.Contains(l.dialects, name) {
		l.dialects = append(l.dialects, name)
	}
}

// texts are what each side says of an item.
func (e *entry) texts() (out [2]string) {
	for i := range out {
		out[i] = joined(e.code[i], prose(e.text[i]))
	}
	return out
}

// report tells what was left out of the comparison, and where.
func (r *reader) report(u *unplacedList) {
	for _, l := range u.list {
		severity := diag.Warning
		if l.what == "described in other words" {
			severity = diag.Info
		}
		occurrences := ""
		if l.occurrences > 1 {
			occurrences = fmt.Sprintf(" in %d places", l.occurrences)
		}
		r.add("unplaced-change", severity, l.at, "`%s` is %s%s (%s), and no file shows what it belongs to", l.code, l.what, occurrences, strings.Join(l.dialects, ", ")).
			Help = "it is left out; compare the pages themselves to see more"
	}
}

// words reports how many lines differ that are no items.
func (r *reader) words(diffs []*fileDiff) {
	n, at := 0, int32(0)
	for _, s := range diffs {
		if s.words > 0 && n == 0 {
			at = s.wordsAt
		}
		n += s.words
	}
	if n > 0 {
		r.add("other-words", diag.Info, at, "%s of examples and of prose about methods, from here on, not compared", count(n, "changed line", "changed lines"))
	}
}

// clientsOnly reports files that came or went in the pages of clients while
// those of the base, which say what is on the wire, did not.
func (r *reader) clientsOnly(base string) {
	for _, on := range []side{before, after} {
		lone := map[*document]bool{}
		for _, d := range r.lone(on, base) {
			lone[d] = true
		}
		n, at := 0, int32(0)
		for _, d := range r.whole[on.index()] {
			if lone[d] {
				continue
			}
			if n++; at == 0 {
				at = d.at
			}
		}
		if n > 0 {
			r.add("other-file", diag.Info, at, "%s, from here on, not compared: types alone, or methods that are not new to the %s pages", count(n, "file that only one side has", "files that only one side has"), base)
		}
	}
}

// unshown reports items that announce other members than are shown to have come
// or gone.
func (r *reader) unshown(s *fileDiff) {
	for _, e := range s.entries {
		if n := max(e.missing, -e.missing); n > 0 {
			r.add("unshown-change", diag.Warning, e.at, "by what `%s` announces, %d more of its members came or went than are shown", e.code[1], n)
		}
	}
}

// add notes a finding at a line of the capture.
func (r *reader) add(code diag.Code, s diag.Severity, line int32, format string, args ...any) *diag.Diagnostic {
	at := r.starts[line-1]
	return r.found.Add(code, s, r.file.Span(at, at), format, args...)
}

// agreed are the names of what was placed, and of all that stands in whole files.
func (r *reader) agreed(changes [][]change) map[string]bool {
	out := map[string]bool{}
	for _, list := range changes {
		for _, c := range list {
			if c.located {
				c.entry.eachKey(out)
			}
		}
	}
	return out
}

// eachKey adds the names of an entry and of all below it.
func (e *entry) eachKey(into map[string]bool) {
	into[e.key()] = true
	for _, k := range e.kids {
		k.eachKey(into)
	}
}

// count is a number with its noun.
func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}
