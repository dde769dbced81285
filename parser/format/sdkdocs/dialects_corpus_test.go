package sdkdocs

import (
	"fmt"
	"hash/maphash"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/corpustest"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/source"
	"github.com/docgen-go/docgen/parser/assemble"
	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format"
	"github.com/docgen-go/docgen/parser/format/sdkdocs/dialect"
	"github.com/docgen-go/docgen/parser/format/sdkdocs/dialect/http"
	"github.com/docgen-go/docgen/parser/page"
)

// explained return the cause of a difference from the http page that is the
// page's doing and not the reader's, or "".
var explained = map[string]func(d difference) string{
	"cli": explainCLI, "php": explainPHP, "go": explainTyped, "java": explainTyped, "csharp": explainTyped, "kotlin": explainTyped,
}

// TestDialectsReadTheCorpus reads every page of every dialect: nothing may be
// unread or unreadable, and a method has the fields that its http page has.
func TestDialectsReadTheCorpus(t *testing.T) {
	for _, revision := range []string{"anthropic/2026-04-24", "anthropic/2026-06-11", "anthropic-next/C1", "anthropic-next/C2"} {
		dir := corpustest.Dir(t, revision)
		base := readDialect(t, dir, http.Dialect{})
		for _, d := range readers {
			t.Run(revision+"/"+d.Name(), func(t *testing.T) {
				got := readDialect(t, dir, d)
				if got.pages == 0 {
					t.Skipf("no page of %s", d.Name())
				}
				got.check(t)
				got.compareWith(t, base, explained[d.Name()])
			})
		}
	}
}

// A pagesRead is what the pages of one dialect say.
type pagesRead struct {
	pages, items int
	// methods are those of each page, in order.
	methods map[string][]*decl.Operation
	bytes   model.Bytes
	unread  diag.List
	// problems by code, those of the assembled model included.
	problems map[string][]string
	// rejected are the code spans of items that were taken for prose.
	rejected map[string]bool
}

// A dialectReading reads the pages of a dialect, equal units once.
type dialectReading struct {
	pagesRead
	dialect dialect.Dialect
	scan    scanner
	worker  *format.Worker
	units   map[uint64]*decl.Operation
}

func readDialect(t *testing.T, dir string, d dialect.Dialect) *pagesRead {
	t.Helper()
	r := &dialectReading{
		pagesRead: pagesRead{methods: map[string][]*decl.Operation{}, problems: map[string][]string{}, rejected: map[string]bool{}},
		dialect:   d,
		scan:      scanner{seed: maphash.MakeSeed()},
		worker:    format.NewWorker(nil),
		units:     map[uint64]*decl.Operation{},
	}
	files := dialectFiles(t, dir, d.Name())
	for _, name := range slices.Sorted(maps.Keys(files)) {
		raw, err := os.ReadFile(files[name])
		if err != nil {
			t.Fatal(err)
		}
		r.page(name, raw)
	}
	return &r.pagesRead
}

// dialectFiles finds the files of a dialect by the path that they share with
// the same page of other dialects.
func dialectFiles(t *testing.T, dir, name string) map[string]string {
	t.Helper()
	out := map[string]string{}
	err := filepath.WalkDir(dir, func(file string, e os.DirEntry, err error) error {
		if err != nil || e.IsDir() || filepath.Ext(file) != ".md" {
			return err
		}
		rel, err := filepath.Rel(dir, file)
		if err != nil {
			return err
		}
		folder, rest, _ := strings.Cut(filepath.ToSlash(rel), "/")
		switch {
		case folder == name:
			out[rest] = file
		case name == "http" && !isFolder(strings.TrimSuffix(folder, ".md")):
			out[filepath.ToSlash(rel)] = file
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func (r *dialectReading) page(name string, raw []byte) {
	s, p := &scanned{path: name}, &format.Page{Path: name}
	p.Lend(format.NewText(name, raw))
	r.scan.look(s, p)
	if s.kind != model.PageReference {
		return
	}
	r.pages++
	text := &page.Text{Bytes: p.Text.Bytes, String: string(p.Text.Bytes)}
	file := p.Text.File()
	r.worker.Clear(len(text.Bytes))
	read := &dialect.Reader{
		Dialect: watched{r.dialect, r.rejected}, Page: text.String, Mark: r.worker.Mark,
		Blocks: func(start, end int) []page.Block { return r.worker.Markdown.Blocks(text, start, end) },
	}
	b := assemble.NewBuilder(file)
	for i := range s.units {
		if u := &s.units[i]; u.kind != groupUnit {
			r.unit(read, b, file, u)
		}
	}
	for _, p := range slices.Concat(read.Problems, b.Problems) {
		r.problems[string(p.Code)] = append(r.problems[string(p.Code)], fmt.Sprint(file.Span(p.Start, p.End), ": ", p.Message))
	}
}

func (r *dialectReading) unit(read *dialect.Reader, b *assemble.Builder, file *source.File, u *unit) {
	op, known := r.units[u.hash]
	if !known {
		if u.kind == methodUnit {
			op = read.Operation(u.headings)
			b.Method(op)
			r.items += countItems(op)
		} else {
			b.Domain(read.TypeDecl(u.headings[0]))
		}
		r.units[u.hash] = op
		r.bytes.Add(r.worker.Account(file, u.start, u.end, u.bytes(), &r.unread))
	}
	if op != nil {
		r.methods[file.Name] = append(r.methods[file.Name], op)
	}
}

// A watched dialect notes what it takes for prose.
type watched struct {
	dialect.Dialect
	rejected map[string]bool
}

func (w watched) Item(code string, owner *decl.Item) (*decl.Item, bool, error) {
	it, ok, err := w.Dialect.Item(code, owner)
	if !ok {
		above := ""
		if owner != nil && owner.Expr != nil {
			above = " below " + owner.Name + " " + owner.Expr.Text
		}
		w.rejected["`"+code+"`"+above] = true
	}
	return it, ok, err
}

// check holds the pages against what no dialect may do.
func (d *pagesRead) check(t *testing.T) {
	t.Helper()
	t.Logf("%d pages, %d items, %d bytes", d.pages, d.items, d.bytes.Total)
	for _, code := range slices.Sorted(maps.Keys(d.problems)) {
		t.Logf("%s: %d, such as %s", code, len(d.problems[code]), d.problems[code][0])
	}
	for _, code := range slices.Sorted(maps.Keys(d.rejected)) {
		t.Logf("taken for prose: %s", code)
	}
	if d.bytes.Unread > 0 {
		t.Errorf("%d bytes are unread, at %v", d.bytes.Unread, d.unread[0].Span)
	}
	for _, p := range d.problems["unreadable-type"] {
		t.Errorf("unreadable: %s", p)
	}
}
