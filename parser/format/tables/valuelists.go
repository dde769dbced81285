package tables

import (
	"bytes"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/parser/format/tables/table"
	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
	"github.com/docgen-go/docgen/parser/prefilter"
)

// valueItem is an item of a list that is but a value, perhaps with what it means: - `LIMIT`,
// * MARKET: as soon as possible.
var valueItem = prefilter.MustCompile("^[-*+][ \\t]+(?:\\*\\*)?(?:`([^`\\s]+)`|\"([^\"\\s]+)\"|([A-Z][A-Z0-9_]*))(?:\\*\\*)?(?:[ \\t]*(?:$|[-–—:：(=][-–—>]*[ \\t]*(.*)$))")

// fewestValues is how many items make a list of values.
const fewestValues = 2

// valueLists are the lists of values right below headings, or below a sentence there, as tables:
// they are enums for who links to the headings as types.
func (s *document) valueLists() []*typeTable {
	var out []*typeTable
	for i := range s.blocks {
		if s.blocks[i].kind != headingBlock {
			continue
		}
		k := i + 1
		for k < len(s.blocks) && (s.blocks[k].kind == tagBlock || s.blocks[k].kind == textBlock && !hasItems(s.text[s.blocks[k].start:s.blocks[k].end])) {
			k++
		}
		if k == len(s.blocks) || s.blocks[k].kind != textBlock && s.blocks[k].kind != tableBlock || s.declared[&s.blocks[k]] {
			continue
		}
		b := &s.blocks[k] // a list of names with what they mean looks like one of attributes
		if b.kind == tableBlock && (s.callAt(b.start) != nil || !hasItems(s.text[b.start:b.end])) {
			continue
		}
		rows := valueRows(s.text[b.start:b.end], b.start)
		if len(rows) < fewestValues {
			continue
		}
		listed := &table.Table{Head: []string{"Value", "Description"}, Rows: rows, Start: b.start, End: b.end}
		h := headOf(listed)
		t := &typeTable{
			document: s, title: s.blocks[i].plain, call: s.callAt(b.start), enum: true, lazy: true, listed: true, heading: i, start: s.blocks[i].start,
			block: &block{kind: tableBlock, start: b.start, end: b.end, table: listed, head: &h},
		}
		t.anchors = s.anchorsOf(t)
		out = append(out, t)
	}
	return out
}

// namesEnums reports whether a title says that values are listed.
func namesEnums(title string) bool {
	kind, _ := vocabulary.KindOf(title)
	return kind == vocabulary.Enum || vocabulary.SectionOf(title) == vocabulary.Enum
}

// mayListValues reports by one look whether a page is one of lists of values: its first
// heading says that there are some.
func mayListValues(text []byte) bool {
	for line := range bytes.Lines(text) {
		if title := bytes.TrimLeft(line, "#"); len(title) < len(line) {
			return len(line) < longestLabel && namesEnums(string(bytes.TrimSpace(title)))
		}
	}
	return false
}

// isOfEnums reports whether a list of values stands where its own title, or that of the page,
// says that there are some.
func (t *typeTable) isOfEnums() bool { return namesEnums(t.title) || namesEnums(t.document.title) }

// hasItems reports whether a text has items of a list.
func hasItems(text string) bool {
	return slices.ContainsFunc(strings.Split(text, "\n"), anyItem.MatchString)
}

// valueRows are the values that a text lists at an offset, each with what it means, or nil
// where some item is no value.
func valueRows(text string, at int) []table.Row {
	var out []table.Row
	for line := range strings.Lines(text) {
		start := at
		at += len(line)
		line = strings.TrimRight(line, " \t\r\n")
		m := valueItem.FindStringSubmatch(line)
		switch {
		case m != nil:
			out = append(out, table.Row{Cells: []string{m[1] + m[2] + m[3], m[4]}, Start: start, End: start + len(line)})
		case line == "":
		case anyItem.MatchString(line):
			return nil
		case len(out) > 0 && line[0] == ' ': // the item goes on
			row := &out[len(out)-1]
			row.Cells[1] = strings.TrimSpace(row.Cells[1] + " " + strings.TrimSpace(line))
		case len(out) > 0:
			return nil
		}
	}
	return out
}
