package tables

import (
	"strings"

	"github.com/docgen-go/docgen/parser/format/tables/prose"
	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
)

// A Profile is the marks that differ from reference to reference. It is found by
// the features of the pages and holds for all of them.
type Profile struct {
	// MarksOptional says that names carry a mark where an attribute may be missing,
	// so that one without a mark is required.
	MarksOptional bool
	// Nesting is the mark before names of nested attributes, for people: "> ", "a.b",
	// "indentation", or "".
	Nesting string
	// MarksNull says that types carry a mark where a value may be null.
	MarksNull bool
}

// A tally counts features.
type tally struct {
	tables, optional, null, nested, dotted int
}

func (t *tally) count(b *block) {
	h := *b.head
	if h.name < 0 || !h.isFacts() {
		return
	}
	t.tables++
	optional, null, nested, dotted := false, false, false, false
	required := false
	for _, r := range b.table.Rows {
		n := prose.NameOf(r.Cell(h.name))
		need := vocabulary.Unsaid
		if text := r.Cell(h.description); h.required < 0 && mayMark(text) {
			need = prose.NeedOf(text)
		}
		optional = optional || n.Optional || need == vocabulary.No
		required = required || n.Required || need == vocabulary.Yes
		nested = nested || n.Depth > 0
		dotted = dotted || strings.ContainsAny(n.Text, ".[")
		null = null || h.typ >= 0 && strings.HasPrefix(strings.TrimLeft(r.Cell(h.typ), "` "), "?")
	}
	add := func(n *int, yes bool) {
		if yes {
			*n++
		}
	}
	add(&t.optional, optional && !required && h.required < 0)
	add(&t.null, null)
	add(&t.nested, nested)
	add(&t.dotted, dotted)
}

// mayMark reports by one look whether a description may say what is required.
func mayMark(text string) bool {
	return strings.Contains(text, "ptional") || strings.Contains(text, "equired") || strings.Contains(text, "选") || strings.Contains(text, "必") || strings.Contains(text, "OPTIONAL")
}

func (t *tally) add(o tally) {
	t.tables += o.tables
	t.optional += o.optional
	t.null += o.null
	t.nested += o.nested
	t.dotted += o.dotted
}

// profile concludes from the features.
func (t *tally) profile() Profile {
	p := Profile{MarksOptional: t.optional > 0 && t.optional*20 >= t.tables, MarksNull: t.null > 0}
	switch {
	case t.nested > 0 && t.nested >= t.dotted:
		p.Nesting = "marks"
	case t.dotted > 0:
		p.Nesting = "dots and brackets"
	}
	return p
}

// facts are the conclusions for people, by what each is about.
func (p Profile) facts() map[string]string {
	out := map[string]string{"unmarked": "optional"}
	if p.MarksOptional {
		out["unmarked"] = "required"
	}
	if p.MarksNull {
		out["null"] = "marked"
	}
	if p.Nesting != "" {
		out["nesting"] = p.Nesting
	}
	return out
}
