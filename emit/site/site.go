// Package site writes the history of a reference as a folder of pages that a browser
// shows without a server, without requests to others, and but for search without
// JavaScript, with an Atom and a JSON feed.
//
// It is not part of the compatibility promise.
package site

import (
	"bytes"
	"fmt"
	"html/template"
	"io/fs"
	"strings"
	"sync"

	"github.com/docgen-go/docgen/emit/output"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/history"
	"github.com/docgen-go/docgen/templates"
)

// Options are what a site needs besides the history.
type Options struct {
	// Title is what the reference is called, and Version that of docgen, which may be "".
	Title, Version string
	// URL is where the site will be published, with a slash at its end, or "". Feeds
	// name pages by it; without it they name them by what is stable in the site.
	URL string
	// Texts returns the pages whose text a revision changed, by its index. It is called
	// once for each but the first.
	Texts func(revision int) ([]PageText, error)
	// HasTexts reports whether the text of the pages of a revision and of the one before
	// is at hand.
	HasTexts func(revision int) bool
	// Report returns the full report of what a revision changed as HTML, or nil.
	Report func(revision int) ([]byte, error)
}

// A PageText is the difference of one page's text between two revisions.
type PageText struct {
	Path           string
	Added, Removed int    // lines
	Diff           string // in unified form
}

// Build renders the site. Equal histories give equal files.
func Build(h *history.History, o Options) (output.Set, error) {
	b := &builder{h: h, o: o, set: output.Set{}, files: newFileNames()}
	b.group()
	for _, build := range []func() error{b.style, b.index, b.revisions, b.roots, b.search, b.feeds} {
		if err := build(); err != nil {
			return nil, err
		}
	}
	return b.set, nil
}

type builder struct {
	h     *history.History
	o     Options
	set   output.Set
	files *fileNames
	// topics are the methods, types and resources of events, in the order of the items,
	// topicOf finds one by its root.
	topics  []*topic
	topicOf map[history.Root]*topic
}

// A topic is what has a page of its own: a method, a type, or a resource with events.
type topic struct {
	root history.Root
	file string
	// own is the item of the root itself, nil of a resource; items are all below it.
	own   *history.Item
	items []*history.Item
}

// title is what the topic is called.
func (t *topic) title() string { return diag.Plain(t.root.ID()) }

// group finds the topics.
func (b *builder) group() {
	b.topicOf = map[history.Root]*topic{}
	for _, item := range b.h.Items {
		t := b.topicOf[item.Root]
		if t == nil {
			t = &topic{root: item.Root}
			b.topicOf[item.Root] = t
			b.topics = append(b.topics, t)
		}
		switch {
		case len(item.Path) > 0:
			t.items = append(t.items, item)
		case t.own == nil:
			t.own = item
		case t.own.Removed >= 0 && item.Removed < 0: // the name was taken over
			t.items, t.own = append(t.items, t.own), item
		default:
			t.items = append(t.items, item)
		}
	}
	b.files.assign(b.topics)
}

var pages = sync.OnceValue(func() *template.Template {
	return template.Must(template.New("").Funcs(template.FuncMap{"about": aboutFrom, "inRoot": lifeFrom}).ParseFS(templates.Site, "site/*.tmpl"))
})

// aboutFrom is a link as a page below root reads it.
func aboutFrom(root string, l link) link {
	if l.File != "" {
		l.File = root + l.File
	}
	return l
}

// A life is an item, and the way from its page to the root of the site.
type life struct {
	Root string
	Item any
}

func lifeFrom(root string, item any) life { return life{root, item} }

// A page is what every page of the site has: how it is called, and the way from it to
// the root of the site.
type page struct {
	Title, Site, Root string
	Data              any
}

// render adds a page.
func (b *builder) render(name, layout, title string, data any) error {
	var text bytes.Buffer
	fmt.Fprintf(&text, "<!-- %s -->\n", output.Header(b.o.Version))
	root := strings.Repeat("../", strings.Count(name, "/"))
	if err := pages().ExecuteTemplate(&text, layout, page{title, diag.Plain(b.o.Title), root, data}); err != nil {
		return fmt.Errorf("rendering %s: %w", name, err)
	}
	b.set[name] = text.Bytes()
	return nil
}

// style adds the files that all pages share.
func (b *builder) style() error {
	for name, comment := range map[string]string{"style.css": "/* %s */\n", "site.js": "// %s\n"} {
		text, err := fs.ReadFile(templates.Site, "site/"+name)
		if err != nil {
			return err
		}
		b.set[name] = append(fmt.Appendf(nil, comment, output.Header(b.o.Version)), text...)
	}
	return nil
}
