package naming

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/binary"
	"slices"
	"strings"
	"sync"

	"github.com/docgen-go/docgen/model"
)

// A sharing is which structures without a name of their own are one Go type:
// those that are equal and whose names end in the same word. Pages print them
// again wherever they are used, and each would cost a type, its methods and the
// reader's patience.
type sharing struct {
	api   *model.API // with one type for each group
	of    map[string]string
	group map[string][]*model.NamedType // by the ID of who stands for it, itself included
	// constructors are those of the API, found when somebody asks.
	constructors func() []Constructor
}

// share finds the groups. What kept says of members of the structures is part of
// what makes them equal: a type whose field must keep a name of its own is none
// of the group. Who stands for a group has a kept name if any has, so that the
// type keeps it when further places join.
func share(api *model.API, kept keeping, rules Rules) *sharing {
	s := findShared(api, kept, rules)
	if len(s.of) > 0 {
		s.api = s.reduce()
	}
	s.constructors = sync.OnceValue(func() []Constructor { return findConstructors(s.api, rules) })
	return s
}

// findShared finds the groups in an API that stays as it is.
func findShared(api *model.API, kept keeping, rules Rules) *sharing {
	api = withWebhookEvent(api)
	one := map[string]string{}
	if rules >= RulesOneType {
		api, one = oneType(api, kept, rules)
	}
	s := &sharing{api: api, of: map[string]string{}, group: map[string][]*model.NamedType{}}
	p := printer{api: api, kept: kept, prints: map[string]string{}, open: map[string]bool{}}
	groups := map[string][]*model.NamedType{}
	for _, t := range api.Types {
		if t.Anonymous && Declared(t.Type) && one[t.ID] == "" {
			fingerprint := p.named(t)
			groups[fingerprint] = append(groups[fingerprint], t)
		}
	}
	for _, group := range groups {
		if len(group) < 2 {
			continue
		}
		head := slices.MinFunc(group, func(a, b *model.NamedType) int { return compareHeads(a, b, kept) })
		s.group[head.ID] = group
		for _, t := range group {
			if t != head {
				s.of[t.ID] = head.ID
			}
		}
	}
	for union, other := range one {
		s.of[union] = cmp.Or(s.of[other], other)
	}
	return s
}

// Groups returns, by ID, the IDs of all structures that are one Go type with a
// structure, itself included, sorted; those that stand alone have none.
func Groups(api *model.API) map[string][]string {
	out := map[string][]string{}
	for _, group := range findShared(api, keeping{}, LatestRules).group {
		var ids []string
		for _, t := range group {
			ids = append(ids, t.ID)
		}
		slices.Sort(ids)
		for _, id := range ids {
			out[id] = ids
		}
	}
	return out
}

// compareHeads puts first who stands for a group: who has a kept name, then who
// has the shortest.
func compareHeads(a, b *model.NamedType, kept keeping) int {
	x, y := kept.name(key("type", a.ID)), kept.name(key("type", b.ID))
	switch {
	case (x == "") != (y == ""):
		return strings.Compare(y, x)
	case x != "" && len(x) != len(y):
		return len(x) - len(y)
	case x == "" && len(a.Name) != len(b.Name):
		return len(a.Name) - len(b.Name)
	}
	return strings.Compare(a.ID, b.ID)
}

// A printer makes fingerprints of structures.
type printer struct {
	api    *model.API
	kept   keeping
	prints map[string]string // by the ID of a named type
	open   map[string]bool   // of types whose fingerprint is being made
	free   [][]byte          // buffers, see borrow
}

// named is equal for types that are to be one. A type that contains itself
// is equal to none: its own ID is part of the text.
func (p *printer) named(t *model.NamedType) string {
	if known, ok := p.prints[t.ID]; ok {
		return known
	}
	if p.open[t.ID] {
		return itself + t.ID
	}
	p.open[t.ID] = true
	ws := words(t.Name)
	text := append(p.borrow(), strings.ToLower(ws[len(ws)-1])...)
	text = p.appendType(append(text, ' '), t.Type)
	text = p.appendKept(text, t)
	delete(p.open, t.ID)
	defer func() { p.free = append(p.free, text[:0]) }()
	if bytes.Contains(text, []byte(itself)) {
		p.prints[t.ID] = itself + t.ID
		return p.prints[t.ID]
	}
	sum := sha256.Sum256(text)
	p.prints[t.ID] = string(sum[:])
	return p.prints[t.ID]
}

