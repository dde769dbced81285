package link

import (
	"iter"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/docgen-go/docgen/model"
)

// Pages of some clients do not tell what a request must have from what it may
// have. Their examples do: they pass what must be there.

// unmarked are the dialects of clients whose pages mark nothing as optional
// although their examples leave things out.
func unmarked(in Input) map[string]bool {
	out, marked := map[string]bool{}, map[string]bool{}
	for _, u := range in.Units {
		if u.Client {
			marked[u.Dialect] = marked[u.Dialect] || u.marks()
			out[u.Dialect] = !marked[u.Dialect] && (out[u.Dialect] || u.leavesOut())
		}
	}
	return out
}

// leavesOut reports whether the examples of a method do without something that
// it takes.
func (u Unit) leavesOut() bool {
	if u.Method == nil {
		return false
	}
	passed := passedBy(u.Method)
	if len(passed) == 0 {
		return false
	}
	left := func(f *model.Field) bool { return !passed[f.SDKName] && !passed[f.Name] }
	return slices.ContainsFunc(u.Method.Params, func(p *model.Param) bool { return p.Location != model.LocationPath && left(&p.Field) }) ||
		u.Method.Body != nil && slices.ContainsFunc(u.Method.Body.Type.Fields, left)
}

// marks reports whether the unit marks anything as optional.
func (u Unit) marks() bool {
	optional := func(f *model.Field) bool { return !f.Required }
	for _, s := range u.Occurrences {
		if slices.ContainsFunc(s.Type.Fields, optional) {
			return true
		}
	}
	if u.Method == nil {
		return false
	}
	return slices.ContainsFunc(u.Method.Params, func(p *model.Param) bool { return !p.Required }) ||
		u.Method.Body != nil && slices.ContainsFunc(u.Method.Body.Type.Fields, optional)
}

// presence takes what no example passes for optional, in requests of clients
// that do not say.
func (l *linker) presence() {
	all := map[string]bool{}
	for m := range l.eachMethod() {
		passed := passedBy(m)
		for name := range passed {
			all[name] = true
		}
		for _, p := range m.Params {
			p.Field = *passing(&p.Field, passed)
		}
		if m.Body != nil {
			m.Body.Type = l.passing(m.Body.Type, passed)
			m.Body.Required = m.Body.Required && (m.Body.Type.Kind != model.KindObject || slices.ContainsFunc(m.Body.Type.Fields, isRequired))
		}
	}
	sent := l.sent()
	for t := range l.eachType() {
		if sent[t.ID] {
			t.Type = l.passing(t.Type, all)
		}
	}
}

func isRequired(f *model.Field) bool { return f.Required }

func (l *linker) passing(t *model.Type, passed map[string]bool) *model.Type {
	if t.Kind != model.KindObject {
		return t
	}
	c := *t
	c.Fields = make([]*model.Field, len(t.Fields))
	for i, f := range t.Fields {
		c.Fields[i] = passing(f, passed)
	}
	return l.types.Intern(c)
}

// passing is a field, optional where it was only taken to be required and is not
// among the names that examples pass. A constant tells its object from others.
func passing(f *model.Field, passed map[string]bool) *model.Field {
	if f.Evidence.Of(model.FactRequired) != model.SourceExample || f.Type.Kind == model.KindConst {
		return f
	}
	g := *f
	g.Required = f.Required && (passed[f.SDKName] || passed[f.Name])
	return &g
}

// keywords yields the names in the code of an example that are given a value: before a
// colon, = or =>, perhaps in quotes.
func keywords(code string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for at := 0; at < len(code); at++ {
			if code[at] != ':' && code[at] != '=' {
				continue
			}
			before := code[:at]
			if code[at] == '=' && at+1 < len(code) && code[at+1] == '>' {
				before = strings.TrimRight(before, " \t\n\f\r")
			}
			if n := len(before); n > 0 && (before[n-1] == '"' || before[n-1] == '\'') {
				before = before[:n-1]
			}
			start := len(before)
			for start > 0 {
				r, size := utf8.DecodeLastRuneInString(before[:start])
				if r != '_' && (r < '0' || r > '9') && !unicode.IsLetter(r) {
					break
				}
				start -= size
			}
			name := strings.TrimLeft(before[start:], "0123456789")
			if name != "" && !yield(name) {
				return
			}
		}
	}
}

// passedBy are the names that the request examples of a method give values to.
func passedBy(m *model.Method) map[string]bool {
	out := map[string]bool{}
	for _, e := range m.Examples {
		if e.Kind == model.ExampleRequest {
			for name := range keywords(e.Text) {
				out[name] = true
			}
		}
	}
	return out
}
