package goapi

import (
	"github.com/docgen-go/docgen/emit/naming"
	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diff"
)

// A Side is one revision of a package.
type Side struct {
	decls   []Decl // sorted by name
	origins *origins
	// auth are the IDs of the credentials of each method, and resourceOf those of the
	// resource of each type, by ID.
	auth       map[string][]string
	resourceOf map[string]string

	api      *model.API
	mentions map[string][]*Decl  // see mentioning
	ids      map[string][]string // see idsOf
	// namesakes are the names of Go types by what the pages call them.
	namesakes map[string][]string
	users     map[string][]typeUser // see usersOf

	constructors map[string]parts    // see findConstructors
	twins        map[string][]string // see findTwins
	polls        []string            // see pollResources
	forms        []string            // see formMethods

	// index and resources are the findings by what this side calls their subjects.
	index     *findingIndex
	resources *resourceIndex
}

// NewSide is the side of an API whose package has the declarations, which are
// sorted by name.
func NewSide(api *model.API, names *naming.Names, decls []Decl) *Side {
	s := &Side{api: api, decls: decls, origins: newOrigins(api, names), auth: map[string][]string{}, resourceOf: make(map[string]string, len(api.Types)), constructors: findConstructors(api, names), twins: findTwins(names), polls: pollResources(api), forms: formMethods(api)}
	for _, m := range api.Methods {
		s.auth[m.ID] = m.Auth
	}
	for _, t := range api.Types {
		s.resourceOf[t.ID] = t.Resource
	}
	return s
}

// join indexes findings by the IDs that the side has.
func (s *Side) join(findings []diff.Finding, old bool) {
	s.index = newFindingIndex(findings, old)
	s.resources = newResourceIndex(s.index, s.resourceOf)
}

// An Explanation says which finding about the pages caused which changes of the
// Go API. A change that several findings caused stands with each.
type Explanation struct {
	// ByFinding has the same indexes as the findings.
	ByFinding [][]Change
	// Summary counts all changes, each once.
	Summary Summary
	// Unexplained are changes that no finding caused, mostly because the pages
	// of one side never state the fact that makes the difference.
	Unexplained []Change
}

// Explain finds the causes of the changes from one side to the other. First it
// looks for what the findings are about themselves; then for what follows from
// that: the types that new members have, the constants of a new type. unstated counts the
// differences in facts that one side never states, which are no findings.
func Explain(before, after *Side, findings []diff.Finding, unstated map[model.Fact]int) *Explanation {
	all := compare(before.decls, after.decls)
	x := &explainer{old: before, new: after, findings: findings}
	before.join(findings, true)
	after.join(findings, false)
	x.renamed(all)
	causes := make([][]int, len(all))
	for i := range all {
		causes[i] = x.direct(&all[i].Change)
	}
	next := neighbours(all)
	spread(next, causes)
	for i := range all {
		c := &all[i].Change
		if len(causes[i]) == 0 {
			causes[i] = x.parted(c)
		}
		if len(causes[i]) == 0 {
			causes[i] = x.reshaped(c)
		}
		if len(causes[i]) == 0 {
			causes[i] = x.ofResource(c)
		}
	}
	spread(next, causes)
	helpers(all, causes)
	x.made(all, causes)
	x.carried(all, causes)
	x.lost(all, causes)
	out := &Explanation{ByFinding: make([][]Change, len(findings))}
	for i := range all {
		c := &all[i]
		if c.part {
			continue
		}
		out.Summary.count(c.Action)
		if len(causes[i]) == 0 {
			x.unstated(&c.Change)
			if unstated[c.Unstated] == 0 {
				c.Unstated = ""
			}
			if c.Unstated == "" {
				causes[i] = x.nearest(&c.Change)
			}
		}
		if len(causes[i]) == 0 {
			out.Unexplained = append(out.Unexplained, c.Change)
		}
		for _, f := range causes[i] {
			out.ByFinding[f] = append(out.ByFinding[f], c.Change)
		}
	}
	return out
}
