package cache

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"strings"
	"sync"

	"golang.org/x/sync/errgroup"
)

// Docs is a digest of every page below the root of docs, of its path and its
// bytes. Folders whose name begins with a dot are no part of the docs.
func Docs(ctx context.Context, docs fs.FS) (string, error) {
	exact, _, err := Digests(ctx, docs)
	return exact, err
}

// Digests returns the digest of Docs and one of the same pages with the line ends of Unix, which
// stays the same where git writes others into a checkout. They are equal where no page has
// the line ends of Windows.
func Digests(ctx context.Context, docs fs.FS) (exact, text string, err error) {
	pages, err := list(docs)
	if err != nil {
		return "", "", err
	}
	sums := make([]pageSums, len(pages))
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(runtime.GOMAXPROCS(0))
	for i, page := range pages {
		group.Go(func() (err error) {
			if err := ctx.Err(); err != nil {
				return err
			}
			sums[i], err = sumsOf(docs, page)
			return err
		})
	}
	if err := group.Wait(); err != nil {
		return "", "", err
	}
	exacts, texts := sha256.New(), sha256.New()
	for i, page := range pages {
		fmt.Fprintf(exacts, "%q %s\n", page, sums[i].exact)
		fmt.Fprintf(texts, "%q %s\n", page, sums[i].text)
	}
	return "sha256:" + hex.EncodeToString(exacts.Sum(nil)), "sha256:" + hex.EncodeToString(texts.Sum(nil)), nil
}

// pageSums are the digests of a page, as it is and with the line ends of Unix.
type pageSums struct{ exact, text string }

// sumsOf returns the digests of a page. Only a page with line ends of Windows is read twice.
func sumsOf(docs fs.FS, page string) (s pageSums, err error) {
	seen, exact := &unixWriter{w: io.Discard}, sha256.New()
	if err := copyPage(io.MultiWriter(exact, seen), docs, page); err != nil {
		return s, err
	}
	s.exact = hex.EncodeToString(exact.Sum(nil))
	if s.text = s.exact; !seen.changed {
		return s, nil
	}
	text := sha256.New()
	unix := &unixWriter{w: text}
	if err := copyPage(unix, docs, page); err != nil {
		return s, err
	}
	if unix.held {
		text.Write([]byte("\r"))
	}
	s.text = hex.EncodeToString(text.Sum(nil))
	return s, nil
}

// A unixWriter hands on what is written with the line ends of Unix, and notes whether that
// changed anything.
type unixWriter struct {
	w       io.Writer
	held    bool // a carriage return that may begin a line end
	changed bool
}

func (u *unixWriter) Write(p []byte) (int, error) {
	n := len(p)
	if n == 0 {
		return 0, nil
	}
	var out []byte
	if u.held && p[0] != '\n' {
		out = append(out, '\r')
	}
	u.changed = u.changed || u.held && p[0] == '\n' || bytes.Contains(p, []byte("\r\n"))
	p, u.held = bytes.CutSuffix(p, []byte("\r"))
	if out == nil && bytes.IndexByte(p, '\r') < 0 {
		out = p
	} else {
		out = append(out, bytes.ReplaceAll(p, []byte("\r\n"), []byte("\n"))...)
	}
	_, err := u.w.Write(out)
	return n, err
}

// list is the pages in the order of fs.WalkDir, which is that of their paths.
func list(docs fs.FS) ([]string, error) {
	var pages []string
	err := fs.WalkDir(docs, ".", func(name string, e fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return fmt.Errorf("reading the docs: %w", err)
		case e.IsDir() && name != "." && strings.HasPrefix(e.Name(), "."):
			return fs.SkipDir
		case !e.IsDir() && isPage[strings.ToLower(path.Ext(name))]:
			pages = append(pages, name)
		}
		return nil
	})
	return pages, err
}

var isPage = map[string]bool{".md": true, ".markdown": true, ".mdx": true, ".apib": true, ".yaml": true, ".yml": true, ".json": true}

func copyPage(w io.Writer, docs fs.FS, page string) error {
	f, err := docs.Open(page)
	if err != nil {
		return err
	}
	defer f.Close()
	_, err = io.Copy(w, f)
	return err
}

// Tool is a digest of the running program: another build may give other
// results. ok is false where the program cannot be read.
var Tool = sync.OnceValues(func() (digest string, ok bool) {
	name, err := os.Executable()
	if err != nil {
		return "", false
	}
	h := sha256.New()
	err = copyPage(h, os.DirFS(filepath.Dir(name)), filepath.Base(name))
	return hex.EncodeToString(h.Sum(nil)), err == nil
})
