package golang

import (
	"strings"
	"unicode"

	"github.com/docgen-go/docgen/emit/golang/gosrc"
	"github.com/docgen-go/docgen/emit/naming"
	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
)

// CodeStructTag says that encoding/json has no spelling for a member's name.
const CodeStructTag diag.Code = "struct-tag"

// checkTags reports members whose name encoding/json would not take from a tag.
// They are read and written like all others, because the generated code goes by
// a tag of its own there.
func (g *generator) checkTags() {
	check := func(fields []*model.Field) {
		for _, f := range fields {
			if !taggable(f.Name) {
				g.diags.Add(CodeStructTag, diag.Info, f.Span, "encoding/json has no tag for the name %q; the generated methods go by the tag %s", f.Name, tagWire)
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

// The keys of tags that the runtime reads besides json.
const (
	tagWire  = "wire"  // the name of the member, where json cannot have it
	tagConst = "const" // what is written while the field is empty
	tagAs    = "as"    // the kind of that, where it is no text
	tagOnly  = "only"  // the only value that the pages know, which is not written by itself
)

// memberTags tie a field to a member of a JSON object.
func memberTags(name string, form memberForm) []gosrc.Tag {
	json, wire := name, []gosrc.Tag(nil)
	if !taggable(name) {
		json, wire = "", []gosrc.Tag{{Key: tagWire, Value: name}}
	}
	if form.OmitZero {
		json += ",omitzero"
	}
	var tags []gosrc.Tag
	if json != "" {
		tags = append(tags, gosrc.Tag{Key: "json", Value: json})
	}
	tags = append(tags, wire...)
	switch {
	case form.Fill != "":
		tags = append(tags, gosrc.Tag{Key: tagConst, Value: naming.LiteralText(form.Fill)})
		if kind := naming.LiteralKind(form.Fill); kind != model.KindString {
			tags = append(tags, gosrc.Tag{Key: tagAs, Value: string(kind)})
		}
	case form.Only != "":
		tags = append(tags, gosrc.Tag{Key: tagOnly, Value: naming.LiteralText(form.Only)})
	}
	return tags
}
