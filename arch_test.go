package docgen_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/packages"

	"github.com/docgen-go/docgen/model/testutil"
)

const module = "github.com/docgen-go/docgen"

// layers say which packages of the module a package may import; the first line
// that matches counts, "x/..." is x and all below. Imports go downwards only:
// source ← diag ← model ← {parser, model/diff, emit} ← cmd.
var layers = []struct {
	pkg string
	may []string
}{
	{"model/source", nil},
	{"model/diag", []string{"model/source"}},
	{"model/corpustest", nil},
	{"model/testutil", nil},
	{"model/testutil/validate", nil},
	{"model/names", []string{}},
	{"model/values", []string{"model"}},
	{"model/release", nil},
	{"model", []string{"model/source", "model/diag", "model/release"}},
	{"model/...", []string{"model/..."}},
	{"parser/gosource", []string{"model/gofacts", "model/source"}},
	{"parser/prefilter", []string{}},
	{"parser/script", []string{}},
	{"parser/page", []string{"parser/prefilter"}},
	{"parser/statement", []string{"model/names", "parser/page", "parser/prefilter", "parser/script"}},
	{"parser/decl", facts},
	{"parser/curl", []string{"model", "parser/prefilter"}},
	{"parser/openapi/tree", facts},
	{"parser/openapi", append([]string{"parser/openapi/tree"}, facts...)},
	{"parser/assemble", append([]string{"parser/decl", "parser/curl"}, facts...)},
	{"parser/link", append([]string{"parser/prefilter", "parser/decl", "parser/assemble", "parser/curl"}, facts...)},
	{"parser/merge", facts},
	{"parser/format", append([]string{"parser/prefilter", "parser/page", "parser/statement", "parser/decl", "parser/assemble", "parser/link"}, facts...)},
	{"parser/format/sdkdocs/...", append([]string{"parser/format/sdkdocs/..."}, forFormats...)},
	{"parser/format/tables/...", append([]string{"parser/format/tables/...", "parser/openapi/tree"}, forFormats...)},
	{"parser/format/captured", append([]string{"parser/format/sdkdocs/..."}, forFormats...)},
	{"parser/format/blueprint", append([]string{"parser/openapi", "parser/openapi/tree"}, forFormats...)},
	{"parser/format/generated", append([]string{"parser/format/tables/table", "parser/openapi", "parser/openapi/tree"}, forFormats...)},
	{"parser/format/...", append([]string{"parser/openapi", "parser/openapi/tree", "parser/merge"}, forFormats...)},
	{"parser", append([]string{"parser/format/...", "parser/merge"}, forFormats...)},
	{"templates/...", []string{"templates/..."}},
	{"emit/...", []string{"model/...", "emit/...", "templates/..."}},
	{"cmd/...", []string{"..."}},
}

// facts are what every reader writes into, forFormats what a format is made with. A
// format imports no other format, but for captured comparisons, which show pages
// of one, and the reader of rows and cells, which knows nothing of what they say.
var (
	facts      = []string{"model", "model/source", "model/diag", "model/names", "model/values"}
	forFormats = append([]string{"parser/prefilter", "parser/script", "parser/page", "parser/statement", "parser/decl", "parser/curl", "parser/assemble", "parser/link", "parser/format"}, facts...)
)

// owners say where an import belongs: the packages of other modules, each
// behind one door, and those parts of the standard library that reach out of
// the process. An import from another module that is not listed is refused.
var owners = map[string][]string{
	"github.com/yuin/goldmark":         {"parser/page"},
	"github.com/dave/jennifer":         {"emit/golang/..."},
	"github.com/alecthomas/kong":       {"cmd/docgen"},
	"github.com/aymanbagabas/go-udiff": {"cmd/...", "emit/output", "emit/report"},
	"github.com/google/go-cmp":         {"model/testutil", "parser/format/sdkdocs/dialect/dialecttest"},
	"go.yaml.in/yaml/v3":               {"parser/openapi", "parser/openapi/tree", "parser/format/...", "emit/openapi", "cmd/..."},
	"golang.org/x/sync":                {"parser", "parser/format", "emit/...", "cmd/..."},
	"golang.org/x/sys/windows":         {"emit/output/filelock"},
	"golang.org/x/term":                {"cmd/docgen"},
	"golang.org/x/tools/go/packages":   {"cmd/docgen/internal/gopkgs"},
	"golang.org/x/tools/go/ssa":        {"parser/gosource"},
	"golang.org/x/tools/txtar":         {"cmd/docgen/internal/docsfs", "model/testutil"},

	"flag":      {"cmd/..."},
	"log":       {"cmd/..."},
	"log/slog":  {"cmd/...", "templates/..."},
	"net/http":  {"cmd/...", "templates/..."},
	"os":        {"cmd/...", "emit/output/...", "model/corpustest", "model/testutil", "model/testutil/validate", "templates/..."},
	"os/exec":   {"cmd/...", "model/testutil/validate"},
	"os/signal": {"cmd/docgen"},
	"syscall":   {"cmd/docgen", "cmd/docgen/internal/...", "emit/output/..."},
	"testing":   {"cmd/docgen/internal/command", "model/corpustest", "model/testutil", "model/testutil/validate", "parser/format/formattest", "parser/format/sdkdocs/dialect/dialecttest"},
}

