package runtime

import (
	"encoding/json"
	"errors"
	"slices"
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

// bracketEnds are the ends of all objects and arrays of a text, by where they begin,
// so that what stands in many unions is not gone over once for each.
type bracketEnds struct {
	starts, ends []int
	last         int // where the one was that was asked for last
}

// findBrackets goes over a text once.
func findBrackets(data []byte) *bracketEnds {
	b := &bracketEnds{}
	var inside []int
	for i := 0; i < len(data); i++ {
		switch data[i] {
		case '"':
			end, _, err := skipString(data, i)
			if err != nil {
				return b
			}
			i = end - 1
		case '{', '[':
			inside = append(inside, len(b.starts))
			b.starts, b.ends = append(b.starts, i), append(b.ends, 0)
		case '}', ']':
			if len(inside) == 0 {
				return b
			}
			b.ends[inside[len(inside)-1]] = i + 1
			inside = inside[:len(inside)-1]
		}
	}
	return b
}

// endOf is the end of what begins at i, or 0.
func (b *bracketEnds) endOf(i int) int {
	n := b.last + 1
	if n >= len(b.starts) || b.starts[n] != i {
		var ok bool
		if n, ok = slices.BinarySearch(b.starts, i); !ok {
			return 0
		}
	}
	b.last = n
	return b.ends[n]
}

// indexedFrom is in how many unions a value stands before ends are looked up.
const indexedFrom = 4

// skip returns the end of the value at i.
func (d *decoder) skip(i int) (int, error) {
	if d.unions < indexedFrom || i >= len(d.data) || d.data[i] != '{' && d.data[i] != '[' {
		return skipValue(d.data, i)
	}
	if d.ends == nil {
		d.ends = findBrackets(d.data)
	}
	if end := d.ends.endOf(i); end > 0 {
		return end, nil
	}
	return 0, errJSON
}

// eachMemberAt calls visit for each member of the object at i, in order, with
// where its value begins and ends. The name may alias the text.
func (d *decoder) eachMemberAt(i int, visit func(name []byte, start, end int)) error {
	i, err := open(d.data, i, '{')
	for err == nil && d.data[i] != '}' {
		name, start, fault := memberName(d.data, i)
		if fault != nil {
			return fault
		}
		end, fault := d.skip(start)
		if fault != nil {
			return fault
		}
		visit(name, start, end)
		i, err = next(d.data, end, '}')
	}
	return err
}

// eachElementAt calls visit for where each element of the array at i begins.
func (d *decoder) eachElementAt(i int, visit func(start int)) error {
	i, err := open(d.data, i, '[')
	for err == nil && d.data[i] != ']' {
		visit(i)
		end, fault := d.skip(i)
		if fault != nil {
			return fault
		}
		i, err = next(d.data, end, ']')
	}
	return err
}
