package captured

import (
	"strings"

	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format/sdkdocs/rendered"
)

// page writes one side of a partial.
func (p *partial) page(s side, names map[string][]string) (Page, bool) {
	w := &pageWriter{side: s.index()}
	path := ""
	at := p.roots.list[0].at
	if p.unit.path != "" {
		endpoint := p.unit.verb + " " + p.unit.path
		path = pagePath([]string{"changed", rendered.Fold(endpoint)}, true)
		if names := names[endpoint]; names != nil {
			path = pagePath(names, true)
		}
		w.heading(p.unit, at)
		w.line("### Parameters", at)
	} else {
		path = pagePath([]string{"changed", p.title}, false)
		w.line("## Domain Types", at)
		w.line("### "+p.title, at)
	}
	there := p.unit.path != ""
	if !there && p.roots.list[0].any().Form != decl.Named {
		w.line("- `"+p.title+" object`", at)
		w.line("  - "+codeSpan(rest), at)
		w.depth, there = 1, true
	}
	before := len(w.lines)
	w.nodes(p.roots.list, w.depth)
	return Page{path, w.text, w.lines}, there || len(w.lines) > before
}

// A pageWriter writes one side of nodes.
type pageWriter struct {
	side, depth int
	text        []byte
	lines       []int32
}

func (w *pageWriter) line(text string, at int32) {
	w.text = append(append(w.text, text...), '\n', '\n')
	w.lines = append(w.lines, at, 0)
}

// rest stands for the fields that are not shown, so that an object of which one
// side shows none is an object on both.
const rest = `"…": unknown`

// hollow reports whether one side of an object shows no field.
func (ts *nodes) hollow(e *entry) bool {
	if !e.both() || e.any().Expr.Innermost().Op != decl.Object || len(ts.list) == 0 {
		return false
	}
	return len(ts.names(0)) == 0 || len(ts.names(1)) == 0
}

func (w *pageWriter) nodes(nodes []*node, depth int) {
	indent := strings.Repeat("  ", depth)
	for _, t := range nodes {
		if t.code[w.side] == "" {
			continue
		}
		w.line(indent+"- "+codeSpan(t.code[w.side]), t.at)
		for _, e := range t.entry.text[w.side] {
			w.text = append(append(w.text, strings.TrimRight(indent+"  "+e.text, " ")...), '\n')
			w.lines = append(w.lines, e.at)
		}
		w.text = append(w.text, '\n')
		w.lines = append(w.lines, 0)
		if t.kids.hollow(t.entry) {
			w.line(indent+"  - "+codeSpan(rest), t.at)
		}
		w.nodes(t.kids.list, depth+1)
	}
}
