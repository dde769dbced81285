package typeexpr

import "github.com/docgen-go/docgen/parser/decl"

// A Notation is how a programming language spells types: names with type
// arguments between marks, and a bar between alternatives.
//
//	T  =  A { "|" A } | T "|" 12 "more"
//	A  =  name [ "<" T { "," T } ">" ] [ fields ] { "[]" } | literal | fields | "(" T ")"
type Notation struct {
	// Open and Close enclose type arguments.
	Open, Close string
	// Scalars are the neutral names of the language's own types.
	Scalars map[string]string
	// Generics are the names that take arguments.
	Generics map[string]Generic
	// Word reads a word that is neither, such as a symbol. It may be nil, and
	// returns nil for the name of a type.
	Word func(word string) *decl.Expr
}

// Parse reads a whole expression.
func (n *Notation) Parse(src string) (*decl.Expr, error) {
	p := &notated{parser{scan: scanner{src: src}}, n}
	p.advance()
	e, err := p.alternatives(0)
	if err != nil {
		return nil, err
	}
	if p.tok.kind != tokEnd {
		return nil, p.fail("unexpected %q", p.tok.text)
	}
	return e, nil
}

type notated struct {
	parser
	*Notation
}

func (p *notated) alternatives(depth int) (*decl.Expr, error) {
	if depth > MaxNesting {
		return nil, p.fail("nested deeper than %d", MaxNesting)
	}
	p.skip("|") // a leading bar is decoration
	args, err := p.list("|", depth)
	if err != nil {
		return nil, err
	}
	return Choice(args), nil
}

// list reads one or more types with a separator between them.
func (p *notated) list(separator string, depth int) (Args, error) {
	var out Args
	for {
		if n, ok := p.more(); ok {
			out.More += n
		} else {
			e, err := p.element(separator, depth)
			if err != nil {
				return out, err
			}
			out.List = append(out.List, e)
		}
		if !p.skip(separator) {
			return out, nil
		}
	}
}

func (p *notated) element(separator string, depth int) (*decl.Expr, error) {
	if separator == "," {
		return p.alternatives(depth + 1)
	}
	e, err := p.part(depth)
	for err == nil && p.skip("[") {
		if err = p.expect("]"); err == nil {
			e = &decl.Expr{Op: decl.Array, Args: []*decl.Expr{e}}
			err = tooDeep(e, &p.parser)
		}
	}
	return e, err
}

// tooDeep bounds `T[][][]…`, which nests without recursion.
func tooDeep(e *decl.Expr, p *parser) error {
	depth := 0
	for ; e.Op == decl.Array; e = e.Args[0] {
		depth++
	}
	if depth > MaxNesting {
		return p.fail("nested deeper than %d", MaxNesting)
	}
	return nil
}

func (p *notated) part(depth int) (*decl.Expr, error) {
	switch {
	case p.tok.kind == tokString:
		return p.literal(p.tok.text)
	case p.is("("):
		return p.group(depth)
	case p.is("{"):
		return p.object("")
	case p.tok.kind != tokWord:
		return nil, p.fail("expected a type, found %q", p.tok.text)
	}
	word := p.tok.text
	if isLiteral(word) {
		return p.literal(word)
	}
	p.advance()
	switch {
	case p.is(p.Open):
		return p.applied(word, depth)
	case p.is("{"):
		return p.object(word)
	}
	return p.word(word), nil
}

// word returns what a name without arguments stands for.
func (n *Notation) word(word string) *decl.Expr {
	if scalar, ok := n.Scalars[word]; ok {
		return &decl.Expr{Op: decl.Name, Text: scalar}
	}
	if n.Word != nil {
		if e := n.Word(word); e != nil {
			return e
		}
	}
	return &decl.Expr{Op: decl.Name, Text: word}
}

// applied reads the arguments of a name. `T[]` is no argument list.
func (p *notated) applied(name string, depth int) (*decl.Expr, error) {
	saved, tok := p.scan, p.tok
	p.advance()
	if p.is(p.Close) {
		p.scan, p.tok = saved, tok
		return p.word(name), nil
	}
	args, err := p.list(",", depth)
	if err != nil {
		return nil, err
	}
	if err := p.expect(p.Close); err != nil {
		return nil, err
	}
	if generic := p.Generics[name]; generic != nil {
		if e := generic(args); e != nil {
			return e, nil
		}
	}
	return nil, p.fail("%q takes no such arguments", name)
}

// group reads `( T )`, and `(T & {})`, by which TypeScript keeps a text open
// beside the values that are known.
func (p *notated) group(depth int) (*decl.Expr, error) {
	p.advance()
	e, err := p.alternatives(depth + 1)
	if err != nil {
		return nil, err
	}
	if p.skip("&") {
		if err := p.expect("{", "}"); err != nil {
			return nil, err
		}
	}
	return e, p.expect(")")
}

func (p *notated) skip(mark string) bool {
	if !p.is(mark) {
		return false
	}
	p.advance()
	return true
}

func (p *notated) expect(marks ...string) error {
	for _, m := range marks {
		if !p.skip(m) {
			return p.fail("expected %q", m)
		}
	}
	return nil
}
