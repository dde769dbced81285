package main

import (
	"cmp"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
)

// A readSummary is what was read, concluded and found in pages, in numbers.
type readSummary struct {
	// Pages counts the pages by what they are: their kind, format and dialect.
	Pages map[string]int
	// Methods, Types and Examples are how many there are.
	Methods, Types, Examples int
	// Inferred counts the facts that no page states, by what they are and what they were
	// concluded from.
	Inferred map[inference]int
	// NoResult are the methods of which the pages state no result, NoIdea those of them of which
	// they state that there is one.
	NoResult, NoIdea []string
	// Contradicted are the methods with examples that contradict their pages, once for each.
	Contradicted []string
}

// An inference is a kind of facts and what they were concluded from.
type inference struct {
	Fact model.Fact
	From model.Source
}

func newReadSummary(api *model.API) *readSummary {
	s := &readSummary{Pages: map[string]int{}, Types: len(api.Types), Inferred: map[inference]int{}}
	for _, p := range api.Pages {
		s.Pages[pageSort(p)]++
	}
	for _, m := range api.Methods {
		s.Methods++
		s.method(m)
	}
	for t := range api.EachType {
		for _, f := range t.Fields {
			s.infer(f.Evidence)
		}
	}
	return s
}

// pageSort returns what a page is: "reference (sdkdocs, http)".
func pageSort(p *model.Page) string {
	if p.Format == "" {
		return string(p.Kind)
	}
	if p.Dialect != "" {
		return fmt.Sprintf("%s (%s, %s)", p.Kind, p.Format, p.Dialect)
	}
	return fmt.Sprintf("%s (%s)", p.Kind, p.Format)
}

func (s *readSummary) method(m *model.Method) {
	for _, p := range m.Params {
		s.infer(p.Evidence)
	}
	if m.Body != nil {
		s.infer(m.Body.Evidence)
	}
	switch {
	case m.Returns != nil:
		s.infer(m.Returns.Evidence)
		if m.Returns.Type != nil && m.Returns.Type.Kind == model.KindAny && m.Returns.Evidence.Of(model.FactType) == model.SourceName {
			s.NoIdea = append(s.NoIdea, m.ID)
		}
	case m.Streaming == nil:
		s.NoResult = append(s.NoResult, m.ID)
	}
	for _, e := range m.Examples {
		s.Examples++
		if e.Conflict != "" {
			s.Contradicted = append(s.Contradicted, m.ID)
		}
	}
}

func (s *readSummary) infer(evidence model.Evidence) {
	for _, said := range evidence {
		if said.Source.Inferred() {
			s.Inferred[inference{said.Fact, said.Source}]++
		}
	}
}

// print prints the summary of docs that the user calls ref; listed says that notes are listed elsewhere.
func (s *readSummary) print(w io.Writer, ref string, found diag.List, listed bool) {
	fmt.Fprintf(w, "pages: %s\n", diag.Plain(counted(s.Pages)))
	fmt.Fprintf(w, "read: %s, %s, %s\n", count(s.Methods, "method"), count(s.Types, "type"), count(s.Examples, "example"))
	if n := total(s.Inferred); n > 0 {
		fmt.Fprintf(w, "inferred, stated on no page: %s (%s); \"docgen inspect --evidence %s\" shows where\n", count(n, "fact"), s.inferred(), diag.Plain(ref))
	}
	if len(s.NoResult) > 0 {
		fmt.Fprintf(w, "without a result on the pages: %s (%s)\n", count(len(s.NoResult), "method"), firstOf(s.NoResult))
	}
	if len(s.NoIdea) > 0 {
		fmt.Fprintf(w, "with a result of which nothing is known: %s (%s)\n", count(len(s.NoIdea), "method"), firstOf(s.NoIdea))
	}
	if len(s.Contradicted) > 0 {
		fmt.Fprintf(w, "examples that contradict their page: %d of %d (%s)\n", len(s.Contradicted), s.Examples, firstOf(slices.Compact(s.Contradicted)))
	}
	if codes := codesOf(found, diag.Info); len(codes) > 0 {
		how := "; --verbose lists them"
		if listed {
			how = ""
		}
		fmt.Fprintf(w, "notes: %s%s\n", counted(codes), how)
	}
}

// inferredFrom is how people call what facts are concluded from.
var inferredFrom = map[model.Source]string{
	model.SourceExample: "examples", model.SourceProse: "prose", model.SourceVerb: "verbs", model.SourceName: "names",
}

// inferred returns the conclusions by what they were drawn from, the most first.
func (s *readSummary) inferred() string {
	kinds := map[string]int{}
	for i, n := range s.Inferred {
		kinds[fmt.Sprintf("%s from %s", i.Fact, cmp.Or(inferredFrom[i.From], string(i.From)))] += n
	}
	return counted(kinds)
}

// total returns the sum of counts.
func total[K comparable](counts map[K]int) int {
	n := 0
	for _, c := range counts {
		n += c
	}
	return n
}

// counted returns counts of kinds in one phrase, the largest first.
func counted(kinds map[string]int) string {
	names := slices.SortedFunc(maps.Keys(kinds), func(a, b string) int {
		return cmp.Or(kinds[b]-kinds[a], cmp.Compare(a, b))
	})
	parts := make([]string, len(names))
	for i, name := range names {
		parts[i] = fmt.Sprintf("%d %s", kinds[name], name)
	}
	return strings.Join(parts, ", ")
}

// namedAtMost is how many names a line has at most.
const namedAtMost = 3

// firstOf returns the first of some names in one phrase.
func firstOf(names []string) string {
	text := strings.Join(names[:min(len(names), namedAtMost)], ", ")
	if len(names) > namedAtMost {
		text += ", …"
	}
	return diag.Plain(text)
}

// codesOf counts the findings of a severity by their code.
func codesOf(found diag.List, severity diag.Severity) map[string]int {
	codes := map[string]int{}
	for _, d := range found {
		if d.Severity == severity {
			codes[string(d.Code)]++
		}
	}
	return codes
}

// nextStep returns what to do about findings, the worst first, or "" where there is nothing
// to do about any.
func nextStep(found diag.List) string {
	for _, severity := range []diag.Severity{diag.Error, diag.Warning} {
		codes := codesOf(found, severity)
		if len(codes) == 0 {
			continue
		}
		most := slices.MinFunc(slices.Sorted(maps.Keys(codes)), func(a, b string) int { return codes[b] - codes[a] })
		return fmt.Sprintf("next: \"docgen lint --explain %s\" says what the most frequent %s means; to accept it, put under the target in docgen.yaml: findings: [{code: %s, as: accepted, reason: WHY}]", most, severity, most)
	}
	return ""
}
