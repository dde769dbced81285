package golang

import (
	"github.com/docgen-go/docgen/emit/naming"
	"github.com/docgen-go/docgen/model"
)

// cyclicTypes are the named types that contain themselves by value, by way of
// required members. Go needs a pointer there.
func cyclicTypes(api *model.API) map[string]bool {
	edges := map[string]map[string]bool{}
	for _, t := range api.Types {
		edges[t.ID] = map[string]bool{}
		if t.Type == nil || t.Type.Kind != model.KindObject {
			continue
		}
		for _, f := range t.Type.Fields {
			if _, to := naming.Target(api, f.Type); to != nil && f.Required && !f.Nullable {
				edges[t.ID][to.ID] = true
			}
		}
	}
	edges = prune(reverse(prune(edges)))
	left := map[string]bool{}
	for id := range edges {
		left[id] = true
	}
	return left
}

// prune removes, again and again, what leads nowhere. What is left lies on a
// cycle or leads to one.
func prune(edges map[string]map[string]bool) map[string]map[string]bool {
	back := reverse(edges)
	var dead []string
	for id, to := range edges {
		if len(to) == 0 {
			dead = append(dead, id)
		}
	}
	for len(dead) > 0 {
		id := dead[len(dead)-1]
		dead = dead[:len(dead)-1]
		for from := range back[id] {
			delete(edges[from], id)
			if len(edges[from]) == 0 {
				dead = append(dead, from)
			}
		}
		delete(edges, id)
	}
	return edges
}

func reverse(edges map[string]map[string]bool) map[string]map[string]bool {
	back := map[string]map[string]bool{}
	for id := range edges {
		back[id] = map[string]bool{}
	}
	for from, to := range edges {
		for id := range to {
			if back[id] == nil {
				back[id] = map[string]bool{}
			}
			back[id][from] = true
		}
	}
	return back
}
