// Package dialecttest tests implementations of dialect.Dialect by tables of
// printed code spans, and with code spans that nobody would print.
//
// It is not part of the compatibility promise.
package dialecttest

import (
	"strconv"
	"strings"
	"testing"

	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format/sdkdocs/dialect"
)

// A Case is a code span and what it says, as Item or Signature prints it. The
// code span of an item may follow those of the items above it, each before
// " >> ".
type Case [2]string

// Items holds what the dialect reads from items against the cases.
func Items(t *testing.T, d dialect.Dialect, cases []Case) {
	t.Helper()
	for _, tc := range cases {
		var owner *decl.Item
		got := ""
		for code := range strings.SplitSeq(tc[0], " >> ") {
			it, ok, err := d.Item(code, owner)
			got = Item(it, ok, err)
			owner = it
		}
		if got != tc[1] {
			t.Errorf("%s\n got %s\nwant %s", tc[0], got, tc[1])
		}
	}
}

// Signatures holds what the dialect reads from signatures against the cases.
func Signatures(t *testing.T, d dialect.Dialect, cases []Case) {
	t.Helper()
	for _, tc := range cases {
		s, ok := d.Signature(tc[0])
		if got := Signature(s, ok); got != tc[1] {
			t.Errorf("%s\n got %s\nwant %s", tc[0], got, tc[1])
		}
	}
}

// Item prints what was read from an item:
//
//	field name? null integer, native Name
//	named Parcel object
//	variant "sea"
//	prose
func Item(it *decl.Item, ok bool, err error) string {
	if !ok {
		return "prose"
	}
	words := []string{[...]string{"field", "named", "variant"}[it.Form]}
	if it.Wrapper {
		words = append(words, "wrapper")
	}
	if it.Name != "" {
		words = append(words, it.Name+mark(it.Optional, "?"))
	}
	if it.Nullable {
		words = append(words, "null")
	}
	if err != nil {
		words = append(words, "unreadable")
	} else {
		words = append(words, Expr(it.Expr))
	}
	return strings.Join(words, " ") + mark(it.Native != "", ", native "+it.Native)
}

func mark(set bool, text string) string {
	if set {
		return text
	}
	return ""
}

// Expr prints an expression in one notation for all dialects: [T] is an array
// of T, {T} a map to T.
func Expr(e *decl.Expr) string {
	switch e.Op {
	case decl.Array:
		return "[" + Expr(e.Args[0]) + "]"
	case decl.Map:
		return "{" + Expr(e.Args[0]) + "}"
	case decl.Object:
		return strings.TrimSpace(e.Text + " object" + mark(e.Braces, "("+strings.Join(withMore(e.Fields, e.More), " ")+")"))
	case decl.Union:
		var alts []string
		for _, a := range e.Args {
			alts = append(alts, Expr(a))
		}
		return strings.Join(withMore(alts, e.More), "|")
	}
	return e.Text
}

func withMore(list []string, more int) []string {
	if more == 0 {
		return list
	}
	return append(list[:len(list):len(list)], "+"+strconv.Itoa(more))
}

// Signature prints what was read from a signature:
//
//	parcels.list(ParcelListParams) Parcel, page Page
func Signature(s decl.Signature, ok bool) string {
	if !ok {
		return "prose"
	}
	out := strings.TrimRight(strings.Join(s.Names, ".")+"("+s.Params+") "+s.Returns, " ")
	return out + mark(s.Page != "", ", page "+s.Page) + mark(s.Stream, ", stream of "+s.Event)
}
