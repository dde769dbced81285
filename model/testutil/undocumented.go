package testutil

import (
	"go/ast"
	"go/parser"
	"go/token"
	"regexp"
	"slices"
	"strings"
)

// Undocumented returns what the Go files of a package export without a sentence of its
// own: types, constants, functions and methods. Files are by their name, tests are left
// out. MarshalJSON and UnmarshalJSON do what their interfaces say.
func Undocumented(files map[string][]byte) ([]string, error) {
	var out []string
	positions := token.NewFileSet()
	for name, text := range files {
		if !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(positions, name, text, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			return nil, err
		}
		for _, d := range file.Decls {
			for _, what := range undocumented(d) {
				out = append(out, name+": "+what)
			}
		}
	}
	slices.Sort(out)
	return out, nil
}

func undocumented(d ast.Decl) []string {
	switch d := d.(type) {
	case *ast.FuncDecl:
		if receiver := receiverOf(d); d.Name.IsExported() && (receiver == "" || ast.IsExported(receiver)) && !saysItself(d) && !says(d.Doc) {
			return []string{receiver + "." + d.Name.Name}
		}
	case *ast.GenDecl:
		var out []string
		for _, s := range d.Specs {
			out = append(out, undocumentedSpec(d, s)...)
		}
		return out
	}
	return nil
}

func undocumentedSpec(d *ast.GenDecl, s ast.Spec) []string {
	alone := len(d.Specs) == 1
	switch s := s.(type) {
	case *ast.TypeSpec:
		if s.Name.IsExported() && !says(s.Doc) && !(alone && says(d.Doc)) {
			return []string{s.Name.Name}
		}
	case *ast.ValueSpec:
		if s.Names[0].IsExported() && !says(s.Doc) && !says(s.Comment) && !(alone && says(d.Doc)) {
			return []string{s.Names[0].Name}
		}
	}
	return nil
}

// saysItself reports whether an interface of the standard library says what a method does.
func saysItself(d *ast.FuncDecl) bool {
	return d.Recv != nil && (d.Name.Name == "MarshalJSON" || d.Name.Name == "UnmarshalJSON")
}

func receiverOf(d *ast.FuncDecl) string {
	if d.Recv == nil {
		return ""
	}
	t := d.Recv.List[0].Type
	for {
		switch inner := t.(type) {
		case *ast.StarExpr:
			t = inner.X
		case *ast.IndexExpr:
			t = inner.X
		case *ast.Ident:
			return inner.Name
		default:
			return ""
		}
	}
}

// nothing is what could be said of any type.
var nothing = regexp.MustCompile(`^\w+ is (a JSON object|an object|a JSON array|one of several variants|another name for the type at its right)\.\s*$`)

// says reports whether a comment says something that is not true of everything.
func says(c *ast.CommentGroup) bool {
	return c != nil && strings.TrimSpace(c.Text()) != "" && !nothing.MatchString(c.Text())
}
