package tables

import (
	"maps"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format"
	"github.com/docgen-go/docgen/parser/format/tables/prose"
	"github.com/docgen-go/docgen/parser/link"
	"github.com/docgen-go/docgen/parser/prefilter"
)

// isType reports whether a table declares a type of its own.
func (r *reading) isType(b *block) bool { return r.document.declared[b] }

// declareTypes declares the structures and enums of the page.
func (r *reading) declareTypes(resource string) {
	for _, t := range r.document.types {
		if t.lazy {
			continue
		}
		if r.isForm(t) {
			r.read[t.block] = true
			r.parts = append(r.parts, format.Part{Start: t.start, End: t.block.end})
			continue
		}
		it := r.typeItem(t)
		if it == nil {
			continue
		}
		r.loosenByExamples(t, it)
		r.read[t.block] = true
		d := &decl.TypeDecl{Title: t.title, Items: []*decl.Item{it}, Start: t.start, End: t.block.end}
		r.units.Type(link.Unit{Resource: resource}, d)
		if t.call == nil {
			r.parts = append(r.parts, format.Part{Start: t.start, End: max(t.block.end, t.block.joined)})
		}
	}
}

// declarePartials declares the forms of the types of a page without required members
// that the reference uses.
func (r *reading) declarePartials(resource string, used map[string]bool) {
	r.quiet = true
	defer func() { r.quiet = false }()
	for _, t := range r.document.types {
		if t.enum && !t.lazy && t.heading >= 0 && len(r.view.alternatives(t)) > 0 {
			if name := r.view.choiceName(t); used[name] {
				r.units.Type(link.Unit{Resource: resource}, &decl.TypeDecl{Title: t.title, Items: []*decl.Item{r.choiceItem(name, t)}, Start: t.start, End: t.block.end})
			}
		}
		if !used[t.name] || t.enum && !t.lazy {
			continue
		}
		it := r.typeItem(t)
		if t.lazy {
			r.read[t.block] = true
			r.w.Mark(t.block.start, t.block.end, format.Model)
			r.units.Type(link.Unit{Resource: resource}, &decl.TypeDecl{Title: t.title, Items: []*decl.Item{it}, Start: t.start, End: t.block.end})
			r.parts = append(r.parts, format.Part{Start: t.start, End: t.block.end})
			continue
		}
		it.Name, it.Expr = partialName(t.name), objectExpr
		for _, c := range it.Children {
			c.Optional = true
		}
		r.units.Type(link.Unit{Resource: resource}, &decl.TypeDecl{Title: t.title, Items: []*decl.Item{it}, Start: t.start, End: t.block.end})
	}
}

func (r *reading) typeItem(t *typeTable) *decl.Item {
	it := &decl.Item{Form: decl.Named, Name: t.name, Expr: objectExpr, Doc: r.typeDoc(t), Start: t.start, End: t.block.end}
	if t.choice {
		return r.choiceItem(t.name, t)
	}
	if t.enum {
		r.enumItem(t, it)
		return it
	}
	as := r.received(t, r.attributes(t.block, true))
	if len(as) == 0 {
		return nil
	}
	for i := r.document.blockAt(t.block.start) + 1; i < len(r.document.blocks) && r.document.callAt(r.document.blocks[i].start) == t.call; i++ {
		if b := &r.document.blocks[i]; b.kind == tableBlock {
			if !r.document.distributesValues(i) || !distribute(b.table, as) {
				break
			}
			r.read[b] = true
		}
	}
	for _, a := range as {
		if v := constantOf(a.doc, t.title); v != "" && !a.listed {
			a.values, a.all = []string{v}, true
		}
	}
	if whole := r.wholeOf(as, usage{}); whole != nil {
		it.Expr, it.Children = whole.Expr, whole.Children
		return it
	}
	it.Children = unique(r.items(as, usage{}))
	return it
}

// constantWord is the one value of a member, with what has it.
var constantWord = prefilter.MustCompile("^`([^`\\s]+)` for (?:an? |the )?([^`.,;]+?)(?: components?| objects?)?\\.?$")

// constantOf is the value that all structures of a kind have for a member, by which
// they are told apart: its description says that it is the value for what the heading
// of the structure names.
func constantOf(doc, title string) string {
	m := constantWord.FindStringSubmatch(doc)
	if m == nil || !strings.HasPrefix(phraseOf(title), phraseOf(m[2])) {
		return ""
	}
	return m[1]
}

// typeDoc is the text between the heading of a type and its table.
func (r *reading) typeDoc(t *typeTable) string {
	if t.heading < 0 {
		return ""
	}
	doc := ""
	for i := t.heading + 1; i < len(r.document.blocks) && r.document.blocks[i].start < t.block.start; i++ {
		if b := &r.document.blocks[i]; b.kind == textBlock && b.start >= t.start {
			if doc != "" {
				doc += "\n\n"
			}
			doc += prose.Doc(r.document.text[b.start:b.end])
		}
	}
	return doc
}

// enumBase is the word for the type of an enum's values.
func enumBase(t *typeTable) string {
	e := enumHeadOf(t)
	if numeric(t.block.table, e.value) {
		return "integer"
	}
	return "string"
}

// enumHeadOf says where the values of an enum stand.
func enumHeadOf(t *typeTable) enumHead {
	if t.lazy {
		return enumHead{value: 0, name: -1, description: 1}
	}
	e, _ := enumOf(t.block.table)
	return e
}

// enumItem makes a choice of the rows of a table of values. Other values stay
// possible, since vendors add some.
func (r *reading) enumItem(t *typeTable, it *decl.Item) {
	e := enumHeadOf(t)
	base := enumBase(t)
	it.Expr = &decl.Expr{Op: decl.Union, Args: []*decl.Expr{{Op: decl.Name, Text: base}}}
	seen := map[string]bool{}
	notes := r.footnotes(t.block.table)
	for i := range t.block.table.Rows {
		row := &t.block.table.Rows[i]
		v := &decl.Item{Form: decl.Variant, Doc: withNote(prose.Doc(row.Cell(e.description)), footnote(notes, row)), Start: row.Start, End: row.End}
		n := prose.NameOf(row.Cell(e.value))
		text := n.Text
		if number, ok := numberOf(prose.Plain(row.Cell(e.value))); ok && base == "integer" {
			text = number
		} else {
			text = decl.Quote(text)
		}
		if text == `""` || seen[text] {
			if prose.Plain(row.Cell(e.value)) != "" {
				r.problem(row.Start, row.End, "duplicate-value", "the value "+text+" is listed twice; the first one counts", "")
			}
			continue
		}
		seen[text] = true
		v.Expr = &decl.Expr{Op: decl.Literal, Text: text}
		if e.name >= 0 {
			v.Native = constantName(it.Name, prose.NameOf(row.Cell(e.name)).Text)
		}
		if n.Deprecated || prose.Deprecated(v.Doc) {
			v.Deprecated = firstSentence(v.Doc)
		}
		it.Children = append(it.Children, v)
	}
}

// constantName is the name of a value of an enum: that of the type with the one that the
// table gives the value. Names in capitals are words.
func constantName(of, name string) string {
	if strings.ToUpper(name) == name {
		name = strings.ToLower(name)
	}
	name = link.Camel(name)
	if name == "" {
		return ""
	}
	return of + name
}

func sortedKeys(m map[string]any) []string { return slices.Sorted(maps.Keys(m)) }