// borrow returns an empty buffer that is not in use: types print those that they consist
// of while they are printed.
func (p *printer) borrow() []byte {
	if n := len(p.free); n > 0 {
		b := p.free[n-1]
		p.free = p.free[:n-1]
		return b
	}
	return make([]byte, 0, 2048)
}

// itself begins the fingerprints of types that contain themselves.
const itself = "itself "

func (p *printer) appendType(b []byte, t *model.Type) []byte {
	if t == nil {
		return append(b, "nil"...)
	}
	b = append(append(b, t.Kind...), ' ')
	b = appendText(appendText(b, string(t.Literal)), t.Discriminator)
	b = append(b, '(')
	if t.Kind == model.KindRef {
		if to := p.api.Lookup(t.Ref); to != nil && to.Anonymous {
			b = append(b, p.named(to)...)
		} else {
			b = appendText(b, t.Ref)
		}
	}
	if t.Enum != nil {
		b = append(append(b, t.Enum.Base...), ' ')
		for _, v := range t.Enum.Values {
			b = appendText(b, string(v.Literal))
		}
	}
	for _, f := range t.Fields {
		b = appendText(appendText(b, f.Name), f.SDKName)
		b = append(b, boolByte(f.Required), boolByte(f.Nullable))
		b = p.appendType(b, f.Type)
	}
	for _, v := range t.Variants {
		if _, named := Target(p.api, v.Type); named == nil {
			b = appendText(b, v.Name) // what its wrapper is called after
		}
		b = p.appendType(b, v.Type)
	}
	if t.Elem != nil {
		b = p.appendType(b, t.Elem)
	}
	return append(b, ')')
}

// appendText appends a text with its length, which tells where it ends.
func appendText(b []byte, text string) []byte {
	return append(binary.AppendUvarint(b, uint64(len(text))), text...)
}

func boolByte(is bool) byte {
	if is {
		return '1'
	}
	return '0'
}

// appendKept appends the kept names of members that are not those that the members
// would have anyway.
func (p *printer) appendKept(b []byte, t *model.NamedType) []byte {
	if len(p.kept.tables) == 0 {
		return b
	}
	var fresh map[string]string
	for _, f := range t.Type.Fields {
		name := p.kept.name(key("field", t.ID, f.Name))
		if name == "" || name == firstFieldName(f) {
			continue
		}
		if fresh == nil {
			fresh = freshFields(t.Type)
		}
		if name != fresh[f.Name] {
			b = appendText(appendText(b, f.Name), name)
		}
	}
	return b
}

// freshFields returns the names that the fields of a struct have where none is kept.
func freshFields(t *model.Type) map[string]string {
	members := &scope{always: inObjects}
	out := make(map[string]string, len(t.Fields))
	for _, f := range t.Fields {
		if out[f.Name] == "" {
			out[f.Name] = members.choose(key("field", "", f.Name), sdkFieldNames(f)).name
			members.taken.add(out[f.Name], 0)
		}
	}
	return out
}

// reduce is the API with refs to who stands for a group in place of the others.
func (s *sharing) reduce() *model.API {
	r := reducer{of: s.of, done: map[*model.Type]*model.Type{}}
	out := &model.API{Title: s.api.Title, Servers: s.api.Servers, Auth: s.api.Auth, Headers: s.api.Headers, Pages: s.api.Pages}
	out.Resources = r.resources(s.api.Resources)
	for _, t := range s.api.Types {
		if s.of[t.ID] != "" {
			continue
		}
		c := *t
		c.Type = r.typ(t.Type)
		if group := s.group[t.ID]; group != nil {
			c.Resource = commonResource(group)
			c.Doc = commonDoc(group)
			c.Type = commonValues(c.Type, group)
		}
		out.Types = append(out.Types, &c)
	}
	return out
}

