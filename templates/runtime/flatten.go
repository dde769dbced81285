package runtime

import (
	"encoding/json"
	"fmt"
	"net/url"
	"reflect"
	"strconv"
	"strings"
)

// A listStyle is how lists are written in a query.
type listStyle int

const (
	repeat   listStyle = iota // a=1&a=2
	brackets                  // a[]=1&a[]=2
	comma                     // a=1,2; texts are escaped for a query, because commas between items are not
	spaces                    // a=1%202
	pipes                     // a=1%7C2
	asJSON                    // a=[1,2], and any other value as JSON
)

// flatten turns a value into names and texts, by way of its JSON, so that
// dates, enums and unions read in a query as they do in a body. Members of
// objects become name[member]; absent values and nulls become nothing.
func flatten(name string, value any, style listStyle, emit func(name, text string)) error {
	if isZeroOption(value) {
		return nil
	}
	raw, err := encodeValue(value)
	if err != nil {
		return err
	}
	return flattenJSON(name, raw, style, emit)
}

// isZeroOption reports whether what at points at is an absent optional value.
func isZeroOption(at any) bool {
	t := reflect.TypeOf(at).Elem()
	switch t.Kind() {
	case reflect.Slice, reflect.Map:
		return isZero(at)
	}
	return (isOpt(t) || reflect.PointerTo(t).Implements(tabledType)) && isZero(at)
}

func flattenJSON(name string, raw []byte, style listStyle, emit func(name, text string)) error {
	if style == asJSON && len(raw) > 0 {
		emit(name, string(raw))
		return nil
	}
	switch kindOf(raw) {
	case 0:
		return nil
	case kindObject:
		return eachMember(raw, func(member, raw []byte) error {
			return flattenJSON(name+"["+string(member)+"]", raw, style, emit)
		})
	case kindArray:
		return flattenList(name, raw, style, emit)
	}
	text := textOf(raw)
	if style == comma {
		text = url.QueryEscape(text)
	}
	emit(name, text)
	return nil
}

func flattenList(name string, raw []byte, style listStyle, emit func(name, text string)) error {
	var items []json.RawMessage
	if err := json.Unmarshal(raw, &items); err != nil {
		return err
	}
	if between := map[listStyle]string{comma: ",", spaces: " ", pipes: "|"}[style]; between != "" {
		texts := make([]string, len(items))
		for i, item := range items {
			if texts[i] = textOf(item); style == comma {
				texts[i] = url.QueryEscape(texts[i])
			}
		}
		if len(texts) > 0 {
			emit(name, strings.Join(texts, between))
		}
		return nil
	}
	if style == brackets {
		name += "[]"
	}
	for _, item := range items {
		if err := flattenJSON(name, item, style, emit); err != nil {
			return err
		}
	}
	return nil
}

// plainText is the text of a scalar, as a path takes it.
func plainText(value any) (string, error) {
	switch v := value.(type) {
	case string:
		return v, nil
	case int64:
		return strconv.FormatInt(v, 10), nil
	}
	raw, err := marshal(value)
	if err != nil {
		return "", err
	}
	if kind := kindOf(raw); kind&(kindObject|kindArray) != 0 || kind == 0 {
		return "", fmt.Errorf("a JSON %s cannot be written there", kind)
	}
	return textOf(raw), nil
}
