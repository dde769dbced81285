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

// A line is one entry for people: a finding, or several that differ only in
// the value that came or went.
type line struct {
	diff.Finding
	old, new  []string
	goChanges []goapi.Change
	doubts    []Doubted
	told      map[goapi.Change]bool // those of goChanges, once findings were gathered
}

// lines groups the findings of one severity.
func (r *Report) lines(severity diff.Severity) []line {
	var out []line
	for _, f := range r.Findings {
		if f.Severity != severity {
			continue
		}
		if n := len(out); n > 0 && together(out[n-1].Finding, f.Finding) && slices.Equal(out[n-1].doubts, f.Doubts) {
			out[n-1].gather(f)
			continue
		}
		out = append(out, line{f.Finding, grow(nil, f.Old), grow(nil, f.New), f.Go, f.Doubts, nil})
	}
	return out
}

// gather adds another finding to the line. What both did to Go is shown once.
func (l *line) gather(f Finding) {
	l.old, l.new = grow(l.old, f.Old), grow(l.new, f.New)
	if l.told == nil {
		l.told = map[goapi.Change]bool{}
		l.goChanges = slices.Clone(l.goChanges) // which are those of the first finding
		for _, c := range l.goChanges {
			l.told[c] = true
		}
	}
	for _, c := range f.Go {
		if !l.told[c] {
			l.told[c] = true
			l.goChanges = append(l.goChanges, c)
		}
	}
}

func grow(words []string, word string) []string {
	if word == "" {
		return words
	}
	return append(words, word)
}

// gathered are the kinds that come in swarms at one place.
var gathered = []diff.Kind{
	diff.VariantAdded, diff.VariantRemoved, diff.EnumValueAdded, diff.EnumValueRemoved,
	diff.KnownValueAdded, diff.KnownValueRemoved,
}

func together(a, b diff.Finding) bool {
	return slices.Contains(gathered, a.Kind) && a.Kind == b.Kind && a.At == b.At && a.Type == b.Type &&
		a.Method == b.Method && a.Inferred == b.Inferred && slices.Equal(a.Reach, b.Reach)
}

// owner is what the change belongs to: a resource, a method or a type. A method
// needs no word before its name.
func (l line) owner() (word, name string) {
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

// subject is what the change is about: its owner, and the way from there.
func (l line) subject() string {
	word, name := l.owner()
	return strings.Join(slices.DeleteFunc([]string{word, name, l.At}, func(s string) bool { return s == "" }), " ")
}

// what is what happened there. quote marks what the pages say.
func (l line) what(quote func(string) string) string {
	text := l.Message
	before, after := quote(strings.Join(l.old, ", ")), quote(strings.Join(l.new, ", "))
	switch {
	case len(l.old) > 0 && len(l.new) > 0:
		text += ": " + before + " → " + after
	case len(l.old)+len(l.new) > 0:
		text += ": " + quote(strings.Join(append(l.old, l.new...), ", "))
	}
	if l.Inferred {
		text += " (inferred)"
	}
	if len(l.doubts) > 0 {
		text += " (in doubt)"
	}
	return text
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
func (l line) reaches() []reach {
	if !slices.Equal(l.Requests, l.Responses) {
		return []reach{{string(diff.Request), l.Requests}, {string(diff.Response), l.Responses}}
	}
	in := make([]string, len(l.In))
	for i, p := range l.In {
		in[i] = string(p)
	}
	r := reach{strings.Join(in, " and "), l.Reach}
	if len(l.Reach) == 1 && l.Reach[0] == l.Method {
		r.methods = nil
	}
	return []reach{r}
}

// reach names the methods that show the change, unless the subject does.
func (l line) reach() string {
	var parts []string
	for _, r := range l.reaches() {
		methods := firstOf(r.methods)
		if l.Resource != "" {
			methods = count(len(r.methods), "method")
		}
		switch {
		case len(r.methods) == 0:
			parts = append(parts, r.positions)
		case r.positions == "" || l.Resource != "":
			parts = append(parts, methods)
		default:
			parts = append(parts, r.positions+" of "+methods)
		}
	}
	return strings.Join(parts, "; ")
}

// firstOf names the first methods and counts the others.
func firstOf(methods []string) string {
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

// oneLine is the report in one line.
func (s Summary) oneLine() string {
	parts := []string{
		fmt.Sprintf("%s touched (+%d −%d lines)", count(s.Pages, "page"), s.LinesAdded, s.LinesRemoved),
		fmt.Sprintf("%d breaking, %s, %d compatible", s.Breaking, count(s.Warnings, "warning"), s.Infos),
	}
	if s.Ignored > 0 {
		parts = append(parts, fmt.Sprintf("%d ignored", s.Ignored))
	}
	if s.Docs+s.Examples > 0 {
		parts = append(parts, fmt.Sprintf("%s and %s reworded", count(s.Docs, "description"), count(s.Examples, "example")))
	}
	if s.Go != nil {
		parts = append(parts, "Go API: "+goCounts(*s.Go, strconv.Itoa))
	}
	return strings.Join(append(parts, "version step: "+string(s.Step)+s.goStep()), "; ")
}

// goStep says where the Go package needs a larger version step than the API.
func (s Summary) goStep() string {
	if s.Go != nil && s.Go.Breaks() && s.Step != diff.Major {
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

func count(n int, what string) string {
	if n != 1 {
		what += "s"
	}
	return fmt.Sprintf("%d %s", n, what)
}

// textLine is a text as far as it has what a line has.
func textLine(t diff.Text) line {
	return line{Finding: diff.Finding{Change: diff.Change{
		Resource: t.Resource, Method: t.Method, Type: t.Type, At: t.At, OldSpan: t.OldSpan, NewSpan: t.NewSpan,
	}}}
}

func textSubject(t diff.Text) string { return textLine(t).subject() }
