package main

import (
	"bufio"
	"maps"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"runtime/debug"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/docgen-go/docgen/cmd/docgen/internal/config"
	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/corpustest"
	"github.com/docgen-go/docgen/model/diff"
	"github.com/docgen-go/docgen/model/diff/rules"
	"github.com/docgen-go/docgen/parser"
)

// TestCorpusDiff holds the comparison of two published revisions, which differ
// in the generation of the format too, against a second and simpler one: the
// sets of names that the raw page of each method prints.
func TestCorpusDiff(t *testing.T) {
	t.Parallel()
	for name, dialects := range map[string][]string{"http": {"http"}, "all dialects": nil} {
		t.Run(name, func(t *testing.T) {
			old := revisionOf(t, "anthropic/2026-04-24", dialects)
			now := revisionOf(t, "anthropic/2026-06-11", dialects)
			changes := diff.Compare(old.api, now.api).Changes
			t.Logf("%d changes", len(changes))
			if len(changes) < 100 {
				t.Errorf("%d changes, want those that are there", len(changes))
			}
			checkTrue(t, changes, old, now)
			checkComplete(t, changes, old, now)
		})
	}
}

// TestCorpusDiffSame demands that a revision does not differ from itself, nor
// when its files come in another order.
func TestCorpusDiffSame(t *testing.T) {
	t.Parallel()
	for _, name := range corpustest.HTTP {
		t.Run(name, func(t *testing.T) {
			docs := os.DirFS(corpustest.Dir(t, name))
			before, _, err := parser.Parse(t.Context(), docs, parser.Options{Dialects: []string{"http"}})
			if err != nil {
				t.Fatal(err)
			}
			after, _, err := parser.Parse(t.Context(), backwards{docs}, parser.Options{Dialects: []string{"http"}, Workers: 2})
			if err != nil {
				t.Fatal(err)
			}
			c := diff.Compare(before, after)
			if len(c.Changes)+len(c.Texts)+len(c.Unstated) > 0 || c.Paired == 0 {
				t.Errorf("%d changes, %d texts, %v not compared, %d methods", len(c.Changes), len(c.Texts), c.Unstated, c.Paired)
			}
		})
	}
}

// BenchmarkCorpusDiff measures the comparison alone: of the pages, and of the Go
// packages with the names, the declarations and the causes that this takes.
// reading-ratio is its time by that of reading both sides, each the best of its runs, and
// cpu-ratio the same of the processor's time, which other programs on the machine change less.
// cpu-ms and reading-cpu-ms are the two of which this is made. The bar for http is comparingBar.
func BenchmarkCorpusDiff(b *testing.B) {
	for name, dialects := range map[string][]string{"http": {"http"}, "all dialects": nil} {
		b.Run(name, func(b *testing.B) { benchmarkDiff(b, dialects) })
	}
}

// comparingBar is what comparing and the Go part may take of the processor's time by that of
// reading the pages of http, and comparingNoise what runs differ by. BenchmarkCorpusDiff fails
// above both where it ran often enough to tell.
const (
	comparingBar   = 0.10
	comparingNoise = 0.01
)

func benchmarkDiff(b *testing.B, dialects []string) {
	defer debug.SetGCPercent(debug.SetGCPercent(heapGrowth)) // as the command does
	var before, after *model.API
	reading := best(b, 6, func() { before, after = bothSides(b, dialects...) })
	b.ReportAllocs()
	classifier := diff.NewRules(rules.All())
	comparing := spent{math.MaxInt64, math.MaxInt64}
	for b.Loop() {
		comparing = comparing.least(best(b, 1, func() {
			findings := classifier.Classify(diff.Compare(before, after).Changes)
			if _, err := goChanges(&target{Target: &config.Target{}}, before, after, findings, nil); err != nil {
				b.Fatal(err)
			}
		}))
	}
	ratio := float64(comparing.cpu) / float64(reading.cpu)
	b.ReportMetric(float64(comparing.time)/float64(reading.time), "reading-ratio")
	b.ReportMetric(ratio, "cpu-ratio")
	b.ReportMetric(float64(comparing.cpu)/1e6, "cpu-ms")
	b.ReportMetric(float64(reading.cpu)/1e6, "reading-cpu-ms")
	if len(dialects) == 1 && b.N >= 10 && ratio > comparingBar+comparingNoise {
		b.Errorf("comparing takes %.3f of the processor's time of reading, at most %.3f is allowed", ratio, comparingBar+comparingNoise)
	}
}

