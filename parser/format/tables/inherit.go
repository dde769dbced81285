package tables

import (
	"regexp"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format"
	"github.com/docgen-go/docgen/parser/format/tables/prose"
)

var (
	// sameAsAbove begins the description of an operation that is like the one before it.
	sameAsAbove = regexp.MustCompile(`(?i)^(?:this (?:endpoint|call|method|request) is )?(?:the )?same as (?:the )?(?:one |call |endpoint |method |request )?(?:above|previous)\b`)
	// sameAsLink is one that is like the operation that it links to.
	sameAsLink = regexp.MustCompile(`(?i)\b(?:functions|works|behaves|is|operates|parameters are) (?:exactly )?(?:the )?same as (?:the )?\[`)
	// withoutName is a parameter that it lacks.
	withoutName = regexp.MustCompile("(?i)\\b(?:(?:does|do) not|doesn't|don't|without|no longer|except|minus)\\b[^.;`]*?`([^`\\s]+)`")
	// unsupported are parameters that it lacks.
	unsupported = regexp.MustCompile("(?i)((?:`[^`\\s]+`(?:, and |, or |, | and | or )?)+) (?:parameters?|fields?|attributes?|arguments?|options?) (?:is|are) (?:not (?:supported|accepted|allowed|available)|ignored|unsupported)")
	spanned     = regexp.MustCompile("`([^`\\s]+)`")
)

// inherit gives operations that their descriptions say to be the same as another one
// what they do not list themselves: parameters, the body, and the result.
func (b *pageSet) inherit(drafts [][]drafted) {
	for _, page := range drafts {
		var last, above *drafted
		for i := range page {
			d := &page[i]
			if last != nil && last.endpoint.call != d.endpoint.call {
				above = last
			}
			last = d
			if above != nil && says(d.op.Doc, "same", sameAsAbove) {
				d.inherit(above)
			}
		}
	}
	below := map[heading]*drafted{}
	for _, page := range drafts {
		for i := range page {
			d := &page[i]
			if at := (heading{d.reading.document.page, Slug(d.endpoint.call.title)}); below[at] == nil {
				below[at] = d
			}
		}
	}
	for _, page := range drafts {
		for i := range page {
			d := &page[i]
			if !says(d.op.Doc, "same", sameAsLink) {
				continue
			}
			at := sameAsLink.FindStringIndex(d.op.Doc)
			if at == nil {
				continue
			}
			if links := prose.Links(d.op.Doc[at[1]-1:]); len(links) > 0 {
				if from := b.draftAt(d, below, links[0].Target); from != nil && from.op != d.op {
					d.inherit(from)
				}
			}
		}
	}
}

// A heading is one of a page, by its anchor.
type heading struct {
	page   *format.Page
	anchor string
}

// draftAt is the operation below the heading that a link leads to, or nil.
func (b *pageSet) draftAt(from *drafted, below map[heading]*drafted, target string) *drafted {
	file, anchor, _ := strings.Cut(target, "#")
	for _, ending := range []string{"", ".md", ".mdx"} {
		if p := b.tree.Linked(from.reading.document.page, file+ending); p != nil && anchor != "" {
			return below[heading{p, strings.ToLower(anchor)}]
		}
	}
	return nil
}

// inherit adds what another operation has.
func (d *drafted) inherit(from *drafted) {
	lacks := lackingNames(d.op.Doc)
	said := func(it *decl.Item) *decl.Item {
		copied := *it
		copied.Evidence = copied.Evidence.With(model.FactLocation, model.SourceProse)
		if from.reading != d.reading {
			copied.File = from.reading.document.file
		}
		return &copied
	}
	for _, p := range from.op.Params {
		same := func(q decl.Param) bool { return q.Location == p.Location && q.Item.Name == p.Item.Name }
		if p.Location != "path" && !slices.ContainsFunc(d.op.Params, same) && !slices.Contains(lacks, p.Item.Name) {
			d.op.Params = append(d.op.Params, decl.Param{Location: p.Location, Item: said(p.Item)})
		}
	}
	if len(d.op.Body) == 0 && !bodiless(d.op.Verb) && !bodiless(from.op.Verb) {
		for _, it := range from.op.Body {
			if it.Form == decl.Variant || !slices.Contains(lacks, it.Name) { // the members of a structure are its own
				d.op.Body = append(d.op.Body, said(it))
			}
		}
	}
	if d.op.Returns == nil && from.op.Returns != nil {
		d.op.Returns = &decl.Returns{Source: model.SourceProse}
		for _, it := range from.op.Returns.Items {
			d.op.Returns.Items = append(d.op.Returns.Items, said(it))
		}
	}
}

// lackingNames are the parameters that the first paragraph of a description says not
// to be taken.
func lackingNames(doc string) []string {
	first, _, _ := strings.Cut(doc, "\n\n")
	var out []string
	for _, m := range withoutName.FindAllStringSubmatch(first, -1) {
		out = append(out, m[1])
	}
	for _, m := range unsupported.FindAllStringSubmatch(doc, -1) {
		for _, name := range spanned.FindAllStringSubmatch(m[1], -1) {
			out = append(out, name[1])
		}
	}
	return out
}
