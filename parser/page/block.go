package page

import "strings"

// A Kind says what a Block is.
type Kind uint8

// The kinds of blocks.
const (
	Paragraph Kind = iota
	List
	Fence
	Other // rules, indented code, headings inside of items
)

// A Block is a piece of a section. Start and End are offsets into the page;
// End is after the last line's text.
type Block struct {
	Kind       Kind
	Start, End int
	Items      []Item // of a List
	Info       string // of a Fence: its info string
	// Inner is the content of a fence, from Start of its first line on.
	InnerStart, InnerEnd int
}

// An Item is a list item. Where its first paragraph is exactly one code span,
// IsCode is set and Code is what stands between the backticks, at CodeStart.
// Note is the remark in parentheses that may follow the span. Blocks are what
// follows that paragraph, or all blocks of another item.
type Item struct {
	IsCode             bool
	Code, Note         string
	CodeStart, CodeEnd int
	Start, End         int
	Blocks             []Block
}

// CodeSpan returns the content of text where all of it is one code span. Line
// ends in it are spaces.
func CodeSpan(text string) (string, bool) {
	if strings.Contains(text, "\n") {
		text = strings.Join(strings.Fields(text), " ")
	}
	n := 0
	for n < len(text) && text[n] == '`' {
		n++
	}
	if n == 0 {
		return "", false
	}
	if n == len(text) && n == 2 {
		return "", true // two backticks: an item that lost its content
	}
	if len(text) < 2*n+1 {
		return "", false
	}
	inner := text[n : len(text)-n]
	if text[len(text)-n:] != text[:n] || inner[0] == '`' || inner[len(inner)-1] == '`' || hasRun(inner, n) {
		return "", false
	}
	if len(inner) > 2 && inner[0] == ' ' && inner[len(inner)-1] == ' ' {
		inner = inner[1 : len(inner)-1]
	}
	return inner, true
}

// cutNote takes the remark in parentheses off a text whose last code span it
// follows.
func cutNote(text string) (span, note string) {
	i := strings.LastIndex(text, "` (")
	if i < 0 || strings.IndexByte(text[i:], ')') != len(text)-1-i {
		return text, ""
	}
	return text[:i+1], text[i+len("` (") : len(text)-1]
}

// hasRun reports whether s holds a run of exactly n backticks, which would
// close the span early.
func hasRun(s string, n int) bool {
	run := 0
	for i := 0; i <= len(s); i++ {
		if i < len(s) && s[i] == '`' {
			run++
			continue
		}
		if run == n {
			return true
		}
		run = 0
	}
	return false
}

// Closing returns the offset of the parenthesis that closes the one which stands open at
// the offset at of a text, or -1.
func Closing(text string, at int) int {
	depth := 1
	for i := at; i < len(text); i++ {
		switch text[i] {
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				return i
			}
		}
	}
	return -1
}
