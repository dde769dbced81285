// Package migrate moves the Go code of users from one form of a generated package to
// another.
//
// What a name stood for is read from the package itself: a method is the verb and the
// path that it sends, a member is its wire name, a constant its type and value. So it
// makes no difference whether a name changed because of the pages, of docgen.yaml or of
// docgen.
package migrate

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/printer"
	"go/token"
	"go/types"
	"maps"
	"reflect"
	"slices"
	"strconv"
	"strings"
)

// A Source is the Go files of a package by name, tests left out.
type Source map[string][]byte

// facts are what a generated package declares.
type facts struct {
	types   map[string]*typeFacts
	methods map[string]methodFacts // by what they send, see methodID
	consts  map[string]string      // names by type and value
	funcs   map[string]funcFacts   // by name
}

type typeFacts struct {
	kind string // struct, interface, or the type itself
	// fields are by wire name, and wires the other way round.
	fields map[string]fieldFacts
	wires  map[string]string
}

type fieldFacts struct {
	name, typ string
	constant  string // what is written by itself, see the tag const
}

type methodFacts struct {
	name            string // Service.Method
	params, results []string
}

type funcFacts struct {
	params, results []string
	// credential is the ID of what an option sets.
	credential string
	// made is what the function returns, where that is all that it does.
	made string
}

// read finds the facts of a package. Methods that cannot be told apart are left to their
// names.
func read(src Source) (*facts, error) {
	f := &facts{types: map[string]*typeFacts{}, methods: map[string]methodFacts{}, consts: map[string]string{}, funcs: map[string]funcFacts{}}
	fset := token.NewFileSet()
	var files []*ast.File
	for _, name := range slices.Sorted(maps.Keys(src)) {
		file, err := parser.ParseFile(fset, name, src[name], parser.SkipObjectResolution)
		if err != nil {
			return nil, fmt.Errorf("the generated package cannot be read: %w", err)
		}
		files = append(files, file)
	}
	for _, file := range files {
		for _, d := range file.Decls {
			if gen, ok := d.(*ast.GenDecl); ok {
				f.declared(gen)
			}
		}
	}
	for _, file := range files {
		for _, d := range file.Decls {
			if fn, ok := d.(*ast.FuncDecl); ok && fn.Body != nil && fn.Name.IsExported() {
				f.function(fn)
			}
		}
	}
	f.nestedMethods(files)
	return f, nil
}

func (f *facts) declared(d *ast.GenDecl) {
	for _, s := range d.Specs {
		switch s := s.(type) {
		case *ast.TypeSpec:
			if s.Name.IsExported() {
				f.types[s.Name.Name] = typeOf(s)
			}
		case *ast.ValueSpec:
			if d.Tok != token.CONST || s.Type == nil || len(s.Values) != 1 || !s.Names[0].IsExported() {
				continue
			}
			typ, value := types.ExprString(s.Type), types.ExprString(s.Values[0])
			f.consts[typ+" "+value] = s.Names[0].Name
		}
	}
}

func typeOf(s *ast.TypeSpec) *typeFacts {
	t := &typeFacts{kind: types.ExprString(s.Type), fields: map[string]fieldFacts{}, wires: map[string]string{}}
	switch body := s.Type.(type) {
	case *ast.StructType:
		t.kind = "struct"
		for _, field := range body.Fields.List {
			for _, name := range field.Names {
				if name.IsExported() {
					t.member(wireOf(field, name.Name), fieldFacts{name.Name, types.ExprString(field.Type), constOf(field)})
				}
			}
		}
	case *ast.InterfaceType:
		t.kind = "interface"
	}
	return t
}

func (t *typeFacts) member(wire string, f fieldFacts) {
	t.fields[wire], t.wires[f.name] = f, wire
}

// constOf is what the tag of a field says that is written by itself.
func constOf(field *ast.Field) string {
	if field.Tag == nil {
		return ""
	}
	text, err := strconv.Unquote(field.Tag.Value)
	if err != nil {
		return ""
	}
	return reflect.StructTag(text).Get("const")
}

// wireOf is the name that the tags of a field say. A field without one goes by its own.
func wireOf(field *ast.Field, name string) string {
	if field.Tag == nil {
		return "go " + name
	}
	text, err := strconv.Unquote(field.Tag.Value)
	if err != nil {
		return "go " + name
	}
	tag := reflect.StructTag(text)
	if wire := tag.Get("wire"); wire != "" {
		return "json " + wire
	}
	wire, _, _ := strings.Cut(tag.Get("json"), ",")
	if wire == "" || wire == "-" {
		return "go " + name
	}
	return "json " + wire
}

func (f *facts) function(fn *ast.FuncDecl) {
	params, results := fieldTexts(fn.Type.Params), fieldTexts(fn.Type.Results)
	if fn.Recv == nil {
		f.funcs[fn.Name.Name] = funcFacts{params, results, credentialOf(fn), madeBy(fn)}
		return
	}
	id := methodID(fn, results)
	if id == "" {
		return
	}
	owner := receiverOf(fn)
	m := methodFacts{owner + "." + fn.Name.Name, params, results}
	if _, twice := f.methods[id]; twice {
		id += " " + m.name // one call under two names: each goes by its own
	}
	f.methods[id] = m
	f.parameters(fn, params)
}

