package generated

import (
	"strings"

	"github.com/docgen-go/docgen/parser/decl"
)

// baseName is the last part of a name: Crane of \Harbor\Model\Crane, models::Crane and
// kotlin.collections.List.
func baseName(name string) string {
	if i := strings.LastIndexAny(name, `.\:`); i >= 0 && i+1 < len(name) {
		name = name[i+1:]
	}
	return name
}

// named reads what stands behind a word: the arguments of a list, a map or a wrapper.
func (p *typeParser) named(word string, depth int) *decl.Expr {
	name := baseName(strings.TrimPrefix(word, "optional."))
	kind := carriers[strings.ToLower(name)]
	open := p.token
	if kind == "" || open != "<" && open != "[" && open != "(" || open == "[" && p.isEmptyPair() {
		return p.plainName(name, kind)
	}
	p.next()
	args := p.arguments(depth)
	if !p.take(map[string]string{"<": ">", "[": "]", "(": ")"}[open]) || len(args) == 0 {
		return p.fail()
	}
	last := args[len(args)-1]
	switch {
	case kind == "map" && open == "[" && len(args) == 1 && strings.EqualFold(name, "map"): // map[string]Crane
		return &decl.Expr{Op: decl.Map, Args: []*decl.Expr{p.postfixed(depth + 1)}}
	case len(args) == 2 && (kind == "map" || kind == "list" && open == "<"): // array<string,Crane>
		return &decl.Expr{Op: decl.Map, Args: args[1:]}
	case kind == "list":
		return &decl.Expr{Op: decl.Array, Args: args[:1]}
	case kind == "of":
		p.wraps(name, depth)
		return args[0]
	case kind == "map":
		return &decl.Expr{Op: decl.Map, Args: []*decl.Expr{last}}
	}
	return p.fail()
}

// isEmptyPair reports whether the next bracket is closed at once.
func (p *typeParser) isEmptyPair() bool {
	return strings.HasPrefix(strings.TrimLeft(p.text[p.at:], " "), "]")
}

// wraps notes what a wrapper says of the whole.
func (p *typeParser) wraps(name string, depth int) {
	if depth > 0 {
		return
	}
	switch strings.ToLower(name) {
	case "option", "optional", "maybe":
		p.cell.optional = true
	case "nullable", "optionalnullable":
		p.cell.nullable = true
	}
}

// arguments are the types between brackets.
func (p *typeParser) arguments(depth int) []*decl.Expr {
	var out []*decl.Expr
	for {
		out = append(out, p.union(depth+1))
		if p.cell.unknown != "" || !p.take(",") {
			return out
		}
	}
}

// plainName is the type of a word without arguments. Whether it is a word for a scalar
// or the name of a structure is decided when the structures are known.
func (p *typeParser) plainName(name, kind string) *decl.Expr {
	anything := &decl.Expr{Op: decl.Object, Text: "any"}
	switch {
	case scalars[strings.ToLower(name)].kind != "":
	case kind == "list":
		return &decl.Expr{Op: decl.Array, Args: []*decl.Expr{anything}}
	case kind == "map":
		return &decl.Expr{Op: decl.Map, Args: []*decl.Expr{anything}}
	}
	return &decl.Expr{Op: decl.Object, Text: name}
}
