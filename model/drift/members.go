package drift

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/gofacts"
	"github.com/docgen-go/docgen/model/names"
)

type structKey struct {
	typ   *gofacts.Type
	input bool
}

// A structUse is all that the pages say of what one Go struct stands for.
type structUse struct {
	uses []*use
}

// A use is one documented object that a struct stands for.
type use struct {
	op *pair
	// fields are what the struct must have, known what it may have besides: the members
	// of the rest of the request.
	fields []*model.Field
	known  map[string]bool
	// inferred says that an example alone shows the object.
	inferred bool
	typ      *model.Type
	// name is the ID of the type, "" where it has none.
	name string
	// many says that the struct stands for several objects at once, unsure that it is in a member that these state one way each.
	many, unsure bool
}

// wireName returns the name of a member in JSON, or else where it travels.
func wireName(f *gofacts.Field) string {
	if name, ok := f.ByTag("json", "url", "query", "form", "schema", "path", "header"); ok {
		return name
	}
	return f.Name
}

// plainName returns a name without the marks of lists and of members in queries.
func plainName(name string) string {
	name = strings.TrimSuffix(name, "[]")
	if at := strings.IndexAny(name, "[:"); at > 0 {
		return name[:at]
	}
	return name
}

// member returns the member of a struct with a name, or nil. One with the very name
// comes before those that only have it without marks.
func member(t *gofacts.Type, name string) *gofacts.Field {
	var loose *gofacts.Field
	for _, f := range t.Fields {
		switch {
		case hasExactName(f, name):
			return f
		case loose == nil && hasName(f, name):
			loose = f
		}
	}
	return loose
}

func hasExactName(f *gofacts.Field, name string) bool {
	for _, n := range f.Tags {
		if n == name {
			return true
		}
	}
	return f.Name == name
}

func hasName(f *gofacts.Field, name string) bool {
	for _, n := range f.Tags {
		if n == name || plainName(n) == plainName(name) {
			return true
		}
	}
	return f.Name == name || f.Implicit && strings.EqualFold(f.Name, name)
}

// ownerOf returns the name of the struct that declares a member.
func ownerOf(f *gofacts.Field, t *gofacts.Type) string {
	if f.Owner != nil {
		return cmp.Or(f.Owner.GoName, t.GoName)
	}
	return t.GoName
}

// object compares a documented object with a struct.
func (c *comparison) object(u *use, t *gofacts.Type, input bool) {
	u.op, u.unsure = c.op, c.unsure
	key := structKey{t, input}
	s := c.structs[key]
	if s == nil {
		s = &structUse{}
		c.structs[key] = s
		c.order = append(c.order, key)
	}
	s.uses = append(s.uses, u)
	for _, d := range u.fields {
		f := member(t, d.Name)
		if f == nil || f.Type == nil {
			continue
		}
		for _, g := range t.Fields { // a[gt] and a[lt] are both members of a documented a
			if g == f || hasName(g, d.Name) {
				c.members[g] = true
			}
		}
		c.match(Match{Struct: ownerOf(f, t), Member: wireName(f), Go: f.Span, Page: c.lineOf(u.op, d)})
		c.habits.learn(c.api, d, f, t, input, c.op.doc.Verb)
		c.memberFacts(t, f, d, u, input)
		around, unsure := c.line, c.unsure
		c.unsure = unsure || c.isEither(d.Type)
		if !d.Span.IsZero() {
			c.line = c.lineOf(u.op, d)
		}
		if !u.many {
			c.typed(d, f, t, u, input)
		} else {
			c.value(d.Type, f.Type, input)
		}
		c.line, c.unsure = around, unsure
	}
}

