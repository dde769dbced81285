package diff

import (
	"cmp"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/source"
)

// A comparer holds the state of one comparison.
type comparer struct {
	old, new *side
	methods  []methodPair
	gone     []*model.Method // of the old side, without a partner
	added    []*model.Method
	// declared pairs the named types that both sides have, by ID.
	declared map[string]string
	partner  map[string]string        // the same, from new to old
	moved    map[string]string        // resources that have another ID as a whole
	along    map[Kind]map[string]bool // see cameAlong
	// in is how values of types travel that no method leads to, by name.
	in map[string][]Position

	nodes map[typePair]*node
	pairs map[typePair]int // see mayPair
	queue []*node
	// relocated are the members of the method that moved into or out of its body.
	relocated map[*model.Field]bool
	// clients says that both sides have no pages but those of clients.
	clients bool
	// silent says of each side that no example shows what the body looks like that is compared.
	silent [2]bool
	// visited are the pairs of types compared within the current subject.
	visited map[visitKey]visit

	changes []found
	// ofMethod is where the changes of the method begin that is compared.
	ofMethod int
	// wordsBy and wordings are for wordsOf: the numbers by members and by texts.
	wordsBy  map[[2]*model.Field]int
	wordings map[string]int
	texts    []Text
	unstated map[model.Fact]int
}

// A typePair is two declared types that take the same place, by ID.
type typePair struct{ old, new string }

// A node is a pair of declared types. It is compared once, wherever it stands;
// users are where it does.
type node struct {
	old, new *model.NamedType
	users    []user
	known    map[user]bool
}

// A user is what mentions a declared type: a method, in a position, a resource whose
// events carry it, or another declared type. only is the one position in which values
// have the members on the way, where it is one.
type user struct {
	method      string
	oldMethod   string
	resource    string
	oldResource string
	in          Position
	only        Position
	node        *node
}

// A found is a change before it is known what it reaches.
type found struct {
	Change
	node *node
	only Position
	// words is the number of what is said of the member that it is about, see wordsOf.
	words int
	// deprecated is what the old side says of the deprecation of what is gone.
	deprecated string
	// newDoc is what the new side says of what came, and newMethods are the methods.
	newDoc     string
	newMethods []NewMethod
	newMembers []NewMember
	// replaced is the word that another one has the place of, see noteReplacements.
	replaced replacement
}

// A location is where two values stand that are compared.
type location struct {
	subject user
	// old and new lead from the subject to the value on each side.
	old, new *trail
	// text says that values travel as text, as they do outside of bodies.
	text bool
	// oldField and newField are the members around, with the evidence for what
	// is said of the value; nil at the top of a type.
	oldField, newField *model.Field
	oldSpan, newSpan   source.Span
	// oldHome and newHome are where a structure stands that has the positions of an equal
	// one, see lent.
	oldHome, newHome source.Span
	// oldListed and newListed are where the members of a body stand that has the positions
	// of an equal structure.
	oldListed, newListed map[string]source.Span
}

func newComparer(before, after *model.API) *comparer {
	c := &comparer{
		old: newSide(before), new: newSide(after),
		declared: map[string]string{}, partner: map[string]string{}, moved: map[string]string{},
		nodes: map[typePair]*node{}, pairs: map[typePair]int{}, unstated: map[model.Fact]int{},
		wordsBy: map[[2]*model.Field]int{}, wordings: map[string]int{},
	}
	c.clients = isClient(before) && isClient(after)
	c.pairTypes()
	return c
}

// part is the place of a part of a method.
func (p location) part(name string) location {
	p.old, p.new = p.old.to(StepPart, name), p.new.to(StepPart, name)
	p.oldField, p.newField = nil, nil
	return p
}

// below is the place of a member, which may have another name on the old side.
func (p location) below(name string, before, after *model.Field) location {
	was := name
	if before != nil {
		was = before.Name
	}
	return p.member(p.old.to(StepMember, was), p.new.to(StepMember, name), before, after)
}

