package diff

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/names"
	"github.com/docgen-go/docgen/model/source"
)

// A mergeKey is what makes two changes one cause: the same fact, of the same member,
// and one of the reasons below why that is no chance.
type mergeKey struct {
	kind           Kind
	in             string
	weak           bool
	before, to     string
	member, reason string
	item           source.Span
}

// keysOf returns the keys of a change. Changes that share one are one cause:
//
//   - at one place of several methods,
//   - of one item of the pages, which several subjects show,
//   - of members with one name in one subject, or in alternatives of one union,
//   - of members with one name and the same words, whatever has them,
//   - of members with one name in results of one resource that only examples show, whatever
//     values these have,
//   - of types that are twins, at one place of both,
//   - in the names of members, methods, types or values in which one word is replaced by one
//     other, or of methods of one resource in which it came or went,
//   - about one alternative that has a name, wherever it stands.
func (t *twins) keysOf(c found) []mergeKey {
	if !mergeable(c.Change) {
		return nil
	}
	k := mergeKey{kind: c.Kind, in: positions(c.In), weak: c.Inferred, before: t.plain(c.Old), to: t.plain(c.New)}
	if c.Kind == PathChanged {
		k.before, k.to = movedPart(c.Old, c.New)
	}
	var keys []mergeKey
	add := func(reason ...string) {
		k.reason = strings.Join(reason, "\x00")
		keys = append(keys, k)
	}
	path, was := c.Subjects[0].NewPath, c.Subjects[0].OldPath
	if c.Method != "" && c.Kind != MethodRenamed {
		k.member = path.String() + " " + was.String()
		add("method")
	}
	k.member = partOf(path)
	if t.isNamed(c.Change) {
		add("alternative")
	}
	k.member = partOf(path) + " " + path.tail().String() + " " + was.tail().String()
	if len(path.Member()) > 0 {
		for _, union := range c.unions() {
			add("union", union)
		}
		add("owner", c.Method, c.Type)
		add("words", strconv.Itoa(c.words))
		if own := k.ofItem(c); !own.item.IsZero() {
			keys = append(keys, own)
		}
	}
	if resource, _ := cutResource(c.Method); resource != "" && c.Inferred && isMember(c.Kind) {
		shown := k
		shown.before, shown.to, shown.reason = "", "", "shown\x00"+resource
		keys = append(keys, shown)
	}
	if c.Type != "" {
		k.member = path.String() + " " + was.String()
		add("twins", t.plain(c.Type))
	}
	if r := c.replacement(); r != (replacement{}) {
		k.before, k.to, k.in = r.from, r.to, "" // the word is another one wherever values travel
		if k.member = partOf(path); k.kind == ParamRenamed {
			k.kind, k.member = FieldRenamed, "" // as members are that the body or the answer has
		}
		if r.from == "" || r.to == "" { // which may be chance elsewhere
			k.member, _ = cutResource(c.Method)
		}
		add("word")
	}
	return keys
}

// ofItem is the key of the item of the pages that a change is about. What is read from one
// item is one cause, wherever it is sent and whether it has to be.
func (k mergeKey) ofItem(c found) mergeKey {
	k.item = c.NewSpan
	if c.New == "" && c.Old != "" {
		k.item = c.OldSpan
	}
	k.in, k.reason = "", "item"
	k.kind, k.before = withoutNeed(k.kind, k.before)
	_, k.to = withoutNeed(k.kind, k.to)
	return k
}

// isMember reports whether a change is that a member came or went.
func isMember(kind Kind) bool {
	return kind == FieldAddedOptional || kind == FieldAddedRequired || kind == FieldRemovedOptional || kind == FieldRemovedRequired
}

// partOf is where in a request a parameter travels, which is part of what it is.
func partOf(p Path) string {
	if len(p) > 0 && p[0].Kind == StepPart && slices.Contains([]string{"path", "query", "header", "cookie"}, p[0].Name) {
		return p[0].Name
	}
	return ""
}

// unions are the IDs of the declared unions of which the subject is an alternative.
func (c found) unions() []string {
	if c.node == nil {
		return nil
	}
	var out []string
	for _, u := range c.node.users {
		if u.node != nil && u.node.new.Type.Kind == model.KindUnion && u.node.old.Type.Kind == model.KindUnion {
			out = append(out, u.node.label())
		}
	}
	return out
}

// twins know which words before names of types make no difference: where an API
// declares Usage and BetaUsage and has a resource beta, what happens to both is one thing.
type twins struct {
	affixes map[string]bool
	known   map[string]bool   // names of types of either side
	plains  map[string]string // see plain
}

func newTwins(apis ...*model.API) *twins {
	t := &twins{affixes: map[string]bool{}, known: map[string]bool{}, plains: map[string]string{}}
	resources := map[string]bool{}
	for _, api := range apis {
		for _, n := range api.Types {
			if !n.Anonymous {
				t.known[n.ID], t.known[n.Name] = true, true
			}
		}
		eachResource(api.Resources, func(r *model.Resource) bool {
			resources[strings.ToLower(r.ID[strings.LastIndexByte(r.ID, '.')+1:])] = true
			return true
		})
	}
	for name := range t.known {
		first, rest := cutWord(name)
		if rest != "" && t.known[rest] && resources[strings.ToLower(first)] {
			t.affixes[first] = true
		}
	}
	return t
}

// cutWord returns the first word of a name and the rest of it.
func cutWord(name string) (first, rest string) {
	words := names.Words(name)
	if len(words) < 2 || !strings.HasPrefix(strings.ToLower(name), strings.ToLower(words[0])) {
		return name, ""
	}
	return name[:len(words[0])], name[len(words[0]):]
}

// plain returns a text in which names of twins are one name.
func (t *twins) plain(text string) string {
	if len(t.affixes) == 0 || text == "" {
		return text
	}
	if known, ok := t.plains[text]; ok {
		return known
	}
	words := strings.FieldsFunc(text, func(r rune) bool { return !isNameRune(r) })
	plain := text
	for _, word := range words {
		if first, rest := cutWord(word); t.known[word] && t.affixes[first] && t.known[rest] {
			plain = replaceWord(plain, word, rest)
		}
	}
	t.plains[text] = plain
	return plain
}

func isNameRune(r rune) bool {
	return r == '_' || r == '.' || '0' <= r && r <= '9' || 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || r > 127
}

// replaceWord replaces a word where it stands alone.
func replaceWord(text, word, by string) string {
	var b strings.Builder
	for {
		i := strings.Index(text, word)
		if i < 0 {
			return b.String() + text
		}
		end := i + len(word)
		alone := (i == 0 || !isNameRune(rune(text[i-1]))) && (end == len(text) || !isNameRune(rune(text[end])))
		b.WriteString(text[:i])
		if alone {
			b.WriteString(by)
		} else {
			b.WriteString(word)
		}
		text = text[end:]
	}
}

// isNamed reports whether a change is about one alternative that has a name.
func (t *twins) isNamed(c Change) bool {
	return (c.Kind == VariantAdded || c.Kind == VariantRemoved) && t.known[cmp.Or(c.Old, c.New)]
}
