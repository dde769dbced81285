package tables

import (
	"encoding/json"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format/tables/prose"
	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
	"github.com/docgen-go/docgen/parser/prefilter"
)

var (
	// sketchMark is what only sketches of bodies have: "<string>", "string (optional)", "a|b", and
	// remarks about needs.
	sketchMark = prefilter.MustCompile(`(?i)"[\w.-]+(?: ?\| ?[\w.-]+)+"|"<[a-z]+>"|"[a-z]+[ ,;]+[(\[]?(?:required|optional|mandatory)[)\]]?"|"(?:string|integer|int|number|float|boolean|bool|object|array)\?"|"[ \t]*:.*(?://|/\*|#).*\b(?:required|optional|mandatory)\b|"[ \t]*:.*\((?:required|optional|mandatory)\)`)
	// sketchNeed is a word for a need behind a type.
	sketchNeed = prefilter.MustCompile(`(?i)^(.*?)[ ,;:-]*[(\[]?\b(required|optional|mandatory)\b[)\]]?$`)
	// sketchValues are values that bars part.
	sketchValues = prefilter.MustCompile(`^[\w.-]+(?: ?\| ?[\w.-]+)+$`)
	// saysNeed is a remark of which the first or the last word is a need.
	saysNeed = prefilter.MustCompile(`(?i)^[(\[]?(required|optional|mandatory)\b|[\s,;(\[](required|optional|mandatory)[)\].]*$`)
)

// needNote is a remark about a need in brackets.
var needNote = prefilter.MustCompile(`(?i)\s*[(\[](?:required|optional|mandatory)[)\]]`)

// A sketchScan reads an object in JSON with remarks into attributes.
type sketchScan struct {
	text   string
	at     int
	offset int // of the text in the page
	// ahead is a remark on a line of its own, which is about the member below it.
	// opened is the remark behind the bracket that opens the last object.
	ahead, opened string
	out           strings.Builder // the example that the sketch is
	marks         []string        // the names of members that it says more of than examples do
	bad           bool
}

// sketch reads an example that is a sketch of an object, and returns its members, the example that
// it stands for, and the names of which it says more than an example does.
func sketch(text string, offset int) (as []*attribute, example string, marks []string) {
	if !strings.HasPrefix(strings.TrimSpace(text), "{") || !maySketch(text) || !sketchMark.MatchString(text) {
		return nil, "", nil
	}
	s := &sketchScan{text: text, offset: offset}
	s.blank()
	as = s.object(deepestShown)
	s.blank()
	if s.bad || s.at < len(text) || len(s.marks) == 0 || !json.Valid([]byte(s.out.String())) {
		return nil, "", nil
	}
	return as, s.out.String(), s.marks
}

// maySketch reports by a look for single letters whether a text may have what only sketches have.
func maySketch(text string) bool {
	for i := range len(text) {
		switch text[i] {
		case '|':
			return true
		case '<', '?': // "<string>", "string?"
			if i > 0 && (text[i-1] == '"' || i+1 < len(text) && text[i+1] == '"') {
				return true
			}
		case 'q', 'Q': // required
			if hasPrefixFold(text[i+1:], "uired") {
				return true
			}
		case 'p', 'P': // optional
			if hasPrefixFold(text[i+1:], "tional") {
				return true
			}
		case 'd', 'D': // mandatory
			if hasPrefixFold(text[i+1:], "atory") {
				return true
			}
		}
	}
	return false
}

// hasPrefixFold reports whether a text begins with a word, in letters of either case.
func hasPrefixFold(text, word string) bool {
	return len(text) >= len(word) && strings.EqualFold(text[:len(word)], word)
}

// blank skips blanks and remarks; the last remark on a line of its own is kept.
func (s *sketchScan) blank() {
	for s.at < len(s.text) {
		if c := s.text[s.at]; c == ' ' || c == '\t' || c == '\n' || c == '\r' {
			s.at++
			continue
		}
		remark := s.remark()
		if remark == "" {
			return
		}
		s.ahead = remark
	}
}

