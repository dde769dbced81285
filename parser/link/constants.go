package link

import (
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/source"
)

// constants finds the headers and queries without a parameter that requests
// always send. A value in an example is no part of the request by itself: that
// two methods of a resource send it in most of the resource's examples, and
// that none of these sends another value, makes it a constant of the resource,
// and of the API where this holds for all resources that have examples.
func (l *linker) constants(methods []*model.Method) {
	c := &constants{linker: l, methods: methods, shown: map[*model.Method]*shownValues{}, showing: map[constantKey][]*model.Method{}}
	for _, m := range methods {
		c.collect(m)
	}
	for i, k := range c.keys {
		c.assign(k, c.names[i])
	}
	c.tell()
}

// A constantKey is what requests may always send; names of headers are in
// lower case.
type constantKey struct {
	location model.Location
	name     string
}

// shownValues are what the request examples of a method send, by key and value.
type shownValues struct {
	examples int
	values   map[constantKey]map[string]int
	spans    map[constantKey]source.Span // of the first example
}

type constants struct {
	*linker
	methods []*model.Method
	shown   map[*model.Method]*shownValues
	keys    []constantKey
	showing map[constantKey][]*model.Method
	// names is the name of each key as the first example has it.
	names []string
	found []foundConstant
}

// A foundConstant is a constant with those whose requests send it.
type foundConstant struct {
	location model.Location
	model.Constant
	who []string
	at  source.Span
}

func (c *constants) collect(m *model.Method) {
	s := &shownValues{values: map[constantKey]map[string]int{}, spans: map[constantKey]source.Span{}}
	c.shown[m] = s
	for _, e := range m.Examples {
		if e.Request == nil {
			continue
		}
		s.examples++
		family := signedFamily(e.Request.Headers)
		for _, h := range e.Request.Headers {
			if !ownHeaders[strings.ToLower(h.Name)] && authOf(h) == nil && (family == "" || !strings.HasPrefix(strings.ToLower(h.Name), family)) {
				c.note(m, constantKey{model.LocationHeader, strings.ToLower(h.Name)}, h, e.Span)
			}
		}
		for _, q := range e.Request.Query {
			c.note(m, constantKey{model.LocationQuery, q.Name}, q, e.Span)
		}
	}
}

// ownHeaders belong to the connection, to the body or to the reader's session.
var ownHeaders = map[string]bool{
	"accept": true, "accept-encoding": true, "connection": true, "content-length": true, "content-type": true, "cookie": true,
	"host": true, "origin": true, "referer": true, "user-agent": true,
}

func (c *constants) note(m *model.Method, k constantKey, is model.Constant, at source.Span) {
	s := c.shown[m]
	if c.showing[k] == nil {
		c.keys, c.names = append(c.keys, k), append(c.names, is.Name)
	}
	if s.values[k] == nil {
		s.values[k], s.spans[k] = map[string]int{}, at
		c.showing[k] = append(c.showing[k], m)
	}
	s.values[k][is.Value]++
}

// assign gives a key to the API, to resources and to methods, and tells who has
// it only in an example.
func (c *constants) assign(k constantKey, name string) {
	// Most keys are parameters wherever they are sent, or sent by one method.
	switch by := slices.DeleteFunc(slices.Clone(c.showing[k]), func(m *model.Method) bool { return c.covered(m, k) }); len(by) {
	case 0:
		return
	case 1:
		c.inExample(by[0], k, name)
		return
	}
	open := slices.DeleteFunc(slices.Clone(c.methods), func(m *model.Method) bool { return c.covered(m, k) })
	constant := func(value string) model.Constant {
		return model.Constant{Name: name, Value: value, Source: model.SourceExample}
	}
	if value, ok := c.ofAll(open, k); ok {
		c.fixAll(open, k, constant(value))
		return
	}
	established := c.established(open, k)
	given := map[*model.Method]bool{}
	for _, group := range c.groups(open) {
		if value, senders, ok := c.agreed(group, k); ok && senders > 1 {
			established = true
			c.fix(group, k, constant(value), c.resourceOf[group[0].ID])
			for _, m := range group {
				given[m] = true
			}
		}
	}
	for _, m := range open {
		value, senders, ok := c.agreed([]*model.Method{m}, k)
		switch {
		case given[m] || c.shown[m].values[k] == nil:
		case ok && established && senders == 1:
			c.fix([]*model.Method{m}, k, constant(value), m.ID)
		default:
			c.inExample(m, k, name)
		}
	}
}

