package main

import (
	"encoding/json"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/docgen-go/docgen/emit/report"
)

// A listed is a line of a list of what a captured page says that changed.
type listed struct {
	line, count int
	kind        string
	names       []string
}

// capturedList reads testdata/diff/captured.txt.
func capturedList(t *testing.T) []listed {
	t.Helper()
	text, err := os.ReadFile("../../testdata/diff/captured.txt")
	if err != nil {
		t.Fatal(err)
	}
	var out []listed
	for i, line := range strings.Split(string(text), "\n") {
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		names := strings.Split(line, " | ")
		count, kind, _ := strings.Cut(names[0], " ")
		n, err := strconv.Atoi(count)
		if err != nil || n < 1 {
			t.Fatalf("captured.txt:%d: %q is no number of entries", i+1, count)
		}
		out = append(out, listed{i + 1, n, kind, names[1:]})
	}
	return out
}

// in counts the texts that have all names.
func (l listed) in(texts []string) int {
	n := 0
	for _, text := range texts {
		missing := false
		for _, name := range l.names {
			missing = missing || !strings.Contains(text, name)
		}
		if !missing {
			n++
		}
	}
	return n
}

// TestCorpusCapturedList demands of the report of a real captured page, as JSON and as text,
// every item of a list that was made by hand from the page alone, and no finding besides.
func TestCorpusCapturedList(t *testing.T) {
	page := seed(t)
	var got report.Report
	if err := json.Unmarshal([]byte(docgen(t, "diff", page, "--format=json", "--fail-on=never").stdout), &got); err != nil {
		t.Fatal(err)
	}
	byKind := entriesByKind(t, &got)
	blocks := blocksOf(docgen(t, "diff", page, "--docs", "--verbose", "--fail-on=never").stdout)
	listedKinds := map[string]int{}
	for _, l := range capturedList(t) {
		listedKinds[l.kind] += l.count
		if n := l.in(byKind[l.kind]); n != l.count {
			t.Errorf("captured.txt:%d: JSON has %d entries of %s with %q, want %d", l.line, n, l.kind, l.names, l.count)
		}
		if n := l.in(blocks); n < l.count {
			t.Errorf("captured.txt:%d: the text has %d entries with %q, want %d", l.line, n, l.names, l.count)
		}
	}
	for _, f := range got.Findings {
		if kind := string(f.Kind); len(byKind[kind]) != listedKinds[kind] {
			t.Errorf("%d findings are %s, and the list has %d", len(byKind[kind]), kind, listedKinds[kind])
		}
	}
}

// entriesByKind are the entries of a report as JSON: findings, texts, what a captured page
// shows besides, and its counts.
func entriesByKind(t *testing.T, r *report.Report) map[string][]string {
	t.Helper()
	out := map[string][]string{}
	add := func(kind string, entry any) {
		var text strings.Builder
		e := json.NewEncoder(&text)
		e.SetEscapeHTML(false)
		if err := e.Encode(entry); err != nil {
			t.Fatal(err)
		}
		out[kind] = append(out[kind], text.String())
	}
	for _, f := range r.Findings {
		add(string(f.Kind), f)
	}
	for _, x := range r.Texts {
		add(string(x.Kind), x)
	}
	for _, x := range r.Captured.Rest {
		add(string(x.Kind), x)
	}
	add("count", []any{r.Captured.Shown, r.Captured.Stated})
	return out
}

// blocksOf are the entries of a text: a line and those that stand further in below it.
func blocksOf(text string) []string {
	var out []string
	for line := range strings.Lines(text) {
		if strings.HasPrefix(line, "   ") && len(out) > 0 {
			out[len(out)-1] += line
			continue
		}
		out = append(out, line)
	}
	return out
}
