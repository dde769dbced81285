package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"hash/maphash"
	"io/fs"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diff"
	"github.com/docgen-go/docgen/model/testutil"
	"github.com/docgen-go/docgen/parser"
)

// A presentation prints pages in another way without touching a fact.
type presentation struct {
	name string
	// text rewrites a page, file the name of its file; either may be nil.
	text func(text string) string
	file func(name, text string) string
	// only is the generation that has what is rewritten, "" where all have.
	only generation
	// kept says that the model keeps what changes, although it is no fact: a
	// title, the mark of a bullet, the status of an example.
	kept bool
}

// A generation of pages, as far as it matters to what can be rewritten.
type generation string

const (
	older generation = "older" // X = object, named types expanded everywhere
	newer generation = "newer" // X object, responses
)

// presentations are the ways in which published pages differ between
// generations and sites.
var presentations = []presentation{
	{name: "headings one level deeper", text: deeper},
	{name: "headings of methods one level higher", text: higher},
	{name: "titles that say more", text: longTitles, kept: true},
	{name: "verbs in capitals", text: capitalVerbs},
	{name: "sections named anew", text: newSections},
	{name: "responses with their status", text: withStatus, only: newer, kept: true},
	{name: "named objects without equals sign", text: withoutEquals, only: older},
	{name: "named objects with equals sign", text: withEquals, only: newer},
	{name: "objects without list of members", text: bareObjects},
	{name: "constants said once", text: constantsOnce},
	{name: "named types expanded once", text: expandedOnce, only: older},
	{name: "tight lists", text: tight},
	{name: "blank lines doubled", text: replaceAll(regexp.MustCompile(`^$`), "\n")},
	{name: "closed headings", text: replaceAll(regexp.MustCompile(`^(#+) (.*)$`), "$1 $2 $1")},
	{name: "fences of tildes", text: func(s string) string { return exampleFence.ReplaceAllString(s, "~~~~") }},
	{name: "nesting of four spaces", text: wide},
	{name: "bullets with stars", text: stars, kept: true},
	{name: "spaces at line ends", text: func(s string) string { return eachLine(s, func(line string) string { return line + "  " }) }},
	{name: "line ends of Windows", text: func(s string) string { return strings.ReplaceAll(s, "\n", "\r\n") }},
	{name: "byte order mark", text: func(s string) string { return "\ufeff" + s }},
	{name: "front matter", text: frontMatter},
	{name: "lines of 80 characters", text: narrow},
	{name: "one folder", file: func(name, _ string) string { return strings.ReplaceAll(name, "/", "__") }},
	{name: "a folder for each page", file: func(name, _ string) string { return strings.TrimSuffix(name, ".md") + "/index.md" }},
	{name: "below the address of the site", file: func(name, _ string) string { return "docs/api/" + name }},
	{name: "folders that say what is in them", file: markedFolders},
	newestGeneration,
}

// newestGeneration is all traits of the newest generation at once.
var newestGeneration = presentation{name: "newest generation", kept: true, text: func(s string) string {
	for _, rewrite := range []func(string) string{longTitles, capitalVerbs, newSections, withStatus, withoutEquals, bareObjects, constantsOnce, higher, frontMatter} {
		s = rewrite(s)
	}
	return s
}}

// TestPresentation prints pages in other ways, and demands that no difference
// is found and that the model is the same.
func TestPresentation(t *testing.T) {
	testutil.Slow(t, "reads pages in many ways")
	t.Run("older", func(t *testing.T) {
		testutil.NoRace(t, "the newer pages are read alike")
		checkPresentations(t, "../../testdata/harbor-old", older, presentations, "http")
	})
	t.Run("newer", func(t *testing.T) { checkPresentations(t, "../../testdata/harbor", newer, presentations, "http") })
	t.Run("all dialects", func(t *testing.T) {
		testutil.NoRace(t, "the newer pages are read alike")
		checkPresentations(t, "../../testdata/harbor", newer, presentations)
	})
}

// checkPresentations does so with the pages of the dialects, all by default.
func checkPresentations(t *testing.T, dir string, g generation, ways []presentation, dialects ...string) {
	pages := pagesOf(t, dir, dialects)
	before := parsed(t, pages)
	want := essence(t, before)
	for _, p := range ways {
		if p.only != "" && p.only != g {
			continue
		}
		t.Run(p.name, func(t *testing.T) {
			after := parsed(t, p.of(t, pages))
			checkSame(t, diff.Compare(before, after))
			if p.kept {
				return
			}
			if got := essence(t, after); got != want {
				t.Error("the model differs:", firstDifference(want, got))
			}
		})
	}
}

