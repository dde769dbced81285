package parser

import (
	"fmt"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/parser/format"
	"github.com/docgen-go/docgen/parser/link"
	"github.com/docgen-go/docgen/parser/merge"
)

// link makes one API of what the formats say.
func (r *run) link(report func(done, total int)) (*model.API, error) {
	var sources []merge.Source
	linked, toLink := 0, 0
	for _, f := range r.readers {
		if f.result.Input.HasContent() {
			toLink++
		}
	}
	for _, f := range r.readers {
		r.diags = append(r.diags, f.result.Diags...)
		if in := f.result.Input; in.HasContent() {
			if before := linked; report != nil {
				in.Progress = func(done, total int) { report(before*total+done, toLink*total) }
			}
			linked++
			api, diags, err := link.Link(in)
			if err != nil {
				return nil, err
			}
			r.diags = append(r.diags, diags...)
			sources = append(sources, merge.Source{Format: f.name, API: api})
		}
		if f.result.API != nil {
			sources = append(sources, merge.Source{Format: f.name, API: f.result.API})
		}
		for _, s := range sources {
			if s.Format == f.name {
				s.API.Pages = f.result.Pages
			}
		}
	}
	if len(sources) == 0 {
		return &model.API{}, nil
	}
	api, diags := merge.APIs(sources)
	r.diags = append(r.diags, diags...)
	if len(sources) > 1 || len(r.readers) > 1 {
		if err := api.Validate(); err != nil {
			return nil, fmt.Errorf("a format gives no API: %w", err)
		}
	}
	return api, nil
}

// profile is what the formats concluded about the marks of the reference.
func (r *run) profile() map[string]string {
	var out map[string]string
	for _, f := range r.readers {
		for name, value := range f.result.Profile {
			if out == nil {
				out = map[string]string{}
			}
			out[f.name+"."+name] = value
		}
	}
	return out
}

// pageList accounts for every page that was not left out.
func (r *run) pageList() []*model.Page {
	accounts := map[string]*model.Page{}
	left := map[*format.Page]bool{}
	for _, f := range r.readers {
		for _, p := range f.result.Pages {
			if p.Kind == model.PageReference {
				p.Format = f.name
			}
			accounts[p.Path] = p
		}
		for _, p := range f.result.Left {
			left[p] = true
		}
	}
	var out []*model.Page
	for i, p := range r.tree.Pages {
		c := r.claims[i]
		switch account := accounts[p.Path]; {
		case left[p]:
		case c.account != nil:
			out = append(out, c.account)
		case account == nil:
			out = append(out, r.unaccounted(p, c.size))
		default:
			size := c.size
			if c.rebuilt {
				size = account.Bytes.Total
			}
			r.checkBytes(account, size)
			out = append(out, account)
		}
	}
	return out
}

// unaccounted accounts for a page of which its format says nothing.
func (r *run) unaccounted(p *format.Page, size int64) *model.Page {
	r.diags.Add("unread-page", diag.Error, firstLine(p.Path), "the format that claimed the page says nothing of it").
		Help = "please report the page: nothing should be dropped"
	return &model.Page{Path: p.Path, Kind: model.PageReference, Bytes: model.Bytes{Total: size, Unread: size}}
}

// checkBytes counts what an account leaves out as unread.
func (r *run) checkBytes(p *model.Page, size int64) {
	b := &p.Bytes
	known := b.Model + b.Docs + b.Examples + b.Layout + b.Unread
	if known == size && b.Total == size {
		return
	}
	r.diags.Add("unread-page", diag.Error, firstLine(p.Path), "%d of the %d bytes of the page are accounted for", known, size).
		Help = "please report the page: nothing should be dropped"
	if known > size {
		*b = model.Bytes{Unread: size} // no telling which of them are counted twice
		known = size
	}
	b.Total, b.Unread = size, b.Unread+size-known
}
