package gosrc

import (
	"strings"
	"unicode"

	"github.com/dave/jennifer/jen"
)

// comments renders documentation as line comments, one statement a line.
func comments(doc Doc) []jen.Code {
	var out []jen.Code
	for _, line := range doc.lines() {
		out = append(out, jen.Comment(commentLine(line)))
	}
	return out
}

// commentLine makes a line comment of any text. There is always a space or a
// tab after the slashes, so that no text becomes a directive; a legacy build
// constraint, which allows the space, is broken up.
func commentLine(text string) string {
	text = strings.TrimRightFunc(strings.Map(visible, strings.ToValidUTF8(text, "\uFFFD")), unicode.IsSpace)
	switch {
	case text == "":
		return "//"
	case strings.HasPrefix(strings.TrimSpace(text), "+build"):
		return "// " + strings.Replace(text, "+build", "+ build", 1)
	case text[0] == '\t':
		return "//" + text
	}
	return "// " + text
}

// visible drops what would end a line or reorder text unseen, and turns other
// controls to spaces.
func visible(r rune) rune {
	switch {
	case r == '\t':
		return r
	case unicode.Is(unicode.Cf, r):
		return -1
	case unicode.IsControl(r), r == '\u2028', r == '\u2029':
		return ' '
	}
	return r
}
