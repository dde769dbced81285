package naming

import (
	"cmp"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
)

type assigner struct {
	api   *model.API
	group map[string][]*model.NamedType // see sharing
	names *nameTable
	sdk   map[string]string // the vendor's names of types, by ID
	diags diag.List
	log   *takeLog
	pkg   *scope
	files *scope
	// reserved are the names that are taken whatever the pages say.
	reserved reservedNames
	known    map[string]bool // types whose fields need no names
	rules    Rules
	verbs    map[string]bool // see withoutGlue
	polls    map[string]Poll
	// memberNames are the best names of members by their wire names.
	memberNames map[string]string
	response    string // see commonResponse
	// findConstructors returns those of the API.
	findConstructors func() []Constructor
}

func newAssigner(shared *sharing, r Reserved, taken reservedNames, log *takeLog) *assigner {
	api := shared.api
	s := &assigner{
		api: api, group: shared.group, names: newNameTable(len(api.Types)), reserved: taken,
		known: r.Known, log: log, findConstructors: shared.constructors, memberNames: map[string]string{},
	}
	s.rules = rulesOf(r.Keep)
	s.sdk, s.verbs = sdkNames(api, s.rules), verbsOf(api)
	if s.rules >= RulesResponse {
		s.response = commonResponse(shared)
	}
	s.polls = Polls(api)
	s.open()
	return s
}

// open opens the scopes that are there from the beginning.
func (s *assigner) open() {
	s.pkg = s.scope("", "")
	s.pkg.always = s.reserved.inPackage
	s.files = s.scope("file ", "")
}

// again returns an assigner for another round of the same API, by another log.
func (s *assigner) again(log *takeLog) *assigner {
	next := *s
	next.log, next.diags = log, diag.List{}
	next.open()
	return &next
}

// reservedNames are what is taken by name: in the package, in methods, and in objects.
type reservedNames struct{ inPackage, inMethods, inObjects map[string]string }

func newReservedNames(fixed []string) reservedNames {
	return reservedNames{
		inPackage: reasons(map[string]string{}, "part of every package", fixed...),
		inMethods: takenInMethods(fixed),
		inObjects: inObjects,
	}
}

// inObjects are the members that every generated struct has, by name.
var inObjects = reasons(map[string]string{}, "a member of every object", objectMembers...)

// scope opens a scope; title and ending stand before its names in findings.
func (s *assigner) scope(title, ending string) *scope {
	opened := &scope{title: title, ending: ending}
	s.log.open(opened)
	return opened
}

// sdkTypes gives the types that the vendor's client has their names there,
// before anything derived can take one.
func (s *assigner) sdkTypes() {
	for _, t := range s.api.Types {
		if name := s.sdk[t.ID]; name != "" {
			s.take(s.pkg, t.Span, key("type", t.ID), withSDK(name, made(func() []string { return s.typeNames(t) })))
		}
	}
}

// pageTypes names the other types: those that the pages name, or those that
// they do not.
func (s *assigner) pageTypes(anonymous bool) {
	for _, t := range s.api.Types {
		if t.Anonymous != anonymous || s.sdk[t.ID] != "" {
			continue
		}
		k := key("type", t.ID)
		if _, ok := s.decide(s.pkg, k); ok || s.takeFree(s.pkg, k, s.pathName(t)) {
			continue
		}
		s.choose(s.pkg, t.Span, k, made(func() []string { return s.typeNames(t) }))
	}
}

// pathName returns the best of typeNames for a type that has its name of its place, which is
// nearly always free, and "" where that takes more than a look at the type.
func (s *assigner) pathName(t *model.NamedType) string {
	if s.rules < RulesShort || !t.Anonymous || s.group[t.ID] != nil {
		return ""
	}
	if name := pathName(withoutOptional(t.Name)); len(name) <= roomFor(t.Type) {
		return name
	}
	return ""
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
		s.take(s.pkg, a.Span, key("option", a.ID), oneOf("With"+name, "With"+name+"Credential"))
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
	members := s.scope(t.Name, ".")
	members.always = s.reserved.inObjects
	for _, f := range t.Type.Fields {
		s.member(members, f, key("field", t.ID, f.Name))
	}
}

// member names a field of a struct, unless it is printed twice and has its name.
func (s *assigner) member(in *scope, f *model.Field, k tuple) {
	if s.names.find(k) != "" {
		return
	}
	if _, ok := s.decide(in, k); ok || s.takeFree(in, k, s.memberName(f)) {
		return
	}
	s.choose(in, f.Span, k, sdkFieldNames(f))
}

// memberName returns the best name of a field: the first of sdkFieldNames.
func (s *assigner) memberName(f *model.Field) string {
	if isExported(f.SDKName) {
		return f.SDKName
	}
	name, known := s.memberNames[f.Name]
	if !known {
		name = plainFieldName(f.Name)
		s.memberNames[f.Name] = name
	}
	return name
}

func (s *assigner) union(t *model.NamedType) {
	name := s.names.get(key("type", t.ID))
	s.take(s.pkg, t.Span, key("variant", t.ID), oneOf(name+"Variant", name+"Alternative"))
	s.take(s.pkg, t.Span, key("marker", t.ID), oneOf("is"+name))
	s.take(s.pkg, t.Span, key("union", t.ID), oneOf("unionOf"+name))
	for _, v := range Variants(s.api, t.Type) {
		if v.Wrapped {
			s.take(s.pkg, t.Span, key("wrapper", t.ID, signature(v.Type)), made(func() []string { return s.wrapperNames(name, v) }))
		}
	}
}

// sdkValues gives constants the vendor's names before anything derived can
// take one.
func (s *assigner) sdkValues() {
	for _, t := range s.api.Types {
		for _, v := range enumValues(t) {
			if isExported(v.SDKName) {
				s.take(s.pkg, t.Span, key("value", t.ID, string(v.Literal)), withSDK(v.SDKName, s.valueNames(t, v)))
			}
		}
	}
}

func (s *assigner) values(t *model.NamedType) {
	for _, v := range enumValues(t) {
		if !isExported(v.SDKName) {
			s.value(t, v)
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

func (s *assigner) value(t *model.NamedType, v model.EnumValue) {
	k := key("value", t.ID, string(v.Literal))
	if _, ok := s.decide(s.pkg, k); !ok {
		s.choose(s.pkg, t.Span, k, s.valueNames(t, v))
	}
}

// valueNames begin with the name of the type.
func (s *assigner) valueNames(t *model.NamedType, v model.EnumValue) candidates {
	return func(yield func(string) bool) {
		for ending := range valueNames(cmp.Or(v.Name, LiteralText(v.Literal))) {
			if !yield(join(s.names.get(key("type", t.ID)), ending)) {
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
