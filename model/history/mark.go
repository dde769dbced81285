package history

import "github.com/docgen-go/docgen/model"

// Mark writes into an API since when its methods, parameters, members, listed values and
// types are there, as since says of each fact, "" for nothing. A structure that stands in
// several places is one in the model: it is told where what since says of all of them is
// the same.
func Mark(api *model.API, since func(Fact) string) {
	said, differ := map[*string]string{}, map[*string]bool{}
	w := &walker{api: api, mark: func(f Fact, into *string) {
		text := since(f)
		if before, ok := said[into]; ok && before != text {
			differ[into] = true
		}
		said[into] = text
	}}
	w.walk()
	for into, text := range said {
		if !differ[into] {
			*into = text
		}
	}
}
