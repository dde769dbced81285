package tables

import (
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/parser/curl"
	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
)

// requestsOther takes the body of a printed request that has the verb or the path of another endpoint,
// where a label says that it shows what the one of the section is sent and nothing else shows that: it was
// copied from there. A request of something else altogether is but told.
func (r *reading) requestsOther(op *decl.Operation, c *call, p part, text string, ex *decl.Example) {
	if len(c.stated) > 1 || bodiless(op.Verb) || p.section != vocabulary.RequestExample && p.section != vocabulary.Request {
		return
	}
	req, err := curl.Read(text)
	if err != nil || !strings.HasPrefix(req.Body, "{") && !strings.HasPrefix(req.Body, "[") || r.isRequested(op, c) {
		return
	}
	asked := req.Verb + " " + req.URL
	if !besides(op.Path, req.URL) {
		r.problem(p.inner, p.innerEnd, "requests-other", "the example of "+op.Verb+" "+op.Path+" requests "+asked+": what it sends is in no method", "")
		return
	}
	ex.Text, ex.Request = req.Body, &model.Request{Verb: op.Verb, URL: op.Path, Body: req.Body}
	r.problem(p.inner, p.innerEnd, "requests-other", "the example of "+op.Verb+" "+op.Path+" requests "+asked+": its body is taken for what "+op.Verb+" "+op.Path+" is sent", "")
}

// isRequested reports whether an example of a call requests an operation.
func (r *reading) isRequested(op *decl.Operation, c *call) bool {
	for i := range c.parts {
		if p := &c.parts[i]; p.kind == fenceBlock && !c.isStatement(p.block) {
			req, err := r.document.requestIn(r.document.code(p.block))
			if err == nil && req.Verb == op.Verb && isUseOf(op.Path, req.URL) {
				return true
			}
		}
	}
	return false
}

// besides reports whether a target is that of a thing or of a list beside a path: one begins with all of
// the other, but for the slots at the end.
func besides(path, target string) bool {
	if _, rest, ok := strings.Cut(target, "://"); ok {
		_, target, _ = strings.Cut(rest, "/")
	}
	target, _, _ = strings.Cut(target, "?")
	want := strings.Split(strings.Trim(path, "/"), "/")
	for len(want) > 1 && strings.HasPrefix(want[len(want)-1], "{") {
		want = want[:len(want)-1]
	}
	have := strings.Split(strings.Trim(target, "/"), "/")
	for len(have) >= len(want) {
		if isUseOf(strings.Join(want, "/"), strings.Join(have, "/")) {
			return true
		}
		have = have[:len(have)-1]
	}
	return false
}

var _ = diag.Register(diag.Entry{
	Code: "requests-other", Severity: diag.Warning,
	Title:   "the example of a request requests another endpoint",
	Why:     "It has another verb or path than the section that it is an example of, as copies have. Where the path is about the same things and no other example requests the endpoint, the body is taken for what it is sent.",
	Help:    "Print the request with the verb and the path of the endpoint.",
	Example: exampleHead + "| Attribute | Type | Required |\n|---|---|---|\n| `angle` | number | yes |\n\n## Keep a crane\n\n```plaintext\nPOST /cranes\n```\n\n**Example request**:\n\n```http\nPUT /cranes/4 HTTP/1.1\nContent-Type: application/json\n\n{\"angle\": 30}\n```\n",
})
