package goapi

import (
	"github.com/docgen-go/docgen/emit/naming"
	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diff"
	"github.com/docgen-go/docgen/model/source"
)

// A subject is what a finding is about, as one side calls it.
type subject struct {
	finding               int
	resource, method, typ string
	path                  diff.Path
	span                  source.Span
}

// findingIndex are findings by what they are about on one side.
type findingIndex struct {
	findings []diff.Finding
	byType   map[string][]subject
	byMethod map[string][]subject
	// byLast are the findings of a method by the last member on the way to what they are about.
	byLast map[lastKey][]int
	bySpan map[source.Span][]subject
	// byMember are the subjects by the method or type and the member, whose printed
	// path is not always one path.
	byMember map[memberKey][]subject
	all      []subject
}

// A memberKey is a member of a method or type, by the path to it in print.
type memberKey struct{ method, typ, at string }

// A lastKey is a method and the last member of a path in it.
type lastKey struct{ method, member string }

// newFindingIndex indexes findings by the IDs of the old side or of the new one.
func newFindingIndex(findings []diff.Finding, old bool) *findingIndex {
	x := &findingIndex{findings: findings, byType: map[string][]subject{}, byMethod: map[string][]subject{}, byLast: map[lastKey][]int{}, bySpan: map[source.Span][]subject{}, byMember: map[memberKey][]subject{}}
	for i, f := range findings {
		for _, s := range f.Subjects {
			here := subject{i, s.NewResource, s.NewMethod, s.NewType, s.NewPath, s.NewSpan}
			if old {
				here = subject{i, s.OldResource, s.OldMethod, s.OldType, s.OldPath, s.OldSpan}
			}
			x.all = append(x.all, here)
			key := memberKey{here.method, here.typ, here.path.Member().String()}
			x.byMember[key] = append(x.byMember[key], here)
			if here.typ != "" {
				x.byType[here.typ] = append(x.byType[here.typ], here)
			}
			if here.method != "" {
				x.byMethod[here.method] = append(x.byMethod[here.method], here)
				last := lastKey{here.method, here.path.Last()}
				x.byLast[last] = append(x.byLast[last], i)
			}
			if !here.span.IsZero() {
				x.bySpan[here.span] = append(x.bySpan[here.span], here)
			}
		}
	}
	return x
}

// at are the findings about an origin itself: of its type or method and of its
// member, or where its item stands in the pages, because structures without a
// name are reported where they are used.
func (x *findingIndex) at(o origin) []int {
	var out []int
	if o.Type != "" && len(x.byType[o.Type]) > 0 { // few have any
		out = append(out, x.withPath("", o.Type, memberPath("", o.Wire))...)
	}
	if o.Method != "" && o.Location != "" && len(x.byMethod[o.Method]) > 0 {
		out = append(out, x.withPath(o.Method, "", memberPath(o.Location, o.Wire))...)
		if o.Location == naming.LocationBody && o.Wire != "" { // a body comes and goes with all that is in it
			for _, i := range x.withPath(o.Method, "", memberPath(o.Location, "")) {
				if k := x.findings[i].Kind; k == diff.BodyAdded || k == diff.BodyRemoved {
					out = append(out, i)
				}
			}
		}
	}
	if o.Wire == "" {
		return out
	}
	for _, s := range x.bySpan[o.Span] {
		if s.path.Last() == o.Wire {
			out = append(out, s.finding)
		}
	}
	return out
}

// findingsOf returns the findings of subjects.
func findingsOf(about []subject) []int {
	out := make([]int, len(about))
	for i, s := range about {
		out[i] = s.finding
	}
	return out
}

// withPath are the findings that are about a member of a method or type, or its
// value.
func (x *findingIndex) withPath(method, typ string, member diff.Path) []int {
	var out []int
	for _, s := range x.byMember[memberKey{method, typ, member.String()}] {
		if s.path.Member().Equal(member) {
			out = append(out, s.finding)
		}
	}
	return out
}

// memberPath leads to a parameter of a method, or to a member of a type, which has
// no location. Without a name it leads to what has them.
func memberPath(location model.Location, wire string) diff.Path {
	var out diff.Path
	if location != "" {
		out = append(out, diff.PathStep{Kind: diff.StepPart, Name: string(location)})
	}
	if wire != "" {
		out = append(out, diff.PathStep{Kind: diff.StepMember, Name: wire})
	}
	return out
}
