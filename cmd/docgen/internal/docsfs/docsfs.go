// Package docsfs opens what a command line calls DOCS - a folder, a page, an
// archive or a git revision - as an fs.FS that hands out one page at a time.
package docsfs

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/docgen-go/docgen/model/diag"
)

// Docs is an opened source of pages. Close releases what stands behind the FS.
type Docs struct {
	fs.FS
	// Prefix leads from where the user stands to the root of the FS, so that a
	// page can be named as an editor finds it. It is empty or ends with a slash.
	Prefix string
	// Sides are both revisions where the file is a capture that shows two side by
	// side; the FS then holds what the new one has as a whole. Else it is nil.
	Sides *Sides
	// Found is what was noticed while the docs were opened.
	Found diag.List

	closer io.Closer
}

// Close gives back open files and processes.
func (d *Docs) Close() error {
	if d.closer == nil {
		return nil
	}
	return d.closer.Close()
}

// Limits bound what an archive or a revision may hold.
type Limits struct {
	Files int   // entries, folders not counted
	Bytes int64 // of all entries together, unpacked
}

// DefaultLimits are a hundred times the largest reference known.
var DefaultLimits = Limits{Files: 200_000, Bytes: 8 << 30}

// ErrAddress is what docs are not: the address of a site.
var ErrAddress = errors.New("an address; pages are read from files only")

// CheckAddress returns an error that wraps ErrAddress and says how to get the
// pages, if ref is the address of a site.
func CheckAddress(ref string) error {
	if lower := strings.ToLower(ref); strings.HasPrefix(lower, "http://") || strings.HasPrefix(lower, "https://") {
		return fmt.Errorf("%s: %w: run \"docgen pull %s -o docs\", then name the folder docs", ref, ErrAddress, ref)
	}
	return nil
}

// Open opens what ref names: a folder, a Markdown page, an archive (.zip,
// .tar.gz, .tgz, .txtar) or git:REV[:PATH]. A folder is read as it is when a
// page is asked for; the limits are for the others. Errors say what to do.
func Open(ctx context.Context, ref string, l Limits) (*Docs, error) {
	docs, err := openRef(ctx, ref, l)
	if err == nil {
		inspectSnapshot(docs)
	}
	return docs, err
}

func openRef(ctx context.Context, ref string, l Limits) (*Docs, error) {
	if rest, ok := strings.CutPrefix(ref, "git:"); ok {
		return openGit(ctx, rest, l)
	}
	if err := CheckAddress(ref); err != nil {
		return nil, err
	}
	info, err := os.Stat(ref)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, fmt.Errorf("%s: no such folder or file; check the path%s", ref, perhapsElsewhere(ref))
	case err != nil:
		return nil, err
	case info.IsDir():
		return openFolder(ref)
	case !info.Mode().IsRegular():
		return nil, fmt.Errorf("%s: neither a folder nor a regular file", ref)
	}
	return openFile(ctx, ref, l)
}

// siteLike is how the address of a site looks where its scheme was left out.
var siteLike = regexp.MustCompile(`^(?:[a-z0-9-]+\.)+(?:com|org|net|io|dev|ai|app|example|test)(?:/|$)`)

// gitLike is how a path of a revision looks to git.
var gitLike = regexp.MustCompile(`^[\w.@{}~^/-]{2,}:[^\\:]`)

// perhapsElsewhere returns what to do where a name that is no file looks like a site, or
// like a path of a revision.
func perhapsElsewhere(ref string) string {
	switch {
	case gitLike.MatchString(ref):
		return fmt.Sprintf(", or name git:%s if this is a revision of git", ref)
	case !siteLike.MatchString(ref):
		return ""
	}
	return fmt.Sprintf(", or run \"docgen pull https://%s -o docs\" if this is a site, then name the folder docs", ref)
}

// opener unpacks an archive so far that its pages can be read one by one.
type opener func(ctx context.Context, file string, t *tree) (io.Closer, error)

var openers = []struct {
	suffix string
	open   opener
}{
	{".zip", openZip}, {".tar.gz", openTarGz}, {".tgz", openTarGz}, {".txtar", openTxtar},
}

func openFile(ctx context.Context, file string, l Limits) (*Docs, error) {
	name := filepath.Base(file)
	for _, o := range openers {
		if n := len(name) - len(o.suffix); n >= 0 && strings.EqualFold(name[n:], o.suffix) {
			return openArchive(ctx, file, name[:n], o.open, l)
		}
	}
	if docs, err := openCapture(file, l); docs != nil || err != nil {
		return docs, err
	}
	if !isPage(name) && !isDocument(name) {
		return nil, fmt.Errorf("%s: neither a Markdown page (.md, .mdx, .apib) nor an OpenAPI document (.yaml, .yml, .json) nor an archive (.zip, .tar.gz, .tgz, .txtar) nor a captured comparison of two revisions", file)
	}
	return openPage(file, l)
}

// isPage reports whether a file is a Markdown page, by its name.
func isPage(name string) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".md", ".markdown", ".mdx", ".apib":
		return true
	}
	return false
}

// isDocument reports whether a file can be an OpenAPI document, by its name.
func isDocument(name string) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".yaml", ".yml", ".json":
		return true
	}
	return false
}

// holdsDocs reports whether a file of docs can say something about an API, by
// its name: a page, or a specification that pages point to.
func holdsDocs(name string) bool {
	return isPage(name) || isDocument(name)
}

// openPage gives one page a file system of its own, so that its neighbours
// stay out of the run.
func openPage(file string, l Limits) (*Docs, error) {
	info, err := os.Stat(file)
	if err != nil {
		return nil, err
	}
	t := newTree(l)
	open := func() (io.ReadCloser, error) { return os.Open(file) }
	if _, err := t.add(filepath.Base(file), info.Size(), open); err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	prefix := filepath.ToSlash(filepath.Clean(file))
	return &Docs{FS: t, Prefix: strings.TrimSuffix(prefix, filepath.Base(file)), Found: t.found}, nil
}

func openArchive(ctx context.Context, file, stem string, open opener, l Limits) (*Docs, error) {
	t := newTree(l)
	closer, err := open(ctx, file, t)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	docs := &Docs{FS: t, Prefix: filepath.ToSlash(filepath.Clean(file)) + "/", Found: t.found, closer: closer}
	// An archive docs.zip of a folder docs reads like the folder itself.
	if t.onlyChild(stem) {
		docs.Prefix += stem + "/"
		docs.FS, err = fs.Sub(t, stem)
	}
	return docs, err
}
