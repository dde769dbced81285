package report

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diff"
	"github.com/docgen-go/docgen/model/source"
)

// A Trust is how far both sides of a comparison can be trusted.
type Trust struct {
	Old Side `json:"old"`
	New Side `json:"new"`
	// Untold are the pages that both sides have and that differ, and at which neither an
	// entry nor a reworded text points: what changed there is told of another page, or is
	// nothing that is compared.
	Untold []string `json:"untold,omitempty"`
}

// A Side is what was read of one side, and what lowers the trust in it.
type Side struct {
	// Pages were read; Guides, Indexes and Rejected state nothing, are lists of links
	// or could not be read, and are no part of it.
	Pages    int `json:"pages"`
	Guides   int `json:"guides"`
	Indexes  int `json:"indexes"`
	Rejected int `json:"rejected"`
	// Errors are faults of the pages, of which a part was not read; Unread are
	// the bytes that nothing understood, of Bytes.
	Errors int   `json:"errors"`
	Unread int64 `json:"unread"`
	Bytes  int64 `json:"bytes"`
	// Contradictions are facts that pages state in two ways, of which one counts: what the
	// other pages say is not compared.
	Contradictions int `json:"contradictions,omitempty"`
	// Doubts are signs that pages do not say all that they once said.
	Doubts []model.Doubt `json:"doubts,omitempty"`
	// paths are those of all pages, without their endings.
	paths []string
	pages map[string]model.PageKind // by path
	// faults are the errors by page: how many, and the first.
	faults map[string]pageFaults
}

type pageFaults struct {
	count int
	first source.Span
}

func (s Side) isWhole() bool {
	return s.Errors == 0 && s.Unread == 0 && s.Contradictions == 0 && len(s.Doubts) == 0
}

// SideOf returns how far an API can be trusted, on whose pages these errors were found.
func SideOf(api *model.API, errors []source.Span) Side {
	s := Side{Errors: len(errors), Doubts: api.Doubts, pages: make(map[string]model.PageKind, len(api.Pages)), faults: map[string]pageFaults{}}
	for _, at := range errors {
		f := s.faults[at.File]
		if f.count++; f.count == 1 {
			f.first = at
		}
		s.faults[at.File] = f
	}
	for _, p := range api.Pages {
		s.pages[p.Path] = p.Kind
		s.paths = append(s.paths, strings.TrimSuffix(p.Path, path.Ext(p.Path)))
		s.Unread += p.Bytes.Unread
		s.Bytes += p.Bytes.Total
		switch {
		case p.Kind == model.PageRejected || p.Kind == model.PageHTML:
			s.Rejected++
		case p.Kind == model.PageIndex:
			s.Indexes++
		case p.Kind == model.PageGuide:
			s.Guides++
		default:
			s.Pages++
		}
	}
	return s
}

// Weigh adds to each finding the doubts that it rests on. One of which all locations
// rest on doubts is not breaking by that alone, unless the comparison is strict. What
// stood on pages that one side lacks is said to be not found there, and not to be gone.
func (t *Trust) Weigh(findings []Finding, strict bool) {
	t.Old.doubtPages(t.New)
	t.New.doubtPages(t.Old)
	missing := newMissing(t)
	for i := range findings {
		f := &findings[i]
		resting, unseen := 0, 0
		for _, l := range f.Locations {
			lacking := missing.doubtsOf(f.Kind, l)
			doubts := slices.Concat(doubtsOf(l, t.Old.Doubts, l.OldSpan, "old"), doubtsOf(l, t.New.Doubts, l.NewSpan, "new"), lacking)
			if len(doubts) > 0 {
				resting++
			}
			if len(lacking) > 0 {
				unseen++
			}
			for _, d := range doubts {
				if !slices.Contains(f.Doubts, d) {
					f.Doubts = append(f.Doubts, d)
				}
			}
		}
		f.doubt(resting, unseen, strict)
	}
	slices.SortStableFunc(findings, func(a, b Finding) int { return a.Severity.Rank() - b.Severity.Rank() })
}

// notFound words what is not on the pages of one side where a page may be missing.
var notFound = strings.NewReplacer("removed", "no longer found", "added", "newly found")

// doubt sets severity and message of a finding by how many of its locations rest on doubts, and how
// many on pages that one side lacks.
func (l *Finding) doubt(resting, unseen int, strict bool) {
	if unseen > 0 && unseen == len(l.Locations) {
		l.ofRule, l.Message = l.Message, notFound.Replace(l.Message)
	}
	if resting > 0 && resting == len(l.Locations) && l.Severity == diff.Breaking && !strict {
		l.Undoubted = l.Severity
		l.Reclassify(diff.Warning, "it rests on pages in doubt; --strict keeps it breaking")
	}
}

// A Doubted is why one side, "old" or "new", may not say all that it should.
type Doubted struct {
	Side   string      `json:"side"`
	Span   source.Span `json:"span"`
	Reason string      `json:"reason"`
}

// doubtsOf returns the doubts of a side that a change rests on at a location.
func doubtsOf(l diff.Location, doubts []model.Doubt, at source.Span, side string) []Doubted {
	var out []Doubted
	for _, d := range doubts {
		if restsOn(l, d, at) {
			out = append(out, Doubted{side, d.Span, d.Reason})
		}
	}
	return out
}

