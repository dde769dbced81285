package parser

import (
	"bytes"
	"path"
	"regexp"
	"strings"

	"github.com/docgen-go/docgen/parser/curl"
	"github.com/docgen-go/docgen/parser/page"
	"github.com/docgen-go/docgen/parser/statement"
)

// mostContinued is how many lines a command goes on for behind backslashes.
const mostContinued = 30

var (
	// lineCommand is a line of a text that begins with a command: $ curl -X GET …, 1. `curl …`.
	lineCommand = regexp.MustCompile("^[ \\t>]*(?:(?:[-*+]|[0-9]{1,3}[.)])[ \\t]+)?`{0,2}[$%]?[ \\t]*(curl [^|]*)$")
	// plainVerb and plainURL are what a command has that cannot be read otherwise.
	plainVerb = regexp.MustCompile(`(?:-X|--request)[ =]*["']?([A-Z]{3,7})\b`)
	plainURL  = regexp.MustCompile(`https?://([^\s/"'` + "`" + `?]+)(/[^\s"'` + "`" + `?#\\]*)`)
	// namesAPI is a title or a name of a page that says that it is about an API.
	namesAPI = regexp.MustCompile(`(?i)(?:^|[^\pL])(?:apis?|endpoints?|rest|routes)(?:[^\pL]|$)`)
)

// A command is the text of one, and where it stands.
type command struct {
	text       string
	start, end int
}

// commandsOn are the commands of curl on a page, each alone in a fence or a line of a text, but for
// the lines that it goes on for.
func commandsOn(text []byte, from int) []command {
	var out []command
	fences := page.Fences(text, from)
	for i := from; i < len(text) && len(out) < mostRequested; {
		if len(fences) > 0 && fences[0].Start <= i {
			f := fences[0]
			fences = fences[1:]
			if code := string(text[f.Inner:f.InnerEnd]); commandLine.MatchString(code) {
				out = append(out, command{code, f.Inner, f.Inner + len(bytes.TrimRight(text[f.Inner:f.InnerEnd], " \t\r\n"))})
			}
			i = max(i+1, f.End)
			continue
		}
		end := endOfLine(text, i)
		if bytes.Contains(text[i:end], []byte("curl ")) {
			for n := 0; n < mostContinued && end < len(text) && bytes.HasSuffix(bytes.TrimRight(text[i:end], " \t\r\n"), []byte(`\`)); n++ {
				end = endOfLine(text, end)
			}
			line := strings.TrimRight(string(text[i:end]), " \t\r\n`")
			if m := lineCommand.FindStringSubmatchIndex(line); m != nil {
				out = append(out, command{line[m[2]:m[3]], i + m[2], i + m[3]})
			}
		}
		i = end
	}
	return out
}

func endOfLine(text []byte, i int) int {
	if n := bytes.IndexByte(text[i:], '\n'); n >= 0 {
		return i + n + 1
	}
	return len(text)
}

// requested is what the command requests, and whether it looks like a request of an API. One that
// cannot be read is looked through for a verb and an address.
func (c command) requested() (q requested, ofAPI, ok bool) {
	if req, err := curl.Read(c.text); err == nil {
		q, ofAPI = requestOf(req)
		q.start, q.end = c.start, c.end
		return q, ofAPI, q.Path != ""
	}
	m := plainURL.FindStringSubmatch(c.text)
	if m == nil || path.Ext(m[2]) != "" || strings.Trim(m[2], "/") == "" {
		return q, false, false
	}
	verb := "GET"
	if v := plainVerb.FindStringSubmatch(c.text); v != nil {
		verb = v[1]
	}
	return requested{Operation: statement.Operation{Verb: verb, Path: m[2]}, host: m[1], start: c.start, end: c.end}, versioned.MatchString(m[2]) || versioned.MatchString(m[1]), true
}

// fewestRequests is how many endpoints of one host commands request that are those of an API,
// although nothing in their addresses says so.
const fewestRequests = 3

// requestsOn are the endpoints that commands of curl on a page request: those whose addresses look
// like that of an API, and all to one host where there are several or the page says that it is about one.
func requestsOn(text []byte, from int, title, name string) []requested {
	if !bytes.Contains(text[from:], []byte("curl ")) {
		return nil
	}
	var all []requested
	var sure []bool
	hosts := map[string]map[statement.Operation]bool{}
	for _, c := range commandsOn(text, from) {
		q, ofAPI, ok := c.requested()
		if !ok {
			continue
		}
		if hosts[q.host] == nil {
			hosts[q.host] = map[statement.Operation]bool{}
		}
		hosts[q.host][q.Operation] = true
		all, sure = append(all, q), append(sure, ofAPI)
	}
	about := namesAPI.MatchString(title) || namesAPI.MatchString(strings.TrimSuffix(path.Base(name), path.Ext(name)))
	var out []requested
	for i, q := range all {
		if sure[i] || about || len(hosts[q.host]) >= fewestRequests {
			out = append(out, q)
		}
	}
	return out
}
