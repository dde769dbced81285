// Package kotlin reads the pages of Kotlin clients. Names come before types,
// and what may be absent is what may be null:
//
//	label: String?                   a field or parameter
//	AIR("air")                       a value
//	type: JsonValue = "parcel"       a field with one value
//	JsonValue; type "parcel"constant the same, as old pages print it
//	class Parcel:   enum Mode:       a type
//
// It is not part of the compatibility promise.
package kotlin

import (
	"cmp"
	"regexp"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format/sdkdocs/dialect"
	"github.com/docgen-go/docgen/parser/format/sdkdocs/dialect/classes"
	"github.com/docgen-go/docgen/parser/format/sdkdocs/typeexpr"
)

// Dialect is the dialect of Kotlin clients.
type Dialect struct{}

var _ dialect.Dialect = Dialect{}

// Name returns "kotlin".
func (Dialect) Name() string { return "kotlin" }

// Traits say what is known of the pages. Names are its own and have to be guessed back.
func (Dialect) Traits() dialect.Traits { return traits }

var traits = dialect.Traits{
	Lead:  90,
	Word:  map[model.Fact]int{model.FactType: 70},
	Names: 60,
}

// Says reports the facts that kotlin pages state. One question mark stands for
// what may be absent and for what may be null.
func (Dialect) Says(fact model.Fact) bool {
	return fact != model.FactRequired && fact != model.FactNullable && fact != model.FactLocation
}

var vocabulary = typeexpr.Vocabulary{
	Scalars: map[string]string{
		"String": "string", "CharSequence": "string", "Uuid": "string",
		"Boolean": "boolean", "Int": "integer", "Long": "integer", "Short": "integer", "BigInteger": "integer",
		"Double": "float", "Float": "float", "BigDecimal": "float", "Number": "number",
		"OffsetDateTime": "date-time", "LocalDateTime": "date-time", "ZonedDateTime": "date-time", "Instant": "date-time",
		"LocalDate": "date",
		"JsonValue": "unknown", "Any": "unknown", "JsonElement": "unknown",
		"InputStream": "file", "ByteArray": "file", "File": "file", "Path": "file",
	},
	Arrays:   map[string]bool{"List": true, "Set": true, "Collection": true, "Iterable": true, "MutableList": true, "Array": true},
	Maps:     map[string]bool{"Map": true, "MutableMap": true},
	Wrappers: map[string]bool{"Optional": true, "JsonField": false, "MultipartField": false},
}

var call = regexp.MustCompile(`^(?:(?:suspend )?fun )?(?:(\S+)\s+)?((?:\w+\(\)\s*\.\s*)*)(\w+)\((.*)\)(?:\s*:\s*(.+))?$`)

// Signature reads the call of a method, whose result stands after or before:
//
//	depots().parcels().list(params: ParcelListParams, requestOptions: RequestOptions = …): ParcelListPage
func (Dialect) Signature(code string) (decl.Signature, bool) {
	m := call.FindStringSubmatch(strings.TrimSpace(code))
	if m == nil || m[1] == "" && m[2] == "" && m[5] == "" {
		return decl.Signature{}, false
	}
	result := cmp.Or(m[5], m[1])
	if !classes.IsResult(&vocabulary, result) {
		return decl.Signature{}, false
	}
	path := strings.NewReplacer("()", "", " ", "").Replace(m[2])
	return classes.Signature(strings.Split(path+m[3], "."), m[4], result), true
}

// constants are the forms of a field with one value.
var constants = append([]classes.ConstantForm{
	{Word: " = ", Pattern: regexp.MustCompile("^([\\w`]+):\\s*Json\\w+ = (.+)$")},
	{Word: ":", Pattern: regexp.MustCompile("^([\\w`]+):\\s*(\".*\"|true|false|-?[\\d.]+)$")},
}, classes.Constants...)

var field = regexp.MustCompile("^(?:val |var )?([\\pL_`][\\pL\\d_`]*)(\\?)?:\\s*(?:(optional) )?(.+)$")

// Item reads a type, a field, a value or an alternative.
func (Dialect) Item(code string, owner *decl.Item) (*decl.Item, bool, error) {
	code = strings.TrimSpace(code)
	if it, ok := classes.Declaration(code, owner); ok {
		return it, true, nil
	}
	if name, value, ok := classes.CutConstant(constants, code); ok {
		return readConstant(name, value, owner)
	}
	if name, value, ok := classes.CutValue(code); ok {
		it, ok := classes.Value(value, name, owner)
		return it, ok, nil
	}
	if m := field.FindStringSubmatch(code); m != nil {
		return readField(m, owner)
	}
	return readAlternative(code, owner)
}

// readConstant reads a field with one value.
func readConstant(name, printed string, owner *decl.Item) (*decl.Item, bool, error) {
	it, ok := classes.Field(name, classes.Type{}, owner)
	if !ok {
		return nil, false, nil
	}
	return it, true, classes.Constant(it, printed)
}

// readField reads a field or parameter of the parts that the pattern found.
func readField(m []string, owner *decl.Item) (*decl.Item, bool, error) {
	if !classes.IsType(&vocabulary, m[4]) {
		return nil, false, nil
	}
	t, rest, err := classes.ReadType(&vocabulary, m[4])
	it, ok := classes.Field(m[1], t, owner)
	if !ok || err == nil && !isDefault(rest) {
		return nil, false, nil
	}
	it.Optional = t.Optional || t.Nullable || m[2] != "" || m[3] != ""
	it.Nullable = false
	return it, true, err
}

// isDefault reports whether what follows a type gives the value that a
// parameter has where none is set.
func isDefault(rest string) bool {
	rest = strings.TrimSpace(rest)
	return rest == "" || strings.HasPrefix(rest, "= ")
}

// readAlternative reads a type without a name, or a value without its wire
// value.
func readAlternative(code string, owner *decl.Item) (*decl.Item, bool, error) {
	if strings.HasPrefix(code, "Json") && strings.HasSuffix(code, ";") { // some value that is listed below
		return &decl.Item{Form: decl.Variant, Expr: &decl.Expr{Op: decl.Union}}, true, nil
	}
	if !classes.IsType(&vocabulary, code) {
		return nil, false, nil
	}
	if vocabulary.Scalars[code] == "" && classes.IsUpperSnake(code) {
		if it, ok := classes.Member(code, owner); ok {
			return it, true, nil
		}
	}
	t, rest, err := classes.ReadType(&vocabulary, code)
	if err != nil {
		return &decl.Item{Form: decl.Variant}, owner == nil, err
	}
	if rest != "" {
		return nil, false, nil
	}
	it, ok := classes.Alternative(t, owner)
	return it, ok, nil
}
