package golang

import (
	"github.com/docgen-go/docgen/emit/golang/gosrc"
	"github.com/docgen-go/docgen/emit/naming"
	"github.com/docgen-go/docgen/model"
)

// A variant is an alternative of a union with its Go type.
type variant struct {
	naming.Variant
	name string
}

func (g *generator) variants(t *model.NamedType) []variant {
	var out []variant
	for _, v := range naming.Variants(g.api, t.Type) {
		out = append(out, variant{v, g.variantName(t, v)})
	}
	return out
}

// variantName is the Go type of an alternative.
func (g *generator) variantName(union *model.NamedType, v naming.Variant) string {
	if v.Named != nil {
		return g.names.Type(v.Named.ID)
	}
	return g.names.Wrapper(union.ID, v.Type)
}

// union declares a struct around an interface that its variants implement.
func (g *generator) union(f gosrc.Writer, t *model.NamedType) {
	name, iface := g.names.Type(t.ID), g.names.Variant(t.ID)
	variants := g.variants(t)
	one := "one of " + enumerate(variantNames(variants), "and")
	f.Struct(g.typeDoc(t, one, "It is "+one+"."), name,
		gosrc.Field{Name: "Value", Type: gosrc.Name(iface), Note: "the variant, nil where the JSON fits none that is known"},
		gosrc.Field{Name: "raw", Type: rawMessage},
	)
	f.Sealed(wrapped(iface+" is what the Value of a "+name+" can be: one of its variants."), iface, g.names.Marker(t.ID))
	unionMethods(f, name, g.names.Union(t.ID))
	f.Internal(func() {
		f.Var(nil, g.names.Union(t.ID),
			func() gosrc.Code { return g.unionTable(t) })
	})
	for _, v := range variants {
		if v.Wrapped {
			g.wrapper(f, v, name)
			markerMethod(f, v.name, g.names.Marker(t.ID), false)
		}
	}
}

func variantNames(variants []variant) []string {
	names := make([]string, len(variants))
	for i, v := range variants {
		names[i] = v.name
	}
	return names
}

// unionMethods declares the methods that are alike for all unions.
func unionMethods(f gosrc.Writer, name, table string) {
	receiver := gosrc.Param{Name: "v", Type: gosrc.Name(name)}
	v, data := gosrc.Name("v"), gosrc.Name("b")
	f.Func(gosrc.Func{
		Doc:      gosrc.Lines("RawJSON is the JSON that was read, of an object or of what no known variant holds all of, and nil of others."),
		Receiver: receiver, Name: "RawJSON", Results: []gosrc.Code{rawMessage},
		Body: returns(func() gosrc.Code {
			return gosrc.Call(gosrc.Name("rawOf"), gosrc.Select(v, "raw"), gosrc.Select(v, "Value"))
		}), Short: true,
	})
	marshalMethod(f, name,
		returns(func() gosrc.Code { return gosrc.Call(gosrc.Name("encodeOwn"), v) }))
	unmarshalMethod(f, name,
		returns(func() gosrc.Code { return gosrc.Call(gosrc.Name("decodeValue"), data, v) }), true)
	f.Func(gosrc.Func{
		Receiver: gosrc.Param{Type: gosrc.Pointer(gosrc.Name(name))}, Name: "table",
		Results: []gosrc.Code{gosrc.Pointer(gosrc.Name("union"))},
		Body:    returns(func() gosrc.Code { return gosrc.Address(gosrc.Name(table)) }), Short: true,
	})
}

// unionTable is the table by which the runtime reads a union: by the
// discriminator where the variants have one, and by what can be read for the
// others.
func (g *generator) unionTable(t *model.NamedType) gosrc.Code {
	member, told, rest := naming.Discriminate(g.api, t.Type)
	var items []gosrc.Code
	if len(told) > 0 {
		var rows []gosrc.Code
		for _, v := range told {
			for _, text := range v.Texts {
				rows = append(rows, gosrc.Inline(gosrc.Code{}, gosrc.Text(text), nilPointer(g.variantName(t, v.Variant))))
			}
		}
		items = append(items, gosrc.Keyed("by", gosrc.Text(member)),
			gosrc.Keyed("told", gosrc.Items(gosrc.Slice(gosrc.Name("told")), rows...)))
	}
	if len(rest) > 0 {
		var types []gosrc.Code
		for _, v := range rest {
			types = append(types, nilPointer(g.variantName(t, v)))
		}
		items = append(items, gosrc.Keyed("rest", gosrc.Items(gosrc.Slice(gosrc.Name("any")), types...)))
	}
	return gosrc.Items(gosrc.Name("union"), items...)
}

// nilPointer is (*name)(nil), which says a type and costs nothing.
func nilPointer(name string) gosrc.Code {
	return gosrc.Call(gosrc.Parenthesised(gosrc.Pointer(gosrc.Name(name))), gosrc.Name("nil"))
}
