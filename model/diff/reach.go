package diff

import (
	"cmp"
	"slices"
)

// finish turns what was found into changes: those of a declared type learn what
// they reach, and equal ones become one.
func (c *comparer) finish() []Change {
	c.showLocations()
	reached := newReaches()
	for i := range c.changes {
		f := &c.changes[i]
		if f.node != nil {
			f.Type = f.node.label()
			reached.of(f.node).tell(&f.Change, f.only)
		} else if f.Method != "" {
			f.Reach = []string{f.Method}
		}
	}
	return c.merge(c.changes)
}

func (n *node) label() string {
	if n.old.ID == n.new.ID || n.old.Name == n.new.Name {
		return n.new.ID
	}
	return n.old.ID + " → " + n.new.ID
}

// A reach is who shows a declared type, by position, sorted. Types that the same
// methods show share it.
type reach struct {
	requests, responses, others []string
	// request and response say that values travel so, by however many methods.
	request, response bool
}

func (r *reach) isEmpty() bool { return !r.request && !r.response && len(r.others) == 0 }

// in returns the methods of a position.
func (r *reach) in(p Position) (methods []string, there bool) {
	if p == Request {
		return r.requests, r.request
	}
	return r.responses, r.response
}

// all returns the methods of all positions.
func (r *reach) all() []string {
	var u union
	for _, list := range [][]string{r.requests, r.responses, r.others} {
		u.add(list)
	}
	return u.sorted()
}

// tell puts down whom a change of the type reaches, and in which positions
// unless it is about no value. only is the one position that it is about, if it is one.
func (r *reach) tell(c *Change, only Position) {
	c.Reach = r.all()
	if c.Kind == TypeRenamed || c.At == "" && (c.Kind == Deprecated || c.Kind == Undeprecated) {
		return
	}
	if only != "" {
		c.In = []Position{only}
		if methods, ok := r.in(only); ok {
			c.Reach = methods
		}
		return
	}
	for _, in := range []Position{Request, Response} {
		if _, ok := r.in(in); ok {
			c.In = append(c.In, in)
		}
	}
	if len(c.In) > 1 {
		c.Requests, c.Responses = r.requests, r.responses
	}
}

// A walkState is a declared type on a walk up to the methods, and in which one position
// values have the members on the way, if it is one. loose walks do not care.
type walkState struct {
	node  *node
	only  Position
	loose bool
}

// reaches finds whom types reach. All walks share what they find, by the circles of
// types that lead to each other (Tarjan's algorithm), so that a chain of types takes no
// longer than its length.
type reaches struct {
	known map[walkState]*reach
	// order numbers the states that are being walked, low is the first of them that
	// one leads back to.
	order, low map[walkState]int
	stack      []walkState
}

func newReaches() *reaches {
	return &reaches{known: map[walkState]*reach{}, order: map[walkState]int{}, low: map[walkState]int{}}
}

// of returns whom a type reaches. One that no value leads to, because what only
// responses have stands in a request, reaches all that mention it.
func (x *reaches) of(n *node) *reach {
	if r := x.from(walkState{node: n}); !r.isEmpty() {
		return r
	}
	return x.from(walkState{node: n, loose: true})
}

// A frame is a state on the way, and how many of its users were looked at.
type frame struct {
	state walkState
	next  int
}

// from walks without recursion, because chains may be longer than a stack.
func (x *reaches) from(start walkState) *reach {
	if x.known[start] != nil {
		return x.known[start]
	}
	todo := []frame{x.enter(start)}
	for len(todo) > 0 {
		f := &todo[len(todo)-1]
		if f.next == len(f.state.node.users) {
			done := f.state
			todo = todo[:len(todo)-1]
			if x.low[done] == x.order[done] {
				x.leave(done)
			}
			if len(todo) > 0 && x.known[done] == nil {
				up := todo[len(todo)-1].state
				x.low[up] = min(x.low[up], x.low[done])
			}
			continue
		}
		u := f.state.node.users[f.next]
		f.next++
		if u.node == nil {
			continue
		}
		to := f.state.to(u)
		switch {
		case x.known[to] != nil:
		case x.order[to] > 0:
			x.low[f.state] = min(x.low[f.state], x.order[to])
		default:
			todo = append(todo, x.enter(to))
		}
	}
	return x.known[start]
}

func (x *reaches) enter(s walkState) frame {
	x.order[s] = len(x.order) + 1
	x.low[s] = x.order[s]
	x.stack = append(x.stack, s)
	return frame{state: s}
}

// to is the state of a user.
func (s walkState) to(u user) walkState {
	next := walkState{u.node, cmp.Or(s.only, u.only), s.loose}
	if s.loose {
		next.only = ""
	}
	return next
}

// leave gives a circle of states, the last of which is on top of the stack, what all
// of their users have.
func (x *reaches) leave(root walkState) {
	i := len(x.stack) - 1
	for x.stack[i] != root {
		i--
	}
	circle := slices.Clone(x.stack[i:])
	x.stack = x.stack[:i]
	sum := &reachSum{}
	for _, s := range circle {
		for _, u := range s.node.users {
			switch only := s.to(u).only; {
			case u.node != nil:
				if r := x.known[s.to(u)]; r != nil {
					sum.addAll(r)
				}
			case u == (user{}): // declared for no method
			case only != "" && only != u.in: // not in the values of the position
			default:
				sum.add(u.in, u.method)
			}
		}
	}
	r := sum.reach()
	for _, s := range circle {
		x.known[s] = r
	}
}

// A reachSum is what several users have together.
type reachSum struct {
	parts []*reach
	own   reach
}

// addAll adds what another type reaches.
func (s *reachSum) addAll(r *reach) {
	if !r.isEmpty() && !slices.Contains(s.parts, r) {
		s.parts = append(s.parts, r)
	}
}

// add adds a method; "" is one that is not there, or an event.
func (s *reachSum) add(in Position, method string) {
	list := &s.own.others
	switch in {
	case Request:
		s.own.request = true
		list = &s.own.requests
	case Response:
		s.own.response = true
		list = &s.own.responses
	}
	if method != "" {
		*list = append(*list, method)
	}
}

// reach returns the sum: the one part where there is nothing else.
func (s *reachSum) reach() *reach {
	if len(s.parts) == 1 && s.own.isEmpty() {
		return s.parts[0]
	}
	r := &s.own
	for _, p := range s.parts {
		r.request, r.response = r.request || p.request, r.response || p.response
		r.requests, r.responses, r.others = append(r.requests, p.requests...), append(r.responses, p.responses...), append(r.others, p.others...)
	}
	for _, list := range []*[]string{&r.requests, &r.responses, &r.others} {
		slices.Sort(*list)
		*list = slices.Clip(slices.Compact(*list))
	}
	return r
}
