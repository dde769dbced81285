package prose

import (
	"encoding/json"
	"strings"

	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
	"github.com/docgen-go/docgen/parser/prefilter"
)

// core reads a type without marks around it.
func (p *typeParser) core(depth int, partial bool) *decl.Expr {
	if p.done() || depth >= deepest {
		return nil
	}
	if p.tokens[0].link {
		return p.link(depth, partial)
	}
	if p.take("[]") { // []string
		if elem := p.inner(func(depth int) *decl.Expr { return p.core(depth, partial) }, depth+1); elem != nil {
			return &decl.Expr{Op: decl.Array, Args: []*decl.Expr{elem}}
		}
		return &decl.Expr{Op: decl.Array, Args: []*decl.Expr{name("any")}}
	}
	if p.is("[") && len(p.tokens) > 2 { // [ string ]
		p.next()
		elem := p.inner(p.union, depth+1)
		if !p.take("]") {
			p.unknown("[")
		}
		if elem == nil {
			elem = name("any")
		}
		return &decl.Expr{Op: decl.Array, Args: []*decl.Expr{elem}}
	}
	if e := p.angled(depth); e != nil {
		return e
	}
	if e := p.enumeration(); e != nil {
		return e
	}
	if e := p.literal(); e != nil {
		return e
	}
	phrase, n := p.phrase()
	if n == 0 {
		return p.declaredName(partial)
	}
	p.tokens = p.tokens[n:]
	switch typ := vocabulary.TypeOf(phrase); typ {
	case "array":
		return p.array(depth)
	case "object":
		return p.several(phrase, p.object(depth))
	default:
		p.scalar(phrase, typ)
		return p.several(phrase, name(typ))
	}
}

// several is a type, or a list of it where its word is a plural that stands alone:
// strings. Where a word for a list or a map stands before, that says what there are
// several of, and where one stands behind, the suffix does. A list that is parted by
// commas travels as a text.
func (p *typeParser) several(phrase string, e *decl.Expr) *decl.Expr {
	switch {
	case p.within > 0 || !vocabulary.IsPlural(phrase):
		return e
	case !p.done() && !p.tokens[0].link && (p.tokens[0].text == "[]" || vocabulary.TypeOf(p.tokens[0].text) == "array"):
		return e
	case parted.MatchString(p.out.Note):
		return name("string")
	}
	return &decl.Expr{Op: decl.Array, Args: []*decl.Expr{e}}
}

// parted are words for a text with marks between its parts.
var parted = prefilter.MustCompile(`(?i)\b(?:separated|delimited|comma|csv|joined)\b`)

// longestPhrase is how many words a type has that the vocabulary knows.
const longestPhrase = 4

// phrase returns the longest run of tokens at the start that the vocabulary has as a
// type.
func (p *typeParser) phrase() (string, int) {
	best, size := "", 0
	text := ""
	for i := 0; i < min(len(p.tokens), longestPhrase) && !p.tokens[i].link; i++ {
		if text != "" && p.tokens[i].text != "/" && !strings.HasSuffix(text, "/") {
			text += " "
		}
		text += p.tokens[i].text
		if i > 0 && (strings.HasSuffix(text, "/") || p.tokens[i].text == "or") {
			continue
		}
		if vocabulary.TypeOf(text) != "" {
			best, size = text, i+1
		}
	}
	return best, size
}

// literal reads a value that stands for itself.
func (p *typeParser) literal() *decl.Expr {
	text := p.tokens[0].text
	switch {
	case len(text) > 1 && (text[0] == '"' || text[0] == '\'') && text[len(text)-1] == text[0]:
		p.next()
		return &decl.Expr{Op: decl.Literal, Text: decl.Quote(text[1 : len(text)-1])}
	case (text[0] >= '0' && text[0] <= '9' || text[0] == '-' && len(text) > 1) && json.Valid([]byte(text)):
		p.next()
		return &decl.Expr{Op: decl.Literal, Text: text}
	case (text == "true" || text == "false") && len(p.tokens) == 1:
		p.next()
		return &decl.Expr{Op: decl.Literal, Text: text}
	}
	return nil
}

