package docsfs

import (
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
	"time"

	"github.com/docgen-go/docgen/parser"
)

// A tree is an fs.FS over entries that open on demand. It keeps names and
// sizes, never content.
type tree struct {
	limits Limits
	files  int
	bytes  int64
	nodes  map[string]*node
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

// add puts a file into the tree, and the folders above it. Names that lead out
// of the tree, that occur twice or that burst the limits are errors. What
// macOS adds to every archive on its own account is left out.
func (t *tree) add(name string, size int64, open func() (io.ReadCloser, error)) error {
	if path.Base(name) == ".DS_Store" || strings.HasPrefix(path.Base(name), "._") {
		return nil
	}
	name = strings.TrimPrefix(name, "./")
	if !fs.ValidPath(name) || strings.ContainsAny(name, "\\\x00") {
		return fmt.Errorf("entry %q: the name is no path inside the archive; pack the pages anew", name)
	}
	t.files++
	t.bytes += size
	switch {
	case size < 0 || t.bytes > t.limits.Bytes || t.bytes < 0:
		return fmt.Errorf("entry %q: more than %d MiB in all; split the docs", name, t.limits.Bytes>>20)
	case t.files > t.limits.Files:
		return fmt.Errorf("entry %q: more than %d files; split the docs", name, t.limits.Files)
	}
	return t.insert(name, &node{name: path.Base(name), size: size, open: open})
}

func (t *tree) insert(name string, n *node) error {
	if _, ok := t.nodes[name]; ok {
		return fmt.Errorf("entry %q occurs twice", name)
	}
	t.nodes[name] = n
	// The loop ends at the first folder that is there, at the latest at the root.
	for dir := path.Dir(name); ; name, dir = dir, path.Dir(dir) {
		parent, ok := t.nodes[dir]
		if !ok {
			parent = &node{name: path.Base(dir)}
			t.nodes[dir] = parent
		}
		if parent.open != nil {
			return fmt.Errorf("entry %q is a file and a folder", dir)
		}
		parent.children = append(parent.children, t.nodes[name])
		if ok {
			return nil
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
