package main

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/docgen-go/docgen/model/verify"
)

// A statedBar is what a reference has to reach of a kind, in percent, over some scopes
// together. The share of a side is that of its facts which the other side has, or which
// the pages decide, as a second method that knows nothing of docgen sees on their lines:
// what only docgen says counts as right where its own line of the page prints it, and
// what only the document says counts as nobody's where no row of the table or of the
// operation has its name. Nothing else is excused: an explanation alone is none.
type statedBar struct {
	scopes            []verify.Scope
	kind              verify.Kind
	precision, recall float64
	// raw says that the bar is one without any excuse: differences of the document count
	// as well.
	raw bool
}

var (
	sentScopes = []verify.Scope{verify.ScopeParameters, verify.ScopeBody}
	allScopes  = []verify.Scope{verify.ScopeParameters, verify.ScopeBody, verify.ScopeStructures}
)

// statedBars are those that references in tables were written against.
var statedBars = map[string][]statedBar{
	"discord": {
		{[]verify.Scope{verify.ScopeBody}, verify.Fields, 97, 80, false},
		{[]verify.Scope{verify.ScopeParameters}, verify.Parameters, 99, 98, true},
		{[]verify.Scope{verify.ScopeStructures}, verify.Fields, 97, 96, false},
		{allScopes, verify.Required, 96, 96, true},
		{[]verify.Scope{verify.ScopeStructures}, verify.Nullable, 92, 92, true},
		{allScopes, verify.Types, 97, 97, true},
		{[]verify.Scope{verify.ScopeBody}, verify.Types, 97, 0, false},
	},
	"gitlab": {
		{[]verify.Scope{verify.ScopeParameters}, verify.Parameters, 95, 0, true},
		{[]verify.Scope{verify.ScopeBody}, verify.Fields, 95, 0, true},
		{sentScopes, verify.Required, 98.5, 98.5, true},
		// The document has string wherever nobody wrote a type.
		{sentScopes, verify.Types, 96, 0, false},
		{[]verify.Scope{verify.ScopeStructures}, verify.Fields, 96, 0, false},
	},
}

// checkStatedBars holds a comparison to the bars of statedBars, and logs the raw figures beside
// them.
func checkStatedBars(t *testing.T, name, dir string, s *verify.Structures) {
	t.Helper()
	pages := newPageLines(t, dir)
	for _, b := range statedBars[name] {
		b.check(t, s, pages)
	}
}

func (b statedBar) check(t *testing.T, s *verify.Structures, pages *pageLines) {
	t.Helper()
	docs, spec, both := 0, 0, 0
	for _, k := range s.Tallies {
		if k.Kind == b.kind && slices.Contains(b.scopes, k.Scope) {
			docs, spec, both = docs+k.Docs, spec+k.Spec, both+k.Both
		}
	}
	printed, unprinted := 0, 0
	for _, f := range s.Facts {
		if f.Kind != b.kind || !slices.Contains(b.scopes, f.Scope) {
			continue
		}
		switch {
		case f.Docs != "" && pages.prints(f):
			printed++
		case f.Docs == "" && !pages.hasRow(f):
			unprinted++
		case !b.raw:
			t.Logf("neither side is decided by the page: %s %s: the pages say %q, the document says %q (%s)", f.Kind, f.At, f.Docs, f.Spec, f.Page)
		}
	}
	rawP, rawR := shareOf(both, docs), shareOf(both, spec)
	precision, recall := shareOf(both+printed, docs), shareOf(both, spec-unprinted)
	t.Logf("%-10s %v: %d of %d and %d; raw precision %.2f, recall %.2f; by the pages %.2f, %.2f", b.kind, b.scopes, both, docs, spec, rawP, rawR, precision, recall)
	if b.raw {
		precision, recall = rawP, rawR
	}
	if docs == 0 || precision < b.precision || recall < b.recall {
		t.Errorf("%s of %v: precision %.2f and recall %.2f, want %.2f and %.2f", b.kind, b.scopes, precision, recall, b.precision, b.recall)
	}
}

func shareOf(n, of int) float64 {
	if of == 0 {
		return 100
	}
	return 100 * float64(n) / float64(of)
}

// pageLines are the pages of a reference by lines.
type pageLines struct{ of map[string][]string }

