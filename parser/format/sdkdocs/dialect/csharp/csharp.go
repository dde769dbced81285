// Package csharp reads the pages of C# clients. They alone tell what may be
// absent from what may be null:
//
//	required string? Label                a field or parameter
//	"air"Air   Air("air")   Air           a value, with the wire value or without
//	JsonElement Type "parcel"constant     a field with one value, in old pages
//	JsonElement Type = "parcel"           and in new ones; some leave the value out
//	class Parcel:   enum Mode:            a type
//
// It is not part of the compatibility promise.
package csharp

import (
	"regexp"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format/sdkdocs/dialect"
	"github.com/docgen-go/docgen/parser/format/sdkdocs/dialect/classes"
	"github.com/docgen-go/docgen/parser/format/sdkdocs/typeexpr"
)

// Dialect is the dialect of C# clients.
type Dialect struct{}

var _ dialect.Dialect = Dialect{}

// Name returns "csharp".
func (Dialect) Name() string { return "csharp" }

// Traits say what is known of the pages. Names are its own; null and presence are printed apart.
func (Dialect) Traits() dialect.Traits { return traits }

var traits = dialect.Traits{
	Lead:  70,
	Word:  map[model.Fact]int{model.FactType: 30, model.FactNullable: 20, model.FactRequired: 20},
	Names: 80,
}

// Says reports the facts that csharp pages state: all but places.
func (Dialect) Says(fact model.Fact) bool { return fact != model.FactLocation }

var vocabulary = typeexpr.Vocabulary{
	Scalars: map[string]string{
		"string": "string", "String": "string", "Guid": "string", "Uri": "string",
		"bool": "boolean", "Bool": "boolean", "Boolean": "boolean",
		"int": "integer", "Int": "integer", "long": "integer", "Long": "integer", "short": "integer", "Short": "integer",
		"Int32": "integer", "Int64": "integer",
		"double": "float", "Double": "float", "float": "float", "Float": "float", "decimal": "float", "Decimal": "float",
		"DateTimeOffset": "date-time", "DateTime": "date-time", "DateOnly": "date", "Date": "date",
		"JsonElement": "unknown", "object": "unknown", "Object": "unknown", "JsonNode": "unknown",
		"BinaryContent": "file", "Stream": "file", "byte[]": "file", "File": "file",
	},
	Arrays: map[string]bool{
		"IReadOnlyList": true, "List": true, "IList": true, "IEnumerable": true,
		"ICollection": true, "IReadOnlyCollection": true, "ImmutableArray": true,
	},
	Maps: map[string]bool{"IReadOnlyDictionary": true, "Dictionary": true, "IDictionary": true, "FrozenDictionary": true},
}

var call = regexp.MustCompile(`^(?:(\S.*?)\s+)?((?:\p{Lu}\w*\.)*\p{Lu}\w*)\((.*)\)$`)

// Signature reads the call of a method:
//
//	ParcelListPage Depots.Parcels.List(ParcelListParams?parameters, CancellationTokencancellationToken = default)
func (Dialect) Signature(code string) (decl.Signature, bool) {
	m := call.FindStringSubmatch(strings.TrimSpace(code))
	if m == nil || m[1] == "" && !strings.Contains(m[2], ".") || !classes.IsResult(&vocabulary, m[1]) {
		return decl.Signature{}, false
	}
	return classes.Signature(strings.Split(m[2], "."), m[3], m[1]), true
}

// cutValue cuts a value from the name that is glued to it or stands around it.
func cutValue(code string) (name, value string, ok bool) {
	if name, value, ok = classes.CutValue(code); ok {
		return name, value, true
	}
	end := len(code) - len(strings.TrimLeft(code, "-.0123456789"))
	if strings.HasPrefix(code, `"`) {
		end = strings.LastIndexByte(code, '"') + 1
	}
	return code[end:], code[:end], end > 0 && classes.IsIdent(code[end:])
}

// Item reads a type, a field, a value or an alternative.
func (Dialect) Item(code string, owner *decl.Item) (*decl.Item, bool, error) {
	code = strings.TrimSpace(code)
	if it, ok := classes.Declaration(code, owner); ok {
		return it, true, nil
	}
	if name, value, ok := cutValue(code); ok {
		it, ok := classes.Value(value, name, owner)
		return it, ok, nil
	}
	code, required := strings.CutPrefix(code, "required ")
	if name, value, ok := classes.CutConstant(classes.Constants, code); ok {
		return readConstant(name, value, owner)
	}
	it, ok, err := readTyped(code, owner)
	if ok && it.Form == decl.Field {
		it.Optional = !required
	}
	return it, ok, err
}

// readConstant reads a field with one value. It need not be set, so it is
// never marked as required.
func readConstant(name, printed string, owner *decl.Item) (*decl.Item, bool, error) {
	it, ok := classes.Field(name, classes.Type{}, owner)
	if !ok {
		return nil, false, nil
	}
	return it, true, classes.Constant(it, printed)
}

// readTyped reads what starts with a type: a field, or an alternative.
func readTyped(code string, owner *decl.Item) (*decl.Item, bool, error) {
	if !classes.IsType(&vocabulary, code) {
		return nil, false, nil
	}
	t, name, err := classes.ReadType(&vocabulary, code)
	if err != nil {
		return &decl.Item{Form: decl.Variant}, owner == nil, err
	}
	if name = strings.TrimSpace(name); name != "" {
		it, ok := classes.Field(name, t, owner)
		return it, ok, nil
	}
	if vocabulary.Scalars[code] == "" && classes.IsIdent(code) {
		if it, ok := classes.Member(code, owner); ok {
			return it, true, nil
		}
	}
	it, ok := classes.Alternative(t, owner)
	return it, ok, nil
}
