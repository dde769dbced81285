package gosource

import (
	"go/token"
	"go/types"
	"strings"
)

// A request is one that a run makes.
type request struct {
	obj    *object
	method value
	url    value
	body   value
	pos    token.Pos
	frame  *frame
}

// A decode is a call that reads an answer into a variable.
type decode struct {
	typ   types.Type
	pos   token.Pos
	order int
}

var httpModels = map[string]model{
	"net/http.NewRequest": func(c *call) (value, bool) { return c.newRequest(c.args[0], c.args[1], c.args[2]) },
	"net/http.NewRequestWithContext": func(c *call) (value, bool) {
		return c.newRequest(c.args[1], c.args[2], c.args[3])
	},
	"net/http.Get":                simpleRequest("GET", 0, -1),
	"net/http.Head":               simpleRequest("HEAD", 0, -1),
	"net/http.Post":               simpleRequest("POST", 0, 2),
	"net/http.PostForm":           simpleRequest("POST", 0, 1),
	"(*net/http.Client).Get":      simpleRequest("GET", 1, -1),
	"(*net/http.Client).Head":     simpleRequest("HEAD", 1, -1),
	"(*net/http.Client).Post":     simpleRequest("POST", 1, 3),
	"(*net/http.Client).PostForm": simpleRequest("POST", 1, 2),
	"(*net/http.Client).Do":       doModel,

	"(*net/http.Request).WithContext": func(c *call) (value, bool) { return c.args[0], true },
	"(*net/http.Request).Clone":       func(c *call) (value, bool) { return c.args[0], true },
	"(net/http.Header).Set":           setModel,
	"(net/http.Header).Add":           setModel,
	"(net/http.Header).Clone":         func(c *call) (value, bool) { return c.args[0], true },
}

func simpleRequest(method string, address, body int) model {
	return func(c *call) (value, bool) {
		var carried value
		if body >= 0 && body < len(c.args) {
			carried = c.args[body]
		}
		c.addRequest(&request{method: literal(method), url: c.urlText(c.args[address]), body: carried})
		return c.unknownResult(), true
	}
}

// addRequest notes a request, with who makes it.
func (c *call) addRequest(r *request) {
	r.pos, r.frame = c.instr.Pos(), c.frame
	c.requests = append(c.requests, r)
}

func (c *call) newRequest(method, address, body value) (value, bool) {
	t, ok := c.typ.(*types.Tuple)
	if !ok {
		return nil, false
	}
	typ := deref(t.At(0).Type())
	o := &object{typ: typ}
	header := &object{typ: memberNamed(typ, "Header")}
	c.st.own[header] = &dict{typ: header.typ}
	full := c.urlText(address)
	u := c.newURL(deref(memberNamed(typ, "URL")), full)
	c.st.own[o] = withMembers(typ, map[string]value{
		"Method": method, "URL": u, "Header": pointer{obj: header}, "Body": body,
	})
	c.addRequest(&request{obj: o, method: method, url: full, body: body})
	return tuple{pointer{obj: o}, zero(errorType)}, true
}

// doModel is about sending a request that was made as a struct.
func doModel(c *call) (value, bool) {
	for _, a := range c.args {
		p, ok := a.(pointer)
		if !ok || p.path != "" || p.obj.typ == nil || p.obj.typ.String() != "net/http.Request" {
			continue
		}
		known := false
		for _, r := range c.requests {
			known = known || r.obj == p.obj
		}
		a, isStruct := c.st.get(p.obj).(aggregate)
		if known || !isStruct {
			continue
		}
		u := c.urlText(memberByName(a, "URL"))
		method := lift1(memberByName(a, "Method"), func(v value) value {
			if s, ok := asText(v).lit(); ok && s == "" {
				return literal("GET")
			}
			return v
		})
		c.addRequest(&request{obj: p.obj, method: method, url: u, body: memberByName(a, "Body")})
	}
	return c.unknownResult(), true
}

// memberNamed returns the type of a member of a struct, or an invalid one.
func memberNamed(typ types.Type, name string) types.Type {
	if i := memberIndex(typ, name); i >= 0 {
		return typ.Underlying().(*types.Struct).Field(i).Type()
	}
	return types.Typ[types.Invalid]
}

func memberIndex(typ types.Type, name string) int {
	s, ok := typ.Underlying().(*types.Struct)
	if !ok {
		return -1
	}
	for i := range s.NumFields() {
		if s.Field(i).Name() == name {
			return i
		}
	}
	return -1
}

