package dialect

import (
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format"
	"github.com/docgen-go/docgen/parser/page"
	"github.com/docgen-go/docgen/parser/statement"
)

// Sections hold their facts in items. What states facts in another form, such as
// a table, is an error: the model lacks them.

// checkSection reports the tables, lists and components of a section that hold
// facts and gave no item. A section with items may have lists and tables that
// describe it.
func (r *Reader) checkSection(h page.Heading, blocks []page.Block, hasItems bool) {
	for _, b := range blocks {
		if r.isAttributes(b) || !hasItems && r.isListing(b) {
			r.unreadFacts(h.Title, b)
		}
	}
}

// lost reports whether a section without items has what checkSection reports.
func (r *Reader) lost(h page.Heading) bool {
	return slices.ContainsFunc(r.Blocks(h.Body, h.End), func(b page.Block) bool { return r.isAttributes(b) || r.isListing(b) })
}

// reportFacts reports a section that no rule knows and that holds facts: a table
// of attributes, or below a heading that announces facts any table and list. It
// reports whether there are any; the rest of the section then is description.
func (r *Reader) reportFacts(op *openOperation, h page.Heading, blocks []page.Block) bool {
	announced := statement.NamesFacts(h.Title)
	found := false
	var doc docBuilder
	for _, b := range blocks {
		switch {
		case announced && (r.isListing(b) || r.isAttributes(b)):
			r.mark(b.Start, b.End, format.Reported)
			if !found {
				r.Problems = append(r.Problems, decl.Problem{
					Code: "unknown-section", Start: h.Start, End: h.Body, Severity: diag.Error,
					Message: "section " + quote(h.Title) + " is not one that docgen knows: its items are not in the model",
					Help:    "please report the page; sections are known by their headings, such as Query Parameters or Returns",
				})
			}
		case r.isAttributes(b):
			r.unreadFacts(h.Title, b)
		default:
			doc.add(r.Page, b.Start, b.End)
			r.mark(b.Start, b.End, format.Docs)
			continue
		}
		found = true
	}
	if text := doc.String(); found && text != "" {
		op.docs = append(op.docs, text)
	}
	return found
}

// isAttributes reports whether a block is a table with columns for names and
// types.
func (r *Reader) isAttributes(b page.Block) bool {
	if b.Kind != page.Paragraph {
		return false
	}
	_, attributes := statement.IsTable(r.Page[b.Start:b.End])
	return attributes
}

// isListing reports whether a block is a table, a list or a component.
func (r *Reader) isListing(b page.Block) bool {
	if b.Kind != page.Paragraph {
		return b.Kind == page.List
	}
	text := r.Page[b.Start:b.End]
	table, _ := statement.IsTable(text)
	return table || len(text) > 1 && text[0] == '<' && (text[1]|0x20 >= 'a' && text[1]|0x20 <= 'z')
}

// checkBold reports paragraphs between the items of a section that are the title of another
// one in bold: the items below it are read as if they belonged to this one.
func (r *Reader) checkBold(h page.Heading, blocks []page.Block) {
	for i, b := range blocks {
		text := strings.TrimSpace(r.Page[b.Start:b.End])
		if b.Kind != page.Paragraph || !strings.HasPrefix(text, "**") || i+1 == len(blocks) || blocks[i+1].Kind != page.List {
			continue
		}
		title := strings.Trim(text, "*: ")
		if section, _ := SectionOf(title); section != NoSection {
			r.problem("bold-section", b.Start, b.End, quote(title)+" is no heading: what stands below it is read as a part of "+quote(h.Title),
				"make it a heading as high as "+quote(h.Title))
		}
	}
}

func (r *Reader) unreadFacts(title string, b page.Block) {
	r.mark(b.Start, b.End, format.Reported)
	form := "list"
	if b.Kind == page.Paragraph {
		form = "table"
		if r.Page[b.Start] == '<' {
			form = "component"
		}
	}
	r.Problems = append(r.Problems, decl.Problem{
		Code: "unread-facts", Start: b.Start, End: b.End, Severity: diag.Error,
		Message: "nothing was read from the " + form + " below " + quote(title),
		Help:    "docgen reads parameters and results from list items that are one code span: `name: type`",
	})
}

// unknownResult stands for a result whose description could not be read.
func unknownResult(h page.Heading) *decl.Item {
	return &decl.Item{
		Form: decl.Variant, Unreadable: true, Start: h.Start, End: h.Body,
		Expr: &decl.Expr{Op: decl.Name, Text: "unknown"},
	}
}