func newPageLines(t *testing.T, dir string) *pageLines {
	p := &pageLines{of: map[string][]string{}}
	for name, text := range pageTexts(t, dir) {
		p.of[filepath.ToSlash(name)] = strings.Split(text, "\n")
	}
	if len(p.of) == 0 {
		t.Fatal("no pages in ", dir, os.ErrNotExist)
	}
	return p
}

// at is the text of the lines of a fact.
func (p *pageLines) at(f verify.Fact) string {
	lines := p.of[f.Page.File]
	from, to := int(f.Page.Start.Line)-1, int(f.Page.End.Line)
	if from < 0 || from >= len(lines) {
		return ""
	}
	return strings.Join(lines[from:max(from+1, min(to, len(lines)))], "\n")
}

// memberOf is the name at the end of the place of a fact.
var memberOf = regexp.MustCompile(`([^. \[\]{}]+)[\[\]{}]*$`)

// wordsOfTypes are the words for a type that a row may print.
var wordsOfTypes = map[string]string{
	"number": `(?i)\b(int|integer|number|float|decimal)s?\b`, "string": `(?i)\b(string|snowflake|datetime|date|timestamp|text|url|slug)s?\b`,
	"array": `(?i)\b(array|list)s?\b`, "boolean": `(?i)\bbool`, "object": `(?i)\b(object|hash|dictionary)`,
}

// prints reports whether the line of a fact says what docgen says: the name of a member,
// or words for each alternative of a type.
func (p *pageLines) prints(f verify.Fact) bool {
	text := p.at(f)
	if f.Kind == verify.Types {
		for _, alternative := range strings.Split(f.Docs, " or ") {
			pattern := wordsOfTypes[alternative]
			if pattern == "" || !regexp.MustCompile(pattern).MatchString(text) {
				return false
			}
		}
		return true
	}
	m := memberOf.FindStringSubmatch(f.At)
	return f.Spec == "" && m != nil && regexp.MustCompile(`(^|\W)`+regexp.QuoteMeta(m[1])+`(\W|$)`).MatchString(text)
}

// hasRow reports whether a row below the heading of a fact begins with its name, up to
// the next heading that is not below it.
func (p *pageLines) hasRow(f verify.Fact) bool {
	m := memberOf.FindStringSubmatch(f.At)
	lines := p.of[f.Page.File]
	start := int(f.Page.Start.Line) - 1
	if m == nil || start < 0 || start >= len(lines) {
		return true
	}
	row := regexp.MustCompile("^\\|[\\s>`*\\[]*" + regexp.QuoteMeta(m[1]) + `\b`)
	own := level(lines[start])
	for i, line := range lines[start:] {
		if n := level(line); i > 0 && n > 0 && (own == 0 || n <= own) {
			return false
		}
		if row.MatchString(line) {
			return true
		}
	}
	return false
}

// level is that of a heading, 0 of another line.
func level(line string) int {
	marks := len(line) - len(strings.TrimLeft(line, "#"))
	if marks > 6 || !strings.HasPrefix(line[marks:], " ") {
		return 0
	}
	return marks
}

// TestStatedBite holds the second method to itself.
func TestStatedBite(t *testing.T) {
	p := &pageLines{of: map[string][]string{"a.md": strings.Split("## Boat\n\n| Field | Type |\n|---|---|\n| hull | integer or string |\n\n## Crew\n\n| age | number |", "\n")}}
	fact := verify.Fact{Kind: verify.Fields, At: "Boat.hull", Docs: "hull"}
	fact.Page.File, fact.Page.Start.Line, fact.Page.End.Line = "a.md", 5, 5
	if !p.prints(fact) {
		t.Error("a member in its own row is not on the page")
	}
	fact.At = "Boat.keel"
	if p.prints(fact) {
		t.Error("a member that no row has is on the page")
	}
	fact.Kind, fact.Docs = verify.Types, "number or string"
	if !p.prints(fact) {
		t.Error("the words of a row are not its type")
	}
	if fact.Docs = "array"; p.prints(fact) {
		t.Error("a word that the row lacks is its type")
	}
	fact.Page.Start.Line = 1
	for at, want := range map[string]bool{"Boat.hull": true, "Boat.age": false} {
		if fact.At = at; p.hasRow(fact) != want {
			t.Errorf("a row of %s below the heading: %t", at, !want)
		}
	}
}
