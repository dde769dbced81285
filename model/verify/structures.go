package verify

import (
	"cmp"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/source"
)

// A Scope is where a fact of ByStructure is stated.
type Scope string

// The scopes, in the order of the tallies.
const (
	ScopeParameters Scope = "parameters" // path, query, header and cookie
	ScopeBody       Scope = "body"       // members of what only requests send
	ScopeStructures Scope = "structures" // members of everything else
)

// A Fact is one fact of the pages or of the spec, whatever the number of places
// where it holds.
type Fact struct {
	Scope Scope `json:"scope"`
	Kind  Kind  `json:"kind"`
	// At is the method or the type of the pages, and the path below it.
	At string `json:"at"`
	// Docs and Spec are what each says, empty where it is silent.
	Docs string `json:"docs,omitempty"`
	Spec string `json:"spec,omitempty"`
	// Agrees says that the spec says in one place of the structure what the pages say
	// of it.
	Agrees bool `json:"agrees,omitempty"`
	// Unmentioned says that the pages have the word nowhere.
	Unmentioned bool        `json:"unmentioned,omitempty"`
	Page        source.Span `json:"page,omitzero"`
	Pointer     string      `json:"pointer,omitempty"`
}

// A ScopeTally counts the facts of one kind in one scope. Of what a member is, each
// side says something (required or not, null or not, which JSON types): there Docs and
// Spec are how many members were compared, and Both over them is how many agree.
type ScopeTally struct {
	Scope Scope `json:"scope"`
	Kind  Kind  `json:"kind"`
	Tally
	Precision         float64 `json:"precision"`
	Recall            float64 `json:"recall"`
	RecallOfMentioned float64 `json:"recallOfMentioned"`
}

// Structures are the facts of two models by the structures of the pages.
type Structures struct {
	Tallies []ScopeTally `json:"tallies"`
	// Facts are those on which the sides do not agree, in the order of the tallies and
	// of their places.
	Facts []Fact `json:"facts"`
}

// ByStructure compares what the pages say of each of their structures with what the
// spec says in all places of it together. Compare holds each pair of structures to
// each other, which is right where both sides write one type for one thing. Pages
// written by hand have one table where a spec has several schemas: for what is sent
// and what is received, for each alternative of a union, for parts of a thing. Here a
// member is right if the spec has it in any place of the structure, and so is what is
// said of it; a member of the spec that the structure lacks is missing once.
func ByStructure(docs, spec *model.API, o Options) *Structures {
	c := &structures{docs: docs, spec: spec, docsShapes: newShapes(docs), specShapes: newShapes(spec),
		facts: map[factKey]*Fact{}, lacking: map[factKey]bool{}, received: map[factKey]bool{}, everywhere: map[factKey][]string{}, seen: map[structurePair]bool{}, visitedDocs: map[*model.Type]bool{}, visitedSpec: map[*model.Type]bool{}}
	c.pairs = &comparer{docs: docs, spec: spec, docsShapes: c.docsShapes, specShapes: c.specShapes}
	d, s := group(docs, true), group(spec, true)
	c.pairs.dropBasePath(d, s)
	for _, key := range sortedKeys(d, s) {
		pairs, _, _ := c.pairs.match(d[key], s[key])
		for _, p := range pairs {
			c.method(p.docs, p.spec)
		}
	}
	c.alone()
	return c.report(o)
}

// structures holds the state of such a comparison.
type structures struct {
	docs, spec             *model.API
	docsShapes, specShapes *shapes
	pairs                  *comparer
	facts                  map[factKey]*Fact
	order                  []factKey
	seen                   map[structurePair]bool
	// visitedDocs and visitedSpec are the objects that were compared; lones are those that the
	// other side lacks where they stand.
	visitedDocs, visitedSpec map[*model.Type]bool
	lones                    []loneStructure
	// lacking are the members that the spec lacks in one of the places of a structure: one
	// that may be missing is right there.
	lacking map[factKey]bool
	// received are the facts of what responses carry, too.
	received map[factKey]bool
	// everywhere are the JSON types that a value has in all places of a structure.
	everywhere map[factKey][]string
}

type structurePair struct {
	scope      Scope
	sent       bool
	owner      string
	docs, spec *model.Type
}

type loneStructure struct {
	at     position
	object object
	inDocs bool
	// alternative says that it is one of several, and that the other side has others.
	alternative bool
}

// A factKey tells facts apart. What is said of a member has no text: it is one fact,
// whatever both say.
type factKey struct {
	scope Scope
	kind  Kind
	owner any
	path  string
	text  string
}

// A position is where both sides stand: below a method, or below a structure of the
// pages.
type position struct {
	scope Scope
	owner any // a method's ID, the line of the pages that states a member, or a type
	name  string
	path  string
	docs  source.Span
	spec  source.Span
	// sent says that the position is below the body of a request.
	sent bool
}

func (p position) at(step string, docs, spec source.Span) position {
	p.path += step
	if !docs.IsZero() {
		p.docs = docs
	}
	if !spec.IsZero() {
		p.spec = spec
	}
	return p
}

func (p position) text() string {
	if strings.HasPrefix(p.path, ".") || strings.HasPrefix(p.path, "[") || strings.HasPrefix(p.path, "{") {
		return p.name + p.path
	}
	return strings.TrimSpace(p.name + " " + p.path)
}