// remark reads the remark that begins at the offset, or "".
func (s *sketchScan) remark() string {
	rest := s.text[s.at:]
	switch {
	case strings.HasPrefix(rest, "//") || strings.HasPrefix(rest, "#"):
		n := lineLength(rest)
		s.at += n
		return strings.Trim(rest[:n], "/# \t\r") + " "
	case strings.HasPrefix(rest, "/*"):
		n := strings.Index(rest, "*/")
		if n < 0 {
			n = len(rest) - len("*/")
		}
		s.at += n + len("*/")
		return strings.Trim(rest[:n+len("*/")], "/* \t\r\n") + " "
	case rest[0] == '(' && bracketNote.MatchString(rest):
		n := strings.IndexByte(rest, ')') + 1
		s.at += n
		return rest[:n] + " "
	}
	return ""
}

// behind reads blanks, a comma and remarks up to the end of the line.
func (s *sketchScan) behind() (remark string, comma bool) {
	for s.at < len(s.text) && s.text[s.at] != '\n' {
		switch c := s.text[s.at]; {
		case c == ' ' || c == '\t' || c == '\r':
			s.at++
		case c == ',' && !comma:
			comma = true
			s.at++
		default:
			r := s.remark()
			if r == "" {
				return remark, comma
			}
			remark += r
		}
	}
	return remark, comma
}

// quoted reads a string, or fails.
func (s *sketchScan) quoted() string {
	if s.at >= len(s.text) || s.text[s.at] != '"' {
		s.bad = true
		return ""
	}
	for i := s.at + 1; i < len(s.text) && s.text[i] != '\n'; i++ {
		switch s.text[i] {
		case '\\':
			i++
		case '"':
			var out string
			s.bad = s.bad || json.Unmarshal([]byte(s.text[s.at:i+1]), &out) != nil
			s.at = i + 1
			return out
		}
	}
	s.bad = true
	return ""
}

// object reads an object at the offset.
func (s *sketchScan) object(depth int) (as []*attribute) {
	if s.bad = s.bad || depth == 0 || s.at >= len(s.text) || s.text[s.at] != '{'; s.bad {
		return nil
	}
	s.at++
	s.out.WriteByte('{')
	opened, _ := s.behind()
	s.ahead = ""
	for s.blank(); !s.bad && s.at < len(s.text) && s.text[s.at] != '}'; s.blank() {
		if len(as) > 0 {
			s.out.WriteByte(',')
		}
		as = append(as, s.member(depth))
	}
	if s.at >= len(s.text) {
		s.bad = true
		return nil
	}
	s.at++
	s.out.WriteByte('}')
	s.opened = opened
	return as
}

// member reads a member with the remarks beside it.
func (s *sketchScan) member(depth int) *attribute {
	a := &attribute{start: s.offset + s.at, shown: true}
	remark := s.ahead
	s.ahead = ""
	a.name.Text = s.quoted()
	s.blank()
	if s.bad = s.bad || a.name.Text == "" || s.at >= len(s.text) || s.text[s.at] != ':'; s.bad {
		return a
	}
	s.at++
	s.blank()
	s.ahead, s.opened = "", ""
	s.out.WriteString(encode(a.name.Text) + ":")
	s.value(a, depth)
	a.end = s.offset + s.at
	more, _ := s.behind()
	remark = strings.TrimSpace(remark + s.opened + more)
	s.opened = ""
	if m := saysNeed.FindStringSubmatch(remark); m != nil {
		s.need(a, m[1]+m[2])
	}
	if doc := strings.TrimSpace(needNote.ReplaceAllString(remark, "")); doc != "" && !strings.EqualFold(doc, "required") && !strings.EqualFold(doc, "optional") {
		a.doc = prose.Doc(doc)
	}
	return a
}

// need notes a word for a need.
func (s *sketchScan) need(a *attribute, word string) {
	a.need = vocabulary.Yes
	if strings.EqualFold(word, "optional") {
		a.need = vocabulary.No
	}
	s.mark(a)
}

