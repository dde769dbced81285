package runtime

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// wholeNumber is an integer that is written with a fraction or an exponent, such
// as 1.0 or 1e3.
func wholeNumber(raw []byte) (int64, error) {
	negative, digits, exponent, ok := decimal(string(raw))
	switch {
	case !ok || exponent < 0:
		return 0, fmt.Errorf("%.80s is no integer", raw)
	case len(digits)+exponent > 19:
		return 0, fmt.Errorf("%.80s is beyond the integers of 64 bits", raw)
	case digits == "":
		return 0, nil
	}
	text := digits + strings.Repeat("0", exponent)
	if negative {
		text = "-" + text
	}
	n, err := strconv.ParseInt(text, 10, 64)
	if err != nil {
		return 0, fmt.Errorf("%.80s is beyond the integers of 64 bits", raw)
	}
	return n, nil
}

// keepsDigits reports whether n is written with the digits that a number was
// read with.
func keepsDigits(raw []byte, n float64) bool {
	written, err := appendNumber(nil, n)
	if err != nil {
		return false
	}
	negative1, digits1, exponent1, ok1 := decimal(string(raw))
	negative2, digits2, exponent2, ok2 := decimal(string(written))
	return ok1 && ok2 && negative1 == negative2 && digits1 == digits2 && (exponent1 == exponent2 || digits1 == "")
}

// decimal takes a JSON number apart into digits without zeros around them, of
// which the last one counts ten to the exponent. Zero has no digits.
func decimal(text string) (negative bool, digits string, exponent int, ok bool) {
	text, negative = strings.CutPrefix(text, "-")
	if at := strings.IndexAny(text, "eE"); at >= 0 {
		var err error
		if exponent, err = strconv.Atoi(strings.TrimPrefix(text[at+1:], "+")); err != nil || exponent > 1<<20 || exponent < -1<<20 {
			return false, "", 0, false
		}
		text = text[:at]
	}
	whole, fraction, _ := strings.Cut(text, ".")
	digits = whole + fraction
	exponent -= len(fraction)
	if strings.Trim(digits, "0123456789") != "" {
		return false, "", 0, false
	}
	trimmed := strings.TrimRight(digits, "0")
	exponent += len(digits) - len(trimmed)
	if digits = strings.TrimLeft(trimmed, "0"); digits == "" {
		exponent = 0
	}
	return negative, digits, exponent, true
}

// parseTime reads a time as RFC 3339 has it, which is the usual spelling, or with
// a space, with small letters, with an offset without a colon, or without a
// zone, which is UTC.
func parseTime(text string) (at time.Time, usual bool, err error) {
	if err = at.UnmarshalText([]byte(text)); err == nil {
		return at, true, nil
	}
	upper := strings.ToUpper(text)
	if len(upper) > 10 && upper[10] == ' ' {
		upper = upper[:10] + "T" + upper[11:]
	}
	upper = strings.Replace(strings.TrimSuffix(upper, " UTC"), " ", "", 1)
	for _, layout := range []string{time.RFC3339, "2006-01-02T15:04:05Z0700", "2006-01-02T15:04:05Z07", "2006-01-02T15:04:05"} {
		if at, fault := time.Parse(layout, upper); fault == nil {
			return at, false, nil
		}
	}
	return time.Time{}, false, err
}
