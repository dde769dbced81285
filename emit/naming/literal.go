package naming

import (
	"encoding/json"
	"math"
	"strconv"

	"github.com/docgen-go/docgen/model"
)

// LiteralKind is the scalar that a literal is one value of: string, integer,
// number or boolean, and any for everything else, numbers that Go's types
// cannot hold included.
func LiteralKind(l model.Literal) model.Kind {
	if isPlainText(l) {
		return model.KindString
	}
	if !json.Valid([]byte(l)) {
		return model.KindAny
	}
	switch l[0] {
	case '"':
		return model.KindString
	case 't', 'f':
		return model.KindBoolean
	}
	if _, err := strconv.ParseInt(string(l), 10, 64); err == nil {
		return model.KindInteger
	}
	if n, err := strconv.ParseFloat(string(l), 64); err == nil && !math.IsInf(n, 0) {
		return model.KindNumber
	}
	return model.KindAny
}

// LiteralText is the content of a JSON string, and other JSON as it is.
func LiteralText(l model.Literal) string {
	if isPlainText(l) {
		return string(l[1 : len(l)-1])
	}
	var text string
	if json.Unmarshal([]byte(l), &text) != nil {
		return string(l)
	}
	return text
}

// EnumBase is the scalar of all values of an enum: string, integer or number.
// It is any where they have none in common, or one that constants of a type of
// its own say nothing about.
func EnumBase(e *model.Enum) model.Kind {
	if e == nil || len(e.Values) == 0 {
		return model.KindAny
	}
	base := LiteralKind(e.Values[0].Literal)
	for _, v := range e.Values[1:] {
		if kind := LiteralKind(v.Literal); kind != base {
			if !isNumber(kind) || !isNumber(base) {
				return model.KindAny
			}
			base = model.KindNumber
		}
	}
	if base == model.KindBoolean {
		return model.KindAny
	}
	return base
}

func isNumber(k model.Kind) bool { return k == model.KindInteger || k == model.KindNumber }

// Values are the values of an enum, each once, however it is spelled.
func Values(e *model.Enum) []model.EnumValue {
	out := make([]model.EnumValue, 0, len(e.Values))
	seen := make(map[any]bool, len(e.Values))
	for _, v := range e.Values {
		id := valueID(v.Literal)
		if !seen[id] {
			seen[id] = true
			out = append(out, v)
		}
	}
	return out
}

// valueID is equal for literals that mean one value: "a" and "\u0061", 1 and 1.0.
func valueID(l model.Literal) any {
	if isPlainText(l) {
		return string(l[1 : len(l)-1])
	}
	if n, err := strconv.ParseFloat(string(l), 64); err == nil {
		return n
	}
	return LiteralText(l)
}

// isPlainText reports whether a literal is a JSON string that says what it holds as it is:
// printable ASCII without an escape.
func isPlainText(l model.Literal) bool {
	if len(l) < 2 || l[0] != '"' || l[len(l)-1] != '"' {
		return false
	}
	for i := 1; i < len(l)-1; i++ {
		if c := l[i]; c < ' ' || c >= 0x7f || c == '"' || c == '\\' {
			return false
		}
	}
	return true
}
