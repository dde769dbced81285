package drift

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/gofacts"
	"github.com/docgen-go/docgen/model/names"
)

// An Addition is what a client lacks, in its own words: a member of a struct, or a
// constant of a type.
type Addition struct {
	// Name is the Go name, GoType the type, Tag the tag of a member.
	Name, GoType, Tag string
	// Value is the text of a constant as Go writes it.
	Value string
	// After is the Go name of the neighbour that it stands behind, "" for the first.
	After string
	Doc   string
}

// habits are what a client's members say about how it names and types things.
type habits struct {
	// words are the forms of words of wire names in Go names, by the word in lower case.
	words map[string]votes
	// types are Go types by what the pages say of a member.
	types map[typeKey]votes
	// pointers are "*" or "" of members that are no lists and no maps, omits whether tags
	// leave out empty values; both by struct, required and null.
	pointers, omits map[typeKey]votes
}

// A typeKey is what the choice of a Go type rests on. Owner is a struct, a package or
// "" for the whole client.
type typeKey struct {
	owner, class string
	// word is the last one of the name, "" where it does not count.
	word                  string
	required, null, input bool
}

type votes map[string]int

func newHabits() *habits {
	return &habits{map[string]votes{}, map[typeKey]votes{}, map[typeKey]votes{}, map[typeKey]votes{}}
}

// winner returns what most votes are for, the first in the alphabet in a tie.
func (v votes) winner() string {
	best := ""
	keys := make([]string, 0, len(v))
	for k := range v {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	for _, k := range keys {
		if best == "" || v[k] > v[best] {
			best = k
		}
	}
	return best
}

func vote[K comparable](m map[K]votes, key K, value string) {
	if m[key] == nil {
		m[key] = votes{}
	}
	m[key][value]++
}

// learn notes how a client names and types a documented member.
func (h *habits) learn(api *model.API, d *model.Field, f *gofacts.Field, t *gofacts.Type, input bool) {
	if f.GoType == "" {
		return
	}
	for _, w := range wordsIn(d.Name, f.GoName) {
		vote(h.words, strings.ToLower(w), w)
	}
	if f.Owner == t {
		for _, key := range shapeKeys(d, t, input) {
			vote(h.omits, key, strconv.FormatBool(f.Omits))
			if !isContainer(f.GoType) {
				vote(h.pointers, key, f.GoType[:len(f.GoType)-len(strings.TrimPrefix(f.GoType, "*"))])
			}
		}
	}
	for _, key := range typeKeys(api, d, t, input) {
		if key.word != "" && (key.owner == t.GoName || strings.Contains(f.GoType, ".")) || strings.HasPrefix(key.class, "ref ") || isPlain(f.GoType) {
			vote(h.types, key, f.GoType)
		}
	}
}

// shapeKeys returns what pointers and tags of a struct are chosen by, the nearest first.
func shapeKeys(d *model.Field, t *gofacts.Type, input bool) []typeKey {
	return []typeKey{
		{owner: t.GoName, class: "exact", required: d.Required, null: d.Nullable, input: input},
		{owner: t.GoName, class: "required", required: d.Required, input: input},
		{owner: t.GoName, class: "any"},
		{owner: t.Package, class: "exact", required: d.Required, null: d.Nullable, input: input},
	}
}

// isContainer reports whether a Go type is a list or a map, or none that has a pointer.
func isContainer(goType string) bool {
	return strings.HasPrefix(goType, "[") || strings.HasPrefix(goType, "map[") || goType == "any" || strings.HasPrefix(goType, "interface")
}

// pointed returns a type with a pointer or without, as other members of the struct have it.
func (h *habits) pointed(goType string, d *model.Field, t *gofacts.Type, input bool) string {
	if goType == "" || isContainer(goType) {
		return goType
	}
	for _, key := range shapeKeys(d, t, input) {
		n := 0
		for _, k := range h.pointers[key] {
			n += k
		}
		if n < 3 {
			continue
		}
		if win := h.pointers[key].winner(); 4*h.pointers[key][win] >= 3*n {
			return win + strings.TrimPrefix(goType, "*")
		}
	}
	return goType
}

// omitted reports whether the tag of a member leaves out empty values, as other members
// of the struct have it.
func (h *habits) omitted(d *model.Field, t *gofacts.Type, input bool) bool {
	for _, key := range shapeKeys(d, t, input) {
		if v := h.omits[key]; v != nil {
			return v.winner() == "true"
		}
	}
	return !d.Required
}

// isPlain reports whether a type is made of those that Go has: a type with a name of its
// own says something about one member, not about others.
func isPlain(goType string) bool {
	last := strings.TrimRight(goType, "]")
	if at := strings.LastIndexAny(last, "*[]"); at >= 0 {
		last = last[at+1:]
	}
	return last == "time.Time" || last == strings.ToLower(last) && !strings.Contains(last, ".")
}

// typeKeys returns what the type of a member may be chosen by, the nearest first.
func typeKeys(api *model.API, d *model.Field, t *gofacts.Type, input bool) []typeKey {
	class := classOf(api, d.Type)
	var out []typeKey
	word := ""
	if words := names.Words(d.Name); len(words) > 0 {
		word = strings.ToLower(words[len(words)-1])
	}
	for _, w := range []string{word, ""} {
		for _, owner := range []string{t.GoName, t.Package, ""} {
			out = append(out, typeKey{owner, class, w, d.Required, d.Nullable, input})
		}
	}
	for _, owner := range []string{t.GoName, t.Package} {
		out = append(out, typeKey{owner: owner, class: class, required: d.Required, input: input})
	}
	return out
}

// classOf returns what a type is, as far as a Go type depends on it.
func classOf(api *model.API, t *model.Type) string {
	if t.Kind == model.KindRef {
		if r := api.Resolve(t); r.Kind == model.KindObject || r.Kind == model.KindUnion || r.Kind == model.KindEnum {
			return "ref " + t.Ref
		}
		t = api.Resolve(t)
	}
	if (t.Kind == model.KindArray || t.Kind == model.KindMap) && t.Elem != nil {
		return string(t.Kind) + " of " + classOf(api, t.Elem)
	}
	return strings.TrimSpace(string(t.Kind) + " " + t.Format)
}

// wordsIn returns the words of a Go name where they are those of a wire name.
func wordsIn(wire, goName string) []string {
	words := names.Words(wire)
	if names.Letters(wire) != names.Letters(goName) || len(names.Letters(wire)) != len(goName) || !isASCII(goName) {
		return nil
	}
	var out []string
	at := 0
	for _, w := range words {
		out = append(out, goName[at:at+len(w)])
		at += len(w)
	}
	return out
}

func isASCII(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return r > unicode.MaxASCII }) < 0
}

