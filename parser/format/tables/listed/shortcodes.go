package listed

import (
	"strings"

	"github.com/docgen-go/docgen/parser/format/tables/table"
	"github.com/docgen-go/docgen/parser/prefilter"
)

var (
	// attributeTag is a tag of a template that is one attribute: {% x-parameter name="a" %}.
	attributeTag = prefilter.MustCompile(`^[ \t]*\{%\s*([a-z][a-z-]*parameter)((?:\s+[A-Za-z][\w-]*=(?:"[^"]*"|'[^']*'|[^\s"'%]+))+)\s*%\}[ \t]*\n?`)
	// shortcodePair is one attribute of such a tag.
	shortcodePair = prefilter.MustCompile(`([A-Za-z][\w-]*)=(?:"([^"]*)"|'([^']*)'|([^\s"'%]+))`)
	// shortcodeGroup opens a tag around those of one location.
	shortcodeGroup = prefilter.MustCompile(`^\s*\{%\s*[a-z-]*\b(path|query|header|body|form|cookie)s?(?:-data)?(?:-parameters)?\s*%\}`)
)

// isShortcode reports whether a line begins a tag of a template that is an attribute.
func isShortcode(line string) bool {
	return strings.HasPrefix(strings.TrimLeft(line, " \t"), "{%") && strings.Contains(line, "parameter") && attributeTag.MatchString(line)
}

// Shortcodes reads the tags of a template that begin at text[start:], each an attribute with
// its description up to the tag that closes it:
//
//	{% x-parameter in="query" name="colour" type="string" required="true" %}
//	Which one.
//	{% endx-parameter %}
//
// Where the tag itself says no location, that above it does. t is nil where there is none.
func Shortcodes(text string, start int, _ bool) (t *table.Table, next int) {
	around := locationAround(text[:start])
	var items []item
	next = start
	for i := start; ; {
		for i < len(text) && strings.TrimSpace(text[i:lineEnd(text, i)]) == "" {
			i = lineEnd(text, i)
		}
		it, end := shortcodeAt(text, i)
		if it == nil {
			break
		}
		if it.location == "" {
			it.location = around
		}
		items = append(items, *it)
		i, next = end, end
	}
	if len(items) == 0 {
		return nil, start
	}
	return tableOf(items, start, next), next
}

// shortcodeAt reads the tag at an offset; it is nil where there is none, or none closes it.
func shortcodeAt(text string, i int) (it *item, end int) {
	if i >= len(text) || !isShortcode(text[i:lineEnd(text, i)]) {
		return nil, i
	}
	m := attributeTag.FindStringSubmatch(text[i:lineEnd(text, i)])
	closing := "{% end" + m[1] + " %}"
	n := strings.Index(text[i:min(len(text), i+longestField)], closing)
	if n < 0 {
		return nil, i
	}
	it = &item{start: i}
	it.need = "optional" // unless it says that it is required
	for _, p := range shortcodePair.FindAllStringSubmatch(m[2], -1) {
		value := p[2] + p[3] + p[4]
		if p[1] == "in" {
			it.location = value
			continue
		}
		it.set(p[1], value, true)
	}
	it.text = strings.TrimSpace(it.text + unindented(text[i+len(m[0]):i+n]))
	it.end = i + n + len(closing)
	return it, max(lineEnd(text, it.end), it.end)
}

// locationAround is the location that a tag right above says, which groups parameters, or "".
func locationAround(before string) string {
	before = strings.TrimRight(before, " \t\n")
	line := before[strings.LastIndexByte(before, '\n')+1:]
	if m := shortcodeGroup.FindStringSubmatch(line); m != nil {
		return m[1]
	}
	return ""
}