// member is the place of a member that stands at another place on each side.
func (p location) member(old, new *trail, before, after *model.Field) location {
	q := p
	q.old, q.new = old, new
	q.oldField, q.newField = before, after
	q.oldSpan, q.newSpan = memberSpan(before, p.oldSpan, p.oldHome, p.oldListed), memberSpan(after, p.newSpan, p.newHome, p.newListed)
	q.oldListed, q.newListed = nil, nil
	return q
}

// memberSpan is where a member stands, or what has it where that is not known.
func memberSpan(f *model.Field, around, home source.Span, listed map[string]source.Span) source.Span {
	switch {
	case f == nil:
	case !listed[f.Name].IsZero():
		return listed[f.Name]
	case isWithin(f.Span, home):
		return f.Span
	}
	return around
}

// isWithin reports whether a member stands where a structure does that may have the
// positions of another; home is zero for one that has its own.
func isWithin(s, home source.Span) bool {
	return !s.IsZero() && (home.IsZero() || s.File == home.File && s.Start.Offset >= home.Start.Offset)
}

// at is the place with the positions of what stands there, as far as they are known.
func (p location) at(before, after source.Span) location {
	if !before.IsZero() {
		p.oldSpan = before
	}
	if !after.IsZero() {
		p.newSpan = after
	}
	return p
}

// inside is the place of an element, whose evidence is that of the member.
func (p location) inside(kind StepKind, name string) location {
	p.old, p.new = p.old.to(kind, name), p.new.to(kind, name)
	return p
}

// wordsOf returns a number for what the pages of both sides say of the member, in
// whatever order they are compared. Of a member with thousands of changes the words are
// looked at once.
func (c *comparer) wordsOf(before, after *model.Field) int {
	pair := [2]*model.Field{before, after}
	if n, known := c.wordsBy[pair]; known {
		return n
	}
	var words []string
	for _, f := range pair {
		if f != nil {
			words = append(words, oneLine(f.Doc))
		}
	}
	slices.Sort(words)
	text := strings.Join(slices.Compact(words), "\x00")
	n, known := c.wordings[text]
	if !known {
		n = len(c.wordings)
		c.wordings[text] = n
	}
	c.wordsBy[pair] = n
	return n
}

// add reports a change at a place.
func (c *comparer) add(p location, kind Kind, before, after string) *found {
	s := Subject{OldPath: p.old.path(), NewPath: p.new.path(), OldSpan: p.oldSpan, NewSpan: p.newSpan}
	f := found{node: p.subject.node, only: p.subject.only, words: c.wordsOf(p.oldField, p.newField), Change: Change{Kind: kind, At: s.NewPath.String(), Old: before, New: after, OldSpan: p.oldSpan, NewSpan: p.newSpan}}
	if n := p.subject.node; n != nil {
		s.OldType, s.NewType = n.old.ID, n.new.ID
	} else {
		s.OldMethod, s.NewMethod = p.subject.oldMethod, p.subject.method
		s.OldResource, s.NewResource = p.subject.oldResource, p.subject.resource
		f.Method, f.Resource = p.subject.method, cmp.Or(p.subject.resource, p.subject.oldResource)
		if in := cmp.Or(p.subject.only, p.subject.in); in != "" {
			f.In = []Position{in}
		}
	}
	f.Subjects = []Subject{s}
	switch kind {
	case FieldRemovedOptional, FieldRemovedRequired, ParamRemovedOptional, ParamRemovedRequired:
		if p.oldField != nil {
			f.deprecated = p.oldField.Deprecated
		}
	case FieldAddedOptional, FieldAddedRequired, ParamAddedOptional, ParamAddedRequired:
		if p.newField != nil {
			f.newDoc, f.newMembers = p.newField.Doc, c.newMembers(p.newField.Type)
		}
	}
	c.changes = append(c.changes, f)
	return &c.changes[len(c.changes)-1]
}

