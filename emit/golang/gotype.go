package golang

import (
	"github.com/docgen-go/docgen/emit/golang/gosrc"
	"github.com/docgen-go/docgen/emit/naming"
	"github.com/docgen-go/docgen/model"
)

var (
	rawMessage = gosrc.Pkg("encoding/json", "RawMessage")
	stringType = gosrc.Name("string")
)

// goType is the Go type for a type of the model. Any value is raw JSON: it
// keeps numbers exactly and costs nothing until somebody looks into it.
func (g *generator) goType(t *model.Type) gosrc.Code {
	if t == nil {
		return rawMessage
	}
	switch t.Kind {
	case model.KindInteger, model.KindNumber:
		if t.Format == model.FormatDecimal {
			return gosrc.Pkg("encoding/json", "Number")
		}
	case model.KindRef:
		if name := g.names.Type(t.Ref); name != "" {
			return gosrc.Name(name)
		}
	case model.KindArray:
		return gosrc.Slice(g.goType(t.Elem))
	case model.KindMap:
		return gosrc.Map(g.goType(t.Elem))
	case model.KindConst:
		return scalarType(naming.LiteralKind(t.Literal))
	case model.KindEnum:
		return scalarType(naming.EnumBase(t.Enum))
	}
	return scalarType(t.Kind)
}

// scalarType is the Go type of a kind that needs no more than its name.
func scalarType(k model.Kind) gosrc.Code {
	switch k {
	case model.KindString:
		return stringType
	case model.KindInteger:
		return gosrc.Name("int64")
	case model.KindNumber:
		return gosrc.Name("float64")
	case model.KindBoolean:
		return gosrc.Name("bool")
	case model.KindDate:
		return gosrc.Name("Date")
	case model.KindDateTime:
		return gosrc.Pkg("time", "Time")
	case model.KindFile:
		return gosrc.Name("File")
	}
	return rawMessage
}

// isRaw reports whether a type becomes raw JSON, which is absent, null or a
// value without any help.
func (g *generator) isRaw(t *model.Type) bool {
	target, named := naming.Target(g.api, t)
	if named != nil {
		return false
	}
	switch target.Kind {
	case model.KindAny, model.KindNull, model.KindObject, model.KindUnion:
		return true
	case model.KindConst:
		return naming.LiteralKind(target.Literal) == model.KindAny
	case model.KindEnum:
		return naming.EnumBase(target.Enum) == model.KindAny
	}
	return false
}

// A memberForm is how a member of an object stands in a struct.
type memberForm struct {
	Type gosrc.Code
	// Fill is the literal that stands for an empty constant.
	Fill model.Literal
	// Only is the literal that a member always has which Fill does not stand for.
	Only model.Literal
	// OmitZero says that the member is left out while it is absent.
	OmitZero bool
	// Opt says that the type is an Opt.
	Opt bool
}

// member decides how a member stands in the struct of owner, the ID of a named
// type, or "" for a params struct.
func (g *generator) member(owner string, f *model.Field) memberForm {
	t := g.goType(f.Type)
	required, optional := memberForm{Type: t}, memberForm{Type: t, OmitZero: true}
	wrapped := gosrc.Instance("Opt", t)
	target, named := naming.Target(g.api, f.Type)
	if target.Kind == model.KindConst && !g.isRaw(f.Type) {
		required.Only, optional.Only = target.Literal, target.Literal
	}
	switch {
	case g.isRaw(f.Type) && !f.Required:
		return optional
	case g.isRaw(f.Type):
		return required
	case !f.Required && !f.Nullable && tellsAbsence(target, named):
		return optional
	case !f.Required:
		optional.Type, optional.Opt = wrapped, true
		return optional
	case f.Nullable:
		required.Type, required.Opt = wrapped, true
		return required
	case target.Kind == model.KindConst && fills(target.Literal, owner == ""):
		required.Fill, required.Type = target.Literal, gosrc.Name("Const")
		return required
	case named != nil && g.cyclic[owner] && g.cyclic[named.ID]:
		required.Type = gosrc.Pointer(t)
	}
	required.OmitZero = f.ReadOnly // what the server sets is not sent while it is empty
	return required
}

// tellsAbsence reports whether the zero value of a Go type is none of its values: a
// union has a variant.
func tellsAbsence(target *model.Type, named *model.NamedType) bool {
	if named != nil {
		target = named.Type
	}
	return target.Kind == model.KindUnion
}

// fills reports whether encoding writes the constant in place of an empty
// field. false is as good an answer as true, so only a params struct, which is
// never a copy of a response, has true filled in.
func fills(l model.Literal, params bool) bool {
	return naming.LiteralKind(l) != model.KindBoolean || params
}
