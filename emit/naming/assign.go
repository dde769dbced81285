package naming

import (
	"cmp"
	"strconv"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
)

type assigner struct {
	api   *model.API
	group map[string][]*model.NamedType // see sharing
	names map[tuple]string
	sdk   map[string]string // the vendor's names of types, by ID
	diags diag.List
	log   *takeLog
	pkg   *scope
	files *scope
	// inMethods is what parameters of methods must not be called.
	inMethods map[string]string
	known     map[string]bool // types whose fields need no names
	rules     Rules
	verbs     map[string]bool // see withoutGlue
	polls     map[string]Poll
	// findConstructors returns those of the API.
	findConstructors func() []Constructor
}

func newAssigner(shared *sharing, r Reserved, names map[tuple]string, log *takeLog) *assigner {
	api := shared.api
	s := &assigner{
		api: api, group: shared.group, names: names, inMethods: takenInMethods(r.Package),
		known: r.Known, log: log, findConstructors: shared.constructors,
	}
	s.rules = rulesOf(r.Keep)
	s.sdk, s.verbs = sdkNames(api, s.rules), verbsOf(api)
	s.polls = Polls(api)
	s.pkg = s.scope("")
	s.pkg.reserve("part of every package", r.Package...)
	s.files = s.scope("file ")
	return s
}

func (s *assigner) scope(title string) *scope {
	opened := &scope{title: title, taken: map[string]string{}, diags: &s.diags}
	s.log.open(opened)
	return opened
}

// set notes what the name is for that was taken last.
func (s *assigner) set(name string, parts ...string) {
	s.names[key(parts...)] = name
	s.log.assigned(key(parts...))
}

// sdkTypes gives the types that the vendor's client has their names there,
// before anything derived can take one.
func (s *assigner) sdkTypes() {
	for _, t := range s.api.Types {
		if name := s.sdk[t.ID]; name != "" {
			s.set(s.pkg.take("type "+t.ID, t.Span, withSDK(name, made(func() []string { return s.typeNames(t) }))), "type", t.ID)
		}
	}
}

// pageTypes names the other types: those that the pages name, or those that
// they do not.
func (s *assigner) pageTypes(anonymous bool) {
	for _, t := range s.api.Types {
		if t.Anonymous == anonymous && s.sdk[t.ID] == "" {
			s.set(s.pkg.take("type "+t.ID, t.Span, made(func() []string { return s.typeNames(t) })), "type", t.ID)
		}
	}
}

// typeNames are what a type may be called, best first.
func (s *assigner) typeNames(t *model.NamedType) []string {
	owner := s.rules.resourceName(t.Resource)
	short := s.rules >= RulesShort
	switch group := s.group[t.ID]; {
	case short && group != nil:
		return s.sharedNames(t, group)
	case short && t.Anonymous:
		return shortPathNames(t, owner)
	case short:
		return shortTypeNames(t, owner)
	case t.Anonymous:
		return pathNames(t.Name, owner, kindName(t.Type))
	}
	return typeNames(t.Name, owner, kindName(t.Type))
}

// kindName says what a type is, for names that need it to differ.
func kindName(t *model.Type) string {
	if t == nil {
		return "Model"
	}
	switch t.Kind {
	case model.KindObject, model.KindUnion, model.KindEnum, model.KindMap:
		return camel([]string{string(t.Kind)})
	case model.KindArray:
		return "List"
	}
	return "Model"
}

// resourceName is the dotted path of a resource as one singular CamelCase name.
func (r Rules) resourceName(id string) string {
	var ws []string
	for segment := range strings.SplitSeq(id, ".") {
		ws = append(ws, r.singularWords(segment)...)
	}
	if len(ws) == 0 {
		return ""
	}
	return exported(camel(ws))
}

// options names the functions that set credentials.
func (s *assigner) options() {
	for _, a := range s.api.Auth {
		name := camel(signed(a.ID))
		option := s.pkg.take("credential "+a.ID, a.Span, oneOf("With"+name, "With"+name+"Credential"))
		s.set(option, "option", a.ID)
	}
}

// members names what named types consist of.
func (s *assigner) members() {
	for _, t := range s.api.Types {
		if t.Type == nil {
			continue
		}
		switch t.Type.Kind {
		case model.KindObject:
			if !s.known[t.ID] {
				s.fields(t)
			}
		case model.KindUnion:
			s.union(t)
		case model.KindEnum:
			s.values(t)
		}
	}
}

// objectMembers are the members that every generated struct has.
var objectMembers = []string{"Extra", "MarshalJSON", "UnmarshalJSON", "ToParam", "Accumulate"}

func (s *assigner) fields(t *model.NamedType) {
	members := s.scope(t.Name + ".")
	members.reserve("a member of every object", objectMembers...)
	for _, f := range t.Type.Fields {
		if s.names[key("field", t.ID, f.Name)] != "" {
			continue // printed twice
		}
		s.set(members.take("field "+strconv.Quote(f.Name), f.Span, sdkFieldNames(f)), "field", t.ID, f.Name)
	}
}

func (s *assigner) union(t *model.NamedType) {
	name := s.names[key("type", t.ID)]
	take := func(what string, names ...string) {
		s.set(s.pkg.take(what+" of "+t.ID, t.Span, oneOf(names...)), what, t.ID)
	}
	take("variant", name+"Variant", name+"Alternative")
	take("marker", "is"+name)
	take("union", "unionOf"+name)
	for _, v := range Variants(s.api, t.Type) {
		if !v.Wrapped {
			continue
		}
		owner := "variant " + signature(v.Type) + " of " + t.ID
		wrapper := s.pkg.take(owner, t.Span, made(func() []string { return s.wrapperNames(name, v) }))
		s.set(wrapper, "wrapper", t.ID, signature(v.Type))
	}
}

// sdkValues gives constants the vendor's names before anything derived can
// take one.
func (s *assigner) sdkValues() {
	for _, t := range s.api.Types {
		for _, v := range enumValues(t) {
			if isExported(v.SDKName) {
				s.value(t, v, withSDK(v.SDKName, s.valueNames(t, v)))
			}
		}
	}
}

func (s *assigner) values(t *model.NamedType) {
	for _, v := range enumValues(t) {
		if !isExported(v.SDKName) {
			s.value(t, v, s.valueNames(t, v))
		}
	}
}

// enumValues are the values of which a type has constants.
func enumValues(t *model.NamedType) []model.EnumValue {
	if t.Type == nil || t.Type.Kind != model.KindEnum || !Declared(t.Type) {
		return nil
	}
	return Values(t.Type.Enum)
}

func (s *assigner) value(t *model.NamedType, v model.EnumValue, names candidates) {
	owner := "value " + string(v.Literal) + " of " + t.ID
	s.set(s.pkg.take(owner, t.Span, names), "value", t.ID, string(v.Literal))
}

// valueNames begin with the name of the type.
func (s *assigner) valueNames(t *model.NamedType, v model.EnumValue) candidates {
	return func(yield func(string) bool) {
		for ending := range valueNames(cmp.Or(v.Name, LiteralText(v.Literal))) {
			if !yield(join(s.names[key("type", t.ID)], ending)) {
				return
			}
		}
	}
}

// join appends an ending to a name so that digits do not run together.
func join(name, ending string) string {
	digit := func(b byte) bool { return '0' <= b && b <= '9' }
	if name != "" && ending != "" && digit(name[len(name)-1]) && digit(ending[0]) {
		return name + "_" + ending
	}
	return name + ending
}
