package cache

import (
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
	pages, err := list(docs)
	if err != nil {
		return "", err
	}
	sums := make([]string, len(pages))
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(runtime.GOMAXPROCS(0))
	for i, page := range pages {
		group.Go(func() (err error) {
			if err := ctx.Err(); err != nil {
				return err
			}
			sums[i], err = sum(docs, page)
			return err
		})
	}
	if err := group.Wait(); err != nil {
		return "", err
	}
	all := sha256.New()
	for i, page := range pages {
		fmt.Fprintf(all, "%q %s\n", page, sums[i])
	}
	return "sha256:" + hex.EncodeToString(all.Sum(nil)), nil
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
		case !e.IsDir() && isPage[path.Ext(name)]:
			pages = append(pages, name)
		}
		return nil
	})
	return pages, err
}

var isPage = map[string]bool{".md": true, ".markdown": true, ".mdx": true, ".yaml": true, ".yml": true, ".json": true}

func sum(docs fs.FS, page string) (string, error) {
	f, err := docs.Open(page)
	if err != nil {
		return "", err
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return "", err
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}

// Tool is a digest of the running program: another build may give other
// results. ok is false where the program cannot be read.
var Tool = sync.OnceValues(func() (digest string, ok bool) {
	name, err := os.Executable()
	if err != nil {
		return "", false
	}
	digest, err = sum(os.DirFS(filepath.Dir(name)), filepath.Base(name))
	return digest, err == nil
})
