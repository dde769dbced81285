package golang

import (
	"slices"

	"github.com/docgen-go/docgen/emit/golang/gosrc"
	"github.com/docgen-go/docgen/model"
)

// object declares a struct with its JSON methods.
func (g *generator) object(f gosrc.Writer, t *model.NamedType) {
	name := g.names.Type(t.ID)
	s := structWriter{g: g, owner: t.ID, name: func(wire string) string { return g.names.Field(t.ID, wire) }}
	s.add(t.Type.Fields)
	fields := append(s.fields, extraField())
	if g.isRead(t.ID) {
		fields = append(fields, gosrc.Field{Name: "read", Type: gosrc.Pointer(gosrc.Name("readJSON")), Note: "see RawJSON"})
	}
	f.Struct(g.typeDoc(t, "an object"), name, fields...)
	jsonMethods(f, name, len(g.markers[t.ID]) > 0)
}

// A structWriter collects the fields of a struct, whose tags tie them to members
// of a JSON object.
type structWriter struct {
	g      *generator
	owner  string
	name   func(wire string) string
	seen   map[string]bool
	fields []gosrc.Field
}

// add adds members. Of a member that is printed twice the first counts.
func (s *structWriter) add(members []*model.Field) {
	if s.seen == nil {
		s.seen = make(map[string]bool, len(members))
	}
	s.fields = slices.Grow(s.fields, len(members)+2) // some end in one or two of ours
	for _, m := range members {
		if s.seen[m.Name] {
			continue
		}
		s.seen[m.Name] = true
		form := s.g.member(s.owner, m)
		s.fields = append(s.fields, gosrc.Field{
			Doc: func() []string { return fieldDoc(m) }, Name: s.name(m.Name), Type: form.Type, Tags: memberTags(m.Name, form), Note: fieldNote(m),
		})
	}
}

// extraType is the type of Extra.
var extraType = gosrc.Map(rawMessage)

func extraField() gosrc.Field {
	return gosrc.Field{
		Name: "Extra", Type: extraType, Tags: jsonIgnored,
		Note: "what the fields above cannot hold, see the package documentation",
	}
}

// isRead reports whether an object may come from a server: in a response, or, as an
// event or an error, in what no request has.
func (g *generator) isRead(id string) bool { return g.received[id] || !g.sent[id] }

// jsonMethods declares the JSON methods of a struct that has Extra. others says that other
// methods of the type stand in the next line.
func jsonMethods(f gosrc.Writer, name string, others bool) {
	marshalMethod(f, name,
		returns(func() gosrc.Code { return gosrc.Call(gosrc.Name("encodeOwn"), gosrc.Name("v")) }))
	unmarshalMethod(f, name,
		returns(func() gosrc.Code {
			return gosrc.Call(gosrc.Name("decodeOwn"), gosrc.Name("b"), gosrc.Name("v"))
		}), others)
}

// returns is a body that is one return statement.
func returns(result gosrc.Value) gosrc.Body {
	return func() []gosrc.Code { return []gosrc.Code{gosrc.Return(result())} }
}

func pointerReceiver(name string) gosrc.Param {
	return gosrc.Param{Name: "v", Type: gosrc.Pointer(gosrc.Name(name))}
}

// marshalMethod declares MarshalJSON, with UnmarshalJSON behind it. Both have no
// comments: the documentation of the package says what all of them do. MarshalJSON
// is not inlined: the compiler makes one more method of each for pointers, which
// would repeat the body.
func marshalMethod(f gosrc.Writer, name string, body gosrc.Body) {
	f.Func(gosrc.Func{
		Receiver: gosrc.Param{Name: "v", Type: gosrc.Name(name)}, Name: "MarshalJSON",
		Results: []gosrc.Code{gosrc.Slice(gosrc.Name("byte")), gosrc.Name("error")},
		Body:    body, Short: true, Follows: true, NoInline: true,
	})
}

// unmarshalMethod declares UnmarshalJSON with a body that reads b, and says whether
// other methods of the type stand in the next line.
func unmarshalMethod(f gosrc.Writer, name string, body gosrc.Body, others bool) {
	f.Func(gosrc.Func{
		Receiver: pointerReceiver(name), Name: "UnmarshalJSON",
		Params:  []gosrc.Param{{Name: "b", Type: gosrc.Slice(gosrc.Name("byte"))}},
		Results: []gosrc.Code{gosrc.Name("error")}, Body: body, Short: true, Follows: others,
	})
}
