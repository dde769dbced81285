package tables

import (
	"bytes"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/docgen-go/docgen/model/source"
	"github.com/docgen-go/docgen/parser/format/tables/table"
	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
	"github.com/docgen-go/docgen/parser/link"
	"github.com/docgen-go/docgen/parser/openapi/tree"
	"github.com/docgen-go/docgen/parser/prefilter"
	"github.com/docgen-go/docgen/parser/statement"
)

// frontHeads are the columns of tables that lists in front matter give, frontKeys the keys of
// their items for each.
var (
	frontHeads = []string{"Name", "Type", "Location", "Required", "Default", "Values", "Description"}
	frontKeys  = [][]string{{"name", "key"}, {"type"}, {"in", "location"}, {"required"}, {"default"}, {"enum", "values"}, {"description", "desc", "doc"}}
)

// frontBlocks are the lists of attributes in the front matter of a page that states an endpoint
// there, each as a label and a table.
func (s *document) frontBlocks(found []statement.Finding) []block {
	end := s.page.Front.End
	if len(found) == 0 || found[0].Start >= end || !mayListInFront(s.bytes[:end]) {
		return nil
	}
	file := s.file
	if file == nil {
		file = source.NewFile(s.page.Path, s.bytes)
	}
	const rule = len("---\n")
	docs, _ := tree.Parse(file, 0, rule, end-rule, 0)
	if len(docs) == 0 {
		s.unreadFront = append(s.unreadFront, rule)
		return nil
	}
	return s.frontLists(docs[0], true)
}

// frontLists are the lists of attributes in a mapping of front matter, and in those right below
// it.
func (s *document) frontLists(n *yaml.Node, top bool) (out []block) {
	if n.Kind != yaml.MappingNode {
		return nil
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, list := n.Content[i], n.Content[i+1]
		title := strings.ReplaceAll(key.Value, "_", " ")
		section := vocabulary.SectionOf(title)
		switch {
		case list.Kind == yaml.ScalarNode || len(list.Content) == 0:
		case isFactSection(section) && isByLocation(list):
			out = append(out, s.frontLists(list, false)...)
		case isFactSection(section):
			t := s.frontTable(list, key.Column)
			if t == nil {
				s.unreadFront = append(s.unreadFront, key.Column)
				continue
			}
			out = append(out, block{kind: textBlock, start: key.Column, end: key.Column + len(key.Value), says: &label{announced: announced{section: section}, text: title}},
				block{kind: tableBlock, start: t.Start, end: t.End, table: t})
		case top:
			out = append(out, s.frontLists(list, false)...)
		}
	}
	return out
}

// frontServer is the line of an address without a page in front matter.
var frontServer = prefilter.MustCompile(`(?m)^(?:url|server|host|base_?url|baseURL):[ \t]*["']?(https?://[^\s/"'#?{}<>]+/?)["']?[ \t]*$`)

// serverInFront takes the host that front matter names beside the route of an endpoint for a server.
func (c *shared) serverInFront(s *document) {
	end := s.page.Front.End
	if end == 0 || len(s.found) == 0 || s.found[0].Start >= end {
		return
	}
	m := frontServer.FindStringSubmatchIndex(s.text[:end])
	if m == nil {
		return
	}
	c.servers = append(c.servers, link.Server{URL: strings.Clone(strings.TrimSuffix(s.text[m[2]:m[3]], "/")), Span: c.file().Span(m[2], m[3])})
}

// isByLocation reports whether a mapping has lists by the place where they travel: path, query, body.
func isByLocation(n *yaml.Node) bool {
	if n.Kind != yaml.MappingNode {
		return false
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		if !isRequestPart(vocabulary.SectionOf(n.Content[i].Value)) || n.Content[i+1].Kind != yaml.SequenceNode {
			return false
		}
	}
	return len(n.Content) > 0
}

// checkFront reports what front matter lists below a key for attributes and that could not be
// read.
func (r *reading) checkFront() {
	for _, at := range r.document.unreadFront {
		r.unread(at, lineEnd(r.document.text, at), "unread-facts", "the front matter states an endpoint, and what it lists here cannot be read: nothing of it is in the model",
			"docgen reads a list of mappings with names, or a mapping by names, of strings, numbers and truths")
	}
}

