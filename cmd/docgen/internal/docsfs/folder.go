package docsfs

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/cmd/docgen/internal/pull"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/source"
)

// openFolder opens a folder so that nothing but regular files below it are ever
// read: no pipe that would wait for a writer, and no link that leads elsewhere.
func openFolder(dir string) (*Docs, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, fmt.Errorf("the folder cannot be opened: %w", err)
	}
	f := folder{root}
	found, err := f.inspect()
	if err != nil {
		return nil, errors.Join(err, root.Close())
	}
	prefix := strings.TrimSuffix(filepath.ToSlash(filepath.Clean(dir)), "/") + "/"
	if prefix == "./" {
		prefix = ""
	}
	return &Docs{FS: f, Prefix: prefix, Found: found, closer: root}, nil
}

// A folder is an fs.FS over the regular files below a folder.
type folder struct{ root *os.Root }

// Open implements fs.FS.
func (f folder) Open(name string) (fs.File, error) {
	info, err := f.root.Stat(name)
	if err != nil {
		return nil, err
	}
	switch {
	case info.IsDir():
		entries, err := f.ReadDir(name)
		return &listedDir{info, openDir{rest: entries}}, err
	case !info.Mode().IsRegular():
		return nil, &fs.PathError{Op: "open", Path: name, Err: errors.New("neither a folder nor a regular file")}
	}
	return f.root.FS().Open(name)
}

// A listedDir is a folder of a folder, open.
type listedDir struct {
	info fs.FileInfo
	openDir
}

func (d *listedDir) Stat() (fs.FileInfo, error) { return d.info, nil }

// ReadDir implements fs.ReadDirFS. It lists links only where a regular file of
// the same folder is at their end.
func (f folder) ReadDir(name string) ([]fs.DirEntry, error) {
	entries, err := fs.ReadDir(f.root.FS(), name)
	return slices.DeleteFunc(entries, func(e fs.DirEntry) bool {
		return !e.IsDir() && !e.Type().IsRegular() && f.fault(path.Join(name, e.Name()), e) != nil
	}), err
}

// errFolderLink is about a folder that is read where it stands.
var errFolderLink = errors.New("the link leads to a folder of the same docs, which is read in its own place")

// fault returns why an entry that is neither a folder nor a regular file is not
// read, or nil.
func (f folder) fault(name string, e fs.DirEntry) error {
	if e.Type()&fs.ModeSymlink == 0 {
		return errors.New("it is neither a folder nor a regular file")
	}
	info, err := f.root.Stat(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return errors.New("the link leads to nothing")
	case err != nil:
		return errors.New("the link leads out of the docs, or cannot be followed")
	case info.IsDir():
		return errFolderLink
	case !info.Mode().IsRegular():
		return errors.New("the link leads to what is no regular file")
	}
	return nil
}

// inspect returns what of the folder will not be read and could be meant to be.
func (f folder) inspect() (diag.List, error) {
	if err := f.pulled(); err != nil {
		return nil, err
	}
	var found diag.List
	err := fs.WalkDir(f.root.FS(), ".", func(name string, e fs.DirEntry, err error) error {
		switch {
		case name == "." && err != nil:
			return fmt.Errorf("the folder cannot be listed: %w", err)
		case err != nil:
			return nil // whoever reads the page says so
		case e.IsDir() && name != "." && strings.HasPrefix(e.Name(), "."):
			return fs.SkipDir
		case e.IsDir() || e.Type().IsRegular():
			return nil
		}
		if fault := f.fault(name, e); fault != nil && (e.Type()&fs.ModeSymlink != 0 || holdsDocs(name)) {
			skipFile(&found, name, fault)
		}
		return nil
	})
	return found, err
}

// skipFile notes that a file of the docs is not read.
func skipFile(found *diag.List, name string, fault error) {
	severity, help := diag.Warning, "put the page itself there, if it belongs to the reference"
	if errors.Is(fault, errFolderLink) {
		severity, help = diag.Info, ""
	}
	found.Add("skipped-file", severity, source.Span{File: name}, "not read: %v", fault).Help = help
}

// pulled reports a snapshot that a killed pull left half new, in this folder or
// in the one that holds dated snapshots.
func (f folder) pulled() error {
	dir, err := filepath.Abs(f.root.Name())
	if err != nil {
		return err
	}
	for _, holder := range []string{dir, filepath.Dir(dir)} {
		if target, ok := pull.Unfinished(holder); ok && filepath.Join(holder, target) == dir {
			return fmt.Errorf("%s: an interrupted pull left these pages half new; pull again to finish it", f.root.Name())
		}
	}
	return nil
}
