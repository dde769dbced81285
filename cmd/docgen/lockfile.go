package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/aymanbagabas/go-udiff"

	"github.com/docgen-go/docgen/cmd/docgen/internal/lock"
	"github.com/docgen-go/docgen/emit/naming"
)

// A lockFile is the docgen.lock beside a docgen.yaml. The nil lockFile, of a
// run without one, remembers nothing.
type lockFile struct {
	path      string
	had       []byte // as it was read, with the line ends of Unix: git changes them
	was, will *lock.File
}

func openLock(dir string) (*lockFile, error) {
	l := &lockFile{path: filepath.Join(dir, lock.FileName)}
	l.will = &lock.File{Tool: releaseVersion(), Targets: map[string]*lock.Target{}}
	var err error
	if l.was, err = lock.Load(l.path); err != nil {
		return nil, err
	}
	if l.had, err = os.ReadFile(l.path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	l.had = bytes.ReplaceAll(l.had, []byte("\r\n"), []byte("\n"))
	return l, nil
}

// kept are the names that the package of a target has already.
func (t *target) kept() naming.Table {
	if t.lock == nil || t.lock.was.Targets[t.id] == nil {
		return nil
	}
	return t.lock.was.Targets[t.id].Names
}

// remember takes the names of a build into the file that is to be.
func (t *target) remember(b *build) {
	if t.lock != nil {
		t.lock.will.Targets[t.id] = &lock.Target{Docs: b.digest, Facts: &b.secrets.Facts, Names: b.names}
	}
}

// next is the file as it is to be. A target that was not built stays what it was.
func (l *lockFile) next(targets []*target) []byte {
	for _, t := range targets {
		if was := l.was.Targets[t.id]; was != nil && l.will.Targets[t.id] == nil {
			l.will.Targets[t.id] = was
		}
	}
	return l.will.Text()
}

// lockOf is the file of all targets of a run, nil where it is only read: what
// the command line changes about a target is not to last.
func (f *targetFlags) lockOf(s *session, targets []*target) *lockFile {
	if f.Docs+f.Output+f.Package != "" || len(s.dialects) > 0 || len(targets) == 0 {
		return nil
	}
	return targets[0].lock
}

// save writes the file where it changed.
func (l *lockFile) save(ctx context.Context, targets []*target) error {
	if l == nil || len(l.will.Targets) == 0 {
		return nil
	}
	next := l.next(targets)
	if bytes.Equal(next, l.had) {
		return nil
	}
	return replaceFile(ctx, l.path, func(w io.Writer) error {
		_, err := w.Write(next)
		return err
	})
}

// onlyTool reports whether nothing but the version of docgen differs from what the file is to be.
func (l *lockFile) onlyTool(next []byte) bool {
	if l.had == nil || l.was.Tool == l.will.Tool {
		return false
	}
	had := *l.will
	had.Tool = l.was.Tool
	return bytes.Equal(had.Text(), l.had) && !bytes.Equal(next, l.had)
}

// check prints how the file differs from what it is to be.
func (l *lockFile) check(s *session, targets []*target) error {
	if l == nil || len(l.will.Targets) == 0 {
		return nil
	}
	next := l.next(targets)
	if bytes.Equal(next, l.had) {
		return nil
	}
	from, to := filepath.ToSlash(l.path), filepath.ToSlash(l.path)
	if l.had == nil {
		from = os.DevNull
	}
	if l.onlyTool(next) {
		fmt.Fprintf(s.stderr, "%s: written by docgen %s, and this is %s; run \"docgen generate\"\n", l.path, buildName(l.was.Tool), buildName(l.will.Tool))
		return errFindings
	}
	err := s.print(func(w *bufio.Writer) error {
		_, err := w.WriteString(udiff.Unified(from, to, string(l.had), string(next)))
		return err
	})
	if err != nil {
		return err
	}
	fmt.Fprintf(s.stderr, "%s: not what the docs give; run \"docgen generate\"\n", l.path)
	return errFindings
}