// commonValues is an enum whose values have the vendor's names only where all
// places give them the same.
func commonValues(t *model.Type, group []*model.NamedType) *model.Type {
	if t.Enum == nil {
		return t
	}
	c, enum := *t, *t.Enum
	enum.Values = slices.Clone(enum.Values)
	for i := range enum.Values {
		v := &enum.Values[i]
		if slices.ContainsFunc(group, func(other *model.NamedType) bool { return other.Type.Enum.Values[i].SDKName != v.SDKName }) {
			v.SDKName = ""
		}
	}
	c.Enum = &enum
	return &c
}

// commonResource is the resource that all places of a group are below.
func commonResource(group []*model.NamedType) string {
	common := group[0].Resource
	for _, t := range group[1:] {
		common = CommonResource(common, t.Resource)
	}
	return common
}

// CommonResource is the ID of the deepest resource that both are or lie below, ""
// where there is none.
func CommonResource(a, b string) string {
	for a != "" && b != a && !strings.HasPrefix(b, a+".") {
		a = a[:max(0, strings.LastIndexByte(a, '.'))]
	}
	return a
}

// commonDoc is the description that all places share. What only one says stays
// at the field there.
func commonDoc(group []*model.NamedType) string {
	for _, t := range group[1:] {
		if t.Doc != group[0].Doc {
			return ""
		}
	}
	return group[0].Doc
}

type reducer struct {
	of   map[string]string
	done map[*model.Type]*model.Type
}

func (r *reducer) resources(rs []*model.Resource) []*model.Resource {
	out := make([]*model.Resource, len(rs))
	for i, from := range rs {
		c := *from
		c.Resources = r.resources(from.Resources)
		c.Methods = make([]*model.Method, len(from.Methods))
		for j, m := range from.Methods {
			c.Methods[j] = r.method(m)
		}
		out[i] = &c
	}
	return out
}

func (r *reducer) method(m *model.Method) *model.Method {
	c := *m
	c.Params = make([]*model.Param, len(m.Params))
	for i, p := range m.Params {
		q := *p
		q.Type = r.typ(p.Type)
		c.Params[i] = &q
	}
	if m.Body != nil {
		body := *m.Body
		body.Type, c.Body = r.typ(body.Type), &body
	}
	if m.Returns != nil {
		returns := *m.Returns
		returns.Type, c.Returns = r.typ(returns.Type), &returns
	}
	if m.Streaming != nil {
		streaming := *m.Streaming
		streaming.Type, c.Streaming = r.typ(streaming.Type), &streaming
	}
	c.Errors = make([]*model.ErrorResponse, len(m.Errors))
	for i, e := range m.Errors {
		failed := *e
		failed.Type, c.Errors[i] = r.typ(e.Type), &failed
	}
	return &c
}

// typ is a type with refs replaced, or the type itself where it has none.
func (r *reducer) typ(t *model.Type) *model.Type {
	if t == nil {
		return nil
	}
	if known, ok := r.done[t]; ok {
		return known
	}
	out := t
	changed := func() *model.Type { // a copy, made when something of it is another
		if out == t {
			c := *t
			out = &c
		}
		return out
	}
	if head := r.of[t.Ref]; t.Kind == model.KindRef && head != "" {
		changed().Ref = head
	}
	if elem := r.typ(t.Elem); elem != t.Elem {
		changed().Elem = elem
	}
	if fields := r.fields(t.Fields); fields != nil {
		changed().Fields = fields
	}
	if variants := r.variants(t.Variants); variants != nil {
		changed().Variants = variants
	}
	r.done[t] = out
	return out
}

// fields returns members with refs replaced, nil where they have none.
func (r *reducer) fields(all []*model.Field) (out []*model.Field) {
	for i, f := range all {
		if typ := r.typ(f.Type); typ != f.Type {
			if out == nil {
				out = slices.Clone(all)
			}
			c := *f
			c.Type, out[i] = typ, &c
		}
	}
	return out
}

// variants returns alternatives with refs replaced, nil where they have none.
func (r *reducer) variants(all []*model.Variant) (out []*model.Variant) {
	for i, v := range all {
		if typ := r.typ(v.Type); typ != v.Type {
			if out == nil {
				out = slices.Clone(all)
			}
			c := *v
			c.Type, out[i] = typ, &c
		}
	}
	return out
}
