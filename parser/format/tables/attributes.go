package tables

import (
	"encoding/json"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format/tables/prose"
	"github.com/docgen-go/docgen/parser/format/tables/table"
	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
	"github.com/docgen-go/docgen/parser/prefilter"
)

// An attribute is one row that describes a parameter or a member, read cell by cell,
// with those that stand below it.
type attribute struct {
	name  prose.Name
	typ   prose.Type
	typed bool // the row has a cell for a type, and it is not empty
	// need is what the cell for it says, noted what only the description says.
	need, noted vocabulary.Need
	// needed is the cell that need was read from.
	needed string
	// typeCell is the cell that the type was read from, located says that a cell places the
	// attribute in the body of a request.
	typeCell string
	located  bool
	def      string
	// defaults says that the cell of the default says something, if only that there is
	// none: who sends nothing gets that.
	defaults bool
	doc      string
	// note is the footnote that marks of the row lead to.
	note     string
	location string
	// locationCell is the cell that location was read from.
	locationCell string
	values       []string
	// listed says that the values are those of a column, not of prose.
	listed bool
	// all says that the page calls them all that there are.
	all bool
	// among is the type that declares its values in the same block, or nil.
	among      *typeTable
	start, end int
	children   []*attribute
	row        *table.Row
	// made says that no row names the attribute: the names of others lead through it.
	made bool
	// shown says that the example decided the type, described that the description did.
	shown, described bool
	// outside says that it travels outside of a body.
	outside bool
}

// attributes reads the rows of a table. Rows without a name are problems.
func (r *reading) attributes(b *block, nest bool) []*attribute {
	h := *b.head
	r.tellBrackets(b)
	var flat []*attribute
	for i := range b.table.Rows {
		row := &b.table.Rows[i]
		flat = append(flat, r.row(h, b.table, row)...)
	}
	r.starred(h, b.table, flat)
	r.footnoted(b, flat)
	dropNames(flat)
	likeOthers(flat)
	nestByBlanks(h, flat)
	marks, dots := nests(r.document.marks)
	if !marks {
		for _, a := range flat {
			a.name.Depth = 0
		}
	}
	tree := r.unnamed(b, r.lifted(alike(nested(flat))), true)
	if nest && dots {
		tree = dotted(tree)
	}
	r.checkTypes(tree)
	if parent := headName(b.table.Head[h.name]); parent != "" && nest {
		top := &attribute{name: prose.Name{Text: strings.TrimSuffix(parent, "[]")}, start: b.start, end: b.end, children: tree}
		top.typ.Expr = objectExpr
		if strings.HasSuffix(parent, "[]") {
			top.typ.Expr = arrayOfObjects
		}
		top.typed = true
		return []*attribute{top}
	}
	return tree
}

// dropNames takes lists of values back of which half or more are names of other
// attributes, or one is that of the attribute itself: "either `a` or `b` is required"
// lists no values, and what something is sorted by may be called as a filter is.
func dropNames(flat []*attribute) {
	names := map[string]bool{}
	for _, a := range flat {
		names[a.name.Text] = true
	}
	for _, a := range flat {
		others := 0
		for _, v := range a.values {
			if names[v] && v != a.name.Text {
				others++
			}
		}
		if !a.all && others > 0 && 2*others >= len(a.values) || !a.listed && slices.Contains(a.values, a.name.Text) {
			a.values = nil
		}
	}
}

// headName is the attribute whose members a table lists by its head: `actions[]`
// Attribute.
func headName(head string) string {
	if before, rest, ok := strings.Cut(head, "`"); ok && strings.TrimSpace(before) == "" {
		name, _, _ := strings.Cut(rest, "`")
		if prose.IsName(name) && vocabulary.ColumnOf(name) == vocabulary.Other {
			return name
		}
	}
	return ""
}