// mark notes a member of which the sketch says more than an example does.
func (s *sketchScan) mark(a *attribute) {
	if a.name.Text != "" && !slices.Contains(s.marks, a.name.Text) {
		s.marks = append(s.marks, a.name.Text)
	}
}

// value reads the value of a member.
func (s *sketchScan) value(a *attribute, depth int) {
	if s.at >= len(s.text) {
		s.bad = true
		return
	}
	switch s.text[s.at] {
	case '{':
		a.children = s.object(depth - 1)
		a.typ.Expr = objectExpr
	case '[':
		s.list(a, depth)
	case '"':
		s.word(a, s.quoted())
	default:
		n := strings.IndexAny(s.text[s.at:]+"\n", " \t\r\n,}]/")
		word := bare(s.text[s.at : s.at+n])
		s.at += n
		var v any
		if s.bad = s.bad || n == 0 || json.Unmarshal([]byte(word), &v) != nil; s.bad {
			return
		}
		if text, ok := v.(string); ok {
			s.word(a, text)
			return
		}
		s.out.WriteString(word)
		if _, number := v.(float64); number && !strings.ContainsAny(word, ".eE") {
			a.typ.Expr = &decl.Expr{Op: decl.Name, Text: "integer"}
		} else if a.typ.Expr = shownExpr(v); number {
			a.typ.Expr = &decl.Expr{Op: decl.Name, Text: "number"}
		}
		if a.typ.Expr == nil {
			a.typ.Expr = anyExpr
		}
	}
}

// list reads a list, of which the first element says what all are.
func (s *sketchScan) list(a *attribute, depth int) {
	s.at++
	s.out.WriteByte('[')
	var first *attribute
	for s.blank(); !s.bad && s.at < len(s.text) && s.text[s.at] != ']'; s.blank() {
		if strings.HasPrefix(s.text[s.at:], "...") {
			s.at += len("...")
			continue
		}
		e := &attribute{name: a.name}
		if first != nil {
			s.out.WriteByte(',')
		}
		if s.value(e, depth-1); first == nil {
			first = e
		}
		s.behind()
	}
	if s.bad = s.bad || depth == 0 || s.at >= len(s.text); s.bad {
		return
	}
	s.at++
	s.out.WriteByte(']')
	of := anyExpr
	if first != nil && first.typ.Expr != nil {
		of, a.children = first.typ.Expr, first.children
	}
	a.typ.Expr = &decl.Expr{Op: decl.Array, Args: []*decl.Expr{of}}
}

// word reads a text that stands for a value: a type, a type with a need, or values that bars part.
func (s *sketchScan) word(a *attribute, text string) {
	base, asked := text, ""
	if m := sketchNeed.FindStringSubmatch(text); m != nil {
		base, asked = strings.TrimSpace(m[1]), m[2]
	} else if word, ok := strings.CutSuffix(text, "?"); ok {
		base, asked = word, "optional"
	}
	inner, bracketed := strings.CutPrefix(base, "<")
	inner, closed := strings.CutSuffix(inner, ">")
	if m := listOfWord.FindStringSubmatch(inner); m != nil {
		of := vocabulary.TypeOf(strings.ToLower(m[1] + m[2] + m[3]))
		if value := standsFor(of); value != "null" && of != "object" && of != "array" {
			a.typ.Expr = arrayOf(&decl.Expr{Op: decl.Name, Text: of})
			a.shown, a.typed = false, true
			s.out.WriteString("[" + value + "]")
			if s.mark(a); asked != "" {
				s.need(a, asked)
			}
			return
		}
	}
	typ := vocabulary.TypeOf(strings.ToLower(inner))
	if value := standsFor(typ); value != "null" && bracketed == closed && !strings.Contains(inner, " ") && (asked != "" || bracketed || !namesType[strings.ToLower(a.name.Text)]) {
		a.typ.Expr = &decl.Expr{Op: decl.Name, Text: typ}
		switch typ {
		case "object":
			a.typ.Expr = &decl.Expr{Op: decl.Object}
		case "array":
			a.typ.Expr = &decl.Expr{Op: decl.Array, Args: []*decl.Expr{anyExpr}}
		}
		a.shown, a.typed = false, true
		s.out.WriteString(value)
		if s.mark(a); asked != "" {
			s.need(a, asked)
		}
		return
	}
	a.typ.Expr = &decl.Expr{Op: decl.Name, Text: "string"}
	if sketchValues.MatchString(base) {
		s.values(a, strings.Split(base, "|"))
		if asked != "" {
			s.need(a, asked)
		}
		return
	}
	s.out.WriteString(encode(text))
}

