package verify

import (
	"cmp"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/source"
)

// objects pairs the objects of both sides. Where one side writes one structure for
// what the other takes apart, it is held to all of them together. Which alternatives a
// union has in one place is a matter of Compare.
func (c *structures) objects(at position, docs, spec *shape) {
	if len(docs.objects) == 1 || len(spec.objects) == 1 {
		for _, s := range spec.objects {
			c.object(at, docs.objects, s)
		}
		if len(spec.objects) == 0 {
			c.lone(at, docs.objects[0], true, false)
		}
		if len(docs.objects) == 0 {
			c.lone(at, spec.objects[0], false, false)
		}
		return
	}
	used := make([]bool, len(spec.objects))
	for i, j := range c.pairs.pairObjects(docs, spec) {
		if j < 0 {
			c.lone(at, docs.objects[i], true, true)
			continue
		}
		used[j] = true
		c.object(at, docs.objects[i:i+1], spec.objects[j])
	}
	for j, o := range spec.objects {
		if !used[j] {
			c.lone(at, o, false, len(docs.objects) > 0)
		}
	}
}

// lone notes an object that only one side has where it stands. It is missing only if it
// is nowhere compared with anything.
func (c *structures) lone(at position, o object, inDocs, alternative bool) {
	c.lones = append(c.lones, loneStructure{at, o, inDocs, alternative})
}

// object compares the structures of the pages with one of the spec. What it has is
// missing where none of them has it.
func (c *structures) object(at position, docs []object, spec object) {
	var open []object
	for _, d := range docs {
		c.visitedDocs[d.t], c.visitedSpec[spec.t] = true, true
		if owned := c.below(at, d, spec); !c.seen[structurePair{owned.scope, at.sent, owned.name + owned.path, d.t, spec.t}] {
			c.seen[structurePair{owned.scope, at.sent, owned.name + owned.path, d.t, spec.t}] = true
			open = append(open, d)
		}
	}
	name := func(f *model.Field) string { return f.Name }
	missing := map[string]int{}
	for _, d := range open {
		at := c.below(at, d, spec)
		pairs, onlyDocs, onlySpec := pairByName(d.t.Fields, spec.t.Fields, name, name)
		for _, p := range pairs {
			below := at.member(p.docs, p.spec.Span)
			c.both(Fields, below, p.docs.Name)
			c.member(below, p.docs, p.spec, true)
		}
		for _, f := range onlyDocs {
			below := at.member(f, source.Span{})
			c.only(Fields, below, f.Name, true)
			c.lacking[factKey{below.scope, Required, below.owner, below.path, ""}] = true
		}
		for _, f := range onlySpec {
			missing[f.Name]++
		}
	}
	if len(open) == 0 {
		return
	}
	at = c.below(at, open[0], spec)
	for _, f := range spec.t.Fields {
		if missing[f.Name] == len(open) && len(open) == len(docs) {
			c.only(Fields, at.at("."+f.Name, source.Span{}, f.Span), f.Name, false)
		}
	}
}

// below is the position of the members of a structure: those of what a method sends
// stay its own, all others are those of the structure, wherever it stands.
func (c *structures) below(at position, docs, spec object) position {
	if isBody(at) {
		return at.at("", docs.span, spec.span)
	}
	owned := position{scope: ScopeStructures, owner: docs.t, name: docs.name, docs: docs.span, spec: spec.span, sent: at.sent}
	if len(docs.t.Fields) > 0 && !docs.t.Fields[0].Span.IsZero() {
		owned.owner = docs.t.Fields[0].Span.String()
	}
	if owned.name == "" {
		owned.name = at.text()
	}
	return owned
}

// isBody reports whether a position is that of a body, or of the elements of one.
func isBody(at position) bool {
	return at.scope == ScopeBody && (at.path == "body" || at.path == "body[]")
}

// member is the position of a member of a structure. It is that of the line of the
// pages which states it: several types may be made of it, such as one whose members may
// all be missing.
func (p position) member(f *model.Field, spec source.Span) position {
	if p.scope == ScopeStructures && !f.Span.IsZero() {
		return position{scope: p.scope, owner: f.Span.String(), name: p.name + "." + f.Name, docs: f.Span, spec: spec, sent: p.sent}
	}
	return p.at("."+f.Name, f.Span, spec)
}

// alone counts the objects that were nowhere compared: the members of one that the
// pages lack, and one fact for each alternative, and for each structure of the pages in
// whose place the spec has none to hold it to.
func (c *structures) alone() {
	for _, l := range c.lones {
		visited := c.visitedSpec
		if l.inDocs {
			visited = c.visitedDocs
		}
		if visited[l.object.t] {
			continue
		}
		visited[l.object.t] = true
		if !isBody(l.at) && l.at.scope == ScopeBody {
			l.at.scope = ScopeStructures
		}
		if l.inDocs || l.alternative {
			l.at.owner = l.object.t
			c.only(Types, l.at, l.object.text(), l.inDocs)
			continue
		}
		for _, f := range l.object.t.Fields {
			c.only(Fields, l.at.at("."+f.Name, source.Span{}, f.Span), f.Name, false)
		}
	}
}

// report counts the facts, and keeps those on which the sides do not agree.
func (c *structures) report(o Options) *Structures {
	out := &Structures{Tallies: []ScopeTally{}, Facts: []Fact{}}
	for key, f := range c.facts {
		if f.Scope == ScopeStructures && !c.received[key] {
			f.Scope = ScopeBody
		}
		if c.lacking[key] && f.Docs == "optional" || key.kind == Types && f.Docs == strings.Join(c.everywhere[key], " or ") {
			f.Agrees = true
		}
		word := Disagreement{Kind: f.Kind, Docs: f.Docs, Spec: f.Spec}.word()
		f.Unmentioned = !f.Agrees && word != "" && o.Mentions != nil && !o.Mentions(word)
	}
	for _, scope := range []Scope{ScopeParameters, ScopeBody, ScopeStructures} {
		for _, k := range kinds {
			t := ScopeTally{Scope: scope, Kind: k}
			for _, key := range c.order {
				if f := c.facts[key]; f.Scope == scope && f.Kind == k {
					t.count(f)
				}
			}
			if t.Docs+t.Spec == 0 {
				continue
			}
			t.Precision, t.Recall, t.RecallOfMentioned = t.Tally.Precision(), t.Tally.Recall(), t.Tally.RecallOfMentioned()
			out.Tallies = append(out.Tallies, t)
			first := len(out.Facts)
			for _, key := range c.order {
				if f := c.facts[key]; f.Scope == scope && f.Kind == k && !f.Agrees {
					out.Facts = append(out.Facts, *f)
				}
			}
			slices.SortStableFunc(out.Facts[first:], func(a, b Fact) int { return cmp.Compare(a.At, b.At) })
		}
	}
	return out
}

func (t *ScopeTally) count(f *Fact) {
	if f.Docs != "" {
		t.Docs++
	}
	if f.Spec != "" {
		t.Spec++
	}
	if f.Agrees {
		t.Both++
	}
	if f.Unmentioned {
		t.Unmentioned++
	}
}
