package tables

import (
	"slices"
	"strings"

	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format/tables/prose"
	"github.com/docgen-go/docgen/parser/prefilter"
)

// ownersByType are the attributes whose type is the word that the label above the table of
// part i names, and whose members the table lists: "Boat" below a row of the type Boat[].
// Their types were reported as unknown.
func (r *reading) ownersByType(c *call, i int, read []tableRead) []*attribute {
	label := r.labelAbove(c, i)
	if label == "" || len(label) > longestLabel {
		return nil
	}
	label = caption.ReplaceAllString(label, "")
	word := strings.Trim(memberWord.ReplaceAllString(prose.Plain(label), " "), " :：.,*-#()（）")
	if !prose.IsName(word) {
		return nil
	}
	var out []*attribute
	for k := len(read) - 1; k >= max(0, len(read)-mostSearched); k-- {
		out = append(out, typedAs(read[k].as, word)...)
	}
	r.haveMembers(out)
	return out
}

// caption is the number of a table before its title.
var caption = prefilter.MustCompile(`(?i)^[*_ ]*(?:表|table|tabla|tabela|tableau|tabelle|таблица)\s*[0-9]+(?:[.-][0-9]+)*[ :：.、-]*`)

// haveMembers takes back that the types of attributes are unknown, whose members are known.
func (r *reading) haveMembers(as []*attribute) {
	for _, a := range as {
		r.problems = slices.DeleteFunc(r.problems, func(p decl.Problem) bool {
			return p.Code == "unknown-type" && p.Start == a.start && prose.IsName(a.typ.Unknown)
		})
	}
}

// typedAs are the attributes of a type that is but an unknown word.
func typedAs(as []*attribute, word string) []*attribute {
	var out []*attribute
	for _, a := range as {
		if a.typ.Unknown == word && len(a.children) == 0 && mayHaveMembers(a.typ.Expr) {
			out = append(out, a)
		}
		out = append(out, typedAs(a.children, word)...)
	}
	return out
}
