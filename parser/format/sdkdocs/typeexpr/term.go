package typeexpr

import (
	"fmt"
	"strings"
)

// A Term is a type as programming languages write it: a name, and arguments in
// angle or square brackets.
//
//	int64   []Parcel   map[string, Parcel]   Optional<List<Parcel>>   Parcel[]?
type Term struct {
	// Name is as printed, or "[]" for an array of Args[0].
	Name string
	Args []*Term
	// Nullable says that a question mark follows.
	Nullable bool
}

// String prints the term in one notation for all languages.
func (t *Term) String() string {
	if len(t.Args) == 0 {
		return t.Name
	}
	args := make([]string, len(t.Args))
	for i, a := range t.Args {
		args[i] = a.String()
	}
	return t.Name + "<" + strings.Join(args, ", ") + ">"
}

// ParseTerm reads the type at the start of src and returns what follows it.
// Errors are of type *Error.
func ParseTerm(src string) (t *Term, rest string, err error) {
	p := &termParser{src: src}
	t, err = p.term(0)
	return t, src[p.pos:], err
}

type termParser struct {
	src string
	pos int
}

func (p *termParser) fail(format string, args ...any) error {
	return &Error{Pos: p.pos, Message: fmt.Sprintf(format, args...)}
}

// cut advances past the text if it comes next.
func (p *termParser) cut(text string) bool {
	if !strings.HasPrefix(p.src[p.pos:], text) {
		return false
	}
	p.pos += len(text)
	return true
}

func (p *termParser) space() {
	for p.pos < len(p.src) && isSpace(p.src[p.pos]) {
		p.pos++
	}
}

func (p *termParser) term(depth int) (*Term, error) {
	if depth > MaxNesting {
		return nil, p.fail("nested deeper than %d", MaxNesting)
	}
	p.space()
	for p.cut("*") {
	}
	if p.cut("[]") {
		elem, err := p.term(depth + 1)
		return &Term{Name: "[]", Args: []*Term{elem}}, err
	}
	t := &Term{Name: p.name()}
	if t.Name == "" {
		return nil, p.fail("expected a type")
	}
	var err error
	if t.Args, err = p.args(depth); err != nil {
		return nil, err
	}
	if t.Name == "map" && len(t.Args) == 1 && p.adjoins() { // map[K]V
		elem, err := p.term(depth + 1)
		t.Args = append(t.Args, elem)
		return t, err
	}
	return p.suffixes(t), nil
}

// name reads a name, which may be qualified.
func (p *termParser) name() string {
	start := p.pos
	for p.pos < len(p.src) && !isSpace(p.src[p.pos]) && strings.IndexByte(punctuation+`?*;:="`, p.src[p.pos]) < 0 {
		p.pos++
	}
	return p.src[start:p.pos]
}

// args reads `<A, B>` or `[A, B]`, and nothing where `[]` comes next.
func (p *termParser) args(depth int) ([]*Term, error) {
	end := ">"
	if strings.HasPrefix(p.src[p.pos:], "[]") {
		return nil, nil
	}
	if !p.cut("<") {
		if !p.cut("[") {
			return nil, nil
		}
		end = "]"
	}
	var out []*Term
	for {
		a, err := p.term(depth + 1)
		if err != nil {
			return nil, err
		}
		out = append(out, a)
		p.space()
		if p.cut(end) {
			return out, nil
		}
		if !p.cut(",") {
			return nil, p.fail("expected %q", end)
		}
	}
}

// adjoins reports whether a type comes next without a space.
func (p *termParser) adjoins() bool {
	return p.pos < len(p.src) && !isSpace(p.src[p.pos]) && strings.IndexByte(">],?", p.src[p.pos]) < 0
}

// suffixes reads `?` and `[]` after a type.
func (p *termParser) suffixes(t *Term) *Term {
	for {
		switch {
		case p.cut("?"):
			t.Nullable = true
		case p.cut("[]"):
			t = &Term{Name: "[]", Args: []*Term{t}}
		default:
			return t
		}
	}
}
