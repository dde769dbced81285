package golang

import (
	"github.com/docgen-go/docgen/emit/golang/gosrc"
	"github.com/docgen-go/docgen/model"
)

// object declares a struct with its JSON methods.
func (g *generator) object(f *gosrc.File, t *model.NamedType) {
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
	table  []gosrc.Code
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
		field := gosrc.Field{Doc: fieldDoc(m), Name: s.name(m.Name), Type: form.Type, Tag: jsonTag(m.Name, form.OmitZero)}
		s.fields = append(s.fields, field)
		s.table = append(s.table, form.entry(m.Name, field.Name))
	}
}

// entry is the call that ties a member to its field of v.
func (m memberForm) entry(wire, field string) gosrc.Code {
	args := []gosrc.Code{gosrc.Text(wire), gosrc.Address(gosrc.Select(gosrc.Name("v"), field))}
	if m.Fill != "" {
		args = append(args, gosrc.Block(string(m.Fill)))
	}
	return gosrc.Call(gosrc.Name(m.Maker), args...)
}

func extraField() gosrc.Field {
	return gosrc.Field{
		Doc: []string{"Extra holds what the fields above cannot. See the package documentation."}, Name: "Extra",
		Type: gosrc.Map(rawMessage), Tag: gosrc.Tag{Key: "json", Value: "-"},
	}
}

// jsonMethods declares the table of fields and the JSON methods of a struct
// that has Extra.
func jsonMethods(f *gosrc.File, name string, table []gosrc.Code) {
	v := gosrc.Name("v")
	rest := gosrc.Call(gosrc.Name("rest"), gosrc.Address(gosrc.Select(v, "Extra")))
	f.Func(gosrc.Func{
		Receiver: pointerReceiver(name), Name: "fields",
		Results: []gosrc.Code{gosrc.Slice(gosrc.Name("field"))},
		Body:    []gosrc.Code{gosrc.Return(gosrc.Items(gosrc.Slice(gosrc.Name("field")), append(table, rest)...))},
	})
	marshalMethod(f, name, "MarshalJSON writes the object with what Extra holds.",
		gosrc.Call(gosrc.Name("encodeObject"), gosrc.Address(v)))
	unmarshalMethod(f, name, "UnmarshalJSON reads an object; what does not fit a field goes to Extra.",
		gosrc.Return(gosrc.Call(gosrc.Name("decodeObject"), gosrc.Name("data"), v)))
}

func pointerReceiver(name string) gosrc.Param {
	return gosrc.Param{Name: "v", Type: gosrc.Pointer(gosrc.Name(name))}
}

// marshalMethod declares MarshalJSON that returns a call's results.
func marshalMethod(f *gosrc.File, name, doc string, result gosrc.Code) {
	f.Func(gosrc.Func{
		Doc: []string{doc}, Receiver: gosrc.Param{Name: "v", Type: gosrc.Name(name)}, Name: "MarshalJSON",
		Results: []gosrc.Code{gosrc.Slice(gosrc.Name("byte")), gosrc.Name("error")},
		Body:    []gosrc.Code{gosrc.Return(result)},
	})
}

// unmarshalMethod declares UnmarshalJSON with a body that reads data.
func unmarshalMethod(f *gosrc.File, name, doc string, body ...gosrc.Code) {
	f.Func(gosrc.Func{
		Doc: []string{doc}, Receiver: pointerReceiver(name), Name: "UnmarshalJSON",
		Params:  []gosrc.Param{{Name: "data", Type: gosrc.Slice(gosrc.Name("byte"))}},
		Results: []gosrc.Code{gosrc.Name("error")}, Body: body,
	})
}
