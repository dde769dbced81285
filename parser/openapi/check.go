package openapi

import (
	"maps"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/source"
)

// An object is a kind of mapping that OpenAPI defines.
type object string

// A fate is what becomes of a member of an object.
type fate string

// The fates. What is read is in the model; what is kept is in its documentation;
// what is reported is a finding at its place: unchecked where it limits values or
// describes, and changes nothing that is sent or received, and reported where a
// program may miss it.
const (
	read      fate = "read"
	kept      fate = "kept"
	unchecked fate = "noted"
	reported  fate = "reported"
)

// A shape is what the value of a member has to be.
type shape byte

const (
	anything shape = '*'
	text     shape = 's' // a scalar
	flag     shape = 'b'
	mapping  shape = 'm'
	list     shape = 'l'
	schemas  shape = 'S' // a mapping, true or false
)

// A keyword is a member of an object, what becomes of it, and how, in words that
// follow its name in a finding.
type keyword struct {
	name  string
	shape shape
	fate  fate
	how   string
}

// A checkedKey is a mapping that was looked at as an object.
type checkedKey struct {
	object object
	val    *yaml.Node
}

// check looks at the members of an object once: those that no rule knows, that have
// the wrong shape, or that have a rule that says to report them.
func (r *reader) check(o object, n node) {
	if !n.ok() || n.isNull() || r.checked[checkedKey{o, n.val}] {
		return
	}
	r.checked[checkedKey{o, n.val}] = true
	if !n.isMap() {
		r.invalid(n, "%s is no mapping; nothing is read of it", describe(o, n))
		return
	}
	for _, m := range n.members() {
		k, known := keywordOf(o, m.name())
		switch {
		case known && m.isNull() && k.shape != anything:
			r.note(m, "%s has no value", m.name())
		case known && !k.fits(m):
			r.invalid(m, "%q of %s has to be %s; nothing is read of it", m.name(), describe(o, n), k.shape.words())
		case known:
			r.report(k, m)
		case strings.HasPrefix(m.name(), "x-"):
			r.noteExtension(m)
		case patterned[o]:
		default:
			r.unsupported(m, "OpenAPI has no %q in %s; nothing is read of it", m.name(), describe(o, n)).
				Help = "check how it is spelled and indented"
		}
	}
}

func (r *reader) report(k keyword, m node) {
	switch k.fate {
	case unchecked:
		r.note(m, "%s %s", k.name, k.how)
	case reported:
		r.unsupported(m, "%s %s", k.name, k.how)
	}
}

func keywordOf(o object, name string) (keyword, bool) {
	k, ok := keywordIndex[o][name]
	return k, ok
}

// keywordIndex finds keywords by object and name.
var keywordIndex = func() map[object]map[string]keyword {
	out := map[object]map[string]keyword{}
	for o, all := range keywords {
		out[o] = map[string]keyword{}
		for _, k := range all {
			out[o][k.name] = k
		}
	}
	return out
}()

func (k keyword) fits(n node) bool {
	switch k.shape {
	case text:
		return n.isText()
	case flag:
		return n.isTrue() || n.isFalse()
	case mapping:
		return n.isMap()
	case list:
		return n.isList()
	case schemas:
		return n.isMap() || n.isTrue() || n.isFalse()
	}
	return true
}

func (s shape) words() string {
	switch s {
	case text:
		return "a text or a number"
	case flag:
		return "true or false"
	case mapping:
		return "a mapping"
	case list:
		return "a list"
	}
	return "a schema"
}

// describe names an object in a message.
func describe(o object, n node) string {
	if name := n.name(); name != "" && name != string(o) {
		return "the " + string(o) + " " + diag.Plain(name)
	}
	return "the " + string(o)
}

// An extension is a member x-… that nobody reads: where it stands first, and how
// often it stands anywhere.
type extension struct {
	first source.Span
	count int
}

// knownExtensions are read where they stand in the objects that have them.
var knownExtensions = map[string]bool{
	overrideExtension: true, "x-deprecated-reason": true, "x-enum-varnames": true, "x-enumNames": true, "x-enum-descriptions": true,
	"x-enumDescriptions": true, "x-displayName": true,
}

func (r *reader) noteExtension(m node) {
	name := m.name()
	if knownExtensions[name] {
		return
	}
	if have := r.extensions[name]; have != nil {
		have.count++
		return
	}
	r.extensions[name] = &extension{m.span(), 1}
}

// reportExtensions notes each unknown extension once.
func (r *reader) reportExtensions() {
	for _, name := range slices.Sorted(maps.Keys(r.extensions)) {
		e := r.extensions[name]
		r.diags.Add(CodeUnsupported, diag.Info, e.first, "the extension %s is not read (it stands in %d places)", name, e.count)
	}
}
