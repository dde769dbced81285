package curl

import (
	"errors"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/parser/prefilter"
)

// ErrNotCurl says that an example is no command of curl or HTTPie.
var ErrNotCurl = errors.New("not a curl command")

// Read reads the request that an example makes: a command, or a request printed as it
// travels. Values keep their shell variables. It returns ErrNotCurl for other texts.
func Read(text string) (*model.Request, error) {
	if c, ok := readMessage(text); ok {
		c.finish()
		return c.req, nil
	}
	c, err := read(text)
	if err != nil {
		return nil, err
	}
	if c.req.URL == "" {
		return nil, errors.New("the curl command names no URL")
	}
	c.finish()
	return c.req, nil
}

// IsCommand reports whether a text begins with a command of curl or HTTPie, behind comments,
// variables that are set, and the prompt of a shell.
func IsCommand(text string) bool {
	text = afterLead(text)
	return strings.HasPrefix(text, "curl ") || strings.HasPrefix(text, "http") && httpieStart.MatchString(text)
}

// afterLead is a text without the lines before its first command that are comments or set
// variables, and without the prompt of a shell.
func afterLead(text string) string {
	for {
		text = strings.TrimLeft(text, " \t\r\n")
		line, rest, found := strings.Cut(text, "\n")
		name, value, sets := strings.Cut(strings.TrimPrefix(strings.TrimSpace(line), "export "), "=")
		switch {
		case !found:
		case strings.HasPrefix(text, "#"), sets && isVariable(name) && !strings.ContainsAny(value, " \\("):
			text = rest
			continue
		}
		return strings.TrimLeft(text[len(prompt.FindString(text)):], "$>% \t")
	}
}

// prompt is one of a shell that names a machine: [linux]$, me@host:~$.
var prompt = prefilter.MustCompile(`^(?:\[[^\]\n]{1,40}\]|[\w.-]+@[\w.-]+(?::[^\s$#]*)?)[ \t]*[$#][ \t]+`)

// isVariable reports whether a text is the name of a variable of a shell.
func isVariable(name string) bool {
	return name != "" && !strings.ContainsFunc(name, func(r rune) bool {
		return r != '_' && (r|0x20 < 'a' || r|0x20 > 'z') && (r < '0' || r > '9')
	})
}

// Saves reports whether an example is a curl command that writes the response
// into a file.
func Saves(text string) bool {
	c, err := read(text)
	return err == nil && c.output != "" && c.output != "-" && !strings.ContainsAny(c.output, "><") && c.output != "/dev/null"
}

func read(text string) (*command, error) {
	text, document := cutHere(text)
	lead := afterLead(text)
	args, err := words(lead)
	if err != nil {
		return nil, err
	}
	c := &command{req: &model.Request{}}
	if len(args) > 0 && strings.HasPrefix(lead, "http") && httpieStart.MatchString(lead) {
		c.httpie(args[1:])
		return c, nil
	}
	if len(args) == 0 || args[0] != "curl" {
		return nil, ErrNotCurl
	}
	for rest := args[1:]; len(rest) > 0; {
		rest = c.argument(rest)
	}
	for i := range c.data {
		if c.data[i] == "@-" && document != "" {
			c.data[i] = strings.TrimSpace(document)
		}
	}
	return c, nil
}

// A command gathers what the arguments say.
type command struct {
	req    *model.Request
	data   []string
	get    bool
	output string
	// encoded are the indexes of data that curl encodes, in which no mark parts several.
	encoded []int
}

// short maps the letters that matter to their long names.
var short = map[byte]string{
	'X': "request", 'H': "header", 'd': "data", 'F': "form", 'G': "get", 'u': "user",
	'o': "output", 'D': "dump-header", 'A': "user-agent", 'b': "cookie", 'e': "referer", 'm': "max-time", 'T': "upload-file",
	'w': "write-out", 'I': "head",
}

