package report

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/docgen-go/docgen/emit/goapi"
	"github.com/docgen-go/docgen/model/diff"
	"github.com/docgen-go/docgen/model/source"
)

// lines are the findings of one severity.
func (r *Report) lines(severity diff.Severity) []Finding {
	var out []Finding
	for _, f := range r.Findings {
		if f.Severity == severity {
			out = append(out, f)
		}
	}
	return out
}

// owner is what the change belongs to: a resource, a method or a type. A method
// needs no word before its name.
func (l Finding) owner() (word, name string) {
	switch {
	case l.Resource != "":
		return "resource", l.Resource
	case l.Type != "":
		return "type", l.Type
	case l.Method != "":
		return "", l.Method
	}
	return "", "API"
}

// subject is what the change is about: its owners, and the way from there. Of many
// locations it names the first and counts the others.
func (r *Report) subject(f Finding) string {
	named := subjectsOf(f)
	more := ""
	if n := len(named) - shownLocations; n > 0 && !r.Verbose {
		named, more = named[:shownLocations], fmt.Sprintf(" and %d more", n)
	}
	word, owner := named[0].owner()
	if len(named) > 1 && !slices.ContainsFunc(named, func(s Finding) bool { return !s.isOf(word, owner) || s.At == "" }) {
		return words(word, owner, list(named, func(s Finding) string { return s.At })) + more
	}
	for _, s := range named[1:] {
		if other, _ := s.owner(); other != word || s.At != named[0].At {
			return list(named, Finding.subject) + more
		}
	}
	if len(named) > 1 && word != "" {
		word += "s"
	}
	owners := list(named, func(f Finding) string { _, name := f.owner(); return name })
	return words(word, owners+more, named[0].At)
}

// isOf reports whether a finding has an owner.
func (l Finding) isOf(word, name string) bool {
	w, n := l.owner()
	return w == word && n == name
}

// shownLocations is how many locations a line names before it counts.
const shownLocations = 3

// subjectsOf returns all subjects of a finding, each once.
func subjectsOf(f Finding) []Finding {
	if len(f.Locations) < 2 {
		return []Finding{f}
	}
	var out []Finding
	known := map[string]bool{}
	for _, l := range f.Locations {
		if here := at(l); !known[here.subject()] {
			known[here.subject()] = true
			out = append(out, here)
		}
	}
	return out
}

func list(findings []Finding, text func(Finding) string) string {
	out := make([]string, len(findings))
	for i, f := range findings {
		out[i] = text(f)
	}
	return strings.Join(out, ", ")
}

// words joins those that are there.
func words(all ...string) string {
	return strings.Join(slices.DeleteFunc(all, func(s string) bool { return s == "" }), " ")
}

// at is a location as far as it has what a finding has.
func at(p diff.Location) Finding {
	return Finding{Finding: diff.Finding{Change: diff.Change{Resource: p.Resource, Method: p.Method, Type: p.Type, At: p.At, Old: p.Old, New: p.New, Reach: p.Reach, Requests: p.Requests, Responses: p.Responses, OldSpan: p.OldSpan, NewSpan: p.NewSpan}}}
}

// subject is the owner of the first place, and the way from there.
func (l Finding) subject() string {
	word, name := l.owner()
	return words(word, name, l.At)
}

// everywhere is one line for each place of a finding that has several: what it is about,
// what happened where the values differ, and where.
func (r *Report) everywhere(f Finding, quote func(string) string) []string {
	if len(f.Locations) < 2 {
		return nil
	}
	out := make([]string, len(f.Locations))
	for i, p := range f.Locations {
		here := at(p)
		parts := []string{quote(here.subject())}
		if len(f.OldValues)+len(f.NewValues) > 1 {
			parts = append(parts, here.what(quote))
		}
		if text := r.locations(p.OldSpan, p.NewSpan); len(text) > 0 {
			parts = append(parts, strings.Join(text, " · "))
		}
		out[i] = strings.Join(parts, " · ")
	}
	return out
}

// what is what happened there. quote marks what the pages say.
func (l Finding) what(quote func(string) string) string {
	text := l.Message
	if values := l.values(quote); text == "" {
		text = values
	} else if values != "" && !l.saysNoMore() {
		text += ": " + values
	}
	if l.Policy != "" {
		text += " (" + l.Policy + ")"
	}
	if l.Inferred {
		text += " (inferred)"
	}
	if len(l.Doubts) > 0 {
		text += " (in doubt)"
	}
	return text
}

// saysNoMore reports whether the values of a change say what its kind or its subject says: a
// page that marks something as deprecated has no words about it, and one type that has
// another name goes by both.
func (l Finding) saysNoMore() bool {
	return l.Kind == goapi.OnlyGo || l.Kind == diff.TypeRenamed && l.Type == l.Old+" → "+l.New || (l.Kind == diff.Deprecated || l.Kind == diff.Undeprecated) && strings.EqualFold(strings.Trim(l.Old+l.New, " .!"), "deprecated")
}

