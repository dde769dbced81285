package tables

import (
	"strings"

	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format/tables/prose"
	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
)

// sentBesides are the members of a body that its example sends and that the one list of it has not, where
// the label of that says that it lists what is required: the others are optional.
func (r *reading) sentBesides(e *endpoint, p part, as []*attribute, sent map[string]any) []*attribute {
	if p.section != vocabulary.Body || bodiless(e.op.Verb) || needOfLabel(p.label) != vocabulary.Yes || len(sent) <= len(as) {
		return nil
	}
	for i := range e.call.parts {
		other := &e.call.parts[i]
		if other.kind == tableBlock && other.block != p.block && isAsked(other.section) {
			return nil
		}
	}
	listed := map[string]bool{}
	for _, a := range as {
		if _, ok := sent[a.name.Text]; !ok {
			return nil
		}
		listed[a.name.Text] = true
	}
	var out []*attribute
	var names []string
	for _, name := range sortedKeys(sent) {
		if listed[name] || !memberKey.MatchString(name) {
			continue
		}
		a := &attribute{name: prose.Name{Text: name}, need: vocabulary.No, start: p.start, end: p.table.HeadRow.End, shown: true}
		if a.typ.Expr, a.children = a.membersOf(sent[name], deepestShown); a.typ.Expr == nil {
			a.typ.Expr = anyExpr
		}
		out, names = append(out, a), append(names, name)
	}
	if len(out) > 0 && !r.quiet {
		r.problems = append(r.problems, decl.Problem{
			Code: "inferred-body", Severity: diag.Info, Start: p.start, End: p.table.HeadRow.End,
			Message: "the list is of what is required, and the example of " + e.op.Verb + " " + e.op.Path + " sends " + quoted(strings.Join(names, ", ")) + " as well: they are optional members",
		})
	}
	return out
}
