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
func (g *generator) union(f *gosrc.File, t *model.NamedType) {
	name, iface := g.names.Type(t.ID), g.names.Variant(t.ID)
	variants := g.variants(t)
	f.Struct(g.typeDoc(t, "is one of several variants"), name,
		gosrc.Field{
			Doc:  []string{"Value is the variant. It is nil where the JSON fits none that is known."},
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

func variantsDoc(iface, union string, variants []variant) []string {
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
func unionMethods(f *gosrc.File, name string) {
	receiver := gosrc.Param{Name: "v", Type: gosrc.Name(name)}
	value, raw := gosrc.Select(gosrc.Name("v"), "Value"), gosrc.Select(gosrc.Name("v"), "raw")
	f.Func(gosrc.Func{
		Doc:      []string{"RawJSON is the JSON that was read where it fits no known variant, and nil otherwise."},
		Receiver: receiver, Name: "RawJSON", Results: []gosrc.Code{rawMessage},
		Body: []gosrc.Code{gosrc.Return(raw)},
	})
	marshalMethod(f, name, "MarshalJSON writes the variant, or the JSON that fits none as it was read.",
		gosrc.Call(gosrc.Name("encodeUnion"), value, raw))
	f.Func(gosrc.Func{
		Doc:      []string{"takesNull makes null a value of the union instead of one that does not fit."},
		Receiver: gosrc.Param{Type: gosrc.Pointer(gosrc.Name(name))}, Name: "takesNull",
	})
}

// unionDecoder declares UnmarshalJSON: by the discriminator where the variants
// have one, and by the shape of the JSON for the others.
func (g *generator) unionDecoder(f *gosrc.File, t *model.NamedType, variants []variant) {
	v, data := gosrc.Name("v"), gosrc.Name("data")
	body := []gosrc.Code{gosrc.Assign(gosrc.Pointer(v), gosrc.Inline(gosrc.Name(g.names.Type(t.ID))))}
	member := g.discriminator(t.Type, variants)
	told, rest := g.discriminate(member, variants)
	if len(told) > 0 {
		tag := gosrc.Call(gosrc.Name("discriminator"), data, gosrc.Text(member))
		body = append(body, gosrc.Switch(tag, told...))
	}
	if len(rest) > 0 {
		shapes := gosrc.Name(g.names.Shapes(t.ID))
		body = append(body, gosrc.Switch(gosrc.Call(gosrc.Name("chooseVariant"), data, shapes), chosen(rest)...))
		f.Var([]string{g.names.Shapes(t.ID) + " tells variants of " + g.names.Type(t.ID) + " apart by their JSON."},
			g.names.Shapes(t.ID), g.shapeList(rest))
	}
	body = append(body,
		gosrc.Assign(gosrc.Select(v, "raw"), gosrc.Call(gosrc.Name("keepRaw"), data)),
		gosrc.Return(gosrc.Name("nil")))
	unmarshalMethod(f, g.names.Type(t.ID), "UnmarshalJSON reads a variant; JSON that fits none is kept and is no error.", body...)
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

// discriminator is the member that the model names, or else the first one that
// tells all objects among the variants apart when it is there: pages also mark
// such members as optional.
func (g *generator) discriminator(union *model.Type, variants []variant) string {
	if union.Discriminator != "" {
		return union.Discriminator
	}
	for _, v := range variants {
		t := g.api.Resolve(v.Type)
		if t.Kind != model.KindObject {
			continue
		}
		for _, f := range t.Fields {
			if told, _ := g.discriminate(f.Name, variants); len(told) > 1 && g.tellsObjects(f.Name, variants) {
				return f.Name
			}
		}
		break
	}
	return ""
}

// tellsObjects reports whether a member has set texts in every object.
func (g *generator) tellsObjects(member string, variants []variant) bool {
	for _, v := range variants {
		switch g.api.Resolve(v.Type).Kind {
		case model.KindObject, model.KindUnion, model.KindMap, model.KindAny:
			if len(g.tagTexts(v.Type, member)) == 0 {
				return false
			}
		}
	}
	return true
}

// discriminate makes a switch's cases of the variants that a member of the
// object tells apart; rest are the others. Where two variants share a value of
// that member, it tells nothing.
func (g *generator) discriminate(member string, variants []variant) (told []gosrc.Case, rest []variant) {
	if member == "" {
		return nil, variants
	}
	seen := map[string]bool{}
	for _, v := range variants {
		var values []gosrc.Code
		for _, text := range g.tagTexts(v.Type, member) {
			if seen[text] || text == "" {
				return nil, variants
			}
			seen[text] = true
			values = append(values, gosrc.Text(text))
		}
		if len(values) == 0 {
			rest = append(rest, v)
			continue
		}
		told = append(told, gosrc.Case{Values: values, Body: v.decode()})
	}
	return told, rest
}

// tagTexts are the texts that a type allows for a member of itself, each once.
// They are none where it allows any.
func (g *generator) tagTexts(t *model.Type, member string) []string {
	w := tagWalk{g: g, member: member, seen: map[string]bool{}, out: map[string]bool{}}
	if !w.visit(t) {
		return nil
	}
	return sortedKeys(w.out)
}

type tagWalk struct {
	g         *generator
	member    string
	seen, out map[string]bool
}

// visit reports whether the type limits the member to certain texts.
func (w *tagWalk) visit(t *model.Type) bool {
	if t.Kind == model.KindRef {
		if w.seen[t.Ref] {
			return true
		}
		w.seen[t.Ref] = true
		t = w.g.api.Resolve(t)
	}
	switch t.Kind {
	case model.KindObject:
		for _, f := range t.Fields {
			if f.Name == w.member {
				return w.texts(w.g.api.Resolve(f.Type))
			}
		}
	case model.KindUnion:
		for _, v := range t.Variants {
			if !w.visit(v.Type) {
				return false
			}
		}
		return true
	}
	return false
}

func (w *tagWalk) texts(t *model.Type) bool {
	switch {
	case t.Kind == model.KindConst:
		w.out[naming.LiteralText(t.Literal)] = true
	case t.Kind == model.KindEnum:
		for _, v := range t.Enum.Values {
			w.out[naming.LiteralText(v.Literal)] = true
		}
	default:
		return false
	}
	return true
}
