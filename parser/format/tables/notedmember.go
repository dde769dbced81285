package tables

import (
	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format/tables/prose"
	"github.com/docgen-go/docgen/parser/prefilter"
)

// notedMember is a title for an answer that says in brackets below which member all stands
// that it lists: Response (`data` field), 出参（data 字段）.
var notedMember = prefilter.MustCompile("(?i)[(（]\\s*`?([A-Za-z_]\\w*)`?\\s*(字段|内|里|中|部分|对象|的?内容|节点|field|object|member|property|part)?\\s*[)）]\\s*[:：]?$")

// memberNoted returns the member that the label of an answer names in brackets, or "". A name
// alone is one only where it is one of the usual ones.
func memberNoted(label string) string {
	m := notedMember.FindStringSubmatch(prose.Plain(label))
	if m == nil || m[2] == "" && m[1] != "data" && m[1] != "result" {
		return ""
	}
	return m[1]
}

// withAnswer adds the attributes of a table of the answer to those of others, below the
// member that its label names.
func withAnswer(answers [][]*attribute, p part, as []*attribute) [][]*attribute {
	name := memberNoted(p.label)
	if name == "" || len(as) == 0 || hasAttribute(as, name) {
		return append(answers, as)
	}
	for _, other := range answers {
		for _, a := range other {
			if a.name.Text == name && (len(a.children) == 0 || a.made) && mayHaveMembers(a.typ.Expr) {
				a.children = append(a.children, as...)
				return answers
			}
		}
	}
	holder := &attribute{name: prose.Name{Text: name}, made: true, children: as, start: as[0].start, end: as[len(as)-1].end}
	holder.typ.Expr = &decl.Expr{Op: decl.Object}
	return append(answers, []*attribute{holder})
}
