package parser

import (
	"fmt"
	"net/url"
	"path"
	"regexp"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/parser/format"
	"github.com/docgen-go/docgen/parser/statement"
)

// A requested is an endpoint that a command on a page requests, with its host.
type requested struct {
	statement.Operation
	host       string
	start, end int
}

// mostRequested is how many commands of a page are looked at.
const mostRequested = 64

var (
	// commandLine is a text that is but one command of curl, whose output goes to no other program.
	commandLine = regexp.MustCompile(`^\s*(?:[$>%]\s*)?curl\s[^|]*$`)
	// versioned is a segment of paths as APIs have them.
	versioned = regexp.MustCompile(`(?i)(?:^|/)(?:v[0-9][\w.]*|api|rest)(?:/|$)|^api[.-]|\.api\.`)
)

// slotInURL is a slot in the address of a request as it is meant: http://{host}/boats/{id}.
var slotInURL = regexp.MustCompile(`([/.:])\{[A-Za-z][\w-]*\}`)

// requestOf is the endpoint of a request that looks like one of an API: a version or the word
// api is part of its address, or it has slots, and it fetches no file.
func requestOf(req *model.Request) (requested, bool) {
	meant := slotInURL.MatchString(req.URL)
	u, err := url.Parse(slotInURL.ReplaceAllString(req.URL, "${1}x"))
	if err != nil || u.Host == "" || strings.Trim(u.Path, "/") == "" || path.Ext(u.Path) != "" {
		return requested{}, false
	}
	q := requested{Operation: statement.Operation{Verb: req.Verb, Path: u.Path}, host: u.Host}
	if meant { // as it is printed
		if _, rest, ok := strings.Cut(req.URL, "://"); ok {
			_, rest, _ = strings.Cut(rest, "/")
			q.Path, _, _ = strings.Cut("/"+rest, "?")
		}
	}
	return q, meant || versioned.MatchString(u.Path) || versioned.MatchString(u.Host)
}

// reportRequested tells of pages that nobody reads and whose commands request endpoints
// that no page states.
func (r *run) reportRequested(api *model.API, known *statement.Known) error {
	w := format.NewWorker(r.tree)
	for i, c := range r.claims {
		var open []requested
		seen := map[string]bool{}
		for _, q := range c.requests {
			if key := q.String(); !seen[key] && isOfServers(api, q.host) && !known.Has(q.Operation) {
				seen[key] = true
				open = append(open, q)
			}
		}
		if len(open) == 0 {
			continue
		}
		text, err := w.Open(r.tree.Pages[i].Path)
		if err != nil {
			return fmt.Errorf("reading the docs: %w", err)
		}
		severity := diag.Info
		if known.Len() == 0 {
			severity = diag.Warning
		}
		for _, q := range open {
			r.diags.Add("requested-only", severity, text.File().Span(q.start, q.end), "a command requests %s, which no page states: it is no method, and the page is a guide", q).
				Help = "state each endpoint below its heading, a verb and a path alone, with holes for what varies: GET /v1/cranes/{crane_id}"
		}
	}
	return nil
}

// isOfServers reports whether a host is one of the servers of an API, if it has any.
func isOfServers(api *model.API, host string) bool {
	for _, s := range api.Servers {
		if u, err := url.Parse(s.URL); err == nil && strings.EqualFold(u.Host, host) {
			return true
		}
	}
	return len(api.Servers) == 0
}

var _ = diag.Register(diag.Entry{
	Code: "requested-only", Severity: diag.Warning,
	Title:   "endpoints that only commands show",
	Why:     "The page requests endpoints that no page states. A path as it is sent has values in it, and nothing tells which of its words vary, so that no method is made of it.",
	Help:    "State each endpoint below its heading, a verb and a path alone, with holes for what varies.",
	Example: "-- cranes.md --\n# Cranes\n\n## Get a crane\n\n```bash\ncurl https://api.harbor.example/v1/cranes/42\n```\n\n```json\n{\"id\": 42}\n```\n",
})
