package dialect

import (
	"cmp"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format"
	"github.com/docgen-go/docgen/parser/page"
)

// A Reader reads the units of one page in one dialect.
type Reader struct {
	Dialect Dialect
	// Page is the text; offsets of everything that is read are offsets in it.
	Page string
	// Blocks reads page[start:end].
	Blocks func(start, end int) []page.Block
	// Mark is told what became of each stretch.
	Mark func(start, end int, use format.Use)
	// Problems are what was found on the way.
	Problems []decl.Problem

	// regrouped are the lists that turned out to be choices.
	regrouped []regrouped
}

func (r *Reader) mark(start, end int, use format.Use) { r.Mark(start, end, use) }

func (r *Reader) problem(code diag.Code, start, end int, message, help string) {
	r.Problems = append(r.Problems, decl.Problem{Code: code, Start: start, End: end, Message: message, Help: help})
}

// An openOperation is an operation while its sections are read.
type openOperation struct {
	*decl.Operation
	// docs are the parts of the description.
	docs []string
	// sectioned says that a section was read, so that the description is over.
	sectioned bool
}

// Operation reads a method: its heading and the sections below it.
func (r *Reader) Operation(hs []page.Heading) *decl.Operation {
	h := hs[0]
	op := &openOperation{Operation: &decl.Operation{Title: h.Title, Start: h.Start, End: h.Body}}
	r.mark(h.Start, h.Body, format.Model)
	r.intro(op, h)
	title := ""
	section := NoSection
	for _, h := range hs[1:] {
		next, status := SectionOf(h.Title)
		r.mark(h.Start, h.Body, format.Model)
		switch {
		case next != NoSection:
			section, title, op.sectioned = next, "", true
		case section == ExampleSection || section == ResponseSection:
			title = h.Title
		default:
			section = NoSection
		}
		r.section(op, section, title, status, h)
	}
	op.Doc = strings.Join(op.docs, "\n\n")
	cutEvent(op.Operation)
	return op.Operation
}

// intro reads what stands between the heading and the first section.
func (r *Reader) intro(op *openOperation, h page.Heading) {
	var doc docBuilder
	for _, b := range r.Blocks(h.Body, h.End) {
		if b.Kind == page.Paragraph {
			b.Start += r.announcement(op.Operation, r.Page[b.Start:b.End], b.Start)
			b.End = r.deprecated(op.Operation, b.Start, b.End)
		}
		if r.isAttributes(b) || b.Kind == page.List && r.declares(b.Items, nil) {
			r.unreadFacts(h.Title, b)
			continue
		}
		if b.Start < b.End {
			doc.add(r.Page, b.Start, b.End)
			r.mark(b.Start, b.End, format.Docs)
		}
	}
	if text := doc.String(); text != "" {
		op.docs = append(op.docs, text)
	}
}

// announcement reads a paragraph that says how the method is called, and returns
// how many bytes of it did. A verb may be followed by prose on the next line.
func (r *Reader) announcement(op *decl.Operation, text string, at int) int {
	first, rest, _ := strings.Cut(text, "\n")
	if verb, path, ok, _ := VerbLine(first); ok && op.Verb == "" {
		op.Verb, op.Path = verb, path
		n := len(text) - len(strings.TrimLeft(rest, " \t"))
		r.mark(at, at+len(first), format.Model)
		return n
	}
	if r.signature(op, text) {
		r.mark(at, at+len(text), format.Model)
		return len(text)
	}
	return 0
}

// deprecated takes from a paragraph that the method is deprecated, and returns
// where what is left of it ends.
func (r *Reader) deprecated(op *decl.Operation, start, end int) int {
	before, reason, ok := readDeprecation("", r.Page[start:end])
	if !ok {
		return end
	}
	op.Deprecated = reason
	r.mark(start+before, end, format.Docs)
	return start + before
}

// signature reads a paragraph that is the method's signature.
func (r *Reader) signature(op *decl.Operation, text string) bool {
	if op.Verb != "" || len(op.Signature.Names) > 0 {
		return false
	}
	code, ok := page.CodeSpan(strings.TrimSpace(text))
	if ok {
		op.Signature, ok = r.Dialect.Signature(code)
	}
	return ok
}

