package link

import "github.com/docgen-go/docgen/model"

// Conflict says why the JSON of a text does not fit a type of an API, with the JSONPath
// of what does not, or returns "". Text that is no JSON conflicts with nothing: it is ok
// that is false.
func Conflict(api *model.API, t *model.Type, text string) (why string, ok bool) {
	v, err := ParseJSON(text)
	if err != nil {
		return "", false
	}
	l := &linker{named: map[string]*model.NamedType{}}
	for _, n := range api.Types {
		l.named[n.ID] = n
	}
	return l.misfit(t, v, "$", 0), true
}
