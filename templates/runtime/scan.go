package runtime

import (
	"encoding/json"
	"errors"
)

// errJSON is what the scanner says of text that is not JSON. Callers hold JSON
// that encoding/json has checked, so it only guards against misuse.
var errJSON = errors.New("invalid JSON")

// open steps over an opening bracket at i and returns the first place inside.
func open(data []byte, i int, bracket byte) (int, error) {
	if i >= len(data) || data[i] != bracket {
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

// memberName reads `"name":` at i and returns where the value begins. The name
// aliases data unless it has escapes.
func memberName(data []byte, i int) (name []byte, value int, err error) {
	if data[i] != '"' {
		return nil, 0, errJSON
	}
	end, escaped, err := skipString(data, i)
	if err != nil {
		return nil, 0, err
	}
	name = data[i+1 : end-1]
	if escaped {
		var text string
		if err := json.Unmarshal(data[i:end], &text); err != nil {
			return nil, 0, err
		}
		name = []byte(text)
	}
	i = skipSpace(data, end)
	if i == len(data) || data[i] != ':' {
		return nil, 0, errJSON
	}
	return name, skipSpace(data, i+1), nil
}

// eachMember calls visit for each member of a JSON object, in order. What it
// passes may alias data.
func eachMember(data []byte, visit func(name, raw []byte) error) error {
	i, err := open(data, 0, '{')
	for err == nil && data[i] != '}' {
		name, start, fault := memberName(data, i)
		if fault != nil {
			return fault
		}
		end, fault := skipValue(data, start)
		if fault != nil {
			return fault
		}
		if fault := visit(name, data[start:end]); fault != nil {
			return fault
		}
		i, err = next(data, end, '}')
	}
	return err
}

// firstElement returns the first element of a JSON array, or nil where it is
// empty. It aliases data.
func firstElement(data []byte) []byte {
	i, err := open(data, 0, '[')
	if err != nil || data[i] == ']' {
		return nil
	}
	end, err := skipValue(data, i)
	if err != nil {
		return nil
	}
	return data[i:end]
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
