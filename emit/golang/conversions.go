package golang

import (
	"maps"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/emit/golang/gosrc"
	"github.com/docgen-go/docgen/emit/naming"
	"github.com/docgen-go/docgen/model"
)

// conversions are the types that responses have by their IDs, with the type that
// a request takes in their place: it has the same name but for words that say what
// a type is for, and all that it requires and shares can be converted. Where several
// do, nobody knows which is meant. Unions go by their alternatives, too.
func (g *generator) findConversions() map[string]*model.NamedType {
	sent, received := g.sent, g.received
	byStem := map[string][]*model.NamedType{}
	for _, t := range g.api.Types {
		if sent[t.ID] && naming.Declared(t.Type) {
			stem := stemOf(g.names.Type(t.ID))
			byStem[stem] = append(byStem[stem], t)
		}
	}
	out := map[string]*model.NamedType{}
	for _, t := range g.api.Types {
		if !received[t.ID] || sent[t.ID] || t.Type == nil || t.Type.Kind != model.KindObject && t.Type.Kind != model.KindUnion {
			continue
		}
		likely := byStem[stemOf(g.names.Type(t.ID))]
		if len(likely) == 0 {
			continue
		}
		c := converter{api: g.api, assumed: map[[2]string]bool{}}
		var found []*model.NamedType
		for _, to := range likely {
			if to.Type.Kind == model.KindObject || to.Type.Kind == model.KindUnion {
				if c.converts(refTo(t), refTo(to)) {
					found = append(found, to)
				}
			}
		}
		if len(found) == 1 {
			out[t.ID] = found[0]
		}
	}
	g.convertUnions(out)
	return out
}

// convertUnions adds unions of responses all of whose alternatives, or what these convert
// to, are alternatives of one union of requests, whatever the two are called.
func (g *generator) convertUnions(conversions map[string]*model.NamedType) {
	var within []*sentUnion
	for _, t := range g.api.Types {
		if g.sent[t.ID] && naming.Declared(t.Type) && t.Type.Kind == model.KindUnion {
			u := &sentUnion{union: t, alternatives: map[string]bool{}}
			for _, v := range naming.Variants(g.api, t.Type) {
				if v.Named != nil {
					u.alternatives[v.Named.ID] = true
				}
			}
			within = append(within, u)
		}
	}
	added := map[string]*model.NamedType{}
	for _, t := range g.api.Types {
		if !g.received[t.ID] || g.sent[t.ID] || conversions[t.ID] != nil || !naming.Declared(t.Type) || t.Type.Kind != model.KindUnion {
			continue
		}
		variants := naming.Variants(g.api, t.Type)
		var found []*model.NamedType
		for _, to := range within {
			if to.hasAll(variants, conversions) && (&converter{api: g.api, assumed: map[[2]string]bool{}}).converts(refTo(t), refTo(to.union)) {
				found = append(found, to.union)
			}
		}
		if len(found) == 1 {
			added[t.ID] = found[0]
		}
	}
	maps.Copy(conversions, added)
}

// A sentUnion is a union of requests with the IDs of its alternatives.
type sentUnion struct {
	union        *model.NamedType
	alternatives map[string]bool
}

// hasAll reports whether all of several variants, or what they convert to, are among the
// alternatives.
func (u *sentUnion) hasAll(variants []naming.Variant, conversions map[string]*model.NamedType) bool {
	return len(variants) > 1 && !slices.ContainsFunc(variants, func(v naming.Variant) bool {
		if v.Named == nil {
			return true
		}
		to := conversions[v.Named.ID]
		return !u.alternatives[v.Named.ID] && (to == nil || !u.alternatives[to.ID])
	})
}

func refTo(t *model.NamedType) *model.Type { return &model.Type{Kind: model.KindRef, Ref: t.ID} }

// stemOf is a name without the words that say what a type is for, the words of a
// result being those of what is asked.
func stemOf(name string) string {
	if !slices.ContainsFunc(purposes, func(w string) bool { return strings.Contains(name, w) }) {
		return name
	}
	var kept []string
	for _, w := range naming.Words(name) {
		switch w {
		case "Param", "Params", "Union", "Optional":
		case "Output":
			kept = append(kept, "Input")
		default:
			kept = append(kept, w)
		}
	}
	return strings.Join(kept, "")
}

// purposes are texts one of which each name has whose stem is another.
var purposes = []string{"Param", "Union", "Optional", "Output", "_"}

// A converter tells whether values of one type are values of another one, once
// what only the first knows is left out.
type converter struct {
	api *model.API
	// assumed are pairs of types at which somebody is already looking.
	assumed map[[2]string]bool
}

