package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/aymanbagabas/go-udiff"

	"github.com/docgen-go/docgen/cmd/docgen/internal/gopkgs"
	"github.com/docgen-go/docgen/cmd/docgen/internal/migrate"
	"github.com/docgen-go/docgen/emit/output"
)

// A migration is what becomes of the code of users of one package. The nil one, of a run
// without --migrate, does nothing.
type migration struct {
	*migrate.Plan
	// left are the places that need a hand, as file:line:column and what to do.
	left []string
}

// plan finds out what becomes of the code that --migrate names when the package is
// written.
func (c *generateCmd) plan(s *session, t *target, b *build) (*migration, error) {
	if len(c.Migrate) == 0 {
		return nil, nil
	}
	before, err := folderSource(t.Output)
	if err != nil {
		return nil, fmt.Errorf("--migrate: %w", err)
	}
	if len(before) == 0 {
		fmt.Fprintf(s.stderr, "--migrate: %s has no package yet, so that no code uses it\n", t.folder())
		return &migration{Plan: &migrate.Plan{}}, nil
	}
	pkgs, err := gopkgs.Load(s.ctx, c.Migrate, gopkgs.Options{Tests: true})
	if err != nil {
		return nil, fmt.Errorf("--migrate: %w", err)
	}
	path := t.Module
	if path == "" {
		own, err := gopkgs.Load(s.ctx, []string{"."}, gopkgs.Options{Dir: t.Output})
		if err != nil {
			return nil, fmt.Errorf("--migrate: the package in %s: %w", t.folder(), err)
		}
		path = own[0].PkgPath
	}
	plan, err := migrate.Make(pkgs, path, before, packageSource(b.set))
	if err != nil {
		return nil, fmt.Errorf("--migrate: %w", err)
	}
	m := &migration{Plan: plan}
	return m, m.check(s, c.Migrate, t, b)
}

// folderSource are the files of a folder that docgen wrote, without tests.
func folderSource(dir string) (migrate.Source, error) {
	entries, err := os.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	out := migrate.Source{}
	for _, e := range entries {
		if !isSource(e.Name()) || e.IsDir() {
			continue
		}
		text, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			return nil, err
		}
		if output.IsGenerated(text) {
			out[e.Name()] = text
		}
	}
	return out, nil
}

// packageSource are the files of a set that folderSource would find.
func packageSource(set output.Set) migrate.Source {
	out := migrate.Source{}
	for name, text := range set {
		if isSource(name) {
			out[name] = text
		}
	}
	return out
}

func isSource(name string) bool {
	return strings.HasSuffix(name, ".go") && !strings.HasSuffix(name, "_test.go")
}

// check compiles the code as it is to be with the package as it is to be, and lists what
// does not compile beside what somebody has to look at.
func (m *migration) check(s *session, patterns []string, t *target, b *build) error {
	overlay, err := overlayOf(t, b.set)
	if err != nil {
		return err
	}
	for file, c := range m.Files {
		overlay[file] = c.New
	}
	faults, err := gopkgs.Check(s.ctx, patterns, gopkgs.Options{Tests: true, Overlay: overlay})
	if err != nil {
		return fmt.Errorf("--migrate: %w", err)
	}
	for _, n := range m.Notes {
		m.left = append(m.left, fmt.Sprintf("%s:%d:%d: %s", short(n.File), n.Line, n.Column, n.Text))
	}
	for _, f := range faults {
		file, line := cutPosition(f.Pos)
		text := strings.TrimPrefix(f.Pos+": "+f.Text, ": ")
		if file != "" {
			text = short(file) + strings.TrimPrefix(f.Pos, file) + ": " + f.Text
		}
		for _, g := range m.Hints {
			if g.File == file && g.Line == line {
				text += "; " + g.Text
			}
		}
		m.left = append(m.left, text)
	}
	return nil
}

// overlayOf are the files of a package as they are to be. One that is to go has nothing
// in it.
func overlayOf(t *target, set output.Set) (map[string][]byte, error) {
	dir, err := filepath.Abs(t.Output)
	if err != nil {
		return nil, err
	}
	overlay := map[string][]byte{}
	for name, text := range set {
		if strings.HasSuffix(name, ".go") {
			overlay[filepath.Join(dir, filepath.FromSlash(name))] = text
		}
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, err
	}
	for _, e := range entries {
		name := filepath.Join(dir, e.Name())
		if overlay[name] != nil || e.IsDir() || !strings.HasSuffix(e.Name(), ".go") {
			continue
		}
		text, err := os.ReadFile(name)
		if err != nil {
			return nil, err
		}
		if output.IsGenerated(text) {
			overlay[name] = []byte("package " + t.Package + "\n")
		}
	}
	return overlay, nil
}

// short is a path as one gives it from here.
func short(file string) string {
	here, err := os.Getwd()
	if err != nil {
		return file
	}
	rel, err := filepath.Rel(here, file)
	if err != nil {
		return file
	}
	return filepath.ToSlash(rel)
}

// cutPosition is the file and the line of file:line:column.
func cutPosition(pos string) (file string, line int) {
	parts := strings.Split(pos, ":")
	if len(parts) < 3 {
		return "", 0
	}
	line, err := strconv.Atoi(parts[len(parts)-2])
	if err != nil {
		return "", 0
	}
	return strings.Join(parts[:len(parts)-2], ":"), line
}

// show prints what would become of the code.
func (m *migration) show(s *session) error {
	err := s.print(func(w *bufio.Writer) error {
		for _, file := range slices.Sorted(maps.Keys(m.Files)) {
			c, name := m.Files[file], short(file)
			if _, err := w.WriteString(udiff.Unified(name, name, string(c.Old), string(c.New))); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	fmt.Fprintf(s.stderr, "docgen: nothing written: %s would be rewritten\n", count(len(m.Files), "file"))
	if m.list(s) {
		return errFindings
	}
	return nil
}

// write rewrites the code, each file whole or not at all.
func (m *migration) write(s *session) error {
	if m == nil {
		return nil
	}
	for _, file := range slices.Sorted(maps.Keys(m.Files)) {
		info, err := os.Stat(file)
		if err != nil {
			return err
		}
		err = replaceFile(s.ctx, file, func(w io.Writer) error {
			_, err := w.Write(m.Files[file].New)
			return err
		})
		if err == nil {
			err = os.Chmod(file, info.Mode().Perm())
		}
		if err != nil {
			return err
		}
		fmt.Fprintf(s.stderr, "%s: rewritten\n", short(file))
	}
	return nil
}

// list says what is left to do, and reports whether anything is.
func (m *migration) list(s *session) bool {
	if m == nil || len(m.left) == 0 {
		return false
	}
	for _, text := range m.left {
		fmt.Fprintln(s.stderr, text)
	}
	fmt.Fprintf(s.stderr, "docgen: %s left to do by hand\n", count(len(m.left), "position"))
	return true
}
