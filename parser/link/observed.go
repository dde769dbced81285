package link

import (
	"encoding/json"
	"strconv"
	"strings"
	"time"

	"github.com/docgen-go/docgen/model"
)

// observed counts the values seen in one place, elements of arrays and values
// of maps included.
type observed struct {
	zeros, integers, fractions int
	nulls, arrays, objects     int
	strings, times, dates      int
	booleans                   int
	// wide counts numbers whose digits neither int64 nor float64 keeps.
	wide int
}

func (o *observations) of(f *model.Field) *observed {
	if o.fields[f] == nil {
		o.fields[f] = &observed{}
	}
	return o.fields[f]
}

// note counts one value.
func (o *observed) note(v any) {
	switch v := v.(type) {
	case nil:
		o.nulls++
	case []any:
		o.arrays++
	case map[string]any:
		o.objects++
	case bool:
		o.booleans++
	case json.Number:
		o.number(v.String())
	case string:
		o.text(v)
	}
}

func (o *observed) number(s string) {
	switch {
	case strings.ContainsAny(s, ".eE"):
		o.fractions++
		if !isFloat64(s) {
			o.wide++
		}
	case s == "0":
		o.zeros++
	default:
		o.integers++
		if _, err := strconv.ParseInt(s, 10, 64); err != nil {
			o.wide++
		}
	}
}

// isFloat64 reports whether the shortest spelling of the float64 that a JSON number
// becomes has all digits of it.
func isFloat64(s string) bool {
	f, err := strconv.ParseFloat(s, 64)
	return err == nil && digitsOf(s) == digitsOf(strconv.FormatFloat(f, 'e', -1, 64))
}

// digitsOf returns the digits of a number without its sign, its exponent, and the
// zeros around them.
func digitsOf(s string) string {
	if at := strings.IndexAny(s, "eE"); at >= 0 {
		s = s[:at]
	}
	return strings.Trim(withoutSigns.Replace(s), "0")
}

// withoutSigns takes what is no digit out of a number.
var withoutSigns = strings.NewReplacer("-", "", ".", "")

func (o *observed) text(s string) {
	o.strings++
	if isTime(s) {
		o.times++
	} else if isDate(s) {
		o.dates++
	}
}

// isDate reports whether a text is a date as RFC 3339 has it, by a look first: an error of
// [time.Parse] takes longer than a date.
func isDate(s string) bool {
	if len(s) != len(time.DateOnly) || s[4] != '-' {
		return false
	}
	_, err := time.Parse(time.DateOnly, s)
	return err == nil
}

func isTime(s string) bool {
	if len(s) < len("2006-01-02T15:04:05Z") || s[10] != 'T' {
		return false
	}
	_, err := time.Parse(time.RFC3339Nano, s)
	return err == nil
}
