package tables

import (
	"slices"
	"strings"
	"unicode"

	"github.com/docgen-go/docgen/parser/format/tables/table"
	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
	"github.com/docgen-go/docgen/parser/prefilter"
	"github.com/docgen-go/docgen/parser/statement"
)

// identifierName is a segment of a path that is written as names of identifiers are: carId, ISBN.
var identifierName = prefilter.MustCompile(`^(?:[a-z]+(?:[A-Z][a-z]+)*(?:Id|ID|Uuid|UUID|Code|No)|[A-Z][A-Z0-9]{2,})$`)

// withNamedSegments puts slots where the last segment of a path has no marks of one, is written as
// names of identifiers are, and is the name of a row of the first table below that lists what is
// sent: /cranes/craneId with a row craneId. So is one of several words of which the section shows a value:
// /cranes/crane_type below /v1/cranes/TOWER. A list of parameters of the path names any of its segments.
func (s *document) withNamedSegments(stating []statement.Finding) []statement.Finding {
	for i, f := range stating {
		if len(f.Operations) != 1 {
			continue
		}
		if path := s.withListedSegments(f); path != "" {
			stating[i].Operations, stating[i].Example = []statement.Operation{{Verb: f.Operations[0].Verb, Path: path}}, true
			continue
		}
		at := strings.LastIndexByte(f.Operations[0].Path, '/') + 1
		name := f.Operations[0].Path[at:]
		if at < 2 || !identifierName.MatchString(name) && !(severalWords.MatchString(name) && s.showsValue(f, f.Operations[0].Path[:at], name)) || !s.listsFirst(f, name) {
			continue
		}
		op := statement.Operation{Verb: f.Operations[0].Verb, Path: f.Operations[0].Path[:at] + "{" + name + "}"}
		stating[i].Operations, stating[i].Example = []statement.Operation{op}, true
	}
	return stating
}

// severalWords is a segment of several words.
var severalWords = prefilter.MustCompile(`^[a-z]+(?:_[a-z]+)+$|^[a-z]+(?:[A-Z][a-z]+)+$`)

// farthestValue is how many bytes of a section are searched for a value.
const farthestValue = 8 << 10

// showsValue reports whether the section of a statement prints its path, behind a host or a verb, with
// something else in the place of the last segment.
func (s *document) showsValue(f statement.Finding, prefix, name string) bool {
	end := min(s.endOf(f, s.headingOf(f.Start)), f.End+farthestValue, len(s.text))
	if end <= f.End {
		return false
	}
	for rest := s.text[f.End:end]; ; {
		i := strings.Index(rest, prefix)
		if i < 0 {
			return false
		}
		before := rest[:i]
		rest = rest[i+len(prefix):]
		value := rest[:len(rest)-len(strings.TrimLeftFunc(rest, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || r == '_' || r == '-' }))]
		behindHost := strings.Contains(before[strings.LastIndexAny(before, " \t\n")+1:], "://")
		if value != "" && value != name && (behindHost || behindVerb.MatchString(before[max(0, len(before)-longestVerb):])) {
			return true
		}
	}
}

// behindVerb ends in a verb, and longestVerb is how many bytes one takes with a blank.
var behindVerb = prefilter.MustCompile(`(?:GET|POST|PUT|PATCH|DELETE) $`)

const longestVerb = 8

// listsFirst reports whether the first table of facts that belongs to a statement has a row with a name.
func (s *document) listsFirst(f statement.Finding, name string) bool {
	end := s.endOf(f, s.headingOf(f.Start))
	for i := s.blockAt(f.End); i < len(s.blocks) && s.blocks[i].start < end; i++ {
		if b := &s.blocks[i]; b.kind == tableBlock && b.head.isFacts() {
			return !isAnswerShown(s.announced(i)) && slices.ContainsFunc(b.table.Rows, func(row table.Row) bool { return stepName(row.Cell(b.head.name)) == name })
		}
	}
	return false
}

// withListedSegments is the path of a statement with slots for the segments that a list of parameters of
// the path below it has the names of, or "".
func (s *document) withListedSegments(f statement.Finding) string {
	var names map[string]bool
	end := s.endOf(f, s.headingOf(f.Start))
	for i := s.blockAt(f.End); i < len(s.blocks) && s.blocks[i].start < end; i++ {
		b := &s.blocks[i]
		if b.kind != tableBlock || b.head.name < 0 || s.announced(i) != vocabulary.Path {
			continue
		}
		if names == nil {
			names = map[string]bool{}
		}
		for k := range b.table.Rows {
			names[stepName(b.table.Rows[k].Cell(b.head.name))] = true
		}
	}
	if names == nil {
		return ""
	}
	segments, changed := strings.Split(f.Operations[0].Path, "/"), false
	for i, segment := range segments {
		if i > 0 && names[segment] && isPlainName(segment) {
			segments[i], changed = "{"+segment+"}", true
		}
	}
	if !changed {
		return ""
	}
	return strings.Join(segments, "/")
}
