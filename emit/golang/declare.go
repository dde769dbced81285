package golang

import (
	"github.com/docgen-go/docgen/emit/golang/gosrc"
	"github.com/docgen-go/docgen/emit/naming"
	"github.com/docgen-go/docgen/model"
)

// declare declares one named type with everything that belongs to it.
func (g *generator) declare(f gosrc.Writer, t *model.NamedType) {
	name := g.names.Type(t.ID)
	if !naming.Declared(t.Type) {
		target, _ := naming.Target(g.api, t.Type)
		f.Alias(g.typeDoc(t, "another name for the type at its right"), name, g.goType(target))
		return
	}
	switch t.Type.Kind {
	case model.KindObject:
		g.object(f, t)
	case model.KindEnum:
		g.enum(f, t)
	case model.KindUnion:
		g.union(f, t)
	case model.KindArray:
		f.Type(g.typeDoc(t, "a JSON array"), name, g.goType(t.Type))
	case model.KindMap:
		f.Type(g.typeDoc(t, "a JSON object of arbitrary members"), name, g.goType(t.Type))
	}
	g.markerMethods(f, t)
	g.aliases(f, t)
}

// helpers declares what saves users of a type work. It depends on other types too.
func (g *generator) helpers(f gosrc.Writer, t *model.NamedType) {
	g.conversion(f, t)
	g.accumulate(f, t)
	g.constructorsOf(f, t)
	g.unwrap(f, t)
}

// aliases declares what else a type is called.
func (g *generator) aliases(f gosrc.Writer, t *model.NamedType) {
	var consts []gosrc.Const
	for _, a := range g.names.Aliases(t.ID) {
		if a.Value != "" {
			consts = append(consts, gosrc.Const{Name: a.Name, Type: g.names.Type(t.ID), Value: literal(a.Value)})
			continue
		}
		f.Alias(gosrc.Lines(a.Name+" is what "+a.Of+" was called in one of its places."), a.Name, gosrc.Name(a.Of))
	}
	if len(consts) > 0 {
		f.Consts(gosrc.Lines("What values of "+g.names.Type(t.ID)+" were called in one of its places."), consts)
	}
}

// markerMethods make a type a variant of all its unions.
func (g *generator) markerMethods(f gosrc.Writer, t *model.NamedType) {
	all := g.markers[t.ID]
	for i, marker := range all {
		markerMethod(f, g.names.Type(t.ID), marker, i < len(all)-1)
	}
}

// markerMethod makes a type a variant of a union. others says that other methods of the type
// stand in the next line.
func markerMethod(f gosrc.Writer, name, marker string, others bool) {
	f.Func(gosrc.Func{Receiver: gosrc.Param{Type: gosrc.Name(name)}, Name: marker, Follows: others})
}

// enum declares an open set of constants.
func (g *generator) enum(f gosrc.Writer, t *model.NamedType) {
	name, base := g.names.Type(t.ID), naming.EnumBase(t.Type.Enum)
	f.Type(g.typeDoc(t, "one of the constants below, or a value that is newer than this package"), name, scalarType(base))
	var consts []gosrc.Const
	for _, v := range naming.Values(t.Type.Enum) {
		consts = append(consts, gosrc.Const{
			Doc: valueDoc(v), Name: g.names.Value(t.ID, v.Literal), Type: name, Value: literal(v.Literal),
			Note: func() string { return g.valueNote(t, v) },
		})
	}
	f.Consts(nil, consts)
	f.Func(gosrc.Func{
		Doc:      gosrc.Lines("IsKnown reports whether v is one of the constants."),
		Receiver: gosrc.Param{Name: "v", Type: gosrc.Name(name)}, Name: "IsKnown",
		Results: []gosrc.Code{gosrc.Name("bool")},
		Body:    func() []gosrc.Code { return isKnown(consts) },
	})
}

// fewConstants is how many constants a type has at most that are compared in one expression.
const fewConstants = 4

// isKnown returns true for the constants.
func isKnown(consts []gosrc.Const) []gosrc.Code {
	if n := len(consts); n > 0 && n <= fewConstants {
		is := func(c gosrc.Const) gosrc.Code { return gosrc.Binary(gosrc.Name("v"), "==", gosrc.Name(c.Name)) }
		either := is(consts[0])
		for _, c := range consts[1:] {
			either = gosrc.Binary(either, "||", is(c))
		}
		return []gosrc.Code{gosrc.Return(either)}
	}
	known := make([]gosrc.Code, len(consts))
	for i, c := range consts {
		known[i] = gosrc.Name(c.Name)
	}
	return []gosrc.Code{
		gosrc.Switch(gosrc.Name("v"), gosrc.Case{Values: known, Body: []gosrc.Code{gosrc.Return(gosrc.Name("true"))}}),
		gosrc.Return(gosrc.Name("false")),
	}
}

// literal is a JSON scalar as a Go literal.
func literal(l model.Literal) gosrc.Code {
	switch naming.LiteralKind(l) {
	case model.KindString:
		return gosrc.Text(naming.LiteralText(l))
	case model.KindInteger, model.KindNumber:
		return gosrc.Number(string(l))
	}
	return gosrc.Name(string(l))
}
