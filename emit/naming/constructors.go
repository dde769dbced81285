package naming

import (
	"go/token"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode"

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
	// Tag is the text that tells Object apart from the other alternatives, "" where none
	// does or it has several.
	Tag string
	// Constant is the alternative that it makes where that is one value and takes nothing.
	Constant *model.Type
	// Whole is the alternative that it takes as it is, if it is not nil: one that requires
	// more than maxArgs, or that holds other types.
	Whole *Variant
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

func findConstructors(api *model.API, rules Rules) []Constructor {
	var out []Constructor
	sent := Sent(api)
	for _, t := range api.Types {
		diag.Naming("looking for constructors of "+t.ID, t.Span, func() {
			switch {
			case !sent[t.ID] || t.Type == nil:
			case t.Type.Kind == model.KindUnion:
				out = append(out, unionConstructors(api, t, rules)...)
			case t.Type.Kind == model.KindObject:
				out = append(out, choiceConstructors(api, t)...)
			}
		})
	}
	return out
}

// unionConstructors are one for the alternatives that are no objects, and one for each of
// the others. They go by the values that tell the objects apart, one for each value, as
// they are what the pages call the alternatives.
func unionConstructors(api *model.API, union *model.NamedType, rules Rules) []Constructor {
	var out []Constructor
	plain := map[string]bool{}
	for _, v := range PlainVariants(api, union) {
		plain[signature(v.Type)] = true
	}
	if len(plain) > 0 {
		out = append(out, Constructor{Of: union})
	}
	member, tags := tagsOf(api, union, rules)
	for _, v := range Variants(api, union.Type) {
		switch {
		case plain[signature(v.Type)]:
		case v.Wrapped && v.Type.Kind == model.KindConst:
			out = append(out, Constructor{Of: union, Constant: v.Type})
		case v.Named != nil && v.Named.Type.Kind == model.KindObject:
			out = append(out, alternativeConstructors(api, union, v, member, tags[signature(v.Type)])...)
		default:
			out = append(out, Constructor{Of: union, Whole: &v})
		}
	}
	return out
}

// tagsOf returns the texts that tell the objects of a union apart, by signature, and the
// member that has them. There are none unless each object has few texts, all of them words:
// all alternatives are called by them, or none.
func tagsOf(api *model.API, union *model.NamedType, rules Rules) (member string, tags map[string][]string) {
	if rules < RulesTags {
		return "", nil
	}
	member, told, _ := Discriminate(api, union.Type)
	tags = make(map[string][]string, len(told))
	for _, v := range told {
		if len(v.Texts) > maxChoices || slices.ContainsFunc(v.Texts, func(text string) bool { return !unicode.IsLetter([]rune(text)[0]) }) {
			return "", nil
		}
		tags[signature(v.Type)] = v.Texts
	}
	for _, v := range Variants(api, union.Type) {
		if v.Named != nil && v.Named.Type.Kind == model.KindObject && len(tags[signature(v.Type)]) == 0 {
			return "", nil
		}
	}
	return member, tags
}

// alternativeConstructors are those of an object among the alternatives of a union, of
// which a member has the tags.
func alternativeConstructors(api *model.API, union *model.NamedType, v Variant, member string, tags []string) []Constructor {
	c := Constructor{Of: union, Object: v.Named}
	args, ok := required(api, v.Named.Type)
	if len(tags) == 1 {
		c.Tag = tags[0]
	}
	at := slices.IndexFunc(args, func(f *model.Field) bool { return f.Name == member })
	switch {
	case !ok:
		c.Whole = &v
	case at >= 0 && len(tags) <= maxChoices && len(args) <= maxArgs+1:
		if out := taggedConstructors(api, c, args[at], slices.Delete(slices.Clone(args), at, at+1)); len(out) == len(tags) {
			return out
		}
		fallthrough
	default:
		c.Args = args
		if len(args) > maxArgs {
			c.Args, c.Whole = nil, &v
		}
	}
	return []Constructor{c}
}

// taggedConstructors are one for each value of the member that tells an alternative apart.
func taggedConstructors(api *model.API, c Constructor, member *model.Field, rest []*model.Field) []Constructor {
	_, enum := Target(api, member.Type)
	if enum == nil || member.Nullable || EnumBase(enum.Type.Enum) != model.KindString {
		return nil
	}
	var out []Constructor
	for _, value := range Values(enum.Type.Enum) {
		tagged := c
		tagged.Choice, tagged.Value, tagged.Tag, tagged.Args = member, value, LiteralText(value.Literal), rest
		out = append(out, tagged)
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
	case c.Tag != "":
		return "tag " + strconv.Quote(c.Tag)
	case c.Choice != nil:
		return "value " + string(c.Value.Literal)
	case c.Object != nil:
		return "ref " + c.Object.ID
	case c.Constant != nil:
		return "const " + string(c.Constant.Literal)
	case c.Whole != nil:
		return signature(c.Whole.Type)
	}
	return ""
}

// constructors are named after everything that the pages name.
func (s *assigner) constructors() {
	for _, c := range s.findConstructors() {
		s.take(s.pkg, c.Of.Span, key("constructor", c.Of.ID, c.key()), made(func() []string {
			return s.constructorNames(s.names.get(key("type", c.Of.ID)), c)
		}))
	}
}

// constructorNames are what a constructor may be called, best first.
func (s *assigner) constructorNames(of string, c Constructor) []string {
	var names []string
	switch {
	case c.Tag != "":
		ending := camel(signed(c.Tag))
		names = append(names, tagConstructorName(of, c.Tag), "New"+join(withoutForm(of), ending), "New"+join(of, ending))
	case c.Choice != nil:
		return valueConstructorNames(of, c.Value.Literal)
	case c.Constant != nil:
		return valueConstructorNames(of, c.Constant.Literal)
	case c.Object == nil && c.Whole == nil:
		return []string{constructorName(of, "", s.rules), "New" + of, "New" + of + "Value"}
	}
	var object string
	switch {
	case c.Object != nil:
		object = s.names.get(key("type", c.Object.ID))
	default:
		object = s.contentName(c.Whole.Type)
	}
	return append(names, constructorName(of, object, s.rules), "New"+join(of, object))
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
	if !strings.Contains(name, "Param") && !strings.Contains(name, "Union") {
		return name
	}
	ws := words(name)
	kept := slices.DeleteFunc(slices.Clone(ws), isForm)
	if len(kept) == 0 || strings.Join(ws, "") != name {
		return name
	}
	return joinWords(kept)
}

func isForm(word string) bool { return word == "Param" || word == "Params" || word == "Union" }

// tagConstructorName has the words of the type and those of the tag, without those at
// the begin of the tag that the type has together.
func tagConstructorName(of, tag string) string {
	name := withoutForm(of)
	ws, begin := signed(tag), words(name)
	drop := 0
	for n := 1; n < len(ws); n++ {
		if hasRun(begin, ws[:n]) {
			drop = n
		}
	}
	return "New" + join(name, camel(ws[drop:]))
}

// hasRun reports whether words stand together among others, whatever their case.
func hasRun(all, run []string) bool {
	for i := range len(all) - len(run) + 1 {
		if slices.EqualFunc(all[i:i+len(run)], run, strings.EqualFold) {
			return true
		}
	}
	return false
}

// constructorName has the words of the type and those by which the alternative
// differs from it.
func constructorName(of, alternative string, rules Rules) string {
	ws := words(of)
	name, all := "New"+withoutForm(of), words(alternative)
	plain := strings.Join(all, "") == alternative
	if rules >= RulesTags {
		plain = strings.Join(all, "") == strings.ReplaceAll(alternative, "_", "")
	}
	if alternative == "" || !plain {
		return join(name, alternative)
	}
	var differs []string
	for _, w := range all {
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
	name := i.table.nameOf("type", of)
	id, isObject := strings.CutPrefix(key, "ref ")
	object := i.table.nameOf("type", id)
	tag, isTag := strings.CutPrefix(key, "tag ")
	if isTag {
		tag, _ = strconv.Unquote(tag)
	}
	got := ""
	switch {
	case name == "" || isObject && object == "":
	case isTag:
		got = i.tagConstructor(name, tag)
	case isObject:
		got = constructorName(name, object, i.names)
	case key == "":
		got = constructorName(name, "", i.names)
	} // the ending of a value has rules of its own
	if got == "" || i.names >= RulesTags && !i.isOwn(name, got) {
		return ""
	}
	return got
}

// tagConstructor returns the name for a tag if it has all words of the tag.
func (i *implied) tagConstructor(of, tag string) string {
	ending := i.inverse(tag, i.values)
	name := "New" + join(withoutForm(of), ending)
	if ending == "" || tagConstructorName(of, tag) != name {
		return ""
	}
	return name
}

// isOwn reports whether no constructor of another type can have the name of one: of the
// types that it begins with, the longest is its own.
func (i *implied) isOwn(of, constructor string) bool {
	base, name := withoutForm(of), strings.TrimPrefix(constructor, "New")
	if i.bases[base] != of || !strings.HasPrefix(name, base) {
		return false
	}
	for n := 1; n < len(name); n++ {
		if i.bases[name[:n]] != "" && (n > len(base) || name == base) {
			return false
		}
	}
	return true
}

// basesOf returns the types of a table by their names without the words for forms. Of several
// that have one it is the longest, which says what it is for.
func basesOf(types map[string]bool) map[string]string {
	out := make(map[string]string, len(types))
	for _, name := range slices.Sorted(maps.Keys(types)) {
		if base := withoutForm(name); len(name) > len(out[base]) {
			out[base] = name
		}
	}
	return out
}
