package gosource

import (
	"go/types"
)

var urlModels = map[string]model{
	"net/url.Parse":           parseURL,
	"net/url.ParseRequestURI": parseURL,
	"(*net/url.URL).String":   func(c *call) (value, bool) { return c.urlText(c.args[0]), true },
	"(*net/url.URL).RequestURI": func(c *call) (value, bool) {
		return c.urlText(c.args[0]), true
	},
	"(*net/url.URL).EscapedPath": func(c *call) (value, bool) {
		return lift1(c.args[0], func(v value) value {
			if p, ok := v.(pointer); ok {
				return asText(memberByName(c.st.load(p), "Path"))
			}
			return holeText(v)
		}), true
	},
	"(*net/url.URL).Parse":            resolveURL,
	"(*net/url.URL).ResolveReference": resolveURL,
	"(*net/url.URL).JoinPath": func(c *call) (value, bool) {
		joined, ok := c.joinedURL(c.urlText(c.args[0]), c.args[1])
		if !ok {
			return nil, false
		}
		return c.newURL(deref(c.typ), joined), true
	},
	"net/url.JoinPath": func(c *call) (value, bool) {
		joined, ok := c.joinedURL(c.args[0], c.args[1])
		return tuple{joined, zero(errorType)}, ok
	},
	"(*net/url.URL).Query": func(c *call) (value, bool) {
		return lift1(c.args[0], func(v value) value {
			if p, ok := v.(pointer); ok {
				return c.parsedQuery(memberByName(c.st.load(p), "RawQuery"))
			}
			return c.parsedQuery(text{})
		}), true
	},
	"net/url.ParseQuery": func(c *call) (value, bool) {
		return tuple{c.parsedQuery(c.args[0]), zero(errorType)}, true
	},
	"(net/url.Values).Set":    setModel,
	"(net/url.Values).Add":    setModel,
	"(net/url.Values).Encode": encodeModel,
	"(net/url.Values).Get": func(c *call) (value, bool) {
		return holeText(unknown(c.typ, "Get")), true
	},
}

func parseURL(c *call) (value, bool) {
	u := deref(c.typ.(*types.Tuple).At(0).Type())
	return tuple{lift1(c.args[0], func(v value) value { return c.newURL(u, asText(v)) }), zero(errorType)}, true
}

// resolveURL is about references that are resolved against a base: an absolute one
// takes its place, another one follows it.
func resolveURL(c *call) (value, bool) {
	result := c.typ
	t, failing := result.(*types.Tuple)
	if failing {
		result = t.At(0).Type()
	}
	u := lift([]value{c.urlText(c.args[0]), c.urlText(c.args[1])}, func(vs []value) value {
		base, ref := asText(vs[0]), asText(vs[1])
		if _, _, absolute := cutOrigin(ref); absolute {
			return ref
		}
		base, _ = splitQuery(base)
		if !endsWith(base, "/") && !startsWith(ref, "/") && len(base) > 0 {
			base = concat(base, literal("/"))
		}
		if endsWith(base, "/") && startsWith(ref, "/") {
			ref = ref.cut(1, len(ref.symbols()))
		}
		return concat(base, ref)
	})
	to := lift1(u, func(v value) value { return c.newURL(deref(result), v) })
	if failing {
		return tuple{to, zero(errorType)}, true
	}
	return to, true
}

func (c *call) joinedURL(base, elems value) (value, bool) {
	ok := true
	joined := lift1(base, func(v value) value {
		t, fine := c.joinPath(elems, asText(v))
		ok = ok && fine
		return t
	})
	return joined, ok
}

// parsedQuery returns the values of a query.
func (c *call) parsedQuery(query value) value {
	o := &object{}
	d := &dict{}
	for _, q := range flatten([]value{query}) {
		more, open := queryOf(asText(q))
		more.open = open
		d.add(more)
	}
	c.st.own[o] = d
	return pointer{obj: o}
}

// queryOf returns the keys of the text of a query. Open reports whether something in
// it is not known.
func queryOf(t text) (d *dict, open bool) {
	d = &dict{}
	key, inKey := text{}, true
	var val text
	flush := func() {
		if name, ok := key.lit(); ok && name != "" {
			v := value(val)
			if len(val) == 1 && val[0].hole != nil {
				v = val[0].hole
			}
			*d = *d.with(literal(name), v)
		} else if len(key) > 0 {
			open = true
		}
		key, val, inKey = text{}, nil, true
	}
	for _, p := range t {
		switch hole := p.hole.(type) {
		case nil:
			for _, r := range p.lit {
				switch {
				case r == '&' || r == '?':
					flush()
				case r == '=' && inKey:
					inKey = false
				case inKey:
					key = concat(key, literal(string(r)))
				default:
					val = concat(val, literal(string(r)))
				}
			}
		case *dict:
			d.add(hole)
			open = open || hole.open
		default:
			if inKey {
				key = append(key, p)
			} else {
				val = append(val, p)
			}
		}
	}
	flush()
	return d, open
}

func setModel(c *call) (value, bool) {
	for _, m := range flatten([]value{c.args[0]}) {
		p, ok := m.(pointer)
		if !ok {
			continue
		}
		d, ok := c.st.load(p).(*dict)
		if !ok {
			continue
		}
		for _, key := range flatten([]value{c.args[1]}) {
			d = d.with(asText(key), c.args[2])
		}
		c.st.store(p, d)
	}
	return nil, true
}

func encodeModel(c *call) (value, bool) {
	return lift1(c.args[0], func(v value) value {
		if p, ok := v.(pointer); ok {
			if d, ok := c.st.load(p).(*dict); ok {
				if len(d.entries)+len(d.from) == 0 && !d.open {
					return text{}
				}
				return holeText(d)
			}
		}
		if isNil(v) {
			return text{}
		}
		return holeText(v)
	}), true
}
