package goapi

import (
	"slices"

	"github.com/docgen-go/docgen/model/diff"
)

// A reachKind is by what a change reaches code.
type reachKind int

const (
	// byCaller is by the methods that code calls: it need not name what the change
	// is about, such as a parameter that became required. Kinds that nothing is
	// known of are here, too.
	byCaller reachKind = iota
	// byMember is by the member, parameter, type or value that the change is about.
	byMember
	// byNothing is a change that code which was there before it cannot refer to.
	byNothing
)

// ofMembers are the kinds that concern nobody who does not name the member.
var ofMembers = map[diff.Kind]bool{
	diff.ParamRemovedRequired: true, diff.ParamRemovedOptional: true, diff.ParamRenamed: true, diff.ParamMoved: true, diff.StyleChanged: true,
	diff.FieldRemovedRequired: true, diff.FieldRemovedOptional: true, diff.FieldRenamed: true, diff.FieldMoved: true,
	diff.BecameOptional: true, diff.BecameNullable: true, diff.NeverNull: true,
	diff.BecameReadOnlyRequired: true, diff.BecameReadOnlyOptional: true, diff.NoLongerReadOnlyOptional: true,
	diff.BecameWriteOnly: true, diff.NoLongerWriteOnly: true,
	diff.LimitTightened: true, diff.LimitLoosened: true, diff.LimitChanged: true,
	diff.TypeChanged: true, diff.TypeWidened: true, diff.TypeNarrowed: true, diff.FormatChanged: true,
	diff.VariantAdded: true, diff.VariantRemoved: true,
	diff.DiscriminatorAdded: true, diff.DiscriminatorRemoved: true, diff.DiscriminatorChanged: true,
	diff.EnumValueAdded: true, diff.EnumValueRemoved: true, diff.KnownValueAdded: true, diff.KnownValueRemoved: true,
	diff.EnumOpened: true, diff.EnumClosed: true, diff.ValueRenamed: true,
	diff.TypeRemoved: true, diff.TypeRenamed: true, diff.Deprecated: true, diff.Undeprecated: true,
}

// reachOf returns by what a finding reaches code.
func reachOf(f diff.Finding) reachKind {
	switch f.Kind {
	case diff.ResourceAdded, diff.MethodAdded, diff.EventAdded, diff.TypeAdded, diff.ServerAdded, diff.ParamAddedOptional, diff.FieldAddedOptional:
		return byNothing
	case diff.FieldAddedRequired:
		if len(f.In) > 0 && !slices.Contains(f.In, diff.Request) {
			return byNothing
		}
	case diff.BecameRequired:
		if len(f.In) > 0 && !slices.Contains(f.In, diff.Request) {
			return byMember
		}
	}
	if ofMembers[f.Kind] {
		return byMember
	}
	return byCaller
}

// requests reports whether a kind concerns only the methods that take the value in a
// request.
func requests(k diff.Kind) bool {
	return k == diff.FieldAddedRequired || k == diff.BecameRequired || k == diff.NoLongerReadOnlyRequired
}