// doubt is a doubt in one line, with a place that leads there from the user.
func (r *Report) doubt(d Doubted) string {
	prefix := r.NewPrefix
	if d.Side == "old" {
		prefix = r.OldPrefix
	}
	return d.Side + " side, " + prefix + d.Span.String() + ": " + d.Reason
}

// restsOn reports whether a change is about what is in doubt: its method or
// type, all methods that show it, or a place on a page that was cut.
func restsOn(l diff.Location, d model.Doubt, at source.Span) bool {
	before, after, renamed := strings.Cut(l.Type, " → ")
	switch {
	case l.Method != "" && slices.Contains(d.Methods, l.Method), l.Type != "" && slices.Contains(d.Types, before), renamed && slices.Contains(d.Types, after):
		return true
	case len(l.Reach) > 0 && !slices.ContainsFunc(l.Reach, func(id string) bool { return !slices.Contains(d.Methods, id) }):
		return true
	case at.File != d.Span.File || at.IsZero():
		return false
	case d.Kind == model.DoubtEnd:
		return at.Start.Line >= d.Span.Start.Line
	}
	return d.Kind == model.DoubtCount && d.Span.Start.Offset <= at.Start.Offset && at.Start.Offset < d.Span.End.Offset
}

// trust says how far each side can be trusted, one line for each, and which pages differ
// although the report has nothing of them.
func (r *Report) trust() []string {
	if r.Trust == nil {
		return nil
	}
	out := []string{r.side("old", r.Trust.Old), r.side("new", r.Trust.New)}
	if n := len(r.Trust.Untold); n > 0 {
		shown := r.Trust.Untold
		if !r.Verbose && n > shownUntold {
			shown = append(slices.Clip(shown[:shownUntold]), fmt.Sprintf("%d more", n-shownUntold))
		}
		out = append(out, plural(n, "page differs without an entry or a reworded text of its own: ", "pages differ without an entry or a reworded text of their own: ")+strings.Join(shown, ", "))
	}
	return out
}

// shownUntold is how many pages that tell nothing are named.
const shownUntold = 3

// side is a side in one line: what was read, and what lowers the trust in it.
func (r *Report) side(name string, s Side) string {
	parts := []string{count(s.Pages, "page") + " read"}
	if left := s.leftOut(); left != "" {
		parts = append(parts, left)
	}
	if s.Errors > 0 {
		parts = append(parts, count(s.Errors, "error"))
	}
	if s.Unread > 0 {
		parts = append(parts, fmt.Sprintf("%s unread (%s)", count(int(s.Unread), "byte"), share(s.Unread, s.Bytes)))
	}
	if s.Contradictions > 0 {
		parts = append(parts, plural(s.Contradictions, "fact that pages state in two ways", "facts that pages state in two ways"))
	}
	for _, k := range signs {
		if n := s.countOf(k.kind); n > 0 {
			parts = append(parts, plural(n, k.one, k.many))
		}
	}
	if len(s.Doubts) > 0 {
		first := r.doubt(Doubted{name, s.Doubts[0].Span, s.Doubts[0].Reason})
		parts = append(parts, count(len(s.Doubts), "doubt")+", the first: "+strings.TrimPrefix(first, name+" side, "))
	}
	if s.isWhole() {
		parts = append(parts, "nothing in doubt")
	}
	return name + " side: " + strings.Join(parts, ", ")
}

// signs say what the kinds of doubts are called: one and many.
var signs = []struct {
	kind      model.DoubtKind
	one, many string
}{
	{model.DoubtEnd, "page cut", "pages cut"},
	{model.DoubtLink, "page linked but not there", "pages linked but not there"},
	{model.DoubtUnread, "page that could be read better on the other side", "pages that could be read better on the other side"},
	{model.DoubtProse, "page that only tells of what the other side lists", "pages that only tell of what the other side lists"},
	{model.DoubtPull, "pull that a limit ended", "pulls that a limit ended"},
	{model.DoubtWording, "method in two wordings", "methods in two wordings"},
	{model.DoubtCount, "list shorter than announced", "lists shorter than announced"},
}

func (s Side) countOf(kind model.DoubtKind) int {
	n := 0
	for _, d := range s.Doubts {
		if d.Kind == kind {
			n++
		}
	}
	return n
}

// leftOut says which pages are no part of what was read, or "".
func (s Side) leftOut() string {
	var parts []string
	for _, p := range []struct {
		n         int
		one, many string
	}{{s.Guides, "guide", "guides"}, {s.Indexes, "index", "indexes"}, {s.Rejected, "rejected file", "rejected files"}} {
		if p.n > 0 {
			parts = append(parts, plural(p.n, p.one, p.many))
		}
	}
	if len(parts) == 0 {
		return ""
	}
	return strings.Join(parts, " and ") + " left out"
}

// share is a part in percent: what is less than a hundredth of one says so.
func share(part, of int64) string {
	percent := 100 * float64(part) / float64(max(of, 1))
	if percent < 0.01 {
		return "less than 0.01 %"
	}
	return fmt.Sprintf("%.2f %%", percent)
}
