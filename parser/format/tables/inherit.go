package tables

import (
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format"
	"github.com/docgen-go/docgen/parser/format/tables/prose"
	"github.com/docgen-go/docgen/parser/prefilter"
)

var (
	// sameAsAbove begins the description of an operation that is like the one before it.
	sameAsAbove = prefilter.MustCompile(`(?i)^(?:this (?:endpoint|call|method|request) is )?(?:the )?same as (?:the )?(?:one |call |endpoint |method |request )?(?:above|previous)\b`)
	// sameAsLink is one that is like the operation that it links to.
	sameAsLink = prefilter.MustCompile(`(?i)\b(?:functions|works|behaves|is|operates|parameters are) (?:exactly )?(?:the )?same as (?:the )?\[`)
	// withoutName is a parameter that it lacks.
	withoutName = prefilter.MustCompile("(?i)\\b(?:(?:does|do) not|doesn't|don't|without|no longer|except|minus)\\b[^.;`]*?`([^`\\s]+)`")
	// unsupported are parameters that it lacks.
	unsupported = prefilter.MustCompile("(?i)((?:`[^`\\s]+`(?:, and |, or |, | and | or )?)+) (?:parameters?|fields?|attributes?|arguments?|options?) (?:is|are) (?:not (?:supported|accepted|allowed|available)|ignored|unsupported)")
	spanned     = prefilter.MustCompile("`([^`\\s]+)`")
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
			if above != nil && says(d.op.Doc, sameWord, sameAsAbove) {
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
			if says(d.op.Doc, sameWord, sameParameters) {
				for _, said := range d.parametersOf() {
					if from := b.draftAt(d, below, said.target); from != nil && from.op != d.op {
						d.inheritParams(from, said.location)
					}
				}
			}
			if !says(d.op.Doc, sameWord, sameAsLink) {
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
	for _, page := range drafts {
		b.inheritLinked(page, below)
		inheritOthers(page)
		addMembersAbove(page)
		for i := range page {
			page[i].checkElsewhere()
			page[i].checkSentences()
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
		name := file
		if ending != "" {
			name = strings.TrimSuffix(file, ".html") + ending
		}
		if p := b.tree.Linked(from.reading.document.page, name); p != nil && anchor != "" {
			return below[heading{p, strings.ToLower(anchor)}]
		}
	}
	return nil
}

// sameParameters is a sentence that gives an endpoint the parameters of the one that it
// links to, with the path that it is about, if it names one.
var sameParameters = prefilter.MustCompile("(?i)(?:`(/[^`\\s]*)`[^.`\\n]{0,20})?\\b(?:accepts?|takes?|supports?|has|have|uses?)\\s+(?:exactly\\s+)?the\\s+same\\s+((?:[\\w-]+\\s+){0,4})(?:parameters|params|arguments|options|filters)\\s+as\\s+(?:the\\s+)?\\[[^\\]\\n]{1,80}\\]\\(([^()\\s]+)\\)")

// A saidSame is where a sentence leads for the parameters of an operation, and of which
// location it speaks, "" for all.
type saidSame struct{ target, location string }

// parametersOf are where the sentences about an operation lead for its parameters.
func (d *drafted) parametersOf() []saidSame {
	var out []saidSame
	for _, m := range sameParameters.FindAllStringSubmatch(d.op.Doc, -1) {
		if m[1] == "" && len(d.endpoint.call.stated) == 1 || m[1] != "" && slotPath(m[1]) == slotPath(d.endpoint.statement().Operations[0].Path) {
			said := saidSame{target: m[3]}
			for _, location := range []string{"query", "header", "body"} {
				if strings.Contains(strings.ToLower(m[2]), location) {
					said.location = location
				}
			}
			out = append(out, said)
		}
	}
	return out
}

// inherited returns an item of another operation as one of this.
func (d *drafted) inherited(from *drafted, it *decl.Item) *decl.Item {
	copied := *it
	copied.Evidence = copied.Evidence.With(model.FactLocation, model.SourceProse)
	if from.reading != d.reading {
		copied.File = from.reading.document.file
	}
	return &copied
}

// inheritParams adds the parameters of another operation in a location, "" for any but
// the path.
func (d *drafted) inheritParams(from *drafted, location string) {
	lacks := lackingNames(d.op.Doc)
	for _, p := range from.op.Params {
		same := func(q decl.Param) bool { return q.Location == p.Location && q.Item.Name == p.Item.Name }
		if p.Location != "path" && (location == "" || location == p.Location) && !slices.ContainsFunc(d.op.Params, same) && !slices.Contains(lacks, p.Item.Name) {
			d.op.Params = append(d.op.Params, decl.Param{Location: p.Location, Item: d.inherited(from, p.Item)})
		}
	}
}

// inherit adds what another operation has.
func (d *drafted) inherit(from *drafted) {
	lacks := lackingNames(d.op.Doc)
	said := func(it *decl.Item) *decl.Item { return d.inherited(from, it) }
	d.inheritParams(from, "")
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
