package rendered

import (
	"strings"

	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format/sdkdocs/dialect"
)

// A Lost says what was left out of a copy because nothing tells where it
// belongs.
type Lost struct {
	Items int
	// Lines are those of the items and of their descriptions.
	Lines []int32
}

// RewriteIn is as [Rewrite] for a copy that shows a language. Its items do not
// announce how many others belong to them, so their nesting is that of the http
// copy of the same page, and items which that one lacks are left out.
// library has what the http copies declare besides, or is nil.
func RewriteIn(d dialect.Dialect, text []byte, base Base, library *Library) (raw []byte, lines []int32, lost Lost) {
	l := &language{Dialect: d, base: base, library: library}
	r := &rewriter{ps: paragraphs(text), lang: l}
	r.page()
	return r.out, r.lines, l.lost
}

// A language is how the items of a copy are read that does not show http.
type language struct {
	dialect.Dialect
	base    Base
	library *Library
	lost    Lost
}

// unflatten rebuilds the items of a section as those of the http copy are nested.
// prose is what stands before the first.
func (l *language) unflatten(ps []paragraph, section *Model, named bool) (items []*node, prose []paragraph) {
	found := l.items(ps, section, named)
	top := &node{}
	open := []*node{top}
	last := top
	for i, p := range ps {
		switch f := found[i]; {
		case f != nil && f.depth < 0:
			last = nil
			l.lost.Items++
			l.lose(p)
		case f != nil:
			open = append(open[:min(f.depth+1, len(open))], f.node)
			last = f.node
			above := open[len(open)-2]
			above.kids = append(above.kids, last)
		case last == nil:
			l.lose(p)
		case i+1 < len(ps) && found[i+1] != nil && isOneOf(p):
		case last == top:
			prose = append(prose, p)
		default:
			last.describe(p)
		}
	}
	return top.kids, prose
}

func (l *language) lose(p paragraph) {
	for i := range p.lines {
		l.lost.Lines = append(l.lost.Lines, p.at+int32(i))
	}
}

// A nestedItem is an item and how deep it stands, or -1 where that is unknown.
type nestedItem struct {
	*node
	depth int
}

// items finds the items among the paragraphs of a section, by index: those
// that the http copy has as well and those that are beyond doubt.
func (l *language) items(ps []paragraph, section *Model, named bool) map[int]*nestedItem {
	out := map[int]*nestedItem{}
	var flat []Flat
	var at []int
	doubtful := map[int]bool{}
	for i, p := range ps {
		if n, sure := l.read(p, len(flat) > 0); n != nil {
			out[i] = &nestedItem{n, -1}
			doubtful[i] = !sure
			flat, at = append(flat, Flat{Item: n.item, refers: n.model}), append(at, i)
		}
	}
	base := newOutline(section, l.library, len(flat), named)
	on := base.descend(flat)
	outline := base.items
	kept := 0
	for k, i := range at {
		switch {
		case on[k] >= 0 || k == 0 && !named && wraps(flat):
			flat[kept], at[kept], on[kept] = flat[k], i, on[k]
			flat[kept].Top = kept == 0 || on[0] >= 0 && outline[on[k]].Parent < 0
			kept++
		case doubtful[i]:
			delete(out, i)
		}
	}
	for k, depth := range unflatten(flat[:kept], outline, on) {
		out[at[k]].depth = depth
	}
	return out
}

// wraps reports whether the first item can stand at the top although the http
// copy lacks it: a language may name the type whose members http lists, or the
// text of a response that http has no words for.
func wraps(items []Flat) bool { return items[0].Item.Form == decl.Named || len(items) == 1 }

func isOneOf(p paragraph) bool {
	line, ok := p.single()
	return ok && line == oneOf
}

// read reads a paragraph as an item, or returns nil. The first of a section is
// not indented.
func (l *language) read(p paragraph, indented bool) (n *node, sure bool) {
	line, ok := p.single()
	if !ok || headingOrFence(line) || line == oneOf {
		return nil, false
	}
	if rest := strings.TrimPrefix(line, deprecatedLabel); len(rest) < len(line) {
		if n, sure := l.declaration(rest, indented); n != nil && n.isField() {
			n.at, n.deprecated = p.at, true
			return n, sure
		}
	}
	if n, sure = l.declaration(line, indented); n != nil {
		n.at = p.at
	}
	return n, sure
}

func (l *language) declaration(line string, indented bool) (n *node, sure bool) {
	code, links := plainCode(line)
	it := ReadItem(l.Dialect, code, indented)
	if it == nil {
		it = ReadItem(l.Dialect, code, true)
	}
	if it == nil {
		return nil, false
	}
	n = &node{code: code, item: it}
	if len(links) == 1 {
		for _, address := range links {
			n.model = modelKey(address)
		}
	}
	return n, linked(it.Expr, links) || it.Form == decl.Named && it.Expr.Innermost().Text == it.Name
}

// ReadItem reads a declaration, or returns nil. What an indented one stands
// below is not known yet: mostly it is an object.
func ReadItem(d dialect.Dialect, code string, indented bool) *decl.Item {
	owners := []*decl.Item{nil}
	if indented {
		object := &decl.Item{Form: decl.Named, Expr: &decl.Expr{Op: decl.Object, Braces: true, More: 1}}
		choice := &decl.Item{Form: decl.Field, Expr: &decl.Expr{Op: decl.Name, Text: "T"}}
		owners = []*decl.Item{object, nil, choice}
	}
	for _, owner := range owners {
		if it, ok, err := d.Item(code, owner); ok && err == nil && it.Expr != nil {
			return it
		}
	}
	return nil
}

// signed reads a paragraph that is the signature of a method in the language
// of the copy.
func (r *rewriter) signed(p paragraph) (code string, ok bool) {
	if r.lang == nil {
		return "", false
	}
	code, _ = plainCode(strings.Join(p.lines, " "))
	_, ok = r.lang.Signature(code)
	return code, ok
}

// signature writes the signature of a method, which stands before its verb, and
// returns its index, or -1: published pages print nothing before it.
func (r *rewriter) signature(start, end int) int {
	for i := start; i+1 < end; i++ {
		if _, _, ok := r.ps[i+1].verb(); !ok {
			continue
		}
		if code, ok := r.signed(r.ps[i]); ok {
			r.block(codeSpan(code), r.ps[i].at)
			return i
		}
	}
	return -1
}
