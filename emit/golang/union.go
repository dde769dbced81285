package golang

import (
	"fmt"
	"strings"

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
		name := g.names.Wrapper(t.ID, v.Type)
		if v.Named != nil {
			name = g.names.Type(v.Named.ID)
		}
		out = append(out, variant{v, name})
	}
	return out
}

// union declares a struct around an interface that its variants implement.
func (g *generator) union(f gosrc.Writer, t *model.NamedType) {
	name, iface := g.names.Type(t.ID), g.names.Variant(t.ID)
	variants := g.variants(t)
	f.Struct(g.typeDoc(t, "is one of several variants"), name,
		gosrc.Field{
			Doc:  gosrc.Lines("Value is the variant. It is nil where the JSON fits none that is known."),
			Name: "Value", Type: gosrc.Name(iface),
		},
		gosrc.Field{Name: "raw", Type: rawMessage},
	)
	f.Sealed(variantsDoc(iface, name, variants), iface, g.names.Marker(t.ID))
	unionMethods(f, name)
	g.unionDecoder(f, t, variants)
	for _, v := range variants {
		if v.Wrapped {
			g.wrapper(f, v, name)
			markerMethod(f, v.name, g.names.Marker(t.ID))
		}
	}
}

// maxListed is how many variants a comment names.
const maxListed = 12

func variantsDoc(iface, union string, variants []variant) gosrc.Doc {
	return func() []string { return listVariants(iface, union, variants) }
}

func listVariants(iface, union string, variants []variant) []string {
	names := make([]string, len(variants))
	for i, v := range variants {
		names[i] = v.name
	}
	if more := len(names) - maxListed; more > 1 {
		names = append(names[:maxListed], fmt.Sprintf("and %d more", more))
	}
	return wrap(fmt.Sprintf("%s is a variant of %s: %s.", iface, union, strings.Join(names, ", ")))
}

// unionMethods declares the methods that are alike for all unions.
func unionMethods(f gosrc.Writer, name string) {
	receiver := gosrc.Param{Name: "v", Type: gosrc.Name(name)}
	raw := func() gosrc.Code { return gosrc.Select(gosrc.Name("v"), "raw") }
	f.Func(gosrc.Func{
		Doc:      gosrc.Lines("RawJSON is the JSON that was read where it fits no known variant, and nil otherwise."),
		Receiver: receiver, Name: "RawJSON", Results: []gosrc.Code{rawMessage},
		Body: returns(raw),
	})
	marshalMethod(f, name, "MarshalJSON writes the variant, or the JSON that fits none as it was read.",
		returns(func() gosrc.Code {
			return gosrc.Call(gosrc.Name("encodeUnion"), gosrc.Select(gosrc.Name("v"), "Value"), raw())
		}))
	f.Func(gosrc.Func{
		Doc:      gosrc.Lines("takesNull makes null a value of the union instead of one that does not fit."),
		Receiver: gosrc.Param{Type: gosrc.Pointer(gosrc.Name(name))}, Name: "takesNull",
	})
}

// unionDecoder declares UnmarshalJSON: by the discriminator where the variants
// have one, and by the shape of the JSON for the others.
func (g *generator) unionDecoder(f gosrc.Writer, t *model.NamedType, variants []variant) {
	var member string
	var told []toldVariant
	var rest []variant
	f.Internal(func() {
		member = g.discriminator(t.Type, variants)
		told, rest = g.discriminate(member, variants)
		if len(rest) > 0 {
			f.Var(gosrc.Lines(g.names.Shapes(t.ID)+" tells variants of "+g.names.Type(t.ID)+" apart by their JSON."),
				g.names.Shapes(t.ID), func() gosrc.Code { return g.shapeList(rest) })
		}
	})
	unmarshalMethod(f, g.names.Type(t.ID), "UnmarshalJSON reads a variant; JSON that fits none is kept and is no error.",
		func() []gosrc.Code { return g.decodeUnion(t, member, told, rest) })
}

func (g *generator) decodeUnion(t *model.NamedType, member string, told []toldVariant, rest []variant) []gosrc.Code {
	v, data := gosrc.Name("v"), gosrc.Name("data")
	body := []gosrc.Code{gosrc.Assign(gosrc.Pointer(v), gosrc.Inline(gosrc.Name(g.names.Type(t.ID))))}
	if len(told) > 0 {
		tag := gosrc.Call(gosrc.Name("discriminator"), data, gosrc.Text(member))
		body = append(body, gosrc.Switch(tag, toldCases(told)...))
	}
	if len(rest) > 0 {
		shapes := gosrc.Name(g.names.Shapes(t.ID))
		body = append(body, gosrc.Switch(gosrc.Call(gosrc.Name("chooseVariant"), data, shapes), chosen(rest)...))
	}
	return append(body,
		gosrc.Assign(gosrc.Select(v, "raw"), gosrc.Call(gosrc.Name("keepRaw"), data)),
		gosrc.Return(gosrc.Name("nil")))
}

func chosen(variants []variant) []gosrc.Case {
	var out []gosrc.Case
	for _, v := range variants {
		out = append(out, gosrc.Case{Values: []gosrc.Code{gosrc.Text(v.name)}, Body: v.decode()})
	}
	return out
}

// decode reads data as the variant and leaves UnmarshalJSON if it fits.
func (v variant) decode() []gosrc.Code {
	one := gosrc.Name("one")
	return []gosrc.Code{
		gosrc.Var("one", gosrc.Name(v.name)),
		gosrc.If(gosrc.Call(gosrc.Name("decodeVariant"), gosrc.Name("data"), gosrc.Address(one)),
			gosrc.Assign(gosrc.Select(gosrc.Name("v"), "Value"), one),
			gosrc.Return(gosrc.Name("nil"))),
	}
}
