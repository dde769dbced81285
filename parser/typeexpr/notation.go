package typeexpr

import "strings"

// A Notation is how a programming language spells types: names with type
// arguments between marks, and a bar between alternatives.
//
//	T  =  A { "|" A } | T "|" 12 "more"
//	A  =  name [ "<" T { "," T } ">" ] [ fields ] { "[]" } | literal | fields | "(" T ")"
type Notation struct {
	// Open and Close enclose type arguments.
	Open, Close string
	// Word returns what a name without arguments stands for.
	Word func(word string) *Expr
	// Apply returns what a name with arguments stands for, or nil where it is no
	// type that the language's pages know.
	Apply func(name string, args Args) *Expr
}

// Args are type arguments. Pages shorten long lists: More counts those that
// are announced and not listed.
type Args struct {
	List []*Expr
	More int
}

// Parse reads a whole expression.
func (n *Notation) Parse(src string) (*Expr, error) {
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

func (p *notated) alternatives(depth int) (*Expr, error) {
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

func (p *notated) element(separator string, depth int) (*Expr, error) {
	if separator == "," {
		return p.alternatives(depth + 1)
	}
	e, err := p.part(depth)
	for err == nil && p.skip("[") {
		if err = p.expect("]"); err == nil {
			e = &Expr{Op: Array, Args: []*Expr{e}}
			err = e.tooDeep(&p.parser)
		}
	}
	return e, err
}

// tooDeep bounds `T[][][]…`, which nests without recursion.
func (e *Expr) tooDeep(p *parser) error {
	depth := 0
	for ; e.Op == Array; e = e.Args[0] {
		depth++
	}
	if depth > MaxNesting {
		return p.fail("nested deeper than %d", MaxNesting)
	}
	return nil
}

func (p *notated) part(depth int) (*Expr, error) {
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
	return p.Word(word), nil
}

// applied reads the arguments of a name. `T[]` is no argument list.
func (p *notated) applied(name string, depth int) (*Expr, error) {
	saved, tok := p.scan, p.tok
	p.advance()
	if p.is(p.Close) {
		p.scan, p.tok = saved, tok
		return p.Word(name), nil
	}
	args, err := p.list(",", depth)
	if err != nil {
		return nil, err
	}
	if err := p.expect(p.Close); err != nil {
		return nil, err
	}
	if e := p.Apply(name, args); e != nil {
		return e, nil
	}
	return nil, p.fail("%q takes no such arguments", name)
}

// group reads `( T )`, and `(T & {})`, by which TypeScript keeps a text open
// beside the values that are known.
func (p *notated) group(depth int) (*Expr, error) {
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

// Choice makes a union of alternatives, and flattens unions among them. A lone
// alternative stays what it is.
func Choice(args Args) *Expr {
	u := &Expr{Op: Union, More: args.More}
	for _, a := range args.List {
		if a.Op == Union {
			u.More += a.More
		}
		u.Args = append(u.Args, a.Alternatives()...)
	}
	u.Args = distinct(u.Args)
	if len(u.Args) == 1 && u.More == 0 {
		return u.Args[0]
	}
	return u
}

// distinct leaves out names and literals that stand there twice, as two types
// of a language may that are one on the wire.
func distinct(list []*Expr) []*Expr {
	type leaf struct {
		op   Op
		text string
	}
	seen := make(map[leaf]bool, len(list))
	out := list[:0:0]
	for _, e := range list {
		key := leaf{e.Op, e.Text}
		if e.Op == Name || e.Op == Literal {
			if seen[key] {
				continue
			}
			seen[key] = true
		}
		out = append(out, e)
	}
	return out
}

// WithoutNull takes null out of the alternatives of a type and reports whether
// it was one of them: whether a value may be null is a fact of the field.
func WithoutNull(e *Expr) (*Expr, bool) {
	if e.Op != Union {
		return e, false
	}
	kept := Args{More: e.More}
	for _, a := range e.Args {
		if !a.Is("null") {
			kept.List = append(kept.List, a)
		}
	}
	if len(kept.List) == len(e.Args) || len(kept.List) == 0 {
		return e, false
	}
	return Choice(kept), true
}

// IsTypeName reports whether a word can be the name of a type: it starts with
// a capital letter or is of another script, and holds no mark.
func IsTypeName(word string) bool {
	if i := strings.LastIndexByte(word, '.'); i >= 0 {
		word = word[i+1:]
	}
	if word == "" || strings.ContainsAny(word, " \t:;=&\"'`?!/\\*+-"+punctuation) {
		return false
	}
	return word[0] >= 'A' && word[0] <= 'Z' || word[0] >= 0x80
}