// initialisms are words that Go writes in capitals, for clients that have not used them yet.
var initialisms = []string{"id", "ids", "url", "uri", "api", "http", "https", "json", "ip", "ssh", "html", "ui", "uid", "uuid", "sql", "ttl", "tls", "ssl", "cpu", "os"}

// goName returns the name of a member in the client's spelling.
func (h *habits) goName(wire string) string {
	var b strings.Builder
	for _, w := range names.Words(wire) {
		lower := strings.ToLower(w)
		switch {
		case h.words[lower] != nil:
			w = h.words[lower].winner()
			w = strings.ToUpper(w[:1]) + w[1:]
		case lower == "ids":
			w = "IDs"
		case slices.Contains(initialisms, lower):
			w = strings.ToUpper(w)
		default:
			w = strings.ToUpper(w[:1]) + w[1:]
		}
		b.WriteString(w)
	}
	return b.String()
}

// goType returns the type of a member as the client would write it, "" where nothing
// shows it.
func (h *habits) goType(api *model.API, d *model.Field, t *gofacts.Type, input bool) string {
	for _, key := range typeKeys(api, d, t, input) {
		if v := h.types[key]; v != nil {
			return v.winner()
		}
	}
	class := classOf(api, d.Type)
	for _, other := range []typeKey{{t.GoName, class, "", !d.Required, d.Nullable, input}, {t.Package, class, "", !d.Required, d.Nullable, input}, {t.Package, class, "", d.Required, d.Nullable, !input}, {t.Package, class, "", d.Required, !d.Nullable, input}} {
		if v := h.types[other]; v != nil {
			return v.winner()
		}
	}
	switch r := api.Resolve(d.Type); {
	case r.Kind == model.KindEnum && r.Enum.Base == model.KindString, r.Kind == model.KindConst && strings.HasPrefix(string(r.Literal), `"`):
		plain := *d
		plain.Type = &model.Type{Kind: model.KindString}
		return h.goType(api, &plain, t, input)
	case r.Kind == model.KindArray:
		plain := *d
		plain.Type, plain.Required, plain.Nullable = r.Elem, true, false
		if elem := h.goType(api, &plain, t, input); elem != "" {
			return "[]" + strings.TrimPrefix(elem, "*")
		}
	case r.Kind == model.KindString:
		return "string"
	case r.Kind == model.KindBoolean:
		return "bool"
	}
	return ""
}

