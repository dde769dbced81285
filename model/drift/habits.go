package drift

import (
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/gofacts"
	"github.com/docgen-go/docgen/model/names"
)

// habits are what a client's members say about how it names and types things.
type habits struct {
	// words are the forms of words of wire names in Go names, by the word in lower case.
	words map[string]votes
	// called are the Go names of members, by the wire name.
	called map[string]votes
	// samples are the documented members that the client has, each once for each way that it travels.
	samples []*sample
	seen    map[sampleKey]bool
	// types are the named types of the client.
	types []*gofacts.Type
	// endings are the last words of the members that have a type of the client, by the package and the name of the type.
	endings map[string]votes
	// holders and omits are how much counts what members have in common, once that was asked for.
	holders, omits likeness
	// known says which packages a package names, by both names.
	known map[string]bool
}

type sampleKey struct {
	field *gofacts.Field
	input bool
}

// A sample is how the client writes one documented member.
type sample struct {
	wire, word, class     string
	owner                 *gofacts.Type
	required, null, input bool
	// holder and base are the two parts of the type, shape is the tag with NUL for the name, keys are those of the tag.
	holder, base, shape, keys string
	category                  string
	kinds                     []gofacts.Kind // of the documented values
	members                   string         // of the documented object
	union                     string         // what unions of the same kinds of values have in common, "" of another type
	bracketed                 bool           // the pages end its name with brackets
	omits                     bool
	at                        float64 // its position in the struct
	first, last               string  // words of the name of the struct
	verb                      string  // of the operation
	field                     *gofacts.Field
}

type votes map[string]int

func newHabits(types []*gofacts.Type) *habits {
	h := &habits{words: map[string]votes{}, called: map[string]votes{}, seen: map[sampleKey]bool{}, endings: map[string]votes{}, types: types, known: map[string]bool{}}
	for _, t := range types {
		for _, f := range t.Fields {
			if f.Owner == t && f.GoType != "" {
				h.learnWords(wireName(f), f.GoName)
				h.learnName(wireName(f), f.GoName)
				h.learnEnding(t.Package+"."+core(f.GoType), lastWord(wireName(f)))
			}
		}
	}
	return h
}

// learnEnding notes how the name of a member ends that has a type.
func (h *habits) learnEnding(goType, word string) {
	if h.endings[goType] == nil {
		h.endings[goType] = votes{}
	}
	h.endings[goType].add(word)
}

func (v votes) add(value string) { v[value]++ }

// winner returns what most votes are for, the first in the alphabet in a tie.
func (v votes) winner() string {
	best := ""
	keys := make([]string, 0, len(v))
	for k := range v {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	for i, k := range keys {
		if i == 0 || v[k] > v[best] {
			best = k
		}
	}
	return best
}

func (v votes) total() int {
	n := 0
	for _, k := range v {
		n += k
	}
	return n
}

// learn notes how a client writes a documented member.
func (h *habits) learn(api *model.API, d *model.Field, f *gofacts.Field, t *gofacts.Type, input bool, verb string) {
	if f.GoType == "" || f.Owner != t || h.seen[sampleKey{f, input}] {
		return
	}
	h.seen[sampleKey{f, input}] = true
	bracketed := strings.HasSuffix(d.Name, "[]")
	d = listed(api, d)
	holder, base := heldBy(f)
	var kinds []gofacts.Kind
	if r := api.Resolve(d.Type); r != nil {
		kinds = kindsOf(api, r)
	}
	h.samples = append(h.samples, &sample{
		wire: plainName(d.Name), word: lastWord(d.Name), class: classOf(api, d.Type), owner: t, kinds: kinds, required: d.Required, null: d.Nullable, input: input,
		holder: holder, base: base, shape: tagShape(f), keys: tagKeys(f.Tag), category: categoryOf(base, f.Type), omits: f.Omits, at: float64(slices.Index(t.Fields, f)),
		first: firstWord(t.Short), last: lastWord(t.Short), verb: verb, field: f, members: membersOf(api, d.Type),
		union: unionOf(api, d.Type), bracketed: bracketed,
	})
}

func lastWord(wire string) string {
	words := names.Words(wire)
	if len(words) == 0 {
		return ""
	}
	return strings.ToLower(words[len(words)-1])
}

// categoryOf returns what pointers and tags of a member go by: lists, structs and the
// rest are each written in their own way.
func categoryOf(base string, t *gofacts.Type) string {
	switch {
	case strings.HasPrefix(base, "["), strings.HasPrefix(base, "map["):
		return "list"
	case base == "any" || strings.HasPrefix(base, "interface"):
		return "any"
	case t != nil && t.Kind == gofacts.Struct:
		return "struct"
	}
	return "value"
}

// count returns the votes of the samples that fit.
func (h *habits) count(value func(*sample) string, fits ...func(*sample) bool) votes {
	out := votes{}
	for _, s := range h.samples {
		if !slices.ContainsFunc(fits, func(fit func(*sample) bool) bool { return !fit(s) }) {
			out.add(value(s))
		}
	}
	return out
}
