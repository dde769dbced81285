package drift

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/gofacts"
	"github.com/docgen-go/docgen/model/names"
)

// learnWords notes the forms of the words of a wire name in a Go name.
func (h *habits) learnWords(wire, goName string) {
	for _, w := range wordsIn(wire, goName) {
		lower := strings.ToLower(w)
		if h.words[lower] == nil {
			h.words[lower] = votes{}
		}
		h.words[lower].add(strings.ToUpper(w[:1]) + w[1:])
	}
}

// learnName notes what a member is called in Go.
func (h *habits) learnName(wire, goName string) {
	if h.called[wire] == nil {
		h.called[wire] = votes{}
	}
	h.called[wire].add(goName)
}

// memberName returns what most members of a wire name are called, unless the struct has that name for another one, or
// else the name of its words.
func (h *habits) memberName(wire string, taken []string) string {
	v := h.called[wire]
	if best := v.winner(); len(v) > 0 && 2*v[best] > v.total() && !slices.Contains(taken, best) {
		return best
	}
	return h.goName(wire)
}

// wordInNames returns the form of a word in the names of the client's types and of what they have, "" where it is in none.
func (h *habits) wordInNames(word string) string {
	v := votes{}
	if len(word) < 2 {
		return ""
	}
	for _, t := range h.types {
		for _, name := range append([]string{t.Short}, t.Names...) {
			if form := formIn(name, word); form != "" {
				v.add(form)
			}
		}
	}
	return v.winner()
}

// formIn returns the form of a word in a Go name, "" where it is not there. A word begins with a capital letter and
// ends before the next one.
func formIn(name, word string) string {
	for at := 0; at+len(word) <= len(name); at++ {
		form, rest := name[at:at+len(word)], name[at+len(word):]
		if strings.EqualFold(form, word) && beginsWord(form) && (rest == "" || beginsWord(rest)) {
			return form
		}
	}
	return ""
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
var initialisms = strings.Fields("acl api ascii cpu css dns eof guid html http https id ip json qps ram rpc sla smtp sql ssh ssl tcp tls ttl udp ui uid uuid uri url utf8 vm xml xmpp xsrf xss os")

// goName returns the name of a member as the client would write it.
func (h *habits) goName(wire string) string {
	var b strings.Builder
	words := names.Words(wire)
	capitals := !slices.ContainsFunc(words, func(w string) bool { return w != strings.ToUpper(w) })
	for _, w := range words {
		lower := strings.ToLower(w)
		if capitals {
			w = lower // BOOST_LEVEL says nothing about its words
		}
		plural := strings.TrimSuffix(lower, "s")
		switch {
		case h.words[lower] != nil:
			w = h.words[lower].winner()
		case slices.Contains(initialisms, lower) && h.inCapitals():
			w = strings.ToUpper(w)
		case slices.Contains(initialisms, plural) && h.inCapitals():
			w = strings.ToUpper(plural) + "s"
		default:
			w = cmp.Or(h.wordInNames(lower), strings.ToUpper(w[:1])+w[1:])
		}
		b.WriteString(w)
	}
	return b.String()
}

// inCapitals reports whether the client writes initialisms in capitals, as far as it has some.
func (h *habits) inCapitals() bool {
	upper, camel := 0, 0
	for _, w := range initialisms {
		for form, n := range h.words[w] {
			if form == strings.ToUpper(form) {
				upper += n
			} else {
				camel += n
			}
		}
	}
	return upper >= camel
}

// constantNames say how a type names its constants: what stands before the value.
type constantNames struct {
	prefix string
	// upper says that values are in capitals, byName that the names that the pages give to values stand for them.
	upper, byName bool
	// common is what all those names begin with.
	common string
}

// documentedName returns the name that the pages have for a value.
func documentedName(v model.EnumValue) string { return cmp.Or(v.Name, v.SDKName) }

// commonName returns the words that all documented names of values begin with.
func commonName(documented []model.EnumValue) string {
	common, first := "", true
	for _, v := range documented {
		name := documentedName(v)
		switch {
		case name == "":
			return ""
		case first:
			common, first = name, false
		default:
			common = common[:commonPrefix(common, name)]
		}
	}
	for common != "" && slices.ContainsFunc(documented, func(v model.EnumValue) bool { return !beginsWord(documentedName(v)[len(common):]) }) {
		common = common[:len(common)-1]
	}
	return common
}

// beginsWord reports whether a text begins with a capital letter, behind a small letter or none.
func beginsWord(text string) bool { return text != "" && text[0] >= 'A' && text[0] <= 'Z' }

// constantsOf returns how a type names its constants, and whether most of them go by it.
func (h *habits) constantsOf(t *gofacts.Type, documented []model.EnumValue) (constantNames, bool) {
	byValue, byName := votes{}, votes{}
	common := commonName(documented)
	for _, k := range t.Values {
		if prefix, ok := prefixBefore(k.GoName, k.Value); ok {
			byValue.add(prefix)
			h.learnWords(k.Value, k.GoName[len(prefix):])
		}
		for _, v := range documented {
			if plainLiteral(v.Literal) != k.Value || documentedName(v) == "" {
				continue
			}
			name := documentedName(v)[len(common):]
			if prefix, ok := prefixBefore(k.GoName, name); ok {
				byName.add(prefix)
				h.learnWords(name, k.GoName[len(prefix):])
			}
		}
	}
	out := constantNames{prefix: byValue.winner()}
	n := byValue[out.prefix]
	if win := byName.winner(); byName[win] > n {
		out, n = constantNames{prefix: win, byName: true, common: common}, byName[win]
	}
	out.upper = !slices.ContainsFunc(t.Values, func(k gofacts.Constant) bool {
		rest := strings.TrimPrefix(k.GoName, out.prefix)
		return rest != strings.ToUpper(rest)
	})
	return out, n > 0 && 2*n > len(t.Values)
}

// prefixBefore returns what stands before a value in the name of a constant.
func prefixBefore(goName, value string) (string, bool) {
	letters := names.Letters(value)
	for cut := 1; cut < len(goName) && letters != ""; cut++ {
		if names.Letters(goName[cut:]) == letters {
			return goName[:cut], true
		}
	}
	return "", false
}

// name returns the name of the constant of a value, "" where nothing shows it.
func (n constantNames) name(h *habits, v model.EnumValue) string {
	text := plainLiteral(v.Literal)
	if n.byName {
		text = strings.TrimPrefix(documentedName(v), n.common)
	}
	name := h.goName(text)
	if n.upper {
		name = strings.ToUpper(name)
	}
	if name == "" {
		return ""
	}
	return n.prefix + name
}
