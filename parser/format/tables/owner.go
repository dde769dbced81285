package tables

import (
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model/names"
	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format/tables/prose"
	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
	"github.com/docgen-go/docgen/parser/prefilter"
)

// A tableRead is a table of a call, read row by row.
type tableRead struct {
	part   part
	as     []*attribute
	answer bool
}

var (
	codeWord = prefilter.MustCompile("`([^`\\s]+)`")
	boldWord = prefilter.MustCompile(`\*\*([^*\s]+)\*\*`)
	// memberWord are words beside the name of an attribute in a label for its members.
	memberWord = prefilter.MustCompile(`(?i)\b(?:each|for|are|the|an?|in|of|every|single|nested|inner|sub|objects?|arrays?|lists?|fields?|params?|parameters?|propert(?:y|ies)|attributes?|structures?|struct|items?|elements?|members?|entr(?:y|ies)|details?|type|data|definition|description|response|request|has|contains|have|following|includes?|as|follows|below|with|is)\b|对象|数组|字段|结构体|结构|参数|说明|列表|元素|成员|中的|内的|里的|每个|每项|内容|包含|如下|详情|属性|数据|子|项|的|为`)
)

// longestSubject is how many letters say what the members of an attribute are about.
const longestSubject = 24

// mostSearched is in how many tables above it the attribute is looked for that a label
// names.
const mostSearched = 32

// owner returns the attribute whose members the table of part i lists, by the label or
// the heading directly above it: `data` object, `data`中的`owner`对象. named says that
// the label names members of something, whether that is found or not.
func (r *reading) owner(c *call, i int, read []tableRead) (of *attribute, named bool) {
	label := r.labelAbove(c, i)
	if label == "" || len(label) > longestLabel*2 {
		return nil, false
	}
	answer := c.parts[i].section == vocabulary.Response || c.parts[i].section == vocabulary.ResponseExample
	above := slices.DeleteFunc(slices.Clone(read[max(0, len(read)-mostSearched):]), func(t tableRead) bool {
		return t.answer != answer && c.parts[i].section != vocabulary.Unknown
	})
	if of := ofSubject(above, label); of != nil {
		return of, true
	}
	plain := prose.Plain(label)
	rest := strings.TrimSpace(strings.Trim(memberWord.ReplaceAllString(plain, " "), " :：.,*-#"))
	path := namesOf(label)
	for _, n := range path {
		rest = strings.TrimSpace(strings.ReplaceAll(rest, n, ""))
	}
	said := memberWord.MatchString(plain)
	switch {
	case len(path) == 0 && prose.IsName(rest):
		path = []string{rest}
		said = false
	case len(path) > 0 && strings.HasPrefix(strings.TrimLeft(label, "*# "), "`") && len([]rune(rest)) <= longestSubject:
		// `source` settings
	case len(path) == 0 || strings.Trim(rest, " ()（）:：.,、*-#>[]") != "":
		return nil, false
	}
	for _, t := range slices.Backward(above) {
		if of := findPath(t.as, path, sameText); of != nil {
			return of, true
		}
		if of := pluralOf(t.as, path); of != nil {
			return of, true
		}
	}
	if of := memberNamed(above, path); of != nil && said {
		return of, true
	}
	return nil, said && len(path) > 0
}

// memberNamed returns the attribute that a label names within one of a row, which no row has: the
// members of `list` in `data`, below a row for data alone.
func memberNamed(read []tableRead, path []string) *attribute {
	last := len(path) - 1
	if last < 1 {
		return nil
	}
	for _, t := range slices.Backward(read) {
		of := holderOf(t.as, path[:last])
		if of == nil || !of.typed || !mayHaveMembers(of.typ.Expr) || of.typ.Expr.Op == decl.Array {
			continue
		}
		member := made(step{path[last], 0}, of)
		of.children = append(of.children, member)
		return member
	}
	return nil
}

// holderOf returns the attribute at the end of a path of names, which may have members already.
func holderOf(as []*attribute, path []string) *attribute {
	for _, a := range as {
		if a.name.Text != path[0] {
			continue
		}
		if len(path) == 1 {
			return a
		}
		return holderOf(a.children, path[1:])
	}
	return nil
}

// ofSubject returns the attribute that a label names in words.
func ofSubject(read []tableRead, label string) *attribute {
	var known map[string]bool
	for _, path := range subjectsOf(label, func(name string) bool {
		if known == nil {
			known = map[string]bool{}
			for _, t := range read {
				attributeLetters(t.as, known)
			}
		}
		return known[name]
	}) {
		for _, same := range []func(a, b string) bool{sameText, sameLetters} {
			for _, t := range slices.Backward(read) {
				if of := findPath(t.as, path, same); of != nil {
					return of
				}
			}
		}
	}
	return nil
}

func sameText(a, b string) bool { return a == b }

// sameLetters reports whether two names differ but in how their words are parted.
func sameLetters(a, b string) bool { return letters(a) == letters(b) }

