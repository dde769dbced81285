package tables

import (
	"strings"

	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/parser/prefilter"
	"github.com/docgen-go/docgen/parser/statement"
)

var (
	// starSlot is a slot for the rest of a path: /files/*path.
	starSlot = prefilter.MustCompile(`/\*([A-Za-z_]\w*)`)
	// restSlot is one whose pattern takes slashes: {path:.+}, {path...}, {+path}.
	restSlot = prefilter.MustCompile(`\{\+[^{}]+\}|\{[^{}]+(?::\.[+*]|\.\.\.|:\*|\*)\}|/\*[A-Za-z_]\w*`)
	anySlot  = prefilter.MustCompile(`\{[^{}/]*\}`)
)

// spans reports whether a request is a use of a path whose slots may take several segments.
func spans(path, target string) bool {
	if _, rest, ok := strings.Cut(target, "://"); ok {
		_, target, _ = strings.Cut(rest, "/")
	}
	target, _, _ = strings.Cut(target, "?")
	if !strings.Contains(path, "{") {
		return false
	}
	return len(target) <= longestTarget && endsIn(strings.Trim(target, "/"), anySlot.Split(strings.Trim(path, "/"), -1))
}

// endsIn reports whether a target ends in the parts of a path, with something between each two
// of them, behind a slash or the mark of a fragment with a slash.
func endsIn(target string, parts []string) bool {
	if i := strings.LastIndexByte(target, '#'); i >= 0 {
		_, behind, ok := strings.Cut(target[i:], "/")
		if !ok {
			return false
		}
		target = behind
	}
	n := len(parts) - 1
	if n == 0 {
		return target == parts[0] || strings.HasSuffix(target, "/"+parts[0])
	}
	rest, ok := strings.CutSuffix(target, parts[n])
	if !ok {
		return false
	}
	if after, ok := strings.CutPrefix(rest, parts[0]); ok {
		rest = after
	} else if _, rest, ok = strings.Cut(rest, "/"+parts[0]); !ok {
		return false
	}
	for _, p := range parts[1:n] {
		if rest == "" {
			return false
		}
		if _, rest, ok = strings.Cut(rest[1:], p); !ok {
			return false
		}
	}
	return rest != ""
}

// longestTarget is how many bytes the target of a request takes that is compared.
const longestTarget = 1000

// sendsTo reports whether a printed request calls an endpoint of a block, in whose slots
// several segments stand.
func (c *call) sendsTo(op statement.Operation) bool {
	for _, f := range c.stated {
		stated := f.Operations[0]
		if stated.Verb == op.Verb && spans(slotPathAs(c.document.marks, stated.Path), op.Path) {
			return true
		}
	}
	return false
}

// checkRest reports slots of a path that take several segments: slashes in a value are
// sent as %2F.
func (r *reading) checkRest(f statement.Finding) {
	if m := restSlot.FindString(f.Operations[0].Path); m != "" {
		r.problem(f.Start, f.End, "slot-of-segments", "the slot "+quoted(strings.TrimPrefix(m, "/"))+" of the path takes several segments; the method sends slashes in its value as %2F", "")
	}
}

var _ = diag.Register(diag.Entry{
	Code: "slot-of-segments", Severity: diag.Warning,
	Title:   "a slot of a path takes several segments",
	Why:     "The pattern of the slot takes slashes. A value of the parameter is escaped as one segment, which most servers read as the same path, and some refuse.",
	Help:    "Try whether the server takes %2F there. If it does not, build the request yourself.",
	Example: exampleHead + "| Attribute | Type | Required |\n|---|---|---|\n| `angle` | number | yes |\n\n## Read a log\n\n```plaintext\nGET /logs/{path:.+}\n```\n\n| Attribute | Type | Required |\n|---|---|---|\n| `full` | boolean | no |\n",
})
