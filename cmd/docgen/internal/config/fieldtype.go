package config

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model"
)

// A FieldType is what an entry of Target.Types says of a field. What it leaves
// out is as the pages say.
type FieldType struct {
	// Type is nil where only the rest changes. A ref has the ID of a type of
	// the API, which may not be there.
	Type               *model.Type
	Required, Nullable *bool
}

// Scalars are the types without a name that a field can have.
var Scalars = []string{"any", "boolean", "date", "date-time", "integer", "number", "string"}

// maxNesting is more than any API needs.
const maxNesting = 8

// ParseFieldType reads a type as docgen inspect prints it, such as "optional
// array of Parcel or null".
func ParseFieldType(text string) (FieldType, error) {
	var f FieldType
	yes, no := true, false
	words := strings.Fields(text)
	if n := len(words); n >= 2 && words[n-1] == "null" && (words[n-2] == "or" || words[n-2] == "not") {
		f.Nullable = &no
		if words[n-2] == "or" {
			f.Nullable = &yes
		}
		words = words[:n-2]
	}
	switch {
	case len(words) > 0 && words[0] == "optional":
		f.Required, words = &no, words[1:]
	case len(words) > 0 && words[0] == "required":
		f.Required, words = &yes, words[1:]
	}
	if len(words) == 0 && f != (FieldType{}) {
		return f, nil
	}
	var err error
	f.Type, err = typeOf(strings.Join(words, " "), 0)
	return f, err
}

var errFieldType = errors.New(`write a type as in "array of Parcel", "map of string" or "optional date or null"`)

func typeOf(text string, depth int) (*model.Type, error) {
	if depth > maxNesting {
		return nil, fmt.Errorf("a type nests deeper than %d", maxNesting)
	}
	kind, of := model.Kind(""), ""
	if rest, ok := strings.CutPrefix(text, "array of "); ok {
		kind, of = model.KindArray, rest
	} else if rest, ok := strings.CutPrefix(text, "map of "); ok {
		kind, of = model.KindMap, rest
	} else if rest, ok := strings.CutPrefix(text, "map["); ok && strings.HasSuffix(rest, "]") {
		kind, of = model.KindMap, rest[:len(rest)-1]
	}
	switch {
	case kind != "":
		elem, err := typeOf(of, depth+1)
		return &model.Type{Kind: kind, Elem: elem}, err
	case text == "" || strings.ContainsAny(text, " []"):
		return nil, errFieldType
	case slices.Contains(Scalars, text):
		return &model.Type{Kind: model.Kind(text)}, nil
	}
	return &model.Type{Kind: model.KindRef, Ref: text}, nil
}
