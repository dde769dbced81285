package main

import (
	"cmp"
	"errors"
	"fmt"
	"path"
	"slices"

	"golang.org/x/sync/errgroup"

	"github.com/docgen-go/docgen/cmd/docgen/internal/cache"
	"github.com/docgen-go/docgen/cmd/docgen/internal/config"
	"github.com/docgen-go/docgen/emit/goapi"
	"github.com/docgen-go/docgen/emit/report"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/diff"
	"github.com/docgen-go/docgen/model/diff/rules"
	"github.com/docgen-go/docgen/model/source"
)

type diffCmd struct {
	readFlags
	filterFlags
	severityFlags
	usedByFlags
	policyFlags
	outputFlags

	Old      string `arg:"" help:"The old revision. ${docs}"`
	New      string `arg:"" optional:"" help:"The new revision, named in the same ways. Leave it out where OLD is a captured page that shows two revisions side by side."`
	FailOn   string `enum:"breaking,warning,info,go,never" default:"breaking" help:"Exit with 1 on findings this bad or worse: breaking, warning, info or never; go adds to breaking ones all changes that can stop code from compiling which uses the generated package."`
	Ignore   string `placeholder:"FILE" help:"Leave out what this file (YAML) lists, by rule or fingerprint, with reasons."`
	Baseline string `placeholder:"FILE" help:"Leave out what this report (--format json) of an earlier run has told."`
	Config   string `placeholder:"FILE" help:"Take severities, dialects and Go names from this file and not from the nearest docgen.yaml, if there is one."`
	Docs     bool   `help:"Show where descriptions and examples were reworded, too."`

	Link    string `placeholder:"URL" help:"Link places in Markdown and HTML: a URL with {path}, and {rev} and {line} where they are needed, such as https://github.com/o/r/blob/{rev}/{path}#L{line}."`
	Verbose bool   `help:"Name all methods, all places and all changes of the Go API of each entry, where the text counts them otherwise, and tell on standard error what was read and what to do next, as on a terminal."`
}

// Run compares the revisions and prints what changed.
func (c *diffCmd) Run(s *session) error {
	s.config = c.Config
	by, err := c.userRules()
	if err != nil {
		return err
	}
	if len(s.dialects) == 0 {
		s.dialects = by.target.Dialects
	}
	if len(c.UsedBy) > 0 && c.New == "" {
		return usageError{errors.New("--used-by needs both revisions in full; a captured page has too little of either side for a package")}
	}
	code, err := c.userCode(s, by)
	if err != nil {
		return err
	}
	both, err := c.revisions(s)
	if err != nil {
		return err
	}
	if both.oldRevision, both.newRevision, err = c.revisionsOf(s, c.Old, c.New); err != nil {
		return err
	}
	var counting errgroup.Group
	counting.Go(func() error {
		return diag.Guard("counting lines", source.Span{}, func() error { return c.count(s, both) })
	})
	r, err := c.compare(s, both, by, code)
	if counted := counting.Wait(); err == nil {
		err = counted
	}
	if err != nil {
		return err
	}
	c.complete(s, r, both)
	failed := c.exitError(r)
	if r.Summary.Taken = diff.Step(c.VersionStep); r.Summary.StepIsTooSmall() {
		failed = errFindings
	}
	r.Fails, r.Failed = c.fails, failed != nil
	c.apply(r, both.before.api, both.after.api)
	if err := c.deliver(s, r); err != nil {
		return err
	}
	c.tell(s, both, r, failed != nil)
	return failed
}

// A userRules is what the user has said of changes.
type userRules struct {
	rules    *diff.Rules
	ignored  *ignoreFile
	baseline *diffBaseline
	file     *config.File
	target   *config.Target // of the file
}

func (c *diffCmd) userRules() (by userRules, err error) {
	if err := c.checkRules(); err != nil {
		return by, err
	}
	if c.Link != "" {
		if err := report.CheckLink(c.Link); err != nil {
			return by, usageError{fmt.Errorf("--link: %w", err)}
		}
	}
	if by.ignored, err = readIgnored(c.Ignore); err != nil {
		return by, err
	}
	if err := c.checkFormat(); err != nil {
		return by, err
	}
	if by.baseline, err = readDiffBaseline(c.Baseline); err != nil {
		return by, err
	}
	if by.file, err = optional(c.Config); err != nil {
		return by, err
	}
	by.target = c.target(by.file)
	by.rules, err = severityRules(by.file)
	return by, err
}

// compare reports what differs between two models.
func (c *diffCmd) compare(s *session, both *twoSides, by userRules, code *userCode) (*report.Report, error) {
	var work *goWork
	if c.New != "" { // a captured page has too little of either side for a package
		work = startGo(both, by, code.names())
	}
	found := diff.CompareIn(both.before.api, both.after.api, both.in)
	found.AsParameters(both.parameters)
	if found.Paired == 0 && c.New != "" {
		return nil, usageError{fmt.Errorf("%s and %s have no method in common; name two revisions of one reference", c.Old, c.New)}
	}
	if err := c.checkMethods(both.before.api, both.after.api); err != nil {
		return nil, err
	}
	all := by.rules.Classify(found.Changes)
	policy := c.deprecation(by, both.oldRevision, both.newRevision)
	policy.Apply(all)
	var caused causes
	if work != nil {
		var err error
		if caused, err = s.explain(work, all, found.Unstated); err != nil {
			return nil, err
		}
	}
	told := append(caused.with(all), caused.only(both, policy)...)
	both.told = pagesToldBy(found, told)
	findings, usedBy := code.reached(s, told, caused)
	if usedBy != nil { // what does not reach the code is there all the same
		by.ignored.without(told)
		by.baseline.without(told)
	}
	c.reclassify(findings, by.file.Diff.Mild)
	trust := c.weigh(both, findings)
	findings, ignored := by.ignored.without(findings)
	by.ignored.complain(s.stderr)
	findings, known := by.baseline.without(findings)
	by.baseline.complain(s.stderr)
	c.classifyRest(findings, by)
	report.AddEndpoints(findings, both.before.api, both.after.api)
	r := report.New(found, findings, ignored)
	r.Summary.Baseline, r.Trust = known, trust
	caused.complete(r, func(ch goapi.Change) bool { // what is merely new reaches nothing
		return usedBy != nil || by.baseline.toldGo[ch.Key()]
	})
	if caused.Explanation != nil {
		both.golang = caused.Summary
	}
	if r.Summary.UsedBy = usedBy; usedBy != nil { // the API takes the step, whatever the code uses of it
		r.Summary.Step = diff.StepFor(all, found.Texts)
	}
	return r, nil
}