func receiverOf(fn *ast.FuncDecl) string {
	return strings.TrimPrefix(types.ExprString(fn.Recv.List[0].Type), "*")
}

func fieldTexts(l *ast.FieldList) []string {
	var out []string
	if l == nil {
		return nil
	}
	for _, f := range l.List {
		for range max(1, len(f.Names)) {
			out = append(out, types.ExprString(f.Type))
		}
	}
	return out
}

// methodID is what a method sends, with what it gives where that is a stream, or "".
func methodID(fn *ast.FuncDecl, results []string) string {
	id := ""
	eachCall(fn.Body, func(name string, call *ast.CallExpr) {
		if name == "newRequest" && len(call.Args) > 1 {
			id = types.ExprString(call.Args[0]) + " " + textOf(call.Args[1])
		}
	})
	if id != "" && len(results) > 0 && strings.HasPrefix(results[0], "*Stream[") {
		id += " stream"
	}
	return id
}

// nestedMethods are the methods that send what another one sends, such as those that go
// through pages.
func (f *facts) nestedMethods(files []*ast.File) {
	ids := map[string]string{}
	for id, m := range f.methods {
		ids[m.name] = id
	}
	for _, file := range files {
		for _, d := range file.Decls {
			fn, ok := d.(*ast.FuncDecl)
			if !ok || fn.Recv == nil || fn.Body == nil || !fn.Name.IsExported() || ids[receiverOf(fn)+"."+fn.Name.Name] != "" {
				continue
			}
			var base, kind string
			eachCall(fn.Body, func(name string, _ *ast.CallExpr) {
				switch id := ids[receiverOf(fn)+"."+name]; {
				case name == "newPoller", name == "eachItem":
					kind = name
				case base == "" && id != "":
					base = id
				}
			})
			if base != "" && kind != "" {
				m := methodFacts{receiverOf(fn) + "." + fn.Name.Name, fieldTexts(fn.Type.Params), fieldTexts(fn.Type.Results)}
				f.methods[base+" "+kind] = m
			}
		}
	}
}

// parameters give the fields of a params struct that travel besides the body the wire
// names that the method sends them by.
func (f *facts) parameters(fn *ast.FuncDecl, params []string) {
	owner := ""
	for _, p := range params {
		if f.types[p] != nil && strings.Contains(types.ExprString(fn.Recv.List[0].Type), "Service") {
			owner = p
		}
	}
	ast.Inspect(fn.Body, func(n ast.Node) bool {
		if spec, ok := n.(*ast.ValueSpec); ok && len(spec.Names) == 1 && spec.Names[0].Name == "params" && spec.Type != nil {
			owner = types.ExprString(spec.Type)
		}
		return true
	})
	t := f.types[owner]
	if t == nil {
		return
	}
	eachCall(fn.Body, func(name string, call *ast.CallExpr) {
		if !strings.HasPrefix(name, "set") || len(call.Args) < 2 {
			return
		}
		field, ok := strings.CutPrefix(types.ExprString(call.Args[1]), "&params.")
		if known, has := t.fields["go "+field]; ok && has {
			delete(t.fields, "go "+field)
			t.member(name+" "+textOf(call.Args[0]), fieldFacts{field, known.typ, known.constant})
		}
	})
}

// eachCall calls visit with the calls in a function and the last words of their names.
func eachCall(body ast.Node, visit func(name string, call *ast.CallExpr)) {
	ast.Inspect(body, func(n ast.Node) bool {
		if call, ok := n.(*ast.CallExpr); ok {
			switch fun := call.Fun.(type) {
			case *ast.Ident:
				visit(fun.Name, call)
			case *ast.SelectorExpr:
				visit(fun.Sel.Name, call)
			}
		}
		return true
	})
}

func textOf(e ast.Expr) string {
	text := types.ExprString(e)
	if unquoted, err := strconv.Unquote(text); err == nil {
		return unquoted
	}
	return text
}

// credentialOf is the ID of the credential that an option sets, or "".
func credentialOf(fn *ast.FuncDecl) string {
	id := ""
	eachCall(fn.Body, func(name string, call *ast.CallExpr) {
		if name == "withSecret" && len(call.Args) == 2 {
			id = textOf(call.Args[0])
		}
	})
	return id
}

// madeBy is what a function returns that has no other statement, or "".
func madeBy(fn *ast.FuncDecl) string {
	if len(fn.Body.List) != 1 {
		return ""
	}
	if r, ok := fn.Body.List[0].(*ast.ReturnStmt); ok && len(r.Results) == 1 {
		return exprText(r.Results[0])
	}
	return ""
}

// exprText is an expression with all that composite literals hold, on one line.
func exprText(e ast.Expr) string {
	var b strings.Builder
	_ = printer.Fprint(&b, token.NewFileSet(), e)
	return strings.Join(strings.Fields(b.String()), " ")
}