func (r *Reader) section(op *openOperation, s Section, title string, status int, h page.Heading) {
	switch s {
	case PathSection, QuerySection, HeaderSection, CookieSection, ParamSection:
		for _, it := range unwrap(op.Operation, r.declarations(h)) {
			it.Location = cmp.Or(s.location(), it.Location)
			op.Params = append(op.Params, decl.Param{Location: it.Location, Item: it})
		}
	case BodySection:
		op.Body = append(op.Body, r.declarations(h)...)
	case ReturnsSection:
		if op.Returns == nil {
			op.Returns = &decl.Returns{}
		}
		items := r.declarations(h)
		if len(items) == 0 && r.lost(h) {
			items = []*decl.Item{unknownResult(h)}
		}
		op.Returns.Items = append(op.Returns.Items, items...)
	case ExampleSection, ResponseSection:
		r.examples(op.Operation, s, title, status, h)
	default:
		r.prose(op, h)
	}
}

// unwrap replaces a parameter that carries all others by those others. Its type
// is that of the method's parameters where the signature does not name it.
func unwrap(op *decl.Operation, items []*decl.Item) []*decl.Item {
	var out []*decl.Item
	for _, it := range items {
		if !it.Wrapper {
			out = append(out, it)
			continue
		}
		if it.Expr != nil {
			op.Signature.Params = cmp.Or(op.Signature.Params, it.Expr.Text)
		}
		out = append(out, once(unwrap(op, it.Children))...)
	}
	return out
}

// once leaves out what overloads repeat: a parameter that the base of all has.
func once(items []*decl.Item) []*decl.Item {
	seen := make(map[string]bool, len(items))
	return slices.DeleteFunc(items, func(it *decl.Item) bool {
		again := it.Form == decl.Field && seen[it.Name]
		seen[it.Name] = seen[it.Name] || it.Form == decl.Field
		return again
	})
}

// prose keeps a section that no rule knows as part of the description. Those
// that stand there before any section and declare nothing belong there.
func (r *Reader) prose(op *openOperation, h page.Heading) {
	blocks := r.Blocks(h.Body, h.End)
	if r.reportFacts(op, h, blocks) {
		return
	}
	var doc docBuilder
	doc.add(r.Page, h.Start, h.End)
	r.mark(h.Start, h.End, format.Docs)
	op.docs = append(op.docs, doc.String())
	if !op.sectioned && !r.declaresAny(blocks) {
		return
	}
	r.problem("unknown-section", h.Start, h.Body, "section "+quote(h.Title)+" is not one that docgen knows; it was kept as description",
		"if it lists parameters, report the page: its items are not in the model")
}

func quote(s string) string { return `"` + s + `"` }

// declarations reads a section that holds items.
func (r *Reader) declarations(h page.Heading) []*decl.Item {
	top := &openItem{Item: &decl.Item{}}
	blocks := r.Blocks(h.Body, h.End)
	r.children(blocks, top, nil)
	r.checkSection(h, blocks, len(top.Children) > 0)
	r.checkBold(h, blocks)
	return top.Children
}

// TypeDecl reads an entry below "Domain Types".
func (r *Reader) TypeDecl(h page.Heading) *decl.TypeDecl {
	r.mark(h.Start, h.Body, format.Model)
	top := &openItem{Item: &decl.Item{}}
	blocks := r.Blocks(h.Body, h.End)
	r.children(blocks, top, nil)
	r.checkSection(h, blocks, len(top.Children) > 0)
	return &decl.TypeDecl{Title: h.Title, Items: top.Children, Doc: top.doc.String(), Start: h.Start, End: h.Body}
}

// Event reads an entry of what a stream, a socket or a webhook carries. A fence
// at its end is its example.
func (r *Reader) Event(h page.Heading) (event *decl.TypeDecl, example string) {
	blocks := r.Blocks(h.Body, h.End)
	if n := len(blocks) - 1; n >= 0 && blocks[n].Kind == page.Fence {
		example = r.fence(blocks[n])
		r.mark(blocks[n].Start, blocks[n].End, format.Examples)
		blocks = blocks[:n]
	}
	r.mark(h.Start, h.Body, format.Model)
	top := &openItem{Item: &decl.Item{}}
	r.children(blocks, top, nil)
	r.checkSection(h, blocks, len(top.Children) > 0)
	return &decl.TypeDecl{Title: h.Title, Items: top.Children, Doc: top.doc.String(), Start: h.Start, End: h.Body}, example
}
