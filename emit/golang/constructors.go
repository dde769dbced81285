package golang

import (
	"slices"

	"github.com/docgen-go/docgen/emit/golang/gosrc"
	"github.com/docgen-go/docgen/emit/naming"
	"github.com/docgen-go/docgen/model"
)

// constructorsOf declares the functions that return a type, one line each: what
// they make is documented with the types.
func (g *generator) constructorsOf(f gosrc.Writer, t *model.NamedType) {
	all := g.constructors[t.ID]
	for i, c := range all {
		fn := gosrc.Func{
			Name: g.names.Constructor(c), Results: []gosrc.Code{gosrc.Name(g.names.Type(t.ID))}, Short: true, Follows: i < len(all)-1,
		}
		switch {
		case c.Constant != nil:
			fn.Body = returns(func() gosrc.Code {
				value := gosrc.Inline(gosrc.Name(g.names.Wrapper(t.ID, c.Constant)))
				return gosrc.Inline(gosrc.Name(g.names.Type(t.ID)), gosrc.Keyed("Value", value))
			})
		case c.Whole != nil:
			g.wholeConstructor(&fn, c)
		case c.Object == nil:
			g.plainConstructor(&fn, c)
		default:
			g.objectConstructor(&fn, c)
		}
		fn.Doc = gosrc.Lines(fn.Name + " makes a " + g.names.Type(t.ID) + g.madeOf(c) + ".")
		f.Func(fn)
	}
}

// madeOf says what tells the results of a constructor from those of others.
func (g *generator) madeOf(c naming.Constructor) string {
	choice := ""
	if c.Choice != nil {
		choice = " whose " + g.names.Field(c.Object.ID, c.Choice.Name) + " is " + oneLine(string(c.Value.Literal))
	}
	switch {
	case c.Whole != nil:
		return " that holds v"
	case c.Object != nil && c.Of != c.Object:
		return " that holds a " + g.names.Type(c.Object.ID) + choice
	case c.Choice != nil:
		return choice
	case c.Constant != nil:
		return " that is " + oneLine(string(c.Constant.Literal))
	}
	return " of one of the values that it holds"
}

// wholeConstructor takes an alternative as it is.
func (g *generator) wholeConstructor(fn *gosrc.Func, c naming.Constructor) {
	v, alternative := gosrc.Name("v"), *c.Whole
	fn.Params = []gosrc.Param{{Name: "v", Type: g.goType(alternative.Type)}}
	fn.Body = returns(func() gosrc.Code {
		value := v
		switch wrapper := g.variantName(c.Of, alternative); {
		case alternative.Wrapped && g.embeds(alternative.Type):
			value = gosrc.Inline(gosrc.Name(wrapper), gosrc.Keyed(g.goType(alternative.Type).Base(), v))
		case alternative.Wrapped:
			value = gosrc.Call(gosrc.Name(wrapper), v)
		}
		return gosrc.Inline(gosrc.Name(g.names.Type(c.Of.ID)), gosrc.Keyed("Value", value))
	})
}

// plainConstructor takes the value of an alternative that is no object.
func (g *generator) plainConstructor(fn *gosrc.Func, c naming.Constructor) {
	v := gosrc.Name("v")
	fn.Params = []gosrc.Param{{Name: "v", Type: g.plainParam(fn, c.Of)}}
	of := c.Of.ID
	fn.Body = returns(func() gosrc.Code {
		value := gosrc.Call(gosrc.Instance("variantOf", gosrc.Name(g.names.Variant(of))), gosrc.Address(gosrc.Name(g.names.Union(of))), v)
		return gosrc.Inline(gosrc.Name(g.names.Type(of)), gosrc.Keyed("Value", value))
	})
}

// plainParam is the type of a parameter for all alternatives of a union that are no
// objects: a type parameter of the function, unless there is only one.
func (g *generator) plainParam(fn *gosrc.Func, union *model.NamedType) gosrc.Code {
	all := g.plainTypes(union)
	if len(all) == 1 {
		return all[0]
	}
	fn.OneOf, fn.TypeParam = all, "T"
	for g.typeNames()[fn.TypeParam] {
		fn.TypeParam += "T"
	}
	return gosrc.Name(fn.TypeParam)
}

// findTypeNames returns the names of the types of the package.
func (g *generator) findTypeNames() map[string]bool {
	out := make(map[string]bool, len(g.api.Types))
	for _, t := range g.api.Types {
		out[g.names.Type(t.ID)] = true
	}
	return out
}

// plainTypes are the Go types of the alternatives of a union that are no objects.
func (g *generator) plainTypes(union *model.NamedType) []gosrc.Code {
	var out []gosrc.Code
	for _, v := range naming.PlainVariants(g.api, union) {
		t := g.goType(v.Type)
		if !slices.ContainsFunc(out, func(o gosrc.Code) bool { return o.String() == t.String() }) {
			out = append(out, t)
		}
	}
	return out
}

// objectConstructor takes what an object requires. One member that is a union of text
// and the like is taken as the value of an alternative.
func (g *generator) objectConstructor(fn *gosrc.Func, c naming.Constructor) {
	var items []gosrc.Code
	object := c.Object.ID
	for i, name := range c.Arguments() {
		field := c.Args[i]
		param, value := gosrc.Param{Name: name, Type: g.member(object, field).Type}, gosrc.Name(name)
		list := g.api.Resolve(field.Type)
		switch plain := g.plainMember(object, field); {
		case plain != nil && len(fn.OneOf) == 0:
			param.Type = g.plainParam(fn, plain.Of)
			value = gosrc.Call(gosrc.Name(g.names.Constructor(*plain)), value)
		case i == len(c.Args)-1 && list.Kind == model.KindArray && field.Type.Kind == model.KindArray && !field.Nullable:
			param.Type, param.Variadic = g.goType(list.Elem), true
		}
		fn.Params = append(fn.Params, param)
		items = append(items, gosrc.Keyed(g.names.Field(object, field.Name), value))
	}
	fn.Body = returns(func() gosrc.Code {
		if c.Choice != nil {
			_, enum := naming.Target(g.api, c.Choice.Type)
			items = append(items, gosrc.Keyed(g.names.Field(object, c.Choice.Name), gosrc.Name(g.names.Value(enum.ID, c.Value.Literal))))
		}
		made := gosrc.Inline(gosrc.Name(g.names.Type(object)), items...)
		if c.Of == c.Object {
			return made
		}
		return gosrc.Inline(gosrc.Name(g.names.Type(c.Of.ID)), gosrc.Keyed("Value", made))
	})
}

// plainMember is the constructor of a member that is a union, all of whose
// alternatives are no objects; nil for others.
func (g *generator) plainMember(object string, f *model.Field) *naming.Constructor {
	_, named := naming.Target(g.api, f.Type)
	if named == nil || named.Type.Kind != model.KindUnion || g.member(object, f).Opt {
		return nil
	}
	all := g.constructors[named.ID]
	if len(all) != 1 || all[0].Object != nil || all[0].Whole != nil || len(naming.Variants(g.api, named.Type)) != len(naming.PlainVariants(g.api, named)) {
		return nil
	}
	return &all[0]
}
