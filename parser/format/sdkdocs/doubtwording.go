package sdkdocs

import (
	"bytes"
	"fmt"
	"hash/maphash"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/source"
	"github.com/docgen-go/docgen/parser/format"
	"github.com/docgen-go/docgen/parser/link"
)

// wordingOf returns a hash of what a method's text says, whatever the level of
// its headings and its blank lines: pages of methods and of resources differ in
// these.
func wordingOf(seed maphash.Seed, text []byte) uint64 {
	var h maphash.Hash
	h.SetSeed(seed)
	for line := range bytes.Lines(text) {
		if line = bytes.TrimRight(line, " \t\n"); len(line) > 0 {
			_, _ = h.Write(bytes.TrimLeft(line, "#"))
			_ = h.WriteByte('\n')
		}
	}
	return h.Sum64()
}

// A variance is a method that stands on two pages in two wordings.
type variance struct {
	id          string
	first, here unitRef
}

// fewWordings is how many methods may differ before it counts whether most do:
// then the reference words them otherwise on the pages of resources.
const fewWordings = 8

// twoWordings finds methods that two pages of one dialect print in two wordings.
func (r *run) twoWordings() []link.Doubt {
	var out []link.Doubt
	for _, b := range r.dialects {
		found, compared := b.variances()
		if n := len(found); n > fewWordings && 2*n > compared {
			r.diags.Add("two-wordings", diag.Info, firstLine(b.pages[found[0].here.page].path),
				"%d of the %d methods that stand on two pages of the dialect %s are worded otherwise there: the reference prints them so", n, compared, b.dialect.Name())
			continue
		}
		spans := r.headingSpans(b, found)
		for _, v := range found {
			d := b.doubt(v.here.page, v.here.unit)
			d.Kind, d.Span = model.DoubtWording, spans[v.here]
			d.Reason = fmt.Sprintf("%s stands here in another wording than at %s", v.id, spans[v.first])
			out = append(out, r.report("two-wordings", d, "the pages were not taken at one time, or one of them was cut; fetch both again"))
		}
	}
	return out
}

// variances compares the pages of a dialect with the deepest page that has the
// method, and counts the comparisons. What one page prints twice says nothing.
func (b *dialectPages) variances() (out []variance, compared int) {
	first := map[string]unitRef{}
	words := map[string]map[uint64]bool{}
	for _, p := range deepestFirst(b.pages) {
		told := map[string]bool{}
		for u := range b.pages[p].units {
			at, unit := unitRef{p, u}, &b.pages[p].units[u]
			id := b.res.ids[at]
			if unit.kind != methodUnit || id == "" {
				continue
			}
			if from, seen := first[id]; !seen {
				first[id], words[id] = at, map[uint64]bool{unit.wording: true}
			} else if from.page == p {
				words[id][unit.wording] = true
			} else if compared++; !words[id][unit.wording] && !told[id] {
				told[id] = true
				out = append(out, variance{id, from, at})
			}
		}
	}
	return out, compared
}

// headingSpans returns the headings of the units in question. Their pages are
// opened once more, because few pages ever are.
func (r *run) headingSpans(b *dialectPages, found []variance) map[unitRef]source.Span {
	units := map[int][]int{}
	for _, v := range found {
		for _, at := range []unitRef{v.first, v.here} {
			units[at.page] = append(units[at.page], at.unit)
		}
	}
	out := map[unitRef]source.Span{}
	w := format.NewWorker(r.tree)
	for p, us := range units {
		o, err := r.open(w, b, p)
		for _, u := range us {
			if out[unitRef{p, u}] = firstLine(b.pages[p].path); err == nil {
				out[unitRef{p, u}] = o.span(u)
			}
		}
	}
	return out
}