// values are what was there before and is now.
func (l Finding) values(quote func(string) string) string {
	if pairs := l.renames(quote); len(pairs) > 1 {
		return strings.Join(pairs, ", ")
	}
	old, now := l.withoutOptional(l.Old, l.OldValues), l.withoutOptional(l.New, l.NewValues)
	switch {
	case old != "" && now != "":
		return quote(old) + " → " + quote(now)
	case old != "" && l.sidesDiffer():
		return quote(old) + " → none"
	case now != "" && l.sidesDiffer():
		return "none → " + quote(now)
	}
	return quote(old) + quote(now)
}

// sidesDiffer reports whether the words of a change leave open on which side the only value
// of it is: a limit is tightened where one came and where it has another value.
func (l Finding) sidesDiffer() bool {
	what := string(l.Kind)[strings.LastIndexByte(string(l.Kind), '-')+1:]
	return l.Kind != goapi.OnlyGo && slices.Contains([]string{"tightened", "loosened", "changed", "widened", "narrowed"}, what)
}

// withoutOptional returns the text of values without the word that the message has: that an
// optional member was added need not be said of its type once more.
func (l Finding) withoutOptional(text string, values []string) string {
	if !strings.HasPrefix(l.Message, "optional ") {
		return text
	}
	if len(values) < 2 {
		return strings.TrimPrefix(text, "optional ")
	}
	out := make([]string, len(values))
	for i, v := range values {
		out[i] = strings.TrimPrefix(v, "optional ")
	}
	return strings.Join(out, ", ")
}

// renames are the old and new names of what has another name now, each pair once.
func (l Finding) renames(quote func(string) string) []string {
	switch l.Kind {
	case diff.FieldRenamed, diff.ParamRenamed, diff.PathParamRenamed, diff.MethodRenamed, diff.TypeRenamed, diff.ValueRenamed:
	default:
		return nil
	}
	var out distinct
	for _, p := range l.Locations {
		out.add(quote(p.Old) + " → " + quote(p.New))
	}
	return out.lines
}

// shownMethods is how many methods a line names before it counts.
const shownMethods = 3

// A reach is the methods that show a change, and how the value travels in
// them. Positions are empty for what is about no value, methods where the
// subject is the only one.
type reach struct {
	positions string
	methods   []string
}

// reaches are those of a line: two where other methods send than return.
func (l Finding) reaches() []reach {
	if !slices.Equal(l.Requests, l.Responses) {
		both := []reach{{string(diff.Request), l.Requests}, {string(diff.Response), l.Responses}}
		return slices.DeleteFunc(both, func(r reach) bool { return len(r.methods) == 0 && !slices.Contains(l.In, diff.Position(r.positions)) })
	}
	in := make([]string, len(l.In))
	for i, p := range l.In {
		in[i] = string(p)
	}
	r := reach{strings.Join(in, " and "), l.Reach}
	if l.namesReach() {
		r.methods = nil
	}
	return []reach{r}
}

// namesReach reports whether the subjects are the methods that the line reaches.
func (l Finding) namesReach() bool {
	var methods []string
	for _, s := range subjectsOf(l) {
		methods = append(methods, s.Method)
	}
	slices.Sort(methods)
	return slices.Equal(slices.Compact(methods), l.Reach)
}

// reach names the methods that show the change, unless the subject does. Of a member that
// none shows it says so, because that is why its change is not breaking.
func (r *Report) reach(l Finding) string {
	if l.Type != "" && l.At != "" && len(l.In)+len(l.Reach) == 0 {
		return "shown by no method"
	}
	var parts []string
	for _, to := range l.reaches() {
		methods := r.firstOf(to.methods)
		if l.Resource != "" {
			methods = count(len(to.methods), "method")
		}
		switch {
		case len(to.methods) == 0:
			parts = append(parts, to.positions)
		case to.positions == "" || l.Resource != "":
			parts = append(parts, methods)
		default:
			parts = append(parts, to.positions+" of "+methods)
		}
	}
	return strings.Join(parts, "; ")
}

// firstOf names the first methods and counts the others.
func (r *Report) firstOf(methods []string) string {
	if r.Verbose {
		return strings.Join(methods, ", ")
	}
	names := methods[:min(len(methods), shownMethods)]
	text := strings.Join(names, ", ")
	if more := len(methods) - len(names); more > 0 {
		text += fmt.Sprintf(" and %d more", more)
	}
	return text
}

// locations are the old and the new place, as far as there are any.
func (r *Report) locations(old, new source.Span) []string {
	var out []string
	if !old.IsZero() {
		out = append(out, r.OldPrefix+old.String())
	}
	if !new.IsZero() {
		out = append(out, r.NewPrefix+new.String())
	}
	return out
}

// headings are the severities with the words above their lines, and a mark that
// tells them apart at a glance.
var headings = []struct {
	severity    diff.Severity
	title, mark string
}{
	{diff.Breaking, "Breaking", "✕"},
	{diff.Warning, "Warnings", "!"},
	{diff.Info, "Compatible", "✓"},
}

