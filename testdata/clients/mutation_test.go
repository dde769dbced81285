package clients

import (
	"bytes"
	"cmp"
	"fmt"
	"go/ast"
	"go/parser"
	"go/printer"
	"go/token"
	"go/types"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/tools/go/packages"
)

// A mutant is one declaration that is deleted: a member, a constant or a function.
type mutant struct {
	kind         string // "leaf", "holder" (a member that holds a type of the client), "constant" or "method"
	owner, wire  string // the struct or type, and the wire name or value; of a method verb and path
	goName, typ  string
	tag          string
	file         string // below the module
	start, until int
}

// TestMutations deletes members, constants and methods that the pages document from
// three clients and looks whether they are missed, and what a patch puts in their stead.
// It does so in three rounds, so that what leads to something is not deleted with it.
func TestMutations(t *testing.T) {
	var sum struct{ mutants, found, names, typed, of int }
	for _, c := range []struct {
		module, pkg, docs string
		names, typed      float64 // the bars for what the patch restores
	}{
		{"github.com/hirokisan/bybit/v2", "github.com/hirokisan/bybit/v2", "bybit", 0.96, 0.93},
		{"github.com/disgoorg/disgo", "github.com/disgoorg/disgo/rest", "discord", 0.95, 0.83},
		{"github.com/bwmarrin/discordgo", "github.com/bwmarrin/discordgo", "discord", 0.96, 0.83},
	} {
		t.Run(c.module, func(t *testing.T) {
			docs := corpus(t, "../formats/tables/"+c.docs)
			whole := copyModule(t, c.module)
			before := clientOf(t, c.module, whole)
			report, _ := drift(t, before, docs, c.pkg)
			all := candidates(t, before, whole, c.module, report)
			var mutants, found, names, typed, of int
			for _, round := range []struct {
				kinds []string
				n     int
			}{{[]string{"constant", "leaf"}, 70}, {[]string{"holder"}, 20}, {[]string{"method"}, 10}} {
				dir := copyModule(t, c.module)
				client := clientOf(t, c.module, dir)
				drawn := draw(slices.Clone(all), round.n, round.kinds...)
				remove(t, dir, drawn)
				after, _ := drift(t, client, docs, c.pkg)
				missing := missed(t, drawn, after)
				patch, _ := docgen(t, dir, "drift", docs, c.pkg, "-C", client, "--format", "patch", "--confidence", "perhaps", "--fail-on", "never")
				apply(t, dir, patch)
				compiles(t, client, c.pkg)
				a, b, n := restored(t, dir, missing)
				mutants, found, names, typed, of = mutants+len(drawn), found+len(missing), names+a, typed+b, of+n
			}
			sum.mutants, sum.found, sum.names, sum.typed, sum.of = sum.mutants+mutants, sum.found+found, sum.names+names, sum.typed+typed, sum.of+of
			t.Logf("%d of %d deletions found; of %d the patch restores %d names and %d types and tags", found, mutants, of, names, typed)
			if mutants < 80 || share(found, mutants) < 0.97 || share(names, of) < c.names || share(typed, of) < c.typed {
				t.Errorf("the bars are 97 %%, %.0f %% and %.0f %%", 100*c.names, 100*c.typed)
			}
		})
	}
	t.Logf("of all: %d of %d found; of %d %d names and %d types and tags", sum.found, sum.mutants, sum.of, sum.names, sum.typed)
	if sum.mutants > 0 && (share(sum.found, sum.mutants) < 0.98 || share(sum.names, sum.of) < 0.95 || share(sum.typed, sum.of) < 0.90) {
		t.Error("the bars for all are 98 %, 95 % and 90 %")
	}
}

// copyModule copies a module to where it can be changed.
func copyModule(t *testing.T, module string) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "module")
	if err := os.CopyFS(dir, os.DirFS(source(t, module))); err != nil {
		t.Fatal(err)
	}
	err := filepath.Walk(dir, func(name string, info os.FileInfo, err error) error {
		if err != nil {
			return err
		}
		return os.Chmod(name, info.Mode()|0o200)
	})
	if err != nil {
		t.Fatal(err)
	}
	return dir
}

