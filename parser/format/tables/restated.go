package tables

import (
	"cmp"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/parser/decl"
)

// A merge adds to an operation what a later statement of its endpoint says, and notes
// what that changes.
type merge struct {
	first, later drafted
	// added are the names that only the later statement lists, freed those that only
	// the first one lists and requires, differing those of which they say different
	// things.
	added, freed, differing []string
}

// add adds to an operation what another statement of it says. What only one of the
// statements lists is optional.
func (d drafted) add(e drafted) {
	m := &merge{first: d, later: e}
	m.params()
	d.op.Body = m.whole("body", d.op.Body, e.op.Body)
	m.result()
	if d.op.Doc == "" {
		d.op.Doc = e.op.Doc
	}
	if d.op.Deprecated == "" && e.op.Deprecated != "" && d.op.Title == e.op.Title {
		d.op.Deprecated = e.op.Deprecated
	}
	for _, ex := range e.op.Examples {
		ex.File = e.reading.document.file
		d.op.Examples = append(d.op.Examples, ex)
	}
	m.report()
}

// params unites the parameters outside the body.
func (m *merge) params() {
	have, more := m.first.op, m.later.op
	same := func(p decl.Param) func(decl.Param) bool {
		return func(q decl.Param) bool { return q.Location == p.Location && q.Item.Name == p.Item.Name }
	}
	asked := m.later.statedPairs()
	lists := len(more.Params) > 0 || len(more.Body) > 0 || len(asked) > 0 // else it is stated again for another answer
	for _, p := range have.Params {
		isAsked := func(pair [2]string) bool { return p.Location == "query" && p.Item.Name == pair[0] }
		if lists && p.Location != "path" && !slices.ContainsFunc(more.Params, same(p)) && !slices.ContainsFunc(asked, isAsked) {
			m.free(p.Item)
		}
	}
	for _, p := range more.Params {
		if i := slices.IndexFunc(have.Params, same(p)); i >= 0 {
			m.compare(have.Params[i].Item, p.Item)
			continue
		}
		m.take(p.Item)
		p.Item.Optional = p.Location != "path"
		have.Params = append(have.Params, p)
	}
}

func (m *merge) free(it *decl.Item) {
	if !it.Optional {
		m.freed = append(m.freed, it.Name)
		it.Optional = true
	}
}

func (m *merge) take(it *decl.Item) {
	from(it, m.later.reading)
	m.added = append(m.added, it.Name)
}

// compare notes an item of which the two statements say different things.
func (m *merge) compare(have, it *decl.Item) {
	expr := either(have, it)
	differs := !decl.Equal(have.Expr, expr) || !decl.Equal(it.Expr, expr) || have.Optional != it.Optional || have.Nullable != it.Nullable
	have.Expr, have.Optional, have.Nullable = expr, have.Optional || it.Optional, have.Nullable || it.Nullable
	for k, v := range it.Facts {
		if had, ok := have.Facts[k]; ok && had != v {
			delete(have.Facts, k) // neither holds for both
			differs = true
		}
	}
	if differs {
		m.differing = append(m.differing, have.Name)
	}
}

// either is the type of what is of one of two types.
func either(a, b *decl.Item) *decl.Expr {
	switch {
	case decl.Equal(a.Expr, b.Expr), b.Unreadable, b.Expr.Is("any"):
		return a.Expr
	case a.Unreadable, a.Expr.Is("any"):
		return b.Expr
	case a.Expr.Is("integer") && b.Expr.Is("number"):
		return b.Expr
	case a.Expr.Is("number") && b.Expr.Is("integer"):
		return a.Expr
	case len(a.Children) > 0 || len(b.Children) > 0:
		return a.Expr // whose members are those of both
	}
	return eitherExpr(a.Expr, b.Expr)
}

func eitherExpr(a, b *decl.Expr) *decl.Expr {
	if a.Op == decl.Array && b.Op == decl.Array && !decl.Equal(a, b) {
		return arrayOf(eitherExpr(a.Args[0], b.Args[0]))
	}
	out := &decl.Expr{Op: decl.Union}
	for _, e := range []*decl.Expr{a, b} {
		args := []*decl.Expr{e}
		if e.Op == decl.Union {
			args = e.Args
		}
		for _, arg := range args {
			if !slices.ContainsFunc(out.Args, func(o *decl.Expr) bool { return decl.Equal(o, arg) }) {
				out.Args = append(out.Args, arg)
			}
		}
	}
	// The word for all texts or numbers stands behind the values that are known.
	slices.SortStableFunc(out.Args, func(x, y *decl.Expr) int { return rank(x) - rank(y) })
	if len(out.Args) == 1 {
		return out.Args[0]
	}
	return out
}

func rank(e *decl.Expr) int {
	if e.Op == decl.Literal {
		return 0
	}
	return 1
}

