package golang

import (
	"cmp"
	"encoding/json"

	"github.com/docgen-go/docgen/emit/golang/gosrc"
	"github.com/docgen-go/docgen/emit/naming"
	"github.com/docgen-go/docgen/model"
)

// An answer is what the server of a call test says. example is nil where no
// example of the pages serves.
type answer struct {
	status  int
	text    string
	example *model.Example
}

// answer is the first example that the pages stand by, or the emptiest value of
// the type.
func (g *generator) answer(m *model.Method) answer {
	for _, e := range m.Examples {
		success := e.Status == 0 || e.Status >= 200 && e.Status <= 299
		if e.Kind == model.ExampleResponse && e.Conflict == "" && success && json.Valid([]byte(e.Text)) {
			return answer{max(e.Status, 200), e.Text, e}
		}
	}
	if m.Returns == nil {
		return answer{status: 200}
	}
	return answer{status: 200, text: g.emptiest(m.Returns.Type)}
}

// emptiestElement is JSON of a value among others, which cannot be nothing at all.
func (g *generator) emptiestElement(t *model.Type) string { return cmp.Or(g.emptiest(t), "null") }

// emptiest is JSON of a type that takes no knowledge of its members.
func (g *generator) emptiest(t *model.Type) string {
	if isNothing(t) {
		return ""
	}
	switch t = g.api.Resolve(t); t.Kind {
	case model.KindArray:
		return "[]"
	case model.KindString, model.KindEnum:
		return `""`
	case model.KindInteger, model.KindNumber:
		return "0"
	case model.KindBoolean:
		return "false"
	case model.KindDate:
		return `"2030-01-02"`
	case model.KindDateTime:
		return `"2030-01-02T03:04:05Z"`
	case model.KindConst:
		return string(t.Literal)
	}
	return "{}"
}

// fileParams gives the files that a form requires a content.
func (g *generator) fileParams(m *model.Method) []gosrc.Code {
	if m.Body == nil || m.Body.Type == nil {
		return nil
	}
	var out []gosrc.Code
	params := gosrc.Name("params")
	set := func(name string) {
		reader := gosrc.Call(gosrc.Pkg("strings", "NewReader"), gosrc.Text("content"))
		file := gosrc.Call(gosrc.Name("NewFile"), gosrc.Text("name.txt"), reader)
		out = append(out, gosrc.Assign(gosrc.Select(params, name), file))
	}
	body, named := naming.Target(g.api, m.Body.Type)
	nameOf := func(wire string) string { return g.names.Param(m.ID, naming.LocationBody, wire) }
	if body.Kind == model.KindFile {
		set(nameOf(""))
	}
	if named != nil && named.Type.Kind == model.KindObject {
		body = named.Type
		params, nameOf = gosrc.Select(params, nameOf("")), func(wire string) string { return g.names.Field(named.ID, wire) }
	}
	for _, f := range body.Fields {
		if t, _ := naming.Target(g.api, f.Type); t.Kind == model.KindFile && f.Required && !f.Nullable {
			set(nameOf(f.Name))
		}
	}
	return out
}
