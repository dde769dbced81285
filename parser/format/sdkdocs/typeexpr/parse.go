// Package typeexpr reads type expressions as reference pages print them. It
// holds the tokens and the grammar that the dialects share: names, literals,
// arrays, maps, objects and alternatives.
//
// It is not part of the compatibility promise.
package typeexpr

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"github.com/docgen-go/docgen/parser/decl"
)

// MaxNesting is how deep expressions may nest; deeper ones are an error.
const MaxNesting = 64

// An Error is a type expression that could not be read. Pos is the byte offset
// in the expression.
type Error struct {
	Pos     int
	Message string
}

func (e *Error) Error() string { return fmt.Sprintf("at byte %d: %s", e.Pos, e.Message) }

// Parse reads a whole expression in the words of the http and cli pages:
//
//	T  =  A { "or" A } | T "or" 12 "more"
//	A  =  "array of" T | "map[" T "]" | "object" [fields] | name [fields] | literal
//
// An array takes all alternatives that follow it; Regroup gives the other
// reading.
func Parse(src string) (*decl.Expr, error) {
	p := &parser{scan: scanner{src: src}}
	p.advance()
	e, err := p.union(0)
	if err != nil {
		return nil, err
	}
	if p.tok.kind != tokEnd {
		return nil, p.fail("unexpected %q", p.tok.text)
	}
	return e, nil
}

type parser struct {
	scan scanner
	tok  token
}

func (p *parser) advance() { p.tok = p.scan.next() }

func (p *parser) is(text string) bool { return p.tok.kind != tokString && p.tok.text == text }

func (p *parser) fail(format string, args ...any) error {
	return &Error{Pos: p.tok.pos, Message: fmt.Sprintf(format, args...)}
}

func (p *parser) union(depth int) (*decl.Expr, error) {
	if depth > MaxNesting {
		return nil, p.fail("nested deeper than %d", MaxNesting)
	}
	first, err := p.term(depth)
	if err != nil || !p.is("or") {
		return first, err
	}
	u := &decl.Expr{Op: decl.Union, Args: []*decl.Expr{first}}
	for p.is("or") {
		p.advance()
		if n, ok := p.more(); ok {
			u.More += n
			continue
		}
		alt, err := p.term(depth)
		if err != nil {
			return nil, err
		}
		u.Args, u.More = append(u.Args, alt.Alternatives()...), u.More+left(alt)
	}
	return u, nil
}

// more reads `12 more`.
func (p *parser) more() (int, bool) {
	if p.tok.kind != tokWord {
		return 0, false
	}
	n, err := strconv.Atoi(p.tok.text)
	if err != nil || n < 0 {
		return 0, false
	}
	saved, tok := p.scan, p.tok
	p.advance()
	if p.is("more") {
		p.advance()
		return n, true
	}
	p.scan, p.tok = saved, tok
	return 0, false
}

func (p *parser) term(depth int) (*decl.Expr, error) {
	switch {
	case p.tok.kind == tokString:
		return p.literal(p.tok.text)
	case p.is("("):
		return p.enclosed(")", depth)
	case p.tok.kind != tokWord:
		return nil, p.fail("expected a type, found %q", p.tok.text)
	}
	word := p.tok.text
	if isLiteral(word) {
		return p.literal(word)
	}
	p.advance()
	switch {
	case word == "array" && p.is("of"):
		p.advance()
		elem, err := p.union(depth + 1)
		return apart(&decl.Expr{Op: decl.Array, Args: []*decl.Expr{elem}}), err
	case word == "map" && p.is("["):
		elem, err := p.enclosed("]", depth)
		return &decl.Expr{Op: decl.Map, Args: []*decl.Expr{elem}}, err
	case word == "object":
		return p.object("")
	case p.is("object"):
		p.advance()
		return p.object(word)
	case p.is("{"):
		return p.object(word)
	}
	return &decl.Expr{Op: decl.Name, Text: word}, nil
}

func isLiteral(word string) bool {
	c := word[0]
	if word == "true" || word == "false" {
		return true
	}
	return (c == '-' || c >= '0' && c <= '9') && json.Valid([]byte(word))
}

// literal takes the current token as a JSON literal.
func (p *parser) literal(printed string) (*decl.Expr, error) {
	p.advance()
	if printed[0] == '"' {
		if strings.Contains(printed, ` or "`) {
			return nil, p.fail("a quote is missing in %s", printed)
		}
		return &decl.Expr{Op: decl.Literal, Text: decl.Quote(decl.Unquote(printed))}, nil
	}
	return &decl.Expr{Op: decl.Literal, Text: printed}, nil
}

// enclosed reads `( T )` or `[ T ]`, the opening mark being the current token.
func (p *parser) enclosed(end string, depth int) (*decl.Expr, error) {
	p.advance()
	e, err := p.union(depth + 1)
	if err != nil {
		return nil, err
	}
	if !p.is(end) {
		return nil, p.fail("expected %q", end)
	}
	p.advance()
	return e, nil
}

// object reads an optional `{ a, b, 3 more }`.
func (p *parser) object(name string) (*decl.Expr, error) {
	e := &decl.Expr{Op: decl.Object, Text: name}
	if !p.is("{") {
		return e, nil
	}
	e.Braces = true
	p.advance()
	for last := false; last || !p.is("}"); {
		if p.is(",") || last && p.is("}") {
			e.More++ // members without a name: `{ , , }`
		} else if n, ok := p.more(); ok {
			e.More += n
		} else if p.tok.kind == tokWord || p.tok.kind == tokString {
			e.Fields = append(e.Fields, decl.Unquote(p.tok.text))
			p.advance()
		} else {
			return nil, p.fail("expected a field name or %q", "}")
		}
		if last = p.is(","); last {
			p.advance()
		}
	}
	p.advance()
	return e, nil
}
