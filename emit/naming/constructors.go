package naming

import (
	"go/token"
	"slices"
	"strconv"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
)

// A Constructor is a function that returns a type which requests take, made of
// what that type requires.
type Constructor struct {
	// Of is the type that it returns.
	Of *model.NamedType
	// Object is the object that it makes: an alternative of Of, or Of itself. It is nil
	// where an alternative is the value itself.
	Object *model.NamedType
	// Choice is the member of Object that it fills with Value, if it is not nil.
	Choice *model.Field
	Value  model.EnumValue
	// Constant is the alternative that it makes where that is one value and takes nothing.
	Constant *model.Type
	// Args are the members of Object that it takes.
	Args []*model.Field
}

// maxArgs is how many values a constructor takes: more of them nobody can tell
// apart without the names of the members.
const maxArgs = 4

// maxChoices is how many values a member may have of which each gets a constructor.
const maxChoices = 4

// Constructors are those of all types that requests take, in the order of the
// types of Names.API.
func (n *Names) Constructors() []Constructor { return n.shared.constructors() }

func findConstructors(api *model.API) []Constructor {
	var out []Constructor
	sent := Sent(api)
	for _, t := range api.Types {
		diag.Naming("looking for constructors of "+t.ID, t.Span, func() {
			switch {
			case !sent[t.ID] || t.Type == nil:
			case t.Type.Kind == model.KindUnion:
				out = append(out, unionConstructors(api, t)...)
			case t.Type.Kind == model.KindObject:
				out = append(out, choiceConstructors(api, t)...)
			}
		})
	}
	return out
}

func unionConstructors(api *model.API, union *model.NamedType) []Constructor {
	var out []Constructor
	if len(PlainVariants(api, union)) > 0 {
		out = append(out, Constructor{Of: union})
	}
	for _, v := range Variants(api, union.Type) {
		if v.Wrapped && v.Type.Kind == model.KindConst {
			out = append(out, Constructor{Of: union, Constant: v.Type})
		}
		if v.Named == nil || v.Named.Type.Kind != model.KindObject {
			continue
		}
		if args, ok := required(api, v.Named.Type); ok && len(args) <= maxArgs {
			out = append(out, Constructor{Of: union, Object: v.Named, Args: args})
		}
	}
	return out
}

// PlainVariants are the alternatives of a union that are text, numbers, booleans,
// lists or maps, or an open enum.
func PlainVariants(api *model.API, union *model.NamedType) []Variant {
	var out []Variant
	for _, v := range Variants(api, union.Type) {
		t := v.Type
		if v.Named != nil {
			t = v.Named.Type
		}
		switch t.Kind {
		case model.KindString, model.KindInteger, model.KindNumber, model.KindBoolean, model.KindArray, model.KindMap, model.KindEnum:
			out = append(out, v)
		}
	}
	return out
}

// choiceConstructors are those of an object that requires one of few values and one
// thing besides, such as a role and what is said in it.
func choiceConstructors(api *model.API, object *model.NamedType) []Constructor {
	args, ok := required(api, object.Type)
	if !ok || len(args) != 2 {
		return nil
	}
	for i, choice := range args {
		_, named := Target(api, choice.Type)
		if choice.Nullable || named == nil || named.Type.Kind != model.KindEnum || EnumBase(named.Type.Enum) != model.KindString {
			continue
		}
		values := Values(named.Type.Enum)
		if len(values) < 2 || len(values) > maxChoices {
			return nil
		}
		var out []Constructor
		for _, v := range values {
			out = append(out, Constructor{Of: object, Object: object, Choice: choice, Value: v, Args: []*model.Field{args[1-i]}})
		}
		return out
	}
	return nil
}

// required are the members of an object that whoever makes one has to set. It is not
// ok where one of them has a constant that is not written by itself.
func required(api *model.API, object *model.Type) (args []*model.Field, ok bool) {
	seen := map[string]bool{}
	for _, f := range object.Fields {
		target, _ := Target(api, f.Type)
		switch {
		case !f.Required || f.ReadOnly || seen[f.Name]:
		case target.Kind == model.KindConst && !f.Nullable:
			if LiteralKind(target.Literal) == model.KindBoolean || LiteralKind(target.Literal) == model.KindAny {
				return nil, false
			}
		default:
			args = append(args, f)
		}
		seen[f.Name] = true
	}
	return args, true
}

// Sent are the IDs of the types that parameters and bodies lead to.
func Sent(api *model.API) map[string]bool {
	return reached(api, func(m *model.Method, visit func(*model.Type)) {
		for _, p := range m.Params {
			visit(p.Type)
		}
		if m.Body != nil {
			visit(m.Body.Type)
		}
	})
}

