package tables

import (
	"slices"
	"strings"

	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
	"github.com/docgen-go/docgen/parser/prefilter"
)

// nested nests rows with marks of nesting below the rows that they belong to. The
// marks are widths: what is wider than the row above belongs to it.
func nested(flat []*attribute) []*attribute {
	var top []*attribute
	var stack []*attribute
	for _, a := range flat {
		for len(stack) > 0 && stack[len(stack)-1].name.Depth >= a.name.Depth {
			stack = stack[:len(stack)-1]
		}
		if len(stack) == 0 {
			top = append(top, a)
		} else {
			parent := stack[len(stack)-1]
			a.name.Text = strings.TrimPrefix(strings.TrimPrefix(a.name.Text, parent.name.Text+"."), parent.name.Text+"[].")
			parent.children = append(parent.children, a)
		}
		stack = append(stack, a)
	}
	return top
}

// fewestBlanks is how many blanks more a name has before it that is a member of the one above.
const fewestBlanks = 2

// nestByBlanks takes the blanks before names for marks of nesting where no others stand there, and
// each name with more of them than the one above it stands below one that may have members.
func nestByBlanks(h head, flat []*attribute) {
	if h.name != 0 || len(flat) < 2 || flat[0].row == nil {
		return
	}
	base, deeper := flat[0].row.Lead, false
	for i, a := range flat {
		if a.row == nil || a.name.Depth > 0 || a.row.Lead < base || a.row.Lead == base+1 {
			return
		}
		if i == 0 || a.row.Lead <= flat[i-1].row.Lead {
			continue
		}
		above := flat[i-1]
		if a.row.Lead < above.row.Lead+fewestBlanks || !above.typed || !mayHaveMembers(above.typ.Expr) {
			return
		}
		deeper = true
	}
	if deeper {
		for _, a := range flat {
			a.name.Depth = a.row.Lead - base
		}
	}
}

// alike gives all attributes of one row the members that stand below it.
func alike(as []*attribute) []*attribute {
	for i := len(as) - 1; i >= 0; i-- {
		alike(as[i].children)
		if i > 0 && as[i].row != nil && as[i-1].row == as[i].row && len(as[i-1].children) == 0 {
			as[i-1].children = slices.Clone(as[i].children)
		}
	}
	return as
}

var (
	pathPart = prefilter.MustCompile(`^([^.\[\]]+)((?:\[[0-9n*]*\])*)`)
	inner    = prefilter.MustCompile(`^(?:\.|\[)([^.\[\]]+)\]?((?:\[[0-9n*]*\])*)`)
)

// positionOf is a name with the place of an element: list[0].
var positionOf = prefilter.MustCompile(`^[^.\[\]]+\[[0-9]+\]$`)

// A step is one name of a dotted one; array is how many lists it stands for.
type step struct {
	name  string
	array int
}

// stepsOf cuts a.b, a[b], a[].b into steps. It returns nil for a name that is none
// of these.
func stepsOf(name string) []step {
	if !strings.ContainsAny(name, ".[]") {
		if name == "" {
			return nil
		}
		return []step{{name, 0}}
	}
	m := pathPart.FindStringSubmatch(name)
	if m == nil {
		return nil
	}
	steps := []step{{m[1], strings.Count(m[2], "[")}}
	for rest := name[len(m[0]):]; rest != ""; {
		m = inner.FindStringSubmatch(rest)
		if m == nil || m[1] == "" {
			return nil
		}
		steps = append(steps, step{m[1], strings.Count(m[2], "[")})
		rest = rest[len(m[0]):]
	}
	return steps
}

// dotted nests rows whose names are paths below the rows that these lead through. A
// path may begin with the own name of a member that has the row above, or the rows above of
// whose members that is the last, and one that leads through no row makes one.
func dotted(rows []*attribute) []*attribute {
	partColons(rows)
	partStars(rows)
	byName := map[string]*attribute{}
	for _, a := range rows {
		a.children = dotted(a.children)
		if s := stepsOf(a.name.Text); len(s) == 1 {
			byName[s[0].name] = a
		}
	}
	var out []*attribute
	byLast := map[string][]*attribute{} // members, by their own names
	var last *attribute                 // of the row above
	for _, a := range rows {
		s := stepsOf(a.name.Text)
		switch {
		case len(s) == 0 || s[0].array > 0 && positionOf.MatchString(a.name.Text):
			out = append(out, a)
		case len(s) == 1 && saysElement(rows, a, s[0]):
		case len(s) == 1:
			if a.name.Text != s[0].name { // ids[]: a list
				a.name.Text = s[0].name
				a.makeArray(s[0].array)
			}
			out = append(out, a)
		default:
			at := byName[s[0].name]
			if of := byLast[s[0].name]; at == nil && len(of) == 1 && (of[0] == last || slices.Contains(of[0].children, last)) && of[0].typed && mayHaveMembers(of[0].typ.Expr) {
				at = of[0] // data.list, list.id
			}
			if at == nil {
				at = made(s[0], a)
				byName[s[0].name] = at
				out = append(out, at)
			}
			if a.isNeededBy(s[:len(s)-1]) {
				a.need = vocabulary.Yes
			}
			at.nestAt(s[1:], a)
			byLast[s[len(s)-1].name] = append(byLast[s[len(s)-1].name], a)
		}
		last = a
	}
	return out
}

