package captured

import (
	"cmp"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format/sdkdocs/dialect"
	"github.com/docgen-go/docgen/parser/format/sdkdocs/rendered"
)

// A nester rebuilds the indentation of documents.
type nester struct {
	// sizes are the announced fields of types by name, outlines the sections whose
	// nesting is known.
	sizes    map[string]*decl.Expr
	outlines map[string][]rendered.OutlineItem
}

func newNester(docs []*document) *nester {
	n := &nester{sizes: map[string]*decl.Expr{}, outlines: map[string][]rendered.OutlineItem{}}
	for _, d := range docs {
		for _, g := range d.groups() {
			rendered.Sizes(n.sizes, d.flat(g))
		}
	}
	counting := slices.DeleteFunc(slices.Clone(docs), func(d *document) bool { return !d.dialect.Traits().Counts })
	slices.SortStableFunc(counting, func(a, b *document) int { return compareLead(a.dialect, b.dialect) }) // the base's word goes first
	for _, d := range counting {
		n.learn(d)
	}
	return n
}

// compareLead puts the dialect first that loses least of what is on the wire.
func compareLead(a, b dialect.Dialect) int { return cmp.Compare(a.Traits().Lead, b.Traits().Lead) }

// learn keeps the nesting of the sections of a document.
func (n *nester) learn(d *document) {
	for _, g := range d.groups() {
		if _, ok := n.outlines[g.key]; !ok {
			items := d.flat(g)
			n.outlines[g.key] = rendered.Outline(items, rendered.Nest(items, n.sizes))
		}
	}
}

// depths is how deep each item of a document stands, by element.
func (n *nester) depths(d *document) map[int]int {
	out := map[int]int{}
	for _, g := range d.groups() {
		items := d.flat(g)
		outline, ok := n.outlines[g.key]
		var depths []int
		if ok && !d.dialect.Traits().AtRoot {
			depths = rendered.Unflatten(items, outline)
		} else {
			depths = rendered.Nest(items, n.sizes)
		}
		for i, at := range g.items {
			out[at] = depths[i]
		}
	}
	return out
}

// pages writes documents with their nesting.
func (n *nester) pages(docs []*document) []Page {
	p := newPathfinder(docs)
	out := make([]Page, len(docs))
	for i, d := range docs {
		text, lines := n.markdown(d)
		out[i] = Page{p.path(d), text, lines}
	}
	return out
}

// markdown writes a document with its nesting. lines holds the line of the
// capture that each line was made from.
func (n *nester) markdown(d *document) (text []byte, lines []int32) {
	depths := n.depths(d)
	inner := "  "
	for i, e := range d.elements {
		line := e.text
		switch e.kind {
		case headingLine:
			line = strings.Repeat("#", e.level) + " " + e.text
			inner = "  "
		case itemLine:
			indent := strings.Repeat("  ", depths[i])
			line, inner = indent+"- "+codeSpan(e.text), indent+"  "
		default:
			if e.nested {
				line = inner + e.text
			}
		}
		text = append(append(text, line...), '\n')
		lines = append(lines, e.at)
	}
	return text, lines
}

// codeSpan puts code between as many backticks as it takes.
func codeSpan(code string) string {
	if !strings.Contains(code, "`") {
		return "`" + code + "`"
	}
	ticks := "``"
	for strings.Contains(code, ticks) {
		ticks += "`"
	}
	return ticks + " " + code + " " + ticks
}
