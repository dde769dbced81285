// Package rows is a small format that only tests have: one table per method for
// its parameters, one for the members of its result, and pages of types that are
// nothing but such a table. It shows what a format has to do, and no more.
//
// It is not part of the compatibility promise.
package rows

import (
	"context"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/source"
	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format"
	"github.com/docgen-go/docgen/parser/link"
	"github.com/docgen-go/docgen/parser/page"
)

// Format is the format.
type Format struct{}

// Name returns "rows".
func (Format) Name() string { return "rows" }

// Describe says how the pages look.
func (Format) Describe() string { return "pages with a table of rows below each method" }

// Open begins a run.
func (Format) Open(*format.Tree) format.Reader { return reader{} }

type reader struct{}

// Claim is sure of a page with an endpoint, and takes one with nothing but a
// table of members where another one links to it.
func (reader) Claim(p *format.Page) format.Confidence {
	text := "\n" + string(p.Text.Bytes)
	switch {
	case strings.Contains(text, "\n`GET /") && strings.Contains(text, "\n| Parameter |"):
		return format.Certain
	case strings.Contains(text, "\n| Member |"):
		return format.Linked
	}
	return format.None
}

// Read reads the pages one after the other.
func (reader) Read(ctx context.Context, pages []*format.Page, ws *format.Workers) (format.Result, error) {
	parts := make([]format.Result, len(pages))
	err := ws.Each(ctx, len(pages), func(w *format.Worker, i int) error {
		text, err := w.Open(pages[i].Path)
		if err == nil {
			w.Clear(len(text.Bytes))
			parts[i] = newReading(w, text, pages[i]).read()
		}
		return err
	})
	var out format.Result
	for _, r := range parts {
		out.Input.Units = append(out.Input.Units, r.Input.Units...)
		out.Pages = append(out.Pages, r.Pages...)
		out.Diags = append(out.Diags, r.Diags...)
	}
	return out, err
}

// A reading is one page while it is read.
type reading struct {
	w        *format.Worker
	file     *source.File
	text     *page.Text
	page     *format.Page
	units    *format.Units
	problems []decl.Problem
}

func newReading(w *format.Worker, text *format.Text, p *format.Page) *reading {
	return &reading{
		w: w, file: text.File(), page: p, units: format.NewUnits(text.File()),
		text: &page.Text{Bytes: text.Bytes, String: string(text.Bytes)},
	}
}

func (r *reading) read() format.Result {
	resource, title := "", ""
	for _, h := range page.Outline(r.text.Bytes, r.page.Front.End) {
		r.w.Mark(h.Start, h.Body, format.Model)
		if h.Level == 1 {
			title, resource = h.Title, link.Slug(h.Title)
		}
		r.section(h, resource)
	}
	out := format.Result{Input: link.Input{Units: r.units.List}}
	r.units.Report(&out.Diags, r.problems...)
	bytes := r.w.Account(r.file, 0, len(r.text.Bytes), int64(len(r.text.Bytes)), &out.Diags)
	out.Pages = []*model.Page{{Path: r.page.Path, Title: title, Kind: model.PageReference, Bytes: bytes}}
	return out
}

// section reads what stands below one heading: a method or a type.
func (r *reading) section(h page.Heading, resource string) {
	op := &decl.Operation{Title: h.Title, Start: h.Start, End: h.Body}
	typ := &decl.TypeDecl{Title: h.Title, Start: h.Start, End: h.Body}
	for _, b := range r.w.Markdown.Blocks(r.text, h.Body, h.End) {
		text := r.text.String[b.Start:b.End]
		head, _, _ := strings.Cut(text, "\n")
		code, ok := page.CodeSpan(text)
		use := format.Model
		switch verb, path, both := strings.Cut(code, " "); {
		case ok && both:
			op.Verb, op.Path = verb, path
		case strings.HasPrefix(head, "| Parameter |"):
			for _, it := range r.rows(b.Start, text) {
				op.Params = append(op.Params, decl.Param{Location: it.Location, Item: it})
			}
		case strings.HasPrefix(head, "| Member |"):
			typ.Items = r.rows(b.Start, text)
			op.Returns = &decl.Returns{Items: typ.Items}
		default:
			op.Doc, use = strings.TrimPrefix(op.Doc+"\n\n"+text, "\n\n"), format.Docs
		}
		r.w.Mark(b.Start, b.End, use)
	}
	switch {
	case op.Verb != "":
		r.units.Method(link.Unit{IDs: []string{resource + "." + link.Slug(strings.Fields(h.Title)[0])}, Resource: resource}, op)
	case len(typ.Items) > 0:
		members := typ.Items
		typ.Items = []*decl.Item{{
			Form: decl.Named, Name: h.Title, Expr: &decl.Expr{Op: decl.Object, Text: h.Title}, Children: members, Start: h.Start, End: h.Body,
		}}
		r.units.Type(link.Unit{Resource: resource}, typ)
	}
}

// rows reads the rows of a table by the words of its head.
func (r *reading) rows(at int, table string) []*decl.Item {
	var head []string
	var out []*decl.Item
	for line := range strings.Lines(table) {
		cells := strings.Split(strings.Trim(strings.TrimSpace(line), "|"), "|")
		for i := range cells {
			cells[i] = strings.TrimSpace(cells[i])
		}
		switch {
		case head == nil:
			head = cells
		case strings.HasPrefix(cells[0], "-"):
		default:
			out = append(out, r.row(head, cells, at, at+len(strings.TrimRight(line, "\n"))))
		}
		at += len(line)
	}
	return out
}

func (r *reading) row(head, cells []string, start, end int) *decl.Item {
	it := &decl.Item{Expr: &decl.Expr{Text: "unknown"}, Start: start, End: end}
	for i, cell := range cells[:min(len(cells), len(head))] {
		switch head[i] {
		case "Parameter", "Member":
			it.Name = cell
		case "In":
			it.Location = cell
		case "Type":
			it.Expr = expr(cell)
		case "Required":
			it.Optional = cell != "yes"
		case "Description":
			it.Doc = cell
		}
	}
	if len(cells) != len(head) {
		r.problems = append(r.problems, decl.Problem{Code: "ragged-row", Start: start, End: end, Message: "the row has another number of cells than the head of its table"})
	}
	return it
}

// expr reads a type: a scalar, or a link to the page of a structure.
func expr(cell string) *decl.Expr {
	name, linked := strings.CutPrefix(cell, "[")
	if name, _, ok := strings.Cut(name, "]"); linked && ok {
		return &decl.Expr{Op: decl.Object, Text: name}
	}
	return &decl.Expr{Op: decl.Name, Text: cell}
}