func memberByName(v value, name string) value {
	typ := typeOf(v)
	if i := memberIndex(typ, name); i >= 0 {
		return memberOf(v, i)
	}
	return unknown(types.Typ[types.Invalid], name)
}

// withMembers returns a struct with some members set.
func withMembers(typ types.Type, set map[string]value) aggregate {
	a := aggregate{typ: typ, fields: map[int]value{}}
	for name, v := range set {
		if i := memberIndex(typ, name); i >= 0 {
			a.fields[i] = v
		}
	}
	return a
}

// newURL returns a pointer to a url.URL of a text.
func (c *call) newURL(typ types.Type, full value) pointer {
	o := &object{typ: typ}
	c.st.own[o] = aggregate{typ: typ, fields: map[int]value{}}
	c.setURL(pointer{obj: o}, full)
	return pointer{obj: o}
}

// setURL takes the text of a URL apart into the members of a url.URL.
func (c *call) setURL(p pointer, full value) {
	part := func(get func(scheme, host string, path, query text) value) value {
		return lift1(full, func(v value) value {
			path, query := splitQuery(asText(v))
			scheme, host := "", ""
			if s, rest, ok := cutOrigin(path); ok {
				scheme, host, path = s[0], s[1], rest
			}
			return get(scheme, host, path, query)
		})
	}
	a, _ := c.st.load(p).(aggregate)
	out := aggregate{typ: a.typ, rest: a.rest, fields: map[int]value{}}
	for k, v := range a.fields {
		out.fields[k] = v
	}
	for name, get := range map[string]func(scheme, host string, path, query text) value{
		"Scheme":   func(s, _ string, _, _ text) value { return literal(s) },
		"Host":     func(_, h string, _, _ text) value { return literal(h) },
		"Path":     func(_, _ string, p, _ text) value { return p },
		"RawPath":  func(_, _ string, _, _ text) value { return text{} },
		"RawQuery": func(_, _ string, _, q text) value { return q },
	} {
		if i := memberIndex(out.typ, name); i >= 0 {
			out.fields[i] = part(get)
		}
	}
	c.st.store(p, out)
}

// cutOrigin cuts scheme and host off a text that has them as literals.
func cutOrigin(t text) (origin [2]string, rest text, ok bool) {
	if len(t) == 0 || t[0].hole != nil {
		return origin, t, false
	}
	scheme, after, found := strings.Cut(t[0].lit, "://")
	if !found {
		return origin, t, false
	}
	host, path, slash := strings.Cut(after, "/")
	if !slash && len(t) > 1 {
		return origin, t, false // the host goes on in a hole
	}
	if slash {
		path = "/" + path
	}
	return [2]string{scheme, host}, concat(literal(path), t[1:]), true
}

// splitQuery splits a text at its first question mark, and leaves out a fragment.
func splitQuery(t text) (path, query text) {
	s := t.symbols()
	if i := strings.IndexByte(s, '?'); i >= 0 {
		return t.cut(0, i), t.cut(i+1, len(s))
	}
	return t, nil
}

// urlText returns the text that a string or a *url.URL is.
func (c *call) urlText(v value) value {
	return lift1(v, func(v value) value {
		switch v := v.(type) {
		case pointer:
			return c.urlOf(c.st.load(v))
		case *sym:
			return holeText(v)
		}
		return asText(v)
	})
}

// urlOf returns the text of the members of a url.URL.
func (c *call) urlOf(v value) value {
	return lift1(v, func(v value) value {
		a, ok := v.(aggregate)
		if !ok {
			return holeText(v)
		}
		parts := []value{memberByName(a, "Scheme"), memberByName(a, "Host"), memberByName(a, "Path"), memberByName(a, "RawPath"), memberByName(a, "RawQuery")}
		return lift(parts, func(vs []value) value {
			var out text
			scheme, host, path, raw, query := asText(vs[0]), asText(vs[1]), asText(vs[2]), asText(vs[3]), asText(vs[4])
			if len(scheme) > 0 || len(host) > 0 {
				out = concat(scheme, literal("://"), host)
			}
			if len(raw) > 0 && !onlyRest(vs[3]) {
				path = raw
			}
			if len(out) > 0 && len(path) > 0 && path[0].hole == nil && !startsWith(path, "/") {
				out = concat(out, literal("/"))
			}
			out = concat(out, path)
			if len(query) > 0 && !onlyRest(vs[4]) {
				out = concat(out, literal("?"), query)
			}
			return out
		})
	})
}

// onlyRest reports whether a member is what it was in a struct of which nothing is known.
func onlyRest(v value) bool {
	s, ok := v.(*sym)
	return ok && s.root != fromParam
}
