package revpage

import (
	"fmt"
	"strings"

	"github.com/docgen-go/docgen/parser/dialect"
	"github.com/docgen-go/docgen/parser/rendered"
	"github.com/docgen-go/docgen/parser/typeexpr"
)

// A partial is a method or type of which only what differs is shown, with what
// leads there.
type partial struct {
	unit  unit
	title string
	roots twigs
	// in are the ways that values of the type are seen to travel.
	in map[string]bool
}

// A twig is an entry in a partial.
type twig struct {
	*entry
	kids twigs
}

// Twigs are entries in one place, each once.
type twigs struct {
	list   []*twig
	byCode map[[2]string]*twig
}

// plant returns the twig of an entry, which is added where it is not there.
func (ts *twigs) plant(e *entry) *twig {
	if t := ts.byCode[e.code]; t != nil {
		return t
	}
	if ts.byCode == nil {
		ts.byCode = map[[2]string]*twig{}
	}
	t := &twig{entry: e}
	ts.byCode[e.code] = t
	ts.list = append(ts.list, t)
	return t
}

// names are the fields that one side has.
func (ts *twigs) names(side int) []string {
	var out []string
	for _, t := range ts.list {
		if it := t.item[side]; it != nil {
			out = append(out, it.Name)
		}
	}
	return out
}

// add puts a change into the partial, with the items around it.
func (p *partial) add(c change) {
	twigs := &p.roots
	for _, e := range c.chain {
		t := twigs.plant(e)
		twigs = &t.kids
		for _, k := range e.kids {
			if k.both() && k.code[0] == k.code[1] {
				twigs.plant(k)
			}
		}
	}
	if n := c.entry.prev; n != nil && len(c.chain) == 0 && !n.nested && n.code[0] == n.code[1] {
		twigs.plant(n) // the parameter before it
	}
	twigs.plant(c.entry).grow()
}

// grow adds everything below an entry that only one side has.
func (t *twig) grow() {
	for _, k := range t.entry.kids {
		t.kids.plant(k).grow()
	}
}

// cause tells changes apart: the same one shows on the pages of its method, of
// all resources above it and wherever its type is used.
func (c change) cause() string {
	var b strings.Builder
	for i, e := range c.chain {
		if fields := members(e); i == 0 && fields != "" {
			b.WriteString(fields)
		} else {
			b.WriteString(e.code[1])
		}
		b.WriteByte('\n')
	}
	fmt.Fprintf(&b, "%s\n%s\n", c.code[0], c.code[1])
	if c.reworded() {
		b.WriteString(prose(c.text[0]) + "\n" + prose(c.text[1]))
	}
	return b.String()
}

// members is what an item announces of its fields, whatever its name is.
func members(e *entry) string {
	inner := e.any().Expr.Innermost()
	if inner.Op != typeexpr.Object {
		return ""
	}
	return fmt.Sprint(inner.Fields, inner.More)
}

// top is the outermost item that a change stands in.
func (c change) top() *entry {
	if len(c.chain) > 0 {
		return c.chain[0]
	}
	return c.entry
}

// rank orders the places that one change shows in: types, then methods whose
// heading is shown or known, then those without.
func (c change) rank() int {
	top := c.top()
	switch {
	case top.any().Form == dialect.Named:
		return 0
	case top.unit != nil && top.unit.path != "":
		return 1
	}
	return 2
}

// A collector makes partials of the changes of all sheets.
type collector struct {
	partials []*partial
	byKey    map[string]*partial
	// seen are the partials that causes were put into.
	seen map[string]*partial
	// responses are the types named after what a method returns, by their members.
	responses map[string]string
}

// collect sorts the changes into partials, each cause once.
func collect(sheets []*sheet, changes [][]change) []*partial {
	c := &collector{byKey: map[string]*partial{}, seen: map[string]*partial{}, responses: map[string]string{}}
	for rank := range 3 {
		for i := range sheets {
			for _, ch := range changes[i] {
				if ch.placed && ch.rank() == rank {
					c.put(sheets[i], ch)
				}
			}
		}
	}
	return c.partials
}

