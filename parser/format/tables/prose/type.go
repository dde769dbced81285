package prose

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
	"github.com/docgen-go/docgen/parser/prefilter"
)

// Declared are the types that a reference declares.
type Declared interface {
	// Linked returns the name of the type that a link leads to, or "", and whether it
	// is one of values.
	Linked(target string) (name string, values bool)
	// Alternatives returns the name of the choice of structures that a link to values
	// means, or "".
	Alternatives(target string) string
	// Explained returns the word for a type that the section says which a link leads
	// to, or "".
	Explained(target string) string
	// Named returns the name of the type that a phrase names, or "".
	Named(phrase string) string
	// Partial returns the name of a type with the members of another, all of which
	// may be missing.
	Partial(name string) string
}

// A Type is what the cell of a type says.
type Type struct {
	// Expr is any value where nothing of the cell could be read.
	Expr *decl.Expr
	// Nullable and Optional are what marks and words say.
	Nullable, Optional, Required bool
	// Facts are limits and formats.
	Facts decl.Facts
	// Unknown are words that nothing is known of, Doubt is a word that may mean
	// several types.
	Unknown, Doubt string
	// Note is a remark of the cell, for the documentation.
	Note string
	// Link is where the cell leads, if that is no type.
	Link string
}

// deepest is how deep types may nest in a cell.
const deepest = 16

// TypeOf reads the cell of a type.
func TypeOf(cell string, declared Declared) Type {
	if typ := plainTypes[cell]; typ != "" {
		return Type{Expr: name(typ), Facts: decl.Facts{}}
	}
	p := &typeParser{declared: declared, tokens: tokens(cell)}
	p.out.Facts = decl.Facts{}
	e := p.union(0)
	for !p.done() {
		if !p.note() {
			p.unknown(p.tokens[0].text)
			p.next()
		}
	}
	if e == nil {
		e = name("any")
	}
	p.out.Expr = e
	p.out.Unknown = strings.TrimSpace(p.out.Unknown)
	return p.out
}

// plainTypes are the cells that most rows have, by what they mean.
var plainTypes = map[string]string{"string": "string", "String": "string", "integer": "integer", "Integer": "integer", "boolean": "boolean", "Boolean": "boolean"}

func name(text string) *decl.Expr { return &decl.Expr{Op: decl.Name, Text: text} }

// A token is a word, a mark, or a link.
type token struct {
	text, target string
	link         bool
}

var (
	entities = strings.NewReplacer("&lt;", "<", "&gt;", ">", "&#60;", "<", "&#62;", ">", "，", ",", "（", "(", "）", ")", "、", ",", "：", ":", "¦", "|", "｜", "|")
	hasCJK   = prefilter.MustCompile(`[\p{Han}\p{Hangul}\p{Hiragana}\p{Katakana}]`)
)

// styleTag is a tag of HTML that says how a text looks; others may be marks of generic types.
var styleTag = prefilter.MustCompile(`(?i)</?(?:span|p|b|strong|em|i|code|font|div|small|mark|nobr|a|tt|kbd|u|center)(?:\s[^<>]*)?>`)

// mediaType is the media type that stands before a structure: **application/json**: Boat.
var mediaType = prefilter.MustCompile(`[*_` + "`" + `]*\b(?:application|text|multipart|image|audio|video)/[a-z0-9.+*-]+[*_` + "`" + `]*\s*:\s*`)

// tokens cuts a cell.
func tokens(cell string) []token {
	cell = unnoted(strings.TrimSpace(comment.ReplaceAllString(cell, "")))
	if strings.Contains(cell, "</") {
		cell = styleTag.ReplaceAllString(cell, "")
	}
	if strings.Contains(cell, "/") && strings.Contains(cell, ":") {
		cell = mediaType.ReplaceAllString(cell, "")
	}
	if !strings.Contains(cell, "](") {
		return words(cell)
	}
	var out []token
	for {
		l, ok := nextLink(cell)
		if !ok {
			return append(out, words(cell)...)
		}
		out = append(out, words(cell[:l.start])...)
		out = append(out, token{text: Plain(cell[l.text:l.textEnd]), target: cell[l.target:l.targetEnd], link: true})
		cell = cell[l.end:]
	}
}