// clientOf writes a module that is this one but for where another module comes from.
func clientOf(t *testing.T, module, dir string) string {
	t.Helper()
	client := t.TempDir()
	for _, name := range []string{"clients.go", "go.mod", "go.sum"} {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if name == "go.mod" {
			text = fmt.Appendf(text, "\nreplace %s => %s\n", module, dir)
		}
		if err := os.WriteFile(filepath.Join(client, name), text, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return client
}

// candidates returns what both sides have and no code of the client refers to, so that the
// client compiles without it, in the order of the report.
func candidates(t *testing.T, client, dir, module string, r *report) []mutant {
	t.Helper()
	cfg := &packages.Config{Dir: client, Mode: packages.NeedName | packages.NeedFiles | packages.NeedSyntax | packages.NeedTypes | packages.NeedTypesInfo | packages.NeedImports | packages.NeedDeps,
		Env: append(os.Environ(), "GOFLAGS=-mod=mod", "GOWORK=off")}
	loaded, err := packages.Load(cfg, module+"/...")
	if err != nil {
		t.Fatal(err)
	}
	used := map[token.Position]bool{}
	var out []mutant
	for _, p := range loaded {
		for _, o := range p.TypesInfo.Uses {
			if f, ok := o.(*types.Var); ok {
				o = f.Origin()
			}
			used[p.Fset.Position(o.Pos())] = true
		}
		for _, s := range p.TypesInfo.Selections { // a promoted member is used by way of those that embed it
			used[p.Fset.Position(s.Obj().Pos())] = true
		}
	}
	deprecated := map[string]bool{} // which nobody has to add
	for _, f := range r.Findings {
		if f.Rule == "member-deprecated" {
			deprecated[f.Struct+" "+f.Member] = true
		}
	}
	matches := map[string]string{}
	for _, m := range r.Matches {
		matches[fmt.Sprintf("%s:%d", filepath.Base(m.Go.File), m.Go.Start.Line)] += "\n" + m.Struct + "\t" + m.Member
	}
	for _, p := range loaded {
		for _, file := range p.Syntax {
			name := p.Fset.Position(file.Pos()).Filename
			for _, m := range mutantsOf(p, file, name, r) {
				pos := token.Position{Filename: name, Offset: m.start}
				at := p.Fset.Position(p.Fset.File(file.Pos()).Pos(m.start))
				pos.Line, pos.Column = at.Line, at.Column
				if used[pos] || deprecated[m.owner+" "+m.wire] || m.kind != "method" && !strings.Contains(matches[fmt.Sprintf("%s:%d", filepath.Base(name), at.Line)]+"\n", "\n"+m.owner+"\t"+m.wire+"\n") {
					continue
				}
				rel, err := filepath.Rel(dir, name)
				if err != nil || strings.HasPrefix(rel, "..") {
					t.Fatalf("%s is not below %s", name, dir)
				}
				m.file = rel
				out = append(out, m)
			}
		}
	}
	slices.SortFunc(out, func(a, b mutant) int {
		return cmp.Or(cmp.Compare(a.file, b.file), cmp.Compare(a.start, b.start))
	})
	return slices.CompactFunc(out, func(a, b mutant) bool { return a.file == b.file && a.start == b.start })
}

// mutantsOf returns what could be deleted from a file; start is that of the name.
func mutantsOf(p *packages.Package, file *ast.File, name string, r *report) []mutant {
	src, err := os.ReadFile(name)
	if err != nil {
		return nil
	}
	offset := func(at token.Pos) int { return p.Fset.Position(at).Offset }
	var out []mutant
	for _, d := range file.Decls {
		switch d := d.(type) {
		case *ast.FuncDecl:
			if m, ok := methodMutant(p, d, r); ok {
				m.start, m.until = offset(d.Name.Pos()), offset(d.End())
				out = append(out, m)
			}
		case *ast.GenDecl:
			for _, s := range d.Specs {
				switch s := s.(type) {
				case *ast.TypeSpec:
					st, ok := s.Type.(*ast.StructType)
					if !ok {
						continue
					}
					for _, f := range st.Fields.List {
						if f.Tag == nil || len(f.Names) != 1 {
							continue
						}
						tag, _ := strconv.Unquote(f.Tag.Value)
						typ := text(p.Fset, f.Type)
						kind := "leaf"
						if strings.ContainsFunc(typ, unicode.IsUpper) {
							kind = "holder"
						}
						out = append(out, mutant{kind: kind, owner: p.Name + "." + s.Name.Name, wire: wireOf(tag), goName: f.Names[0].Name,
							typ: typ, tag: tag, start: offset(f.Names[0].Pos()), until: endOfLine(src, offset(f.End()))})
					}
				case *ast.ValueSpec:
					c, ok := p.TypesInfo.Defs[s.Names[0]].(*types.Const)
					if !ok || len(s.Names) != 1 || len(s.Values) != 1 || !d.Lparen.IsValid() || len(d.Specs) < 2 || usesIota(d) {
						continue
					}
					named, ok := c.Type().(*types.Named)
					if !ok {
						continue
					}
					value := c.Val().ExactString()
					if s, err := strconv.Unquote(value); err == nil {
						value = s
					}
					out = append(out, mutant{kind: "constant", owner: p.Name + "." + named.Obj().Name(), wire: value, goName: s.Names[0].Name,
						start: offset(s.Names[0].Pos()), until: endOfLine(src, offset(s.End()))})
				}
			}
		}
	}
	return out
}

func usesIota(d *ast.GenDecl) bool {
	found := false
	ast.Inspect(d, func(n ast.Node) bool {
		id, ok := n.(*ast.Ident)
		found = found || ok && id.Name == "iota"
		return true
	})
	return found
}

// methodMutant returns a function that alone calls a documented operation.
func methodMutant(p *packages.Package, d *ast.FuncDecl, r *report) (mutant, bool) {
	name := d.Name.Name
	if d.Recv != nil {
		name = "(" + text(p.Fset, d.Recv.List[0].Type) + ")." + name
	}
	callers := map[string][]string{}
	for _, op := range r.Operations {
		for _, doc := range op.Documented {
			callers[doc] = append(callers[doc], op.Func)
		}
	}
	for _, op := range r.Operations {
		if op.Func == name && op.Package == p.PkgPath && len(op.Documented) == 1 && len(callers[op.Documented[0]]) == 1 && !implements(p, d) {
			return mutant{kind: "method", wire: op.Documented[0], goName: name}, true
		}
	}
	return mutant{}, false
}

// implements reports whether an interface of the package has a method of that name: without
// it the package does not compile.
func implements(p *packages.Package, d *ast.FuncDecl) bool {
	for _, name := range p.Types.Scope().Names() {
		if i, ok := p.Types.Scope().Lookup(name).Type().Underlying().(*types.Interface); ok {
			for m := range i.Methods() {
				if m.Name() == d.Name.Name {
					return true
				}
			}
		}
	}
	return false
}

func wireOf(tag string) string {
	for _, key := range []string{"json", "url", "query", "form", "schema"} {
		if name, _, _ := strings.Cut(reflect.StructTag(tag).Get(key), ","); name != "" && name != "-" {
			return name
		}
	}
	return ""
}

func text(fset *token.FileSet, n ast.Node) string {
	var b bytes.Buffer
	if err := printer.Fprint(&b, fset, n); err != nil {
		return err.Error()
	}
	return b.String()
}

func endOfLine(src []byte, at int) int {
	if n := bytes.IndexByte(src[at:], '\n'); n >= 0 {
		return at + n + 1
	}
	return len(src)
}

// draw returns candidates of some kinds by a seed, of each kind in turn while there are any.
func draw(all []mutant, n int, kinds ...string) []mutant {
	rnd := rand.New(rand.NewPCG(22, 11))
	rnd.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	var out []mutant
	for i, kind := range kinds {
		left := n - len(out)
		if i < len(kinds)-1 {
			left /= 3
		}
		for _, m := range all {
			if m.kind == kind && left > 0 && !holdsOne(m, out) && !tooMany(m, out, all) {
				left--
				out = append(out, m)
			}
		}
	}
	return out
}

// tooMany reports whether a type would lose more than a third of its constants: what has
// none left is no type with constants any more.
func tooMany(m mutant, out, all []mutant) bool {
	count := func(ms []mutant) (n int) {
		for _, o := range ms {
			if o.kind == "constant" && o.owner == m.owner {
				n++
			}
		}
		return n
	}
	return m.kind == "constant" && 3*(count(out)+1) > count(all)
}

// holdsOne reports whether a member holds the struct of another one, or the other way round.
func holdsOne(m mutant, others []mutant) bool {
	return slices.ContainsFunc(others, func(o mutant) bool {
		return strings.HasSuffix(m.owner, "."+strings.Trim(o.typ, "[]*")) || strings.HasSuffix(o.owner, "."+strings.Trim(m.typ, "[]*"))
	})
}

// remove takes the mutants out of their files. The comment above one stays.
func remove(t *testing.T, dir string, mutants []mutant) {
	t.Helper()
	files := map[string][]mutant{}
	for _, m := range mutants {
		files[m.file] = append(files[m.file], m)
	}
	for name, ms := range files {
		src, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		slices.SortFunc(ms, func(a, b mutant) int { return b.start - a.start })
		for _, m := range ms {
			start := m.start
			if m.kind == "method" {
				start = bytes.LastIndex(src[:start], []byte("func "))
			}
			src = slices.Concat(src[:start], src[m.until:])
		}
		if err := os.WriteFile(filepath.Join(dir, name), src, 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

// missed returns the mutants that a report misses.
func missed(t *testing.T, mutants []mutant, r *report) []mutant {
	t.Helper()
	var out []mutant
	for _, m := range mutants {
		found := slices.ContainsFunc(r.Findings, func(f finding) bool {
			switch m.kind {
			case "method":
				return f.Rule == "operation-missing" && f.Operation == m.wire
			case "constant":
				return f.Rule == "values-missing" && f.Struct == m.owner && slices.Contains(strings.Fields(strings.ReplaceAll(f.Member, `"`, "")), m.wire)
			}
			// A struct without members left is none that is sent: then it is the function that lacks them.
			return strings.HasSuffix(f.Rule, "-member-missing") && (f.Struct == m.owner || f.Struct == "" && f.Func != "") && f.Member == strings.TrimSuffix(m.wire, "[]")
		})
		if found {
			out = append(out, m)
		} else {
			t.Logf("not found: %s %s %s (%s)", m.kind, m.owner, m.wire, m.goName)
		}
	}
	return out
}

func apply(t *testing.T, dir string, patch []byte) {
	t.Helper()
	cmd := command(dir, "git", "apply", "--unidiff-zero", "-")
	cmd.Stdin = bytes.NewReader(patch)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
}

func compiles(t *testing.T, client, pkg string) {
	t.Helper()
	if out, err := command(client, "go", "build", pkg).CombinedOutput(); err != nil {
		t.Errorf("the patched client does not compile: %s", out)
	}
}

// restored returns for how many of the deleted members and constants the files have the
// name again, and for how many the type and the tag, of how many.
func restored(t *testing.T, dir string, mutants []mutant) (names, typed, of int) {
	t.Helper()
	for _, m := range mutants {
		if m.kind == "method" {
			continue
		}
		of++
		goName, typ, tag := declared(t, dir, m)
		if goName == m.goName {
			names++
		}
		if typ == m.typ && tag == m.tag && goName != "" {
			typed++
		}
		if goName != m.goName || typ != m.typ || tag != m.tag {
			t.Logf("%s: %s %s `%s` is now %s %s `%s`", m.owner, m.goName, m.typ, m.tag, goName, typ, tag)
		}
	}
	return names, typed, of
}

// declared returns what a file has for the wire name of a mutant now.
func declared(t *testing.T, dir string, m mutant) (goName, typ, tag string) {
	t.Helper()
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, filepath.Join(dir, m.file), nil, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	_, owner, _ := strings.Cut(m.owner, ".")
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.TypeSpec:
			st, ok := n.Type.(*ast.StructType)
			if !ok || n.Name.Name != owner || m.kind == "constant" {
				return true
			}
			for _, f := range st.Fields.List {
				if f.Tag == nil || len(f.Names) != 1 {
					continue
				}
				if s, _ := strconv.Unquote(f.Tag.Value); wireOf(s) == m.wire {
					goName, typ, tag = f.Names[0].Name, text(fset, f.Type), s
				}
			}
		case *ast.ValueSpec:
			if m.kind == "constant" && len(n.Values) == 1 {
				ident, typed := n.Type.(*ast.Ident)
				if typed && ident.Name != owner || !typed && !strings.HasPrefix(text(fset, n.Values[0]), owner+"(") {
					return true
				}
				if value := strings.Trim(strings.TrimSuffix(strings.TrimPrefix(text(fset, n.Values[0]), owner+"("), ")"), `"`); value == m.wire && (n.Names[0].Name == m.goName || goName == "") {
					goName = n.Names[0].Name
				}
			}
		}
		return true
	})
	return goName, typ, tag
}
