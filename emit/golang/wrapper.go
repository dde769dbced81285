package golang

import (
	"github.com/docgen-go/docgen/emit/golang/gosrc"
	"github.com/docgen-go/docgen/model"
)

// wrapper declares the type of a variant that has none of its own.
func (g *generator) wrapper(f gosrc.Writer, v variant, union string) {
	doc := func() []string {
		return append([]string{v.name + " is a variant of " + union + "."}, paragraphs(v.Doc)...)
	}
	switch {
	case v.Type.Kind == model.KindConst:
		constantWrapper(f, doc, v)
	case g.embeds(v.Type):
		f.Struct(doc, v.name, gosrc.Field{Type: g.goType(v.Type)})
	default:
		f.Type(doc, v.name, g.goType(v.Type))
	}
}

// embeds reports whether a wrapper must embed the type, because its JSON comes
// from methods that a type of its own would lose.
func (g *generator) embeds(t *model.Type) bool {
	switch t.Kind {
	case model.KindDate, model.KindDateTime, model.KindFile:
		return true
	}
	return g.isRaw(t)
}

// constantWrapper declares an empty struct that stands for one value.
func constantWrapper(f gosrc.Writer, doc gosrc.Doc, v variant) {
	literal := func() gosrc.Code { return gosrc.Block(string(v.Type.Literal)) }
	f.Struct(func() []string { return append(doc(), "", "It is always "+string(v.Type.Literal)+".") }, v.name)
	f.Func(gosrc.Func{
		Doc: gosrc.Lines("MarshalJSON writes the value."), Receiver: gosrc.Param{Type: gosrc.Name(v.name)}, Name: "MarshalJSON",
		Results: []gosrc.Code{gosrc.Slice(gosrc.Name("byte")), gosrc.Name("error")},
		Body: func() []gosrc.Code {
			return []gosrc.Code{gosrc.Return(gosrc.Call(gosrc.Slice(gosrc.Name("byte")), literal()), gosrc.Name("nil"))}
		},
	})
	f.Func(gosrc.Func{
		Doc:      gosrc.Lines("UnmarshalJSON refuses any other value."),
		Receiver: gosrc.Param{Type: gosrc.Pointer(gosrc.Name(v.name))}, Name: "UnmarshalJSON",
		Params:  []gosrc.Param{{Name: "data", Type: gosrc.Slice(gosrc.Name("byte"))}},
		Results: []gosrc.Code{gosrc.Name("error")},
		Body: returns(func() gosrc.Code {
			return gosrc.Call(gosrc.Name("wantConstant"), gosrc.Name("data"), literal())
		}),
	})
}