// note records a fact that may hold in several places. text tells values of one kind
// at one position apart.
func (c *structures) note(k Kind, at position, text, docs, spec string, agrees bool) {
	key := factKey{at.scope, k, at.owner, at.path, text}
	have := c.facts[key]
	if !at.sent {
		c.received[key] = true
	}
	if have == nil {
		have = &Fact{Scope: at.scope, Kind: k, At: at.text(), Docs: docs, Spec: spec, Page: at.docs, Pointer: at.spec.String()}
		c.facts[key] = have
		c.order = append(c.order, key)
	}
	if agrees && !have.Agrees {
		have.Docs, have.Spec, have.Agrees = docs, spec, true
	}
}

// only records what one side has: a member, a value.
func (c *structures) only(k Kind, at position, text string, inDocs bool) {
	if inDocs {
		c.note(k, at, text, text, "", false)
	} else {
		c.note(k, at, text, "", text, false)
	}
}

// both records what both sides have.
func (c *structures) both(k Kind, at position, text string) { c.note(k, at, text, text, text, true) }

// flag records a yes-or-no fact of which both sides say one.
func (c *structures) flag(k Kind, at position, docs, spec bool, yes, no string) {
	word := func(b bool) string {
		if b {
			return yes
		}
		return no
	}
	c.note(k, at, "", word(docs), word(spec), docs == spec)
}

func (c *structures) method(docs, spec *model.Method) {
	at := position{owner: docs.ID, name: docs.ID, docs: docs.Span, spec: spec.Span}
	c.params(at, docs, spec)
	at.scope, at.sent = ScopeBody, true
	c.types(at.at("body", source.Span{}, source.Span{}), bodyType(docs), bodyType(spec))
	at.scope, at.sent = ScopeStructures, false
	c.types(at.at("returns", source.Span{}, source.Span{}), returnType(docs), returnType(spec))
}

func (c *structures) params(at position, docs, spec *model.Method) {
	at.scope = ScopeParameters
	docsKeys, specKeys := paramKeys(docs), paramKeys(spec)
	pairs, onlyDocs, onlySpec := pairByName(docs.Params, spec.Params,
		func(p *model.Param) string { return docsKeys[p] },
		func(p *model.Param) string { return specKeys[p] })
	for _, p := range pairs {
		at := at.at(paramText(p.docs), p.docs.Span, p.spec.Span)
		c.both(Parameters, at, paramText(p.docs))
		c.member(at, &p.docs.Field, &p.spec.Field, p.docs.Location != model.LocationPath)
	}
	for _, p := range onlyDocs {
		c.only(Parameters, at.at(paramText(p), p.Span, source.Span{}), paramText(p), true)
	}
	for _, p := range onlySpec {
		if !c.pairs.shownByExample(docs, p) {
			c.only(Parameters, at.at(paramText(p), source.Span{}, p.Span), paramText(p), false)
		}
	}
}

// member compares what is said of a member or parameter that both sides have.
func (c *structures) member(at position, docs, spec *model.Field, mayMiss bool) {
	if mayMiss {
		c.flag(Required, at, docs.Required, spec.Required, "required", "optional")
	}
	d, s := c.docsShapes.of(docs.Type), c.specShapes.of(spec.Type)
	if !d.anything && !s.anything {
		c.flag(Nullable, at, docs.Nullable || d.null, spec.Nullable || s.null, "nullable", "never null")
	}
	c.shapes(at, d, s)
}

func (c *structures) types(at position, docs, spec *model.Type) {
	if docs != nil || spec != nil {
		c.shapes(at, c.docsShapes.of(docs), c.specShapes.of(spec))
	}
}

// shapes compares which JSON types values have, the values that are listed, and what is
// below them.
func (c *structures) shapes(at position, docs, spec *shape) {
	d, s := docs.jsonTypes(), spec.jsonTypes()
	c.note(Types, at, "", cmp.Or(d, "nothing"), cmp.Or(s, "nothing"), d == s)
	if key := (factKey{at.scope, Types, at.owner, at.path, ""}); d != s {
		c.everywhere[key] = union(c.everywhere[key], strings.Split(s, " or "))
	}
	if len(docs.literals) > 0 || len(spec.literals) > 0 {
		c.literals(at, docs, spec)
	}
	c.objects(at, docs, spec)
	c.elements(at.at("[]", source.Span{}, source.Span{}), docs.arrays, spec.arrays)
	c.elements(at.at("{}", source.Span{}, source.Span{}), docs.maps, spec.maps)
}

// jsonTypes are the JSON types of a shape, sorted, without null.
func (s *shape) jsonTypes() string {
	var out []string
	for _, class := range s.classes() {
		class = strings.TrimPrefix(class, "constant ")
		if class == "map" {
			class = "object"
		}
		out = append(out, class)
	}
	if len(s.objects) > 0 {
		out = append(out, "object")
	}
	slices.Sort(out)
	return strings.Join(slices.Compact(out), " or ")
}

// union is a sorted list of words with others.
func union(have, more []string) []string {
	out := slices.Concat(have, more)
	slices.Sort(out)
	return slices.Compact(out)
}

func (c *structures) literals(at position, docs, spec *shape) {
	for _, l := range docs.literals {
		if slices.Contains(spec.literals, l) {
			c.both(EnumValues, at, string(l))
		} else {
			c.only(EnumValues, at, string(l), true)
		}
	}
	for _, l := range spec.literals {
		if !slices.Contains(docs.literals, l) {
			c.only(EnumValues, at, string(l), false)
		}
	}
}

func (c *structures) elements(at position, docs, spec []*model.Type) {
	if len(docs) == 0 || len(spec) == 0 || strings.Count(at.path, "[]")+strings.Count(at.path, "{}") > maxNesting {
		return
	}
	c.shapes(at, c.docsShapes.ofAll(docs), c.specShapes.ofAll(spec))
}
