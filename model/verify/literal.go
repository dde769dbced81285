package verify

import (
	"bytes"
	"encoding/json"
	"slices"
	"strconv"

	"github.com/docgen-go/docgen/model"
)

// literals compares the values that constants and enums allow. One value on
// each side, and nothing else besides, is a constant.
func (c *comparer) literals(at location, docs, spec *shape) {
	if len(docs.literals) == 0 && len(spec.literals) == 0 {
		return
	}
	if len(docs.enums) == 1 && len(spec.enums) == 1 && again(c.doneEnums, docs.enums[0], spec.enums[0]) {
		return // the same enum in another union
	}
	if docs.isConstant() && spec.isConstant() {
		c.text(Constants, at, string(docs.literals[0]), string(spec.literals[0]))
		return
	}
	for _, l := range docs.literals {
		if slices.Contains(spec.literals, l) {
			c.agree(EnumValues, 1)
		} else {
			c.differ(EnumValues, at, string(l), "")
		}
	}
	for _, l := range spec.literals {
		if !slices.Contains(docs.literals, l) {
			c.differ(EnumValues, at, "", string(l))
		}
	}
}

func (s *shape) isConstant() bool { return len(s.literals) == 1 && len(s.scalars) == 0 }

// canonical writes equal JSON values as equal text.
func canonical(l model.Literal) model.Literal {
	dec := json.NewDecoder(bytes.NewReader([]byte(l)))
	dec.UseNumber()
	var v any
	if dec.Decode(&v) != nil {
		return l
	}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if enc.Encode(plainNumbers(v)) != nil {
		return l
	}
	return model.Literal(bytes.TrimSpace(b.Bytes()))
}

// plainNumbers writes 1.0 and 1e0 as 1, inside arrays and objects too. What a
// float64 cannot hold stays as it was written.
func plainNumbers(v any) any {
	switch v := v.(type) {
	case json.Number:
		f, err := v.Float64()
		if text, e := json.Marshal(f); err == nil && e == nil && len(text) <= 16 {
			return json.Number(text)
		}
		return v
	case []any:
		for i := range v {
			v[i] = plainNumbers(v[i])
		}
	case map[string]any:
		for k := range v {
			v[k] = plainNumbers(v[k])
		}
	}
	return v
}

func countText(n *int64) string {
	if n == nil {
		return ""
	}
	return strconv.FormatInt(*n, 10)
}

func trueText(b bool) string {
	if b {
		return "true"
	}
	return ""
}
