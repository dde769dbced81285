package main

import (
	"bufio"
	"cmp"
	"fmt"
	"go/ast"
	"go/format"
	"go/parser"
	"go/token"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/aymanbagabas/go-udiff"

	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/drift"
)

// An insertion is text that goes into a file before an offset. Order is that of the
// findings, which insertions at one offset keep.
type insertion struct {
	offset int
	text   string
}

// patch prints what would add the members and constants that findings are about, or
// adds them. What cannot be added is named on standard error.
func (c *driftCmd) patch(s *session, r *driftReport) error {
	files := map[string][]*drift.Finding{}
	left := map[string]int{}
	added := map[string]bool{}
	for _, f := range r.Findings {
		key := f.Struct + " " + f.Member
		switch {
		case len(f.Additions) == 0:
			left["have no addition that the code shows how to write"]++
		case c.Write && (f.Type.Coded || f.Type.Accessors):
			left["are about types with codecs or accessors of their own, which --write leaves alone"]++
		case c.Write && f.Type.Copied && f.Rule != drift.ValuesMissing:
			left["are about structs that code copies member by member, which --write leaves alone: the copies would lack the new ones"]++
		case f.Type.Fixed && f.Rule != drift.ValuesMissing:
			left["are about structs that code converts or writes without the names of members, which would no longer compile"]++
		case added[key]: // a struct that is sent and received
		default:
			added[key] = true
			f.Additions = slices.DeleteFunc(f.Additions, func(a drift.Addition) bool {
				name := f.Type.Package + "." + a.Name
				if f.Rule != drift.ValuesMissing {
					name = f.Type.Package + "." + f.Type.Short + "." + a.Name
				}
				taken := added[name]
				added[name] = true
				return taken
			})
			files[f.Type.Span.File] = append(files[f.Type.Span.File], f)
		}
	}
	var out strings.Builder
	next := map[string][]byte{}
	for _, name := range sortedKeys(files) {
		before, after, err := addTo(name, files[name], s.stderr)
		if err != nil {
			return err
		}
		next[name] = after
		slashed := filepath.ToSlash(name)
		out.WriteString(udiff.Unified("a/"+slashed, "b/"+slashed, string(before), string(after)))
	}
	for _, why := range sortedKeys(left) {
		fmt.Fprintf(s.stderr, "docgen: %s %s\n", count(left[why], "finding"), why)
	}
	if c.Write {
		for _, name := range sortedKeys(next) {
			if err := replaceSource(name, next[name]); err != nil {
				return err
			}
			fmt.Fprintf(s.stderr, "docgen: changed %s\n", diag.Plain(name))
		}
		return nil
	}
	return s.print(func(w *bufio.Writer) error { _, err := w.WriteString(out.String()); return err })
}

// replaceSource writes a file of the client whole or not at all.
func replaceSource(name string, text []byte) error {
	info, err := os.Stat(name)
	if err != nil {
		return err
	}
	temp, err := os.CreateTemp(filepath.Dir(name), ".docgen-*")
	if err != nil {
		return err
	}
	defer os.Remove(temp.Name())
	_, err = temp.Write(text)
	if err = cmp.Or(err, temp.Chmod(info.Mode().Perm()), temp.Close()); err != nil {
		return err
	}
	return os.Rename(temp.Name(), name)
}

// addTo returns a file before and after its additions, formatted.
func addTo(name string, findings []*drift.Finding, stderr io.Writer) (before, after []byte, err error) {
	before, err = os.ReadFile(name)
	if err != nil {
		return nil, nil, err
	}
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, name, before, parser.ParseComments|parser.SkipObjectResolution)
	if err != nil {
		return nil, nil, fmt.Errorf("%s changed while it was read: %w", name, err)
	}
	var all []insertion
	for _, f := range findings {
		at := insertions(fset, file, before, f)
		if len(at) == 0 {
			fmt.Fprintf(stderr, "docgen: %s: %s cannot be added where its neighbours are\n", diag.Plain(f.Go.String()), diag.Plain(f.Member))
		}
		all = append(all, at...)
	}
	all = append(all, importsFor(fset, file, name, before, findings)...)
	slices.SortStableFunc(all, func(a, b insertion) int { return a.offset - b.offset })
	var b strings.Builder
	at := 0
	for _, i := range all {
		b.Write(before[at:i.offset])
		b.WriteString(i.text)
		at = i.offset
	}
	b.Write(before[at:])
	after, err = format.Source([]byte(b.String()))
	if err != nil {
		return nil, nil, fmt.Errorf("%s: what would be added is no Go: %w", name, err)
	}
	return before, after, nil
}

// insertions returns where the additions of a finding go and as what.
func insertions(fset *token.FileSet, file *ast.File, src []byte, f *drift.Finding) []insertion {
	if f.Rule == drift.ValuesMissing {
		return constantInsertions(fset, file, src, f)
	}
	var out []insertion
	ast.Inspect(file, func(n ast.Node) bool {
		spec, ok := n.(*ast.TypeSpec)
		if !ok || fset.Position(spec.Name.Pos()).Offset != int(f.Type.Span.Start.Offset) {
			return true
		}
		if s, ok := spec.Type.(*ast.StructType); ok {
			for _, a := range f.Additions {
				out = append(out, insertion{memberOffset(fset, src, s, a.After), memberText(a)})
			}
		}
		return false
	})
	return out
}

// memberOffset returns the offset of the line behind a member, or of the first one.
func memberOffset(fset *token.FileSet, src []byte, s *ast.StructType, after string) int {
	for _, field := range s.Fields.List {
		for _, name := range field.Names {
			if name.Name == after {
				return nextLine(src, fset.Position(field.End()).Offset)
			}
		}
	}
	if after == "" && s.Fields.Opening.IsValid() {
		return nextLine(src, fset.Position(s.Fields.Opening).Offset)
	}
	return fset.Position(s.Fields.Closing).Offset
}

func nextLine(src []byte, offset int) int {
	for offset < len(src) && src[offset] != '\n' {
		offset++
	}
	return min(offset+1, len(src))
}

func memberText(a drift.Addition) string {
	var b strings.Builder
	if doc := strings.Join(strings.Fields(diag.Plain(a.Doc)), " "); doc != "" {
		b.WriteString("\t// " + doc + "\n")
	}
	tag := "`" + a.Tag + "`"
	if strings.Contains(a.Tag, "`") {
		tag = strconv.Quote(a.Tag)
	}
	fmt.Fprintf(&b, "\t%s %s %s\n", a.Name, a.GoType, tag)
	return b.String()
}

// constantInsertions puts constants behind the last one of their type, where that is of
// the same file.
func constantInsertions(fset *token.FileSet, file *ast.File, src []byte, f *drift.Finding) []insertion {
	last := f.Type.Values[len(f.Type.Values)-1]
	if last.Span.File != f.Type.Span.File {
		return nil
	}
	var out []insertion
	ast.Inspect(file, func(n ast.Node) bool {
		spec, ok := n.(*ast.ValueSpec)
		if !ok || fset.Position(spec.Names[0].Pos()).Offset != int(last.Span.Start.Offset) || len(spec.Values) == 0 {
			return true
		}
		typed := ""
		if spec.Type != nil {
			typed = " " + f.Type.Short
		}
		for _, a := range f.Additions {
			value := a.Value
			if typed == "" {
				value = f.Type.Short + "(" + value + ")"
			}
			out = append(out, insertion{nextLine(src, fset.Position(spec.End()).Offset), "\t" + a.Name + typed + " = " + value + "\n"})
		}
		return false
	})
	return out
}
