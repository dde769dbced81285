package runtime

import (
	"encoding/json"
	"errors"
)

// errJSON is what the scanner says of text that is not JSON. Callers hold JSON
// that encoding/json has checked, so it only guards against misuse.
var errJSON = errors.New("invalid JSON")

// eachMember calls visit for each member of a JSON object, in order. raw
// aliases data.
func eachMember(data []byte, visit func(name string, raw []byte) error) error {
	i, err := open(data, '{')
	for err == nil && data[i] != '}' {
		var name string
		var start, end int
		if name, start, err = memberName(data, i); err != nil {
			break
		}
		if end, err = skipValue(data, start); err != nil {
			break
		}
		if err = visit(name, data[start:end]); err != nil {
			break
		}
		i, err = next(data, end, '}')
	}
	return err
}

// firstElement returns the first element of a JSON array, or nil where it is
// empty. It aliases data.
func firstElement(data []byte) []byte {
	i, err := open(data, '[')
	if err != nil || data[i] == ']' {
		return nil
	}
	end, err := skipValue(data, i)
	if err != nil {
		return nil
	}
	return data[i:end]
}

// open steps over the opening bracket and returns the first place inside.
func open(data []byte, bracket byte) (int, error) {
	i := skipSpace(data, 0)
	if i == len(data) || data[i] != bracket {
		return 0, errJSON
	}
	if i = skipSpace(data, i+1); i == len(data) {
		return 0, errJSON
	}
	return i, nil
}

// next steps over a comma, or stops at the closing bracket.
func next(data []byte, i int, bracket byte) (int, error) {
	i = skipSpace(data, i)
	if i == len(data) || data[i] != ',' && data[i] != bracket {
		return 0, errJSON
	}
	if data[i] == ',' {
		i = skipSpace(data, i+1)
	}
	if i == len(data) {
		return 0, errJSON
	}
	return i, nil
}

// memberName reads `"name":` at i and returns where the value begins.
func memberName(data []byte, i int) (string, int, error) {
	if data[i] != '"' {
		return "", 0, errJSON
	}
	end, escaped, err := skipString(data, i)
	if err != nil {
		return "", 0, err
	}
	name := string(data[i+1 : end-1])
	if escaped {
		if err := json.Unmarshal(data[i:end], &name); err != nil {
			return "", 0, err
		}
	}
	i = skipSpace(data, end)
	if i == len(data) || data[i] != ':' {
		return "", 0, errJSON
	}
	return name, skipSpace(data, i+1), nil
}

// skipValue returns the end of the value at i.
func skipValue(data []byte, i int) (int, error) {
	if i >= len(data) {
		return 0, errJSON
	}
	switch data[i] {
	case '"':
		end, _, err := skipString(data, i)
		return end, err
	case '{', '[':
		return skipNested(data, i)
	}
	start := i
	for i < len(data) && !endsLiteral(data[i]) {
		i++
	}
	if i == start {
		return 0, errJSON
	}
	return i, nil
}

// skipNested returns the end of the object or array at i, without recursion.
func skipNested(data []byte, i int) (int, error) {
	for depth := 0; i < len(data); i++ {
		switch data[i] {
		case '{', '[':
			depth++
		case '}', ']':
			if depth--; depth == 0 {
				return i + 1, nil
			}
		case '"':
			end, _, err := skipString(data, i)
			if err != nil {
				return 0, err
			}
			i = end - 1
		}
	}
	return 0, errJSON
}

// skipString returns the end of the string at i and whether it has escapes.
func skipString(data []byte, i int) (end int, escaped bool, err error) {
	for i++; i < len(data); i++ {
		switch data[i] {
		case '\\':
			escaped = true
			i++
		case '"':
			return i + 1, escaped, nil
		}
	}
	return 0, false, errJSON
}

func skipSpace(data []byte, i int) int {
	for i < len(data) && (data[i] == ' ' || data[i] == '\n' || data[i] == '\t' || data[i] == '\r') {
		i++
	}
	return i
}

func endsLiteral(c byte) bool {
	switch c {
	case ',', '}', ']', ':', ' ', '\n', '\t', '\r':
		return true
	}
	return false
}
