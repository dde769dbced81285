package goapi

import (
	"strings"

	"github.com/docgen-go/docgen/emit/naming"
	"github.com/docgen-go/docgen/model/diff"
	"github.com/docgen-go/docgen/model/source"
)

// Places are findings by what they are about: their indexes.
type places struct {
	findings []diff.Finding
	byType   map[string][]int
	byMethod map[string][]int // the ID on either side
	bySpan   map[source.Span][]int
}

func newPlaces(findings []diff.Finding) *places {
	p := &places{findings, map[string][]int{}, map[string][]int{}, map[source.Span][]int{}}
	before := map[string]string{} // IDs of methods that have another one now
	for _, f := range findings {
		if f.Kind == diff.MethodMoved || f.Kind == diff.MethodRenamed {
			before[f.Method] = f.Old
		}
	}
	for i, f := range findings {
		for id := range strings.SplitSeq(f.Type, " → ") {
			p.byType[id] = append(p.byType[id], i)
		}
		for _, id := range f.Reach {
			p.byMethod[id] = append(p.byMethod[id], i)
			if old := before[id]; old != "" {
				p.byMethod[old] = append(p.byMethod[old], i)
			}
		}
		p.bySpan[f.OldSpan] = append(p.bySpan[f.OldSpan], i)
		p.bySpan[f.NewSpan] = append(p.bySpan[f.NewSpan], i)
	}
	return p
}

// at are the findings about an origin itself: of its type or method and of its
// member, or where its item stands in the pages, because structures without a
// name are reported where they are used.
func (p *places) at(o origin) []int {
	var out []int
	for _, i := range p.byType[o.Type] {
		if f := p.findings[i]; o.Type != "" && (bare(f.At) == o.Wire || f.Old == o.Wire && f.Kind == diff.FieldRenamed && parent(f.At) == "") {
			out = append(out, i)
		}
	}
	for _, i := range p.byMethod[o.Method] {
		if f := p.findings[i]; o.Method != "" && f.Type == "" && p.isParam(f, o) {
			out = append(out, i)
		}
	}
	if o.Span.IsZero() || o.Wire == "" {
		return out
	}
	for _, i := range p.bySpan[o.Span] {
		if at := bare(p.findings[i].At); at == o.Wire || strings.HasSuffix(at, "."+o.Wire) || p.findings[i].Old == o.Wire {
			out = append(out, i)
		}
	}
	return out
}

// isParam reports whether a finding about a method is about the parameter.
func (p *places) isParam(f diff.Finding, o origin) bool {
	at := string(o.Place)
	if o.Wire != "" {
		at += "." + o.Wire
	}
	switch f.Kind {
	case diff.FieldRenamed, diff.ParamRenamed, diff.PathParamRenamed, diff.ParamMoved:
		return bare(f.At) == at || f.Old == o.Wire && o.Wire != ""
	case diff.BodyAdded, diff.BodyRemoved:
		return o.Place == naming.PlaceBody
	}
	return o.Place != "" && bare(f.At) == at
}

// bare is the way to a member without the way into its value: items[] is
// items, and retry(kind: "fixed") is retry.
func bare(at string) string {
	for at != "" {
		open := -1
		switch at[len(at)-1] {
		case ']', '}': // of elements; names may end in brackets that are not empty
			if strings.HasSuffix(at, "[]") || strings.HasSuffix(at, "{}") {
				open = len(at) - 2
			}
		case ')':
			open = strings.LastIndexByte(at, '(')
		}
		if open < 0 {
			break
		}
		at = at[:open]
	}
	return at
}

func parent(at string) string { return at[:max(0, strings.LastIndexByte(at, '.'))] }
