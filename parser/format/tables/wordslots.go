package tables

import (
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model/names"
	"github.com/docgen-go/docgen/parser/prefilter"
	"github.com/docgen-go/docgen/parser/statement"
)

// commandPath is the path that a command of curl in a fence requests, whatever its output is.
var commandPath = prefilter.MustCompile(`(?m)^[ \t]*(?:[$%>#][ \t]*)?curl\b[^\n]*?https?://[^\s/'"?]+(/[^\s'"?#]*)`)

// mostCommandPaths is how many commands of a page are looked at.
const mostCommandPaths = 64

// withWordSlots puts slots where a segment is the word for one of what the segment before it names, as in
// /docks/dock/boats, on a page with a command that requests such a path with another value there.
func (s *document) withWordSlots(stating []statement.Finding) []statement.Finding {
	segmentsAt := map[int][]int{} // segments by the number of the statement
	for i, f := range stating {
		if len(f.Operations) == 1 {
			if at := wordSegments(f.Operations[0].Path); len(at) > 0 {
				segmentsAt[i] = at
			}
		}
	}
	if len(segmentsAt) == 0 || !s.requestsOtherWord(stating, segmentsAt) {
		return stating
	}
	for i, at := range segmentsAt {
		op := stating[i].Operations[0]
		segments := strings.Split(op.Path, "/")
		for _, k := range at {
			segments[k] = "{" + segments[k] + "}"
		}
		stating[i].Operations, stating[i].Example = []statement.Operation{{Verb: op.Verb, Path: strings.Join(segments, "/")}}, true
	}
	return stating
}

// wordSegments are the segments of a path that are the word for one of what the segment before them
// names.
func wordSegments(path string) (at []int) {
	segments := strings.Split(path, "/")
	for k := 2; k < len(segments); k++ {
		if before := segments[k-1]; isPlainName(segments[k]) && before != segments[k] && isPlainName(before) && names.Singular(before) == segments[k] {
			at = append(at, k)
		}
	}
	return at
}

// requestsOtherWord reports whether a command of the page requests one of the paths with other values for
// the words of some of its segments.
func (s *document) requestsOtherWord(stating []statement.Finding, segmentsAt map[int][]int) bool {
	looked := 0
	for i := range s.blocks {
		b := &s.blocks[i]
		if b.kind != fenceBlock {
			continue
		}
		for _, m := range commandPath.FindAllStringSubmatch(s.code(b), 8) {
			if looked++; looked > mostCommandPaths {
				return false
			}
			for k, at := range segmentsAt {
				if isOtherWord(stating[k].Operations[0].Path, m[1], at) {
					return true
				}
			}
		}
	}
	return false
}

// isOtherWord reports whether a path that is sent ends as another one, but for other values of the
// segments at some positions.
func isOtherWord(path, sent string, at []int) bool {
	want, have := strings.Split(path, "/")[1:], strings.Split(strings.TrimRight(sent, "/"), "/")
	if len(have) < len(want) {
		return false
	}
	have = have[len(have)-len(want):]
	other := false
	for k := range want {
		switch {
		case want[k] == have[k] || strings.ContainsAny(want[k], "{<:"):
		case slices.Contains(at, k+1) && have[k] != "":
			other = true
		default:
			return false
		}
	}
	return other
}
