package tables

import (
	"encoding/json"
	"strings"

	"github.com/docgen-go/docgen/parser/format/tables/prose"
	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
	"github.com/docgen-go/docgen/parser/link"
	"github.com/docgen-go/docgen/parser/prefilter"
)

// placeholderName is a placeholder in the code of a text: `<boat>` is an object with these members.
var placeholderName = prefilter.MustCompile("`<([A-Za-z][\\w-]{0,40})>`")

// filledIn returns the first answer that a call shows with a placeholder in it, where the text right below
// names that, and a table below the text lists its members; they are put in its place. It is nil where
// there is none.
//
//	{ "boats": [<boat>, <boat>, ...] }
//
//	`<boat>` has these members:
func (r *reading) filledIn(c *call) any {
	for i := 0; i+2 < len(c.parts); i++ {
		code, text, t := c.parts[i], c.parts[i+1], c.parts[i+2]
		if code.kind != fenceBlock || text.kind != textBlock || t.kind != tableBlock || !isAnswerShown(code.section) || c.isStatement(code.block) {
			continue
		}
		m := placeholderName.FindStringSubmatch(r.document.text[text.start:text.end])
		if m == nil || t.head == nil || t.head.name < 0 {
			continue
		}
		shown := narrowMarks(r.document.code(code.block))
		if !strings.Contains(shown, "<"+m[1]+">") || strings.Contains(shown, "<"+m[1]+">:") {
			continue
		}
		filled, ok := relaxed(strings.ReplaceAll(shown, "<"+m[1]+">", listedObject(&t)))
		if !ok {
			continue
		}
		if v, err := link.ParseJSON(filled); err == nil {
			return v
		}
	}
	return nil
}

// listedObject is an object in JSON with the members that a table lists, each with a value of its type.
func listedObject(t *part) string {
	h := t.head
	members := map[string]json.RawMessage{}
	for i := range t.table.Rows {
		row := &t.table.Rows[i]
		name := stepName(row.Cell(h.name))
		if name == "" {
			continue
		}
		typ := ""
		if h.typ >= 0 {
			typ, _, _ = strings.Cut(prose.Plain(row.Cell(h.typ)), "[")
		}
		members[name] = json.RawMessage(standsFor(vocabulary.TypeOf(strings.ToLower(strings.Trim(typ, " *_`")))))
	}
	out, err := json.Marshal(members)
	if err != nil {
		return "null"
	}
	return string(out)
}

// valuesOfRows are values of the types that the tables of a call say of members, by the names in quotes, for
// an answer with placeholders.
func (c *call) valuesOfRows(text string) map[string]string {
	if !strings.Contains(text, "<") {
		return nil
	}
	out := map[string]string{}
	for i := range c.parts {
		t := &c.parts[i]
		if t.kind != tableBlock || t.head == nil || t.head.name < 0 || t.head.typ < 0 || !isAnswerShown(t.section) {
			continue
		}
		var members map[string]json.RawMessage
		if json.Unmarshal([]byte(listedObject(t)), &members) != nil {
			continue
		}
		for name, value := range members {
			if string(value) != "null" {
				out[encode(name)] = string(value)
			}
		}
	}
	return out
}
