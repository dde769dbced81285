package tables

import (
	"encoding/json"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/names"
	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
)

// standsForBody reports whether a fence with JSON stands where others list what is sent in the
// body: below nothing but headers, slots and parameters of the query, above what is answered.
func (r *reading) standsForBody(op *decl.Operation, c *call, p part, text string, asked bool) bool {
	return !asked && !r.saysAnswered(p) && c.answersBelow(p) && r.isBesideBody(op, c, p, text)
}

// isBesideBody reports whether a fence with JSON stands beside what is sent outside of the
// body, no attribute of which is listed above it.
func (r *reading) isBesideBody(op *decl.Operation, c *call, p part, text string) bool {
	switch p.section {
	case vocabulary.Header, vocabulary.Query, vocabulary.Path, vocabulary.Request, vocabulary.Unknown:
	default:
		return false
	}
	if bodiless(op.Verb) || p.section != vocabulary.Unknown && r.document.isLabelled(p) || r.showsError(p) || !isJSON(text) && !isRelaxed(text) {
		return false
	}
	slots := names.Slots(op.Path)
	listed := map[string]bool{}
	for _, above := range c.parts {
		if above.start >= p.start {
			break
		}
		if above.kind == tableBlock && !listsOutside(above, slots, listed) {
			return false
		}
	}
	return !showsOnly(text, listed)
}

// listsOutside reports whether a table of a call lists nothing that travels in a body, and adds
// the names that it lists.
func listsOutside(p part, slots []string, listed map[string]bool) bool {
	if p.head.name < 0 {
		return true
	}
	outside := p.section == vocabulary.Header || p.section == vocabulary.Query || p.section == vocabulary.Path
	for i := range p.table.Rows {
		name := stepName(p.table.Rows[i].Cell(p.head.name))
		listed[name] = true
		if !outside && !isHeaderName(name) && slotOf(slots, name) == "" {
			return false
		}
	}
	return true
}

// isHeaderName reports whether a name is written as those of headers are.
func isHeaderName(name string) bool {
	return strings.Contains(name, "-") || strings.EqualFold(name, "authorization")
}

// showsOnly reports whether JSON shows nothing but members of the names.
func showsOnly(text string, listed map[string]bool) bool {
	repaired, _ := relaxed(text)
	var members map[string]json.RawMessage
	if json.Unmarshal([]byte(repaired), &members) != nil {
		return false
	}
	for name := range members {
		if !listed[name] {
			return false
		}
	}
	return true
}

// answersBelow reports whether a later part of a call is in a section of answers.
func (c *call) answersBelow(p part) bool {
	return slices.ContainsFunc(c.parts, func(other part) bool { return other.start > p.start && isShown(other.section) })
}

// checkBeside reports a fence with JSON beside what is sent outside of the body of which nothing
// says whether it is sent or answered.
func (r *reading) checkBeside(op *decl.Operation, c *call, p part, text string) {
	if p.section == vocabulary.Unknown || !r.isBesideBody(op, c, p, text) || r.quiet {
		return
	}
	r.problems = append(r.problems, decl.Problem{Code: "unplaced-example", Severity: diag.Warning, Start: p.inner, End: p.innerEnd,
		Message: "nothing says whether this JSON is sent or answered: it stands below " + quoted(p.label) + ", and nothing is inferred from it",
		Help:    "put it below a heading for the body or for the response"})
}

var _ = diag.Register(diag.Entry{
	Code: "unplaced-example", Severity: diag.Warning,
	Title:   "nothing says whether JSON is sent or answered",
	Why:     "A fence with JSON stands below headers or parameters of a request that takes a body, and no heading or label tells it apart. It may be the body, which nothing else lists, or the answer: the method has neither of it.",
	Help:    "Put it below a heading for the body (Request body) or for the response.",
	Example: "-- cranes.md --\n# Cranes\n\n## Turn a crane\n\n```plaintext\nPOST /cranes/:id/turn\n```\n\n### Headers\n\n| Header | Type | Required |\n|---|---|---|\n| `X-Trace` | string | no |\n\n```json\n{\"angle\": 90}\n```\n",
})