// row reads one row; its name may be several names in one cell.
func (r *reading) row(h head, t *table.Table, row *table.Row) []*attribute {
	cell := row.Cell(h.name)
	if strings.TrimSpace(strings.Join(row.Cells, "")) == "" {
		return nil
	}
	if len(t.Rows) == 1 && vocabulary.IsNothing(prose.Plain(cell)) {
		return nil
	}
	if row.Ragged {
		r.repair(h, t, row)
	}
	if r.isTopicRow(h, t, row) {
		return nil
	}
	n := prose.NameOf(cell)
	if isDash(cell) {
		n = r.unnamedBy(h, row)
	}
	names := []string{n.Text}
	parts, choice := prose.SeveralNames(n.Text, strings.Contains(cell, "`"))
	if slot := r.markedSlot(cell, n.Text); slot != "" {
		names, choice = []string{slot}, false
	} else if len(parts) > 1 {
		names = parts
	}
	var out []*attribute
	for _, text := range names {
		m := n
		m.Text = text
		if !prose.IsName(text) && text != prose.Element && text != prose.Whole {
			if !r.isTitleRow(h, row) {
				r.unread(row.Start, row.End, "unreadable-row", "no name of an attribute can be read in "+quoted(cell)+": the row is not in the model",
					"a name is one word, perhaps with dots and brackets; what else is to be said belongs into the description")
			}
			return out
		}
		a := r.attribute(h, t, row, m)
		if choice && a.need == vocabulary.Yes {
			a.need = vocabulary.Conditional // one of them
		}
		out = append(out, a)
	}
	return out
}

// repair joins the cells of a row that has more than its head, because of bars that are
// text: alternatives of a type, or else parts of the last cell.
func (r *reading) repair(h head, t *table.Table, row *table.Row) {
	extra := len(row.Cells) - len(t.Head)
	from := len(t.Head) - 1
	if h.typ >= 0 && h.typ+extra < len(row.Cells) {
		joined := strings.Join(row.Cells[h.typ:h.typ+extra+1], " | ")
		if typ := prose.TypeOf(joined, r.view); typ.Unknown == "" {
			from = h.typ
		}
	}
	cells := append([]string{}, row.Cells[:from]...)
	cells = append(cells, strings.Join(row.Cells[from:from+extra+1], " | "))
	row.Cells = append(cells, row.Cells[from+extra+1:]...)
	row.Ragged = false
}

// isTitleRow reports whether a row is but a line over others: it has one cell that
// is not empty.
func (r *reading) isTitleRow(h head, row *table.Row) bool {
	filled := 0
	for _, c := range row.Cells {
		if strings.TrimSpace(strings.Trim(prose.Plain(c), "-. …*")) != "" {
			filled++
		}
	}
	return filled == 0 || filled == 1 && h.typ >= 0 && strings.TrimSpace(row.Cell(h.typ)) == ""
}

func (r *reading) attribute(h head, t *table.Table, row *table.Row, n prose.Name) *attribute {
	a := &attribute{name: n, row: row, start: row.Start, end: row.End}
	cell, values := prose.CutValues(row.Cell(h.typ))
	if h.bracketed {
		cell, _ = unbracketed(cell)
	}
	if strings.Trim(prose.Plain(cell), "-—– ") != "" {
		a.typ, a.typed = prose.TypeOf(cell, r.view), true
	}
	if h.null >= 0 && vocabulary.NeedOf(prose.Plain(row.Cell(h.null))) == vocabulary.Yes {
		a.name.Nullable = true
	}
	if h.required >= 0 {
		a.needed = prose.Plain(row.Cell(h.required))
		a.need = vocabulary.NeedOf(a.needed)
		if h.circles {
			a.need = circleNeed(a.needed)
		}
		if h.optional && !isNeedWord(a.needed) {
			a.need = opposite(a.need)
		}
	}
	a.describe(h, t, row)
	if len(a.values) == 0 && len(values) > 0 {
		a.values, a.all, a.listed = values, true, true
	}
	r.condition(a, row.Cell(h.required))
	if h.location >= 0 {
		a.locationCell = strings.TrimSpace(prose.Plain(row.Cell(h.location)))
		a.location = locationOf(a.locationCell)
		a.located = strings.Contains(strings.ToLower(a.locationCell), "body")
	}
	if m := headerType.FindStringSubmatch(cell); m != nil && h.location < 0 { // If-Match | HTTP header, optional
		a.location, a.typ, a.typed = "header", prose.Type{}, false
		if a.need == vocabulary.Unsaid && m[1] != "" {
			a.need = vocabulary.NeedOf(m[1])
		}
	}
	if !a.typed && h.example >= 0 {
		a.typeByCell(row.Cell(h.example))
	}
	if a.typed {
		r.decideType(a)
		if a.typ.Expr.Is("file") && encodedWord.MatchString(a.doc) {
			a.typ.Expr, a.described = &decl.Expr{Op: decl.Name, Text: "string"}, true
		}
		r.describeType(a, row.Cell(h.description))
		a.typeCell = row.Cell(h.typ)
		if len(a.values) == 0 && enumWord.MatchString(prose.Plain(a.typeCell)) {
			a.values = prose.EnumValues(row.Cell(h.description))
		}
	}
	return a
}

