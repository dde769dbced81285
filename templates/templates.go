// Package templates holds what a generated package carries: the runtime, which
// is an ordinary Go package below this folder and is compiled and tested as
// such.
//
// It is not part of the compatibility promise.
package templates

import (
	"bytes"
	"embed"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"sync"
)

//go:embed runtime/*.go
var runtimeFiles embed.FS

// The parts of the runtime that not every package needs.
const (
	PartUnion     = "union"
	PartDate      = "date"
	PartMultipart = "multipart"
	PartPaging    = "paging"
	PartStream    = "stream"
	PartAdd       = "accumulate"
	PartWebhook   = "webhook"
)

// partOf are the files of the parts, without their extension.
var partOf = map[string]string{
	"union": PartUnion, "date": PartDate, "multipart": PartMultipart, "formparts": PartMultipart, "paging": PartPaging, "pagelink": PartPaging,
	"stream": PartStream, "events": PartStream, "lines": PartStream, "accumulate": PartAdd, "webhook": PartWebhook,
}

// Parts are all of them, sorted.
func Parts() []string {
	return slices.Compact(slices.Sorted(maps.Values(partOf)))
}

// A File is a Go file of the runtime.
type File struct {
	// Name is that of the file in a generated package.
	Name   string
	source []byte
}

// Source is the file as part of a package, with header as its first line. It
// is formatted.
func (f File) Source(pkg, header string) []byte {
	clause := []byte("package runtime\n")
	after := f.source[bytes.Index(f.source, clause)+len(clause):]
	return fmt.Appendf(nil, "// %s\n\npackage %s\n%s", header, pkg, after)
}

// Runtime returns the files that a package with the parts carries, sorted by name.
func Runtime(parts ...string) ([]File, error) {
	var out []File
	err := each(func(name string, source []byte) error {
		base := strings.TrimSuffix(name, ".go")
		part, optional := partOf[base]
		switch {
		case base == "carried_test":
			out = append(out, File{"runtime_test.go", source})
		case base == "stub" || base == "doc" || strings.HasSuffix(base, "_test") ||
			optional && !slices.Contains(parts, part):
		default:
			out = append(out, File{"runtime_" + name, source})
		}
		return nil
	})
	return out, err
}

// Identifiers are the names that every generated package has at its top level,
// sorted. A part that a package does not carry keeps its names all the same, so
// that a name does not change when the part is needed one day.
func Identifiers() ([]string, error) {
	names, err := identifiers()
	return slices.Clone(names), err
}

// identifiers are the same in every run of the program.
var identifiers = sync.OnceValues(func() ([]string, error) {
	var out []string
	err := each(func(name string, source []byte) error {
		if strings.HasSuffix(name, "_test.go") && name != "carried_test.go" {
			return nil
		}
		f, err := parser.ParseFile(token.NewFileSet(), name, source, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		for _, d := range f.Decls {
			out = append(out, declared(d)...)
		}
		return nil
	})
	slices.Sort(out)
	return slices.Compact(out), err
})

func each(visit func(name string, source []byte) error) error {
	files, err := sources()
	if err != nil {
		return err
	}
	for _, f := range files {
		if err := visit(f.Name, f.source); err != nil {
			return err
		}
	}
	return nil
}

// sources are the files as they are embedded, read once: whoever compares packages asks for
// their names alone.
var sources = sync.OnceValues(func() ([]File, error) {
	entries, err := fs.ReadDir(runtimeFiles, "runtime")
	if err != nil {
		return nil, err
	}
	var out []File
	for _, e := range entries {
		source, err := fs.ReadFile(runtimeFiles, "runtime/"+e.Name())
		if err != nil {
			return nil, err
		}
		out = append(out, File{e.Name(), source})
	}
	return out, nil
})

// declared are the names that a declaration puts at the top level.
func declared(d ast.Decl) []string {
	var out []string
	switch d := d.(type) {
	case *ast.FuncDecl:
		if d.Recv == nil {
			out = append(out, d.Name.Name)
		}
	case *ast.GenDecl:
		for _, s := range d.Specs {
			switch s := s.(type) {
			case *ast.TypeSpec:
				out = append(out, s.Name.Name)
			case *ast.ValueSpec:
				for _, n := range s.Names {
					out = append(out, n.Name)
				}
			}
		}
	}
	return out
}
