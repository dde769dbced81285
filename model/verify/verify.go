// Package verify compares what a set of pages says of an API with what a
// specification says of it, fact by fact. Both sides are a model.API, so the
// comparison is a function from two values to a report, and it does not matter
// which file format either came from.
//
// It is not part of the compatibility promise.
package verify

import (
	"slices"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/source"
)

// Options are what a caller may know besides the two models.
type Options struct {
	// Mentions reports whether the text of the pages has a word anywhere. Where
	// it does not, no reader of the pages can know the fact behind the word.
	// Nil means that nobody looked.
	Mentions func(word string) bool
}

// Compare pairs the operations of docs and spec and compares each pair. A
// named type that many operations share is compared once for every type it
// meets on the other side, so one cause is one disagreement.
func Compare(docs, spec *model.API, o Options) *Report {
	if o.Mentions == nil {
		o.Mentions = func(string) bool { return true }
	}
	c := &comparer{
		docs: docs, spec: spec, mentions: o.Mentions,
		report: &Report{Disagreements: []Disagreement{}, FixedQueries: []FixedQuery{}, Variants: []Variant{}},
		done:   map[typePair]bool{}, doneObjects: map[typePair]bool{}, doneElements: map[typePair]bool{},
		doneEnums: map[typePair]bool{}, doneAlternatives: map[typePair]bool{}, lones: map[loneObject]int{},
		docsShapes: newShapes(docs), specShapes: newShapes(spec),
	}
	c.operations()
	c.report.finish(c.tallies)
	return c.report
}

// A comparer holds the state of one comparison.
type comparer struct {
	docs, spec *model.API
	mentions   func(string) bool
	report     *Report
	tallies    [kindCount]Tally
	// The pairs that were compared already, or are being compared further up,
	// so that recursion ends: what both sides declare, objects, and elements
	// of arrays and maps; also enums, and alternatives as such.
	done, doneObjects, doneElements, doneEnums, doneAlternatives map[typePair]bool
	// lones are the objects that one side lacks, with their disagreement.
	lones map[loneObject]int

	docsShapes, specShapes *shapes
}

type typePair struct{ docs, spec *model.Type }

// A location is where both sides stand while they are compared.
type location struct {
	method string
	path   string
	docs   source.Span
	spec   source.Span
}

// at is the place one step further down; a side without a span of its own
// stays where it was.
func (p location) at(step string, docs, spec source.Span) location {
	p.path += step
	if !docs.IsZero() {
		p.docs = docs
	}
	if !spec.IsZero() {
		p.spec = spec
	}
	return p
}

// agree counts n facts that both sides state alike.
func (c *comparer) agree(k Kind, n int) {
	t := &c.tallies[k.index()]
	t.Both += n
	t.Docs += n
	t.Spec += n
}

// differ records one fact that the sides state differently. An empty text
// means that the side is silent and does not count for it.
func (c *comparer) differ(k Kind, p location, docs, spec string) {
	t := &c.tallies[k.index()]
	if docs != "" {
		t.Docs++
	}
	if spec != "" {
		t.Spec++
	}
	d := Disagreement{
		Kind: k, Method: p.method, Path: p.path,
		Docs: docs, Page: p.docs, Spec: spec, Pointer: p.spec.String(), Locations: 1,
	}
	if word := d.word(); word != "" && !c.mentions(word) {
		d.Unmentioned = true
		t.Unmentioned++
	}
	c.report.Disagreements = append(c.report.Disagreements, d)
}

// flag compares a yes-or-no fact of which only yes counts.
func (c *comparer) flag(k Kind, p location, docs, spec bool, yes string) {
	switch {
	case docs && spec:
		c.agree(k, 1)
	case docs:
		c.differ(k, p, yes, "")
	case spec:
		c.differ(k, p, "", yes)
	}
}

// text compares a fact that is a text, "" where a side does not state it.
func (c *comparer) text(k Kind, p location, docs, spec string) {
	switch {
	case docs == spec && docs != "":
		c.agree(k, 1)
	case docs != spec:
		c.differ(k, p, docs, spec)
	}
}

// pairByName splits two lists by name into pairs and what only one side has, each
// in the order of its list.
func pairByName[D, S any](docs []D, spec []S, docsName func(D) string, specName func(S) string) (pairs []pair[D, S], onlyDocs []D, onlySpec []S) {
	bySpec := make(map[string]int, len(spec))
	for i, s := range slices.Backward(spec) {
		bySpec[specName(s)] = i
	}
	used := make([]bool, len(spec))
	for _, d := range docs {
		i, ok := bySpec[docsName(d)]
		if !ok || used[i] {
			onlyDocs = append(onlyDocs, d)
			continue
		}
		used[i] = true
		pairs = append(pairs, pair[D, S]{d, spec[i]})
	}
	for i, s := range spec {
		if !used[i] {
			onlySpec = append(onlySpec, s)
		}
	}
	return pairs, onlyDocs, onlySpec
}

type pair[D, S any] struct {
	docs D
	spec S
}
