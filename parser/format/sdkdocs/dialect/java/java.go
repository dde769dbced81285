// Package java reads the pages of Java clients:
//
//	Optional<String> label                a field or parameter
//	AIR("air")                            a value
//	JsonValue; type "parcel"constant      a field with one value, in old pages
//	JsonValue type = "parcel"             and in new ones; some leave the value out
//	class Parcel:   enum Mode:            a type
//
// It is not part of the compatibility promise.
package java

import (
	"regexp"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format/sdkdocs/dialect"
	"github.com/docgen-go/docgen/parser/format/sdkdocs/dialect/classes"
	"github.com/docgen-go/docgen/parser/format/sdkdocs/typeexpr"
)

// Dialect is the dialect of Java clients.
type Dialect struct{}

var _ dialect.Dialect = Dialect{}

// Name returns "java".
func (Dialect) Name() string { return "java" }

// Traits say what is known of the pages. Names are its own and have to be guessed back.
func (Dialect) Traits() dialect.Traits { return traits }

var traits = dialect.Traits{
	Lead:  60,
	Word:  map[model.Fact]int{model.FactType: 20, model.FactRequired: 30},
	Names: 50,
}

// Says reports the facts that java pages state. Optional is what may be absent,
// what may be null, and a path parameter that a method also takes by itself.
func (Dialect) Says(fact model.Fact) bool {
	return fact != model.FactRequired && fact != model.FactNullable && fact != model.FactLocation
}

var vocabulary = typeexpr.Vocabulary{
	Scalars: map[string]string{
		"String": "string", "CharSequence": "string", "UUID": "string", "URI": "string",
		"boolean": "boolean", "Boolean": "boolean",
		"int": "integer", "Integer": "integer", "long": "integer", "Long": "integer",
		"short": "integer", "Short": "integer", "BigInteger": "integer",
		"double": "float", "Double": "float", "float": "float", "Float": "float", "BigDecimal": "float", "Number": "number",
		"OffsetDateTime": "date-time", "LocalDateTime": "date-time", "ZonedDateTime": "date-time", "Instant": "date-time",
		"LocalDate": "date",
		"JsonValue": "unknown", "Object": "unknown", "JsonNode": "unknown",
		"InputStream": "file", "byte[]": "file", "File": "file", "Path": "file",
	},
	Arrays:   map[string]bool{"List": true, "Set": true, "Collection": true, "Iterable": true},
	Maps:     map[string]bool{"Map": true},
	Wrappers: map[string]bool{"Optional": true, "JsonField": false, "MultipartField": false},
}

var call = regexp.MustCompile(`^(?:(\S.*?)\s+)?((?:\w+\(\)\s*\.\s*)*)(\w+)\((.*)\)$`)

// Signature reads the call of a method:
//
//	ParcelListPage depots().parcels().list(ParcelListParamsparams, RequestOptionsrequestOptions = …)
func (Dialect) Signature(code string) (decl.Signature, bool) {
	m := call.FindStringSubmatch(strings.TrimSpace(code))
	if m == nil || m[1] == "" && m[2] == "" || !classes.IsResult(&vocabulary, m[1]) {
		return decl.Signature{}, false
	}
	path := strings.NewReplacer("()", "", " ", "").Replace(m[2])
	return classes.Signature(strings.Split(path+m[3], "."), m[4], m[1]), true
}

// Item reads a type, a field, a value or an alternative.
func (Dialect) Item(code string, owner *decl.Item) (*decl.Item, bool, error) {
	code = strings.TrimSpace(code)
	if it, ok := classes.Declaration(code, owner); ok {
		return it, true, nil
	}
	if name, value, ok := classes.CutConstant(classes.Constants, code); ok {
		return readConstant(name, value, owner)
	}
	if name, value, ok := classes.CutValue(code); ok {
		it, ok := classes.Value(value, name, owner)
		return it, ok, nil
	}
	return readTyped(code, owner)
}

// readConstant reads a field with one value.
func readConstant(name, printed string, owner *decl.Item) (*decl.Item, bool, error) {
	it, ok := classes.Field(name, classes.Type{}, owner)
	if !ok {
		return nil, false, nil
	}
	return it, true, classes.Constant(it, printed)
}

// readTyped reads what starts with a type: a field, or an alternative.
func readTyped(code string, owner *decl.Item) (*decl.Item, bool, error) {
	if code == "JsonValue;" { // some value that is listed below
		return &decl.Item{Form: decl.Variant, Expr: &decl.Expr{Op: decl.Union}}, true, nil
	}
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
	if vocabulary.Scalars[code] == "" && classes.IsUpperSnake(code) {
		if it, ok := classes.Member(code, owner); ok {
			return it, true, nil
		}
	}
	it, ok := classes.Alternative(t, owner)
	return it, ok, nil
}
