package tables

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
)

// addShownObject adds to an operation without a body the parameters of its query that an object
// in JSON shows below a title for what is sent, and that nothing lists: pages write the
// parameters of a request so, wherever they travel.
func (d drafted) addShownObject() {
	c := d.endpoint.call
	if !bodiless(d.op.Verb) || d.op.Verb == "DELETE" || len(c.stated) > 1 {
		return
	}
	for i, p := range c.parts {
		if above := before(c.parts, i); above != nil && above.kind == fenceBlock {
			continue // what the request above answers
		}
		if p.kind != fenceBlock || p.section != vocabulary.Request && p.section != vocabulary.Query && p.section != vocabulary.RequestExample {
			continue
		}
		shown := slices.ContainsFunc(d.op.Examples, func(ex decl.Example) bool { return ex.Start == p.inner })
		if pairs := pairsOfObject(narrowMarks(d.reading.document.code(p.block))); !shown && len(pairs) > 0 {
			d.addPairs("what is shown as sent has", pairs, p.inner, p.innerEnd, false)
		}
	}
}

// pairsOfObject are the members of an object in JSON, or nil where one is no scalar.
func pairsOfObject(text string) (out []pair) {
	if !strings.HasPrefix(text, "{") {
		return nil
	}
	text, ok := relaxed(text)
	var members map[string]json.RawMessage
	if !ok || json.Unmarshal([]byte(text), &members) != nil {
		return nil
	}
	for _, name := range slices.Sorted(maps.Keys(members)) {
		value := string(members[name])
		if strings.IndexByte("{[", value[0]) >= 0 {
			return nil
		}
		if value == "null" || json.Unmarshal(members[name], &value) != nil && value[0] == '"' {
			value = ""
		}
		out = append(out, pair{name: name, value: value})
	}
	return out
}
