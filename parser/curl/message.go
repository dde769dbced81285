package curl

import (
	"net/textproto"
	"regexp"
	"strings"

	"github.com/docgen-go/docgen/model"
)

// requestLine begins a request as it is printed: POST /boats?size=3 HTTP/1.1
var requestLine = regexp.MustCompile(`^(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS) ((?:https?://|/)\S*)(?: HTTP/[0-9.]+)?$`)

// ofTransport are headers that clients send for every request, which say nothing of it.
var ofTransport = map[string]bool{
	"Host": true, "Content-Length": true, "Connection": true, "User-Agent": true, "Accept": true, "Accept-Encoding": true, "Accept-Language": true,
	"Date": true, "Cache-Control": true, "Expect": true, "Upgrade": true, "Transfer-Encoding": true, "Origin": true, "Referer": true, "Pragma": true,
}

// IsMessage reports whether a text is a request as it is printed: a request line, headers,
// and perhaps a body behind a blank line.
func IsMessage(text string) bool {
	_, ok := readMessage(text)
	return ok
}

// readMessage reads a request as it is printed. Its URL is the path where no host stands
// in its first line.
func readMessage(text string) (*model.Request, bool) {
	line, rest, _ := strings.Cut(strings.TrimLeft(text, " \t\n"), "\n")
	m := requestLine.FindStringSubmatch(strings.TrimSpace(line))
	if m == nil {
		return nil, false
	}
	c := &command{req: &model.Request{Verb: m[1]}}
	c.url(m[2])
	for rest != "" {
		line, after, _ := strings.Cut(rest, "\n")
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '{' || line[0] == '[' {
			c.req.Body = strings.TrimSpace(rest)
			break
		}
		name, _, ok := strings.Cut(line, ":")
		if !ok || strings.ContainsAny(name, " \t{\"") {
			return nil, false // no header
		}
		if !ofTransport[textproto.CanonicalMIMEHeaderKey(name)] {
			c.header(line)
		}
		rest = after
	}
	return c.req, true
}
