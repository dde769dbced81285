package diff

import "github.com/docgen-go/docgen/model"

// Alternatives returns the objects among what a type can be, and the name that paths
// give each of them (see [StepAlternative]), in the order of the pages. Declared types
// are among them, by their name.
func Alternatives(api *model.API, t *model.Type) (objects []*model.Type, names []string) {
	s := side{api: api}
	all := s.unfold(t, func(*model.NamedType) bool { return true }).objects
	called := labels(all)
	for _, o := range all {
		objects, names = append(objects, o.t), append(names, called[o])
	}
	return objects, names
}
