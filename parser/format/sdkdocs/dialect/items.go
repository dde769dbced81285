package dialect

import (
	"slices"
	"strings"

	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format"
	"github.com/docgen-go/docgen/parser/page"
)

// An openItem is an item while what stands below it is read.
type openItem struct {
	*decl.Item
	doc docBuilder
	// items are those of Children, which what follows them may still describe.
	items []*openItem
}

// children reads what stands below an item: its description and the items
// nested in it. owner is nil at the top of a section, where into only gathers.
func (r *Reader) children(blocks []page.Block, into *openItem, owner *decl.Item) {
	for _, b := range blocks {
		switch {
		case b.Kind == page.List && r.declares(b.Items, owner):
			r.list(b.Items, into, owner)
		case b.Kind == page.Paragraph:
			r.paragraph(b, into)
		default:
			into.doc.add(r.Page, b.Start, b.End)
			r.mark(b.Start, b.End, format.Docs)
		}
	}
}

// declares reports whether any item of a list, or of a list in its prose
// bullets, is a declaration.
func (r *Reader) declares(items []page.Item, owner *decl.Item) bool {
	for i := range items {
		if items[i].IsCode {
			if _, ok, _ := r.declaration(&items[i], owner); ok {
				return true
			}
			continue
		}
		for _, b := range items[i].Blocks {
			if b.Kind == page.List && r.declares(b.Items, owner) {
				return true
			}
		}
	}
	return false
}

// declaresAny reports whether any block is a list with declarations.
func (r *Reader) declaresAny(blocks []page.Block) bool {
	return slices.ContainsFunc(blocks, func(b page.Block) bool { return b.Kind == page.List && r.declares(b.Items, nil) })
}

// list reads a list with declarations. Bullets of a description land in the
// same list as the items that follow it: those before the first item describe
// the owner, those after an item describe that item, and items nested in a
// bullet belong to what the bullet describes.
func (r *Reader) list(items []page.Item, into *openItem, owner *decl.Item) {
	described, of := into, owner
	for i := range items {
		it := &items[i]
		if d, ok := r.item(it, owner); ok {
			into.Children, into.items = append(into.Children, d.Item), append(into.items, d)
			described, of = d, d.Item
			continue
		}
		r.doubtful(it, owner)
		r.bullet(it, described, of)
	}
	for _, d := range into.items {
		takeLocation(d.Item, d.doc.String())
	}
}

// doubtful reports an item that is kept as prose although it looks like a
// declaration that lost a part.
func (r *Reader) doubtful(it *page.Item, owner *decl.Item) {
	code := strings.TrimSpace(it.Code)
	switch {
	case !it.IsCode:
	case code == "":
		r.problem("empty-item", it.CodeStart, it.CodeEnd, "an item is empty", "")
	case owner == nil && strings.Contains(code+" ", ": "):
		r.problem("unreadable-item", it.CodeStart, it.CodeEnd, "cannot read "+quote(code)+" as a declaration", "it was kept as description")
	}
}

// declaration reads the code span of an item. A note behind it is part of the
// declaration where it names a place, and makes prose of the item elsewhere.
func (r *Reader) declaration(it *page.Item, owner *decl.Item) (*decl.Item, bool, error) {
	location := locationOf(it.Note)
	if !it.IsCode || it.Note != "" && location == "" {
		return nil, false, nil
	}
	d, ok, err := r.Dialect.Item(it.Code, owner)
	if ok {
		d.Location = location
	}
	return d, ok, err
}

// item reads one list item as a declaration with all that is below it.
func (r *Reader) item(it *page.Item, owner *decl.Item) (*openItem, bool) {
	read, ok, err := r.declaration(it, owner)
	if !ok {
		return nil, false
	}
	d := &openItem{Item: read}
	if err != nil {
		r.problem("unreadable-type", it.CodeStart, it.CodeEnd, "cannot read "+quote(it.Code)+": "+err.Error(),
			"the item is kept as a value of any type")
		d.Unreadable, d.Expr = true, &decl.Expr{Op: decl.Name, Text: "unknown"}
	}
	d.Start, d.End = it.CodeStart, it.CodeEnd
	r.mark(it.Start, it.CodeEnd, format.Model)
	r.children(it.Blocks, d, read)
	r.regroup(read)
	return d, true
}

// bullet adds a prose bullet to a description and the declarations that are
// nested in it to the item that it describes.
func (r *Reader) bullet(it *page.Item, into *openItem, owner *decl.Item) {
	end := it.End
	for _, b := range it.Blocks {
		if b.Kind == page.List && r.declares(b.Items, owner) {
			end = min(end, b.Start)
			r.list(b.Items, into, owner)
		}
	}
	into.doc.add(r.Page, it.Start, end)
	r.mark(it.Start, end, format.Docs)
}

// paragraph reads one paragraph of a description: a constraint, a deprecation
// or prose.
func (r *Reader) paragraph(b page.Block, into *openItem) {
	text := strings.TrimSpace(r.Page[b.Start:b.End])
	if facts := readFacts(text); facts != nil {
		if into.Facts == nil {
			into.Facts = decl.Facts{}
		}
		for k, v := range facts {
			into.Facts[k] = v
		}
		r.mark(b.Start, b.End, format.Model)
		return
	}
	r.mark(b.Start, b.End, format.Docs)
	end := b.End
	if before, reason, ok := readDeprecation(into.Name, r.Page[b.Start:b.End]); ok {
		into.Deprecated = reason
		end = b.Start + before
	}
	if strings.TrimSpace(r.Page[b.Start:end]) != "" {
		into.doc.add(r.Page, b.Start, end)
	}
}
