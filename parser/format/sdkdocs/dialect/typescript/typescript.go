// Package typescript reads the pages of TypeScript clients. They tell required
// from nullable, and which methods stream and page; all numbers are "number"
// and all times "string".
//
// It is not part of the compatibility promise.
package typescript

import (
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format/sdkdocs/dialect"
	"github.com/docgen-go/docgen/parser/format/sdkdocs/typeexpr"
)

// Dialect is the TypeScript dialect.
type Dialect struct{}

var _ dialect.Dialect = Dialect{}

// Name returns "typescript".
func (Dialect) Name() string { return "typescript" }

// Traits say what is known of the pages. They print names, presence and null, but have one kind of number.
func (Dialect) Traits() dialect.Traits { return traits }

var traits = dialect.Traits{
	Lead:   20,
	Word:   map[model.Fact]int{model.FactNullable: 10, model.FactRequired: 10},
	AsSent: true,
	Names:  40,
}

// Says reports all facts but places. What the pages say of numbers and texts is
// not the last word.
func (Dialect) Says(fact model.Fact) bool { return fact != model.FactLocation }

// Signature reads
//
//	client.parcels.update(parcelID, { …params }, options?): Parcel | null
//	client.parcels.list(ParcelListParamsquery?, RequestOptionsoptions?): Page<Parcel>
//
// In the second form, which older pages print, types and names are jammed.
func (Dialect) Signature(code string) (decl.Signature, bool) {
	names, args, result, ok := dialect.CutCall(code)
	result, arrow := strings.CutPrefix(result, ":")
	if !ok || !arrow {
		return decl.Signature{}, false
	}
	s := decl.Signature{Names: names, Params: paramsType(args)}
	results.Read(&s, result)
	return s, true
}

var results = dialect.ResultNotation{
	Marks: "<>", Generics: notation.Generics, Transparent: []string{"Promise", "APIPromise"},
}

// carriers are the names of the argument that carries the parameters.
var carriers = []string{"params", "query", "body"}

// paramsType finds the type of that argument.
func paramsType(args []string) string {
	for _, arg := range args {
		for _, carrier := range carriers {
			name, typ, colon := strings.Cut(arg, ":")
			if colon && strings.TrimSuffix(name, "?") == carrier {
				return strings.TrimSpace(typ)
			}
			if typ, ok := strings.CutSuffix(strings.TrimSuffix(arg, "?"), carrier); ok && !colon && typ != "" {
				return strings.TrimSpace(typ)
			}
		}
	}
	return ""
}

// Item reads the forms of an item:
//
//	name?: T          "quoted-name": T          a field
//	Name = T          Name extends Base { a }   a named type
//	Name              Name { a, b }             a named type
//	T                                           a variant or a value
func (Dialect) Item(code string, owner *decl.Item) (*decl.Item, bool, error) {
	code = strings.TrimSpace(code)
	if code == "" {
		return nil, false, nil
	}
	it, err := read(code)
	if err == nil {
		carry(it, owner)
	}
	return dialect.Admit(it, owner, err)
}

// read reads an item by itself.
func read(code string) (*decl.Item, error) {
	if name, optional, typ, ok := cutField(code); ok {
		it := &decl.Item{Form: decl.Field, Name: name, Optional: optional}
		return it, setType(it, typ)
	}
	if name, typ, ok := strings.Cut(code, " = "); ok && isWord(name) {
		it := &decl.Item{Form: decl.Named, Name: name}
		if strings.HasPrefix(name, "unnamed_") && typ == "Response" {
			typ = "Blob" // the raw response of a download
		}
		return it, setType(it, typ)
	}
	if name, _, ok := strings.Cut(code, " extends "); ok && isWord(name) {
		// The braces list what it adds, the items below all it has.
		return &decl.Item{Form: decl.Named, Name: name, Expr: &decl.Expr{Op: decl.Object}}, nil
	}
	it := &decl.Item{Form: decl.Variant}
	if err := setType(it, strings.TrimPrefix(code, "interface ")); err != nil {
		return it, err
	}
	named(it)
	return it, nil
}

// named makes a lone name an item of that name.
func named(it *decl.Item) {
	e := it.Expr
	switch {
	case e.Op == decl.Name && decl.IsTypeName(e.Text), e.Op == decl.Object && e.Text != "":
		it.Form, it.Name = decl.Named, e.Text
	}
}

// carry marks the argument that carries the parameters, and what stands below
// its type where overloads share a base.
func carry(it, owner *decl.Item) {
	switch {
	case owner == nil && it.Form == decl.Field:
		it.Wrapper = isCarrier(it)
		if !it.Wrapper && isCamel(it.Name) {
			it.Native = it.Name // an argument of its own, not a wire name
		}
	case owner == nil:
		it.Wrapper = strings.HasSuffix(it.Name, "Params")
	case owner.Wrapper && it.Form == decl.Named:
		it.Wrapper = it.Expr.Op == decl.Object || strings.HasSuffix(it.Name, "Base")
	case owner.Wrapper:
		it.Expr = dialect.Widen(it.Expr)
	}
}

// isCamel reports whether a name is spelled like parcelID.
func isCamel(s string) bool {
	return s != "" && s[0] >= 'a' && s[0] <= 'z' && strings.ContainsAny(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
}

func isCarrier(it *decl.Item) bool {
	for _, carrier := range carriers {
		if it.Name == carrier {
			return it.Expr.Op == decl.Name && strings.HasSuffix(it.Expr.Text, "Params")
		}
	}
	return false
}

func setType(it *decl.Item, typ string) error {
	e, err := notation.Parse(typ)
	if err != nil {
		return err
	}
	it.Expr, it.Nullable = typeexpr.WithoutNull(e)
	return nil
}

// cutField cuts `name?: T`. A name without quotes holds no space.
func cutField(code string) (name string, optional bool, typ string, ok bool) {
	name, typ, ok = dialect.CutQuoted(code)
	if !ok {
		name, typ, ok = strings.Cut(code, ": ")
		name, optional = strings.CutSuffix(name, "?")
		return name, optional, typ, ok && isWord(name)
	}
	typ, optional = strings.CutPrefix(typ, "?")
	typ, ok = strings.CutPrefix(typ, ": ")
	return name, optional, typ, ok
}

func isWord(s string) bool { return s != "" && !strings.ContainsAny(s, " \t\"{}[]:,<>()|?`") }
