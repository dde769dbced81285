package blueprint

import (
	"regexp"
	"strings"
)

// A definition of MSON is what parentheses hold: a type and attributes.
type typeDef struct {
	spec spec
	// The attributes; needs is "required", "optional" or "".
	needs                                           string
	nullable, fixed, fixedType, sample, preset, old bool
	// shown is the value that older blueprints have among the attributes.
	shown string
	// unknown are the words that are neither a type nor attributes.
	unknown []string
}

// A spec is a type by its name, with the types of what is in it: array[string].
type spec struct {
	name string
	args []spec
}

// attributes are the words of definitions that are no types.
var attributes = map[string]bool{
	"required": true, "optional": true, "nullable": true, "fixed": true, "fixed-type": true, "sample": true, "default": true, "deprecated": true,
}

// bases are the words for types: those of MSON, and others that writers of blueprints
// use as if they were.
var bases = map[string]string{
	"string": "string", "number": "number", "boolean": "boolean", "object": "object", "array": "array", "enum": "enum",
	"integer": "integer", "int": "integer", "long": "integer", "bool": "boolean", "float": "number", "double": "number", "decimal": "number",
	"date": "date", "datetime": "date-time", "date-time": "date-time", "uuid": "uuid", "file": "file", "any": "any", "null": "null", "text": "string",
}

// ofMSON are the words that MSON itself has.
var ofMSON = map[string]bool{"string": true, "number": true, "boolean": true, "object": true, "array": true, "enum": true}

// maxArgs is how deep types may nest in one definition.
const maxArgs = 32

// typeDefOf reads what parentheses hold. isParam says that a value in back quotes is an
// example, and no type.
func typeDefOf(text string, isParam bool) typeDef {
	var d typeDef
	for _, part := range splitTop(text) {
		part = strings.TrimSpace(part)
		word := strings.ToLower(strings.Trim(part, "` "))
		switch {
		case part == "":
		case word == "required" || word == "optional":
			d.needs = word
		case word == "nullable":
			d.nullable = true
		case word == "fixed":
			d.fixed = true
		case word == "fixed-type":
			d.fixedType = true
		case word == "sample":
			d.sample = true
		case word == "default":
			d.preset = true
		case word == "deprecated":
			d.old = true
		case isParam && strings.HasPrefix(part, "`") && bases[word] == "":
			d.shown = unquoted(part)
		case d.spec.name == "":
			d.spec = specOf(part, 0)
		default:
			d.unknown = append(d.unknown, part)
		}
	}
	return d
}

// splitTop splits a text at the commas that stand in no brackets and no quotes.
func splitTop(text string) []string {
	masked := mask(text)
	var out []string
	depth, from := 0, 0
	for i := range len(masked) {
		switch masked[i] {
		case '[', '(':
			depth++
		case ']', ')':
			depth--
		case ',':
			if depth == 0 {
				out = append(out, text[from:i])
				from = i + 1
			}
		}
	}
	return append(out, text[from:])
}

// typeLink matches a type that is written as a link: [Crane](#crane), [Crane][].
var typeLink = regexp.MustCompile(`^\[([^\[\]]+)\](?:\([^()]*\)|\[[^\[\]]*\])$`)

// specOf reads a type.
func specOf(text string, depth int) spec {
	text = strings.TrimSpace(text)
	if m := typeLink.FindStringSubmatch(text); m != nil {
		text = m[1]
	}
	masked := mask(text)
	open := strings.IndexByte(masked, '[')
	if open <= 0 || !strings.HasSuffix(masked, "]") || depth > maxArgs {
		return spec{name: unquoted(text)}
	}
	out := spec{name: unquoted(text[:open])}
	for _, arg := range splitTop(text[open+1 : len(text)-1]) {
		if strings.TrimSpace(arg) != "" {
			out.args = append(out.args, specOf(arg, depth+1))
		}
	}
	return out
}

// base is the word for a type in lower case, if it is one.
func (t spec) base() string { return bases[strings.ToLower(t.name)] }