// suggest adds to findings what to write for them.
func (c *comparison) suggest() {
	for _, f := range c.report.Findings {
		switch {
		case f.Type == nil || f.Type.GoName == "":
		case (f.Rule == ResponseMissing || f.Rule == RequestMissing) && f.Field != nil:
			c.suggestMember(f)
		case f.Rule == ValuesMissing:
			c.suggestValues(f)
		}
	}
}

func (c *comparison) suggestMember(f *Finding) {
	goType := c.habits.pointed(c.habits.goType(c.api, f.Field, f.Type, f.Input), f.Field, f.Type, f.Input)
	name := c.habits.goName(f.Field.Name)
	after, like := c.neighbours(f)
	if goType == "" || name == "" || like == nil || slices.ContainsFunc(f.Type.Fields, func(g *gofacts.Field) bool { return g.GoName == name }) {
		return
	}
	tag := strings.ReplaceAll(like.Tag, `"`+wireName(like), `"`+f.Field.Name)
	if !strings.Contains(tag, `"`+f.Field.Name) {
		return
	}
	a := Addition{Name: name, GoType: goType, Tag: tag}
	if after != nil {
		a.After = after.GoName
	}
	if like.Doc != "" {
		a.Doc = firstSentence(f.Field.Doc)
	}
	f.Additions = []Addition{a}
}

// neighbours returns the member that an addition stands behind by the order of the
// pages, and the one whose tag it has.
func (c *comparison) neighbours(f *Finding) (after, like *gofacts.Field) {
	declared := func(name string) *gofacts.Field {
		if g := member(f.Type, name); g != nil && g.Owner == f.Type && g.Tag != "" {
			return g
		}
		return nil
	}
	at := slices.Index(f.Order, f.Field.Name)
	for i := at - 1; i >= 0 && after == nil; i-- {
		after = declared(f.Order[i])
	}
	like = after
	omits := c.habits.omitted(f.Field, f.Type, f.Input)
	for _, key := range []func(g *gofacts.Field) bool{
		func(g *gofacts.Field) bool { return g.Omits == omits },
		func(*gofacts.Field) bool { return true },
	} {
		for _, g := range f.Type.Fields {
			if (like == nil || !key(like)) && g.Owner == f.Type && g.Tag != "" && hasWireTag(g) && key(g) {
				like = g
			}
		}
	}
	return after, like
}

func firstSentence(doc string) string {
	doc, _, _ = strings.Cut(strings.TrimSpace(doc), "\n")
	if at := strings.Index(doc, ". "); at >= 0 {
		doc = doc[:at+1]
	}
	return doc
}

func (c *comparison) suggestValues(f *Finding) {
	prefix, ok := constantPrefix(f.Type)
	if !ok || len(f.Type.Values) == 0 {
		return
	}
	after := f.Type.Values[len(f.Type.Values)-1].GoName
	for _, v := range f.Values {
		text := plainLiteral(v.Literal)
		value := text
		if f.Type.Kind == gofacts.String {
			value = strconv.Quote(text)
		}
		name := prefix + c.habits.goName(cmp.Or(v.Name, text))
		if inCapitals(f.Type, prefix) {
			name = prefix + strings.ToUpper(name[len(prefix):])
		}
		if name == prefix {
			return
		}
		f.Additions = append(f.Additions, Addition{Name: name, GoType: f.Type.Short, Value: value, After: after})
		after = name
	}
}

// inCapitals reports whether all constants of a type have their values in capitals.
func inCapitals(t *gofacts.Type, prefix string) bool {
	return !slices.ContainsFunc(t.Values, func(v gofacts.Constant) bool {
		rest := strings.TrimPrefix(v.GoName, prefix)
		return rest != strings.ToUpper(rest)
	})
}

// constantPrefix returns what the constants of a type begin with, and whether all of
// them are that and their value.
func constantPrefix(t *gofacts.Type) (string, bool) {
	count := votes{}
	for _, v := range t.Values {
		letters := names.Letters(v.Value)
		for cut := 1; cut < len(v.GoName); cut++ {
			if letters != "" && names.Letters(v.GoName[cut:]) == letters {
				count[v.GoName[:cut]]++
				break
			}
		}
	}
	prefix := count.winner()
	return prefix, 2*count[prefix] > len(t.Values)
}
