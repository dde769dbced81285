package tables

import (
	"cmp"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/parser/format"
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
	// Slots is how paths print their slots: "colon", "braces", "angles", or "".
	Slots string
	// Yes and No are the words of the cells that say whether an attribute is required,
	// the most frequent first.
	Yes, No []string
	// attributes says that heads of tables call what is sent attributes, and not parameters.
	attributes bool
}

// with is the profile with what the caller says of it.
func (p Profile) with(m *format.Marks) Profile {
	if m == nil {
		return p
	}
	if m.Unmarked != "" {
		p.MarksOptional = m.Unmarked == "required"
	}
	p.Nesting, p.Slots = cmp.Or(m.Nesting, p.Nesting), cmp.Or(m.Slots, p.Slots)
	p.MarksNull = p.MarksNull || m.Nullable != ""
	p.Yes, p.No = said(m.Words["yes"], p.Yes), said(m.Words["no"], p.No)
	return p
}

// said puts words of the caller before those that were found.
func said(words, found []string) []string {
	out := slices.Clone(words)
	for _, w := range found {
		if !slices.Contains(out, w) {
			out = append(out, w)
		}
	}
	return out
}

// A tally counts features.
type tally struct {
	tables, optional, null, nested, dotted int
	// integers says that the type of an attribute is a word for integers.
	integers bool
	// attributes says that the head of a table calls what it lists attributes.
	attributes bool
	// yes and no count words, slots the styles of paths.
	yes, no, slots map[string]int
}

func newTally() tally {
	return tally{yes: map[string]int{}, no: map[string]int{}, slots: map[string]int{}}
}

func (t *tally) count(b *block) {
	h := *b.head
	if h.name < 0 || !h.isFacts() {
		return
	}
	t.tables++
	switch vocabulary.Fold(prose.Plain(b.table.Head[h.name])) {
	case "attribute", "attributes", "属性":
		t.attributes = true
	}
	optional, null, nested, dotted := false, false, false, false
	required := false
	for _, r := range b.table.Rows {
		if h.required >= 0 {
			t.countNeed(h, prose.Plain(r.Cell(h.required)))
		}
		n := prose.NameOf(r.Cell(h.name))
		need := vocabulary.Unsaid
		if text := r.Cell(h.description); h.required < 0 && mayMark(text) {
			need = prose.NeedOf(text)
		}
		optional = optional || n.Optional || need == vocabulary.No
		required = required || n.Required || need == vocabulary.Yes
		nested = nested || n.Depth > 0
		dotted = dotted || strings.ContainsAny(n.Text, ".[")
		t.integers = t.integers || isInteger(r.Cell(h.typ))
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

// isInteger reports whether the cell of a type is but a word for integers.
func isInteger(cell string) bool {
	return cell != "" && len(cell) <= longestWord && vocabulary.TypeOf(strings.Trim(cell, "` ")) == "integer"
}

// mayMark reports by one look whether a description may say what is required.
func mayMark(text string) bool {
	return strings.Contains(text, "ptional") || strings.Contains(text, "equired") || strings.Contains(text, "选") || strings.Contains(text, "必") || strings.Contains(text, "필수") || strings.Contains(text, "선택") || strings.Contains(text, "任意") || strings.Contains(text, "OPTIONAL")
}

func (t *tally) add(o tally) {
	t.tables += o.tables
	t.optional += o.optional
	t.null += o.null
	t.nested += o.nested
	t.dotted += o.dotted
	t.integers = t.integers || o.integers
	t.attributes = t.attributes || o.attributes
	for _, c := range []struct{ to, from map[string]int }{{t.yes, o.yes}, {t.no, o.no}, {t.slots, o.slots}} {
		for word, n := range c.from {
			c.to[word] += n
		}
	}
}

// countNeed counts what a cell says of whether an attribute is required.
func (t *tally) countNeed(h head, cell string) {
	need := vocabulary.NeedOf(cell)
	if h.optional && !isNeedWord(cell) {
		need = opposite(need)
	}
	word := strings.Trim(vocabulary.Fold(cell), "*_ ")
	switch {
	case len(word) > longestWord:
	case need == vocabulary.Yes:
		t.yes[word]++
	case need == vocabulary.No && word != "":
		t.no[word]++
	}
}

// longestWord is how many bytes a word has that a profile names.
const longestWord = 20

// profile concludes from the features.
func (t *tally) profile() Profile {
	p := Profile{MarksOptional: t.optional > 0 && t.optional*20 >= t.tables, MarksNull: t.null > 0, Yes: most(t.yes), No: most(t.no), attributes: t.attributes}
	if styles := most(t.slots); len(styles) > 0 {
		p.Slots = styles[0]
	}
	switch {
	case t.nested > 0 && t.nested >= t.dotted:
		p.Nesting = "marks"
	case t.dotted > 0:
		p.Nesting = "dots"
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
	for what, says := range map[string]string{"nesting": p.Nesting, "slots": p.Slots, "yes": strings.Join(p.Yes, ", "), "no": strings.Join(p.No, ", ")} {
		if says != "" {
			out[what] = says
		}
	}
	return out
}
