package main

import "github.com/docgen-go/docgen/model/verify"

// scopeBars are what references in tables reach by their structures. They are raised
// when reading gets better and never lowered.
var scopeBars = map[string][]scopeBar{
	// The document of gitlab is four years younger, so that recall says little, and it
	// has string where nobody wrote a type.
	"gitlab": {
		{verify.ScopeParameters, verify.Parameters, 1289, 98.6, 69.6},
		{verify.ScopeParameters, verify.Required, 553, 99.6, 99.6},
		{verify.ScopeParameters, verify.EnumValues, 270, 99.6, 37.8},
		{verify.ScopeBody, verify.Fields, 1070, 96.4, 60.3},
		{verify.ScopeBody, verify.Required, 1048, 97.9, 97.9},
		{verify.ScopeBody, verify.Types, 1225, 95.1, 95.3},
		{verify.ScopeBody, verify.EnumValues, 211, 96.7, 53.1},
		{verify.ScopeStructures, verify.Fields, 2610, 94.2, 55.7},
	},
	"discord": {
		{verify.ScopeParameters, verify.Parameters, 417, 99, 97.8},
	},
}
