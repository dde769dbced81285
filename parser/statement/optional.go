package statement

import (
	"slices"

	"github.com/docgen-go/docgen/parser/prefilter"
)

// optionalPart is a part of a path in brackets that may be left out: /boats(/:id),
// /boats(/{id}/crew), /log(/raw).
var optionalPart = prefilter.MustCompile(`\((/[:A-Za-z{<][^()\s]*)\)`)

// mostOptional is how many parts of a path may be left out: each doubles the endpoints.
const mostOptional = 2

// expanded are the operations that an operation stands for whose path has parts that may be
// left out: the one without them, and the one with them.
func expanded(op Operation) []Operation {
	ops := []Operation{op}
	for range mostOptional {
		next := ops[:0:0]
		for _, op := range ops {
			at := optionalPart.FindStringSubmatchIndex(op.Path)
			if at == nil {
				next = append(next, op)
				continue
			}
			before, after := op.Path[:at[0]], op.Path[at[1]:]
			next = append(next, Operation{op.Verb, before + after}, Operation{op.Verb, before + op.Path[at[2]:at[3]] + after})
		}
		if slices.Equal(next, ops) {
			break
		}
		ops = next
	}
	return ops
}
