package link

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/source"
)

// A Host is the scheme and the host with which a page states an endpoint: POST
// https://upload.example.com/v1/files.
type Host struct {
	// Method is the ID of the method, URL the scheme with the host.
	Method, URL string
	// Assumed says that the page names the host alone, without a scheme.
	Assumed bool
	Span    source.Span
}

// statedHosts takes the host that most endpoints are stated with where nothing else names a
// server.
func (l *linker) statedHosts() {
	if len(l.api.Servers) > 0 {
		return
	}
	count := map[string]int{}
	for _, h := range l.in.Stated.Hosts {
		if !isTemplateHost(h.URL) {
			count[h.URL]++
		}
	}
	best := -1
	for i, h := range l.in.Stated.Hosts {
		if best < 0 && count[h.URL] > 0 || best >= 0 && count[h.URL] > count[l.in.Stated.Hosts[best].URL] {
			best = i
		}
	}
	if best >= 0 {
		h := l.in.Stated.Hosts[best]
		l.api.Servers = append(l.api.Servers, model.Server{URL: h.URL, Span: h.Span})
		if h.Assumed {
			l.diags.Add("assumed-scheme", diag.Info, h.Span, "the page names the host of its requests without a scheme; clients call %s", h.URL).
				Help = "set base_url in docgen.yaml if it is another one"
		}
	}
}

func isTemplateHost(base string) bool { return hasPlaceholder(base) || templateHost(hostOf(base)) }

// otherHosts tells of endpoints that are stated with another URL than clients call. Paths
// that begin with that of the server, whose host they name, go on behind it.
func (l *linker) otherHosts() {
	if len(l.api.Servers) == 0 {
		return
	}
	server := l.api.Servers[0]
	base := strings.TrimRight(server.URL, "/")
	scheme, _, _ := strings.Cut(base, "://")
	prefix := strings.TrimPrefix(base, scheme+"://"+hostOf(base))
	others := map[string][]Host{}
	var order []string
	for _, h := range l.in.Stated.Hosts {
		m := l.methods[h.Method]
		if m == nil || isTemplateHost(h.URL) {
			continue
		}
		called := h.URL
		if hostOf(h.URL) == hostOf(base) {
			if rest, ok := strings.CutPrefix(m.Path, prefix+"/"); ok || prefix == "" {
				if prefix != "" {
					m.Path = "/" + rest
				}
				continue
			}
			called += m.Path
		}
		if others[called] == nil {
			order = append(order, called)
		}
		others[called] = append(others[called], h)
	}
	for _, called := range order {
		l.otherHost(server, others[called])
	}
}

// mostNamed is how many methods a finding names.
const mostNamed = 5

// otherHost tells of the endpoints that are stated with one other URL.
func (l *linker) otherHost(server model.Server, of []Host) {
	slices.SortStableFunc(of, func(a, b Host) int { return cmp.Compare(a.Method, b.Method) })
	var ids []string
	for _, h := range of[:min(len(of), mostNamed)] {
		ids = append(ids, h.Method)
	}
	named := strings.Join(ids, ", ")
	if more := len(of) - len(ids); more > 0 {
		named += fmt.Sprintf(" and %d more", more)
	}
	first := of[0]
	d := l.diags.Add("other-server", diag.Warning, first.Span, "the page states %s with the server %s; clients send what calls %s to %s", named, first.URL, pronoun(of), server.URL)
	d.Help = fmt.Sprintf("give these calls WithBaseURL(%q) among their options, or set base_url in docgen.yaml if all methods go there", first.URL)
	d.See(server.Span, "the server that clients call")
}

func pronoun(of []Host) string {
	if len(of) == 1 {
		return "it"
	}
	return "them"
}

var _ = diag.Register(diag.Entry{
	Code: "other-server", Severity: diag.Warning,
	Title:   "an endpoint is stated with another server",
	Why:     "All methods of a client go to one server by default. An endpoint that the page states with another host, or with a path that does not begin with that of the base URL, is not reached there.",
	Help:    "Give the calls of the method WithBaseURL among their options. Set base_url in docgen.yaml if the other one is that of all methods.",
	Example: "-- parcels.md --\n# Parcels\n\nThe base URL is `https://api.harbor.example`.\n\n## List parcels\n\n```\nGET /v1/parcels\n```\n\n| Parameter | Type | Required |\n|---|---|---|\n| `page` | integer | no |\n\n## Upload a label\n\n```\nPOST https://upload.harbor.example/v1/labels\n```\n\n| Parameter | Type | Required |\n|---|---|---|\n| `name` | string | yes |\n",
})

var _ = diag.Register(diag.Entry{
	Code: "assumed-scheme", Severity: diag.Info,
	Title:   "a host without a scheme is called by https",
	Why:     "A request that is printed as it travels names its host in a header, but not whether it is sent by http or https.",
	Help:    "State the base URL of the API on a page, or set base_url in docgen.yaml.",
	Example: "-- parcels.md --\n# Parcels\n\n## List parcels\n\n```\nGET /v1/parcels HTTP/1.1\nHost: api.harbor.example\n```\n\n| Parameter | Type | Required |\n|---|---|---|\n| `page` | integer | no |\n",
})
