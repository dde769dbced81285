// Package ruby reads the pages of Ruby clients. They tell integers from floats
// and times from texts, and neither optional nor nullable.
//
// It is not part of the compatibility promise.
package ruby

import (
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format/sdkdocs/dialect"
	"github.com/docgen-go/docgen/parser/format/sdkdocs/typeexpr"
)

// Dialect is the Ruby dialect.
type Dialect struct{}

var _ dialect.Dialect = Dialect{}

// Name returns "ruby".
func (Dialect) Name() string { return "ruby" }

// Traits say what is known of the pages. They print names as they travel, and tell whole numbers and times.
func (Dialect) Traits() dialect.Traits { return traits }

var traits = dialect.Traits{
	Lead:   50,
	Word:   map[model.Fact]int{model.FactType: 50},
	AsSent: true,
	Names:  30,
}

// Says reports the facts that the pages state.
func (Dialect) Says(fact model.Fact) bool {
	return fact != model.FactRequired && fact != model.FactNullable && fact != model.FactLocation
}

// Signature reads
//
//	harbor.parcels.list(harbor_id, **kwargs) -> Page<Parcel>
func (Dialect) Signature(code string) (decl.Signature, bool) {
	names, args, result, ok := dialect.CutCall(code)
	result, arrow := strings.CutPrefix(result, "->")
	if !ok || !arrow || isPython(args, strings.TrimSpace(result)) {
		return decl.Signature{}, false
	}
	s := decl.Signature{}
	for _, name := range names {
		name, _ = dialect.Unescape(name)
		s.Names = append(s.Names, name)
	}
	results.Read(&s, result)
	return s, true
}

// isPython tells the calls of Python clients, which are spelled alike: types
// are jammed to arguments, and pages have square brackets.
func isPython(args []string, result string) bool {
	jammed := func(arg string) bool { return strings.HasSuffix(arg, "**kwargs") && arg != "**kwargs" }
	generic, _, brackets := strings.Cut(result, "[")
	return slices.ContainsFunc(args, jammed) || brackets && notation.Generics[generic] == nil
}

// results writes its arguments otherwise than types do.
var results = dialect.ResultNotation{Marks: "<>", Generics: notation.Generics}

// Item reads the forms of an item:
//
//	name: T                        a field
//	class Name     Name = T        a named type
//	T                              a variant or a value
func (Dialect) Item(code string, owner *decl.Item) (*decl.Item, bool, error) {
	code = strings.TrimSpace(code)
	if code == "" {
		return nil, false, nil
	}
	it, err := read(code)
	if err == nil && it.Form == decl.Named && untitled(it, owner) {
		it.Form, it.Name = decl.Variant, ""
	}
	if owner == nil && it.Form == decl.Field {
		it.Expr = dialect.Widen(it.Expr)
	}
	return dialect.Admit(it, owner, err)
}

// read reads an item by itself.
func read(code string) (*decl.Item, error) {
	if rest, ok := strings.CutPrefix(code, "class "); ok {
		name, _, _ := strings.Cut(rest, "<")
		name = strings.TrimSpace(name)
		it := &decl.Item{Form: decl.Named, Name: name, Expr: &decl.Expr{Op: decl.Object}}
		if isWord(name) {
			return it, nil
		}
	}
	if name, typ, ok := strings.Cut(code, ": "); ok && isWord(name) {
		it := &decl.Item{Form: decl.Field}
		it.Name, it.Native = dialect.Unescape(name)
		return it, setType(it, typ)
	}
	if name, typ, ok := strings.Cut(code, " = "); ok && isWord(name) {
		it := &decl.Item{Form: decl.Named, Name: name}
		return it, setType(it, typ)
	}
	it := &decl.Item{Form: decl.Variant}
	err := setType(it, code)
	if err == nil && it.Expr.Op == decl.Name && decl.IsTypeName(it.Expr.Text) {
		it.Form, it.Name = decl.Named, it.Expr.Text
	}
	return it, err
}

// untitled reports whether the name before an alternative says nothing: it
// repeats the type, or the name of what it is an alternative of.
//
//	String = String
//	model: Model  >  Model = :sea | :air
func untitled(it, owner *decl.Item) bool {
	if _, scalar := notation.Scalars[it.Name]; scalar {
		return true
	}
	if owner == nil || it.Expr.Op == decl.Object || it.Expr.Is(it.Name) {
		return false
	}
	return owner.Form == decl.Named && owner.Name == it.Name ||
		owner.Expr != nil && owner.Expr.Innermost().Is(it.Name)
}

func setType(it *decl.Item, typ string) error {
	e, err := notation.Parse(typ)
	if err != nil {
		return err
	}
	it.Expr, it.Nullable = typeexpr.WithoutNull(e)
	return nil
}

func isWord(s string) bool {
	return s != "" && !strings.ContainsAny(s, " \t\"'{}[],<>()|`*") && s[0] != ':'
}
