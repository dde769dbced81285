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

// An alignment is how much of the spine has a counterpart in one dialect.
type alignment struct {
	fields, aligned int
	// gaps are fields without a counterpart, by cause. They hold the text of
	// their page until it is finished.
	gaps map[fuse.Cause][]*decl.Item
	// missed counts the gaps of finished pages.
	missed map[fuse.Cause]int
}

// align adds what was counted for a unit of the page.
func (f *pageFacts) align(name string, t fuse.Tally) {
	a := f.aligned[name]
	if a == nil {
		a = &alignment{gaps: map[fuse.Cause][]*decl.Item{}, missed: map[fuse.Cause]int{}}
		f.aligned[name] = a
	}
	a.fields += t.Fields
	a.aligned += t.Aligned
	for _, g := range t.Gaps {
		a.gaps[g.Cause] = append(a.gaps[g.Cause], g.Field)
		a.missed[g.Cause]++
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
	for _, name := range slices.Sorted(maps.Keys(o.facts.aligned)) {
		a := o.facts.aligned[name]
		for _, cause := range slices.Sorted(maps.Keys(a.gaps)) {
			g := &gap{first: firstOf(a.gaps[cause]), names: listNames(a.gaps[cause]), cause: cause}
			i := slices.IndexFunc(gaps, func(h *gap) bool { return h.first == g.first && h.names == g.names && h.cause == cause })
			if i < 0 {
				i, gaps = len(gaps), append(gaps, g)
			}
			gaps[i].dialects = append(gaps[i].dialects, name)
		}
		a.gaps = nil
	}
	for _, g := range gaps {
		o.facts.diags.Add("unaligned-field", diag.Info, o.file.Span(g.first.Start, g.first.End),
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

// alignments sums up the alignment of all pages of the spine, by dialect.
func alignments(facts []*pageFacts) map[string]*alignment {
	out := map[string]*alignment{}
	for _, f := range facts {
		if f == nil {
			continue
		}
		for name, a := range f.aligned {
			if out[name] == nil {
				out[name] = &alignment{missed: map[fuse.Cause]int{}}
			}
			out[name].fields += a.fields
			out[name].aligned += a.aligned
			for cause, n := range a.missed {
				out[name].missed[cause] += n
			}
		}
	}
	return out
}