// inExample tells what only an example of a method sends.
func (c *constants) inExample(m *model.Method, k constantKey, name string) {
	c.diags.Add("example-only", diag.Info, c.shown[m].spans[k], "an example of %s sends the %s %s; that alone makes it no part of all requests", m.ID, k.location, name).
		Help = "if they must, name it under fixed in docgen.yaml"
}

// groups are the methods of each resource, in the order of their first ones.
func (c *constants) groups(methods []*model.Method) [][]*model.Method {
	at := map[string]int{}
	var out [][]*model.Method
	for _, m := range methods {
		r := c.resourceOf[m.ID]
		if _, ok := at[r]; !ok {
			at[r], out = len(out), append(out, nil)
		}
		out[at[r]] = append(out[at[r]], m)
	}
	return out
}

// agreed returns the value that more than half of the examples of methods send,
// and how many of the methods do. It is not ok where any of them sends another
// value, or leaves room for one.
func (c *constants) agreed(methods []*model.Method, k constantKey) (value string, senders int, ok bool) {
	examples, sends := 0, 0
	for _, m := range methods {
		s := c.shown[m]
		examples += s.examples
		for v, n := range s.values[k] {
			if senders > 0 && v != value || hasPlaceholder(v) || ofOneRequest.MatchString(v) {
				return "", 0, false
			}
			value, sends, senders = v, sends+n, senders+1
		}
	}
	return value, senders, sends*2 > examples
}

// ofAll returns the value that the methods of all resources with examples agree on.
func (c *constants) ofAll(methods []*model.Method, k constantKey) (string, bool) {
	value, senders, ok := c.agreed(methods, k)
	if !ok || senders < 2 {
		return "", false
	}
	for _, group := range c.groups(methods) {
		_, _, agree := c.agreed(group, k)
		ok = ok && (agree || c.examples(group) == 0)
	}
	return value, ok
}

func (c *constants) examples(methods []*model.Method) (n int) {
	for _, m := range methods {
		n += c.shown[m].examples
	}
	return n
}

// established reports whether most examples of the API send a key, whatever
// its value: then each method sends its own.
func (c *constants) established(methods []*model.Method, k constantKey) bool {
	senders, sends := 0, 0
	for _, m := range methods {
		if values := c.shown[m].values[k]; values != nil {
			senders++
			for _, n := range values {
				sends += n
			}
		}
	}
	return senders > 1 && sends*2 > c.examples(methods)
}

// fixAll has all requests send a constant. A header that a method has as its
// parameter is left to the others, each by itself.
func (c *constants) fixAll(open []*model.Method, k constantKey, is model.Constant) {
	if k.location != model.LocationHeader || len(open) < len(c.methods) {
		c.fix(open, k, is, "all resources")
		return
	}
	c.api.Headers = append(c.api.Headers, is)
	c.record(open, k, is, "all resources")
}

func (c *constants) fix(methods []*model.Method, k constantKey, is model.Constant, who string) {
	for _, m := range methods {
		if k.location == model.LocationHeader {
			m.Headers = append(m.Headers, is)
		} else {
			m.Query = append(m.Query, is)
		}
	}
	c.record(methods, k, is, who)
}

// record keeps what tell tells.
func (c *constants) record(methods []*model.Method, k constantKey, is model.Constant, who string) {
	i := slices.IndexFunc(c.found, func(f foundConstant) bool { return f.location == k.location && f.Same(is) })
	if i < 0 {
		first := slices.IndexFunc(methods, func(m *model.Method) bool { return c.shown[m].values[k] != nil })
		i = len(c.found)
		c.found = append(c.found, foundConstant{k.location, is, nil, c.shown[methods[first]].spans[k]})
	}
	c.found[i].who = append(c.found[i].who, who)
}

func (c *constants) tell() {
	for _, f := range c.found {
		code, between := diag.Code("fixed-query"), "="
		if f.location == model.LocationHeader {
			code, between = "fixed-header", ": "
		}
		c.diags.Add(code, diag.Info, f.at, "all requests of %s send the %s %s%s%s, because examples do; no page says so",
			strings.Join(f.who, ", "), f.location, f.Name, between, f.Value).
			Help = "name it under fixed in docgen.yaml to change or omit it"
	}
}
