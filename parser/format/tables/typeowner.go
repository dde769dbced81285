package tables

import (
	"slices"
	"strings"

	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format/tables/prose"
)

// ownersByType are the attributes whose type is the word that the label above the table of
// part i names, and whose members the table lists: "Boat" below a row of the type Boat[].
// Their types were reported as unknown.
func (r *reading) ownersByType(c *call, i int, read []tableRead) []*attribute {
	label := r.labelAbove(c, i)
	if label == "" || len(label) > longestLabel {
		return nil
	}
	word := strings.Trim(memberWord.ReplaceAllString(prose.Plain(label), " "), " :：.,*-#()（）")
	if !prose.IsName(word) {
		return nil
	}
	var out []*attribute
	for k := len(read) - 1; k >= max(0, len(read)-mostSearched); k-- {
		out = append(out, typedAs(read[k].as, word)...)
	}
	for _, a := range out {
		r.problems = slices.DeleteFunc(r.problems, func(p decl.Problem) bool { return p.Code == "unknown-type" && p.Start == a.start })
	}
	return out
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
