package link

import (
	"encoding/json"
	"strings"
	"time"

	"github.com/docgen-go/docgen/model"
)

// observed counts the values seen in one place, elements of arrays and values
// of maps included.
type observed struct {
	zeros, integers, fractions  int
	nulls, arrays, objects      int
	strings, times, dates, long int
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
	case s == "0":
		o.zeros++
	default:
		o.integers++
		if len(strings.TrimPrefix(s, "-")) > 18 {
			o.long++
		}
	}
}

func (o *observed) text(s string) {
	o.strings++
	if isTime(s) {
		o.times++
	} else if _, err := time.Parse(time.DateOnly, s); err == nil {
		o.dates++
	}
}

func isTime(s string) bool {
	if len(s) < len("2006-01-02T15:04:05Z") || s[10] != 'T' {
		return false
	}
	_, err := time.Parse(time.RFC3339Nano, s)
	return err == nil
}