// twoSides are both sides of a comparison.
type twoSides struct {
	before, after *reference
	// touched is how much of their text differs.
	touched touched
	// golang counts all changes of the Go API, whatever entries are left out.
	golang goapi.Summary
	// told are the pages at which something of the report points.
	told toldPages
	// in says how values of types travel where no method shows it.
	in map[string][]diff.Position
	// parameters says where members of types travel that are parameters, and rest what a
	// captured page shows besides.
	parameters map[string]string
	rest       *report.Captured
	// oldRevision and newRevision are what is known of them besides; nil where that is
	// nothing.
	oldRevision, newRevision *report.Revision
}

// revisions reads both sides.
func (c *diffCmd) revisions(s *session) (r *twoSides, err error) {
	if c.New == "" {
		return s.captured(c.Old)
	}
	r = &twoSides{}
	store := s.openCache(c.FailOn != "never")
	if r.before, err = s.revision(c.Old, store); err != nil {
		return nil, err
	}
	if r.after, err = s.revision(c.New, store); err != nil {
		return nil, err
	}
	return r, nil
}

// count finds how much of the text of both sides differs, which a captured page
// says itself.
func (c *diffCmd) count(s *session, both *twoSides) (err error) {
	if c.New != "" {
		both.touched, err = s.touched(c.Old, both.before.api.Pages, c.New, both.after.api.Pages)
	}
	return err
}

// revision reads one side. Errors in its pages are the business of lint, but
// whoever reads what changed should know of them.
func (s *session) revision(ref string, store *cache.Cache) (*reference, error) {
	r, err := s.readCached(ref, store)
	if err != nil {
		return nil, err
	}
	if n := r.found.Count(diag.Error); n > 0 {
		fmt.Fprintf(s.stderr, "%s: the pages have %s: see docgen lint\n", ref, count(n, "error"))
	}
	for range r.api.Methods {
		return r, nil
	}
	summarize(s.stderr, r.located(), false)
	return nil, fmt.Errorf("%s: none of %s documents a method; name the folder of a reference, or see \"docgen lint %s\"", ref, count(len(r.api.Pages), "page"), ref)
}

// complete adds what the comparison of models can't know.
func (c *diffCmd) complete(s *session, r *report.Report, both *twoSides) {
	r.Old, r.New = c.Old, cmp.Or(c.New, c.Old)
	if underDifftool(c.Old, c.New) {
		r.Old, r.New = "a", "b"
		both.inRepository()
	}
	r.OldPrefix, r.NewPrefix = both.before.prefix, both.after.prefix
	r.Summary.Pages, r.Summary.LinesAdded, r.Summary.LinesRemoved = both.touched.pages, both.touched.added, both.touched.removed
	if r.Trust != nil {
		r.Trust.Untold = both.untold()
	}
	r.Summary.GoStep, r.Captured, r.Link = goStep(r, both.golang), both.rest, c.Link
	r.OldRevision, r.NewRevision = both.oldRevision, both.newRevision
	for _, ref := range r.Unlinked() {
		fmt.Fprintf(s.stderr, "%s: its places have no links, because {rev} of --link is that of git operands; name it as git:REV:PATH\n", ref)
	}
	r.ShowTexts, r.Verbose = c.Docs, c.Verbose
	if !c.Docs && r.Captured == nil {
		r.DropWords()
	}
	if c.Output == "" {
		r.Color, r.Width = isTerminal(s.stdout), terminalWidth(s.stdout)
	}
}

func sideOf(r *reference) report.Side {
	var errors []source.Span
	for _, d := range r.found {
		if d.Severity == diag.Error {
			errors = append(errors, d.Span)
		}
	}
	s := report.SideOf(r.api, errors)
	for _, d := range r.found {
		if d.Severity == diag.Warning && slices.Contains(contradictions, d.Code) {
			s.Contradictions++
		}
	}
	return s
}

// contradictions are the codes of findings about a fact that pages state in two ways.
var contradictions = []diag.Code{"printed-twice", "formats-disagree", "dialects-disagree", "stated-twice", "status-twice", "method-twice", "parameter-twice", "member-twice"}

func knownPattern(pattern string) bool {
	return diff.Severity(pattern).Rank() >= 0 ||
		slices.ContainsFunc(rules.Policies(), func(p rules.Policy) bool { return fits(pattern, p.ID) }) ||
		slices.ContainsFunc(rules.All(), func(r diff.Rule) bool { return fits(pattern, r.ID) })
}

// fits matches the ID of a rule, in which no character is special.
func fits(pattern, id string) bool {
	ok, err := path.Match(pattern, id)
	return ok && err == nil
}
