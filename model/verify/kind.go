package verify

import "slices"

// A Kind is a kind of fact that is counted.
type Kind string

// The kinds, in the order of the report.
const (
	Operations Kind = "operations"  // verb and path
	Parameters Kind = "parameters"  // name and place
	Fields     Kind = "fields"      // name, in a body or a response
	Required   Kind = "required"    // of a parameter or field that both have
	Types      Kind = "types"       // JSON types, alternatives of a union one by one
	EnumValues Kind = "enum-values" // each value
	Constants  Kind = "constants"   // the one value that is allowed
	Nullable   Kind = "nullable"    // of a parameter or field that both have
	Deprecated Kind = "deprecated"  // of an operation, parameter, field or alternative that both have
	Integers   Kind = "integers"    // which numbers are integers
	Formats    Kind = "formats"     // date-time, uuid, int32 …
	Defaults   Kind = "defaults"    // of a parameter or field that both have
	Limits     Kind = "limits"      // each bound
)

// Kinds are all kinds, in the order of the report.
func Kinds() []Kind { return slices.Clone(kinds) }

// SignedKinds are the kinds that every reference page states in the signature
// of an item. The others stand in prose, in some generations of the pages only,
// or nowhere, and are inferred as far as that goes.
func SignedKinds() []Kind { return slices.Clone(kinds[:Nullable.index()]) }

var kinds = []Kind{
	Operations, Parameters, Fields, Required, Types, EnumValues, Constants,
	Nullable, Deprecated, Integers, Formats, Defaults, Limits,
}

const kindCount = 13

func (k Kind) index() int { return slices.Index(kinds, k) }

// A Tally counts the facts of one kind: how many each side states, and how
// many of them both state alike. Unmentioned are those of the spec whose word
// stands nowhere in the pages.
type Tally struct {
	Docs        int `json:"docs"`
	Spec        int `json:"spec"`
	Both        int `json:"both"`
	Unmentioned int `json:"unmentioned"`
}

// Precision is the share, in percent, of the facts of docs that spec states
// too; 100 where docs states none.
func (t Tally) Precision() float64 { return percent(t.Both, t.Docs) }

// Recall is the share, in percent, of the facts of spec that docs states too;
// 100 where spec states none.
func (t Tally) Recall() float64 { return percent(t.Both, t.Spec) }

// RecallOfMentioned is Recall over what the pages could say: without the facts
// whose word they never mention.
func (t Tally) RecallOfMentioned() float64 { return percent(t.Both, t.Spec-t.Unmentioned) }

func percent(part, whole int) float64 {
	if whole == 0 {
		return 100
	}
	return 100 * float64(part) / float64(whole)
}
