package link

import (
	"strings"
	"unicode"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/names"
)

// A casing is how names are spelled in this API, by what travels: the members of
// examples, the slots of paths, and what pages print that are about no client.
// The pages of a client have names of its language, which is known only to be
// of the same letters.
type casing struct {
	names map[string]bool
	// of finds the names by their letters; "" where they differ.
	of map[string]string
	// snake and camel count the names of several words.
	snake, camel int
}

func newCasing(in Input) *casing {
	h := &casing{names: map[string]bool{}, of: map[string]string{}}
	for _, u := range in.Units {
		for _, v := range u.Values {
			h.value(v.Value)
		}
		if u.Method != nil {
			for _, name := range names.Slots(u.Method.Path) {
				h.add(name)
			}
		}
		if u.Client {
			continue
		}
		for _, s := range u.Occurrences {
			h.fields(s.Type)
		}
		if u.Method != nil && u.Method.Body != nil {
			h.fields(u.Method.Body.Type)
		}
	}
	return h
}

func (h *casing) fields(t *model.Type) {
	for _, f := range t.Fields {
		h.add(f.Name)
	}
}

func (h *casing) value(v any) {
	switch v := v.(type) {
	case map[string]any:
		for name, inner := range v {
			h.add(name)
			h.value(inner)
		}
	case []any:
		for _, inner := range v {
			h.value(inner)
		}
	}
}

func (h *casing) add(name string) {
	if h.names[name] {
		return
	}
	h.names[name] = true
	letters := names.Letters(name)
	if have, ok := h.of[letters]; ok && have != name {
		name = ""
	}
	h.of[letters] = name
	switch {
	case strings.Contains(name, "_"):
		h.snake++
	case strings.ContainsFunc(name, unicode.IsLower) && strings.ContainsFunc(name, unicode.IsUpper):
		h.camel++
	}
}

// apply is the wire name of what a client calls by that name in snake case.
func (h *casing) apply(name string) string {
	if h == nil || h.names[name] {
		return name
	}
	if have := h.of[names.Letters(name)]; have != "" {
		return have
	}
	if h.camel > h.snake {
		return lowerCamel(name)
	}
	return name
}

// lowerCamel joins the words of a name, the first of them in lower case.
func lowerCamel(name string) string {
	first, rest, ok := strings.Cut(name, "_")
	if !ok || first == "" {
		return name
	}
	return first + Camel(rest)
}