// result unites the results.
func (m *merge) result() {
	have, more := m.first.op, m.later.op
	switch {
	case more.Returns == nil || len(more.Returns.Items) == 0:
	case have.Returns == nil || len(have.Returns.Items) == 0:
		have.Returns = more.Returns
		for _, it := range have.Returns.Items {
			from(it, m.later.reading)
		}
	default:
		have.Returns.Items = m.whole("result", have.Returns.Items, more.Returns.Items)
	}
}

// whole unites two bodies or two results. Where they are not of one shape, they are
// alternatives.
func (m *merge) whole(what string, have, more []*decl.Item) []*decl.Item {
	switch {
	case len(more) == 0:
		return have
	case len(have) == 0:
		for _, it := range more {
			m.take(it)
		}
		return more
	case isPlain(have) && isPlain(more):
		return m.united(have, more)
	case len(have) == 1 && len(more) == 1 && have[0].Expr != nil && more[0].Expr != nil && decl.Equal(have[0].Expr, more[0].Expr):
		have[0].Children = m.united(have[0].Children, more[0].Children)
		return have
	}
	first, later := asAlternative(have), asAlternative(more)
	from(later, m.later.reading)
	m.problem(more[0].Start, more[len(more)-1].End, "the "+what+" of "+m.first.endpoint.op.String()+" is of another shape than at another statement of it: both are alternatives", first)
	if first.Expr.Op == decl.Union && len(first.Children) > 0 { // of further statements
		first.Expr.Args, first.Children = append(first.Expr.Args, later.Expr), append(first.Children, later)
		return []*decl.Item{first}
	}
	return []*decl.Item{{
		Form: decl.Variant, Expr: &decl.Expr{Op: decl.Union, Args: []*decl.Expr{first.Expr, later.Expr}},
		Children: []*decl.Item{first, later}, Start: first.Start, End: first.End, File: first.File,
	}}
}

// isPlain reports whether items are the members of one object.
func isPlain(items []*decl.Item) bool {
	return !slices.ContainsFunc(items, func(it *decl.Item) bool { return it.Form != decl.Field })
}

// asAlternative returns a body or a result as one of several.
func asAlternative(items []*decl.Item) *decl.Item {
	if !isPlain(items) {
		return items[0]
	}
	return &decl.Item{Form: decl.Variant, Expr: objectExpr, Children: items, Start: items[0].Start, End: items[len(items)-1].End}
}

// united are the members of two objects. What only one of them has is optional.
func (m *merge) united(have, more []*decl.Item) []*decl.Item {
	named := func(name string) func(*decl.Item) bool {
		return func(o *decl.Item) bool { return o.Name == name }
	}
	for _, o := range have {
		if o.Form == decl.Field && !slices.ContainsFunc(more, named(o.Name)) {
			m.free(o)
		}
	}
	for _, it := range more {
		i := slices.IndexFunc(have, named(it.Name))
		if i < 0 {
			m.take(it)
			it.Optional = true
			have = append(have, it)
			continue
		}
		m.compare(have[i], it)
		switch {
		case len(it.Children) == 0:
		case len(have[i].Children) > 0:
			have[i].Children = m.united(have[i].Children, it.Children)
		default:
			for _, c := range it.Children {
				from(c, m.later.reading)
			}
			fill(have[i], it)
		}
	}
	return have
}

// report tells what the later statement changed.
func (m *merge) report() {
	var said []string
	for _, part := range []struct {
		names []string
		says  string
	}{
		{m.added, "only here: "}, {m.freed, "only there: "}, {m.differing, "said differently: "},
	} {
		if len(part.names) > 0 {
			said = append(said, part.says+strings.Join(part.names, ", "))
		}
	}
	if len(said) == 0 {
		return
	}
	at := m.later.endpoint.statement()
	m.problem(at.Start, at.End, m.first.endpoint.op.String()+" is stated more than once with different attributes; it is read as one method that allows all of them: "+strings.Join(said, "; "), nil)
}

// problem reports something of the later statement beside the place of the first one.
func (m *merge) problem(start, end int, message string, first *decl.Item) {
	d := m.first
	at := d.endpoint.statement()
	span := d.reading.document.file.Span(at.Start, at.End)
	if first != nil {
		span = cmp.Or(first.File, d.reading.document.file).Span(first.Start, first.End)
	}
	r := m.later.reading
	r.problems = append(r.problems, decl.Problem{
		Code: "stated-twice", Start: start, End: end, Message: message,
		Related: []diag.Related{{Span: span, Message: "the other statement"}},
	})
}

// from notes which page an item stands on that is moved to the unit of another one.
func from(it *decl.Item, r *reading) {
	it.File = r.document.file
	for _, c := range it.Children {
		from(c, r)
	}
}
