package tables_test

import (
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
)

var tableCorpora = []string{"bybit", "discord", "gitlab-14.10", "gitlab-9-2017"}

var (
	linkText  = regexp.MustCompile(`\[([^\]]*)\]\([^)]*\)`)
	anySlot   = regexp.MustCompile(`\{+[^{}/]*\}+|<[^<>/="\n]+>|(^|[/.,;@-])[:$][A-Za-z_][A-Za-z0-9_-]*`)
	httpVerbs = regexp.MustCompile(`(?i)\b(?:GET|POST|PUT|PATCH|DELETE|HEAD)\b`)
)

// bare is a text with its links, escapes and slots in one form, whatever the page has.
func bare(text string) string {
	text = linkText.ReplaceAllString(strings.ReplaceAll(text, `\`, ""), "$1")
	return anySlot.ReplaceAllString(text, "$1{}")
}

// TestCorpusStatedLiterally demands that the page of each method states its verb and its
// path in so many letters, on one line or on two that follow each other, or that a finding
// says that a request alone shows them: no guide is turned into API.
func TestCorpusStatedLiterally(t *testing.T) {
	for _, name := range tableCorpora {
		t.Run(name, func(t *testing.T) {
			c := readCorpus(t, name)
			lines := map[string][]string{}
			n := 0
			for _, m := range c.api.Methods {
				n++
				page := m.Span.File
				if lines[page] == nil {
					for line := range strings.SplitSeq(c.texts[page], "\n") {
						lines[page] = append(lines[page], bare(line))
					}
				}
				if !statesLiterally(lines[page], m.Verb, bare(m.Path)) && !c.saysShown(m) {
					t.Errorf("%s: no line states %s %s", m.Span, m.Verb, m.Path)
				}
			}
			t.Logf("%d methods", n)
		})
	}
}

// saysShown reports whether a finding says that requests alone show a method.
func (c *corpus) saysShown(m *model.Method) bool {
	return slices.ContainsFunc(c.found, func(d diag.Diagnostic) bool {
		return d.Code == "endpoint-from-example" && d.Span.File == m.Span.File && strings.Contains(d.Message, " states "+m.Verb+" "+m.Path+":")
	})
}

func statesLiterally(lines []string, verb, path string) bool {
	for i, line := range lines {
		line = strings.ReplaceAll(line, "//", "/")
		if !strings.Contains(line, path) && !strings.Contains(line, " "+strings.TrimPrefix(path, "/")) {
			continue
		}
		near := strings.Join(lines[max(0, i-2):min(len(lines), i+2)], "\n")
		for _, v := range httpVerbs.FindAllString(near, -1) {
			if strings.EqualFold(v, verb) {
				return true
			}
		}
	}
	return false
}

// An unreadPart is what a plain search takes for a part of an API and nothing was read of.
type unreadPart struct{ corpus, page, what string }

// TestCorpusUnread lists the pages that state nothing that was read, and the tables of
// which nothing is in the model, and holds testdata/unread.txt complete: each is explained
// there.
func TestCorpusUnread(t *testing.T) {
	var all []unreadPart
	for _, name := range tableCorpora {
		c := readCorpus(t, name)
		parts, tables := c.unread(name)
		t.Logf("%s: %d tables, %d pages and tables unread", name, tables, len(parts))
		all = append(all, parts...)
	}
	explained := readExplanations(t)
	used := make([]bool, len(explained))
	open := 0
	for _, p := range all {
		i := slices.IndexFunc(explained, func(j explanation) bool { return j.covers(p) })
		if i >= 0 {
			used[i] = true
			continue
		}
		if open++; open <= 60 {
			t.Errorf("not explained: %s %s: %s", p.corpus, p.page, p.what)
		}
	}
	if open > 60 {
		t.Errorf("… and %d more", open-60)
	}
	for i, j := range explained {
		if !used[i] {
			t.Logf("unread.txt:%d is about nothing any more: take it out", j.line)
		}
	}
}

// An explanation is a line of unread.txt: a corpus, patterns of a page and of what is
// unread, and the reason.
type explanation struct {
	line                       int
	corpus, page, what, reason string
}

func (j explanation) covers(p unreadPart) bool {
	return j.corpus == p.corpus && fits(j.page, p.page) && fits(j.what, p.what)
}

// fits reports whether a text is what a pattern says, in which * stands for any text.
func fits(pattern, text string) bool {
	parts := strings.Split(pattern, "*")
	if len(parts) == 1 {
		return pattern == text
	}
	text, ok := strings.CutPrefix(text, parts[0])
	for _, p := range parts[1 : len(parts)-1] {
		var found bool
		_, text, found = strings.Cut(text, p)
		ok = ok && found
	}
	return ok && strings.HasSuffix(text, parts[len(parts)-1])
}

func readExplanations(t *testing.T) (out []explanation) {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", "unread.txt"))
	if err != nil {
		t.Fatal(err)
	}
	for n, line := range strings.Split(string(data), "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		f := strings.Split(line, " | ")
		if len(f) != 4 || len(strings.Fields(f[3])) < 3 {
			t.Fatalf("unread.txt:%d is no explanation: corpus | page | what | reason", n+1)
		}
		out = append(out, explanation{n + 1, f[0], f[1], f[2], f[3]})
	}
	return out
}

var (
	ruleLine = regexp.MustCompile(`^[ >]*\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)+\|?[ \t]*$`)
	wordCell = regexp.MustCompile("^[ >]*(?:<[^<>]*>)*[`*\"\\[]*([A-Za-z_0-9][A-Za-z0-9_.-]*)")
	verbPath = regexp.MustCompile(`(?mi)\b(GET|POST|PUT|PATCH|DELETE|HEAD)\b["'*` + "`" + `:> ]{1,6}(?:url=")?(/[a-zA-Z{:<@][^\s` + "`" + `"'|)]*)`)
)