// OneLine returns the report in one line.
func (r *Report) OneLine() string { return r.Summary.oneLine() }

// oneLine is the report in one line.
func (s Summary) oneLine() string {
	parts := []string{
		fmt.Sprintf("%s touched (+%d −%d lines)", count(s.Pages, "page"), s.LinesAdded, s.LinesRemoved),
		fmt.Sprintf("%d breaking, %s, %d compatible", s.Breaking, count(s.Warnings, "warning"), s.Infos),
		s.sizes(),
	}
	if s.UsedBy != nil {
		parts = append(parts, s.UsedBy.String())
	}
	if s.Filter != nil {
		parts = append(parts, s.Filter.String())
	}
	if s.Baseline > 0 {
		parts = append(parts, count(s.Baseline, "change")+" in the baseline")
	}
	if s.Ignored > 0 {
		parts = append(parts, fmt.Sprintf("%d ignored", s.Ignored))
	}
	if s.Docs+s.Examples > 0 {
		parts = append(parts, fmt.Sprintf("%s and %s reworded", count(s.Docs, "description"), count(s.Examples, "example")))
	}
	if s.Go != nil {
		parts = append(parts, "Go API: "+s.goCounts(strconv.Itoa))
	}
	return strings.Join(append(parts, "version step: "+string(s.Step)+s.goStep()+s.takenStep()), "; ")
}

// sizes says how many entries there are, and of how many changes.
func (s Summary) sizes() string {
	n := s.Breaking + s.Warnings + s.Infos
	return plural(n, "entry", "entries") + " of " + count(s.Changes.Breaking+s.Changes.Warnings+s.Changes.Infos, "change")
}

// takenStep says where a release takes too small a step.
func (s Summary) takenStep() string {
	if s.StepIsTooSmall() {
		return ", but the release takes " + string(s.Taken)
	}
	return ""
}

// StepIsTooSmall reports whether the step that a release takes is smaller than the
// findings ask for.
func (s Summary) StepIsTooSmall() bool { return s.Taken != "" && s.Taken.Less(s.Step) }

// goStep says where the Go package needs a larger version step than the API.
func (s Summary) goStep() string {
	major := s.GoStep == diff.Major || s.GoStep == "" && s.Go != nil && s.Go.Breaks()
	if major && s.Step != diff.Major {
		return " (" + string(diff.Major) + " for the Go package)"
	}
	return ""
}

// unstatedFacts are the facts that could not be compared, each with how often.
func (r *Report) unstatedFacts() []string {
	var out []string
	for fact, n := range r.Unstated {
		out = append(out, fmt.Sprintf("%s (%d)", fact, n))
	}
	slices.Sort(out)
	return out
}

// unstated says what could not be compared, or "".
func (r *Report) unstated() string {
	facts := r.unstatedFacts()
	if len(facts) == 0 {
		return ""
	}
	return "not compared, because the pages of one side never state it: " + strings.Join(facts, ", ")
}

func count(n int, what string) string { return plural(n, what, what+"s") }

func plural(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

// textLine is a text as far as it has what a line has.
func textLine(t diff.Text) Finding {
	return Finding{Finding: diff.Finding{Change: diff.Change{
		Resource: t.Resource, Method: t.Method, Type: t.Type, At: t.At, OldSpan: t.OldSpan, NewSpan: t.NewSpan,
	}}}
}

// DropWords leaves of what was reworded only where it is: all descriptions of a reference
// are more than most programs want.
func (r *Report) DropWords() {
	for i := range r.Texts {
		r.Texts[i].Old, r.Texts[i].New = "", ""
	}
}

// news is what a location of something new holds, one line for each member.
func news(l diff.Location) []string {
	var out []string
	add := func(before string, members []diff.NewMember) {
		for _, m := range members {
			out = append(out, words(before, m.At)+": "+m.Type)
		}
	}
	add("", l.Members)
	for _, m := range l.Methods {
		for _, p := range m.Params {
			out = append(out, words(m.Method, p.In, p.Name)+": "+p.Type)
		}
		if m.Returns != "" {
			out = append(out, m.Method+" returns: "+m.Returns)
		}
		add(m.Method, m.Members)
	}
	return out
}

// allNews is what is in something new at all of its locations, each line once.
func (l Finding) allNews() []string {
	var out distinct
	for _, p := range l.Locations {
		for _, line := range news(p) {
			out.add(line)
		}
	}
	return out.lines
}

// A distinct collects lines, each once, in their order.
type distinct struct {
	lines []string
	known map[string]bool
}

func (d *distinct) add(line string) {
	if d.known == nil {
		d.known = map[string]bool{}
	}
	if !d.known[line] {
		d.known[line] = true
		d.lines = append(d.lines, line)
	}
}

func textSubject(t diff.Text) string { return textLine(t).subject() }