// namesType are names of members whose values may be words for types.
var namesType = map[string]bool{"type": true, "kind": true, "format": true, "datatype": true, "data_type": true, "valuetype": true, "value_type": true, "schema": true}

// values notes the values of a member, or the types that it may have.
func (s *sketchScan) values(a *attribute, values []string) {
	types := 0
	for i, v := range values {
		values[i] = strings.TrimSpace(v)
		if values[i] == "null" || values[i] == "true" || values[i] == "false" || standsFor(vocabulary.TypeOf(strings.ToLower(values[i]))) != "null" {
			types++
		}
	}
	s.mark(a)
	a.typ.Nullable = slices.Contains(values, "null")
	values = slices.DeleteFunc(values, func(v string) bool { return v == "null" })
	switch {
	case types == 0 || types < len(values):
		a.values, a.listed, a.all = values, true, true
		s.out.WriteString(encode(values[0]))
	case len(values) == 2 && slices.Contains(values, "true") && slices.Contains(values, "false"):
		a.typ.Expr = &decl.Expr{Op: decl.Name, Text: "boolean"}
		s.out.WriteString("true")
	case len(values) == 1:
		a.typ.Expr = &decl.Expr{Op: decl.Name, Text: vocabulary.TypeOf(strings.ToLower(values[0]))}
		s.out.WriteString(standsFor(a.typ.Expr.Text))
	default:
		a.typ.Expr = anyExpr
		s.out.WriteString("null")
	}
}

// sketches reads the examples of an operation that are sketches: the members of what is sent and of
// what is answered, of the first of each. The examples are what they stand for then.
func (r *reading) sketches(op *decl.Operation) (sent, answered []*attribute) {
	for i := range op.Examples {
		ex := &op.Examples[i]
		if ex.File != nil || ex.Start < 0 || ex.End > len(r.document.text) || ex.Start > ex.End || ex.Status >= 300 || ex.Response && answered != nil || !ex.Response && (sent != nil || ex.Request == nil) {
			continue
		}
		as, example, marks := sketch(strings.TrimRight(r.document.text[ex.Start:ex.End], " \t\r\n"), ex.Start)
		if as == nil {
			continue
		}
		ex.Text = example
		if ex.Response {
			answered = as
		} else {
			sent, ex.Request.Body = as, example
		}
		if !r.quiet {
			r.problems = append(r.problems, decl.Problem{Code: "sketched-body", Severity: diag.Info, Start: ex.Start, End: ex.Start + len(strings.TrimRight(r.document.text[ex.Start:ex.End], " \t\r\n")),
				Message: "this example is read as a sketch, which says types, values or needs of " + strings.Join(marks, ", ")})
		}
	}
	return sent, answered
}

var _ = diag.Register(diag.Entry{
	Code: "sketched-body", Severity: diag.Info,
	Title:   "an example is a sketch of an object",
	Why:     "Values of the example name types (\"<string>\", \"string (optional)\") or the values that a member may have (\"open|closed\"), or remarks say what has to be sent. They are read as that, and not as values.",
	Help:    "List the members in a table, or show an example with values.",
	Example: exampleHead + "Request body:\n\n```json\n{\n  \"angle\": \"<number>\", // required\n  \"to\": \"left|right\"\n}\n```\n\n| Header | Type |\n|---|---|\n| `X-Crane` | string |\n",
})
