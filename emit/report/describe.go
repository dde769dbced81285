package report

import (
	"fmt"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model/diff"
	"github.com/docgen-go/docgen/model/source"
)

// A line is one entry for people: a finding, or several that differ only in
// the value that came or went.
type line struct {
	diff.Finding
	old, new []string
}

// lines groups the findings of one severity.
func (r *Report) lines(severity diff.Severity) []line {
	var out []line
	for _, f := range r.Findings {
		if f.Severity != severity {
			continue
		}
		if n := len(out); n > 0 && together(out[n-1].Finding, f) {
			out[n-1].old, out[n-1].new = grow(out[n-1].old, f.Old), grow(out[n-1].new, f.New)
			continue
		}
		out = append(out, line{f, grow(nil, f.Old), grow(nil, f.New)})
	}
	return out
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
	return text
}

// shownMethods is how many methods a line names before it counts.
const shownMethods = 3

// positions says how the value travels, or "".
func (l line) positions() string {
	in := make([]string, len(l.In))
	for i, p := range l.In {
		in[i] = string(p)
	}
	return strings.Join(in, " and ")
}

// methods are the IDs of those that show the change, none where the subject is
// the only one.
func (l line) methods() []string {
	if len(l.Reach) == 1 && l.Reach[0] == l.Method {
		return nil
	}
	return l.Reach
}

// reach names the methods that show the change, unless the subject does.
func (l line) reach() string {
	text, all := l.positions(), l.methods()
	if len(all) == 0 {
		return text
	}
	if l.Resource != "" {
		return count(len(all), "method")
	}
	names := all[:min(len(all), shownMethods)]
	methods := strings.Join(names, ", ")
	if more := len(all) - len(names); more > 0 {
		methods += fmt.Sprintf(" and %d more", more)
	}
	if text == "" {
		return methods
	}
	return text + " of " + methods
}

// places are the old and the new place, as far as there are any.
func (r *Report) places(old, new source.Span) []string {
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

// verdict is the report in one line.
func (s Summary) verdict() string {
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
	return strings.Join(append(parts, "version step: "+string(s.Step)), "; ")
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
		Method: t.Method, Type: t.Type, At: t.At, OldSpan: t.OldSpan, NewSpan: t.NewSpan,
	}}}
}

func textSubject(t diff.Text) string { return textLine(t).subject() }
