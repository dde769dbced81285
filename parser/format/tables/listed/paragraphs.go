package listed

import (
	"strings"

	"github.com/docgen-go/docgen/parser/format/tables/table"
	"github.com/docgen-go/docgen/parser/prefilter"
)

var (
	// codedName begins a paragraph in HTML that is one attribute: its name in bold code, and
	// perhaps its type in small letters.
	codedName = prefilter.MustCompile(`^[ \t]*(?:<p[^<>]*>\s*)?<b><code>([^<>]{1,120})</code></b>(?:&nbsp;|\s)*(?:<small>([^<>]{0,60})</small>)?(?:&nbsp;|[ \t])*(<i>optional</i>)?`)
	// paragraphLocation is where a program says in which part of a request it sends the field.
	paragraphLocation = prefilter.MustCompile(`\bdata-component="([a-z]+)"`)
	// breakOrTag are the tags of such a paragraph.
	breakOrTag = prefilter.MustCompile(`</?(?:p|br|input|label|code|small|i|b|details|summary|span)\b[^<>]*>`)
)

// isCodedName reports whether a paragraph begins at an offset that is one attribute.
func isCodedName(text string, i int) bool {
	line := strings.TrimLeft(text[i:lineEnd(text, i)], " \t")
	if !strings.HasPrefix(line, "<p") && !strings.HasPrefix(line, "<b><code>") {
		return false
	}
	return codedName.MatchString(text[i:min(len(text), i+400)])
}

// Paragraphs reads the paragraphs in HTML that begin at text[start:], each an attribute:
//
//	<p>
//	<b><code>colour</code></b>&nbsp;&nbsp;<small>string</small>     <i>optional</i>
//	<br>
//	Which one.
//	</p>
//
// t is nil where there is none, or where none says its type and no label announces them.
func Paragraphs(text string, start int, announced bool) (t *table.Table, next int) {
	var items []item
	typed := announced
	next = start
	for i := start; i < len(text); {
		if strings.TrimSpace(text[i:lineEnd(text, i)]) == "" {
			i = lineEnd(text, i)
			continue
		}
		if !isCodedName(text, i) {
			break
		}
		end := strings.Index(text[i:min(len(text), i+longestField)], "</p>")
		if end < 0 {
			break
		}
		it := paragraphItem(text[i : i+end])
		it.start, it.end = i, i+end
		typed = typed || it.typ != ""
		items = append(items, it)
		i = lineEnd(text, i+end)
		next = i
	}
	if len(items) == 0 || !typed {
		return nil, max(next, lineEnd(text, start))
	}
	return tableOf(items, start, next), next
}

func paragraphItem(text string) item {
	m := codedName.FindStringSubmatch(text)
	it := item{}
	it.name, it.typ, it.need = strings.TrimSpace(m[1]), strings.TrimSpace(m[2]), "required"
	if m[3] != "" {
		it.need = "optional"
	}
	if location := paragraphLocation.FindStringSubmatch(text); location != nil {
		it.location = map[string]string{"url": "path", "query": "query", "body": "body", "header": "header"}[location[1]]
	}
	rest := strings.ReplaceAll(breakOrTag.ReplaceAllString(text[len(m[0]):], " "), "&nbsp;", " ")
	it.text = unindented(rest)
	return it
}
