package docgen_test

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/packages"

	"github.com/docgen-go/docgen/model/testutil"
)

const diagPackage = module + "/model/diag"

// notCatalogued are packages that only tests use, whose codes no user sees.
var notCatalogued = []string{"parser/format/formattest/..."}

// codeUses are where the module mentions codes of findings.
type codeUses struct {
	registered map[string]codeEntry
	raised     map[string][]codeUse
}

// A codeEntry is a call of diag.Register: where it is, and its Case.
type codeEntry struct {
	codeUse
	test string
}

type codeUse struct {
	pkg string
	at  token.Position
}

// TestCatalog demands an entry of diag.Register for each code that the source
// mentions, in a package that mentions it, and no entry of a code that is never
// reported. Codes are constants, so that none is made where nobody sees it.
// TestCatalogExamples holds what the entries say.
func TestCatalog(t *testing.T) {
	testutil.NoRace(t, "one goroutine reads the sources")
	testutil.Slow(t, "type-checks all packages")
	uses := codesOfModule(t)
	if len(uses.registered) < 70 {
		t.Fatalf("only %d entries were found", len(uses.registered))
	}
	tests := testBodies(t)
	for code, e := range uses.registered {
		raised := uses.raised[code]
		switch {
		case len(raised) == 0:
			t.Errorf("%s: nothing reports %s; remove the entry", e.at, code)
		case !slices.ContainsFunc(raised, func(u codeUse) bool { return u.pkg == e.pkg }):
			t.Errorf("%s: register %s in the package that reports it, %s", e.at, code, raised[0].pkg)
		}
		if body := tests[e.test]; e.test != "" && !strings.Contains(body, code) {
			t.Errorf("%s: the case of %s, %s, does not demand it", e.at, code, e.test)
		}
	}
	for code, raised := range uses.raised {
		if _, ok := uses.registered[code]; !ok {
			t.Errorf("%s: the code %s has no entry; register one in this package with diag.Register", raised[0].at, code)
		}
	}
}

// codesOfModule type-checks the packages of the module and collects their codes.
func codesOfModule(t *testing.T) codeUses {
	t.Helper()
	pkgs, err := packages.Load(&packages.Config{
		Mode: packages.NeedName | packages.NeedFiles | packages.NeedSyntax | packages.NeedTypes | packages.NeedTypesInfo | packages.NeedImports | packages.NeedExportFile,
	}, "./model/...", "./parser/...", "./emit/...", "./cmd/...")
	if err != nil {
		t.Fatal(err)
	}
	uses := codeUses{map[string]codeEntry{}, map[string][]codeUse{}}
	for _, p := range pkgs {
		if len(p.Errors) > 0 {
			t.Fatal(p.Errors)
		}
		if pkg := inModule(p.PkgPath); p.PkgPath != diagPackage && !matchAny(notCatalogued, pkg) {
			uses.collect(t, p, pkg)
		}
	}
	return uses
}

func (u codeUses) collect(t *testing.T, p *packages.Package, pkg string) {
	for _, file := range p.Syntax {
		ast.Inspect(file, func(n ast.Node) bool {
			if d, ok := n.(*ast.GenDecl); ok && d.Tok == token.CONST {
				return false // to name a code is not to report it
			}
			call, isCall := n.(*ast.CallExpr)
			if isCall && isRegister(p.TypesInfo, call) {
				u.register(t, p, pkg, call)
				return false
			}
			if isCall && isConversionToCode(p.TypesInfo, call) && p.TypesInfo.Types[call].Value == nil {
				t.Errorf("%s: the code is made when the program runs; give it by a constant", p.Fset.Position(call.Pos()))
			}
			if e, ok := n.(ast.Expr); ok {
				if code := codeOf(p.TypesInfo, e); code != "" {
					at := p.Fset.Position(e.Pos())
					u.raised[code] = append(u.raised[code], codeUse{pkg, at})
				}
			}
			return true
		})
	}
}

// register notes the entry of a call of diag.Register, whose fields are constants.
func (u codeUses) register(t *testing.T, p *packages.Package, pkg string, call *ast.CallExpr) {
	e := codeEntry{codeUse: codeUse{pkg, p.Fset.Position(call.Pos())}}
	code := ""
	ast.Inspect(call, func(n ast.Node) bool {
		kv, ok := n.(*ast.KeyValueExpr)
		if !ok {
			return true
		}
		value := p.TypesInfo.Types[kv.Value].Value
		if value == nil || value.Kind() != constant.String {
			return true
		}
		switch kv.Key.(*ast.Ident).Name {
		case "Code":
			code = constant.StringVal(value)
		case "Case":
			e.test = constant.StringVal(value)
		}
		return true
	})
	if code == "" {
		t.Errorf("%s: the entry has no constant code", e.at)
	}
	u.registered[code] = e
}

func isRegister(info *types.Info, call *ast.CallExpr) bool {
	sel, ok := call.Fun.(*ast.SelectorExpr)
	if !ok {
		return false
	}
	f, ok := info.Uses[sel.Sel].(*types.Func)
	return ok && f.FullName() == diagPackage+".Register"
}

func isConversionToCode(info *types.Info, call *ast.CallExpr) bool {
	f := info.Types[call.Fun]
	return f.IsType() && isCode(f.Type)
}

// codeOf returns the code that an expression is a constant of, or "".
func codeOf(info *types.Info, e ast.Expr) string {
	v, ok := info.Types[e]
	if !ok || v.IsType() || !isCode(v.Type) || v.Value == nil {
		return ""
	}
	return constant.StringVal(v.Value)
}

func isCode(t types.Type) bool {
	named, ok := types.Unalias(t).(*types.Named)
	return ok && named.Obj().Name() == "Code" && named.Obj().Pkg() != nil && named.Obj().Pkg().Path() == diagPackage
}

var testFunc = regexp.MustCompile(`(?ms)^func (Test\w+)\(.*?^}\n`)

// testBodies returns the text of each test of the module by its name.
func testBodies(t *testing.T) map[string]string {
	t.Helper()
	bodies := map[string]string{}
	err := filepath.WalkDir(".", func(name string, e os.DirEntry, err error) error {
		if err != nil || e.IsDir() || !strings.HasSuffix(name, "_test.go") {
			return err
		}
		text, err := os.ReadFile(name)
		for _, m := range testFunc.FindAllSubmatch(text, -1) {
			bodies[string(m[1])] += string(m[0])
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return bodies
}
