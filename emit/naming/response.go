package naming

import (
	"strings"

	"github.com/docgen-go/docgen/model"
)

// sdkNames are the vendor's names of named types, by ID: what the pages of the
// Go dialect print, and for responses that belong to one operation what follows
// from the operation's Go name.
func sdkNames(api *model.API, rules Rules) map[string]string {
	out := map[string]string{}
	responses := map[tuple]string{} // by resource and name on the pages
	eachResource(api.Resources, func(r *model.Resource) {
		own := exported(camel(rules.singularWords(r.Name)))
		for _, m := range r.Methods {
			prefix := sdkPrefix(m, rules)
			if prefix == "" && rules >= RulesShort {
				prefix = rules.resourceName(r.ID) + methodName(m.Name)
			}
			if prefix != "" {
				responses[key(r.ID, own+exported(camel(signed(m.Name)))+"Response")] = prefix + "Response"
			}
		}
	})
	for _, t := range api.Types {
		switch response := responses[key(t.Resource, t.Name)]; {
		case isExported(t.SDKName):
			out[t.ID] = t.SDKName
		case response != "" && !t.Anonymous && t.Type != nil && t.Type.Kind == model.KindUnion:
			out[t.ID] = response + "Union"
		case response != "" && !t.Anonymous:
			out[t.ID] = response
		}
	}
	return out
}

func eachResource(resources []*model.Resource, visit func(*model.Resource)) {
	for _, r := range resources {
		visit(r)
		eachResource(r.Resources, visit)
	}
}

// sdkPrefix is what begins the vendor's names of what belongs to an operation.
func sdkPrefix(m *model.Method, rules Rules) string {
	var b strings.Builder
	for _, accessor := range sdkPath(m) {
		if !isExported(accessor) {
			return ""
		}
		b.WriteString(rules.singularName(accessor))
	}
	if !isExported(sdkMethod(m)) {
		return ""
	}
	return b.String() + sdkMethod(m)
}
