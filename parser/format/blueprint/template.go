package blueprint

import (
	"strings"
)

// A template is a URI with the variables of RFC 6570.
type template struct {
	// path is what OpenAPI has for it: with slots, and with the query that all requests
	// send.
	path string
	vars []variable
}

// A variable is one of a template.
type variable struct {
	name string
	// operator is the sign before it, explode whether a list is sent one by one, prefix
	// whether only its first letters are sent.
	operator        byte
	explode, prefix bool
}

// operators are the signs that an expression may begin with.
const operators = "?&+#/.;"

// templateOf reads a URI. Expressions without an end are part of the path.
func templateOf(uri string) template {
	var t template
	var path, query strings.Builder
	out := &path
	for uri != "" {
		open := strings.IndexByte(uri, '{')
		end := -1
		if open >= 0 {
			end = strings.IndexByte(uri[open:], '}')
		}
		literal := uri
		if end >= 0 {
			literal = uri[:open]
		}
		if i := strings.IndexByte(literal, '?'); i >= 0 && out == &path {
			path.WriteString(literal[:i])
			out, literal = &query, literal[i+1:]
		}
		out.WriteString(literal)
		if end < 0 {
			break
		}
		t.expression(uri[open+1:open+end], out)
		uri = uri[open+end+1:]
	}
	t.path, _, _ = strings.Cut(path.String(), "#")
	if fixed := strings.Trim(query.String(), "&"); fixed != "" {
		t.path += "?" + fixed
	}
	return t
}

// expression reads what stands in braces, and writes its slots.
func (t *template) expression(text string, out *strings.Builder) {
	operator := byte(0)
	if text = strings.TrimSpace(text); text != "" && strings.IndexByte(operators, text[0]) >= 0 {
		operator, text = text[0], text[1:]
	}
	for i, name := range strings.Split(text, ",") {
		v := variable{name: strings.TrimSpace(name), operator: operator}
		if rest, ok := strings.CutSuffix(v.name, "*"); ok {
			v.name, v.explode = rest, true
		}
		if rest, _, ok := strings.Cut(v.name, ":"); ok {
			v.name, v.prefix = rest, true
		}
		v.name = decoded(v.name)
		if v.name == "" {
			continue
		}
		t.vars = append(t.vars, v)
		switch operator {
		case 0, '+':
			if i > 0 {
				out.WriteByte(',')
			}
		case '/', '.':
			out.WriteByte(operator)
		default:
			continue
		}
		out.WriteString("{" + v.name + "}")
	}
}

// decoded is a name without what is escaped in URIs: brackets of lists.
func decoded(name string) string {
	return strings.NewReplacer("%5B", "[", "%5D", "]", "%5b", "[", "%5d", "]").Replace(name)
}

// inPath reports whether a variable stands in the path, inQuery whether in the query.
func (v variable) inPath() bool  { return strings.IndexByte("\x00+/.", v.operator) >= 0 }
func (v variable) inQuery() bool { return v.operator == '?' || v.operator == '&' }
