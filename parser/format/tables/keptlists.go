package tables

import (
	"strings"

	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format/tables/listed"
	"github.com/docgen-go/docgen/parser/format/tables/table"
	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
	"github.com/docgen-go/docgen/parser/prefilter"
)

// checkUntitledLists reports the lists within an endpoint and behind the first one of a page whose
// items are like attributes, and which no title announces: they stay text, as tables do of which
// no head is known. A heading as high as that of an endpoint may well be about what that takes.
func (r *reading) checkUntitledLists() {
	s := r.document
	section := vocabulary.Unknown // what the last title is about
	at := 0                       // behind what was looked at
	for i := range s.blocks {
		b := &s.blocks[i]
		if b.kind == headingBlock {
			section = vocabulary.SectionOf(b.plain)
		}
		inline := i+1 < len(s.blocks) && s.blocks[i+1].kind == tableBlock && s.blocks[i+1].table.Inline
		if b.kind != textBlock || inline || r.read[b] || section != vocabulary.Unknown {
			continue
		}
		c, text := s.callAt(b.start), s.text
		if c == nil && (len(s.calls) == 0 || b.start < s.calls[0].start) {
			continue
		}
		if c != nil {
			text = s.text[:max(c.end, b.end)]
		}
		for at = max(at, b.start); at < b.end; {
			t, next := keptList(text, at)
			if t != nil && (c != nil || isWire(t)) && !r.isRuled(t.Start, t.End) {
				r.problems = append(r.problems, untitledProblem(t))
			}
			at = max(next, lineEnd(text, at))
		}
	}
}

func untitledProblem(t *table.Table) decl.Problem {
	names := make([]string, len(t.Rows))
	for i, row := range t.Rows {
		names[i] = row.Cells[0]
	}
	return decl.Problem{
		Code: "list-kept-as-text", Severity: diag.Info, Start: t.Start, End: t.HeadRow.End,
		Message: "the list of " + strings.Join(names, ", ") + " stands below no title that docgen knows as one of attributes; it is documentation",
	}
}

// keptList returns the list that begins at an offset and that would be one of attributes
// below a title that says so, or nil, and where the list ends.
func keptList(text string, at int) (t *table.Table, next int) {
	for _, kind := range listed.Kinds {
		if !kind.Begins(text, at, false) {
			continue
		}
		if t, next = kind.Read(text, at, true); t == nil || len(t.Rows) < 2 && listed.IsBullet(text[at:lineEnd(text, at)]) {
			return nil, next // one bullet is a note
		}
		for _, row := range t.Rows {
			if !attributeName.MatchString(row.Cells[0]) {
				return nil, next
			}
		}
		return t, next
	}
	return nil, at
}

// isWire reports whether the names of a list look like no words of a glossary.
func isWire(t *table.Table) bool {
	for _, row := range t.Rows {
		if !wireCell.MatchString(row.Cells[0]) {
			return false
		}
	}
	return true
}

// wireCell is a name in small letters, or one of several words.
var wireCell = prefilter.MustCompile("^`(?:[a-z_]|[A-Z]\\w*[_A-Z])")

// attributeName is a name that code has, and no word of a sentence.
var attributeName = prefilter.MustCompile("^`[A-Za-z_][\\w.\\[\\]-]*`$")