// enumWord is a type of which but its values tell what it is.
var enumWord = prefilter.MustCompile(`(?i)^(?:enum(?:s|eration|erated)?|string enum|enum string|枚举|枚举值|枚举类型|字符串枚举|列挙|열거형)$`)

// headerType is the cell of a type that says instead that the attribute is a header.
var headerType = prefilter.MustCompile(`(?i)^\s*(?:http|request) header(?:\s*[,;(]\s*([a-z]+)\)?)?\s*$`)

// encodedWord says that bytes travel as text.
var encodedWord = prefilter.MustCompile(`(?i)\bbase-?64\b`)

func opposite(n vocabulary.Need) vocabulary.Need {
	switch n {
	case vocabulary.Yes:
		return vocabulary.No
	case vocabulary.No:
		return vocabulary.Yes
	}
	return n
}

// describe reads the description, the default and the values of a row.
func (a *attribute) describe(h head, t *table.Table, row *table.Row) {
	doc := prose.Doc(row.Cell(h.description))
	extras := append([]int{h.example, h.values, h.length}, h.other...)
	if need := vocabulary.NeedOf(prose.Plain(row.Cell(h.null))); need != vocabulary.Yes && need != vocabulary.No {
		extras = append(extras, h.null) // in other words
	}
	for _, extra := range extras {
		if text := prose.Doc(row.Cell(extra)); strings.Trim(text, "-— ") != "" {
			doc = strings.TrimPrefix(doc+"\n\n"+prose.Plain(t.Head[extra])+": "+text, "\n\n")
		}
	}
	if a.name.Note != "" {
		doc = strings.TrimPrefix(doc+"\n\n"+a.name.Note, "\n\n")
	}
	if a.typ.Note != "" {
		doc = strings.TrimPrefix(doc+"\n\n"+a.typ.Note, "\n\n")
	}
	a.doc = doc
	values := row.Cell(h.values)
	rule := vocabulary.NeedInRules(values)
	if a.noted = prose.SaidNeedOf(doc); a.noted == vocabulary.Unsaid {
		a.noted = rule
	}
	if need := needInDefault(row.Cell(h.def)); need != vocabulary.Unsaid && a.need == vocabulary.Unsaid {
		a.need = need
	} else if h.def >= 0 {
		a.def = defaultCell(row.Cell(h.def))
		a.defaults = saysDefault(row.Cell(h.def))
	}
	if typ := typeInValues(values); typ != "" {
		if !a.typed {
			a.typ.Expr, a.typed = &decl.Expr{Op: decl.Name, Text: typ}, true
		}
	} else if h.values >= 0 && !isPattern(values) && (rule == vocabulary.Unsaid || strings.Contains(values, "`")) {
		a.values, _ = prose.Values("one of " + values)
		a.listed, a.all = true, true
	}
	if len(a.values) == 0 {
		a.listed = false
		a.values, a.all = prose.Values(doc)
	}
}

// typeInValues is the type that the cell of values says instead: `integer >= 1` (default `1`).
func typeInValues(cell string) string {
	word, rest, more := strings.Cut(strings.Trim(strings.TrimSpace(cell), "`"), " ")
	if !more || strings.IndexByte("<>=[0123456789(", strings.TrimSpace(rest + "x")[0]) < 0 {
		return ""
	}
	switch typ := vocabulary.TypeOf(word); typ {
	case "integer", "number":
		return typ
	}
	return ""
}

