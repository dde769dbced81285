package golang

import (
	"github.com/docgen-go/docgen/emit/naming"
	"github.com/docgen-go/docgen/model"
)

// cyclicTypes are the named types that contain themselves by value, by way of
// required members. Go needs a pointer there.
func cyclicTypes(api *model.API) map[string]bool {
	number := make(map[string]int, len(api.Types))
	for i, t := range api.Types {
		number[t.ID] = i
	}
	to := make([][]int, len(api.Types))
	for i, t := range api.Types {
		if t.Type == nil || t.Type.Kind != model.KindObject {
			continue
		}
		for _, f := range t.Type.Fields {
			if !f.Required || f.Nullable {
				continue
			}
			if _, named := naming.Target(api, f.Type); named != nil {
				to[i] = append(to[i], number[named.ID])
			}
		}
	}
	back := reverse(to)
	gone := make([]bool, len(to))
	prune(to, back, gone)
	prune(back, to, gone)
	out := map[string]bool{}
	for i, t := range api.Types {
		if !gone[i] {
			out[t.ID] = true
		}
	}
	return out
}

// prune removes, again and again, what leads nowhere; back leads the other way. What is left
// lies on a cycle or leads to one.
func prune(to, back [][]int, gone []bool) {
	left := make([]int, len(to)) // how many each leads to
	var dead []int
	for i := range to {
		if gone[i] {
			continue
		}
		for _, next := range to[i] {
			if !gone[next] {
				left[i]++
			}
		}
		if left[i] == 0 {
			dead = append(dead, i)
		}
	}
	for len(dead) > 0 {
		i := dead[len(dead)-1]
		dead = dead[:len(dead)-1]
		gone[i] = true
		for _, from := range back[i] {
			if left[from]--; left[from] == 0 && !gone[from] {
				dead = append(dead, from)
			}
		}
	}
}

func reverse(to [][]int) [][]int {
	back := make([][]int, len(to))
	for from, all := range to {
		for _, next := range all {
			back[next] = append(back[next], from)
		}
	}
	return back
}
