// Package goapi is about the exported API of a generated Go package: what it
// declares, how that differs between two revisions, whether code that used the
// one compiles with the other, and what in the pages caused it.
//
// It is not part of the compatibility promise.
package goapi

import (
	"slices"
	"strings"
)

// A Kind says what is declared.
type Kind string

// The kinds of declarations. A variant is no identifier: it is the fact that a
// type can stand where a sealed interface is wanted.
const (
	KindType    Kind = "type"
	KindField   Kind = "field"
	KindMethod  Kind = "method"
	KindFunc    Kind = "func"
	KindConst   Kind = "const"
	KindVar     Kind = "var"
	KindVariant Kind = "variant"
)

// A Decl is one exported declaration.
type Decl struct {
	Kind Kind
	// Name is the identifier, for members behind the type that has them:
	// Parcel, Parcel.Weight, ParcelService.Get. That T is a variant of I is
	// named like the conversion that it allows: I(T).
	Name string
	// Text is what the compiler holds users to: the type of a field, the
	// signature of a function without the names of its parameters, the type and
	// the value of a constant, and for a type what it is made of, where structs
	// and interfaces are just that, because their members are declared apart.
	Text string
}

// ownersOf returns the types without which a declaration could not be: that which has the
// member, or the interface and the variant that a fact is about; "" where there is none.
func ownersOf(kind Kind, name string) (owner, variant string) {
	switch kind {
	case KindField, KindMethod:
		owner, _, _ = strings.Cut(name, ".")
	case KindVariant:
		owner, variant, _ = strings.Cut(strings.TrimSuffix(name, ")"), "(")
	}
	return owner, variant
}

// OptionName is the interface of a package's options. The parameters of a method that may
// all be left out are one, so that they count as its variants.
const OptionName = "Option"

// VariantName names the fact that a type is a variant.
func VariantName(iface, variant string) string { return iface + "(" + variant + ")" }

// Sort orders declarations by name.
func Sort(decls []Decl) {
	slices.SortFunc(decls, func(a, b Decl) int { return strings.Compare(a.Name, b.Name) })
}
