package captured

import (
	"fmt"
	"strings"

	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format/sdkdocs/dialect"
)

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
	if inner.Op != decl.Object {
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
	case top.any().Form == decl.Named:
		return 0
	case top.unit != nil && top.unit.path != "":
		return 1
	}
	return 2
}

// A collector makes partials of the changes of all file diffs.
type collector struct {
	partials []*partial
	byKey    map[string]*partial
	// seen are the partials that causes were put into.
	seen map[string]*partial
	// responses are the types named after what a method returns, by their members.
	responses map[string]string
}

// collect sorts the changes into partials, each cause once.
func collect(diffs []*fileDiff, changes [][]change) []*partial {
	c := &collector{byKey: map[string]*partial{}, seen: map[string]*partial{}, responses: map[string]string{}}
	for rank := range 3 {
		for i := range diffs {
			for _, ch := range changes[i] {
				if ch.located && ch.rank() == rank {
					c.put(diffs[i], ch)
				}
			}
		}
	}
	return c.partials
}

// put adds a change to its partial, if it is not there already.
func (c *collector) put(s *fileDiff, ch change) {
	cause := ch.cause()
	if c.seen[cause] == nil {
		c.seen[cause] = c.partial(s, ch)
		c.seen[cause].add(ch)
	}
	if p := c.seen[cause]; p.ofMethod && p.location == "" {
		p.location = locations[ch.top().section]
	}
	switch ch.top().section {
	case dialect.ReturnsSection:
		c.seen[cause].in["response"] = true
	case dialect.PathSection, dialect.QuerySection, dialect.HeaderSection, dialect.CookieSection, dialect.BodySection, dialect.ParamSection:
		c.seen[cause].in["request"] = true
	}
}

// parametersName is what clients call the parameters of a method whose heading
// is not shown: XParams where it returns XResponse.
func (c *collector) parametersName(s *fileDiff, top *entry) string {
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

// locations are where the parameters of a section travel. Of a section whose heading is
// not shown nothing but that it holds parameters is known.
var locations = map[dialect.Section]string{
	dialect.PathSection: "path", dialect.QuerySection: "query", dialect.HeaderSection: "header", dialect.CookieSection: "cookie", dialect.BodySection: "body",
	dialect.ParamSection: "parameters",
}

func (c *collector) partial(s *fileDiff, ch change) *partial {
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
		p.ofMethod = true
		key = "type " + p.title
	}
	if c.byKey[key] == nil {
		c.byKey[key] = p
		c.partials = append(c.partials, p)
	}
	return c.byKey[key]
}
