package classes

import (
	"regexp"
	"strings"

	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format/sdkdocs/typeexpr"
)

// CutValue cuts `AIR("air")`.
func CutValue(code string) (name, value string, ok bool) {
	name, value, ok = strings.Cut(code, "(")
	value, closed := strings.CutSuffix(value, ")")
	return name, value, ok && closed && IsIdent(name) && (name[0] == '_' || startsUpper(name))
}

// IsUpperSnake reports whether the text is an identifier in capitals.
func IsUpperSnake(s string) bool {
	return IsIdent(s) && s == strings.ToUpper(s)
}

// Value makes the item of a value of an enum, if one may stand there.
func Value(printed, native string, owner *decl.Item) (*decl.Item, bool) {
	if e := innermost(owner); e == nil || e.Op == decl.Object {
		return nil, false
	}
	e, err := typeexpr.Parse(printed)
	if err != nil || e.Op != decl.Literal {
		return nil, false
	}
	return &decl.Item{Form: decl.Variant, Native: native, Expr: e}, true
}

// Member makes the item of a value of an enum whose wire value is not printed.
// All that is known of it is that it is some string.
func Member(native string, owner *decl.Item) (*decl.Item, bool) {
	e := innermost(owner)
	if e == nil || e.Op == decl.Object || e.Op == decl.Name && neutral[e.Text] {
		return nil, false
	}
	for _, it := range owner.Children {
		if it.Form != decl.Variant || it.Native == "" {
			return nil, false
		}
	}
	return &decl.Item{Form: decl.Variant, Native: native, Expr: &decl.Expr{Op: decl.Name, Text: "string"}}, true
}

// A ConstantForm is how pages print a field with one value: its first group is
// the name, the second the value.
type ConstantForm struct {
	// Word is in every such field, and tells most others apart.
	Word    string
	Pattern *regexp.Regexp
}

// Constants are the forms with a type of any JSON in front: `JsonValue; type
// "parcel"constant` in old pages, some of which leave the value out, and
// `JsonValue type = "parcel"` in new ones.
var Constants = []ConstantForm{
	{"constant", regexp.MustCompile(`^Json\w+;?\s*(\S+) (.*?)\s*constant$`)},
	{" = ", regexp.MustCompile(`^Json\w+ (\S+) = (.+)$`)},
}

// CutConstant cuts a field with one value into its name and value.
func CutConstant(forms []ConstantForm, code string) (name, value string, ok bool) {
	for _, f := range forms {
		if strings.Contains(code, f.Word) {
			if m := f.Pattern.FindStringSubmatch(code); m != nil {
				return m[1], m[2], true
			}
		}
	}
	return "", "", false
}

// Constant sets the one value that a field has, if the page prints it.
func Constant(it *decl.Item, printed string) error {
	if printed == "" {
		it.Expr = &decl.Expr{Op: decl.Name, Text: "unknown"}
		return nil
	}
	e, err := typeexpr.Parse(printed)
	if err == nil && e.Op != decl.Literal {
		err = &typeexpr.Error{Message: "expected a value, found " + decl.Quote(printed)}
	}
	it.Expr, it.Optional = e, false
	return err
}
