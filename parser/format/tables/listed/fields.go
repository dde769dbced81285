package listed

import (
	"cmp"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/parser/format/tables/table"
	"github.com/docgen-go/docgen/parser/prefilter"
)

var (
	// fieldTag begins a component that is one attribute, as its name and what follows say. A tag
	// around all of them may stand before it.
	fieldTag = prefilter.MustCompile(`^[ \t]*(?:<[A-Z][A-Za-z]*>[ \t]*)?<((?:[A-Z][A-Za-z]*)?(?:Field|Param|Parameter|Property|Attribute|Argument))[\s/>]`)
	// pairOf is one attribute of a tag: name, name="text", name={value}.
	pairOf = prefilter.MustCompile(`^\s*([A-Za-z][\w-]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|\{([^{}]*)\}))?`)
	// wrapper is a tag around further attributes, which says nothing itself.
	wrapper = prefilter.MustCompile(`(?m)^[ \t]*</?[A-Z][A-Za-z]*(?:\s[^<>]*)?>[ \t]*$`)
	// codeFence begins or ends a fence, in which no component is one.
	codeFence = prefilter.MustCompile("^[ \t]*(?:```|~~~)")
)

// isField reports whether a line begins a component that is an attribute.
func isField(line string) bool {
	return strings.HasPrefix(strings.TrimLeft(line, " \t"), "<") && fieldTag.MatchString(line)
}

// Fields reads the components that begin at text[start:], each an attribute, those
// within one its members:
//
//	<ParamField body="colour" type="string" required>
//	  Which one.
//	</ParamField>
//
// Those of one table have one name; those of answers are called after these. One
// without a name is a row without one, which nobody can read. t is nil where there is
// none.
func Fields(text string, start int, _ bool) (t *table.Table, next int) {
	s := &fieldScan{text: text}
	next = s.read(start, len(text), 0)
	if len(s.items) == 0 {
		return nil, max(next, start)
	}
	s.weigh()
	t = tableOf(s.items, start, next)
	t.Answer = strings.HasPrefix(s.tag, "Response") || strings.HasPrefix(s.tag, "Return")
	return t, next
}

type fieldScan struct {
	text string
	// tag is the name of the components of the list.
	tag   string
	items []item
}

// read reads the components from offset i to end, with nothing but blank lines between
// them, and returns where they end.
func (s *fieldScan) read(i, end, depth int) int {
	last := i
	for i < end {
		line := lineEnd(s.text, i)
		if strings.TrimSpace(s.text[i:line]) == "" {
			i = line
			continue
		}
		m := fieldTag.FindStringSubmatch(s.text[i:min(line, end)])
		if m == nil || s.tag != "" && m[1] != s.tag {
			break
		}
		s.tag = m[1]
		next, ok := s.field(i, strings.LastIndex(s.text[i:min(line, end)][:len(m[0])], "<"), end, depth)
		if !ok {
			break
		}
		i, last = next, next
	}
	return last
}

// weigh makes what says nothing of it optional where others say that they are required.
func (s *fieldScan) weigh() {
	if !slices.ContainsFunc(s.items, func(it item) bool { return it.need == "required" }) {
		return
	}
	for i := range s.items {
		s.items[i].need = cmp.Or(s.items[i].need, "optional")
	}
}

// field reads the component whose tag begins some bytes behind offset i; ok is false where
// it cannot be read or it has no end.
func (s *fieldScan) field(i, behind, end, depth int) (next int, ok bool) {
	at := i + behind + len("<"+s.tag)
	it := item{start: i, depth: depth}
	it.start = at - len("<"+s.tag)
	at, empty, ok := it.attributes(s.text[:end], at)
	if !ok || depth >= deepest {
		return i, false
	}
	inner, close := at, at
	if !empty {
		if close = s.closing(at, end); close < 0 {
			return i, false
		}
		at = close + len("</"+s.tag+">")
	}
	it.end = at
	index := len(s.items)
	s.items = append(s.items, it)
	doc := s.within(inner, close, depth)
	s.items[index].text = strings.TrimSpace(s.items[index].text + doc)
	return max(lineEnd(s.text, at), at), true
}

// within reads what a component holds: further ones, which stand below it, and text.
func (s *fieldScan) within(i, end, depth int) string {
	var doc strings.Builder
	fence := false
	for i < end {
		line := min(lineEnd(s.text, i), end)
		switch {
		case codeFence.MatchString(s.text[i:line]):
			fence = !fence
		case fence:
		case isField(s.text[i:line]):
			if next := s.read(i, end, depth+1); next > i {
				i = min(next, end)
				continue
			}
		}
		doc.WriteString(s.text[i:line])
		i = line
	}
	return unindented(wrapper.ReplaceAllString(doc.String(), ""))
}

// unindented is a text whose lines have no blanks around them.
func unindented(text string) string {
	var out []string
	for line := range strings.Lines(text) {
		out = append(out, strings.TrimSpace(line))
	}
	return strings.TrimSpace(strings.Join(out, "\n"))
}

// longestField is how many bytes a component takes with all that is in it. It bounds
// how far one is looked for that nothing closes.
const longestField = 64 << 10

// closing is the offset of the closing tag of the component whose content begins at i,
// or -1.
func (s *fieldScan) closing(i, end int) int {
	opening, closing := "<"+s.tag, "</"+s.tag+">"
	end = min(end, i+longestField)
	for depth := 1; ; {
		n := strings.Index(s.text[i:end], closing)
		if n < 0 {
			return -1
		}
		depth += opens(s.text[i:i+n], opening) - 1
		if i += n; depth == 0 {
			return i
		}
		i += len(closing)
	}
}

// opens counts the tags in a text that open a component and do not end it at once.
func opens(text, opening string) int {
	n := 0
	for {
		i := strings.Index(text, opening)
		if i < 0 {
			return n
		}
		text = text[i+len(opening):]
		if _, empty, ok := new(item).attributes(text, 0); ok && !empty {
			n++
		}
	}
}

// longestPair is how many bytes one attribute of a tag takes.
const longestPair = 1 << 10

// attributes reads the attributes of a tag from offset i to its end; empty says that
// the component ends there, too.
func (it *item) attributes(text string, i int) (next int, empty, ok bool) {
	for {
		rest := strings.TrimLeft(text[i:], " \t\n")
		i = len(text) - len(rest)
		switch {
		case strings.HasPrefix(rest, "/>"):
			return i + len("/>"), true, true
		case strings.HasPrefix(rest, ">"):
			return i + len(">"), false, true
		}
		m := pairOf.FindStringSubmatch(rest[:min(len(rest), longestPair)])
		if m == nil {
			return i, false, false
		}
		it.set(m[1], strings.Trim(strings.TrimSpace(m[2]+m[3]+m[4]), `"'`), len(m[0]) > len(m[1]))
		i += len(m[0])
	}
}

// set takes one attribute of a tag; said says that it has a value.
func (it *item) set(name, value string, said bool) {
	switch name {
	case "name":
		it.name = value
	case "path", "query", "header", "body", "form", "cookie":
		it.name, it.location = value, name
		if it.need == "" {
			it.need = "optional" // unless it says that it is required
		}
	case "type":
		it.typ = value
	case "default":
		it.def = value
	case "required":
		it.need = "required"
		if said && value == "false" {
			it.need = "optional"
		}
	case "optional":
		it.need = "optional"
	case "deprecated":
		if !said || value != "false" {
			it.text = "Deprecated. "
		}
	}
}
