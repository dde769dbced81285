package table

import (
	"regexp"
	"strings"
)

var (
	rowTag  = regexp.MustCompile(`(?is)<tr\b[^>]*>(.*?)(?:</tr>|$)`)
	cellTag = regexp.MustCompile(`(?is)<(t[hd])\b[^>]*>(.*?)(?:</t[hd]>|$)`)
)

// HTML reads the table in HTML that begins at text[start:], if there is one. Cells
// keep the tags in them. Its end is that of the closing tag.
func HTML(text string, start, end int) *Table {
	if !hasTag(text[start:end], "<table") {
		return nil
	}
	t := &Table{Start: start, End: end}
	if n := strings.Index(strings.ToLower(text[start:end]), "</table>"); n >= 0 {
		t.End = start + n + len("</table>")
	}
	for _, m := range rowTag.FindAllStringSubmatchIndex(text[start:t.End], -1) {
		r := Row{Start: start + m[0], End: start + m[1]}
		heads := 0
		for _, c := range cellTag.FindAllStringSubmatch(text[start+m[2]:start+m[3]], -1) {
			if strings.EqualFold(c[1], "th") {
				heads++
			}
			r.Cells = append(r.Cells, strings.Join(strings.Fields(c[2]), " "))
		}
		switch {
		case len(r.Cells) == 0:
		case t.Head == nil && (heads > 1 || len(t.Rows) == 0):
			t.Head = r.Cells
			if heads == 0 {
				t.HeadRow = r
			}
		default:
			r.Ragged = len(r.Cells) > len(t.Head)
			t.Rows = append(t.Rows, r)
		}
	}
	if t.Head == nil {
		return nil
	}
	return t
}

func hasTag(text, tag string) bool {
	return len(text) >= len(tag) && strings.EqualFold(text[:len(tag)], tag)
}