func words(text string) []token {
	if text == "" {
		return nil
	}
	text = strings.ReplaceAll(text, "&ltobject&gt", "<object>")
	text = breakTag.ReplaceAllString(text, " , ")
	if strings.IndexByte(text, '&') >= 0 || isWide(text) {
		text = entities.Replace(text)
	}
	text = elided.Replace(text)
	text = unescaped(strings.ReplaceAll(strings.ReplaceAll(text, "`", " "), "*", " "))
	var out []token
	for text != "" {
		n := tokenLength(text)
		w := text[:n]
		text = text[n:]
		switch {
		case strings.Trim(w, " \t\n\f\r") == "":
		case isWide(w) && hasCJK.MatchString(w):
			out = append(out, cjkWords(w)...)
		default:
			out = append(out, token{text: w})
		}
	}
	return out
}

// elided are the forms of "de" before a vowel.
var elided = strings.NewReplacer(" d'", " de ", " d’", " de ")

// tokenLength is how many bytes the first token of a text takes: a text in quotes, [],
// a word, a mark, or a blank.
func tokenLength(text string) int {
	switch c := text[0]; {
	case c == '"' || c == '\'':
		if end := strings.IndexByte(text[1:], c); end >= 0 {
			return end + 2
		}
		return 1
	case strings.HasPrefix(text, "[]"):
		return 2
	}
	n := 0
	for i, r := range text {
		if !isLetterOfWord(r) {
			break
		}
		n = i + utf8.RuneLen(r)
	}
	if n == 0 {
		_, n = utf8.DecodeRuneInString(text)
	}
	return n
}

func isLetterOfWord(r rune) bool {
	return r|0x20 >= 'a' && r|0x20 <= 'z' || r >= '0' && r <= '9' || r == '_' || r == '.' || r == '$' || r == '-' ||
		r >= 0x80 && r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsNumber(r))
}

// cjkWords cuts a run of letters of a language without blanks at the words of types.
func cjkWords(run string) []token {
	var out []token
	for run != "" {
		typ, rest := vocabulary.CutType(run)
		if typ == "" {
			break
		}
		out = append(out, token{text: run[:len(run)-len(rest)]})
		rest = strings.TrimPrefix(strings.TrimPrefix(rest, "的"), "の")
		for _, or := range []string{"或", "または", "もしくは"} {
			if after, ok := strings.CutPrefix(rest, or); ok {
				out, rest = append(out, token{text: "or"}), after
				break
			}
		}
		run = rest
	}
	if run != "" {
		out = append(out, token{text: run})
	}
	return out
}

// A typeParser reads tokens.
type typeParser struct {
	tokens   []token
	declared Declared
	out      Type
	// within is how many lists and maps are being read around what comes next.
	within int
}

func (p *typeParser) done() bool { return len(p.tokens) == 0 }

func (p *typeParser) next() token {
	t := p.tokens[0]
	p.tokens = p.tokens[1:]
	return t
}

// is reports whether the next token is one of the words, in any case.
func (p *typeParser) is(words ...string) bool {
	return p.at(0, words...)
}

func (p *typeParser) at(i int, words ...string) bool {
	if len(p.tokens) <= i || p.tokens[i].link {
		return false
	}
	for _, w := range words {
		if strings.EqualFold(p.tokens[i].text, w) {
			return true
		}
	}
	return false
}

func (p *typeParser) take(words ...string) bool {
	if p.is(words...) {
		p.next()
		return true
	}
	return false
}

