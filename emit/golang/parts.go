package golang

import (
	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/templates"
)

// Parts are the parts of the runtime that the package of an API needs.
func Parts(api *model.API) []string {
	need := map[string]bool{}
	api.EachType(func(t *model.Type) bool {
		switch t.Kind {
		case model.KindUnion:
			need[templates.PartUnion] = true
		case model.KindDate:
			need[templates.PartDate] = true
		case model.KindFile:
			need[templates.PartMultipart] = true
		}
		return true
	})
	for _, m := range api.Methods {
		if isForm(m) || isURLForm(m) {
			need[templates.PartMultipart] = true
		}
		if m.Streaming != nil || m.Returns != nil && isLines(m.Returns.ContentType) {
			need[templates.PartStream] = true
		}
		if m.Paging != nil {
			need[templates.PartPaging] = true
		}
	}
	return sortedKeys(need)
}
