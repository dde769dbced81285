package docsfs

import (
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
	"time"

	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/source"
	"github.com/docgen-go/docgen/parser"
)

// A tree is an fs.FS over entries that open on demand. It keeps names and
// sizes, never content.
type tree struct {
	limits Limits
	files  int
	bytes  int64
	nodes  map[string]*node
	// found is what of the archive is not read and could be meant to be.
	found diag.List
}

// A node is a folder or a file. It is its own fs.FileInfo.
type node struct {
	name     string
	size     int64
	open     func() (io.ReadCloser, error) // nil for a folder
	children []*node
}

func newTree(l Limits) *tree {
	return &tree{limits: l, nodes: map[string]*node{".": {name: "."}}}
}

// add puts a file into the tree, and the folders above it, and reports whether
// it did. Limits that burst are an error; a name that leads out of the tree or
// occurs twice is a finding, and the file is left out. What cannot hold docs is
// left out too, and what macOS adds to every archive on its own account.
func (t *tree) add(name string, size int64, open func() (io.ReadCloser, error)) (bool, error) {
	if base := path.Base(name); base == ".DS_Store" || strings.HasPrefix(base, "._") {
		return false, nil
	}
	t.files++
	t.bytes += size
	switch {
	case size < 0 || t.bytes > t.limits.Bytes || t.bytes < 0:
		return false, fmt.Errorf("entry %q: more than %d MiB in all; split the docs", name, t.limits.Bytes>>20)
	case t.files > t.limits.Files:
		return false, fmt.Errorf("entry %q: more than %d files; split the docs", name, t.limits.Files)
	case !holdsDocs(name):
		return false, nil
	}
	name = strings.TrimPrefix(name, "./")
	if !fs.ValidPath(name) || strings.ContainsAny(name, "\\\x00") {
		t.skip(name, "the name is no path inside the archive; pack the pages anew")
		return false, nil
	}
	if why := t.insert(name, &node{name: path.Base(name), size: size, open: open}); why != "" {
		t.skip(name, why).Span.File = name
		return false, nil
	}
	return true, nil
}

// skip notes that an entry is left out. Its name may be no path, so that it
// stands in the message, quoted.
func (t *tree) skip(name, why string) *diag.Diagnostic {
	return t.found.Add("skipped-file", diag.Error, source.Span{}, "entry %q is not read: %s", name, why)
}

// skipLink notes an entry that is a link, which leads nowhere in an archive.
func (t *tree) skipLink(name string) {
	if holdsDocs(name) {
		t.found.Add("skipped-file", diag.Warning, source.Span{File: name}, "entry %q is not read: it is a link; pack the page itself", name)
	}
}

// insert returns why a node cannot stand in the tree, or "".
func (t *tree) insert(name string, n *node) string {
	if _, ok := t.nodes[name]; ok {
		return "the name occurs twice; the first one is read"
	}
	for dir := path.Dir(name); dir != "."; dir = path.Dir(dir) {
		if above, ok := t.nodes[dir]; ok && above.open != nil {
			return fmt.Sprintf("%q is a file and a folder", dir)
		}
	}
	t.nodes[name] = n
	// The loop ends at the first folder that is there, at the latest at the root.
	for dir := path.Dir(name); ; name, dir = dir, path.Dir(dir) {
		parent, ok := t.nodes[dir]
		if !ok {
			parent = &node{name: path.Base(dir)}
			t.nodes[dir] = parent
		}
		parent.children = append(parent.children, t.nodes[name])
		if ok {
			return ""
		}
	}
}

// onlyChild reports whether the tree is one folder of that name.
func (t *tree) onlyChild(name string) bool {
	root := t.nodes["."].children
	return len(root) == 1 && root[0].name == name && root[0].IsDir()
}

// Open implements fs.FS.
func (t *tree) Open(name string) (fs.File, error) {
	if !fs.ValidPath(name) {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrInvalid}
	}
	n, ok := t.nodes[name]
	if !ok {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	if n.IsDir() {
		return &openDir{node: n, rest: n.entries()}, nil
	}
	r, err := n.open()
	if err != nil {
		return nil, &fs.PathError{Op: "open", Path: name, Err: err}
	}
	if f, ok := r.(parser.Rebuilt); ok {
		return &rebuiltFile{openedFile{node: n, ReadCloser: r}, f}, nil
	}
	return &openedFile{node: n, ReadCloser: r}, nil
}

// Stat implements fs.StatFS, which spares a page the opening.
func (t *tree) Stat(name string) (fs.FileInfo, error) {
	if n, ok := t.nodes[name]; ok {
		return n, nil
	}
	return nil, &fs.PathError{Op: "stat", Path: name, Err: fs.ErrNotExist}
}

func (n *node) entries() []fs.DirEntry {
	out := make([]fs.DirEntry, len(n.children))
	for i, c := range n.children {
		out[i] = fs.FileInfoToDirEntry(c)
	}
	slices.SortFunc(out, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	return out
}

func (n *node) Name() string       { return n.name }
func (n *node) Size() int64        { return n.size }
func (n *node) ModTime() time.Time { return time.Time{} }
func (n *node) IsDir() bool        { return n.open == nil }
func (n *node) Sys() any           { return nil }

func (n *node) Mode() fs.FileMode {
	if n.IsDir() {
		return fs.ModeDir | 0o555
	}
	return 0o444
}

type openedFile struct {
	*node
	io.ReadCloser
}

func (f *openedFile) Stat() (fs.FileInfo, error) { return f.node, nil }

// A rebuiltFile is one that knows which file it was made from.
type rebuiltFile struct {
	openedFile
	parser.Rebuilt
}

type openDir struct {
	*node
	rest []fs.DirEntry
}

func (d *openDir) Stat() (fs.FileInfo, error) { return d.node, nil }
func (d *openDir) Close() error               { return nil }

func (d *openDir) Read([]byte) (int, error) {
	return 0, &fs.PathError{Op: "read", Path: d.name, Err: fs.ErrInvalid}
}

func (d *openDir) ReadDir(n int) ([]fs.DirEntry, error) {
	if n <= 0 {
		n = len(d.rest)
	} else if len(d.rest) == 0 {
		return nil, io.EOF
	}
	n = min(n, len(d.rest))
	out := d.rest[:n]
	d.rest = d.rest[n:]
	return out, nil
}
