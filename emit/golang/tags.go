package golang

import (
	"strings"
	"unicode"

	"github.com/docgen-go/docgen/emit/golang/gosrc"
	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
)

// CodeStructTag says that encoding/json has no spelling for a member's name.
const CodeStructTag diag.Code = "struct-tag"

// checkTags reports members whose name no struct tag can carry. They are read
// and written like all others, because the generated code goes by the table of
// fields and not by tags.
func (g *generator) checkTags() {
	check := func(fields []*model.Field) {
		for _, f := range fields {
			if !taggable(f.Name) {
				g.diags.Add(CodeStructTag, diag.Info, f.Span, "the name %q does not fit a struct tag; its field has none", f.Name)
			}
		}
	}
	for _, t := range g.api.Types {
		if t.Type != nil {
			check(t.Type.Fields)
		}
	}
	for _, m := range g.api.Methods {
		if m.Body != nil && m.Body.Type != nil {
			check(m.Body.Type.Fields)
		}
	}
}

// taggable reports whether encoding/json accepts the name in a tag.
func taggable(name string) bool {
	return name != "" && name != "-" && !strings.ContainsFunc(name, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune("!#$%&()*+-./:;<=>?@[]^_{|}~ ", r)
	})
}

// jsonTag is the tag that encoding/json would want. The generated methods do
// not need it; people and linters do.
func jsonTag(name string, omitZero bool) gosrc.Tag {
	switch {
	case !taggable(name):
		return gosrc.Tag{}
	case omitZero:
		name += ",omitzero"
	}
	return gosrc.Tag{Key: "json", Value: name}
}
