package sdkdocs

import (
	"cmp"
	"slices"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/source"
	"github.com/docgen-go/docgen/parser/assemble"
	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format/sdkdocs/fuse"
	"github.com/docgen-go/docgen/parser/link"
)

// An origin is a method of a page of another dialect, and the unit of the page that
// is read which takes over what it lacks.
type origin struct {
	file *source.File
	// start is the offset of the method in its page.
	start, unit int
}

// adopted notes from which methods a unit may have taken items.
func (o *openPage) adopted(unit int, others []fuse.Reading) {
	for _, r := range others {
		if r.Op != nil {
			o.origins = append(o.origins, origin{r.File, r.Op.Start, unit})
		}
	}
}

// unitOf returns the index of the unit that a problem is about, or -1. A problem on
// another page is about the unit that took the item over.
func (o *openPage) unitOf(p decl.Problem) int {
	if p.File == nil {
		return o.unitAt(p.Start)
	}
	found := origin{start: -1, unit: -1}
	for _, from := range o.origins {
		if from.file == p.File && found.start < from.start && from.start <= p.Start {
			found = from
		}
	}
	return found.unit
}

// problemSpan returns where a problem stands, on whatever page.
func (o *openPage) problemSpan(p decl.Problem) source.Span {
	return cmp.Or(p.File, o.file).Span(p.Start, p.End)
}

// doubt notes that a problem puts in doubt what its unit says.
func (o *openPage) doubt(p decl.Problem) {
	if p.Short {
		d := o.dialectPages.doubt(o.index, o.unitOf(p))
		d.Kind, d.Span, d.Reason = model.DoubtCount, o.problemSpan(p), p.Message
		o.facts.doubts = append(o.facts.doubts, d)
	}
}

// cut notes what the page cuts short. Whether it stands elsewhere only all pages
// together tell.
func (o *openPage) cut(cuts []assemble.Cut) {
	for _, c := range cuts {
		d := o.dialectPages.doubt(o.index, o.unitOf(c.Problem))
		d.Kind, d.Span, d.Reason = model.DoubtCount, o.problemSpan(c.Problem), c.Message
		o.facts.cuts = append(o.facts.cuts, link.Cut{Doubt: d, Of: c.Of, Name: c.Name, Want: c.Want, Code: c.Code, Help: c.Help})
	}
}

// unitAt returns the index of the unit at an offset of the page, or -1.
func (o *openPage) unitAt(offset int) int {
	return slices.IndexFunc(o.page.units, func(u unit) bool { return u.start <= offset && offset < u.end })
}

// doubt returns a doubt about what a unit says, which is yet to be told.
func (b *dialectPages) doubt(p, u int) link.Doubt {
	var d link.Doubt
	if u < 0 {
		return d
	}
	at := unitRef{p, u}
	d.Resource = b.res.resources[at]
	if id := b.res.ids[at]; id != "" {
		d.Methods = []string{id}
	}
	if unit := &b.pages[p].units[u]; unit.kind == typeUnit {
		d.TypeName = unit.title()
	}
	return d
}

// doubts adds to the input what all pages together put in doubt.
func (r *run) doubts(facts [][]*pageFacts, in *link.Input) {
	for _, dialectPages := range facts {
		for _, f := range dialectPages {
			if f != nil {
				in.Doubts = append(in.Doubts, f.doubts...)
				in.Cuts = append(in.Cuts, f.cuts...)
			}
		}
	}
	in.Doubts = slices.Concat(in.Doubts, r.twoWordings(), r.brokenEnds(), r.goneLinks())
}

// report adds a doubt and the finding that tells it.
func (r *run) report(code diag.Code, d link.Doubt, help string) link.Doubt {
	r.diags.Add(code, diag.Warning, d.Span, "%s", d.Reason).Help = help
	return d
}
