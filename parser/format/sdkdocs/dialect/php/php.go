// Package php reads the pages of PHP clients:
//
//	$client->depots->parcels->list(string depotID, ?int limit): Page<Parcel>
//	afterID?:optional string      depotID: string       a parameter
//	?\Datetime arrivedAt          "parcel" type         a member
//	Parcel                        class Parcel          a type or an alternative
//
// It is not part of the compatibility promise.
package php

import (
	"regexp"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format/sdkdocs/dialect"
)

// Dialect is the dialect of PHP clients.
type Dialect struct{}

var _ dialect.Dialect = Dialect{}

// Name returns "php".
func (Dialect) Name() string { return "php" }

// Traits say what is known of the pages. Names are its own and have to be guessed back.
func (Dialect) Traits() dialect.Traits { return traits }

var traits = dialect.Traits{
	Lead:  80,
	Word:  map[model.Fact]int{model.FactType: 60, model.FactRequired: 50},
	Names: 70,
}

// Says reports the facts that php pages state. One `?` stands for what may be
// absent and for what may be null.
func (Dialect) Says(fact model.Fact) bool {
	return fact != model.FactRequired && fact != model.FactNullable && fact != model.FactLocation
}

var call = regexp.MustCompile(`^\$\w+((?:->\w+)+)\(.*\)(?:\s*:\s*(.*))?$`)

// Signature reads the call of a method.
func (Dialect) Signature(code string) (decl.Signature, bool) {
	m := call.FindStringSubmatch(strings.TrimSpace(code))
	if m == nil {
		return decl.Signature{}, false
	}
	s := decl.Signature{Names: strings.Split(m[1][len("->"):], "->")}
	s.Returns = strings.TrimPrefix(m[2], "?")
	if wrapper, inner, ok := strings.Cut(s.Returns, "<"); ok && strings.HasSuffix(inner, ">") {
		switch {
		case strings.Contains(wrapper, "Stream"):
			s.Stream, s.Returns = true, strings.TrimSuffix(inner, ">")
		case strings.Contains(wrapper, "Page"):
			s.Page, s.Returns = wrapper, strings.TrimSuffix(inner, ">")
		}
	}
	if len(s.Names) > 0 && s.Returns == s.Names[len(s.Names)-1] {
		s.Returns = "" // a method without a result type prints its own name
	}
	return s, true
}

// Item reads a parameter, a member, a type or a value.
func (Dialect) Item(code string, owner *decl.Item) (*decl.Item, bool, error) {
	code = strings.TrimSpace(code)
	it, typ := split(code)
	if it == nil || !permits(owner, it.Form, typ) {
		return nil, false, nil
	}
	e, nullable, err := parse(typ)
	if err != nil {
		return it, it.Form != decl.Variant || owner == nil, err
	}
	it.Expr = e
	if nullable {
		it.Optional, it.Nullable = true, true
	}
	return it, true, nil
}

var (
	parameter = regexp.MustCompile(`^([\pL_][\pL\d_]*)(\?)?:\s*(optional )?\s*(\S.*)$`)
	member    = regexp.MustCompile(`^(\S.*?)\s+\$?([\pL_][\pL\d_]*)$`)
	class     = regexp.MustCompile(`^(?:class|enum|interface) ([\pL_\\][\pL\d_\\]*)$`)
)

// split tells the form of an item and returns what is left to read as a type.
func split(code string) (*decl.Item, string) {
	if m := class.FindStringSubmatch(code); m != nil {
		return &decl.Item{Form: decl.Named, Name: m[1]}, "object"
	}
	if m := parameter.FindStringSubmatch(code); m != nil {
		it := &decl.Item{Form: decl.Field, Name: decl.WireName(m[1]), Native: m[1]}
		it.Optional = m[2] != "" || m[3] != ""
		return it, m[4]
	}
	if m := member.FindStringSubmatch(code); m != nil && balanced(m[1]) {
		return &decl.Item{Form: decl.Field, Name: decl.WireName(m[2]), Native: m[2]}, m[1]
	}
	if code == "" {
		return nil, ""
	}
	return &decl.Item{Form: decl.Variant}, code
}

// permits reports whether an item of the form may stand below the owner: a
// scalar has no members, and a word in lower case is more likely a value that
// a description speaks of.
func permits(owner *decl.Item, form decl.Form, typ string) bool {
	if form != decl.Named && !plausible(typ) {
		return false
	}
	if owner == nil || owner.Expr == nil {
		return true
	}
	e := owner.Expr.Innermost()
	switch e.Op {
	case decl.Object, decl.Union:
		return true
	case decl.Name:
		return !neutral[e.Text] || e.Text == "unknown"
	}
	return false
}