// put adds a change to its partial, if it is not there already.
func (c *collector) put(s *sheet, ch change) {
	cause := ch.cause()
	if c.seen[cause] == nil {
		c.seen[cause] = c.partial(s, ch)
		c.seen[cause].add(ch)
	}
	switch ch.top().section {
	case dialect.ReturnsSection:
		c.seen[cause].in["response"] = true
	case dialect.PathSection, dialect.QuerySection, dialect.HeaderSection, dialect.CookieSection, dialect.BodySection, dialect.ParamSection:
		c.seen[cause].in["request"] = true
	}
}

func (c *collector) partial(s *sheet, ch change) *partial {
	top := ch.top()
	p := &partial{in: map[string]bool{}}
	key := ""
	switch ch.rank() {
	case 0:
		p.title = top.any().Name
		key = "type " + p.title
		c.responses[members(top)] = p.title
	case 1:
		p.unit = *top.unit
		key = p.unit.verb + " " + p.unit.path
	default:
		p.title = c.parametersName(s, top)
		key = "type " + p.title
	}
	if c.byKey[key] == nil {
		c.byKey[key] = p
		c.partials = append(c.partials, p)
	}
	return c.byKey[key]
}

// parametersName is what clients call the parameters of a method whose heading
// is not shown: XParams where it returns XResponse.
func (c *collector) parametersName(s *sheet, top *entry) string {
	for _, e := range s.entries[top.index+1:] {
		if e.section == dialect.ReturnsSection && !e.nested {
			if name, ok := strings.CutSuffix(c.responses[members(e)], "Response"); ok {
				return name + "Params"
			}
			break
		}
	}
	return fmt.Sprintf("ParametersAtLine%d", top.at)
}

// page writes one side of a partial.
func (p *partial) page(s side, names map[string][]string) (Page, bool) {
	w := &pageWriter{side: s.index()}
	path := ""
	at := p.roots.list[0].at
	if p.unit.path != "" {
		endpoint := p.unit.verb + " " + p.unit.path
		path = place([]string{"changed", rendered.Fold(endpoint)}, true)
		if names := names[endpoint]; names != nil {
			path = place(names, true)
		}
		w.heading(p.unit, at)
		w.line("### Parameters", at)
	} else {
		path = place([]string{"changed", p.title}, false)
		w.line("## Domain Types", at)
		w.line("### "+p.title, at)
	}
	there := p.unit.path != ""
	if !there && p.roots.list[0].any().Form != dialect.Named {
		w.line("- `"+p.title+" object`", at)
		w.line("  - "+codeSpan(rest), at)
		w.depth, there = 1, true
	}
	before := len(w.lines)
	w.twigs(p.roots.list, w.depth)
	return Page{path, w.text, w.lines}, there || len(w.lines) > before
}

// A pageWriter writes one side of twigs.
type pageWriter struct {
	side, depth int
	text        []byte
	lines       []int32
}

func (w *pageWriter) line(text string, at int32) {
	w.text = append(append(w.text, text...), '\n', '\n')
	w.lines = append(w.lines, at, 0)
}

func (w *pageWriter) twigs(twigs []*twig, depth int) {
	indent := strings.Repeat("  ", depth)
	for _, t := range twigs {
		if t.code[w.side] == "" {
			continue
		}
		w.line(indent+"- "+codeSpan(t.code[w.side]), t.at)
		for _, e := range t.entry.text[w.side] {
			w.text = append(append(w.text, strings.TrimRight(indent+"  "+e.text, " ")...), '\n')
			w.lines = append(w.lines, e.at)
		}
		w.text = append(w.text, '\n')
		w.lines = append(w.lines, 0)
		if t.kids.hollow(t.entry) {
			w.line(indent+"  - "+codeSpan(rest), t.at)
		}
		w.twigs(t.kids.list, depth+1)
	}
}

// rest stands for the fields that are not shown, so that an object of which one
// side shows none is an object on both.
const rest = `"…": unknown`

// hollow reports whether one side of an object shows no field.
func (ts *twigs) hollow(e *entry) bool {
	if !e.both() || e.any().Expr.Innermost().Op != typeexpr.Object || len(ts.list) == 0 {
		return false
	}
	return len(ts.names(0)) == 0 || len(ts.names(1)) == 0
}
