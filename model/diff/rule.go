package diff

import (
	"cmp"
	"fmt"
	"slices"
)

// A Severity says what a change does to programs that worked before it.
type Severity string

// The severities, worst first. Breaking changes stop programs from working;
// warnings may surprise them; the rest is good to know.
const (
	Breaking Severity = "breaking"
	Warning  Severity = "warning"
	Info     Severity = "info"
)

// Severities lists all, worst first.
func Severities() []Severity { return []Severity{Breaking, Warning, Info} }

// Rank orders severities: 0 is the worst.
func (s Severity) Rank() int { return slices.Index(Severities(), s) }

// A Rule classifies one kind of change in one position.
type Rule struct {
	// ID is the position, where there is one, and the kind: request-field-added-required.
	ID       string   `json:"id"`
	Kind     Kind     `json:"kind"`
	In       Position `json:"in,omitempty"`
	Severity Severity `json:"severity"`
	// Message says in one line what happened.
	Message string `json:"message"`
	// Why says in one sentence what follows for a program.
	Why string `json:"why"`
	// Mirror is the ID of the rule for the opposite change. Where there is none,
	// Waiver says why.
	Mirror string `json:"mirror,omitempty"`
	Waiver string `json:"waiver,omitempty"`
	// Before and After are pages that differ in just this. They are part of the
	// method page parcels/create.md, or a set of files where they start with a
	// line such as "-- parcels/list.md --".
	Before string `json:"before"`
	After  string `json:"after"`
}

// Rules finds the rule for a change.
type Rules struct{ by map[Part]*Rule }

// NewRules indexes rules. It panics on two rules for one kind and position,
// which only a mistake in the program can make.
func NewRules(all []Rule) *Rules {
	r := &Rules{by: make(map[Part]*Rule, len(all))}
	for i := range all {
		k := Part{all[i].Kind, all[i].In}
		if r.by[k] != nil {
			panic(fmt.Sprintf("two rules for %v", k))
		}
		r.by[k] = &all[i]
	}
	return r
}

// A Finding is a change and what the rules say of it.
type Finding struct {
	Change
	Severity Severity `json:"severity"`
	// Rules are the IDs of all rules that fit, the worst first: a type that is
	// both sent and received fits two.
	Rules []string `json:"rules"`
	// Message is that of the worst rule.
	Message string `json:"message"`
	// Policy says how the finding stands to what is asked of deprecations, or why only the
	// generated Go shows it; "" where there is nothing to say.
	Policy string `json:"policy,omitempty"`
}

// Classify applies the rules. What is only inferred is info, whatever the rule
// says. The worst come first, otherwise the order stays. A change that no rule
// knows is a mistake of the rules and reported as a warning, never dropped.
func (r *Rules) Classify(changes []Change) []Finding {
	out := make([]Finding, 0, len(changes))
	for _, c := range changes {
		out = append(out, r.classify(c))
	}
	slices.SortStableFunc(out, func(a, b Finding) int { return cmp.Compare(a.Severity.Rank(), b.Severity.Rank()) })
	return out
}

func (r *Rules) classify(c Change) Finding {
	fit := r.fitting(c)
	if len(fit) == 0 {
		return Finding{Change: c, Severity: Warning, Rules: []string{string(c.Kind)}, Message: string(c.Kind)}
	}
	f := Finding{Change: c, Severity: fit[0].Severity, Message: fit[0].Message}
	for _, rule := range fit {
		f.Rules = append(f.Rules, rule.ID)
	}
	switch {
	case c.Inferred:
		f.Severity = Info
	case f.Severity == Breaking && c.isUnreached():
		f.Severity = Warning // who names the type rebuilds, but nothing that travels changes
	}
	return f
}

// fitting are the rules for a change, the worst first. A change without a
// position, or whose kind has no classification by position, fits one.
func (r *Rules) fitting(c Change) []*Rule {
	var fit []*Rule
	for _, p := range c.parts() {
		if rule := r.by[p]; rule != nil {
			fit = append(fit, rule)
		}
	}
	if rule := r.by[Part{Kind: c.Kind}]; rule != nil && len(fit) == 0 {
		fit = append(fit, rule)
	}
	if len(fit) == 0 && c.isUnreached() {
		for _, in := range []Position{Request, Response} {
			if rule := r.by[Part{c.Kind, in}]; rule != nil {
				fit = append(fit, rule)
			}
		}
	}
	slices.SortStableFunc(fit, func(a, b *Rule) int { return cmp.Compare(a.Severity.Rank(), b.Severity.Rank()) })
	return fit
}

// isUnreached reports whether a change is about what a type shows that no method leads
// to, so that no value of it is known to be sent or received.
func (c Change) isUnreached() bool {
	return c.Type != "" && c.Method == "" && len(c.In)+len(c.Reach) == 0
}

// A Step is how a version number has to grow.
type Step string

// The steps of semantic versions.
const (
	Major Step = "major"
	Minor Step = "minor"
	Patch Step = "patch"
	None  Step = "none"
)

// Less reports whether a step is smaller than another one.
func (s Step) Less(t Step) bool {
	order := []Step{None, Patch, Minor, Major}
	return slices.Index(order, s) < slices.Index(order, t)
}

// StepFor suggests a step: breaking changes need a major one, others that a
// program can see a minor one, and words a patch.
func StepFor(findings []Finding, texts []Text) Step {
	switch {
	case slices.ContainsFunc(findings, func(f Finding) bool { return f.Severity == Breaking }):
		return Major
	case len(findings) > 0:
		return Minor
	case len(texts) > 0:
		return Patch
	}
	return None
}
