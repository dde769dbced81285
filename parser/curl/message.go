package curl

import (
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/parser/prefilter"
)

var (
	// startLine begins a request as it travels; the version of HTTP may be missing.
	startLine = prefilter.MustCompile(`^([A-Z]{3,7})[ \t]+((?:https?://|/)\S*)(?:[ \t]+(HTTP/[0-9.]+))?[ \t]*$`)
	// headerLine is one of its headers.
	headerLine = prefilter.MustCompile(`^[A-Za-z][A-Za-z0-9-]*:[ \t]?`)
)

// ofConnection are headers that whoever sends a request sets by itself.
var ofConnection = map[string]bool{"host": true, "connection": true, "content-length": true, "user-agent": true, "accept-encoding": true, "cache-control": true}

// IsMessage reports whether an example prints a request as it travels: a verb and a
// target, then headers or a body.
func IsMessage(text string) bool {
	_, ok := readMessage(text)
	return ok
}

// CutBody parts a printed request into its first line with the headers, and its body, which
// may follow them without a blank line where it is JSON.
func CutBody(text string) (head, body string) {
	at := 0
	for line := range strings.Lines(text) {
		trimmed := strings.TrimSpace(line)
		if at > 0 && (trimmed == "" || trimmed[0] == '{' || trimmed[0] == '[') {
			break
		}
		at += len(line)
	}
	return strings.TrimSpace(text[:at]), strings.TrimSpace(text[at:])
}

// readMessage reads a printed request.
func readMessage(text string) (*command, bool) {
	text = strings.TrimSpace(text)
	first, _, _ := strings.Cut(text, "\n")
	m := startLine.FindStringSubmatch(strings.TrimSpace(first))
	if m == nil {
		return nil, false
	}
	head, body := CutBody(text)
	_, rest, _ := strings.Cut(head, "\n")
	c := &command{req: &model.Request{Verb: m[1]}}
	c.url(m[2])
	form := false
	for line := range strings.Lines(rest) {
		if line = strings.TrimSpace(line); !headerLine.MatchString(line) {
			continue // a header that lost its colon
		}
		if name, _, _ := strings.Cut(line, ":"); !ofConnection[strings.ToLower(name)] {
			c.header(line)
		}
		form = form || strings.Contains(strings.ToLower(line), "x-www-form-urlencoded")
	}
	if m[3] == "" && !strings.Contains(rest, ":") && (body == "" || body[0] != '{' && body[0] != '[') {
		return nil, false // lines of text
	}
	if form && !strings.HasPrefix(body, "{") {
		for pair := range strings.SplitSeq(strings.Join(strings.Fields(body), ""), "&") {
			if k, v, ok := strings.Cut(pair, "="); ok {
				c.req.Form = append(c.req.Form, model.Constant{Name: unescape(k), Value: unescape(v)})
			}
		}
	} else if body != "" {
		c.data = []string{body}
	}
	return c, true
}
