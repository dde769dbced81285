package fuse

import (
	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/parser/dialect"
	"github.com/docgen-go/docgen/parser/typeexpr"
)

// precedence says whose word counts for a fact, the first before the others.
// A dialect that is not listed for a fact is not asked. It is the one place to
// change what wins.
var precedence = map[model.Fact][]string{
	// Typed languages tell whole numbers and times; TypeScript has one number.
	model.FactType: {"go", "java", "csharp", "python", "ruby", "php", "kotlin"},
	// TypeScript prints `| null`; C# prints `T?` beside `required`. Elsewhere an
	// optional value looks like one that may be null.
	model.FactNullable: {"typescript", "csharp"},
}

// rank is the place of a source in the precedence of a fact, or -1.
func rank(fact model.Fact, source model.Source) int {
	for i, name := range precedence[fact] {
		if name == string(source) {
			return i
		}
	}
	return -1
}

// beats reports whether a source may replace what has been said of a fact.
func beats(it *dialect.Item, fact model.Fact, source model.Source) bool {
	mine := rank(fact, source)
	said := it.Evidence.Of(fact)
	return mine >= 0 && (said == "" || mine < rank(fact, said))
}

// refine replaces the scalars of the spine by the more exact ones of b.
func (f *fuser) refine(a, b *dialect.Item, source model.Source) {
	if rank(model.FactType, source) < 0 {
		return
	}
	exact, changed := refined(a.Expr, b.Expr)
	if !changed {
		return
	}
	if said := a.Evidence.Of(model.FactType); said != "" && !typeexpr.Equal(exact, a.Expr) {
		f.contradiction(a, b, "type", said)
	}
	if beats(a, model.FactType, source) {
		a.Expr = exact
		a.Evidence = a.Evidence.With(model.FactType, source)
	}
}

// refined returns a with the scalars that b tells more exactly. changed is
// false where b says nothing about them.
func refined(a, b *typeexpr.Expr) (e *typeexpr.Expr, changed bool) {
	switch {
	case a.Op == typeexpr.Name && b.Op == typeexpr.Name:
		if moreExact(a.Text, b.Text) {
			return b, true
		}
	case (a.Op == typeexpr.Array || a.Op == typeexpr.Map) && a.Op == b.Op:
		if elem, ok := refined(a.Args[0], b.Args[0]); ok {
			return &typeexpr.Expr{Op: a.Op, Args: []*typeexpr.Expr{elem}}, true
		}
	case a.Op == typeexpr.Union && b.Op == typeexpr.Union && len(a.Args) == len(b.Args):
		return refinedUnion(a, b)
	}
	return a, false
}

func refinedUnion(a, b *typeexpr.Expr) (e *typeexpr.Expr, changed bool) {
	out := *a
	out.Args = make([]*typeexpr.Expr, len(a.Args))
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
func (f *fuser) null(a, b *dialect.Item, source model.Source) {
	if a.Form != dialect.Field || !f.from.Dialect.Says(model.FactNullable) || rank(model.FactNullable, source) < 0 {
		return
	}
	if said := a.Evidence.Of(model.FactNullable); said != "" && a.Nullable != b.Nullable {
		f.contradiction(a, b, "null", said)
	}
	if beats(a, model.FactNullable, source) {
		a.Nullable = b.Nullable || a.Nullable && a.Evidence.Of(model.FactNullable) == ""
		a.Evidence = a.Evidence.With(model.FactNullable, source)
	}
}

// required compares what both dialects say; the spine's word stands.
func (f *fuser) required(a, b *dialect.Item) {
	if a.Form == dialect.Field && f.from.Dialect.Says(model.FactRequired) && a.Optional != b.Optional {
		f.contradiction(a, b, "required", "http")
	}
}

func (f *fuser) contradiction(a, b *dialect.Item, what string, said model.Source) {
	f.problems = append(f.problems, dialect.Problem{
		Code: "dialects-disagree", Start: a.Start, End: a.End,
		Message: string(said) + " and " + f.from.Dialect.Name() + " pages disagree on " + what + " of \"" + a.Name + "\" (see " + f.from.At(b) + ")",
		Help:    "the word of the " + string(said) + " pages counts unless the precedence says otherwise",
	})
}
