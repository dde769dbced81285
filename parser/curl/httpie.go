package curl

import (
	"encoding/json"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/parser/prefilter"
)

var (
	// httpieStart begins a command of HTTPie: options, a verb or none, and an address.
	httpieStart = prefilter.MustCompile(`^https?[ \t]+(?:-{1,2}[a-z][\w=-]*[ \t]+(?:[^-\s"'$/][^\s/]*[ \t]+)??){0,6}(?:(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)[ \t]+["']?[^\s"']*[/.$:]|["']?(?:https?://|[$:][\w/]|\{+\w+\}|localhost))`)
	// httpieItem is one item behind the address: a name, what parts it from the value, and this.
	httpieItem = prefilter.MustCompile(`^([^\s:=@]+)(:=@?|==|=@?|:|@)((?s:.*))$`)
	isVerb     = prefilter.MustCompile(`^(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)$`)
)

// httpieValued are the options of HTTPie that take the next word.
var httpieValued = map[string]bool{"-a": true, "--auth": true, "-o": true, "--output": true, "-A": true, "--auth-type": true, "--timeout": true, "-s": true, "--style": true, "--session": true, "-p": true, "--print": true, "--verify": true}

// httpie reads the words of a command of HTTPie behind its name.
func (c *command) httpie(args []string) {
	form, parts := false, false
	var members []string
	for i := 0; i < len(args); i++ {
		arg := args[i]
		switch {
		case strings.HasPrefix(arg, "-"):
			form = form || arg == "-f" || arg == "--form"
			parts = parts || arg == "--multipart"
			if (arg == "-a" || arg == "--auth") && i+1 < len(args) {
				c.option("user", args[i+1])
			}
			if httpieValued[arg] {
				i++
			}
		case c.req.URL == "" && isVerb.MatchString(arg):
			c.req.Verb = arg
		case c.req.URL == "":
			c.url(arg)
		default:
			members = c.item(members, arg, form || parts)
		}
	}
	files := slices.ContainsFunc(args, func(arg string) bool {
		m := httpieItem.FindStringSubmatch(arg)
		return m != nil && m[2] == "@"
	})
	if form && !parts && !files { // as a form of HTML without files
		c.header("Content-Type: " + formType)
	}
	if len(members) > 0 {
		c.data = append(c.data, "{"+strings.Join(members, ", ")+"}")
		c.header("Content-Type: application/json")
	}
}

// item reads one item of a command of HTTPie, and adds it to the members of the body where it
// is one.
func (c *command) item(members []string, arg string, form bool) []string {
	m := httpieItem.FindStringSubmatch(arg)
	if m == nil {
		return members
	}
	name, value := m[1], m[3]
	switch m[2] {
	case ":":
		c.header(name + ": " + value)
	case "==":
		c.req.Query = append(c.req.Query, model.Constant{Name: name, Value: value})
	case ":=":
		if json.Valid([]byte(value)) {
			return append(members, text(name)+": "+value)
		}
		return append(members, text(name)+": "+text(value))
	default:
		if form || m[2] == "@" {
			c.req.Form = append(c.req.Form, model.Constant{Name: name, Value: value})
			return members
		}
		return append(members, text(name)+": "+text(value))
	}
	return members
}

// text is a text in JSON.
func text(s string) string {
	out, _ := json.Marshal(s) // a text has one
	return string(out)
}
