package docgen_test

import (
	"fmt"
	"go/types"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/packages"

	"github.com/docgen-go/docgen/model/testutil"
)

// public are the packages whose exported names are a promise, together with the
// types of other packages that they mention. All other packages say in their package
// comment that they are none, until they can move below internal/.
var public = []string{"emit", "model", "model/diag", "model/diff", "model/diff/rules", "model/source", "parser"}

// experimental are packages that public names mention and that are no promise yet,
// as the comments of these names say.
var experimental = map[string]string{
	"emit/naming":   "emit.Options.Names, Names and NamesBut: what generated Go is called",
	"parser/format": "parser.Options.Formats and parser.Rebuilt: formats of other programs",
}

const (
	surfaceFile = "api.txt"
	noPromise   = "not part of the compatibility promise"
)

// TestSurface compares the exported names that are a promise with those of api.txt.
// A line that goes or changes breaks programs; one that comes is promised from then
// on.
func TestSurface(t *testing.T) {
	testutil.NoRace(t, "one goroutine reads the sources")
	testutil.SlowGolden(t, "type-checks packages")
	pkgs := typedPackages(t, "./model/...", "./parser/...", "./emit/...")
	s := &surface{seen: map[string]bool{}, outside: map[string]bool{}}
	for _, name := range public {
		if pkgs[name] == nil {
			t.Fatalf("there is no package %s", name)
		}
		scope := pkgs[name].Types.Scope()
		for _, object := range scope.Names() {
			s.add(scope.Lookup(object))
		}
	}
	if got := slices.Sorted(maps.Keys(s.outside)); !slices.Equal(got, slices.Sorted(maps.Keys(experimental))) {
		t.Errorf("public names mention the experimental packages %v, want %v", got, experimental)
	}
	slices.Sort(s.lines)
	got := strings.Join(slices.Compact(s.lines), "\n") + "\n"
	want, err := os.ReadFile(surfaceFile)
	switch {
	case err == nil && string(want) == got:
	case testutil.Updating():
		if err := os.WriteFile(surfaceFile, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		t.Errorf("%s was rewritten", surfaceFile)
	case err != nil:
		t.Fatal(err)
	default:
		compareSurface(t, strings.Split(string(want), "\n"), strings.Split(got, "\n"))
	}
}

func compareSurface(t *testing.T, want, got []string) {
	t.Helper()
	for _, line := range want {
		if !slices.Contains(got, line) {
			t.Errorf("gone or changed, which breaks programs: %s", line)
		}
	}
	for _, line := range got {
		if !slices.Contains(want, line) {
			t.Errorf("new, and promised from now on: %s", line)
		}
	}
	t.Errorf("if all of it is meant, run DOCGEN_UPDATE=1 go test . -run TestSurface, and tell it in CHANGELOG.md")
}

// TestPackagesSayWhatTheyPromise demands of each package that is not public that its
// comment says so, and of each public one that it does not.
func TestPackagesSayWhatTheyPromise(t *testing.T) {
	testutil.NoRace(t, "one goroutine reads the sources")
	testutil.Slow(t, "type-checks packages")
	for name, p := range typedPackages(t, "./model/...", "./parser/...", "./emit/...", "./templates/...") {
		text := ""
		for _, file := range p.Syntax {
			text += strings.Join(strings.Fields(file.Doc.Text()), " ")
		}
		if slices.Contains(public, name) && !hasExample(t, name) {
			t.Errorf("%s is public and has no Example of the whole package", name)
		}
		switch says, isPublic := strings.Contains(text, noPromise), slices.Contains(public, name); {
		case isPublic && says:
			t.Errorf("%s is public, but its comment says that it is %s", name, noPromise)
		case !isPublic && !says && !strings.Contains(name, "internal/"):
			t.Errorf("%s: end the package comment with \"It is %s.\"", name, noPromise)
		}
	}
}

// hasExample reports whether a test of the package shows how to use all of it.
func hasExample(t *testing.T, pkg string) bool {
	t.Helper()
	text, err := os.ReadFile(pkg + "/example_test.go")
	if err != nil {
		return false
	}
	return strings.Contains(string(text), "\nfunc Example() {\n") && strings.Contains(string(text), "\t// Output:\n")
}

// typedPackages returns packages of the module by their path below it.
func typedPackages(t *testing.T, patterns ...string) map[string]*packages.Package {
	t.Helper()
	pkgs, err := packages.Load(&packages.Config{
		Mode: packages.NeedName | packages.NeedFiles | packages.NeedSyntax | packages.NeedTypes | packages.NeedTypesInfo | packages.NeedImports | packages.NeedExportFile,
	}, patterns...)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]*packages.Package{}
	for _, p := range pkgs {
		if len(p.Errors) > 0 {
			t.Fatal(p.Errors)
		}
		out[inModule(p.PkgPath)] = p
	}
	return out
}

