package dialect

import (
	"maps"
	"regexp"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/parser/decl"
)

// constraintKeys are those of JSON Schema, which newer pages print below a
// description as paragraphs of their own.
var constraintKeys = map[string]bool{
	"format": true, "default": true, "minimum": true, "maximum": true, "exclusiveMinimum": true,
	"exclusiveMaximum": true, "multipleOf": true, "minLength": true, "maxLength": true, "minItems": true,
	"maxItems": true, "uniqueItems": true, "minProperties": true, "maxProperties": true, "pattern": true,
}

var constraintKey = regexp.MustCompile(`(?:^|, )(` + strings.Join(slices.Sorted(maps.Keys(constraintKeys)), "|") + `): `)

// readFacts reads a paragraph that holds nothing but constraints:
//
//	minLength: 1, maxLength: 255
func readFacts(paragraph string) decl.Facts {
	if key, _, ok := strings.Cut(paragraph, ": "); !ok || !constraintKeys[key] || strings.Contains(paragraph, "\n") {
		return nil
	}
	at := constraintKey.FindAllStringSubmatchIndex(paragraph, -1)
	if len(at) == 0 || at[0][0] != 0 {
		return nil
	}
	facts := decl.Facts{}
	for i, m := range at {
		key, end := paragraph[m[2]:m[3]], len(paragraph)
		last := i+1 == len(at) || freeText[key] && !plainValues(paragraph, at[i+1:])
		if !last {
			end = at[i+1][0]
		}
		facts[key] = strings.TrimSpace(paragraph[m[1]:end])
		if last {
			break
		}
		if strings.ContainsAny(facts[key], " \t") && !freeText[key] {
			return nil // a sentence that starts like a constraint
		}
	}
	return facts
}

// freeText are the constraints whose values may hold anything, and so what
// looks like another constraint.
var freeText = map[string]bool{"pattern": true, "default": true}

// plainValues reports whether none of the constraints at the matches has a value
// of more than one word.
func plainValues(paragraph string, at [][]int) bool {
	for i, m := range at {
		end := len(paragraph)
		if i+1 < len(at) {
			end = at[i+1][0]
		}
		if strings.ContainsAny(paragraph[m[1]:end], " \t") {
			return false
		}
	}
	return true
}
