package tables

import (
	"strings"

	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
	"github.com/docgen-go/docgen/parser/prefilter"
)

var (
	// stateLine is a line of nothing but a verb and a path.
	stateLine = prefilter.MustCompile("^[#> \\t*_`]*(?:GET|POST|PUT|PATCH|DELETE)[*_`]*[ \\t]+[*_`\\[(]*(?:https?://|/)\\S*$")
	// neededItem is an item of a marked name and a need in brackets, or in bold.
	neededItem = prefilter.MustCompile("^[ \\t]*[-*+][ \\t]+[`*_]+[A-Za-z_$][\\w.$\\[\\]-]*[`*_]+[ \\t:：–—-]*(?:[(（\\[][ \\t]*|[*_]+)([\\pL ]{2,20})(?:[)）\\]]|[*_]+)")
)

// mostNeeded is how many items of a list are asked for a need.
const mostNeeded = 4

// isNeededList reports whether a list begins at an offset right below a line of nothing but an endpoint, and
// says which of its names are needed: no label has to announce that it lists what the endpoint takes.
//
//	GET /boats
//
//	* `name` (required) - Which.
func (s *blockScan) isNeededList(i int) bool {
	above := strings.TrimRight(s.text[:i], " \t\n")
	line := above[strings.LastIndexByte(above, '\n')+1:]
	if strings.Trim(line, "`~ \t") == "" && len(above) > len(line) { // of a fence
		above = strings.TrimRight(above[:len(above)-len(line)], " \t\n")
		line = above[strings.LastIndexByte(above, '\n')+1:]
	}
	if !stateLine.MatchString(strings.TrimRight(line, "\r")) {
		return false
	}
	n := 0
	for item := range strings.Lines(s.text[i:]) {
		if m := neededItem.FindStringSubmatch(item); m != nil {
			if need := vocabulary.NeedOf(strings.TrimSpace(m[1])); need == vocabulary.Yes || need == vocabulary.No {
				return true
			}
		}
		if n++; n == mostNeeded || strings.TrimSpace(item) == "" {
			return false
		}
	}
	return false
}
