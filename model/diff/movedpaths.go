package diff

import (
	"strings"

	"github.com/docgen-go/docgen/model/names"
)

// leastMoved is how many pairs must have moved from one path to another, so that a method
// below the first, of which nothing else is known, is the one below the second. One is
// enough where nothing is left below the first and nothing was below the second.
const leastMoved = 3

// A move is where paths began and begin now, without the names of slots.
type move struct{ from, to string }

// pairByMovedPaths pairs methods whose paths differ as those of several pairs do: what
// /services/a became, /services/b became, too. Each has the verb of the other, and nothing
// else on its side has its verb and path.
func pairByMovedPaths(before, after []*filed, pairs map[*filed]*filed) {
	moves := map[move]int{}
	for now, was := range pairs {
		a, b := names.WithoutSlots(was.m.Path), names.WithoutSlots(now.m.Path)
		if a == b || was.m.Verb != now.m.Verb {
			continue
		}
		if from, to := movedPart(a, b); from != "" && to != "" {
			moves[move{from, to}]++
		}
	}
	old, now := beginnings(before), beginnings(after)
	for m, n := range moves {
		if n < leastMoved && (now[m.from] || old[m.to]) {
			delete(moves, m)
		}
	}
	if len(moves) == 0 {
		return
	}
	at := map[string][]*filed{}
	for _, f := range after {
		if !f.used {
			key := f.m.Verb + " " + names.WithoutSlots(f.m.Path)
			at[key] = append(at[key], f)
		}
	}
	wanted := map[*filed][]*filed{} // by the new method
	for _, f := range before {
		if f.used {
			continue
		}
		if now := methodAfter(f, moves, at); now != nil {
			wanted[now] = append(wanted[now], f)
		}
	}
	for now, was := range wanted {
		if len(was) == 1 {
			pairs[now], now.used, was[0].used = was[0], true, true
		}
	}
}

// beginnings are the paths of methods and all that they begin with.
func beginnings(fs []*filed) map[string]bool {
	out := map[string]bool{}
	for _, f := range fs {
		for path := names.WithoutSlots(f.m.Path); path != "" && !out[path]; path = path[:strings.LastIndexByte(path, '/')] {
			out[path] = true
			if !strings.Contains(path, "/") {
				break
			}
		}
	}
	return out
}

// methodAfter returns the one method that has the place of another after the moves, or nil.
func methodAfter(f *filed, moves map[move]int, at map[string][]*filed) *filed {
	var found *filed
	path := names.WithoutSlots(f.m.Path)
	for m := range moves {
		rest, ok := strings.CutPrefix(path, m.from)
		if !ok || rest != "" && !strings.HasPrefix(rest, "/") {
			continue
		}
		there := at[f.m.Verb+" "+m.to+rest]
		switch {
		case len(there) == 0:
		case len(there) > 1 || found != nil && found != there[0]:
			return nil
		default:
			found = there[0]
		}
	}
	return found
}
