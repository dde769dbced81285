package diff

import (
	"maps"
	"slices"
)

// finish turns what was found into changes: those of a declared type learn what
// they reach, and equal ones of several methods become one.
func (c *comparer) finish() []Change {
	reached := map[*node]reach{}
	var out []found
	walks := 0
	for _, f := range c.changes {
		if f.node != nil {
			r, ok := reached[f.node]
			if !ok {
				walks++
				r = f.node.reach(walks)
				reached[f.node] = r
			}
			f.Type = f.node.label()
			r.tell(&f.Change)
		} else if f.Method != "" {
			f.Reach = []string{f.Method}
		}
		out = append(out, f)
	}
	return merge(out)
}

func (n *node) label() string {
	if n.old.ID == n.new.ID || n.old.Name == n.new.Name {
		return n.new.ID
	}
	return n.old.ID + " → " + n.new.ID
}

// A reach is who shows a declared type, by position.
type reach map[Position]map[string]bool

// reach walks from a declared type up to the methods. The walk has a number of its
// own, above 0, by which nodes know that it was there: a set for each walk would
// take the square of the nodes.
func (n *node) reach(walk int) reach {
	n.walked = walk
	out := reach{}
	for todo := []*node{n}; len(todo) > 0; {
		last := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		for _, u := range last.users {
			switch {
			case u == (user{}): // declared for no method
			case u.node == nil && u.method == "":
				out.addTo(u.in) // of a method that is not there
			case u.node == nil:
				out.add(u.in, u.method)
			case u.node.walked != walk:
				u.node.walked = walk
				todo = append(todo, u.node)
			}
		}
	}
	return out
}

func (r reach) add(in Position, method string) { r.addTo(in)[method] = true }

// addTo returns the methods of a position, of which there may be none.
func (r reach) addTo(in Position) map[string]bool {
	if r[in] == nil {
		r[in] = map[string]bool{}
	}
	return r[in]
}

// tell puts down whom a change of the type reaches, and in which positions
// unless it is about no value.
func (r reach) tell(c *Change) {
	all := map[string]bool{}
	for _, methods := range r {
		maps.Copy(all, methods)
	}
	c.Reach = sorted(all)
	if c.Kind == TypeRenamed || c.At == "" && (c.Kind == Deprecated || c.Kind == Undeprecated) {
		return
	}
	for _, in := range []Position{Request, Response} {
		if _, ok := r[in]; ok {
			c.In = append(c.In, in)
		}
	}
	if len(c.In) > 1 {
		c.Requests, c.Responses = sorted(r[Request]), sorted(r[Response])
	}
}

func sorted(set map[string]bool) []string {
	return slices.Sorted(maps.Keys(set))
}
