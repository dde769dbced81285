package blueprint

import (
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/source"
	"github.com/docgen-go/docgen/parser/format"
	"github.com/docgen-go/docgen/parser/page"
)

// A pageText is one page with what was read of it.
type pageText struct {
	page   *format.Page
	text   string
	number int // of the file among those of the run
	file   *source.File

	// title is the name of the API, host the URL that paths are relative to, at hostAt.
	title, host string
	hostAt      int

	// headed are the headings, of which each is read or told: # Post [/posts/{id}] names a
	// resource, and no verb.
	headed [][2]int

	groups     []*group
	resources  []*resource
	structures []*structure

	// otherWords are the words for types that were told once.
	otherWords map[string]bool

	uses    []stretch
	account *model.Page
	diags   diag.List
}

// A stretch is a part of the text and what became of it.
type stretch struct {
	start, end int
	use        format.Use
}

// A line is text[start:end], with its line break. indent is how many columns it is
// indented by.
type line struct {
	start, end, indent int
	blank              bool
}

// cutLines cuts the text from an offset on.
func cutLines(text string, from int) []line {
	var out []line
	for i := from; i < len(text); {
		end := len(text)
		if n := strings.IndexByte(text[i:], '\n'); n >= 0 {
			end = i + n + 1
		}
		out = append(out, line{i, end, page.Columns([]byte(text[i:end])), strings.TrimSpace(text[i:end]) == ""})
		i = end
	}
	return out
}

// read reads the page and accounts for it.
func (s *pageText) read(w *format.Worker) {
	s.readSections()
	slices.SortStableFunc(s.uses, func(a, b stretch) int { return a.start - b.start })
	w.Clear(len(s.text))
	w.Mark(0, s.page.Front.End, format.Layout)
	for _, u := range s.uses {
		w.Mark(u.start, u.end, u.use)
	}
	s.account = &model.Page{Path: s.page.Path, Title: s.title, URL: s.page.Front.URL, Kind: model.PageReference}
	s.account.Bytes = w.Account(s.file, 0, len(s.text), int64(len(s.text)), &s.diags)
}

// mark notes what became of a part of the text.
func (s *pageText) mark(start, end int, use format.Use) {
	s.uses = append(s.uses, stretch{start, min(end, len(s.text)), use})
}

// markLines notes what became of lines.
func (s *pageText) markLines(lines []line, use format.Use) {
	for _, l := range lines {
		s.mark(l.start, l.end, use)
	}
}

// report adds a finding about a part of the text.
func (s *pageText) report(code diag.Code, severity diag.Severity, start, end int, help, message string, args ...any) {
	end = max(start, min(end, len(s.text)))
	end = start + len(strings.TrimRight(s.text[start:end], " \t\n"))
	s.diags.Add(code, severity, s.file.Span(start, end), message, args...).Help = help
}

// reportLines adds a finding about the first of some lines and counts all of them as told.
func (s *pageText) reportLines(code diag.Code, severity diag.Severity, lines []line, help, message string, args ...any) {
	s.markLines(lines, format.Reported)
	for _, l := range lines {
		if !l.blank {
			text := s.text[l.start:l.end]
			s.report(code, severity, l.start+len(text)-len(strings.TrimLeft(text, " \t")), l.end, help, message, args...)
			return
		}
	}
}

// prose is what lines say: without what indents all of them, and without blank lines
// around it.
func (s *pageText) prose(lines []line) string {
	return strings.TrimSpace(s.dedented(lines))
}

// dedented is the text of lines without the columns that indent all of them.
func (s *pageText) dedented(lines []line) string {
	least := -1
	for _, l := range lines {
		if !l.blank && (least < 0 || l.indent < least) {
			least = l.indent
		}
	}
	var b strings.Builder
	for _, l := range lines {
		b.WriteString(withoutColumns(s.text[l.start:l.end], max(least, 0)))
	}
	return b.String()
}

// withoutColumns is a line without so many columns of blanks.
func withoutColumns(text string, columns int) string {
	for at := 0; at < columns && len(text) > 0; {
		switch text[0] {
		case ' ':
			at++
		case '\t':
			at += 4 - at%4
		default:
			return text
		}
		text = text[1:]
	}
	return text
}
