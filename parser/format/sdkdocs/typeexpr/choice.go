package typeexpr

import "github.com/docgen-go/docgen/parser/decl"

// Args are type arguments. Pages shorten long lists: More counts those that
// are announced and not listed.
type Args struct {
	List []*decl.Expr
	More int
}

// A Generic makes a type of the arguments of a name, and returns nil where the
// name takes no such arguments.
type Generic func(Args) *decl.Expr

// ArrayOf is an array of its only argument.
func ArrayOf(args Args) *decl.Expr { return last(decl.Array, args, 1) }

// MapOf is a map with values of its second argument.
func MapOf(args Args) *decl.Expr { return last(decl.Map, args, 2) }

// last makes a type of the last of n arguments.
func last(op decl.Op, args Args, n int) *decl.Expr {
	if len(args.List) != n || args.More > 0 {
		return nil
	}
	return &decl.Expr{Op: op, Args: args.List[n-1:]}
}

// FirstOf is its first argument: a name that says nothing about the value.
func FirstOf(args Args) *decl.Expr {
	if len(args.List) == 0 {
		return nil
	}
	return args.List[0]
}

// Choice makes a union of alternatives, and flattens unions among them. A lone
// alternative stays what it is.
func Choice(args Args) *decl.Expr {
	u := &decl.Expr{Op: decl.Union, More: args.More}
	for _, a := range args.List {
		if a.Op == decl.Union {
			u.More += a.More
		}
		u.Args = append(u.Args, a.Alternatives()...)
	}
	u.Args = distinct(u.Args)
	if len(u.Args) == 1 && u.More == 0 {
		return u.Args[0]
	}
	return u
}

// distinct leaves out names and literals that stand there twice, as two types
// of a language may that are one on the wire.
func distinct(list []*decl.Expr) []*decl.Expr {
	type leaf struct {
		op   decl.Op
		text string
	}
	seen := make(map[leaf]bool, len(list))
	out := list[:0:0]
	for _, e := range list {
		key := leaf{e.Op, e.Text}
		if e.Op == decl.Name || e.Op == decl.Literal {
			if seen[key] {
				continue
			}
			seen[key] = true
		}
		out = append(out, e)
	}
	return out
}

// WithoutNull takes null out of the alternatives of a type and reports whether
// it was one of them: whether a value may be null is a fact of the field.
func WithoutNull(e *decl.Expr) (*decl.Expr, bool) {
	if e.Op != decl.Union {
		return e, false
	}
	kept := Args{More: e.More}
	for _, a := range e.Args {
		if !a.Is("null") {
			kept.List = append(kept.List, a)
		}
	}
	if len(kept.List) == len(e.Args) || len(kept.List) == 0 {
		return e, false
	}
	return Choice(kept), true
}
