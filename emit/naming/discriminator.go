package naming

import (
	"slices"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/values"
)

// A ToldVariant is an alternative that a member of the object tells by its texts.
type ToldVariant struct {
	Variant
	Texts []string
}

// Discriminate returns the member of the object that tells the alternatives of a union
// apart, "" where none does, and the alternatives that it tells. rest are those that all
// their members have to tell: the others, and objects that may come without the member.
func Discriminate(api *model.API, union *model.Type) (member string, told []ToldVariant, rest []Variant) {
	variants := Variants(api, union)
	member = discriminator(api, union, variants)
	if told, rest = discriminate(api, member, variants); len(told) == 0 {
		member = ""
	}
	return member, told, rest
}

// discriminator is the member that the model names, or else the first one that
// tells all objects among the variants apart when it is there: pages also mark
// such members as optional.
func discriminator(api *model.API, union *model.Type, variants []Variant) string {
	if union.Discriminator != "" {
		return union.Discriminator
	}
	for _, v := range variants {
		t := api.Resolve(v.Type)
		if t.Kind != model.KindObject {
			continue
		}
		for _, f := range t.Fields {
			if told, _ := discriminate(api, f.Name, variants); len(told) > 1 && tellsObjects(api, f.Name, variants) {
				return f.Name
			}
		}
		break
	}
	return ""
}

// tellsObjects reports whether a member has set texts in every object.
func tellsObjects(api *model.API, member string, variants []Variant) bool {
	for _, v := range variants {
		switch api.Resolve(v.Type).Kind {
		case model.KindObject, model.KindUnion, model.KindMap, model.KindAny:
			if texts, _ := tagTexts(api, v.Type, member); len(texts) == 0 {
				return false
			}
		}
	}
	return true
}

// discriminate finds the variants that a member of the object tells apart. Where two
// variants share a text, the member tells nothing.
func discriminate(api *model.API, member string, variants []Variant) (told []ToldVariant, rest []Variant) {
	if member == "" {
		return nil, variants
	}
	seen := map[string]bool{}
	for _, v := range variants {
		texts, always := tagTexts(api, v.Type, member)
		for _, text := range texts {
			if seen[text] || text == "" {
				return nil, variants
			}
			seen[text] = true
		}
		if len(texts) > 0 {
			told = append(told, ToldVariant{v, texts})
		}
		if !always {
			rest = append(rest, v)
		}
	}
	return told, rest
}

// tagTexts are the texts that a type allows for a member of itself, each once
// and sorted, and whether the member is always there. There are none where the
// type allows any text.
func tagTexts(api *model.API, t *model.Type, member string) (texts []string, always bool) {
	literals, always := values.Tags(api.Lookup, t, member)
	for _, l := range literals {
		texts = append(texts, LiteralText(l))
	}
	slices.Sort(texts)
	return slices.Compact(texts), always
}
