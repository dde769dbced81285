package history

import (
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model/diff"
)

// Find returns the items that a name can mean: those whose ID it is, or else those
// whose ID it is without the parts of a request, elements and alternatives on the way:
// messages.create.max_tokens for messages.create.body.max_tokens.
func (h *History) Find(name string) []*Item {
	var exact, loose []*Item
	for _, item := range h.Items {
		switch name {
		case item.ID:
			exact = append(exact, item)
		case item.plainID():
			loose = append(loose, item)
		}
	}
	if len(exact) > 0 {
		return exact
	}
	return loose
}

// plainID is the ID without what people leave out.
func (i *Item) plainID() string {
	names := []string{i.Root.ID()}
	for _, step := range i.Path {
		switch step.Kind {
		case diff.StepMember:
			names = append(names, step.Name)
		case diff.StepLiteral:
			names = append(names, strings.Trim(step.Name, `"`))
		}
	}
	return strings.Join(slices.DeleteFunc(names, func(s string) bool { return s == "" }), ".")
}
