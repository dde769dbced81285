package tables

import (
	"strings"

	"github.com/docgen-go/docgen/parser/prefilter"
)

var (
	// preOpen opens code in tags: <pre class="json">, <pre><code class="language-json">
	preOpen = prefilter.MustCompile(`^[ \t]*<pre\b([^<>]{0,200})>\s*(?:<code\b([^<>]{0,200})>)?`)
	// preLanguage is the language in its attributes.
	preLanguage = prefilter.MustCompile(`\b(?:class|lang|language)\s*=\s*["'](?:[^"']*?\b(?:language-|lang-|brush:\s*))?([A-Za-z]+)`)
	// anyTag is a tag of those that colour code. What stands for a value is no tag of these.
	anyTag = prefilter.MustCompile(`</?(?:span|code|b|i|em|strong|a|br|mark|font)\b[^<>]*>`)
)

// mostPreformatted is how many bytes of code are looked for between tags.
const mostPreformatted = 1 << 16

// preformatted adds the code in tags whose first line, without its indentation given, begins at an offset, and
// returns the offset after it, or 0.
func (s *blockScan) preformatted(i int, line string) int {
	if !strings.HasPrefix(line, "<pre") {
		return 0
	}
	b, ok := preformatted(s.text, i)
	if !ok {
		return 0
	}
	return s.add(b)
}

// preformatted reads the code in tags whose first line begins at an offset.
func preformatted(text string, i int) (block, bool) {
	m := preOpen.FindStringSubmatchIndex(text[i:min(len(text), i+500)])
	if m == nil {
		return block{}, false
	}
	inner := i + m[1]
	n := strings.Index(text[inner:min(len(text), inner+mostPreformatted)], "</pre>")
	if n < 0 || strings.TrimSpace(text[inner:inner+n]) == "" {
		return block{}, false
	}
	innerEnd := inner + len(strings.TrimSuffix(strings.TrimRight(text[inner:inner+n], " \t\n"), "</code>"))
	info := ""
	if l := preLanguage.FindStringSubmatch(text[i : i+m[1]]); l != nil {
		info = l[1]
	}
	return block{kind: fenceBlock, start: i, end: lineEnd(text, inner+n), inner: inner, innerEnd: innerEnd, info: info, tagged: true}, true
}