func (p *typeParser) unknown(text string) {
	if strings.Trim(text, ".,;:!()[]<>-*") != "" {
		p.out.Unknown += " " + text
	}
}

// union reads alternatives.
func (p *typeParser) union(depth int) *decl.Expr {
	var alts []*decl.Expr
	for !p.done() && depth < deepest {
		for p.note() {
		}
		e := p.alternative(depth)
		switch {
		case e == nil:
		case e.Is("null"):
			p.out.Nullable = true
		default:
			alts = addExpr(alts, e)
		}
		for p.note() {
		}
		if !p.separator() {
			break
		}
	}
	switch len(alts) {
	case 0:
		return nil
	case 1:
		return alts[0]
	}
	return &decl.Expr{Op: decl.Union, Args: alts}
}

func addExpr(alts []*decl.Expr, e *decl.Expr) []*decl.Expr {
	for _, a := range alts {
		if decl.Equal(a, e) {
			return alts
		}
	}
	return append(alts, e)
}

// separator takes what parts alternatives.
func (p *typeParser) separator() bool {
	if p.is(",") && !p.startsType(1) {
		return false
	}
	took := false
	for p.take("or", "/", "|", ",", "和", "或", "或者", "and/or", "oder", "ou", "или", "o") {
		took = true
	}
	return took && !p.done()
}

// startsType reports whether the token at i can start a type.
func (p *typeParser) startsType(i int) bool {
	if len(p.tokens) <= i {
		return false
	}
	t := p.tokens[i]
	return t.link || vocabulary.TypeOf(t.text) != "" || strings.Trim(t.text, `"'`) != t.text || p.at(i, "array", "or", "partial")
}

// fillers are words that say nothing about a type.
var fillers = []string{"a", "an", "the", "one", "of", "valid", "optional", "single", "any of", "some", "two", "three", "multiple", "type", "new", "nested", "un", "une", "una", "eine", "ein"}

// alternative reads one alternative with what stands behind it.
func (p *typeParser) alternative(depth int) *decl.Expr {
	partial := false
	for {
		switch {
		case p.is("one") && p.at(1, "of"):
			p.next()
			p.next()
		case p.take("?"):
			p.out.Nullable = true
		case p.take("nullable"):
			p.out.Nullable = true
		case p.is("up") && p.at(1, "to") && len(p.tokens) > 3:
			p.tokens = p.tokens[3:] // up to 10 boats
		case p.take("partial"):
			partial = true
		case p.is(fillers...) && len(p.tokens) > 1:
			if p.next().text == "optional" {
				p.out.Optional = true
			}
		default:
			e := p.core(depth, partial)
			if e == nil && p.namesUnknown() {
				p.unknown(p.next().text)
				e = name("any")
			}
			if e != nil {
				e = p.suffix(e)
			}
			return e
		}
	}
}

// namesUnknown reports whether a word stands next that nothing is known of, before the mark
// of a list.
func (p *typeParser) namesUnknown() bool {
	return len(p.tokens) > 1 && !p.tokens[0].link && IsName(p.tokens[0].text) && (p.at(1, "[]") || p.at(1, "[") && p.at(2, "]"))
}

// suffix reads what stands behind a type: [], "array", the noun of a link.
func (p *typeParser) suffix(e *decl.Expr) *decl.Expr {
	for {
		switch {
		case p.take("[]"):
			e = &decl.Expr{Op: decl.Array, Args: []*decl.Expr{e}}
		case p.is("[") && p.at(1, "]"):
			p.next()
			p.next()
			e = &decl.Expr{Op: decl.Array, Args: []*decl.Expr{e}}
		case !p.done() && !p.tokens[0].link && vocabulary.TypeOf(p.tokens[0].text) == "array" && !p.at(1, "of", "<"):
			p.next()
			e = &decl.Expr{Op: decl.Array, Args: []*decl.Expr{e}}
		case p.take("?"):
			p.out.Nullable = true
		default:
			return e
		}
	}
}
