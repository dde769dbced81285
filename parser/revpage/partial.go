package revpage

import (
	"fmt"
	"slices"
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
	roots []*twig
}

// A twig is an entry in a partial.
type twig struct {
	*entry
	kids []*twig
}

// plant returns the twig of an entry, which is added where it is not there.
func plant(twigs *[]*twig, e *entry) *twig {
	for _, t := range *twigs {
		if t.code == e.code {
			return t
		}
	}
	t := &twig{entry: e}
	*twigs = append(*twigs, t)
	return t
}

// add puts a change into the partial, with the items around it.
func (p *partial) add(c change) {
	twigs := &p.roots
	for _, e := range c.chain {
		t := plant(twigs, e)
		twigs = &t.kids
		for _, k := range e.kids {
			if k.both() && k.code[0] == k.code[1] {
				plant(twigs, k)
			}
		}
	}
	if n := c.entry.prev; n != nil && len(c.chain) == 0 && !n.nested && n.code[0] == n.code[1] {
		plant(twigs, n) // the parameter before it
	}
	plant(twigs, c.entry).grow()
}

// grow adds everything below an entry that only one side has.
func (t *twig) grow() {
	for _, k := range t.entry.kids {
		plant(&t.kids, k).grow()
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
		for _, text := range c.text {
			for _, e := range text {
				b.WriteString(e.text + "\n")
			}
		}
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
	seen     map[string]bool
	// responses are the types named after what a method returns, by their members.
	responses map[string]string
}

// collect sorts the changes into partials, each cause once.
func collect(sheets []*sheet, changes [][]change) []*partial {
	c := &collector{byKey: map[string]*partial{}, seen: map[string]bool{}, responses: map[string]string{}}
	for rank := range 3 {
		for i := range sheets {
			for _, ch := range changes[i] {
				if ch.placed && ch.rank() == rank && !c.seen[ch.cause()] {
					c.seen[ch.cause()] = true
					c.partial(sheets[i], ch).add(ch)
				}
			}
		}
	}
	return c.partials
}

func (c *collector) partial(s *sheet, ch change) *partial {
	top := ch.top()
	p := &partial{}
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
	at := slices.Index(s.entries, top)
	for _, e := range s.entries[at+1:] {
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
	w := &pageWriter{side: index(s)}
	path := ""
	at := p.roots[0].at
	if p.unit.path != "" {
		endpoint := p.unit.verb + " " + p.unit.path
		path = place([]string{"changed", rendered.Fold(endpoint)}, true)
		if names := names[endpoint]; names != nil {
			path = place(names, true)
		}
		w.line("# "+p.unit.title, at)
		w.line("**"+strings.ToLower(p.unit.verb)+"** `"+p.unit.path+"`", at)
		w.line("### Parameters", at)
	} else {
		path = place([]string{"changed", p.title}, false)
		w.line("## Domain Types", at)
		w.line("### "+p.title, at)
	}
	there := p.unit.path != ""
	if !there && p.roots[0].any().Form != dialect.Named {
		w.line("- `"+p.title+" object`", at)
		w.depth, there = 1, true
	}
	before := len(w.lines)
	w.twigs(p.roots, w.depth)
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
		w.twigs(t.kids, depth+1)
	}
}