// statedOn are the verbs and paths on a page, with their slots in one form.
func statedOn(text string) (out [][2]string) {
	text = linkText.ReplaceAllString(strings.ReplaceAll(text, `\`, ""), "$1")
	for _, m := range verbPath.FindAllStringSubmatch(text, -1) {
		p, _, _ := strings.Cut(strings.TrimSuffix(m[2], "</Route>"), "?")
		out = append(out, [2]string{strings.ToUpper(m[1]), strings.TrimRight(bare(p), "/.,")})
	}
	return out
}

// unread are the statements and tables of which nothing was read, and how many tables
// there are.
func (c *corpus) unread(name string) (out []unreadPart, tables int) {
	facts, names := c.factsByLine(), c.namesByPage()
	known := map[[2]string]string{}
	for _, m := range c.api.Methods {
		known[[2]string{m.Verb, strings.TrimRight(bare(m.Path), "/.,")}] = m.ID
	}
	for _, page := range slices.Sorted(maps.Keys(c.texts)) {
		here := maps.Clone(names[page])
		if here == nil {
			here = map[string]bool{}
		}
		for _, op := range statedOn(c.texts[page]) {
			if id, ok := known[op]; ok {
				maps.Copy(here, names[id])
			} else {
				out = append(out, unreadPart{name, page, "statement " + op[0] + " " + op[1]})
			}
		}
		lines := strings.Split(c.texts[page], "\n")
		for i := 1; i < len(lines); i++ {
			if !ruleLine.MatchString(lines[i]) || !strings.Contains(lines[i-1], "|") {
				continue
			}
			tables++
			end := i + 1
			for end < len(lines) && strings.Contains(lines[end], "|") {
				end++
			}
			if !isTableRead(lines[i+1:end], i+2, facts[page], here) {
				out = append(out, unreadPart{name, page, "table " + strings.Join(strings.Fields(strings.Trim(lines[i-1], "| ")), " ")})
			}
			i = end
		}
	}
	return out, tables
}

// isTableRead reports whether the model has a fact of the table's lines, which begin at
// a line, or has words of most of its rows as names or values.
func isTableRead(rows []string, at int, facts map[int]bool, names map[string]bool) bool {
	hits, words := 0, 0
	for i, row := range rows {
		if facts[at+i] {
			return true
		}
		words++
		cells := strings.Split(strings.Trim(row, "| "), "|")
		for _, cell := range cells[:min(2, len(cells))] {
			if m := wordCell.FindStringSubmatch(cell); m != nil && (names[plainWord(m[1])] || names[plainWord(strings.Split(m[1], ".")[0])]) {
				hits++
				break
			}
		}
	}
	return words > 0 && hits*5 >= words*4
}

// plainWord is a name in small letters and without what joins its words.
func plainWord(name string) string {
	return strings.ToLower(strings.NewReplacer("_", "", "-", "").Replace(name))
}

// factsByLine are the lines on which parameters, fields and values stand, by page.
func (c *corpus) factsByLine() map[string]map[int]bool {
	out := map[string]map[int]bool{}
	note := func(page string, line int32) {
		if out[page] == nil {
			out[page] = map[int]bool{}
		}
		out[page][int(line)] = true
	}
	c.eachType(func(_ string, t *model.Type) {
		for _, f := range t.Fields {
			note(f.Span.File, f.Span.Start.Line)
		}
	})
	for _, m := range c.api.Methods {
		for _, p := range m.Params {
			note(p.Span.File, p.Span.Start.Line)
		}
	}
	return out
}

// namesByPage are the names that the methods and types of each page reach, and the
// values of their enums, in small letters; also those of each method by its ID.
func (c *corpus) namesByPage() map[string]map[string]bool {
	out := map[string]map[string]bool{}
	note := func(page, name string) {
		if out[page] == nil {
			out[page] = map[string]bool{}
		}
		out[page][plainWord(name)] = true
	}
	c.eachType(func(page string, t *model.Type) {
		for _, f := range t.Fields {
			note(page, f.Name)
			for word := range strings.FieldsSeq(f.Doc) {
				note(page, strings.Split(word, "[")[0])
			}
		}
		if t.Enum != nil {
			for _, v := range t.Enum.Values {
				note(page, strings.Trim(string(v.Literal), `"`))
				note(page, v.Name)
				for i, c := range v.SDKName { // which begins with words of the enum's name
					if unicode.IsUpper(c) {
						note(page, v.SDKName[i:])
					}
				}
			}
		}
	})
	for _, m := range c.api.Methods {
		for _, p := range m.Params {
			note(m.Span.File, p.Name)
			note(m.ID, p.Name)
		}
	}
	return out
}

// eachType calls visit for each type that the methods and the named types of a page
// reach, with the page.
func (c *corpus) eachType(visit func(page string, t *model.Type)) {
	var walk func(page string, t *model.Type, seen map[*model.Type]bool)
	walk = func(page string, t *model.Type, seen map[*model.Type]bool) {
		if t = c.api.Resolve(t); t == nil || seen[t] {
			return
		}
		seen[t] = true
		visit(page, t)
		walk(page, t.Elem, seen)
		for _, f := range t.Fields {
			walk(page, f.Type, seen)
		}
		for _, v := range t.Variants {
			walk(page, v.Type, seen)
		}
	}
	for _, m := range c.api.Methods {
		seen := map[*model.Type]bool{}
		for _, p := range m.Params {
			walk(m.Span.File, p.Type, seen)
		}
		if m.Body != nil {
			walk(m.Span.File, m.Body.Type, seen)
		}
		if m.Returns != nil {
			walk(m.Span.File, m.Returns.Type, seen)
		}
		for t := range seen {
			visit(m.ID, t)
		}
	}
	for _, n := range c.api.Types {
		walk(n.Span.File, n.Type, map[*model.Type]bool{})
	}
}
