package format

import (
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/parser/page"
	"github.com/docgen-go/docgen/parser/statement"
)

// A Tree is the pages of a reference at their places.
type Tree struct {
	// Pages are sorted by path.
	Pages []*Page
	// Dialects are those that the caller asked for, for formats that have some;
	// none means all.
	Dialects []string
	// Marks is what the caller says of the marks of tables, or nil.
	Marks *Marks

	docs fs.FS
	// limit is the size of the largest page that is read, in bytes.
	limit  int64
	byPath map[string]*Page
}

// A Page is one file of a tree.
type Page struct {
	Path string
	// Index is the place of the page in the tree.
	Index int
	// Front is the front matter, once the page was read.
	Front page.Front
	// Text is what stands on the page, while it is claimed, and nil at any other
	// time: Worker.Open reads it again.
	Text *Text
	// Stated is what the text states of endpoints, as long as there is a text.
	Stated []statement.Finding
	// Mentions says that the text names endpoints that it states in no form.
	Mentions bool
	// Surest is how sure the surest of the formats is that were asked before, while the
	// page is asked about: what cannot be more than that need not be looked for.
	Surest Confidence

	outline []page.Heading
}

// Outline returns the headings of a page that is being claimed.
func (p *Page) Outline() []page.Heading {
	if p.outline == nil {
		p.outline = page.Outline(p.Text.Bytes, p.Front.End)
	}
	return p.outline
}

// Lend gives the page its text, to be claimed.
func (p *Page) Lend(text *Text) { p.Text, p.Front = text, page.ReadFront(text.Bytes) }

// TakeBack takes the text away again.
func (p *Page) TakeBack() { p.Text, p.Stated, p.outline = nil, nil, nil }

// NewTree lists the pages below the root of docs, of which those larger than
// limit, in bytes, will not be read.
func NewTree(docs fs.FS, limit int64) (*Tree, error) {
	t := &Tree{docs: docs, limit: limit, byPath: map[string]*Page{}}
	var others []string
	err := fs.WalkDir(docs, ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil {
			return fmt.Errorf("reading the docs: %w", err)
		}
		if e.IsDir() {
			if name != "." && strings.HasPrefix(e.Name(), ".") {
				return fs.SkipDir
			}
			return nil
		}
		listed := isPage(name)
		if IsDocument(name) {
			if listed, err = t.saysVersion(name); err != nil {
				return fmt.Errorf("reading the docs: %w", err)
			}
		}
		switch {
		case listed:
			t.Pages = append(t.Pages, &Page{Path: name})
		case IsDocument(name):
			others = append(others, name)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	if len(t.Pages) == 0 && len(others) == 1 {
		t.Pages = []*Page{{Path: others[0]}} // which was named, whatever it is
	}
	slices.SortFunc(t.Pages, func(a, b *Page) int { return strings.Compare(a.Path, b.Path) })
	t.index()
	return t, nil
}

// isPage reports whether a file is a Markdown page, by its ending in either case.
func isPage(name string) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".md", ".markdown", ".mdx", ".apib":
		return true
	}
	return false
}

// index finds the pages by their paths.
func (t *Tree) index() {
	clear(t.byPath)
	for i, p := range t.Pages {
		p.Index = i
		t.byPath[p.Path] = p
	}
	// Links name CRANES.MD as sites do, with an ending in small letters or without one.
	for _, p := range t.Pages {
		ext := path.Ext(p.Path)
		if name := strings.TrimSuffix(p.Path, ext) + strings.ToLower(ext); t.byPath[name] == nil {
			t.byPath[name] = p
		}
	}
}

// LeaveOut takes pages out of the tree.
func (t *Tree) LeaveOut(leave func(*Page) bool) {
	t.Pages = slices.DeleteFunc(t.Pages, leave)
	t.index()
}

// Page returns the page with the path, or nil.
func (t *Tree) Page(path string) *Page { return t.byPath[path] }

// IsFolder reports whether the tree has a folder of the name.
func (t *Tree) IsFolder(name string) bool {
	info, err := fs.Stat(t.docs, name)
	return err == nil && info.IsDir()
}
