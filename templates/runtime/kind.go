package runtime

import "bytes"

// A kind is a set of the kinds of JSON values.
type kind uint8

const (
	kindString kind = 1 << iota
	kindInteger
	kindNumber
	kindBoolean
	kindObject
	kindArray

	kindAny = kindString | kindInteger | kindNumber | kindBoolean | kindObject | kindArray
)

// kindOf tells the kind by the first byte. It is 0 for null. A number written
// without fraction and exponent is an integer and a number.
func kindOf(data []byte) kind {
	if len(data) == 0 {
		return 0
	}
	switch data[0] {
	case '"':
		return kindString
	case '{':
		return kindObject
	case '[':
		return kindArray
	case 't', 'f':
		return kindBoolean
	case 'n':
		return 0
	}
	if bytes.ContainsAny(data, ".eE") {
		return kindNumber
	}
	return kindInteger | kindNumber
}

// String names the kind in messages.
func (k kind) String() string {
	switch {
	case k == 0:
		return "null"
	case k&kindString != 0:
		return "string"
	case k&kindObject != 0:
		return "object"
	case k&kindArray != 0:
		return "array"
	case k&kindBoolean != 0:
		return "boolean"
	}
	return "number"
}

// textOf is the content of a JSON string, and other JSON as it is written.
func textOf(raw []byte) string {
	if kindOf(raw) == kindString {
		if s, err := decodeText(raw); err == nil {
			return s
		}
	}
	return string(raw)
}
