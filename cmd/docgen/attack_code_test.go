package main

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/docgen-go/docgen/emit/output"
)

// allowedImports are what generated files need.
var allowedImports = []string{"bytes", "context", "encoding/json", "errors", "fmt", "io", "iter", "net/http", "net/http/httptest", "net/url", "reflect", "strings", "testing", "time"}

// directive finds comments that mean something to a tool.
var directive = regexp.MustCompile(`^(//[a-z0-9]+:[a-z0-9]|//line |/\*line |//export |//extern |// ?\+build)`)

// checkCode looks for text of pages that became code: files, imports, directives
// and declarations that no page can ask for. Files of the runtime must be as they
// always are.
func checkCode(set, base output.Set) error {
	files := token.NewFileSet()
	for name, text := range set {
		if strings.HasPrefix(name, "runtime") {
			if string(text) != string(base[name]) && base[name] != nil {
				return fmt.Errorf("%s is another file", name)
			}
			continue
		}
		if name == output.YieldingName {
			if err := checkReadme(string(text)); err != nil {
				return err
			}
			continue
		}
		if strings.ContainsAny(name, "/\\") || !strings.HasSuffix(name, ".go") {
			return fmt.Errorf("there is a file %q", name)
		}
		file, err := parser.ParseFile(files, name, text, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		if err := checkFile(file); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
	}
	return nil
}

// readmeCode is code in a line, readmeEscape what stands for itself.
var (
	readmeCode   = regexp.MustCompile("``+ .*? ``+|`[^`]*`")
	readmeEscape = regexp.MustCompile(`\\[!-/:-@\[-\x60{-~]|&#[0-9]+;`)
)

// checkReadme looks for text of pages that became markup.
func checkReadme(text string) error {
	_, text, _ = strings.Cut(text, "\n") // the header
	fenced := false
	for n, line := range strings.Split(text, "\n") {
		if strings.HasPrefix(line, "```") {
			fenced = !fenced
			continue
		}
		if fenced {
			continue
		}
		line = readmeEscape.ReplaceAllString(readmeCode.ReplaceAllString(line, ""), "")
		line = strings.TrimPrefix(strings.TrimPrefix(strings.TrimPrefix(line, "- "), "## "), "# ")
		if strings.ContainsAny(line, "<>[]`#|*_\\@&\x1b") {
			return fmt.Errorf("line %d of the README has markup: %q", n+2, line)
		}
	}
	return nil
}

func checkFile(file *ast.File) error {
	if file.Name.Name != "client" {
		return fmt.Errorf("package %s", file.Name.Name)
	}
	for _, i := range file.Imports {
		if path, err := strconv.Unquote(i.Path.Value); err != nil || !slices.Contains(allowedImports, path) || i.Name != nil && i.Name.Name != "" && strings.ContainsAny(i.Name.Name, "._") {
			return fmt.Errorf("imports %s", i.Path.Value)
		}
	}
	for _, group := range file.Comments {
		for _, c := range group.List {
			if directive.MatchString(c.Text) && c.Text != "//go:noinline" { // which is docgen's own
				return fmt.Errorf("has the directive %q", c.Text)
			}
		}
	}
	for _, d := range file.Decls {
		switch d := d.(type) {
		case *ast.FuncDecl:
			if d.Recv == nil && (d.Name.Name == "init" || d.Name.Name == "main") || callsPanic(d) {
				return fmt.Errorf("has a function %s that no page can ask for", d.Name.Name)
			}
		case *ast.GenDecl:
			if callsPanic(d) {
				return fmt.Errorf("has a declaration that no page can ask for")
			}
		}
	}
	return nil
}

func callsPanic(n ast.Node) bool {
	found := false
	ast.Inspect(n, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if ok {
			name, ok := call.Fun.(*ast.Ident)
			found = found || ok && name.Name == "panic"
		}
		return true
	})
	return found
}

// shapeOf returns the syntax of a package without names, values and comments.
func shapeOf(set output.Set) (string, error) {
	var b strings.Builder
	for _, name := range set.Paths() {
		if strings.HasPrefix(name, "runtime") || !strings.HasSuffix(name, ".go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, set[name], parser.SkipObjectResolution)
		if err != nil {
			return "", err
		}
		b.WriteString(name)
		ast.Inspect(file, func(n ast.Node) bool {
			fmt.Fprintf(&b, "%T ", n)
			return true
		})
	}
	return b.String(), nil
}