// namesOf are the names that a label marks, cut at dots.
func namesOf(label string) []string {
	found := codeWord.FindAllStringSubmatch(label, -1)
	if found == nil {
		found = boldWord.FindAllStringSubmatch(label, -1)
	}
	var out []string
	for _, m := range found {
		steps := stepsOf(strings.Trim(m[1], ":：.[]"))
		if steps == nil {
			return nil
		}
		for _, s := range steps {
			out = append(out, s.name)
		}
	}
	return out
}

// labelAbove is the line directly above a table of a call: the last of a text, or a
// heading.
func (r *reading) labelAbove(c *call, i int) string {
	for i--; i >= 0; i-- {
		switch p := c.parts[i]; p.kind {
		case tagBlock:
		case headingBlock:
			return p.title
		case textBlock:
			text := strings.TrimSpace(r.document.text[p.start:p.end])
			if _, ok := labelOf(text); !ok {
				return ""
			}
			return strings.TrimLeft(text[strings.LastIndexByte(text, '\n')+1:], "-*+> ")
		default:
			return ""
		}
	}
	return ""
}

// pluralOf returns the attribute that holds several of what a label names, and makes it a
// list where nothing says what it is: each `sail` of `sails`.
func pluralOf(as []*attribute, path []string) *attribute {
	for _, a := range as {
		if len(path) == 1 && a.name.Text != path[0] && names.Singular(a.name.Text) == path[0] && len(a.children) == 0 && mayHaveMembers(a.typ.Expr) {
			if a.typ.Expr == nil || a.typ.Expr.Is("any") {
				a.typ.Expr = arrayOfObjects
			}
			return a
		}
	}
	return nil
}

// findPath returns the attribute at the end of a path of names that can have members,
// and has none yet. What stands in between may be left out.
func findPath(as []*attribute, names []string, same func(a, b string) bool) *attribute {
	for _, a := range as {
		switch {
		case !same(a.name.Text, names[0]):
		case len(names) > 1:
			if of := findPath(a.children, names[1:], same); of != nil {
				return of
			}
		case len(a.children) == 0 && mayHaveMembers(a.typ.Expr):
			return a
		}
	}
	for _, a := range as {
		if of := findPath(a.children, names, same); of != nil {
			return of
		}
	}
	return nil
}

// mayHaveMembers reports whether a type has members or does not say what it has.
func mayHaveMembers(e *decl.Expr) bool {
	switch {
	case e == nil:
		return true
	case e.Op == decl.Array:
		return mayHaveMembers(e.Args[0])
	case e.Op == decl.Union:
		for _, a := range e.Args {
			if mayHaveMembers(a) {
				return true
			}
		}
		return false
	}
	return e.Op == decl.Object || e.Op == decl.Map || e.Is("any")
}

// inBody are attributes that are no slots of the path.
func inBody(as []*attribute, e *endpoint) []*attribute {
	slots := names.Slots(e.op.Path)
	var out []*attribute
	for _, a := range as {
		if slotOf(slots, a.name.Text) == "" {
			out = append(out, a)
		}
	}
	return out
}

// readTables reads the tables of a call. What a label says to be members of an
// attribute stands below it.
func (r *reading) readTables(e *endpoint) []tableRead {
	var out []tableRead
	r.tables = nil
	if e.call.multiplexed() {
		r.unreadMultiplexed(e)
		return nil
	}
	shown, sent := byName(r.shown), byName(r.sent)
	for i, p := range e.call.parts {
		if p.kind != tableBlock || e.call.isStatement(p.block) || isOfOther(e, p.label) || isOfOtherAction(e, p) {
			continue
		}
		if len(out) > 0 && distribute(p.table, out[len(out)-1].as) {
			r.read[p.block] = true
			continue
		}
		if r.valued(p, out) {
			continue
		}
		as, answer := r.tableOf(e, p)
		if len(as) == 0 {
			continue
		}
		typeByOwnExample(as)
		if answer {
			as = r.nestAsShown(p, as)
			membersBySent(as, shown)
			typeByExample(as, shown)
		} else {
			needsByLabel(as, p.label)
			as = append(as, r.sentBesides(e, p, as, sent)...)
			membersBySent(inBody(as, e), sent)
			typeBySent(inBody(as, e), sent)
			typeBySent(inBody(as, e), r.sentJSON)
		}
		if r.ofText(e.call, i, as, out) {
			continue
		}
		of, named := r.owner(e.call, i, out)
		if of != nil {
			of.children = append(of.children, as...)
			continue
		}
		if owners := r.ownersByType(e.call, i, out); len(owners) > 0 {
			for _, of := range owners {
				of.children = append(of.children, as...)
			}
			continue
		}
		if named && len(out) > 0 {
			r.problem(p.start, p.table.HeadRow.End, "unplaced-members", "the label above this table names what its rows are members of, but no row above has that name; they are read as members of the whole", "")
		}
		out = append(out, tableRead{p, as, answer})
		r.tables = out
	}
	return out
}