// A spent is what a run took of the time and of the processor's.
type spent struct{ time, cpu time.Duration }

func (s spent) least(t spent) spent { return spent{min(s.time, t.time), min(s.cpu, t.cpu)} }

// best returns the least that some runs took.
func best(b *testing.B, runs int, f func()) spent {
	out := spent{math.MaxInt64, math.MaxInt64}
	for range runs {
		start, used := time.Now(), cpuTime(b)
		f()
		out = out.least(spent{time.Since(start), cpuTime(b) - used})
	}
	return out
}

// A published is one revision with the names that its pages print.
type published struct {
	api   *model.API
	pages map[string]*rawPage // by the ID of the method
}

// A rawPage is the items of a method's page before and after "Returns".
type rawPage struct{ request, response []rawItem }

type rawItem struct {
	name  string // of a field, or a literal, or a type
	depth int    // spaces before the bullet
	typed bool   // a type and no field
}

func revisionOf(t *testing.T, name string, dialects []string) *published {
	t.Helper()
	dir := corpustest.Dir(t, name)
	api, _, err := parser.Parse(t.Context(), os.DirFS(dir), parser.Options{Dialects: dialects})
	if err != nil {
		t.Fatal(err)
	}
	r := &published{api: api, pages: map[string]*rawPage{}}
	for _, m := range api.Methods {
		r.pages[m.ID] = readRaw(t, filepath.Join(dir, strings.ReplaceAll(m.ID, ".", "/")+".md"))
	}
	return r
}

var (
	rawField   = regexp.MustCompile("^( *)- `\"?([^`:\"]+)\"?: .*`$")
	rawLiteral = regexp.MustCompile("^( *)- `(\"[^`]*\"|[0-9]+|true|false)`$")
	rawType    = regexp.MustCompile("^( *)- `([A-Z][A-Za-z0-9_]*)( .*)?`$")
)

func readRaw(t *testing.T, name string) *rawPage {
	t.Helper()
	f, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	page := &rawPage{}
	part := &page.request
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		line := lines.Text()
		if strings.HasPrefix(line, "### Returns") {
			part = &page.response
		}
		if m := rawLiteral.FindStringSubmatch(line); m != nil {
			*part = append(*part, rawItem{m[2], len(m[1]), false})
		} else if m := rawField.FindStringSubmatch(line); m != nil {
			*part = append(*part, rawItem{m[2], len(m[1]), false})
		} else if m := rawType.FindStringSubmatch(line); m != nil {
			*part = append(*part, rawItem{m[2], len(m[1]), true})
		}
	}
	return page
}

func (p *rawPage) parts(in []diff.Position) []rawItem {
	switch {
	case len(in) != 1:
		return slices.Concat(p.request, p.response)
	case in[0] == diff.Request:
		return p.request
	}
	return p.response
}

func namesOf(items []rawItem) map[string]bool {
	out := map[string]bool{}
	for _, i := range items {
		if !i.typed {
			out[i.name] = true
		}
	}
	return out
}

// changedName is the name that a change says came or went, or "".
func changedName(c diff.Change) (name string, added bool) {
	kind := string(c.Kind)
	last := c.At[strings.LastIndexByte(c.At, '.')+1:]
	switch {
	case strings.HasPrefix(kind, "field-added"), strings.HasPrefix(kind, "param-added"):
		return last, true
	case strings.HasPrefix(kind, "field-removed"), strings.HasPrefix(kind, "param-removed"):
		return last, false
	case strings.HasSuffix(kind, "-value-added"):
		return c.New, true
	case strings.HasSuffix(kind, "-value-removed"):
		return c.Old, false
	}
	return "", false
}

// eachLocation returns a change for each location of the changes.
func eachLocation(changes []diff.Change) []diff.Change {
	var out []diff.Change
	for _, c := range changes {
		for _, l := range c.Locations {
			one := c
			one.Method, one.Type, one.At, one.Old, one.New, one.Reach = l.Method, l.Type, l.At, l.Old, l.New, l.Reach
			out = append(out, one)
		}
	}
	return out
}

