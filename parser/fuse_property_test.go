package parser_test

import (
	"bytes"
	"context"
	"maps"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/tools/txtar"

	"github.com/docgen-go/docgen/parser"
)

// TestFuseDamaged takes random pages and random items out of the pages of other
// dialects. Whatever is missing there, nothing that http pages say is lost, and
// nothing is said that some of the dialects, undamaged, would not give.
func TestFuseDamaged(t *testing.T) {
	paths, err := filepath.Glob("../testdata/parser/fuse-*.txtar")
	if err != nil || len(paths) < 10 {
		t.Fatalf("%d cases about fusing: %v", len(paths), err)
	}
	checked := 0
	for _, path := range paths {
		archive, err := txtar.ParseFile(path)
		if err != nil {
			t.Fatal(err)
		}
		pages := pagesOf(t, archive)
		others := slices.DeleteFunc(dialectsOf(t, pages), func(name string) bool { return name == "http" })
		if !fusesOnly(t, pages) || len(others) == 0 {
			continue
		}
		checked++
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) {
			d := damage{pages: pages, base: saidOf(t, pages, "http"), possible: possible(t, pages, others)}
			for seed := range uint64(60) {
				d.check(t, others, rand.New(rand.NewPCG(seed, 1)))
			}
		})
	}
	if checked < 10 {
		t.Errorf("%d cases could be damaged", checked)
	}
}

// fusesOnly reports whether other dialects add no method to those of http pages.
func fusesOnly(t *testing.T, pages fstest.MapFS) bool {
	t.Helper()
	http, _ := parseDialect(t, pages, "http")
	all, _, err := parser.Parse(context.Background(), pages, parser.Options{})
	if err != nil {
		t.Fatal(err)
	}
	n := countMethods(http)
	return n > 0 && n == countMethods(all)
}

// A damage is a case with what may be said of it.
type damage struct {
	pages fstest.MapFS
	// base is what http pages say: the rest of a line by its subject.
	base map[string]string
	// possible are the lines that http pages and any of the other dialects give.
	possible map[string]bool
}

func (d *damage) check(t *testing.T, others []string, random *rand.Rand) {
	t.Helper()
	broken, what := d.pages, ""
	for range 1 + random.IntN(3) {
		less, taken := harm(broken, others, random)
		broken, what = less, what+taken+", "
	}
	got := saidOf(t, broken)
	for subject := range d.base {
		if _, ok := got[subject]; !ok {
			t.Errorf("without %s%s is lost", what, subject)
		}
	}
	for subject, rest := range got {
		if !d.possible[subject+" "+rest] {
			t.Errorf("without %s%s is %q; http pages say %q", what, subject, rest, d.base[subject])
		}
	}
}

// possible are the facts that http pages give with any choice of other dialects.
func possible(t *testing.T, pages fstest.MapFS, others []string) map[string]bool {
	t.Helper()
	out := map[string]bool{}
	for set := range 1 << len(others) {
		chosen := []string{"http"}
		for i, name := range others {
			if set&(1<<i) != 0 {
				chosen = append(chosen, name)
			}
		}
		for subject, rest := range saidOf(t, pages, chosen...) {
			out[subject+" "+rest] = true
		}
	}
	return out
}

// saidOf are the facts about methods, parameters and fields, by subject.
func saidOf(t *testing.T, pages fstest.MapFS, dialects ...string) map[string]string {
	t.Helper()
	api, diags, err := parser.Parse(context.Background(), pages, parser.Options{Dialects: dialects})
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, line := range factsOf(api, diags) {
		words := map[string]int{"field": 2, "method": 2, "body": 2, "returns": 2, "sdk": 2, "param": 4}
		kind, _, _ := strings.Cut(line, " ")
		if n := words[kind]; n > 0 {
			parts := strings.SplitN(line, " ", n+1)
			out[strings.Join(parts[:n], " ")] = strings.Join(parts[n:], " ")
		}
	}
	return out
}

// harm takes one page or one item out of the pages of one dialect.
func harm(pages fstest.MapFS, others []string, random *rand.Rand) (fstest.MapFS, string) {
	name := others[random.IntN(len(others))]
	var mine []string
	for _, path := range slices.Sorted(maps.Keys(pages)) {
		if strings.HasPrefix(path, name+"/") {
			mine = append(mine, path)
		}
	}
	if len(mine) == 0 {
		return pages, "nothing of " + name
	}
	path := mine[random.IntN(len(mine))]
	out := maps.Clone(pages)
	if random.IntN(8) == 0 {
		delete(out, path)
		return out, path
	}
	text, item := withoutItem(pages[path].Data, random)
	out[path] = &fstest.MapFile{Data: text}
	return out, item + " of " + path
}

// withoutItem takes a random item and all below it out of a page.
func withoutItem(text []byte, random *rand.Rand) ([]byte, string) {
	lines := bytes.SplitAfter(text, []byte("\n"))
	var items []int
	for i, line := range lines {
		if bytes.HasPrefix(bytes.TrimLeft(line, " "), []byte("- `")) {
			items = append(items, i)
		}
	}
	if len(items) == 0 {
		return text, "nothing"
	}
	from := items[random.IntN(len(items))]
	indent := len(lines[from]) - len(bytes.TrimLeft(lines[from], " "))
	to := from + 1
	for to < len(lines) && (len(bytes.TrimSpace(lines[to])) == 0 || len(lines[to])-len(bytes.TrimLeft(lines[to], " ")) > indent) {
		to++
	}
	return bytes.Join(slices.Concat(lines[:from], lines[to:]), nil), string(bytes.TrimSpace(lines[from]))
}
