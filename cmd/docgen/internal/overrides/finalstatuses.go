package overrides

import (
	"slices"

	"github.com/docgen-go/docgen/cmd/docgen/internal/config"
	"github.com/docgen-go/docgen/emit/naming"
	"github.com/docgen-go/docgen/model"
)

// checkFinal holds the entries about statuses against the statuses that there are.
func checkFinal(api *model.API, lists config.Lists, faults *config.Faults) {
	known := map[string][]string{}
	var keys []string
	for _, p := range naming.Polls(api) {
		key := p.Of.ID + "." + p.Status.Name
		if known[key] == nil {
			keys = append(keys, key)
		}
		known[key] = nil
		for _, v := range api.Resolve(p.Status.Type).Enum.Values {
			known[key] = append(known[key], naming.LiteralText(v.Literal))
		}
	}
	slices.Sort(keys)
	for _, l := range lists {
		values, ok := known[l.Key.Value]
		if !ok {
			faults.Add(l.Key.At, "%q is the status of nothing that a method retrieves%s", l.Key.Value, config.Suggest(l.Key.Value, keys))
			continue
		}
		for _, v := range l.Values {
			if !slices.Contains(values, v.Value) {
				faults.Add(v.At, "%s has no status %q%s", l.Key.Value, v.Value, config.Suggest(v.Value, values))
			}
		}
	}
}