// checkTrue demands that what came is printed by the new pages of every method
// it reaches, and what went by the old ones.
func checkTrue(t *testing.T, changes []diff.Change, old, now *published) {
	checked := 0
	for _, c := range eachLocation(changes) {
		for _, id := range c.Reach {
			before, after := old.pages[id], now.pages[id]
			switch c.Kind {
			case diff.MethodAdded, diff.ResourceAdded:
				checked++
				if before != nil || after == nil {
					t.Errorf("%s is said to be new: old page %t, new page %t", id, before != nil, after != nil)
				}
				continue
			case diff.MethodRemoved, diff.ResourceRemoved:
				t.Errorf("%s is said to be gone, and nothing went", id)
				continue
			}
			name, added := changedName(c)
			if name == "" || before == nil || after == nil {
				continue
			}
			checked++
			page := after
			if !added {
				page = before
			}
			if !namesOf(page.parts(c.In))[name] && !streamed(now.api, id, c) {
				t.Errorf("%s of %s at %s %s: the page does not print it", c.Kind, id, c.Type, c.At)
			}
		}
	}
	t.Logf("%d additions and removals looked up", checked)
	if checked == 0 {
		t.Error("nothing was looked up")
	}
}

// streamed reports whether a change is in what a method streams, which its own
// page does not expand: the page of the resource declares it.
func streamed(api *model.API, id string, c diff.Change) bool {
	for r, m := range api.Methods {
		if m.ID == id {
			page := strings.ReplaceAll(r.ID, ".", "/") + ".md"
			return m.Streaming != nil && c.Type != "" && c.NewSpan.File == page
		}
	}
	return false
}

// checkComplete demands that every name that only one side's page of a method
// prints is a change that reaches the method, or part of one.
func checkComplete(t *testing.T, changes []diff.Change, old, now *published) {
	byMethod := map[string][]diff.Change{}
	for _, c := range changes {
		for _, id := range c.Reach {
			byMethod[id] = append(byMethod[id], c)
		}
	}
	explained := 0
	for _, id := range slices.Sorted(maps.Keys(now.pages)) {
		before, after := old.pages[id], now.pages[id]
		if before == nil {
			if len(byMethod[id]) == 0 {
				t.Errorf("%s is new and not reported", id)
			}
			continue
		}
		for _, part := range [][2][]rawItem{{before.request, after.request}, {before.response, after.response}} {
			explained += explain(t, id, byMethod[id], part[0], part[1])
			explained += explain(t, id, byMethod[id], part[1], part[0])
		}
	}
	for id := range old.pages {
		if now.pages[id] == nil && len(byMethod[id]) == 0 {
			t.Errorf("%s is gone and not reported", id)
		}
	}
	t.Logf("%d names that came or went are explained", explained)
	if explained == 0 {
		t.Error("nothing was explained")
	}
}

// explain looks for the names of items that others lack among the changes, and
// among what stands below the items that changes name.
func explain(t *testing.T, id string, changes []diff.Change, others, items []rawItem) int {
	lacking := namesOf(others)
	said := map[string]bool{}
	for _, c := range changes {
		name, _ := changedName(c)
		said[name] = true
		for _, word := range strings.FieldsFunc(c.Old+" "+c.New, func(r rune) bool { return strings.ContainsRune(" ,{}[]()", r) }) {
			said[word] = true
		}
	}
	known := namesBelow(items, said)
	n := 0
	for name := range namesOf(items) {
		switch {
		case lacking[name]:
		case said[name] || known[name]:
			n++
		default:
			t.Errorf("%s: only one side prints %s, and no change says so", id, name)
		}
	}
	return n
}

// namesBelow are the names that stand below items with one of the names.
func namesBelow(items []rawItem, names map[string]bool) map[string]bool {
	out := map[string]bool{}
	for i, item := range items {
		if !names[item.name] {
			continue
		}
		for _, below := range items[i+1:] {
			if below.depth <= item.depth {
				break
			}
			out[below.name] = true
		}
	}
	return out
}
