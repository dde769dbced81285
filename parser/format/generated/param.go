package generated

import (
	"regexp"
	"strings"

	"github.com/docgen-go/docgen/model/diag"
)

// A param is a row about a parameter.
type param struct {
	member
	// at is the section of the row.
	at section
	// located is where it travels, once decided.
	located string
	// wire is how it is called there.
	wire string
}

// A member is a row about a parameter or a member of a structure.
type member struct {
	// name is that of the client.
	name string
	typ  typeCell
	doc  string
	// unmarked says that the table has no column for what is optional.
	unmarked bool
	notes
	start, end int
}

// notes are what the last cells of a row say.
type notes struct {
	optional, required, readOnly, deprecated, nullable bool
	def                                                string
	hasDef                                             bool
	values                                             []string
	rest                                               string
}

// readParams reads a table of parameters.
func (c *call) readParams(b *block, at section) {
	for i := range b.table.Rows {
		row := &b.table.Rows[i]
		m, ok := c.page.readMember(b, i)
		if !ok {
			continue
		}
		if text := cell(row.Cells, b.head.typ); strings.Contains(text, "context.Context") || strings.Contains(text, "Opts**") && strings.Contains(text, "***") {
			continue // what the client alone takes
		}
		p := &param{member: m, at: at}
		switch at {
		case requiredSection:
			p.required = true
		case optionalSection:
			p.optional = true
		}
		if have := c.byName[keyOf(p.name)]; have != nil && (at != pathSection || have.at == pathSection) {
			c.again(have, p)
			continue
		}
		if c.byName == nil {
			c.byName = map[string]*param{}
		}
		c.byName[keyOf(p.name)] = p
		c.params = append(c.params, p)
	}
}

// again reports a parameter that two rows are about, but for those of the path that
// stand among the others once more.
func (c *call) again(have, p *param) {
	if have.at == p.at {
		d := c.page.diags.Add("parameter-twice", diag.Warning, c.page.file.Span(p.start, p.end), "the parameter %q of %q stands twice; the first one counts", p.name, c.name)
		d.See(c.page.file.Span(have.start, have.end), "the first one")
	}
}

// readMember reads a row of a table with names and types. A row without a name is
// reported.
func (s *pageText) readMember(b *block, i int) (member, bool) {
	row := &b.table.Rows[i]
	cells := b.head.cellsOf(b.table, row)
	name := plain(cell(cells, b.head.name))
	m := member{name: strings.Trim(name, "*` $"), start: row.Start, end: row.End}
	if strings.TrimSpace(strings.Join(cells, "")) == "" {
		return m, false
	}
	if m.name == "" || strings.ContainsAny(m.name, " \t|<>()") {
		s.report("unreadable-row", diag.Error, row.Start, row.End, "a name is one word", "no name can be read in %q: the row is not in the model", cell(cells, b.head.name))
		return m, false
	}
	m.typ = typeOf(cell(cells, b.head.typ))
	m.typ.start, m.typ.end = row.Start, row.End
	m.doc = prose(cell(cells, b.head.description))
	m.notes = notesOf(cell(cells, b.head.notes))
	switch need := notesOf(cell(cells, b.head.required)); {
	case need.required:
		m.required = true
	case need.optional:
		m.optional = true
	}
	m.optional = m.optional || m.typ.optional && !m.required
	m.unmarked = b.head.notes < 0 && b.head.required < 0 && !m.optional
	if m.rest != "" {
		m.doc = strings.TrimPrefix(m.doc+"\n\n"+m.rest, "\n\n")
	}
	return m, true
}

// note matches one note: [optional], (optional), [default to 10], [enum: a, b].
var note = regexp.MustCompile("(?i)\\[(optional|required|readonly|read-only|deprecated|nullable)(?: parameter)?\\]|\\((optional|required|readonly|read-only|deprecated)\\)" +
	"|\\[\\s*defaults? to ((?:[^\\[\\]]|\\[[^\\[\\]]*\\])*)\\]|\\(defaults? to ([^()]*)\\)|\\bdefaults to (`[^`]*`|'[^']*'|\\S+)|[\\[(]enum: ([^\\])]*)[\\])]")

// notesOf reads the notes of a row.
func notesOf(text string) notes {
	n := notes{}
	text = unescaped(text)
	for _, m := range note.FindAllStringSubmatch(text, -1) {
		switch strings.ToLower(m[1] + m[2]) {
		case "optional":
			n.optional = true
		case "required":
			n.required = true
		case "readonly", "read-only":
			n.readOnly = true
		case "deprecated":
			n.deprecated = true
		case "nullable":
			n.nullable = true
		}
		if def := strings.TrimSpace(m[3] + m[4] + m[5]); def != "" {
			n.def, n.hasDef = strings.Trim(def, "`"), true
		}
		if m[6] != "" {
			n.values = valuesOf(m[6])
		}
	}
	n.rest = strings.Trim(note.ReplaceAllString(text, ""), " -,.|")
	return n
}

// valuesOf are the values of a list.
func valuesOf(list string) []string {
	var out []string
	for _, v := range strings.Split(list, ",") {
		if v = unquoted(strings.TrimSpace(v)); v != "" {
			out = append(out, v)
		}
	}
	return out
}

// unquoted is a value without marks around it.
func unquoted(v string) string {
	v = strings.Trim(strings.TrimSpace(v), "`")
	for _, q := range []string{`"`, "'"} {
		if len(v) >= 2 && strings.HasPrefix(v, q) && strings.HasSuffix(v, q) {
			return v[1 : len(v)-1]
		}
	}
	return v
}

// A hint is what the example of a client says of a parameter beside its type.
type hint struct{ optional bool }

// goHint is a parameter in the example of a Go client: limit := int32(10) // int32 | How
// many (optional).
var goHint = regexp.MustCompile(`^\s*([A-Za-z_]\w*) := .* // [^|]*\|(.*)$`)

// tsHint is one in the example of a TypeScript client: let limit: number; // (optional).
var tsHint = regexp.MustCompile(`^\s*let ([A-Za-z_$]\w*): [^;]*; //(.*)$`)

// readHints reads the parameters of the example of a client.
func (c *call) readHints(text, language string) {
	form := goHint
	if language != "go" {
		form = tsHint
	}
	for line := range strings.Lines(text) {
		m := form.FindStringSubmatch(strings.TrimRight(line, "\n"))
		if m == nil {
			continue
		}
		if c.given == nil {
			c.given = map[string]hint{}
		}
		c.given[m[1]] = hint{optional: notesOf(m[2]).optional}
	}
}
