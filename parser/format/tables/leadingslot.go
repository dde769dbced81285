package tables

import (
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
	"github.com/docgen-go/docgen/parser/prefilter"
	"github.com/docgen-go/docgen/parser/statement"
)

// leadingSlot is what stands for a host, or is the first slot of a path, right before the slash
// of what follows it: {tenant}/boats.
var leadingSlot = prefilter.MustCompile("(?:^|[\\s`*])(?:\\{([A-Za-z_][\\w-]*)\\}|<([A-Za-z_][\\w-]*)>)$")

// leading is the name in braces right before the path of a statement, or "".
func (s *document) leading(f statement.Finding) string {
	text, path := s.text[f.Start:f.End], f.Operations[0].Path
	at := strings.Index(text, path)
	if at <= 0 || text[at-1] != '}' && text[at-1] != '>' {
		return ""
	}
	if m := leadingSlot.FindStringSubmatch(text[:at]); m != nil && !strings.Contains(text, "</"+m[1]+m[2]+">") { // which would be a tag
		return m[1] + m[2]
	}
	return ""
}

// leadBySlots makes the first slots of paths of what stands for a host by its look, where a row
// of the call lists it as a parameter.
func (c *call) leadBySlots() {
	for i, f := range c.stated {
		name := c.document.leading(f)
		if name == "" || !c.lists(name) {
			continue
		}
		op := f.Operations[0]
		op.Path = "/{" + name + "}" + op.Path
		c.stated[i].Operations = []statement.Operation{op}
		c.led = append(c.led, [2]int{f.Start, f.End})
	}
}

// lists reports whether a row of the tables of a call that describe no answer has a name.
func (c *call) lists(name string) bool {
	return slices.ContainsFunc(c.parts, func(p part) bool {
		if p.kind != tableBlock || p.head.name < 0 || isAnswer(p.section) || p.section == vocabulary.Documentation {
			return false
		}
		for i := range p.table.Rows {
			if stepName(p.table.Rows[i].Cell(p.head.name)) == name {
				return true
			}
		}
		return false
	})
}

// checkLeading tells of what stands before a path and is taken for a host though its name is of
// none.
func (r *reading) checkLeading(c *call, f statement.Finding) {
	name := r.document.leading(f)
	if name == "" || r.quiet || statement.NamesHost(name) {
		return
	}
	r.problems = append(r.problems, decl.Problem{Code: "leading-variable", Severity: diag.Info, Start: f.Start, End: f.End,
		Message: quoted("{"+name+"}") + " before the path is taken for a host, as nothing lists it as a parameter",
		Help:    "put a slash before it, or list it, if it is a part of the path"})
}

var _ = diag.Register(diag.Entry{
	Code: "leading-variable", Severity: diag.Info,
	Title:   "a variable before a path is taken for a host",
	Why:     "A path begins with a name in braces and no slash before it, and no table lists that name: it may stand for the host, or be the first part of the path. The method requests the path without it.",
	Help:    "Put a slash before it, or list it with the parameters, if it is a part of the path.",
	Example: "-- cranes.md --\n# Cranes\n\n## Turn a crane\n\n```plaintext\nPOST {harbour}/cranes/:id/turn\n```\n\n| Attribute | Type | Required |\n|---|---|---|\n| `angle` | number | yes |\n",
})
