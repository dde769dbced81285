package goapi

import (
	"strings"

	"github.com/docgen-go/docgen/emit/naming"
	"github.com/docgen-go/docgen/model/diff"
	"github.com/docgen-go/docgen/model/source"
)

// findingIndex are findings by what they are about: their indexes.
type findingIndex struct {
	findings []diff.Finding
	byType   map[string][]int
	byMethod map[string][]int // the ID on either side
	bySpan   map[source.Span][]int
	// inType and inMethod are those about members.
	inType, inMethod map[memberKey][]int
}

// A memberKey is a member of what has the ID, by the way to it.
type memberKey struct{ id, at string }

func newFindingIndex(findings []diff.Finding) *findingIndex {
	p := &findingIndex{
		findings, map[string][]int{}, map[string][]int{}, map[source.Span][]int{}, map[memberKey][]int{}, map[memberKey][]int{},
	}
	before := map[string]string{} // IDs of methods that have another one now
	for _, f := range findings {
		switch f.Kind {
		case diff.MethodMoved, diff.MethodRenamed:
			before[f.Method] = f.Old
		case diff.ResourceRenamed:
			for _, id := range f.Reach {
				before[id] = f.Old + strings.TrimPrefix(id, f.Resource)
			}
		}
	}
	for i, f := range findings {
		for id := range strings.SplitSeq(f.Type, " → ") {
			p.addType(id, i)
		}
		for _, id := range f.Reach {
			p.addMethod(id, i)
			if old := before[id]; old != "" {
				p.addMethod(old, i)
			}
		}
		p.bySpan[f.OldSpan] = append(p.bySpan[f.OldSpan], i)
		p.bySpan[f.NewSpan] = append(p.bySpan[f.NewSpan], i)
	}
	return p
}

func (p *findingIndex) addType(id string, i int) {
	f := p.findings[i]
	at := bare(f.At)
	p.byType[id] = append(p.byType[id], i)
	p.inType[memberKey{id, at}] = append(p.inType[memberKey{id, at}], i)
	if f.Kind == diff.FieldRenamed && parent(f.At) == "" && f.Old != at {
		p.inType[memberKey{id, f.Old}] = append(p.inType[memberKey{id, f.Old}], i)
	}
}

func (p *findingIndex) addMethod(id string, i int) {
	p.byMethod[id] = append(p.byMethod[id], i)
	f := p.findings[i]
	if f.Type != "" {
		return
	}
	at := bare(f.At)
	switch f.Kind {
	case diff.FieldRenamed, diff.ParamRenamed, diff.PathParamRenamed, diff.ParamMoved:
		p.inMethod[memberKey{id, anywhere + f.Old}] = append(p.inMethod[memberKey{id, anywhere + f.Old}], i)
	case diff.BodyAdded, diff.BodyRemoved:
		at = entireBody
	}
	p.inMethod[memberKey{id, at}] = append(p.inMethod[memberKey{id, at}], i)
}

// Ways that no member has: anywhere is before the name that a parameter had,
// and wholeBody leads to a body with all that is in it.
const (
	anywhere   = "*."
	entireBody = "body.*"
)

// at are the findings about an origin itself: of its type or method and of its
// member, or where its item stands in the pages, because structures without a
// name are reported where they are used.
func (p *findingIndex) at(o origin) []int {
	var out []int
	if o.Type != "" {
		out = append(out, p.inType[memberKey{o.Type, o.Wire}]...)
	}
	if o.Method != "" {
		out = append(out, p.ofParam(o)...)
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

// ofParam are the findings about a parameter of a method.
func (p *findingIndex) ofParam(o origin) []int {
	var out []int
	at := string(o.Location)
	if o.Wire != "" {
		at += "." + o.Wire
		out = append(out, p.inMethod[memberKey{o.Method, anywhere + o.Wire}]...)
	}
	if o.Location != "" {
		out = append(out, p.inMethod[memberKey{o.Method, at}]...)
	}
	if o.Location == naming.LocationBody {
		out = append(out, p.inMethod[memberKey{o.Method, entireBody}]...)
	}
	return out
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