// formats are what words say beside the type that they name.
var formats = map[string]string{
	"int32": "int32", "int64": "int64", "float": "double", "double": "double", "float64": "double", "float32": "float", "uuid": "uuid", "guid": "uuid", "url": "uri", "uri": "uri", "email": "email", "snowflake": "snowflake",
}

// doubtful are words that name values of one type with some vendors and of another
// with others.
var doubtful = map[string]bool{"decimal": true, "money": true, "amount": true, "bigdecimal": true, "byte": true, "bit": true, "set": true, "duration": true, "time": true}

func (p *typeParser) scalar(phrase, typ string) {
	low := strings.ToLower(phrase)
	if f := formats[strings.TrimSuffix(low, "s")]; f != "" {
		p.out.Facts["format"] = f
	}
	if doubtful[low] {
		p.out.Doubt = phrase
	}
	if typ == "string" && (p.is("(") || p.is("[") && len(p.tokens) > 1 && strings.Trim(p.tokens[1].text, "0123456789") == "") {
		p.size()
	}
}

// size reads the lengths of a text: string(64), string(20,500).
func (p *typeParser) size() {
	var numbers []string
	for i := 1; i < len(p.tokens) && i < 6; i++ {
		t := p.tokens[i].text
		switch {
		case (t == ")" || t == "]") && len(numbers) > 0:
			p.tokens = p.tokens[i+1:]
			p.out.Facts["maxLength"] = numbers[len(numbers)-1]
			if len(numbers) > 1 {
				p.out.Facts["minLength"] = numbers[0]
			}
			return
		case strings.Trim(t, "0123456789") == "" && t != "":
			numbers = append(numbers, t)
		case t != "," && t != "-" && t != "~":
			return
		}
	}
}

// array reads what an array is of.
func (p *typeParser) array(depth int) *decl.Expr {
	var elem *decl.Expr
	switch {
	case p.is("<") || p.is("[") || p.is("("):
		if p.is("(") && !p.startsType(1) {
			break
		}
		closing := map[string]string{"<": ">", "[": "]", "(": ")"}[p.next().text]
		elem = p.inner(p.union, depth+1)
		for !p.done() && !p.take(closing) {
			p.unknown(p.next().text)
		}
	case p.take("of", "de", "von", "di", "из", "van", "của"):
		elem = p.element(depth)
	case p.is(":") || p.is("-"):
		p.next()
		elem = p.inner(p.union, depth+1)
	case p.startsType(0) && !p.is("array"):
		elem = p.element(depth)
	}
	if elem == nil {
		elem = name("any")
	}
	return &decl.Expr{Op: decl.Array, Args: []*decl.Expr{elem}}
}

// inner reads what a list or a map is of, where a plural says nothing more.
func (p *typeParser) inner(read func(depth int) *decl.Expr, depth int) *decl.Expr {
	p.within++
	defer func() { p.within-- }()
	return read(depth)
}

// element reads the type of elements: the alternatives behind it belong to the array
// only where it is no array itself.
func (p *typeParser) element(depth int) *decl.Expr {
	e := p.inner(p.alternative, depth+1)
	if e == nil {
		return nil
	}
	return e
}

// object reads what the members of an object without names are.
func (p *typeParser) object(depth int) *decl.Expr {
	switch {
	case p.is("<") || p.is("["):
		closing := map[string]string{"<": ">", "[": "]"}[p.next().text]
		first := p.inner(p.alternative, depth+1)
		if p.take(",", ":", "|") {
			first = p.inner(p.grouped, depth+1)
		}
		for !p.done() && !p.take(closing) {
			p.unknown(p.next().text)
		}
		if closing == "]" && first != nil && first.Is("string") && (p.is("[]") || p.startsType(0)) && !p.at(0, "or") { // map[string]int
			first = p.inner(p.alternative, depth+1)
		}
		return mapOf(first)
	case p.take("of"):
		e := p.inner(p.alternative, depth+1)
		if p.take("to") {
			e = p.inner(p.alternative, depth+1)
		}
		return mapOf(e)
	case p.is("with") && p.at(1, "keys"):
		return p.keyed(depth)
	case !p.done() && p.tokens[0].link:
		if to, values := p.declared.Linked(p.tokens[0].target); to != "" && !values {
			return p.link(depth, false)
		}
	}
	return &decl.Expr{Op: decl.Object}
}

