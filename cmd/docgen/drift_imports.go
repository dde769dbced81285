package main

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/docgen-go/docgen/model/drift"
)

var qualifier = regexp.MustCompile(`\b([a-z]\w*)\.[A-Z]`)

// importsFor returns what adds the imports that additions need and a file lacks. The
// paths are those that other files of the package have for the names.
func importsFor(fset *token.FileSet, file *ast.File, name string, src []byte, findings []*drift.Finding) []insertion {
	have := importNames(file)
	var missing []string
	for _, f := range findings {
		for _, a := range f.Additions {
			for _, m := range qualifier.FindAllStringSubmatch(a.GoType, -1) {
				if have[m[1]] == "" && !slices.Contains(missing, m[1]) {
					missing = append(missing, m[1])
				}
			}
		}
	}
	if len(missing) == 0 {
		return nil
	}
	known := importsOfFolder(filepath.Dir(name))
	var b strings.Builder
	for _, m := range missing {
		if known[m] != "" {
			fmt.Fprintf(&b, "%s\n", known[m])
		}
	}
	for _, d := range file.Decls {
		if g, ok := d.(*ast.GenDecl); ok && g.Tok == token.IMPORT && g.Lparen.IsValid() {
			return []insertion{{nextLine(src, fset.Position(g.Lparen).Offset), b.String()}}
		}
	}
	return []insertion{{nextLine(src, fset.Position(file.Name.End()).Offset), "\nimport (\n" + b.String() + ")\n"}}
}

// importNames returns the import specs of a file as they are written, by the names that code has for them.
func importNames(file *ast.File) map[string]string {
	out := map[string]string{}
	for _, spec := range file.Imports {
		p, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			continue
		}
		base := path.Base(p)
		if regexp.MustCompile(`^v[0-9]+$`).MatchString(base) {
			base = path.Base(path.Dir(p))
		}
		name, text := strings.TrimPrefix(strings.TrimPrefix(base, "go-"), "go."), spec.Path.Value
		if spec.Name != nil {
			name, text = spec.Name.Name, spec.Name.Name+" "+text
		}
		out[name] = text
	}
	return out
}

// importsOfFolder returns those of all files of a package; time is always known.
func importsOfFolder(dir string) map[string]string {
	out := map[string]string{"time": strconv.Quote("time")}
	files, _ := filepath.Glob(filepath.Join(dir, "*.go"))
	for _, name := range files {
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ImportsOnly)
		if err != nil {
			continue
		}
		for k, v := range importNames(file) {
			out[k] = v
		}
	}
	return out
}