func TestImports(t *testing.T) {
	testutil.NoRace(t, "one goroutine reads the sources")
	testutil.Slow(t, "lists all packages")
	pkgs, err := packages.Load(&packages.Config{Mode: packages.NeedName | packages.NeedImports}, "./...")
	if err != nil {
		t.Fatal(err)
	}
	if len(pkgs) < 5 {
		t.Fatalf("only %d packages were found", len(pkgs))
	}
	for _, p := range pkgs {
		for _, fault := range p.Errors {
			t.Error(fault)
		}
		from := inModule(p.PkgPath)
		if strings.HasPrefix(from, "golden/") {
			continue // what users get, with rules of its own
		}
		for imported := range p.Imports {
			if why := refuse(from, imported); why != "" {
				t.Errorf("%s imports %s: %s", from, imported, why)
			}
		}
	}
}

// refuse says why a package of the module must not have the import, or "".
func refuse(from, imported string) string {
	if inModule(imported) != "" {
		return refuseLayer(from, inModule(imported))
	}
	for owner := imported; owner != "."; owner = path.Dir(owner) {
		if only, ok := owners[owner]; ok {
			if matchAny(only, from) {
				return ""
			}
			return "only for " + strings.Join(only, ", ")
		}
	}
	if first, _, _ := strings.Cut(imported, "/"); strings.Contains(first, ".") {
		return "not a dependency that the list in this test knows"
	}
	return ""
}

func refuseLayer(from, imported string) string {
	for _, l := range layers {
		if match(l.pkg, from) {
			if matchAny(l.may, imported) {
				return ""
			}
			return "that is not below it"
		}
	}
	return "the folder is in no layer"
}

func TestImportRulesBite(t *testing.T) {
	for _, c := range []struct {
		from, imported string
		fine           bool
	}{
		{"model/diag", module + "/model/source", true},
		{"model/source", module + "/model/diag", false},
		{"model", module + "/model/diff", false},
		{"model", "github.com/yuin/goldmark", false},
		{"model", "encoding/json", true},
		{"parser", module + "/emit/naming", false},
		{"parser/decl", module + "/parser/page", false},
		{"parser/link", module + "/parser/format", false},
		{"parser/assemble", module + "/parser/link", false},
		{"parser/format", module + "/parser/format/sdkdocs", false},
		{"parser/format/sdkdocs/fuse", module + "/parser/decl", true},
		{"parser/format/sdkdocs", module + "/parser", false},
		{"parser/format/tables", module + "/parser/format/sdkdocs", false},
		{"emit/golang", module + "/parser", false},
		{"parser/page", "github.com/yuin/goldmark/ast", true},
		{"parser/format/sdkdocs/dialect/http", "github.com/yuin/goldmark/ast", false},
		{"emit/golang", "github.com/dave/jennifer/jen", true},
		{"emit/openapi", "github.com/dave/jennifer/jen", false},
		{"parser", "os", false},
		{"emit/output", "os", true},
		{"emit", "flag", false},
		{"cmd/docgen", "github.com/alecthomas/kong", true},
		{"cmd/docgen", "example.com/new/thing", false},
		{"pkg/util", module + "/model", false},
	} {
		if why := refuse(c.from, c.imported); (why == "") != c.fine {
			t.Errorf("%s imports %s: refusal %q", c.from, c.imported, why)
		}
	}
}

// inModule is the path below the module, "" for other modules.
func inModule(pkg string) string {
	below, ok := strings.CutPrefix(pkg, module+"/")
	if !ok {
		return ""
	}
	return below
}

func matchAny(patterns []string, pkg string) bool {
	return slices.ContainsFunc(patterns, func(p string) bool { return match(p, pkg) })
}

func match(pattern, pkg string) bool {
	below, all := strings.CutSuffix(pattern, "...")
	if !all {
		return pattern == pkg
	}
	return strings.HasPrefix(pkg+"/", below)
}

// The largest file and function, in lines, that one sitting of reading allows.
const (
	maxFile     = 500
	maxFunction = 70
)

func TestNothingIsTooLong(t *testing.T) {
	err := filepath.WalkDir(".", func(name string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if e.IsDir() && (name == "golden" || name != "." && strings.HasPrefix(e.Name(), ".")) {
			return filepath.SkipDir
		}
		if !e.IsDir() && path.Ext(name) == ".go" {
			checkLength(t, name)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func checkLength(t *testing.T, name string) {
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, name, text, parser.SkipObjectResolution)
	if err != nil {
		t.Error(err)
		return
	}
	line := func(p token.Pos) int { return fset.Position(p).Line }
	if n := line(file.FileEnd); n > maxFile {
		t.Errorf("%s has %d lines, more than %d", name, n, maxFile)
	}
	ast.Inspect(file, func(n ast.Node) bool {
		if f, ok := n.(*ast.FuncDecl); ok {
			if n := line(f.End()) - line(f.Pos()) + 1; n > maxFunction {
				t.Errorf("%s: %s has %d lines, more than %d", fset.Position(f.Pos()), f.Name, n, maxFunction)
			}
		}
		return true
	})
}
