package rendered

import (
	"strings"

	"github.com/docgen-go/docgen/parser/decl"
)

// top is the parent of the items at the top of a section.
const top = -1

// A Model is an item of an http copy and what stands below it.
type Model struct {
	identity
	// refers is the key of the model that its type links to, or "".
	refers  string
	members []*Model
}

func modelOf(n *node) *Model {
	m := &Model{identity: identify(n.item), refers: n.model}
	for _, k := range n.kids {
		m.members = append(m.members, modelOf(k))
	}
	return m
}

// A Library holds the models of a reference, by the names that their http copies
// give them.
type Library struct {
	byKey, byName map[string]*Model
}

// NewLibrary returns a Library of no models.
func NewLibrary() *Library { return &Library{map[string]*Model{}, map[string]*Model{}} }

// Add adds the models that a page declares. The first of a name counts.
func (l *Library) Add(text []byte, s *Survey) {
	r := &rewriter{ps: paragraphs(text), survey: s, library: l}
	r.page()
}

func (l *Library) add(resource string, items []*node) {
	for _, n := range items {
		if n.item.Form != decl.Named || len(n.kids) == 0 {
			continue
		}
		m := modelOf(n)
		key, name := declaredKey(resource, n.item.Name), Fold(n.item.Name)
		if l.byKey[key] == nil {
			l.byKey[key] = m
		}
		if l.byName[name] == nil {
			l.byName[name] = m
		}
	}
}

// of returns the model of a key, or nil.
func (l *Library) of(key string) *Model {
	if l == nil || key == "" {
		return nil
	}
	if m := l.byKey[key]; m != nil {
		return m
	}
	return l.byName[key[strings.Index(key, keyMark)+1:]]
}

// choiceWord is what Go adds to the names of choices, in the letters of keys.
const choiceWord = "union"

// An outline is the tree of a section of the http copy. What stands below a
// reference to a model is added when it is asked for.
type outline struct {
	items   []OutlineItem
	from    []*Model
	kids    [][]int // by outline item + 1, nil where not asked for yet
	roots   map[int]int
	twins   map[twin]int
	library *Library
	named   bool // the section lists models
	most    int  // outline items that may be added
}

// maxGrown is how many outline items may be added for each item of a section.
const maxGrown = 64

func newOutline(section *Model, l *Library, items int, named bool) *outline {
	s := &outline{library: l, named: named, kids: make([][]int, 1), roots: map[int]int{}, twins: map[twin]int{}, most: maxGrown * (items + maxGrown)}
	if section != nil {
		s.kids[0] = s.grow(top, section.members)
	}
	return s
}

// grow adds outline items for models below a parent.
func (s *outline) grow(parent int, models []*Model) []int {
	if parent != top && len(s.items)+len(models) > s.most {
		return nil
	}
	out := make([]int, 0, len(models))
	for _, m := range models {
		out = append(out, len(s.items))
		s.items = append(s.items, OutlineItem{m.identity, parent})
		s.from = append(s.from, m)
		s.kids = append(s.kids, nil)
	}
	return out
}

// members are the outline items below an outline item, or those at the top.
func (s *outline) members(item int) []int {
	if item == top || s.kids[item+1] != nil {
		return s.kids[item+1]
	}
	m := s.from[item]
	if len(m.members) == 0 {
		if m = s.library.of(m.refers); m == nil {
			return nil
		}
	}
	s.kids[item+1] = s.grow(item, m.members)
	return s.kids[item+1]
}

// A twin stands in the place of an outline item and has the members of another model.
type twin struct {
	at  int
	key string
}

// twin returns the outline item in place of another one that has the members of a model,
// or top where that one has them, or the model is not known.
func (s *outline) twin(item int, key string) int {
	m := s.from[item]
	model := s.library.of(key)
	if model == nil || m.refers == key && len(m.members) == 0 {
		return top
	}
	at := twin{item, key}
	if b, ok := s.twins[at]; ok {
		return b
	}
	s.twins[at] = top
	if grown := s.grow(s.items[item].Parent, []*Model{{identity: m.identity, refers: m.refers, members: model.members}}); len(grown) > 0 {
		s.twins[at] = grown[0]
	}
	return s.twins[at]
}

// declared returns an outline item at the top for a model that an item names and that the
// section lacks, or top where no page declares any.
func (s *outline) declared(i int, it *decl.Item) int {
	if s.library == nil {
		return top
	}
	if b, ok := s.roots[i]; ok {
		return b
	}
	s.roots[i] = top
	key := Key(it)
	m := s.library.byName[key]
	if m == nil {
		m = s.library.byName[strings.TrimSuffix(key, choiceWord)]
	}
	if m != nil {
		s.roots[i] = s.grow(top, []*Model{m})[0]
	}
	return s.roots[i]
}
