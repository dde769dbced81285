package diff

import (
	"strings"

	"github.com/docgen-go/docgen/model"
)

// leastContent is how many names two resources must show, so that it means
// something that they are alike.
const leastContent = 4

// maxComparisons bounds how many resources are compared with each other, which
// two references with nothing in common would make quadratic.
const maxComparisons = 1 << 20

// A candidate is a resource of which no method has a partner yet.
type candidate struct {
	methods map[string]*filed // by what they are called below the resource, and verb
	names   map[string]bool
	content int // names that are more than a method
}

// pairResources finds resources that changed both ID and paths, and pairs their
// methods: the same methods with nearly the same members.
func (c *comparer) pairResources(before, after []*filed, pairs map[*filed]*filed) {
	left, right := c.old.candidates(before), c.new.candidates(after)
	if len(left)*len(right) > maxComparisons {
		return
	}
	for _, now := range right {
		was := now.best(left)
		if was == nil || now.taken() || was.best(right) != now {
			continue
		}
		for name, f := range now.methods {
			if g := was.methods[name]; g != nil {
				pairs[f], f.used, g.used = g, true, true
			}
		}
	}
}

// best is the one resource that is most like this one, or nil.
func (k *candidate) best(others []*candidate) *candidate {
	var best *candidate
	most, tie := leastLikeness, false
	for _, o := range others {
		if min(o.content, k.content) < leastContent || o.taken() || tooUnequal(len(o.names), len(k.names)) {
			continue
		}
		switch like := overlap(o.names, k.names); {
		case like > most || like == most && best == nil:
			best, most, tie = o, like, false
		case like == most:
			tie = true
		}
	}
	if tie {
		return nil
	}
	return best
}

// tooUnequal reports whether sets of these sizes cannot be alike.
func tooUnequal(a, b int) bool {
	return 2*float64(min(a, b)) < leastLikeness*float64(a+b)
}

// taken reports whether a method has found a partner since, with a resource
// above or below this one.
func (k *candidate) taken() bool {
	for _, f := range k.methods {
		if f.used {
			return true
		}
	}
	return false
}

// candidates lists resources from the top.
func (s *side) candidates(methods []*filed) []*candidate {
	of := map[*model.Method]*filed{}
	for _, f := range methods {
		of[f.m] = f
	}
	var out []*candidate
	eachResource(s.api.Resources, func(r *model.Resource) bool {
		k := &candidate{methods: map[string]*filed{}, names: map[string]bool{}}
		for _, m := range methodsBelow(r) {
			if of[m].used {
				return true
			}
			s.describe(k, strings.TrimPrefix(m.ID, r.ID)+" "+m.Verb, of[m])
		}
		out = append(out, k)
		return true
	})
	return out
}

// describe adds a method to a resource. The names of path parameters say what the
// resource is called and no more.
func (s *side) describe(k *candidate, name string, f *filed) {
	k.methods[name] = f
	k.names[name] = true
	members := map[string]bool{}
	for _, p := range f.m.Params {
		if p.Location != model.LocationPath {
			members[string(p.Location)+" "+p.Name] = true
		}
	}
	s.bodyNames(members, f.m)
	for n := range members {
		k.names[name+" "+n] = true
	}
	k.content += len(members)
}
