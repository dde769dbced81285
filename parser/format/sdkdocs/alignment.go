package sdkdocs

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format/sdkdocs/fuse"
)

// gapsOf are the fields of a page without a counterpart in one dialect, by cause.
// They hold the text of the page.
type gapsOf map[fuse.Cause][]*decl.Item

// align keeps the gaps of a unit of the page.
func (o *openPage) align(name string, t fuse.Tally) {
	if o.watch != nil && o.dialectPages.base {
		o.watch(name, t)
	}
	for _, g := range t.Gaps {
		if o.gaps[name] == nil {
			o.gaps[name] = gapsOf{}
		}
		o.gaps[name][g.Cause] = append(o.gaps[name][g.Cause], g.Field)
	}
}

// A gap is what a finding says: which fields, why, and in which dialects.
type gap struct {
	first    *decl.Item
	names    string
	cause    fuse.Cause
	dialects []string
}

// reportGaps lists the fields of the page that other dialects have nothing for,
// dialects with the same gap in one finding.
func (o *openPage) reportGaps() {
	var gaps []*gap
	for _, name := range slices.Sorted(maps.Keys(o.gaps)) {
		byCause := o.gaps[name]
		for _, cause := range slices.Sorted(maps.Keys(byCause)) {
			g := &gap{first: firstOf(byCause[cause]), names: listNames(byCause[cause]), cause: cause}
			i := slices.IndexFunc(gaps, func(h *gap) bool { return h.first == g.first && h.names == g.names && h.cause == cause })
			if i < 0 {
				i, gaps = len(gaps), append(gaps, g)
			}
			gaps[i].dialects = append(gaps[i].dialects, name)
		}
	}
	for _, g := range gaps {
		o.facts.diags.Add("unaligned-field", diag.Info, cmp.Or(g.first.File, o.file).Span(g.first.Start, g.first.End),
			"%s pages say nothing of %s: %s", strings.Join(g.dialects, ", "), g.names, g.cause)
	}
}

func firstOf(fields []*decl.Item) *decl.Item {
	return slices.MinFunc(fields, func(a, b *decl.Item) int { return cmp.Compare(a.Start, b.Start) })
}

// listNames lists the names of fields, each once, and counts those after the
// first few.
func listNames(fields []*decl.Item) string {
	const most = 5
	var names []string
	for _, f := range fields {
		if name := strconv.Quote(f.Name); !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	text := strings.Join(names[:min(most, len(names))], ", ")
	if more := len(names) - most; more > 0 {
		text += " and " + strconv.Itoa(more) + " more"
	}
	return text
}
