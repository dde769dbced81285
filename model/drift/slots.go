package drift

import (
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/gofacts"
)

// slotsFit reports whether words of one side may be values of slots of the other, and
// whether the constants of a type, or the pages, state so for all of them.
func slotsFit(d *model.Method, op *gofacts.Operation) (fits, stated bool) {
	docs, client := segments(d.Path), segments(op.Path)
	stated = true
	for i := 1; i <= min(len(docs), len(client)); i++ {
		a, b := docs[len(docs)-i], client[len(client)-i]
		var values []string
		word := a
		switch aSlot, bSlot := isSlot(a), isSlot(b); {
		case aSlot == bSlot:
			continue
		case bSlot:
			values = op.Slots[strings.Trim(b, "{}")]
		default:
			values, word = documentedValues(d, strings.Trim(a, "{}")), b
		}
		if len(values) > 0 && !slices.Contains(values, word) {
			return false, false
		}
		stated = stated && len(values) > 0
	}
	return true, stated
}

func segments(path string) []string {
	path, _, _ = strings.Cut(path, "?")
	return strings.Split(strings.Trim(path, "/"), "/")
}

func isSlot(segment string) bool {
	return strings.HasPrefix(segment, "{") && strings.HasSuffix(segment, "}")
}

// documentedValues returns the values that the pages list for a slot.
func documentedValues(d *model.Method, slot string) []string {
	var out []string
	for _, p := range d.Params {
		if p.Location == model.LocationPath && p.Name == slot && p.Type != nil && p.Type.Kind == model.KindEnum {
			for _, v := range p.Type.Enum.Values {
				out = append(out, plainLiteral(v.Literal))
			}
		}
	}
	return out
}

// namedSegments returns the starts of documented paths, without their verbs, up to each word that is no value.
func namedSegments(docs []*model.Method, keyOf func(*model.Method) string) map[string]bool {
	out := map[string]bool{}
	for _, d := range docs {
		_, path, _ := strings.Cut(keyOf(d), " ")
		for at, s := range segments(path) {
			if !isSlot(s) && !isValue(s) {
				out[startTo(path, at)] = true
			}
		}
	}
	return out
}

// startTo returns a path up to one of its segments, that one included.
func startTo(path string, segment int) string {
	return strings.Join(segments(path)[:segment+1], "/")
}

// namesResource reports whether a word of the client stands in the place of a slot where other documented paths have that
// very word: there it names a resource and is no value of the slot. /ships/search/{text} is no /ships/{id}/cargo.
func namesResource(client, documented string, named map[string]bool) bool {
	_, clientPath, _ := strings.Cut(client, " ")
	_, path, _ := strings.Cut(documented, " ")
	words, slots := segments(clientPath), segments(path)
	for i := range min(len(words), len(slots)) {
		if isSlot(slots[i]) && !isSlot(words[i]) && named[startTo(clientPath, i)] {
			return true
		}
	}
	return false
}

// valueSigns begin words of paths that are values, not names: /users/@me is the user who asks.
const valueSigns = "@~$"

func isValue(segment string) bool {
	return len(segment) > 1 && strings.Contains(valueSigns, segment[:1])
}

// mayStand reports whether a function of the client calls a documented operation where it is handed a value that the
// path states: /users/{id} with @me.
func (m *matching) mayStand(d *model.Method) bool {
	verb, path, _ := strings.Cut(m.docKey(d), " ")
	documented := segments(path)
	if !slices.ContainsFunc(documented, isValue) {
		return false
	}
	return slices.ContainsFunc(m.clients, func(op *gofacts.Operation) bool {
		clientVerb, clientPath, _ := strings.Cut(m.clientKey(op), " ")
		client := segments(clientPath)
		return clientVerb == verb && slices.EqualFunc(documented, client, func(a, b string) bool { return a == b || isSlot(b) && isValue(a) })
	})
}
