package fuse

import (
	"cmp"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/parser/decl"
)

// noWord is the rank of a source that is not asked for a fact.
const noWord = -1

// rank is how much the word of a source counts for a fact, the lowest most, or
// noWord. A source is a dialect that had a say in the unit.
func (f *fuser) rank(fact model.Fact, source model.Source) int {
	for _, d := range f.heard {
		if d.Name() == string(source) {
			if word, ok := d.Traits().Word[fact]; ok {
				return word
			}
			return noWord
		}
	}
	return noWord
}

// said is who said a fact of an item of the base so far, or "" where nobody
// did who knows it.
func (f *fuser) said(a *decl.Item, fact model.Fact) model.Source {
	if by := a.Evidence.Of(fact); f.rank(fact, by) != noWord {
		return by
	}
	if d := f.base.Dialect; d.Says(fact) && d.Traits().Says(fact) {
		return model.Source(d.Name())
	}
	return ""
}

// beats reports whether the reading may replace what has been said of a fact.
func (f *fuser) beats(a *decl.Item, fact model.Fact) bool {
	mine, said := f.rank(fact, f.source), f.said(a, fact)
	return mine != noWord && (said == "" || mine < f.rank(fact, said))
}

// refine replaces the scalars of the base by the more exact ones of b.
func (f *fuser) refine(a, b *decl.Item) {
	if !f.traits.IsExact() {
		return
	}
	exact, changed := refined(a.Expr, b.Expr)
	if !changed {
		return
	}
	if said := f.said(a, model.FactType); said != "" && !decl.Equal(exact, a.Expr) {
		f.contradiction(a, b, model.FactType, said)
	}
	if f.beats(a, model.FactType) {
		a.Expr = exact
		a.Evidence = a.Evidence.With(model.FactType, f.source)
	}
}

// refined returns a with the scalars that b tells more exactly. changed is
// false where b says nothing about them.
func refined(a, b *decl.Expr) (e *decl.Expr, changed bool) {
	switch {
	case a.Op == decl.Name && b.Op == decl.Name:
		if moreExact(a.Text, b.Text) {
			return b, true
		}
	case (a.Op == decl.Array || a.Op == decl.Map) && a.Op == b.Op:
		if elem, ok := refined(a.Args[0], b.Args[0]); ok {
			return &decl.Expr{Op: a.Op, Args: []*decl.Expr{elem}}, true
		}
	case a.Op == decl.Union && b.Op == decl.Union && len(a.Args) == len(b.Args):
		return refinedUnion(a, b)
	}
	return a, false
}

func refinedUnion(a, b *decl.Expr) (e *decl.Expr, changed bool) {
	out := *a
	out.Args = make([]*decl.Expr, len(a.Args))
	for i := range a.Args {
		alt, ok := refined(a.Args[i], b.Args[i])
		out.Args[i], changed = alt, changed || ok
	}
	return &out, changed
}

// exact lists the scalars that a scalar of the http pages can be.
var exact = map[string][]string{
	"number": {"integer", "float"},
	"string": {"date-time", "date", "file"},
	// What another dialect has refined already.
	"integer": {"float"}, "float": {"integer"},
	"date-time": {"date"}, "date": {"date-time"},
	"unknown": {"file"},
}

func moreExact(have, other string) bool {
	if have == other {
		return have != "number" // text that a typed language calls text is no time
	}
	for _, e := range exact[have] {
		if e == other {
			return true
		}
	}
	return false
}

// null takes from a dialect that knows it whether a field may be null.
func (f *fuser) null(a, b *decl.Item) {
	if a.Form != decl.Field || !f.from.Dialect.Says(model.FactNullable) || !f.traits.Says(model.FactNullable) {
		return
	}
	said := f.said(a, model.FactNullable)
	if said != "" && a.Nullable != b.Nullable {
		f.contradiction(a, b, model.FactNullable, said)
	}
	if f.beats(a, model.FactNullable) {
		a.Nullable = b.Nullable || a.Nullable && said == ""
		a.Evidence = a.Evidence.With(model.FactNullable, f.source)
	}
}

// required compares what both dialects say; the base's word stands.
func (f *fuser) required(a, b *decl.Item) {
	both := f.base.Dialect.Says(model.FactRequired) && f.from.Dialect.Says(model.FactRequired)
	if a.Form == decl.Field && both && a.Optional != b.Optional {
		said := cmp.Or(a.Evidence.Of(model.FactRequired), model.Source(f.base.Dialect.Name()))
		f.contradiction(a, b, model.FactRequired, said)
	}
}

// contradiction reports that two dialects say a fact differently, and whose
// word counts.
func (f *fuser) contradiction(a, b *decl.Item, fact model.Fact, said model.Source) {
	counts := said
	if fact != model.FactRequired && f.beats(a, fact) {
		counts = f.source
	}
	f.problems = append(f.problems, decl.Problem{
		Code: "dialects-disagree", File: a.File, Start: a.Start, End: a.End,
		Message: string(said) + " and " + f.from.Dialect.Name() + " pages disagree on " + factWords[fact] + " of \"" + a.Name + "\"",
		Help:    "the word of the " + string(counts) + " pages counts",
		Related: []diag.Related{{Span: f.from.span(b), Message: "what the " + f.from.Dialect.Name() + " page says"}},
	})
}

// factWords are facts as sentences name them.
var factWords = map[model.Fact]string{
	model.FactType: "the type", model.FactNullable: "whether null is a value", model.FactRequired: "the presence",
}
