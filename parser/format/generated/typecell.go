package generated

import (
	"strings"

	"github.com/docgen-go/docgen/parser/decl"
)

// A typeCell is what a cell says of a type.
type typeCell struct {
	expr *decl.Expr
	// targets are what links in the cell lead to: pages of structures, or a section of the
	// page.
	targets []string
	// optional and nullable are what the type says by the word around it.
	optional, nullable bool
	// unknown is the text that no type could be read of, or "".
	unknown    string
	start, end int
}

// typeOf reads the cell of a type: Pointer to [**[]Crane**](Crane.md).
func typeOf(text string) typeCell {
	t := typeCell{}
	text = unescaped(text)
	if rest, ok := strings.CutPrefix(text, "Pointer to "); ok {
		text, t.optional = rest, true
	}
	text = t.unlink(text)
	text = strings.Trim(strings.NewReplacer("**", "", "`", "", "&lt;", "<", "&gt;", ">").Replace(text), " *")
	text = strings.TrimPrefix(text, "optional.Interface of ")
	text = strings.ReplaceAll(text, "interface{}", "any")
	p := &typeParser{text: text, cell: &t}
	p.next()
	t.expr = p.union(0)
	if p.token != "" && t.unknown == "" {
		t.unknown = text
	}
	if t.expr == nil || t.unknown != "" {
		t.expr = &decl.Expr{Op: decl.Object, Text: "any"}
		if t.unknown == "" {
			t.unknown = text
		}
	}
	return t
}

// unlink puts the texts of links in the place of links. Of a type in brackets before the
// list of its values, the former counts.
func (t *typeCell) unlink(text string) string {
	for range maxTypeLinks {
		l, ok := linkOf(text)
		if !ok {
			break
		}
		t.targets = append(t.targets, l.target)
		whole := "[" + l.text + "](" + l.target + ")"
		text = strings.Replace(text, whole, l.text, 1)
	}
	if rest, ok := strings.CutPrefix(text, "[**"); ok {
		if inner, after, ok := strings.Cut(rest, "**]"); ok && (after == "" || strings.HasPrefix(after, "**")) {
			return inner // brackets around bold letters are no list
		}
	}
	return text
}

// maxTypeLinks is how many links the cell of a type may have.
const maxTypeLinks = 64

// maxTypeDepth is how deep types may stand in each other.
const maxTypeDepth = 32

// A typeParser reads the types of all languages by one grammar.
type typeParser struct {
	text  string
	at    int
	token string
	cell  *typeCell
}

const typeMarks = "[](){}<>,|:;?*&="

// next takes the next token: a mark, a text in quotes with its first quote, or a word.
func (p *typeParser) next() {
	for p.at < len(p.text) && p.text[p.at] == ' ' {
		p.at++
	}
	if p.at >= len(p.text) {
		p.token = ""
		return
	}
	start, c := p.at, p.text[p.at]
	switch {
	case strings.HasPrefix(p.text[p.at:], "::"):
		p.at += 2
		p.next() // a name from the root
		return
	case strings.IndexByte(typeMarks, c) >= 0:
		p.at++
	case c == '\'' || c == '"':
		end := strings.IndexByte(p.text[p.at+1:], c)
		if end < 0 {
			p.at = len(p.text)
		} else {
			p.at += end + 2
		}
	default:
		for p.at < len(p.text) && p.text[p.at] != ' ' && !p.isMark() {
			p.at++
		}
	}
	p.token = p.text[start:p.at]
}

// isMark reports whether a mark stands here; two colons are part of a name.
func (p *typeParser) isMark() bool {
	c := p.text[p.at]
	if c == ':' && strings.HasPrefix(p.text[p.at:], "::") {
		p.at++
		return false
	}
	return strings.IndexByte(typeMarks, c) >= 0
}

// take takes a token if it is the next one.
func (p *typeParser) take(token string) bool {
	if p.token != token {
		return false
	}
	p.next()
	return true
}

func (p *typeParser) fail() *decl.Expr {
	if p.cell.unknown == "" {
		p.cell.unknown = p.text
	}
	return &decl.Expr{Op: decl.Object, Text: "any"}
}

// union reads alternatives.
func (p *typeParser) union(depth int) *decl.Expr {
	if depth > maxTypeDepth {
		return p.fail()
	}
	var args []*decl.Expr
	for {
		e := p.postfixed(depth)
		if e.Op == decl.Object && scalars[strings.ToLower(e.Text)].kind == "none" && (len(args) > 0 || p.token == "|") {
			p.cell.nullable = p.cell.nullable || depth == 0
		} else {
			args = append(args, e)
		}
		if p.cell.unknown != "" || !p.take("|") {
			break
		}
	}
	switch len(args) {
	case 0: // null | null
		return p.fail()
	case 1:
		return args[0]
	}
	return &decl.Expr{Op: decl.Union, Args: args}
}

// postfixed reads a type and the marks behind it.
func (p *typeParser) postfixed(depth int) *decl.Expr {
	e := p.one(depth)
	for p.cell.unknown == "" {
		switch {
		case p.take("?"):
			p.cell.optional = p.cell.optional || depth == 0
		case p.token == "[" && strings.HasPrefix(strings.TrimLeft(p.text[p.at:], " "), "]"):
			p.next()
			p.next()
			e = &decl.Expr{Op: decl.Array, Args: []*decl.Expr{e}}
		default:
			return e
		}
	}
	return e
}

// one reads one type.
func (p *typeParser) one(depth int) *decl.Expr {
	if depth > maxTypeDepth {
		return p.fail()
	}
	switch {
	case p.take("*"), p.take("&"):
		return p.one(depth + 1)
	case p.take("("):
		e := p.union(depth + 1)
		if !p.take(")") {
			return p.fail()
		}
		return e
	case p.take("["):
		if p.take("]") { // []Crane
			return &decl.Expr{Op: decl.Array, Args: []*decl.Expr{p.one(depth + 1)}}
		}
		return p.bracketed(depth)
	case p.take("{"):
		return p.braced(depth)
	case p.token == "" || strings.Contains(typeMarks, p.token):
		return p.fail()
	}
	word := p.token
	if quote := word[0]; quote == '\'' || quote == '"' {
		if len(word) < 2 || word[len(word)-1] != quote {
			return p.fail()
		}
		p.next()
		return &decl.Expr{Op: decl.Literal, Text: decl.Quote(word[1 : len(word)-1])}
	}
	p.next()
	if numeral.MatchString(word) {
		return &decl.Expr{Op: decl.Literal, Text: word}
	}
	return p.named(word, depth)
}

// bracketed reads [Crane] and [String: Crane], behind the bracket.
func (p *typeParser) bracketed(depth int) *decl.Expr {
	e := p.union(depth + 1)
	if p.take(":") {
		e = &decl.Expr{Op: decl.Map, Args: []*decl.Expr{p.union(depth + 1)}}
	} else {
		e = &decl.Expr{Op: decl.Array, Args: []*decl.Expr{e}}
	}
	if !p.take("]") {
		return p.fail()
	}
	return e
}

// braced reads { [key: string]: Crane; } and {String: Crane}, behind the brace.
func (p *typeParser) braced(depth int) *decl.Expr {
	if p.take("[") {
		for p.token != "]" && p.token != "" {
			p.next()
		}
		p.next()
	} else {
		p.next()
	}
	if p.take(",") || p.take(":") {
		e := &decl.Expr{Op: decl.Map, Args: []*decl.Expr{p.union(depth + 1)}}
		p.take(";")
		if p.take("}") {
			return e
		}
	}
	return p.fail()
}
