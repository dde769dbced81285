package golang

import (
	"github.com/docgen-go/docgen/emit/golang/gosrc"
	"github.com/docgen-go/docgen/model"
)

// object declares a struct with its JSON methods.
func (g *generator) object(f gosrc.Writer, t *model.NamedType) {
	name := g.names.Type(t.ID)
	s := structWriter{g: g, owner: t.ID, name: func(wire string) string { return g.names.Field(t.ID, wire) }}
	s.add(t.Type.Fields)
	f.Struct(g.typeDoc(t, "is a JSON object"), name, append(s.fields, extraField())...)
	jsonMethods(f, name, s.table)
}

// A structWriter collects the fields of a struct and the table that ties them
// to members of a JSON object.
type structWriter struct {
	g      *generator
	owner  string
	name   func(wire string) string
	seen   map[string]bool
	fields []gosrc.Field
	table  []entry
}

// add adds members. Of a member that is printed twice the first counts.
func (s *structWriter) add(members []*model.Field) {
	if s.seen == nil {
		s.seen = map[string]bool{}
	}
	for _, m := range members {
		if s.seen[m.Name] {
			continue
		}
		s.seen[m.Name] = true
		form := s.g.member(s.owner, m)
		field := gosrc.Field{Doc: func() []string { return fieldDoc(m) }, Name: s.name(m.Name), Type: form.Type, Tag: jsonTag(m.Name, form.OmitZero)}
		s.fields = append(s.fields, field)
		s.table = append(s.table, entry{form, m.Name, field.Name})
	}
}

// An entry ties a member to its field of v.
type entry struct {
	form        memberForm
	wire, field string
}

func (e entry) call() gosrc.Code {
	args := []gosrc.Code{gosrc.Text(e.wire), gosrc.Address(gosrc.Select(gosrc.Name("v"), e.field))}
	if e.form.Fill != "" {
		args = append(args, gosrc.Block(string(e.form.Fill)))
	}
	return gosrc.Call(gosrc.Name(e.form.Maker), args...)
}

func extraField() gosrc.Field {
	return gosrc.Field{
		Doc: gosrc.Lines("Extra holds what the fields above cannot. See the package documentation."), Name: "Extra",
		Type: gosrc.Map(rawMessage), Tag: gosrc.Tag{Key: "json", Value: "-"},
	}
}

// jsonMethods declares the table of fields and the JSON methods of a struct
// that has Extra.
func jsonMethods(f gosrc.Writer, name string, table []entry) {
	f.Internal(func() {
		f.Func(gosrc.Func{
			Receiver: pointerReceiver(name), Name: "fields",
			Results: []gosrc.Code{gosrc.Slice(gosrc.Name("field"))},
			Body:    returns(func() gosrc.Code { return fieldTable(table) }),
		})
	})
	marshalMethod(f, name, "MarshalJSON writes the object with what Extra holds.",
		returns(func() gosrc.Code { return gosrc.Call(gosrc.Name("encodeObject"), gosrc.Address(gosrc.Name("v"))) }))
	unmarshalMethod(f, name, "UnmarshalJSON reads an object; what does not fit a field goes to Extra.",
		returns(func() gosrc.Code {
			return gosrc.Call(gosrc.Name("decodeObject"), gosrc.Name("data"), gosrc.Name("v"))
		}))
}

func fieldTable(table []entry) gosrc.Code {
	var calls []gosrc.Code
	for _, e := range table {
		calls = append(calls, e.call())
	}
	rest := gosrc.Call(gosrc.Name("rest"), gosrc.Address(gosrc.Select(gosrc.Name("v"), "Extra")))
	return gosrc.Items(gosrc.Slice(gosrc.Name("field")), append(calls, rest)...)
}

// returns is a body that is one return statement.
func returns(result gosrc.Value) gosrc.Body {
	return func() []gosrc.Code { return []gosrc.Code{gosrc.Return(result())} }
}

func pointerReceiver(name string) gosrc.Param {
	return gosrc.Param{Name: "v", Type: gosrc.Pointer(gosrc.Name(name))}
}

// marshalMethod declares MarshalJSON.
func marshalMethod(f gosrc.Writer, name, doc string, body gosrc.Body) {
	f.Func(gosrc.Func{
		Doc: gosrc.Lines(doc), Receiver: gosrc.Param{Name: "v", Type: gosrc.Name(name)}, Name: "MarshalJSON",
		Results: []gosrc.Code{gosrc.Slice(gosrc.Name("byte")), gosrc.Name("error")},
		Body:    body,
	})
}

// unmarshalMethod declares UnmarshalJSON with a body that reads data.
func unmarshalMethod(f gosrc.Writer, name, doc string, body gosrc.Body) {
	f.Func(gosrc.Func{
		Doc: gosrc.Lines(doc), Receiver: pointerReceiver(name), Name: "UnmarshalJSON",
		Params:  []gosrc.Param{{Name: "data", Type: gosrc.Slice(gosrc.Name("byte"))}},
		Results: []gosrc.Code{gosrc.Name("error")}, Body: body,
	})
}
