package diff

import (
	"cmp"
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
			r.tell(&f.Change, f.only)
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

// reach walks from a declared type up to the methods. A type that no value leads to,
// because what only responses have stands in a request, reaches all that mention it.
// walk is a number that no walk had before.
func (n *node) reach(walk int) reach {
	if out := n.reachBy(2*walk, func(u user) Position { return u.only }); len(out) > 0 {
		return out
	}
	return n.reachBy(2*walk+1, func(user) Position { return "" })
}

// reachBy walks up by the users, each of which may be there in one position only.
// The walk has a number of its own, above 0, by which nodes know that it was there
// with a position: a set for each walk would take the square of the nodes.
func (n *node) reachBy(walk int, only func(user) Position) reach {
	type step struct {
		node *node
		only Position
	}
	n.walked[slot("")] = walk
	out := reach{}
	for todo := []step{{n, ""}}; len(todo) > 0; {
		last := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		for _, u := range last.node.users {
			next := step{u.node, cmp.Or(last.only, only(u))}
			switch {
			case u == (user{}): // declared for no method
			case u.node == nil && next.only != "" && next.only != u.in: // not in the values of the position
			case u.node == nil && u.method == "":
				out.addTo(u.in) // of a method that is not there, or of an event
			case u.node == nil:
				out.add(u.in, u.method)
			case u.node.walked[slot(next.only)] != walk:
				u.node.walked[slot(next.only)] = walk
				todo = append(todo, next)
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
// unless it is about no value. only is the one position that it is about, if it is one.
func (r reach) tell(c *Change, only Position) {
	all := map[string]bool{}
	for _, methods := range r {
		maps.Copy(all, methods)
	}
	c.Reach = sorted(all)
	if c.Kind == TypeRenamed || c.At == "" && (c.Kind == Deprecated || c.Kind == Undeprecated) {
		return
	}
	if only != "" {
		c.In = []Position{only}
		if methods, ok := r[only]; ok {
			c.Reach = sorted(methods)
		}
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

// slot returns the index of a position among what a node knows of walks.
func slot(p Position) int {
	switch p {
	case Request:
		return 1
	case Response:
		return 2
	}
	return 0
}
