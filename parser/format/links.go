package format

import (
	"bytes"
	"path"
	"strings"
)

// Links returns the pages of the tree that the text of a page links to, in the
// order of the text, each as often as it is linked.
func (t *Tree) Links(from *Page, text []byte) []*Page {
	var out []*Page
	for {
		_, rest, ok := bytes.Cut(text, []byte("]("))
		if !ok {
			return out
		}
		target := rest[:max(bytes.IndexAny(rest, ") \t\n"), 0)]
		if p := t.Linked(from, string(target)); p != nil && p != from {
			out = append(out, p)
		}
		text = rest
	}
}

// Linked returns the page that a link on a page leads to, or nil. Sites publish
// a page without its ending, an index under the name of its folder, and links
// from the root of the site, above which the docs may begin anywhere.
func (t *Tree) Linked(from *Page, target string) *Page {
	target, _, _ = strings.Cut(target, "#")
	target, _, _ = strings.Cut(target, "?")
	switch {
	case target == "":
		return from
	case strings.Contains(target, "://"), strings.HasPrefix(target, "//"):
		return nil
	case !strings.HasPrefix(target, "/"):
		return t.at(path.Join(path.Dir(from.Path), target))
	}
	for rest := path.Clean(target); rest != ""; {
		rest = strings.TrimPrefix(rest, "/")
		if p := t.at(rest); p != nil {
			return p
		}
		_, below, _ := strings.Cut(rest, "/")
		rest = below
	}
	return nil
}

// Missing returns the path, without its ending, that a link on a page leads to where no
// page is there. It is "" for a link that leads to one, out of the tree, or to something
// that does not end as pages do.
func (t *Tree) Missing(from *Page, target string) string {
	target, _, _ = strings.Cut(target, "#")
	target, _, _ = strings.Cut(target, "?")
	name := withoutEnding(target)
	if name == target || strings.Contains(target, "://") || strings.HasPrefix(target, "/") {
		return ""
	}
	name = path.Join(path.Dir(from.Path), name)
	folder := FolderOf(name)
	switch {
	case name == ".." || strings.HasPrefix(name, "../"):
		return ""
	case t.at(name) != nil, folder != name && (t.at(path.Join(folder, "index")) != nil || t.at(path.Join(folder, "README")) != nil || folder != "" && t.at(folder) != nil):
		return ""
	}
	return name
}

// withoutEnding is the path of a page without the ending that pages have in a folder or
// on a site.
func withoutEnding(name string) string {
	for _, ending := range []string{".md", ".mdx", ".markdown", ".apib", ".html"} {
		if n := len(name) - len(ending); n >= 0 && strings.EqualFold(name[n:], ending) {
			return name[:n]
		}
	}
	return name
}

// FolderOf returns the path of the folder that a page without its ending stands for,
// which is the page itself where it is no index.
func FolderOf(name string) string {
	if base := path.Base(name); base != "index" && base != "README" {
		return name
	}
	return strings.TrimPrefix(path.Dir(name), ".")
}

// at returns the page that is published at a path below the root of the tree.
func (t *Tree) at(name string) *Page {
	name = strings.TrimSuffix(name, "/")
	for _, try := range []string{name, name + ".md", name + ".mdx", name + ".markdown", name + ".apib", name + "/index.md", name + "/index.mdx", name + "/README.md"} {
		if p := t.byPath[try]; p != nil {
			return p
		}
	}
	return nil
}