func (c *converter) converts(from, to *model.Type) bool {
	a, namedFrom := naming.Target(c.api, from)
	b, namedTo := naming.Target(c.api, to)
	if namedFrom != nil && namedTo != nil {
		pair := [2]string{namedFrom.ID, namedTo.ID}
		if pair[0] == pair[1] || c.assumed[pair] {
			return true
		}
		c.assumed[pair] = true
		if !c.structures(namedFrom.Type, namedTo.Type) {
			delete(c.assumed, pair)
			return false
		}
		return true
	}
	if namedFrom != nil {
		a = namedFrom.Type
	}
	if namedTo != nil {
		b = namedTo.Type
	}
	return c.structures(a, b)
}

func (c *converter) structures(from, to *model.Type) bool {
	switch {
	case to.Kind == model.KindAny:
		return true
	case from.Kind == model.KindUnion:
		return !slices.ContainsFunc(from.Variants, func(v *model.Variant) bool {
			return c.api.Resolve(v.Type).Kind != model.KindNull && !c.converts(v.Type, to)
		}) && len(from.Variants) > 0
	case to.Kind == model.KindUnion:
		return slices.ContainsFunc(to.Variants, func(v *model.Variant) bool { return c.converts(from, v.Type) })
	}
	switch to.Kind {
	case model.KindObject:
		return from.Kind == model.KindObject && c.objects(from, to)
	case model.KindArray, model.KindMap:
		return from.Kind == to.Kind && (to.Elem == nil || from.Elem != nil && c.converts(from.Elem, to.Elem))
	case model.KindConst:
		return from.Kind == model.KindConst && from.Literal == to.Literal
	case model.KindEnum:
		return from.Kind == model.KindEnum && naming.EnumBase(from.Enum) == naming.EnumBase(to.Enum) ||
			from.Kind == model.KindConst && slices.ContainsFunc(to.Enum.Values, func(v model.EnumValue) bool { return v.Literal == from.Literal })
	case model.KindNumber:
		return from.Kind == model.KindNumber || from.Kind == model.KindInteger
	case model.KindString:
		return scalarText(from)
	}
	return from.Kind == to.Kind
}

// scalarText reports whether the JSON of a type is always a string.
func scalarText(t *model.Type) bool {
	switch t.Kind {
	case model.KindString, model.KindDate, model.KindDateTime:
		return true
	case model.KindEnum:
		return naming.EnumBase(t.Enum) == model.KindString
	}
	return t.Kind == model.KindConst && naming.LiteralKind(t.Literal) == model.KindString
}

// objects reports whether an object has what another one requires, and nothing
// that does not fit it.
func (c *converter) objects(from, to *model.Type) bool {
	for _, f := range to.Fields {
		have := fieldNamed(from, f.Name)
		switch {
		case have == nil && f.Required:
			return false
		case have == nil:
		case f.Required && !have.Required, f.Required && have.Nullable && !f.Nullable:
			return false
		case !c.converts(have.Type, f.Type):
			return false
		}
	}
	return true
}

// conversion declares the method that makes what a request takes.
func (g *generator) conversion(f gosrc.Writer, t *model.NamedType) {
	to := g.conversions[t.ID]
	if to == nil {
		return
	}
	name, param := g.names.Type(t.ID), g.names.Type(to.ID)
	f.Func(gosrc.Func{
		Doc:      wrapped("ToParam is v as a request takes it."),
		Receiver: gosrc.Param{Name: "v", Type: gosrc.Name(name)}, Name: "ToParam", Results: []gosrc.Code{gosrc.Name(param)}, ResultName: "param", NoInline: true,
		Body: func() []gosrc.Code {
			return []gosrc.Code{
				gosrc.Call(gosrc.Name("toParam"), gosrc.Name("v"), gosrc.Address(gosrc.Name("param"))),
				gosrc.Return(gosrc.Name("param")),
			}
		},
	})
}

// conversionTests has one check for each conversion.
func (g *generator) conversionTests(f gosrc.Writer) {
	var checks []gosrc.Code
	for _, t := range g.api.Types {
		if g.conversions[t.ID] != nil {
			name := gosrc.Name(g.names.Type(t.ID))
			checks = append(checks, gosrc.Call(gosrc.Name("checkParam"), gosrc.Name("t"), gosrc.Select(name, "ToParam")))
		}
	}
	f.Func(gosrc.Func{
		Name: "TestToParam", Params: []gosrc.Param{{Name: "t", Type: gosrc.Pointer(gosrc.Pkg("testing", "T"))}},
		Body: func() []gosrc.Code { return checks },
	})
}