// Received are the IDs of the types that results lead to.
func Received(api *model.API) map[string]bool {
	return reached(api, func(m *model.Method, visit func(*model.Type)) {
		if m.Returns != nil {
			visit(m.Returns.Type)
		}
		if m.Streaming != nil {
			visit(m.Streaming.Type)
		}
	})
}

func reached(api *model.API, from func(*model.Method, func(*model.Type))) map[string]bool {
	sent := map[string]bool{}
	var visit func(t *model.Type)
	visit = func(t *model.Type) {
		if t == nil {
			return
		}
		if t.Kind == model.KindRef {
			if named := api.Lookup(t.Ref); named != nil && !sent[t.Ref] {
				sent[t.Ref] = true
				visit(named.Type)
			}
			return
		}
		visit(t.Elem)
		for _, f := range t.Fields {
			visit(f.Type)
		}
		for _, v := range t.Variants {
			visit(v.Type)
		}
	}
	for _, m := range api.Methods {
		diag.Naming("looking for the types of "+m.ID, m.Span, func() { from(m, visit) })
	}
	return sent
}

// key is what tells the constructors of a type apart.
func (c Constructor) key() string {
	switch {
	case c.Choice != nil:
		return "value " + string(c.Value.Literal)
	case c.Object != nil:
		return "ref " + c.Object.ID
	case c.Constant != nil:
		return "const " + string(c.Constant.Literal)
	}
	return ""
}

// constructors are named after everything that the pages name.
func (s *assigner) constructors() {
	for _, c := range s.findConstructors() {
		of := s.names[key("type", c.Of.ID)]
		var names []string
		switch {
		case c.Choice != nil:
			names = valueConstructorNames(of, c.Value.Literal)
		case c.Constant != nil:
			names = valueConstructorNames(of, c.Constant.Literal)
		case c.Object != nil:
			object := s.names[key("type", c.Object.ID)]
			names = append(names, constructorName(of, object), "New"+join(of, object))
		default:
			names = append(names, constructorName(of, ""), "New"+of, "New"+of+"Value")
		}
		owner := "constructor " + c.key() + " of " + c.Of.ID
		s.set(s.pkg.take(owner, c.Of.Span, oneOf(names...)), "constructor", c.Of.ID, c.key())
	}
}

// valueConstructorNames end in what a constant of the value would.
func valueConstructorNames(of string, literal model.Literal) []string {
	var names []string
	for ending := range valueNames(LiteralText(literal)) {
		names = append(names, "New"+join(withoutForm(of), ending), "New"+join(of, ending))
	}
	return names
}

// withoutForm drops the words that say what a type is for, as long as another is left.
func withoutForm(name string) string {
	ws := words(name)
	kept := slices.DeleteFunc(slices.Clone(ws), func(w string) bool { return w == "Param" || w == "Params" || w == "Union" })
	if len(kept) == 0 || strings.Join(ws, "") != name {
		return name
	}
	return joinWords(kept)
}

// constructorName has the words of the type and those by which the alternative
// differs from it.
func constructorName(of, alternative string) string {
	ws := words(of)
	name := "New" + withoutForm(of)
	if alternative == "" || strings.Join(words(alternative), "") != alternative {
		return join(name, alternative)
	}
	var differs []string
	for _, w := range words(alternative) {
		if at := slices.Index(ws, w); at >= 0 {
			ws = slices.Delete(ws, at, at+1)
		} else if w != "Param" && w != "Params" {
			differs = append(differs, w)
		}
	}
	return join(name, joinWords(differs))
}

func joinWords(ws []string) string {
	name := ""
	for _, w := range ws {
		name = join(name, w)
	}
	return name
}

// Constructor is the name of a function that makes a type.
func (n *Names) Constructor(c Constructor) string {
	return n.get("constructor", n.head(c.Of.ID), c.key())
}

// Arguments are the Go parameters of a constructor.
func (c Constructor) Arguments() []string {
	taken := map[string]bool{}
	var out []string
	for i, f := range c.Args {
		name := argument(f.Name)
		if token.IsKeyword(name) || name == "string" || name == "json" || name == "time" {
			name += "Value"
		}
		if taken[name] {
			name += strconv.Itoa(i + 1)
		}
		taken[name] = true
		out = append(out, name)
	}
	return out
}

// constructor returns the name of a constructor that a table does not list.
func (i *implied) constructor(of, key string) string {
	name := i.table[NewKey("type", of)]
	id, isObject := strings.CutPrefix(key, "ref ")
	object := i.table[NewKey("type", id)]
	switch {
	case name == "" || isObject && object == "":
		return ""
	case isObject:
		return constructorName(name, object)
	case key == "":
		return constructorName(name, "")
	}
	return "" // the ending of a value has rules of its own
}
