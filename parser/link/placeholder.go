package link

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// placeholders find where an example leaves room for a value of the reader: a
// variable of a shell or of a template, and words of prose in its place.
// Each match holds one of the marks, in any case: most texts have none.
var placeholders = []struct {
	*regexp.Regexp
	marks []string
}{
	{variable, []string{"$"}},
	{regexp.MustCompile(`\{[^{}]*\}`), []string{"{"}},                                      // {region}, {{host}}, ${HOST}
	{regexp.MustCompile(`<[^<>]*>`), []string{"<"}},                                        // <region>
	{regexp.MustCompile(`%[A-Za-z_][A-Za-z0-9_]*%`), []string{"%"}},                        // %HOST%
	{regexp.MustCompile(`\[[A-Za-z][A-Za-z _-]*\]`), []string{"["}},                        // [subdomain]
	{regexp.MustCompile(`(?i)(?:^|[^a-z])(?:your[-_. ]|my[-_])`), []string{"your", "my"}},  // your-domain, YOUR_KEY
	{regexp.MustCompile(`(?i)(?:^|[^a-z])your[a-z]+`), []string{"your"}},                   // yourdomain
	{regexp.MustCompile(`(?i)x{4,}|\.{3,}|…|\*{3,}`), []string{"xxxx", "...", "***", "…"}}, // sk-xxxx, abc…
	{regexp.MustCompile(`(?i)(?:^|[^a-z])(?:replace|insert)[-_ ]`), []string{"replace", "in\u017fert", "insert"}},
}

// hasPlaceholder reports whether a text of an example is not what is sent.
func hasPlaceholder(text string) bool {
	low := strings.ToLower(text)
	for _, p := range placeholders {
		if slices.ContainsFunc(p.marks, func(mark string) bool { return strings.Contains(low, mark) }) && p.MatchString(text) {
			return true
		}
	}
	return false
}

// hostWords are labels that stand for a label of the reader's own, where they
// are the first of a host.
var hostWords = map[string]bool{
	"account": true, "domain": true, "host": true, "hostname": true, "instance": true, "server": true, "servername": true,
	"site": true, "subdomain": true, "tenant": true, "workspace": true, "organization": true, "region": true,
}

// capitals are a label that no host has in print: SUBDOMAIN, API_HOST.
var capitals = regexp.MustCompile(`^[A-Z][A-Z0-9_-]*$`)

// templateHost reports whether nobody is reached under a host as it stands.
func templateHost(host string) bool {
	name, _, _ := strings.Cut(host, ":")
	labels := strings.Split(name, ".")
	if hasPlaceholder(host) || len(labels) > 1 && hostWords[strings.ToLower(labels[0])] || labels[len(labels)-1] == "invalid" {
		return true
	}
	if len(labels) == 1 && isWords(name) {
		return true
	}
	for _, label := range labels {
		if capitals.MatchString(label) || strings.Contains(label, "_") {
			return true
		}
	}
	return false
}

// isWords reports whether a host is of letters that no name without a dot has: http://服务器地址.
func isWords(host string) bool {
	return strings.ContainsFunc(host, func(r rune) bool { return r > unicode.MaxASCII })
}