// checkSame demands a comparison without a difference.
func checkSame(t *testing.T, c *diff.Comparison) {
	t.Helper()
	if len(c.Changes)+len(c.Texts)+len(c.Unstated) > 0 || c.Paired == 0 {
		t.Errorf("%d changes, %d texts, %v not compared, %d methods", len(c.Changes), len(c.Texts), c.Unstated, c.Paired)
	}
	for _, x := range c.Changes[:min(5, len(c.Changes))] {
		t.Errorf("%s %s%s%s %s: %q → %q, %s, %s", x.Kind, x.Resource, x.Method, x.Type, x.At, x.Old, x.New, x.OldSpan, x.NewSpan)
	}
	for _, x := range c.Texts[:min(5, len(c.Texts))] {
		t.Errorf("%s %s%s %s, %s, %s", x.Kind, x.Method, x.Type, x.At, x.OldSpan, x.NewSpan)
	}
}

var otherDialects = []string{"cli", "csharp", "go", "java", "php", "python", "ruby", "typescript"}

// pagesOf are the pages of a folder, without the folders of dialects that are
// not asked for.
func pagesOf(t *testing.T, dir string, dialects []string) map[string]string {
	t.Helper()
	pages := map[string]string{}
	docs := os.DirFS(dir)
	err := fs.WalkDir(docs, ".", func(name string, e fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case e.IsDir() && len(dialects) > 0 && slices.Contains(otherDialects, name):
			return fs.SkipDir
		case e.IsDir() || path.Ext(name) != ".md":
			return nil
		}
		text, err := fs.ReadFile(docs, name)
		pages[name] = string(text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return pages
}

// of prints pages in another way, and demands that it is another one.
func (p presentation) of(t *testing.T, pages map[string]string) map[string]string {
	t.Helper()
	out := make(map[string]string, len(pages))
	counter, rewritten, moved := lineCounter{seed: maphash.MakeSeed()}, 0, 0
	var changed touched
	for name, text := range pages {
		to, printed := name, text
		if p.text != nil {
			printed = p.text(text)
		}
		if p.file != nil {
			to = p.file(name, text)
		}
		if to != name {
			moved++
		}
		if printed != text {
			rewritten++ // line ends are no lines that differ
		}
		counter.page(&changed, []byte(text), []byte(printed))
		out[to] = printed
	}
	t.Logf("%d of %d pages rewritten (+%d −%d lines), %d moved", rewritten, len(pages), changed.added, changed.removed, moved)
	if rewritten+moved == 0 || len(out) != len(pages) {
		t.Errorf("%d pages rewritten, %d moved, %d of %d left", rewritten, moved, len(out), len(pages))
	}
	return out
}

func parsed(t *testing.T, pages map[string]string) *model.API {
	t.Helper()
	docs := fstest.MapFS{}
	for name, text := range pages {
		docs[name] = &fstest.MapFile{Data: []byte(text)}
	}
	api, _, err := parser.Parse(t.Context(), docs, parser.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return api
}

// essence is the model without places, sizes and the way that texts are set.
func essence(t *testing.T, api *model.API) string {
	t.Helper()
	var b bytes.Buffer
	if err := model.Encode(&b, api); err != nil {
		t.Fatal(err)
	}
	var doc map[string]any
	if err := json.Unmarshal(b.Bytes(), &doc); err != nil {
		t.Fatal(err)
	}
	delete(doc, "pages")
	text, err := json.MarshalIndent(strip(doc), "", " ")
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func strip(doc any) any {
	switch doc := doc.(type) {
	case map[string]any:
		delete(doc, "span")
		delete(doc, "listed")
		delete(doc, "language") // what a fence says of an example
		for key, value := range doc {
			doc[key] = strip(value)
		}
	case []any:
		for i := range doc {
			doc[i] = strip(doc[i])
		}
	case string:
		return strings.Join(strings.Fields(doc), " ")
	}
	return doc
}

// firstDifference is the first line that differs, and the one before it.
func firstDifference(want, got string) string {
	a, b := strings.Split(want, "\n"), strings.Split(got, "\n")
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			return fmt.Sprintf("after %.200s\nwant %.400s\ngot  %.400s", a[max(i-1, 0)], a[i], b[i])
		}
	}
	return fmt.Sprintf("%d lines, want %d", len(b), len(a))
}