// valueless are the long options that take no value; every other one takes the
// next word.
var valueless = map[string]bool{
	"get": true, "compressed": true, "silent": true, "show-error": true, "location": true, "verbose": true,
	"include": true, "insecure": true, "fail": true, "fail-with-body": true, "no-buffer": true, "head": true,
	"http1.1": true, "http2": true, "globoff": true, "remote-name": true, "progress-bar": true, "no-progress-meter": true,
}

// argument takes the first argument with its value and returns the others.
func (c *command) argument(args []string) []string {
	arg, rest := args[0], args[1:]
	name, value, hasValue := "", "", false
	switch {
	case strings.HasPrefix(arg, "--"):
		name, value, hasValue = strings.Cut(arg[2:], "=")
	case len(arg) > 1 && arg[0] == '-':
		name, value = shortOption(arg)
		hasValue = value != ""
	default:
		c.url(arg)
		return rest
	}
	if !hasValue && !valueless[name] && len(rest) > 0 {
		value, rest = rest[0], rest[1:]
	}
	c.option(name, value)
	return rest
}

// shortOption reads -X, -XPOST and bundles such as -sSL.
func shortOption(arg string) (name, value string) {
	for i := 1; i < len(arg); i++ {
		if name, ok := short[arg[i]]; ok {
			return name, arg[i+1:]
		}
	}
	return "silent", "" // a bundle of letters that take no value
}

func (c *command) option(name, value string) {
	switch name {
	case "request":
		c.req.Verb = strings.ToUpper(value)
	case "url":
		c.url(value)
	case "header":
		c.header(value)
	case "data", "data-raw", "data-binary", "data-ascii", "data-urlencode":
		if name == "data-urlencode" {
			c.encoded = append(c.encoded, len(c.data))
		}
		c.data = append(c.data, value)
	case "json":
		c.data = append(c.data, value)
		c.header("Content-Type: application/json")
	case "form", "form-string":
		k, v, _ := strings.Cut(value, "=")
		c.req.Form = append(c.req.Form, model.Constant{Name: k, Value: v})
	case "user":
		c.req.Headers = append(c.req.Headers, model.Constant{Name: "Authorization", Value: "Basic " + value})
	case "cookie":
		c.req.Headers = append(c.req.Headers, model.Constant{Name: "Cookie", Value: value})
	case "get":
		c.get = true
	case "head":
		c.req.Verb = "HEAD"
	case "output":
		c.output = value
	}
}

func (c *command) header(line string) {
	name, value, ok := strings.Cut(line, ":")
	if ok {
		c.req.Headers = append(c.req.Headers, model.Constant{Name: strings.TrimSpace(name), Value: strings.TrimSpace(value)})
	}
}

// url splits the query off. Only the first URL counts. A verb in its place lacks its -X.
func (c *command) url(raw string) {
	if c.req.URL != "" {
		return
	}
	switch raw {
	case "GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS":
		c.req.Verb = raw
		return
	}
	if m := linkedURL.FindStringSubmatch(raw); m != nil {
		raw = m[1] + m[2]
	}
	base, query, _ := strings.Cut(raw, "?")
	c.req.URL = base
	c.query(query)
}

// linkedURL is an address that an editor made a link of, with what it left behind that.
var linkedURL = prefilter.MustCompile(`^\[(https?://[^\[\]]+)\]\(https?://[^()]*\)(.*)$`)

func (c *command) query(query string) {
	for pair := range strings.SplitSeq(query, "&") {
		if k, v, _ := strings.Cut(pair, "="); k != "" {
			c.req.Query = append(c.req.Query, model.Constant{Name: unescape(k), Value: unescape(v)})
		}
	}
}

// finish applies what depends on all arguments together, as curl does: data
// makes a POST unless -G turns it into a query.
func (c *command) finish() {
	if c.get {
		for _, d := range c.data {
			c.query(d)
		}
		c.data = nil
	}
	if !c.pairs() {
		c.req.Body = strings.Join(c.data, "&")
	}
	if c.req.Verb == "" {
		c.req.Verb = "GET"
		if c.req.Body != "" || c.req.Form != nil {
			c.req.Verb = "POST"
		}
	}
}
