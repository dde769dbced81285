// Package diff finds what changed between two revisions of an API.
//
// Call [Compare] with both revisions, as package parser reads them, and give what
// it finds to the rules of package rules:
//
//	found := diff.Compare(before, after)
//	for _, f := range rules.Default().Classify(found.Changes) {
//		fmt.Println(f.Severity, f.Message, f.Method)
//	}
//
// Compare computes facts: what is there on one side only, or differs, and which
// methods it reaches. How bad a fact is, only rules say.
//
// What a reference looks like is no fact: the order of pages and fields, how
// often a type is expanded, where a structure has a name of its own. Nor is
// silence: a fact that the pages of one side never state (older pages print no
// null) is counted and not reported.
package diff

import "github.com/docgen-go/docgen/model"

// A Comparison is all that differs between two revisions.
type Comparison struct {
	Changes []Change `json:"changes"`
	// Texts are differences of words only: descriptions and examples.
	Texts []Text `json:"texts"`
	// Unstated counts differences in facts that one side's pages never state.
	Unstated map[model.Fact]int `json:"unstated,omitempty"`
	// Paired is how many methods both sides have. Where it is 0, two references
	// were compared and not two revisions of one.
	Paired int `json:"paired"`
}

// Compare finds what differs between two linked APIs, as parser.Parse or
// model.Decode return them. The result is in the order of the new tree, what
// was removed after it, and shared types at the end.
func Compare(before, after *model.API) *Comparison { return CompareIn(before, after, nil) }

// CompareIn is Compare for APIs that are there in part: in says how values of
// declared types travel that no method leads to, by the names of the types in
// the new one.
func CompareIn(before, after *model.API, in map[string][]Position) *Comparison {
	c := newComparer(before, after)
	c.in = in
	c.pairMethods()
	c.addedAndRemoved()
	for _, p := range c.methods {
		c.method(p)
	}
	c.resources()
	c.events()
	c.unusedTypes()
	c.drain()
	changes := c.finish()
	setFingerprints(changes)
	return &Comparison{Changes: changes, Texts: c.texts, Unstated: c.unstated, Paired: len(c.methods)}
}
