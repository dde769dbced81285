package main

import "github.com/docgen-go/docgen/model"

// onlyShown counts the results and bodies that no page states and examples show.
func onlyShown(api *model.API) int {
	n := 0
	for _, m := range api.Methods {
		if m.Returns != nil && m.Returns.Evidence.Of(model.FactType) == model.SourceExample {
			n++
		}
		if m.Body != nil && m.Body.Evidence.Of(model.FactType) == model.SourceExample {
			n++
		}
	}
	return n
}
