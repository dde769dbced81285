// Package source tells where in the pages a fact stands.
//
// A [Span] prints as editors and compilers take it, file:line:column. To make one,
// index the text of a page with [NewFile] and ask it for a stretch of bytes:
//
//	at := source.NewFile("docks.md", text).Span(0, 7)
//
// This is the one place where byte offsets become lines and columns.
package source

import (
	"bytes"
	"fmt"
	"sort"
	"unicode/utf8"
)

// A Pos is a place in a file. Offset is in bytes from 0; Line and Column count
// from 1, and Column counts runes, as editors do. The zero Pos is no place.
type Pos struct {
	Offset int32 `json:"offset"`
	Line   int32 `json:"line"`
	Column int32 `json:"column"`
}

// A Span is a stretch of one file, Start inclusive and End exclusive. File is
// the path below the docs root, with slashes. The zero Span is no place.
type Span struct {
	File  string `json:"file,omitempty"`
	Start Pos    `json:"start,omitzero"`
	End   Pos    `json:"end,omitzero"`
}

// IsZero reports whether the span is no place at all.
func (s Span) IsZero() bool { return s == Span{} }

// String is the span as compilers print it: file:line:column.
func (s Span) String() string {
	if s.Start.Line == 0 {
		return s.File
	}
	return fmt.Sprintf("%s:%d:%d", s.File, s.Start.Line, s.Start.Column)
}

// Before orders spans by file, then by place, for stable output.
func (s Span) Before(t Span) bool {
	if s.File != t.File {
		return s.File < t.File
	}
	return s.Start.Offset < t.Start.Offset
}

// A File is the text of one page and the index of its lines. It lives while
// the page is read; spans outlive it because they hold no part of it.
type File struct {
	Name  string
	Text  []byte
	lines []int32
	// runes are how many characters begin before each step of the text, where lines
	// are so long that counting them from their start would take its time.
	runes []int32
	// origin is what the text was rebuilt from, if it was; made are the lines of
	// it by line, and from the same without gaps.
	origin     *File
	made, from []int32
}

// NewFile indexes text once, so that every later Pos costs a binary search.
func NewFile(name string, text []byte) *File {
	lines := make([]int32, 1, 1+bytes.Count(text, []byte{'\n'}))
	longest := 0
	for i := 0; ; {
		n := bytes.IndexByte(text[i:], '\n')
		if n < 0 {
			longest = max(longest, len(text)-i)
			break
		}
		longest = max(longest, n)
		i += n + 1
		lines = append(lines, int32(i))
	}
	f := &File{Name: name, Text: text, lines: lines}
	if longest > longLine {
		f.countRunes()
	}
	return f
}

// longLine is from how many bytes on a line is long, and how many bytes a step of
// File.runes has.
const longLine = 512

func (f *File) countRunes() {
	total := int32(0)
	for i := 0; i < len(f.Text); i += longLine {
		f.runes = append(f.runes, total)
		total += int32(begun(f.Text[i:min(i+longLine, len(f.Text))]))
	}
}

// begun is how many characters begin in a piece of valid text, which may begin
// and end within one.
func begun(text []byte) int {
	n := 0
	for _, c := range text {
		if utf8.RuneStart(c) {
			n++
		}
	}
	return n
}

// column is the number of characters between the start of a line and an offset.
func (f *File) column(start, offset int) int {
	if f.runes == nil || offset-start <= longLine {
		return utf8.RuneCount(f.Text[start:offset])
	}
	before := func(at int) int {
		step := min(at/longLine, len(f.runes)-1)
		return int(f.runes[step]) + begun(f.Text[step*longLine:at])
	}
	return before(offset) - before(start)
}

// Pos converts a byte offset; offsets outside the text are clamped to it.
func (f *File) Pos(offset int) Pos {
	offset = min(max(offset, 0), len(f.Text))
	if f.origin != nil {
		return f.originSpan(offset, offset).Start
	}
	line := f.lineAt(offset)
	start := int(f.lines[line])
	column := f.column(start, offset) + 1
	return Pos{Offset: int32(offset), Line: int32(line + 1), Column: int32(column)}
}

// lineAt is the line that holds an offset, counted from 0.
func (f *File) lineAt(offset int) int {
	return sort.Search(len(f.lines), func(i int) bool { return int(f.lines[i]) > offset }) - 1
}

// Span converts a half-open byte range.
func (f *File) Span(start, end int) Span {
	if f.origin != nil {
		return f.originSpan(start, end)
	}
	return Span{File: f.Name, Start: f.Pos(start), End: f.Pos(end)}
}