// memberFacts compares what a member is besides its type.
func (c *comparison) memberFacts(t *gofacts.Type, f *gofacts.Field, d *model.Field, u *use, input bool) {
	if input && d.Required && !u.many && f.Omits && !f.Optional && isScalar(f.Type.Kind) && f.Type.Kind != gofacts.Time && f.Type.Kind != gofacts.Custom && d.Evidence.Of(model.FactRequired) == "" && len(u.known) == 0 {
		confidence := Likely
		if f.Type.Kind == gofacts.String || allOmitted(u, t) {
			confidence = Perhaps // an empty text is rarely meant, and an object all of whose members are left out has some for each of several cases
		}
		c.add(&Finding{Rule: RequiredOmitted, Confidence: u.op.atMost(confidence), Struct: ownerOf(f, t), Member: d.Name, Operation: c.op.name(), Go: f.Span, Page: c.lineOf(u.op, d),
			Message: fmt.Sprintf("%s is required, but %s leaves out its zero value (omitempty)", d.Name, f.GoName), Type: t, Field: d, Input: input})
	}
	if r := c.api.Resolve(d.Type); !input && d.Nullable && r != nil && r.Kind != model.KindNull && r.Kind != model.KindAny && !t.Coded && !f.Optional && !f.Type.Nullable && isScalar(f.Type.Kind) && f.Type.Kind != gofacts.Custom && d.Evidence.Of(model.FactNullable) == "" {
		c.add(&Finding{Rule: NullLost, Confidence: u.op.atMost(Sure), Struct: ownerOf(f, t), Member: d.Name, Operation: c.op.name(), Go: f.Span, Page: c.lineOf(u.op, d),
			Message: fmt.Sprintf("%s may be null, which %s cannot tell from its zero value", d.Name, f.GoName), Type: t, Field: d})
	}
	if d.Deprecated != "" && !strings.Contains(strings.ToLower(f.Doc), "deprecated") {
		confidence := Sure
		if !saysDeprecated(d.Doc) {
			confidence = Perhaps // one of its values is
		}
		c.add(&Finding{Rule: Deprecated, Confidence: u.op.atMost(confidence), Struct: ownerOf(f, t), Member: d.Name, Operation: c.op.name(), Go: f.Span, Page: c.lineOf(u.op, d),
			Message: fmt.Sprintf("%s is deprecated in the pages, but %s is not marked so", d.Name, f.GoName), Type: t, Field: d})
	}
}

// saysDeprecated reports whether a text that speaks of deprecation begins with it.
func saysDeprecated(doc string) bool {
	at := strings.Index(strings.ToLower(doc), "deprecated")
	return at < 0 || len(strings.Fields(doc[:at])) < 4
}

// allOmitted reports whether a struct leaves out every one of several required members.
func allOmitted(u *use, t *gofacts.Type) bool {
	n := 0
	for _, d := range u.fields {
		f := member(t, d.Name)
		if f == nil || !d.Required {
			continue
		}
		if !f.Omits {
			return false
		}
		n++
	}
	return n > 2
}

func isScalar(k gofacts.Kind) bool {
	switch k {
	case gofacts.Struct, gofacts.List, gofacts.Map, gofacts.Any, gofacts.Bytes:
		return false
	}
	return true
}

// finishStructs adds the findings about members that only one side has, once it is
// known what all operations use a struct for.
func (c *comparison) finishStructs() {
	known := map[*gofacts.Type]map[string]bool{}
	blind := map[*gofacts.Type]bool{}
	for _, key := range c.order {
		all := known[key.typ]
		if all == nil {
			all = map[string]bool{}
			known[key.typ] = all
		}
		for _, u := range c.structs[key].uses {
			blind[key.typ] = blind[key.typ] || u.inferred
			for _, d := range u.fields {
				all[plainName(d.Name)] = true
			}
			for n := range u.known {
				all[plainName(n)] = true
			}
		}
	}
	c.best, c.views = map[*model.Type]int{}, map[*model.Type]int{}
	for _, key := range c.order {
		seen := map[*model.Type]bool{}
		for _, u := range c.structs[key].uses {
			if u.typ != nil && !seen[u.typ] {
				seen[u.typ] = true
				c.views[u.typ]++
			}
		}
		for _, u := range c.structs[key].uses {
			if u.typ != nil {
				c.best[u.typ] = max(c.best[u.typ], overlap(u, key.typ))
			}
		}
	}
	for _, key := range c.order {
		c.finishStruct(key, c.structs[key], known[key.typ], blind[key.typ])
	}
}

func (c *comparison) finishStruct(key structKey, s *structUse, known map[string]bool, blind bool) {
	var extra []*gofacts.Field
	matched := false
	for _, f := range key.typ.Fields {
		if slices.ContainsFunc(sortedNames(known), func(n string) bool { return hasName(f, n) }) {
			matched = true
			continue
		}
		extra = append(extra, f)
	}
	if !matched && len(key.typ.Fields) > 0 && len(known) > 0 {
		c.differentObject(key, s)
		return
	}
	missing := c.missing(key, s)
	missing, extra = c.misspelt(key, missing, extra)
	for _, m := range missing {
		c.addMissing(key, m, len(s.uses))
	}
	for _, f := range extra {
		c.members[f] = true
		if _, header := f.Tags["header"]; header || blind || f.Implicit || key.typ.Kind != gofacts.Struct || !hasWireTag(f) || f.Owner != nil && f.Owner != key.typ && c.documentedElsewhere(f) {
			continue
		}
		rule, where := ResponseExtra, "results"
		if key.input {
			rule, where = RequestExtra, "requests"
		}
		c.add(&Finding{Rule: rule, Confidence: Perhaps, Struct: ownerOf(f, key.typ), Func: funcOf(key.typ, s.uses[0]), Member: wireName(f), Operation: s.uses[0].op.name(), Go: f.Span, Page: s.uses[0].op.doc.Span,
			Operations: len(s.uses), Message: fmt.Sprintf("the pages have no %s in the %s that %s stands for", wireName(f), where, name(key.typ, s.uses[0]))})
	}
}

