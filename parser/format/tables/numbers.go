package tables

import (
	"math/big"
	"strconv"
	"strings"

	"github.com/docgen-go/docgen/parser/prefilter"
)

var shiftWord = prefilter.MustCompile(`^\(?\s*1\s*<<\s*([0-9]{1,2})\s*\)?$`)

// numberOf reads a whole number as pages print it: 12, -1, 0x10, 1 << 3. It returns
// it in decimal.
func numberOf(text string) (string, bool) {
	text = strings.Trim(strings.TrimSpace(text), "`*\"")
	if strings.Contains(text, "<<") {
		if m := shiftWord.FindStringSubmatch(text); m != nil {
			n, _ := strconv.Atoi(m[1])
			return new(big.Int).Lsh(big.NewInt(1), uint(n)).String(), true
		}
	}
	if i := strings.IndexByte(text, '('); i > 0 { // 8 (1 << 3)
		if n, ok := numberOf(text[:i]); ok {
			return n, true
		}
	}
	if hex, ok := strings.CutPrefix(strings.ToLower(text), "0x"); ok {
		n, ok := new(big.Int).SetString(hex, 16)
		if ok {
			return n.String(), true
		}
		return "", false
	}
	if text == "" || strings.Trim(strings.TrimPrefix(text, "-"), "0123456789") != "" || text == "-" {
		return "", false
	}
	if len(text) > 1 && text[0] == '0' {
		return "", false // a code with leading zeros is text
	}
	return text, true
}

func itoa(n int) string { return strconv.Itoa(n) }
