package overrides

import (
	"slices"

	"github.com/docgen-go/docgen/cmd/docgen/internal/config"
	"github.com/docgen-go/docgen/model"
)

// Interfaces are the IDs of the resources whose services have an interface.
func Interfaces(api *model.API, t *config.Target) []string {
	var out []string
	eachResource(api.Resources, func(r *model.Resource) {
		if len(r.Methods) > 0 && slices.ContainsFunc(t.Interfaces, func(p config.Text) bool { return config.MatchID(p.Value, r.ID) }) {
			out = append(out, r.ID)
		}
	})
	return out
}

func eachResource(resources []*model.Resource, visit func(*model.Resource)) {
	for _, r := range resources {
		visit(r)
		eachResource(r.Resources, visit)
	}
}

// checkInterfaces makes a pattern that means no resource with methods a fault.
func checkInterfaces(api *model.API, t *config.Target, faults *config.Faults) {
	for _, p := range t.Interfaces {
		if one := (&config.Target{Interfaces: config.Patterns{p}}); len(Interfaces(api, one)) == 0 {
			faults.Add(p.At, "%q is no resource with methods; \"docgen inspect\" shows what there is", p.Value)
		}
	}
}