func hasWireTag(f *gofacts.Field) bool {
	_, ok := f.ByTag("json", "url", "query", "form", "schema")
	return ok
}

// documentedElsewhere reports whether a member of an embedded struct is documented for
// another struct that embeds it.
func (c *comparison) documentedElsewhere(f *gofacts.Field) bool {
	for _, key := range c.order {
		if !slices.Contains(key.typ.Fields, f) {
			continue
		}
		for _, u := range c.structs[key].uses {
			if slices.ContainsFunc(u.fields, func(d *model.Field) bool { return hasName(f, d.Name) }) {
				return true
			}
		}
	}
	return false
}

// A lack is a documented member that a struct does not have.
type lack struct {
	field *model.Field
	uses  []*use
}

// surest returns the first use of which nothing makes a doubt, or else the first one.
func (l *lack) surest() *use {
	if i := slices.IndexFunc(l.uses, func(u *use) bool { return !u.isDoubted() }); i >= 0 {
		return l.uses[i]
	}
	return l.uses[0]
}

// isDoubted reports whether a struct may stand for something else than the object.
func (u *use) isDoubted() bool { return u.op.perhaps || u.inferred || u.many || u.unsure }

// missing returns the documented members that a struct does not have.
func (c *comparison) missing(key structKey, s *structUse) []*lack {
	var out []*lack
	for _, u := range s.uses {
		for _, d := range u.fields {
			if d.Name == "" || member(key.typ, d.Name) != nil || key.input && d.ReadOnly || !key.input && d.WriteOnly {
				continue // no tag could name what has no name
			}
			at := slices.IndexFunc(out, func(l *lack) bool { return l.field.Name == d.Name })
			if at < 0 {
				out = append(out, &lack{field: d})
				at = len(out) - 1
			}
			if !slices.Contains(out[at].uses, u) {
				out[at].uses = append(out[at].uses, u)
			}
		}
	}
	return out
}

// misspelt adds findings for members of the struct that are documented ones under
// another name, and returns what is left.
func (c *comparison) misspelt(key structKey, missing []*lack, extra []*gofacts.Field) ([]*lack, []*gofacts.Field) {
	var left []*lack
	for _, m := range missing {
		var near []*gofacts.Field
		for _, f := range extra {
			if nearName(wireName(f), m.field.Name) && !c.otherNumber(m.field, f) {
				near = append(near, f)
			}
		}
		if len(near) != 1 {
			left = append(left, m)
			continue
		}
		f := near[0]
		extra = slices.DeleteFunc(slices.Clone(extra), func(g *gofacts.Field) bool { return g == f })
		c.members[f] = true
		if !key.input && strings.EqualFold(wireName(f), m.field.Name) {
			continue // which encoding/json reads all the same
		}
		confidence := Likely
		if m.surest().isDoubted() || len(f.Tags) > 1 || len(m.field.Name) < 5 {
			confidence = Perhaps
		}
		c.add(&Finding{Rule: NameDiffers, Confidence: confidence, Struct: ownerOf(f, key.typ), Func: funcOf(key.typ, m.uses[0]), Member: m.field.Name, Operation: m.uses[0].op.name(), Operations: len(m.uses),
			Go: f.Span, Page: c.lineOf(m.uses[0].op, m.field), Message: fmt.Sprintf("%s has the name %q, the pages have %q", f.GoName, wireName(f), m.field.Name), Type: key.typ, Field: m.field, Input: key.input})
	}
	return left, extra
}

// otherNumber reports whether one of two members has the plural of the other's name, and is a list or an object where the
// other one is none: those are two members.
func (c *comparison) otherNumber(d *model.Field, f *gofacts.Field) bool {
	r := c.api.Resolve(d.Type)
	if r == nil || f.Type == nil || names.Letters(names.Singular(wireName(f))) != names.Letters(names.Singular(d.Name)) {
		return false
	}
	return (r.Kind == model.KindArray) != (f.Type.Kind == gofacts.List) || r.Kind == model.KindObject && isScalar(f.Type.Kind) && f.Type.Kind != gofacts.Custom
}

