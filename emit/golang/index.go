package golang

import (
	"strings"

	"github.com/docgen-go/docgen/emit/naming"
	"github.com/docgen-go/docgen/model"
)

// firstCall is a program's first lines with the package, in a paragraph of code: the
// first operation that reads something, or else the first one. It is nil where there is none.
func (g *generator) firstCall() []string {
	var first *model.Method
	for _, m := range g.api.Methods {
		if first == nil || m.Verb == "GET" && first.Verb != "GET" {
			first = m
		}
	}
	if first == nil {
		return nil
	}
	pkg, options := g.opts.Package, ""
	for i, a := range g.api.Auth {
		if g.variable(a) != "" {
			options = pkg + ".FromEnv()"
			break
		}
		if i == 0 {
			options = pkg + "." + g.names.Option(a.ID) + `("secret")`
		}
	}
	args := []string{"ctx"}
	for _, wire := range naming.PathParams(first.Path) {
		_, arg := g.sampleArgument(first, wire)
		if t := g.argumentType(first, wire); t.String() != stringType.String() {
			args = append(args, g.names.Argument(first.ID, wire)) // a value of the type, whatever it is
			continue
		}
		args = append(args, arg.String())
	}
	if g.takesArgument(first) {
		args = append(args, pkg+"."+g.names.Params(first.ID)+"{}")
	}
	results := "err"
	if len(g.result(first).types) > 1 {
		results = "result, err"
	}
	return []string{
		"\tclient := " + pkg + ".NewClient(" + options + ")",
		"\t" + results + " := client" + g.way(first) + "(" + strings.Join(args, ", ") + ")",
	}
}

// way leads from a client to the Go method of an operation.
func (g *generator) way(m *model.Method) string {
	way, id := "", strings.TrimSuffix(m.ID, "."+m.Name)
	for i := range len(id) + 1 {
		if i == len(id) || id[i] == '.' {
			if accessor := g.names.Accessor(id[:i]); accessor != "" {
				way += "." + accessor
			}
		}
	}
	return way + "." + g.names.Method(m.ID)
}

// index lists the operations as one calls them, with what they send.
func (g *generator) index() []string {
	var lines []string
	for _, m := range g.api.Methods {
		line := "  - client" + g.way(m) + ": " + m.Verb + " " + oneLine(m.Path)
		lines = append(lines, line)
	}
	if len(lines) == 0 {
		return nil
	}
	return append([]string{"# Operations", ""}, lines...)
}
