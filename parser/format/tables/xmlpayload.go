package tables

import (
	"strings"

	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
	"github.com/docgen-go/docgen/parser/prefilter"
)

// xmlRoot begins a document in XML: a declaration, or an element alone.
var xmlRoot = prefilter.MustCompile(`^(?:<\?xml\b|<[A-Za-z][\w:.-]*(?:\s[^<>]*)?>)`)

// checkTexts reports what code, lists and sentences of an endpoint hold that nothing reads.
func (r *reading) checkTexts(c *call) {
	r.checkHeaderCode(c)
	r.checkXML(c)
	r.checkLists(c)
	r.checkCoded(c)
	r.checkQueryText(c)
}

// checkXML reports once a page that an endpoint is shown to be sent or to answer XML where nothing
// shows JSON in its place: clients send and read JSON, or forms.
func (r *reading) checkXML(c *call) {
	if r.quiet || r.xmlTold {
		return
	}
	shown := map[bool]int{}
	for i, p := range c.parts {
		answer := isAnswerShown(p.section)
		if p.kind != fenceBlock || !answer && p.section != vocabulary.Body && p.section != vocabulary.Request && p.section != vocabulary.RequestExample {
			continue
		}
		switch code := r.document.code(p.block); {
		case isRelaxed(code):
			shown[answer] = -1
		case shown[answer] == 0 && isXML(p.info, code):
			shown[answer] = i + 1
		}
	}
	for _, answer := range []bool{false, true} {
		if shown[answer] <= 0 {
			continue
		}
		p, what := c.parts[shown[answer]-1], "is sent"
		if answer {
			what = "answers"
		}
		r.xmlTold = true
		r.problems = append(r.problems, decl.Problem{Code: "xml-payload", Severity: diag.Warning, Start: p.start, End: p.inner,
			Message: "the page shows that the endpoint " + what + " XML: clients send and read JSON, so that calls of it fail or give nothing"})
		return
	}
}

// isXML reports whether a fence holds a document in XML.
func isXML(info, code string) bool {
	lang := firstWord(info)
	return (lang == "" || lang == "xml" || lang == "text") && xmlRoot.MatchString(code) && strings.HasSuffix(code, ">") && strings.Contains(code, "</")
}

var _ = diag.Register(diag.Entry{
	Code: "xml-payload", Severity: diag.Warning,
	Title:   "an endpoint is sent or answers XML",
	Why:     "Clients encode and decode JSON and forms. An endpoint whose page shows XML alone takes or gives what they cannot read.",
	Help:    "Call such endpoints without the client, or show JSON where the API takes and gives it, too.",
	Example: exampleHead + "| Attribute | Type | Required |\n|---|---|---|\n| `angle` | number | yes |\n\n### Response\n\n```xml\n<crane><angle>4</angle></crane>\n```\n",
})
