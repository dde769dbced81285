package tables

import (
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
	"github.com/docgen-go/docgen/parser/prefilter"
)

var _ = diag.Register(diag.Entry{
	Code: "unread-object", Severity: diag.Warning,
	Title:   "a fence shows members of an object that were not read",
	Why:     "No table lists what the endpoint takes, and the fence below it shows an object in the notation of a program or in XML, or one of which nothing says whether it is sent or answered: the method has nothing of it.",
	Help:    "Put it below Request or Response as JSON, or list the members in a table.",
	Example: "-- cranes.md --\n# Cranes API\n\n## Turn a crane\n\n`POST /cranes/:id/turn`\n\n```\nturning = {\n    \"angle\": \"<Degrees>\" // how far it goes\n};\n```\n\n## List cranes\n\n`GET /cranes`\n\n## Drop a crane\n\n`DELETE /cranes/:id`\n",
})

var (
	// assignedObject is an object that a program gives to a name: body = {
	assignedObject = prefilter.MustCompile(`(?m)^(?:(?:const|let|var)[ \t]+)?[A-Za-z_][\w.]*[ \t]*:?=[ \t]*[{\[][ \t]*(?://.*)?$`)
	// memberLine is a line that holds a member of an object.
	memberLine = prefilter.MustCompile(`(?m)^[ \t]+["']?[A-Za-z_][\w-]*["']?[ \t]*:[ \t]*\S`)
)

// sentElement begins a text that is an element of XML with others in it.
var sentElement = prefilter.MustCompile(`^(?:<\?xml[^<>]*\?>\s*)?<[A-Za-z][\w:.-]*(?:\s[^<>]*)?>\s*<[A-Za-z][\w:.-]*[\s>/]`)

// checkElements reports what an endpoint with a body is sent in XML alone, below no label (of labelled
// payloads checkXML tells), where no
// example is JSON and no table lists members. It returns the examples.
func (r *reading) checkElements(op *decl.Operation, c *call, examples []decl.Example) []decl.Example {
	if r.quiet || bodiless(op.Verb) || len(c.attributeNames()) > 0 || slices.ContainsFunc(examples, func(ex decl.Example) bool { return !ex.Response }) {
		return examples
	}
	for _, p := range c.parts {
		if p.kind != fenceBlock || p.start < c.stated[0].End || p.section != vocabulary.Unknown || p.status > 0 {
			continue
		}
		if sentElement.MatchString(strings.TrimSpace(r.document.code(p.block))) {
			r.problems = append(r.problems, decl.Problem{Code: "unread-object", Severity: diag.Warning, Start: p.inner, End: p.innerEnd,
				Message: "the fence shows what " + op.Verb + " " + op.Path + " is sent in XML, which docgen does not read, and no table lists it: the method sends nothing of it",
				Help:    "list the members in a table, and have callers send the body as it is"})
			break
		}
	}
	return examples
}

// checkObject reports a fence that shows an object which a program assigns, where no table lists
// what the endpoint takes: what it says of members is lost.
func (r *reading) checkObject(c *call, p part, text string) {
	if r.quiet || p.section != vocabulary.Unknown || !strings.Contains(text, "=") || !assignedObject.MatchString(text) || !memberLine.MatchString(text) || len(c.attributeNames()) > 0 {
		return
	}
	r.problems = append(r.problems, decl.Problem{Code: "unread-object", Severity: diag.Warning, Start: p.inner, End: p.innerEnd,
		Message: "the fence shows members of an object in a notation that is no JSON, and no table lists what the endpoint takes: nothing of them was read",
		Help:    "put it below Request or Response as JSON, or list the members in a table"})
}