// isPattern reports whether the cell of values says in braces how one is made: `{a};{b}[;{c} ...]`.
func isPattern(cell string) bool {
	return strings.HasPrefix(strings.TrimSpace(cell), "`{") && strings.Contains(cell, "}")
}

// saysDefault reports whether the cell of a default says that there is one, though not which.
func saysDefault(cell string) bool {
	switch strings.ToLower(strings.Trim(prose.Plain(cell), "-—– \"`")) {
	case "", "n/a", "na", "not applicable", "no default", "不涉及":
		return false
	}
	return true
}

// defaultCell is the value in the cell of a default, or "" where it says none.
func defaultCell(cell string) string {
	text := strings.Trim(prose.Plain(cell), ` "`)
	switch strings.ToLower(text) {
	case "", "-", "—", "–", "none", "n/a", "null", "无", "なし", "없음", "no default", "absent", "undefined", "nil", "na", "nan", "不涉及", "空":
		return ""
	}
	if len(strings.Fields(text)) > 1 && !strings.Contains(cell, `"`) && !strings.Contains(cell, "`") {
		return "" // a sentence
	}
	return text
}

// wordsOfLocations are parts of words for places in a request, in the order in which they count.
var wordsOfLocations = []struct {
	location string
	words    []string
}{
	{"path", []string{"path", "uri", "路径", "路徑", "パス", "경로", "ruta", "caminho", "rota", "chemin", "pfad", "percorso", "путь", "пути", "ścieżk", "шлях"}},
	{"query", []string{"query", "url", "@requestparam", "查询", "查詢", "クエリ", "쿼리", "consulta", "abfrage", "строк", "chaîne de requête"}},
	{"header", []string{"header", "请求头", "請求頭", "ヘッダ", "헤더", "cabeçalho", "cabecera", "encabezado", "en-tête", "entête", "kopfzeile", "intestazione", "заголов", "nagłów"}},
	{"cookie", []string{"cookie", "クッキー", "쿠키"}},
	{"body", []string{"body", "form", "json", "请求体", "請求體", "ボディ", "본문", "바디", "cuerpo", "corpo", "corps", "rumpf", "тел", "ciał", "тіл"}},
}

// locationOf is the place that a cell names.
func locationOf(cell string) string {
	low := strings.ToLower(cell)
	for _, l := range wordsOfLocations {
		if slices.ContainsFunc(l.words, func(word string) bool { return strings.Contains(low, word) }) {
			return l.location
		}
	}
	return ""
}

// decideType takes the type from the example where the word for it may mean a text or a
// number.
func (r *reading) decideType(a *attribute) {
	if a.typ.Doubt == "" || !a.typ.Expr.Is("number") && !a.typ.Expr.Is("string") {
		return
	}
	shown := shownAt(r.shown, a.name.Text, deepestShown)
	if shown == nil {
		shown = r.members[a.name.Text]
	}
	switch v := shown.(type) {
	case string:
		a.typ.Expr, a.shown = &decl.Expr{Op: decl.Name, Text: "string"}, true
	case json.Number:
		if a.shown = true; a.typ.Expr.Is("string") {
			a.typ.Expr = &decl.Expr{Op: decl.Name, Text: "integer"}
			if strings.ContainsAny(v.String(), ".eE") {
				a.typ.Expr.Text = "number"
			}
		}
	}
}

// checkType reports what could not be read of a type.
func (r *reading) checkType(a *attribute, cell string) {
	if a.typ.Unknown != "" {
		r.problem(a.start, a.end, "unknown-type", "the type "+quoted(prose.Plain(cell))+" of \""+a.name.Text+"\" cannot be read ("+quoted(a.typ.Unknown)+" is unknown): it is kept as "+exprText(a.typ.Expr),
			"link the type to the table that declares it, or use a word for a type of JSON")
	} else if a.typ.Doubt != "" && !a.shown {
		r.problem(a.start, a.end, "uncertain-type", "the type "+quoted(prose.Plain(cell))+" of \""+a.name.Text+"\" may mean several; it is read as "+exprText(a.typ.Expr), "")
	}
}
