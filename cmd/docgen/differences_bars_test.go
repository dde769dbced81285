package main

import "github.com/docgen-go/docgen/model/verify"

// scopeBars are what references in tables reach by their structures. They are raised
// when reading gets better and never lowered.
var scopeBars = map[string][]scopeBar{
	"discord": {
		{verify.ScopeParameters, verify.Parameters, 417, 99, 97.8},
	},
}
