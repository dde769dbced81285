package tables

import (
	"slices"
	"strconv"
	"strings"

	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/link"
	"github.com/docgen-go/docgen/parser/prefilter"
)

// rpcName is the name of a method that a heading names, or "".
func (c *call) rpcName() string {
	if c.stated[0].Template == 0 {
		return ""
	}
	return c.stated[0].Title
}

// rpcParts are the resource of a named method, "" where the name says none, and the name
// within it: those of widgets/get are widgets and get.
func rpcParts(name string) (resource, method string) {
	at := strings.LastIndexAny(name, "/.")
	var parts []string
	for p := range strings.FieldsFuncSeq(name[:max(at, 0)], func(r rune) bool { return r == '/' || r == '.' }) {
		parts = append(parts, snake(p))
	}
	return strings.Join(parts, "."), snake(name[at+1:])
}

// snake is a name in small letters, its words joined by underscores.
func snake(name string) string { return latin(capital.ReplaceAllString(name, "${1}_$2")) }

// checkNamed tells what the endpoints of methods follow from that only headings name.
func (r *reading) checkNamed() {
	n, at := 0, 0
	var first *call
	for _, c := range r.document.calls {
		if c.rpcName() != "" {
			if n++; first == nil {
				first, at = c, c.stated[0].Template
			}
		}
	}
	if n == 0 {
		return
	}
	r.problems = append(r.problems, decl.Problem{
		Code: "endpoints-by-name", Severity: diag.Info, Start: at, End: lineEnd(r.document.text, at),
		Message: strconv.Itoa(n) + " methods have headings that name them and no endpoint of their own: verb and path are what the page says of all here, as in " + first.stated[0].Operations[0].String(),
	})
}

// namedServer notes the server of the URL at which all methods are called that headings
// name.
func (s *document) namedServer(c *shared) {
	for _, call := range s.calls {
		if call.rpcName() == "" {
			continue
		}
		at := call.stated[0].Template
		u := absoluteURL.FindString(s.text[at:min(len(s.text), at+longestLabel*2)])
		scheme, rest, ok := strings.Cut(u, "://")
		host, _, _ := strings.Cut(rest, "/")
		if !ok || baseURLOf(scheme+"://"+host) == "" {
			return
		}
		u = scheme + "://" + host
		c.servers = append(c.servers, link.Server{URL: strings.Clone(u), Span: c.file().Span(at, at+len(u)), Trial: trialWord.MatchString(u)})
		return
	}
}

// checkVerbOfAll tells of the verb of endpoints that are stated by their paths alone.
func (r *reading) checkVerbOfAll() {
	for _, c := range r.document.calls {
		f := c.stated[0]
		if f.VerbAt == 0 {
			continue
		}
		severity, start, end := diag.Info, f.VerbAt-1, lineEnd(r.document.text, f.VerbAt-1)
		if len(verbsIn(r.document.text[start:end])) > 1 {
			severity = diag.Warning // one of them is left out
		}
		r.problems = append(r.problems, decl.Problem{
			Code: "verb-of-all", Severity: severity, Start: start, End: end,
			Message: strconv.Itoa(len(r.document.calls)) + " endpoints are stated by their paths alone: " + f.Operations[0].Verb + " is the verb that the page says of all here, as in " + f.Operations[0].String(),
		})
		return
	}
}

// verbInText is a verb with which endpoints may be called.
var verbInText = prefilter.MustCompile(`\b(?:GET|POST|PUT|PATCH|DELETE)\b`)

// verbsIn are the verbs that a text names, each once.
func verbsIn(text string) []string {
	verbs := verbInText.FindAllString(text, -1)
	slices.Sort(verbs)
	return slices.Compact(verbs)
}

// checkVerbOfCommand tells of the verbs that only commands say.
func (r *reading) checkVerbOfCommand() {
	for _, c := range r.document.calls {
		f := c.stated[0]
		if f.CommandAt == 0 {
			continue
		}
		r.problems = append(r.problems, decl.Problem{
			Code: "verb-of-command", Severity: diag.Info, Start: f.CommandAt - 1, End: lineEnd(r.document.text, f.CommandAt-1),
			Message: "the page states " + quoted(f.Operations[0].Path) + " without a verb: " + f.Operations[0].Verb + " is that of the command here",
		})
	}
}

var _ = diag.Register(diag.Entry{
	Code: "verb-of-command", Severity: diag.Info,
	Title:   "the verb of an endpoint is that of a command",
	Why:     "A page states endpoints by labelled paths alone. What commands of curl below such a path send says the verb.",
	Help:    "Nothing has to be done. Say the verb before the path, if the command is wrong.",
	Example: "-- cranes.md --\n# Cranes\n\n## list_cranes\n\nRoute: `/cranes`\n\n```sh\ncurl https://api.cranes.example/cranes\n```\n\n## turn_crane\n\nRoute: `/cranes/:name/turn`\n\nInput (JSON):\n\n- `angle` (number, required): How far.\n\n```sh\ncurl -d '{\"angle\": 3}' https://api.cranes.example/cranes/tom/turn\n```\n",
})

var _ = diag.Register(diag.Entry{
	Code: "verb-of-all", Severity: diag.Info,
	Title:   "the verb of endpoints is that of all endpoints",
	Why:     "A page states endpoints by their paths alone, and says once with which verb all of them are called. Where it says two, that with a body counts, and this is a warning.",
	Help:    "Nothing has to be done. Say the verb before a path that is called with another one.",
	Example: "-- cranes.md --\n# Cranes\n\nAll endpoints are called with POST.\n\n## Turn\n\nEndpoint: `/cranes/turn`\n\n**Parameters**\n\n| Parameter | Type | Description |\n|---|---|---|\n| `angle` | number | How far. |\n\n## Stop\n\nEndpoint: `/cranes/stop`\n\n**Parameters**\n\n| Parameter | Type | Description |\n|---|---|---|\n| `crane` | string | Which one. |\n",
})