// isNeededBy reports whether a row says that the attribute that it is a member of
// requires it: "required by: `links`" is required wherever links are.
func (a *attribute) isNeededBy(parent []step) bool {
	rest, ok := strings.CutPrefix(vocabulary.Fold(a.needed), "required by")
	if !ok {
		return false
	}
	var path []string
	for _, s := range parent {
		path = append(path, strings.ToLower(s.name))
	}
	named := strings.FieldsFunc(rest, func(r rune) bool { return strings.ContainsRune(" :.[]`", r) })
	return slices.Equal(named, path) || len(named) == 1 && named[0] == path[len(path)-1]
}

// partColons writes names that are paths with colons, files:path, with dots. A colon
// is part of a name unless another row is named by what stands before one.
func partColons(rows []*attribute) {
	named := map[string]bool{}
	for _, a := range rows {
		named[a.name.Text] = true
	}
	paths := map[string]bool{} // by their first names
	for _, a := range rows {
		for i, c := range a.name.Text {
			if c == ':' && named[a.name.Text[:i]] {
				first, _, _ := strings.Cut(a.name.Text, ":")
				paths[first] = true
			}
		}
	}
	for _, a := range rows {
		if first, _, ok := strings.Cut(a.name.Text, ":"); ok && paths[first] {
			a.name.Text = strings.ReplaceAll(a.name.Text, ":", ".")
		}
	}
}

// partStars writes names that lead through each element of a list by a star, users.*.email, as
// users[].email. Below a row that is an object the star stands for any key of it.
func partStars(rows []*attribute) {
	for _, a := range rows {
		first, rest, ok := strings.Cut(a.name.Text, ".*")
		if !ok || rest != "" && rest[0] != '.' {
			continue
		}
		i := slices.IndexFunc(rows, func(b *attribute) bool { return b.name.Text == first })
		if i < 0 || rows[i].typ.Expr == nil || rows[i].typ.Expr.Op == decl.Array {
			a.name.Text = first + "[]" + strings.ReplaceAll(rest, ".*", "[]")
		}
	}
}

// saysElement gives the list that another row is, of which that says no more, the type and the
// description of its elements: tags (array), tags[] (string). It reports whether it did.
func saysElement(rows []*attribute, a *attribute, s step) bool {
	if s.array != 1 || !a.typed || a.typ.Expr == nil || len(a.children) > 0 {
		return false
	}
	i := slices.IndexFunc(rows, func(b *attribute) bool { return b.name.Text == s.name })
	if i < 0 || rows[i].typ.Expr == nil || rows[i].typ.Expr.Op != decl.Array || len(rows[i].typ.Expr.Args) != 1 || !rows[i].typ.Expr.Args[0].Is("any") || len(rows[i].children) > 0 {
		return false
	}
	rows[i].typ.Expr = arrayOf(a.typ.Expr)
	rows[i].doc = strings.TrimPrefix(rows[i].doc+"\n\n"+a.doc, "\n\n")
	return true
}

// made is an attribute that only the paths of others name.
func made(s step, by *attribute) *attribute {
	a := &attribute{start: by.start, end: by.end, location: by.location, typed: true}
	a.name.Text = s.name
	a.typ.Expr = objectExpr
	a.made = true
	a.makeArray(s.array)
	return a
}

// nestAt nests an attribute below another one at the end of the steps.
func (a *attribute) nestAt(steps []step, row *attribute) {
	for len(steps) > 1 {
		var next *attribute
		for _, c := range a.children {
			if c.name.Text == steps[0].name {
				next = c
			}
		}
		if next == nil {
			next = made(steps[0], row)
			a.children = append(a.children, next)
		}
		a, steps = next, steps[1:]
	}
	row.name.Text = steps[0].name
	row.makeArray(steps[0].array)
	a.children = append(a.children, row)
}
