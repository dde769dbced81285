// Package python reads the pages of Python clients. They tell integers from
// floats and times from texts; optional and nullable are one word.
//
// It is not part of the compatibility promise.
package python

import (
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format/sdkdocs/dialect"
	"github.com/docgen-go/docgen/parser/format/sdkdocs/typeexpr"
)

// Dialect is the Python dialect.
type Dialect struct{}

var _ dialect.Dialect = Dialect{}

// Name returns "python".
func (Dialect) Name() string { return "python" }

// Traits say what is known of the pages. They print names as they travel, and tell whole numbers and times.
func (Dialect) Traits() dialect.Traits { return traits }

var traits = dialect.Traits{
	Lead:   30,
	Word:   map[model.Fact]int{model.FactType: 40, model.FactRequired: 60},
	AsSent: true,
	Names:  10,
}

// Says reports the facts that the pages state. Optional[T] may mean that a
// value is absent or that it is null.
func (Dialect) Says(fact model.Fact) bool {
	return fact != model.FactRequired && fact != model.FactNullable && fact != model.FactLocation
}

// Signature reads
//
//	harbor.parcels.update(parcel_id, **kwargs)  -> Parcel
//	harbor.parcels.list(strharbor_id, ParcelListParams**kwargs) -> SyncPage[Parcel]
//
// In the second form, which older pages print, types and names are jammed.
func (Dialect) Signature(code string) (decl.Signature, bool) {
	names, args, result, ok := dialect.CutCall(code)
	result, arrow := strings.CutPrefix(result, "->")
	if !ok || !arrow || strings.Contains(result, "<") { // a page of a Ruby client
		return decl.Signature{}, false
	}
	s := decl.Signature{Names: names}
	for _, arg := range args {
		if params, ok := strings.CutSuffix(arg, "**kwargs"); ok {
			s.Params = strings.TrimSpace(params)
		}
	}
	results.Read(&s, result)
	return s, true
}

var results = dialect.ResultNotation{
	Marks: "[]", Generics: notation.Generics, Transparent: []string{"Optional", "Awaitable"},
}

// Item reads the forms of an item:
//
//	name: T                        a field
//	class Name: …                  a named type with members
//	Name                           a named type with alternatives
//	T                              a variant or a value
func (Dialect) Item(code string, owner *decl.Item) (*decl.Item, bool, error) {
	code = strings.TrimSpace(code)
	if code == "" {
		return nil, false, nil
	}
	it, err := read(code)
	if owner == nil && it.Form == decl.Field {
		it.Expr = dialect.Widen(it.Expr)
	}
	return dialect.Admit(it, owner, err)
}

// read reads an item by itself.
func read(code string) (*decl.Item, error) {
	if name, ok := className(code); ok {
		return &decl.Item{Form: decl.Named, Name: name, Expr: &decl.Expr{Op: decl.Object}}, nil
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

// className cuts `class Name: …`, with or without bases.
func className(code string) (string, bool) {
	rest, ok := strings.CutPrefix(code, "class ")
	if !ok {
		return "", false
	}
	name, _, _ := strings.Cut(strings.TrimRight(rest, " .…"), "(")
	name = strings.TrimSpace(strings.TrimSuffix(name, ":"))
	return name, isWord(name)
}

// setType reads a type. Only the outermost Optional is a mark of the item; one
// further inside is a choice between a value and null.
func setType(it *decl.Item, typ string) error {
	for {
		inner, ok := strings.CutPrefix(typ, "Optional[")
		if !ok || !strings.HasSuffix(inner, "]") {
			break
		}
		it.Optional, typ = true, inner[:len(inner)-1]
	}
	e, err := notation.Parse(typ)
	if err != nil {
		return err
	}
	it.Expr, it.Nullable = typeexpr.WithoutNull(e)
	return nil
}

func isWord(s string) bool { return s != "" && !strings.ContainsAny(s, " \t\"'{}[]:,<>()|`*") }