// mayListInFront reports by one look whether front matter may list attributes.
func mayListInFront(text []byte) bool {
	return bytes.Contains(text, []byte(":\n"))
}

// frontTable makes a table of a list of mappings with names, or of a mapping of such by their
// names, or returns nil.
func (s *document) frontTable(list *yaml.Node, at int) *table.Table {
	t := &table.Table{Head: frontHeads, Start: at, HeadRow: table.Row{Start: at, End: lineEnd(s.text, at)}}
	if !s.frontRows(t, list, "", 0) || len(t.Rows) == 0 {
		return nil
	}
	return withoutEmpty(t)
}

// deepestFront is how deep lists of members in front matter may be nested.
const deepestFront = 16

// frontRows adds the rows of a list to a table, and those of the lists of members below them by
// their paths. It reports whether all are attributes.
func (s *document) frontRows(t *table.Table, list *yaml.Node, above string, depth int) bool {
	for i, n := range list.Content {
		cells := make([]string, len(frontKeys))
		start := n.Column
		if list.Kind == yaml.MappingNode {
			if i%2 == 0 {
				continue
			}
			cells[0], start = list.Content[i-1].Value, list.Content[i-1].Column
		}
		if n.Kind != yaml.MappingNode || depth > deepestFront {
			return false
		}
		fillFront(cells, n)
		if cells[0] == "" {
			return false
		}
		cells[0] = above + cells[0]
		t.Rows = append(t.Rows, table.Row{Cells: cells, Start: start, End: start + len(strings.TrimRight(s.text[start:lineEnd(s.text, start)], "\n"))})
		t.End = max(t.End, t.Rows[len(t.Rows)-1].End)
		for _, key := range []string{"children", "properties", "fields", "members"} {
			if below := tree.Member(n, key); below != nil && len(below.Content) > 0 && !s.frontRows(t, below, cells[0]+".", depth+1) {
				return false
			}
		}
	}
	return true
}

// fillFront fills the cells of a row with what a mapping says.
func fillFront(cells []string, n *yaml.Node) {
	for c, keys := range frontKeys {
		for _, key := range keys {
			if v := tree.Member(n, key); v != nil && cells[c] == "" {
				cells[c] = cellOf(v)
			}
		}
	}
	if schema := tree.Member(n, "schema"); schema != nil && cells[1] == "" {
		if typ := tree.Member(schema, "type"); typ != nil {
			cells[1] = cellOf(typ)
		}
	}
	for _, key := range []string{"min", "max"} { // a number, or a text such as 20 characters
		if v := tree.Member(n, key); v != nil && v.Kind == yaml.ScalarNode {
			cells[len(cells)-1] = strings.TrimSpace(cells[len(cells)-1] + " (" + key + ": " + v.Value + ")")
		}
	}
}

// cellOf is a value of front matter as the text of a cell.
func cellOf(n *yaml.Node) string {
	if n.Kind == yaml.ScalarNode {
		return strings.TrimSpace(n.Value)
	}
	var words []string
	for _, v := range n.Content {
		if v.Kind == yaml.ScalarNode && n.Kind == yaml.SequenceNode {
			words = append(words, "`"+v.Value+"`")
		}
	}
	return strings.Join(words, ", ")
}

// withoutEmpty is a table without the columns of which no row says anything.
func withoutEmpty(t *table.Table) *table.Table {
	var head []string
	rows := make([][]string, len(t.Rows))
	for c, title := range t.Head {
		used := false
		for i := range t.Rows {
			used = used || t.Rows[i].Cells[c] != ""
		}
		if !used {
			continue
		}
		head = append(head, title)
		for i := range t.Rows {
			rows[i] = append(rows[i], t.Rows[i].Cells[c])
		}
	}
	t.Head = head
	for i := range t.Rows {
		t.Rows[i].Cells = rows[i]
	}
	return t
}