// grouped reads alternatives, perhaps in brackets: (int|[]int|string).
func (p *typeParser) grouped(depth int) *decl.Expr {
	if !p.is("(") || !p.startsType(1) && !p.at(1, "[]") {
		return p.union(depth)
	}
	p.next()
	e := p.union(depth)
	for !p.done() && !p.take(")") {
		p.unknown(p.next().text)
	}
	return e
}

// keyed reads a map whose keys are described: dictionary with keys in [locales] and
// values of strings.
func (p *typeParser) keyed(depth int) *decl.Expr {
	var note []string
	for !p.done() {
		t := p.next()
		note = append(note, t.text)
		if strings.EqualFold(t.text, "values") {
			p.take("of", "in", "being", "are")
			if e := p.inner(p.alternative, depth+1); e != nil {
				return mapOf(e)
			}
		}
	}
	p.remark(strings.Join(note, " "))
	return mapOf(name("any"))
}

func mapOf(e *decl.Expr) *decl.Expr {
	if e == nil {
		e = name("any")
	}
	return &decl.Expr{Op: decl.Map, Args: []*decl.Expr{e}}
}

// nouns are what may stand behind the name of a declared type.
var nouns = []string{
	"object", "objects", "structure", "structures", "enum", "enums", "type", "types", "value", "values", "response", "request", "payload",
	"entity", "entities", "data", "model", "models", "struct", "item", "items", "record", "records", "resource", "resources", "对象", "結構", "结构", "instance", "instances",
}

// link reads a link to a declared type, or to what explains a word.
func (p *typeParser) link(depth int, partial bool) *decl.Expr {
	t := p.next()
	to, values := p.declared.Linked(t.target)
	if values {
		if choice := p.declared.Alternatives(t.target); choice != "" {
			to, values = choice, false
		}
	}
	if typ := vocabulary.TypeOf(t.text); typ != "" && !(to != "" && !values && isTypeName(t.text)) && (to == "" || typ == "array" || !p.is(nouns...)) {
		p.out.Link = t.target
		p.tokens = append(words(t.text), p.tokens...)
		return p.core(depth+1, partial)
	}
	if values && p.is("object", "objects", "structure", "structures") {
		to = "" // the link leads to values, not to what has them
	}
	for p.is(nouns...) {
		p.next()
	}
	base := ""
	if !p.done() && !p.tokens[0].link {
		base = vocabulary.TypeOf(p.tokens[0].text)
	}
	switch {
	case base == "string" || base == "integer" || base == "number":
		word := p.next().text
		if to != "" && !strings.HasPrefix(strings.ToLower(word), "id") {
			return name(to)
		}
		p.out.Link = t.target
		return p.several(word, name(base))
	case to == "":
		if to = p.declared.Named(t.text); to == "" {
			return p.undeclared(t)
		}
	}
	if partial {
		to = p.declared.Partial(to)
	}
	p.additions()
	return name(to)
}

// isTypeName reports whether a word for a type is more likely the name of a structure
// where it links to one: Currency, Link.
func isTypeName(text string) bool {
	if text == "" || text[0] < 'A' || text[0] > 'Z' {
		return false
	}
	switch strings.ToLower(text) {
	case "string", "integer", "int", "long", "number", "float", "double", "boolean", "bool", "object", "array", "list", "map", "date", "datetime", "timestamp", "enum", "any", "json":
		return false
	}
	return true
}