// A surface collects a line for each exported name and for each part of it.
type surface struct {
	lines   []string
	seen    map[string]bool
	outside map[string]bool
}

func (s *surface) line(o types.Object, format string, args ...any) {
	s.lines = append(s.lines, "pkg "+inModule(o.Pkg().Path())+", "+fmt.Sprintf(format, args...))
}

func typeText(t types.Type) string {
	return types.TypeString(t, func(p *types.Package) string {
		if below := inModule(p.Path()); below != "" {
			return below
		}
		return p.Path()
	})
}

// add adds an exported object once. An object is told by its name, because a
// package is loaded from source and as the dependency of another.
func (s *surface) add(o types.Object) {
	key := o.Pkg().Path() + "." + o.Name()
	if !o.Exported() || s.seen[key] {
		return
	}
	s.seen[key] = true
	switch o := o.(type) {
	case *types.Const:
		s.line(o, "const %s %s = %s", o.Name(), typeText(o.Type()), o.Val().ExactString())
	case *types.TypeName:
		s.typeName(o)
		return
	case *types.Func:
		s.line(o, "func %s%s", o.Name(), strings.TrimPrefix(typeText(o.Type()), "func"))
	default:
		s.line(o, "var %s %s", o.Name(), typeText(o.Type()))
	}
	s.mention(o.Type())
}

func (s *surface) typeName(o *types.TypeName) {
	if o.IsAlias() {
		s.line(o, "type %s = %s", o.Name(), typeText(types.Unalias(o.Type())))
		s.mention(types.Unalias(o.Type()))
		return
	}
	named := o.Type().(*types.Named)
	switch u := named.Underlying().(type) {
	case *types.Struct:
		s.line(o, "type %s struct", o.Name())
		for i := range u.NumFields() {
			if f := u.Field(i); f.Exported() {
				s.line(o, "type %s struct, %s %s %s", o.Name(), f.Name(), typeText(f.Type()), u.Tag(i))
				s.mention(f.Type())
			}
		}
	case *types.Interface:
		s.line(o, "type %s interface", o.Name())
		for i := range u.NumMethods() {
			s.method(o, o.Name(), u.Method(i))
		}
	default:
		s.line(o, "type %s %s", o.Name(), typeText(u))
		s.mention(u)
	}
	for i := range named.NumMethods() {
		if m := named.Method(i); m.Exported() {
			s.method(o, typeText(m.Signature().Recv().Type()), m)
		}
	}
	for _, name := range o.Pkg().Scope().Names() { // of a type that only is mentioned, too
		if c, ok := o.Pkg().Scope().Lookup(name).(*types.Const); ok && types.Identical(c.Type(), named) {
			s.add(c)
		}
	}
}

func (s *surface) method(o types.Object, receiver string, m *types.Func) {
	s.line(o, "method (%s) %s%s", receiver, m.Name(), strings.TrimPrefix(typeText(m.Type()), "func"))
	s.mention(m.Type())
}

// mention adds the types of the module that a type consists of.
func (s *surface) mention(t types.Type) {
	switch t := types.Unalias(t).(type) {
	case *types.Named:
		for i := range t.TypeArgs().Len() {
			s.mention(t.TypeArgs().At(i))
		}
		pkg := t.Obj().Pkg()
		if pkg == nil || inModule(pkg.Path()) == "" {
			return
		}
		if _, ok := experimental[inModule(pkg.Path())]; ok {
			s.outside[inModule(pkg.Path())] = true
			return
		}
		s.add(t.Obj())
	case *types.Signature:
		s.mention(t.Params())
		s.mention(t.Results())
	case *types.Tuple:
		for i := range t.Len() {
			s.mention(t.At(i).Type())
		}
	case *types.Struct:
		for i := range t.NumFields() {
			if t.Field(i).Exported() {
				s.mention(t.Field(i).Type())
			}
		}
	case *types.Map:
		s.mention(t.Key())
		s.mention(t.Elem())
	case interface{ Elem() types.Type }:
		s.mention(t.Elem())
	}
}
