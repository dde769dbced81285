package prose

import (
	"slices"
	"strings"

	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
)

// angled reads a type whose elements stand before it, in angle brackets: < string > array,
// < string, string > map. It returns nil where there is none.
func (p *typeParser) angled(depth int) *decl.Expr {
	end := slices.IndexFunc(p.tokens, func(t token) bool { return t.text == ">" && !t.link })
	if !p.is("<") || end < 2 || end+1 >= len(p.tokens) || p.tokens[end+1].link {
		return nil
	}
	kind := vocabulary.TypeOf(p.tokens[end+1].text)
	if kind != "array" && kind != "object" {
		return nil
	}
	rest := p.tokens[end+2:]
	p.tokens = p.tokens[1:end]
	elem := p.inner(p.noted, depth+1)
	if kind == "object" && p.take(",") {
		elem = p.inner(p.noted, depth+1)
	}
	for !p.done() {
		p.unknown(p.next().text)
	}
	p.tokens = rest
	if kind == "object" {
		return mapOf(elem)
	}
	if elem == nil {
		elem = name("any")
	}
	return &decl.Expr{Op: decl.Array, Args: []*decl.Expr{elem}}
}

// noted reads one alternative with the remarks behind it.
func (p *typeParser) noted(depth int) *decl.Expr {
	e := p.alternative(depth)
	for p.note() {
	}
	return e
}

// enumWords are words for a type of which the values follow.
var enumWords = []string{"enum", "enums", "枚举", "枚舉"}

// enumeration reads the values that follow a word for an enum, in brackets or behind a
// colon: enum (young, old), enum: a | b. It returns nil where none follow.
func (p *typeParser) enumeration() *decl.Expr {
	if !p.is(enumWords...) || len(p.tokens) < 4 {
		return nil
	}
	closing, known := map[string]string{"(": ")", "[": "]", "{": "}", "<": ">", ":": ""}[p.tokens[1].text]
	end := len(p.tokens)
	if known && closing != "" {
		end = slices.IndexFunc(p.tokens, func(t token) bool { return t.text == closing })
	}
	if !known || end < 0 {
		return nil
	}
	choice := &decl.Expr{Op: decl.Union}
	value := false // the last token was one
	for _, t := range p.tokens[2:end] {
		switch {
		case t.text == "," || t.text == "|" || t.text == "/":
			value = false
		case t.link || value || !isEnumValue(t.text):
			return nil
		default:
			choice.Args, value = addExpr(choice.Args, &decl.Expr{Op: decl.Literal, Text: decl.Quote(strings.Trim(t.text, `"'`))}), true
		}
	}
	if len(choice.Args) == 0 || len(choice.Args) == 1 && closing == "" {
		return nil
	}
	p.tokens = p.tokens[min(end+1, len(p.tokens)):]
	if len(choice.Args) == 1 {
		return choice.Args[0]
	}
	return choice
}

// isEnumValue reports whether a token is a value and no word for a type.
func isEnumValue(text string) bool {
	return IsName(strings.Trim(text, `"'`)) && vocabulary.TypeOf(text) == ""
}
