package tables

import (
	"slices"
	"strings"

	"github.com/docgen-go/docgen/parser/format/tables/prose"
	"github.com/docgen-go/docgen/parser/format/tables/table"
	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
	"github.com/docgen-go/docgen/parser/prefilter"
)

const (
	// farthestNote is how many bytes below a table its footnotes are looked for.
	farthestNote = 4000
	// longestNeed is how many bytes a footnote has that says but whether something has to be sent.
	longestNeed = 40
)

var (
	// markAtEnd is the mark of a footnote at the end of a cell.
	markAtEnd = prefilter.MustCompile(`(?:((?:\\\*)+|[*]+|[†‡§]+|[¹²³⁴⁵⁶⁷⁸⁹])|<sup>\s*\\?([0-9a-z*†‡]{1,3})\s*</sup>|\[\^([0-9a-z]{1,8})\])\s*$`)
	// noteAtStart is a line that begins with the mark of a footnote.
	noteAtStart = prefilter.MustCompile(`^\s*(?:>\s*)?(?:((?:\\\*)+|[*]+|\\?[†‡§]+|[¹²³⁴⁵⁶⁷⁸⁹])|<sup>\s*\\?([0-9a-z*†‡]{1,3})\s*</sup>|\[\^([0-9a-z]{1,8})\]:)(\s*)[:：=–—-]?\s*(\S.*)$`)
	// pastNotes begins a line behind which no footnotes of a table stand.
	pastNotes = prefilter.MustCompile("^\\s*(?:#{1,6}\\s|```|~~~|\\||<table|<Table)")
)

// footnote is the note that the marks of a row lead to, or "".
func footnote(notes map[string]string, row *table.Row) string {
	var out []string
	for _, cell := range row.Cells {
		if note := notes[markOf(cell)]; note != "" {
			out = append(out, note)
		}
	}
	return strings.Join(out, "\n\n")
}

// markOf is the mark of a footnote that a cell ends in, or "". A star that closes another one
// is of Markdown.
func markOf(cell string) string {
	m := markAtEnd.FindStringSubmatch(cell)
	if m == nil {
		return ""
	}
	mark := m[1] + m[2] + m[3]
	if strings.HasPrefix(mark, "*") && strings.Contains(cell[:len(cell)-len(m[0])], "*") {
		return ""
	}
	return strings.ReplaceAll(mark, `\`, "")
}

// hasMarks reports whether a row of a table ends a cell in the mark of a footnote.
func hasMarks(t *table.Table) bool {
	for i := range t.Rows {
		for _, cell := range t.Rows[i].Cells {
			if markOf(cell) != "" {
				return true
			}
		}
	}
	return false
}

// footnotes are the notes below a table by their marks, up to the next heading, fence or table. A
// mark that two notes have is none. A list with stars, and text in bold, are no notes.
func (r *reading) footnotes(t *table.Table) map[string]string {
	if !hasMarks(t) {
		return nil
	}
	text := r.document.text
	text = text[min(t.End, len(text)):min(t.End+farthestNote, len(text))]
	out := map[string]string{}
	last, near := "", firstBlock(text)
	bullet := strings.Count("\n"+near, "\n* ") == 1 // the one item with a star may be a note
	at := 0
	for i, line := range strings.Split(text, "\n") {
		mark, note := noteOf(line)
		if inNear := at < len(near); mark == "" && inNear {
			mark, note = itemNote(line, bullet)
		}
		at += len(line) + 1
		switch bare := strings.TrimSpace(line); {
		case i > 0 && pastNotes.MatchString(line):
			return out
		case mark != "" && out[mark] != "":
			return nil
		case mark != "":
			last, out[mark] = mark, note
		case bare == "":
			last = ""
		case last != "":
			out[last] += " " + bare
		}
	}
	return out
}

// firstBlock is a text up to the first blank line behind a line that is not.
func firstBlock(text string) string {
	start := len(text) - len(strings.TrimLeft(text, " \t\r\n"))
	if i := strings.LastIndexByte(text[:start], '\n'); i >= 0 {
		start = i + 1
	}
	if n := strings.Index(text[start:], "\n\n"); n >= 0 {
		return text[:start+n]
	}
	return text
}

var (
	// markedItem is an item of a list that begins with the mark of a footnote: - \* required, - `*` required.
	markedItem = prefilter.MustCompile("^\\s*[-*+]\\s+(?:`([*†‡§]{1,3})`|((?:\\\\\\*)+|[†‡§]+))\\s*[:=–—-]?\\s*(\\S.*)$")
	// starsThen are stars with a blank behind them, which are no marks of Markdown but for one.
	starsThen = prefilter.MustCompile(`^\s{0,3}(\*{1,3})\s+[:=–—-]?\s*(\S.*)$`)
)

// itemNote is the mark and the note of an item right below a table, or of stars with a blank behind
// them; one star is a mark where bullet says so.
func itemNote(line string, bullet bool) (mark, note string) {
	if m := markedItem.FindStringSubmatch(line); m != nil {
		return strings.ReplaceAll(m[1]+m[2], `\`, ""), prose.Doc(m[3])
	}
	if m := starsThen.FindStringSubmatch(line); m != nil && (bullet || len(m[1]) > 1) && strings.Count(m[2], "**")%2 == 0 {
		return m[1], prose.Doc(m[2])
	}
	return "", ""
}

// noteOf is the mark that a line begins with, and the note behind it.
func noteOf(line string) (mark, note string) {
	m := noteAtStart.FindStringSubmatch(line)
	if m == nil {
		return "", ""
	}
	mark = m[1] + m[2] + m[3]
	if strings.HasPrefix(mark, "*") && (m[4] != "" || strings.Contains(m[5], "*")) {
		return "", ""
	}
	return strings.ReplaceAll(mark, `\`, ""), prose.Doc(m[5])
}

// footnoted gives attributes the footnotes that their rows lead to.
func (r *reading) footnoted(b *block, flat []*attribute) {
	notes := r.footnotes(b.table)
	if len(notes) == 0 {
		return
	}
	for _, a := range flat {
		if a.row == nil {
			continue
		}
		note := footnote(notes, a.row)
		if len(note) <= longestNeed && a.need == vocabulary.Unsaid && a.noted == vocabulary.Unsaid {
			a.noted = prose.SaidNeedOf(note)
		}
		a.note = note
	}
}

// withoutNotes is a description without the footnotes of tables of the call.
func (c *call) withoutNotes(doc string) string {
	if !strings.Contains(doc, "* ") || !slices.ContainsFunc(c.parts, func(p part) bool { return p.kind == tableBlock && p.table != nil && hasMarks(p.table) }) {
		return doc
	}
	var out strings.Builder
	for line := range strings.Lines(doc) {
		if mark, _ := itemNote(strings.TrimRight(line, "\r\n"), true); mark == "" {
			out.WriteString(line)
		}
	}
	return out.String()
}

// withNote is a description with a footnote below it.
func withNote(doc, note string) string {
	if note == "" {
		return doc
	}
	return strings.TrimPrefix(doc+"\n\n"+note, "\n\n")
}
