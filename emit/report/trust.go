package report

import (
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/source"
)

// A Trust is how far both sides of a comparison can be trusted.
type Trust struct {
	Old Side `json:"old"`
	New Side `json:"new"`
}

// A Side is what lowers the trust in one side. The zero Side is as good as any.
type Side struct {
	// Errors are faults of the pages, of which a part was not read; Unread are
	// the bytes that nothing understood.
	Errors int   `json:"errors"`
	Unread int64 `json:"unread"`
	// Doubts are signs that pages do not say all that they once said.
	Doubts []model.Doubt `json:"doubts,omitempty"`
}

func (s Side) isWhole() bool { return s.Errors == 0 && s.Unread == 0 && len(s.Doubts) == 0 }

// SideOf returns what lowers the trust in an API, on whose pages so many errors
// were found.
func SideOf(api *model.API, errors int) Side {
	s := Side{Errors: errors, Doubts: api.Doubts}
	for _, p := range api.Pages {
		s.Unread += p.Bytes.Unread
	}
	return s
}

// Weigh adds to the report how far its sides can be trusted, and to each finding
// the doubts that it rests on.
func (r *Report) Weigh(before, after Side) {
	if before.isWhole() && after.isWhole() {
		return
	}
	r.Trust = &Trust{before, after}
	for i := range r.Findings {
		f := &r.Findings[i]
		f.Doubts = slices.Concat(doubtsOf(f, before.Doubts, f.OldSpan, "old"), doubtsOf(f, after.Doubts, f.NewSpan, "new"))
	}
}

// A Doubted is why one side, "old" or "new", may not say all that it should.
type Doubted struct {
	Side   string      `json:"side"`
	Span   source.Span `json:"span"`
	Reason string      `json:"reason"`
}

// doubtsOf returns the doubts of a side that a finding rests on.
func doubtsOf(f *Finding, doubts []model.Doubt, at source.Span, side string) []Doubted {
	var out []Doubted
	for _, d := range doubts {
		if restsOn(f, d, at) {
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

// restsOn reports whether a finding is about what is in doubt: its method or
// type, all methods that show it, or a place on a page that was cut.
func restsOn(f *Finding, d model.Doubt, at source.Span) bool {
	switch {
	case f.Method != "" && slices.Contains(d.Methods, f.Method), f.Type != "" && slices.Contains(d.Types, f.Type):
		return true
	case len(f.Reach) > 0 && !slices.ContainsFunc(f.Reach, func(id string) bool { return !slices.Contains(d.Methods, id) }):
		return true
	case at.File != d.Span.File || at.IsZero():
		return false
	case d.Kind == model.DoubtEnd:
		return at.Start.Line >= d.Span.Start.Line
	}
	return d.Kind == model.DoubtCount && d.Span.Start.Offset <= at.Start.Offset && at.Start.Offset < d.Span.End.Offset
}

// trust says what lowers the trust in each side, one line for each, if anything does.
func (r *Report) trust() []string {
	if r.Trust == nil {
		return nil
	}
	var out []string
	for _, side := range []struct {
		name string
		Side
	}{{"old", r.Trust.Old}, {"new", r.Trust.New}} {
		var parts []string
		if side.Errors > 0 {
			parts = append(parts, count(side.Errors, "error"))
		}
		if side.Unread > 0 {
			parts = append(parts, count(int(side.Unread), "byte")+" unread")
		}
		if n := len(side.Doubts); n > 0 {
			first := r.doubt(Doubted{side.name, side.Doubts[0].Span, side.Doubts[0].Reason})
			parts = append(parts, count(n, "doubt")+", the first: "+strings.TrimPrefix(first, side.name+" side, "))
		}
		if len(parts) > 0 {
			out = append(out, side.name+" side: "+strings.Join(parts, ", "))
		}
	}
	return out
}
