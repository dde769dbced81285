package fuse

import (
	"cmp"

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
	// Who marks what may be left out of a request that only clients print.
	model.FactRequired: {"typescript", "csharp", "java", "cli", "php", "python"},
}

// IsExact reports whether a dialect tells whole numbers from others and times
// from text, so that its word for a scalar is the last one.
func IsExact(dialect string) bool { return rank(model.FactType, model.Source(dialect)) >= 0 }

// rank is the place of a source in the precedence of a fact, or -1.
func rank(fact model.Fact, source model.Source) int {
	for i, name := range precedence[fact] {
		if name == string(source) {
			return i
		}
	}
	return -1
}

// said is who said a fact of an item of the spine so far, or "" where nobody
// did who knows it.
func (f *fuser) said(a *dialect.Item, fact model.Fact) model.Source {
	if by := a.Evidence.Of(fact); rank(fact, by) >= 0 {
		return by
	}
	if d := f.spine.Dialect; d.Says(fact) && rank(fact, model.Source(d.Name())) >= 0 {
		return model.Source(d.Name())
	}
	return ""
}

// beats reports whether the reading may replace what has been said of a fact.
func (f *fuser) beats(a *dialect.Item, fact model.Fact) bool {
	mine, said := rank(fact, f.source), f.said(a, fact)
	return mine >= 0 && (said == "" || mine < rank(fact, said))
}

// refine replaces the scalars of the spine by the more exact ones of b.
func (f *fuser) refine(a, b *dialect.Item) {
	if rank(model.FactType, f.source) < 0 {
		return
	}
	exact, changed := refined(a.Expr, b.Expr)
	if !changed {
		return
	}
	if said := f.said(a, model.FactType); said != "" && !typeexpr.Equal(exact, a.Expr) {
		f.contradiction(a, b, model.FactType, said)
	}
	if f.beats(a, model.FactType) {
		a.Expr = exact
		a.Evidence = a.Evidence.With(model.FactType, f.source)
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
func (f *fuser) null(a, b *dialect.Item) {
	if a.Form != dialect.Field || !f.from.Dialect.Says(model.FactNullable) || rank(model.FactNullable, f.source) < 0 {
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

// required compares what both dialects say; the spine's word stands.
func (f *fuser) required(a, b *dialect.Item) {
	both := f.spine.Dialect.Says(model.FactRequired) && f.from.Dialect.Says(model.FactRequired)
	if a.Form == dialect.Field && both && a.Optional != b.Optional {
		said := cmp.Or(a.Evidence.Of(model.FactRequired), model.Source(f.spine.Dialect.Name()))
		f.contradiction(a, b, model.FactRequired, said)
	}
}

// contradiction reports that two dialects say a fact differently, and whose
// word counts.
func (f *fuser) contradiction(a, b *dialect.Item, fact model.Fact, said model.Source) {
	counts := said
	if fact != model.FactRequired && f.beats(a, fact) {
		counts = f.source
	}
	f.problems = append(f.problems, dialect.Problem{
		Code: "dialects-disagree", File: a.File, Start: a.Start, End: a.End,
		Message: string(said) + " and " + f.from.Dialect.Name() + " pages disagree on " + factWords[fact] + " of \"" + a.Name + "\" (see " + f.from.at(b) + ")",
		Help:    "the word of the " + string(counts) + " pages counts",
	})
}

// factWords are facts as sentences name them.
var factWords = map[model.Fact]string{
	model.FactType: "the type", model.FactNullable: "whether null is a value", model.FactRequired: "the presence",
}