// maybe reports a change of a fact that not all pages state.
func (c *comparer) maybe(p location, fact model.Fact, kind Kind, before, after string, has, gets bool) {
	if report, weak := c.weigh(p, fact, has, gets); report {
		c.add(p, kind, before, after).Inferred = weak
	}
}

// words compares descriptions.
func (c *comparer) words(p location, before, after string) {
	if !model.SameWords(before, after) {
		c.text(p, Docs, before, after)
	}
}

func (c *comparer) text(p location, kind TextKind, before, after string) {
	t := Text{Kind: kind, Old: before, New: after, Resource: p.subject.resource, Method: p.subject.method, At: p.new.path().String(), OldSpan: p.oldSpan, NewSpan: p.newSpan}
	if n := p.subject.node; n != nil {
		t.Type = n.new.ID
	}
	c.texts = append(c.texts, t)
}

// start begins a subject: what was met in another says nothing about this one.
func (c *comparer) start() { c.visited = map[visitKey]visit{} }

// maxForeign bounds how many types of the other side one type is compared with that
// have a partner of their own, and maxStrange how many with which it or the other has none.
// Chains of types that each mention others than before would pair each with each.
const maxForeign, maxStrange = 8, 64

// declare notes that a pair of declared types takes the same place. It is
// compared later, and once. It reports false where too many pairs have one of them.
func (c *comparer) declare(by user, a, b *model.NamedType) bool {
	key := typePair{a.ID, b.ID}
	n := c.nodes[key]
	if n == nil {
		if !c.mayPair(a, b) {
			return false
		}
		n = &node{old: a, new: b, known: map[user]bool{}}
		c.nodes[key] = n
		c.queue = append(c.queue, n)
	}
	if !n.known[by] {
		n.known[by] = true
		n.users = append(n.users, by)
	}
	return true
}

// mayPair counts the pairs that two types are in but do not stand for each other.
func (c *comparer) mayPair(a, b *model.NamedType) bool {
	if c.declared[a.ID] == b.ID {
		return true
	}
	most := maxStrange
	if c.declared[a.ID] != "" && c.partner[b.ID] != "" {
		most = maxForeign
	}
	old, now := typePair{old: a.ID}, typePair{new: b.ID}
	if c.pairs[old] >= most || c.pairs[now] >= most {
		return false
	}
	c.pairs[old]++
	c.pairs[now]++
	return true
}

// declareAt declares a pair, or reports one type in the place of another.
func (c *comparer) declareAt(p location, a, b *model.NamedType) {
	if !c.declare(p.subject, a, b) {
		c.add(p, TypeChanged, a.ID, b.ID)
	}
}

// drain compares declared types until no new pair turns up.
func (c *comparer) drain() {
	for i := 0; i < len(c.queue); i++ {
		n := c.queue[i]
		c.start()
		p := location{subject: user{node: n}, oldSpan: n.old.Span, newSpan: n.new.Span, oldHome: c.old.lent(n.old), newHome: c.new.lent(n.new)}
		if n.old.Name != n.new.Name && c.declared[n.old.ID] == "" && c.partner[n.new.ID] == "" {
			c.add(p, TypeRenamed, n.old.Name, n.new.Name)
		}
		c.deprecation(p, n.old.Deprecated, n.new.Deprecated)
		c.words(p, n.old.Doc, n.new.Doc)
		c.types(p, n.old.Type, n.new.Type)
	}
}

// withoutBold returns what pages say of a deprecation, of which the word often stands in bold.
func withoutBold(text string) string { return strings.ReplaceAll(text, "**", "") }

func (c *comparer) deprecation(p location, before, after string) {
	switch {
	case before == "" && after != "":
		c.add(p, Deprecated, "", withoutBold(after))
	case before != "" && after == "":
		c.add(p, Undeprecated, withoutBold(before), "")
	default:
		c.words(p, before, after)
	}
}