func (c *comparison) addMissing(key structKey, m *lack, uses int) {
	u := m.surest()
	if m.field.Deprecated != "" {
		return // nobody adds what is going away
	}
	confidence := Sure
	switch {
	case u.isDoubted() || m.field.Span.IsZero() || m.field.Evidence.Of(model.FactType).Inferred() || c.partial(u, key.typ) || key.typ.Codec != "" || c.otherwiseHeld(m.field, u, key) || key.input && (c.sentByOthers(m) || sentByOptions(m)) || inOtherTable(m.field, u, key.typ) || strings.Contains(strings.ToLower(m.field.Doc), "deprecated"):
		confidence = Perhaps
	case len(m.uses) < uses || len(u.known) > 0:
		confidence = Likely
	}
	rule, where := ResponseMissing, "result"
	if key.input {
		rule, where = RequestMissing, "request"
	}
	var order []string
	for _, d := range u.fields {
		order = append(order, d.Name)
	}
	c.add(&Finding{Rule: rule, Confidence: confidence, Struct: key.typ.GoName, Func: funcOf(key.typ, u), Member: m.field.Name,
		Operation: u.op.name(), Operations: len(m.uses), Go: at(key.typ, u), Page: c.lineOf(u.op, m.field),
		Message: fmt.Sprintf("%s has no member for %s of the %s (%s)", name(key.typ, u), m.field.Name, where, typeText(c.api, m.field)),
		Type:    key.typ, Field: m.field, Order: order, Input: key.input})
}

// otherwiseHeld reports whether a struct has a field or method of the name that no tag puts
// on the wire, or whether another struct of the client that has a part of the same object
// has the member: then each is meant for one kind of it.
func (c *comparison) otherwiseHeld(d *model.Field, u *use, key structKey) bool {
	letters := names.Letters(plainName(d.Name))
	if slices.ContainsFunc(key.typ.Names, func(n string) bool { return names.Letters(n) == letters }) {
		return true
	}
	if key.input && (forMultipart(d) || c.isFile(d.Type) && slices.ContainsFunc(u.fields, forMultipart)) {
		return true // it is for another way to write the body
	}
	parts := 0
	for _, t := range c.client.Types {
		if t == key.typ || t.Package != key.typ.Package || c.structs[structKey{t, !key.input}] != nil {
			continue
		}
		n := overlap(u, t)
		isPart := n >= 5 && 10*n >= 7*len(t.Fields)
		if isPart && member(t, d.Name) != nil {
			return true
		}
		if isPart && n >= 8 {
			parts++
		}
	}
	return parts > 2 // the client has a struct for each kind of it
}

// forMultipart reports whether the pages say of a member that it is one of forms in parts.
func forMultipart(d *model.Field) bool { return strings.Contains(strings.ToLower(d.Doc), "multipart") }

// isFile reports whether a type is a file, or a list of some.
func (c *comparison) isFile(t *model.Type) bool {
	r := c.api.Resolve(t)
	if r != nil && r.Kind == model.KindArray && r.Elem != nil {
		r = c.api.Resolve(r.Elem)
	}
	return r != nil && r.Kind == model.KindFile
}

// partial reports whether a struct is meant to have a part of a documented object only:
// it has few of its members, or another struct has more and several share it.
func (c *comparison) partial(u *use, t *gofacts.Type) bool {
	have := overlap(u, t)
	if strings.HasPrefix(u.name[strings.LastIndex(u.name, ".")+1:], "Partial") {
		return true // pages don't say which part
	}
	return 3*have < len(u.fields) || u.typ != nil && c.best[u.typ] > have && (4*have < 3*len(u.fields) || c.views[u.typ] > 2)
}

// differentObject adds one finding for a struct that shares no member with what the
// pages document.
func (c *comparison) differentObject(key structKey, s *structUse) {
	u := s.uses[0]
	if !slices.ContainsFunc(key.typ.Fields, hasWireTag) {
		c.op = u.op
		c.unread(cmp.Or(key.typ.GoName, "a struct without a name"), "no tag names its members")
		return
	}
	if key.input && len(u.known) > 0 || len(u.fields) == 0 {
		return
	}
	confidence := Likely
	if u.isDoubted() || len(u.fields) < 2 || key.input || c.isShown(key.typ, key.input) {
		confidence = Perhaps
	}
	c.add(&Finding{Rule: ResultDiffers, Confidence: confidence, Struct: key.typ.GoName, Func: u.op.client.Func, Operation: u.op.name(), Operations: len(s.uses), Go: at(key.typ, u), Page: u.op.doc.Span,
		Message: fmt.Sprintf("%s shares no member with the %d that the pages document for %s", name(key.typ, u), len(u.fields), u.op.name())})
}

func at(t *gofacts.Type, u *use) (span spanOf) {
	if t.Span.IsZero() {
		return u.op.client.Span
	}
	return t.Span
}

// funcOf returns the function that a finding is about where its struct has no name.
func funcOf(t *gofacts.Type, u *use) string {
	if t.GoName != "" {
		return ""
	}
	return u.op.client.Func
}

func name(t *gofacts.Type, u *use) string { return cmp.Or(t.GoName, u.op.client.Func) }