// undeclared reads a link that leads to no declared type: the section that it leads to
// may say one.
func (p *typeParser) undeclared(t token) *decl.Expr {
	p.out.Link = t.target
	if typ := p.declared.Explained(t.target); typ != "" {
		p.remark(t.text)
		return name(typ)
	}
	p.unknown(t.text)
	return nil
}

// additions reads what a type has besides the members of a declared one: "with an
// additional field". It is documentation and a doubt about the type.
func (p *typeParser) additions() {
	if !p.is("with", "without", "optionally", "plus", "excluding", "including", "and") || p.at(0, "and") && p.startsType(1) {
		return
	}
	var rest []string
	for !p.done() {
		rest = append(rest, p.next().text)
	}
	p.remark(strings.Join(rest, " "))
	p.out.Doubt = strings.Join(rest, " ")
}

// isWord reports whether tokens are plain words in small letters: adjectives.
func isWord(ts []token) bool {
	for _, t := range ts {
		if t.link || strings.Trim(t.text, "abcdefghijklmnopqrstuvwxyz0123456789-ABCDEFGHIJKLMNOPQRSTUVWXYZ") != "" || t.text == "or" || t.text == "of" {
			return false
		}
	}
	return true
}

func (p *typeParser) remark(text string) {
	p.out.Note = strings.TrimSpace(p.out.Note + " " + text)
}

// note reads a word or a remark in brackets behind a type.
func (p *typeParser) note() bool {
	switch {
	case p.is("optional", "可选", "选填") || p.is("not") && p.at(1, "required"):
		if p.is("not") {
			p.next()
		}
		p.next()
		p.out.Optional = true
	case p.take("required", "mandatory", "必填"):
		p.out.Required = true
	case p.take("nullable"):
		p.out.Nullable = true
	case p.is("(") && len(p.tokens) > 1:
		p.brackets()
	case p.is(",") && len(p.tokens) > 2 && p.tokens[1].link && p.at(2, "id", "ids"):
		p.remark(p.tokens[1].text + " " + p.tokens[2].text) // numbers, [boat](#boat) IDs
		p.tokens = p.tokens[3:]
	case p.is("for") && len(p.tokens) > 1: // integer for counts, number for sums
		var when []string
		for !p.done() && !p.is(",", ";", "or", "/", "|") {
			when = append(when, p.next().text)
		}
		p.remark(strings.Join(when, " "))
	case p.is(",", ";") && (p.at(1, "optional", "required", "nullable", "not", "mandatory", "or") || len(p.tokens) == 1):
		p.next()
	case p.is(".", "*", "†", ":") && len(p.tokens) == 1:
		p.next()
	default:
		return false
	}
	return true
}

// bracketFormats are the formats that OpenAPI has, which stand in brackets behind a type.
var bracketFormats = map[string]bool{
	"int32": true, "int64": true, "float": true, "double": true, "uuid": true, "date-time": true, "date": true, "uri": true, "url": true, "email": true,
	"binary": true, "byte": true, "password": true, "hostname": true, "ipv4": true, "ipv6": true, "uint32": true, "uint64": true,
}

// marksAfter joins marks with the words that they follow.
var marksAfter = strings.NewReplacer(" :", ":", " ,", ",", " ;", ";", " =", "=", "= ", "=")

// brackets reads a remark in brackets: words that are known, a more exact type, or
// text for the documentation.
func (p *typeParser) brackets() {
	p.next()
	var inner []string
	for depth := 1; !p.done(); {
		t := p.next()
		if t.text == "(" {
			depth++
		}
		if t.text == ")" {
			if depth--; depth == 0 {
				break
			}
		}
		inner = append(inner, t.text)
	}
	text := marksAfter.Replace(strings.Join(inner, " "))
	switch low := strings.ToLower(text); {
	case low == "optional" || low == "可选" || low == "选填":
		p.out.Optional = true
	case low == "required" || low == "必填":
		p.out.Required = true
	case low == "nullable" || low == "or null" || strings.Contains(low, "nullable"):
		p.out.Nullable = true
	case bracketFormats[low]:
		p.out.Facts["format"] = low
	default:
		p.remark(text)
	}
}
