package gosource

import (
	"go/constant"
	"go/types"
	"net/url"
	"path"
	"slices"
	"strings"
)

// A model says what a function of another module does, by its arguments. It reports
// whether it could say.
type model func(c *call) (value, bool)

// models are by what ssa.Function.String prints.
var models map[string]model

// methodModels are by the names of methods of interfaces behind which nothing is known.
var methodModels map[string]model

func init() {
	models = map[string]model{}
	for _, table := range []map[string]model{textModels, urlModels, httpModels, writerModels, otherModels} {
		for name, m := range table {
			models[name] = m
		}
	}
	methodModels = map[string]model{"Do": doModel, "RoundTrip": doModel, "Decode": decodeMethod, "Write": writeModel, "WriteString": writeModel}
}

// model returns the result of a call by a model.
func (c *call) model() (value, bool) {
	fn := c.fn
	if o := fn.Origin(); o != nil {
		fn = o
	}
	if m := models[fn.String()]; m != nil {
		return m(c)
	}
	if m := c.byRole(); m != nil {
		return m(c)
	}
	return nil, false
}

// pure makes a model of a function of texts.
func pure(f func(args []text) text) model {
	return func(c *call) (value, bool) {
		v := lift(c.args, func(vs []value) value {
			ts := make([]text, len(vs))
			for i, v := range vs {
				ts[i] = asText(v)
			}
			return f(ts)
		})
		if t, ok := c.typ.(*types.Tuple); ok && t.Len() == 2 {
			return tuple{v, zero(errorType)}, true
		}
		return v, true
	}
}

// same returns the first argument, on which the function has no bearing here.
var same = pure(func(args []text) text { return args[0] })

func onLiterals(f func(string) string) model {
	return pure(func(args []text) text { return args[0].mapLiterals(f) })
}

func unescape(f func(string) (string, error)) func(string) string {
	return func(s string) string {
		if t, err := f(s); err == nil {
			return t
		}
		return s
	}
}

var textModels = map[string]model{
	"fmt.Sprintf":           sprintf,
	"fmt.Sprint":            sprint,
	"fmt.Appendf":           nil,
	"strconv.Itoa":          same,
	"strconv.FormatInt":     same,
	"strconv.FormatUint":    same,
	"strconv.FormatBool":    same,
	"strconv.FormatFloat":   same,
	"strings.Clone":         same,
	"strings.TrimSpace":     onLiterals(func(s string) string { return s }),
	"strings.ToLower":       onLiterals(strings.ToLower),
	"strings.ToUpper":       onLiterals(strings.ToUpper),
	"net/url.PathEscape":    onLiterals(url.PathEscape),
	"net/url.QueryEscape":   onLiterals(url.QueryEscape),
	"net/url.PathUnescape":  onLiterals(unescape(url.PathUnescape)),
	"net/url.QueryUnescape": onLiterals(unescape(url.QueryUnescape)),
	"strings.Replace":       replaceModel,
	"strings.ReplaceAll":    replaceModel,
	"strings.Join":          joinModel,
	"strings.Split":         splitModel,
	"strings.Contains":      testModel(strings.Contains, false),
	"strings.HasPrefix":     testModel(strings.HasPrefix, true),
	"strings.HasSuffix":     suffixModel,
	"strings.Index":         indexModel(strings.Index),
	"strings.LastIndex":     indexModel(strings.LastIndex),
	"strings.IndexByte":     indexByte,
	"strings.TrimPrefix":    trimModel(strings.TrimPrefix, true, false),
	"strings.TrimSuffix":    trimModel(strings.TrimSuffix, false, true),
	"strings.TrimLeft":      trimModel(strings.TrimLeft, true, false),
	"strings.TrimRight":     trimModel(strings.TrimRight, false, true),
	"strings.Trim":          trimModel(strings.Trim, true, true),
	"strings.NewReplacer":   newReplacer,
	"(*strings.Replacer).Replace": func(c *call) (value, bool) {
		t, ok := c.args[0].(tuple)
		if !ok {
			return nil, false
		}
		pairs := make([]string, 0, len(t))
		for _, v := range t {
			s, known := asText(v).lit()
			if !known {
				return nil, false
			}
			pairs = append(pairs, s)
		}
		r := strings.NewReplacer(pairs...)
		return lift1(c.args[1], func(v value) value { return asText(v).mapLiterals(r.Replace) }), true
	},
	"path.Join": func(c *call) (value, bool) { return c.joinPath(c.args[0], nil) },
}

func newReplacer(c *call) (value, bool) {
	s, ok := c.args[0].(slice)
	if !ok || s.open {
		return nil, false
	}
	return tuple(c.st.elements(s)), true
}

func replaceModel(c *call) (value, bool) {
	return lift(c.args, func(vs []value) value {
		t := asText(vs[0])
		old, ok := asText(vs[1]).lit()
		if !ok || old == "" {
			if !slices.ContainsFunc(t, func(p part) bool { return p.hole == nil }) {
				return t // an address of the configuration is one whatever stands in it
			}
			return holeText(unknown(c.typ, c.fn.Name()))
		}
		n := -1
		if len(vs) > 3 {
			n, _ = asInt(vs[3])
		}
		var out text
		for _, p := range t {
			for p.hole == nil && n != 0 {
				before, after, found := strings.Cut(p.lit, old)
				if !found {
					break
				}
				out = concat(out, literal(before), asText(vs[2]))
				p.lit = after
				n--
			}
			if p.hole != nil {
				out = append(out, p)
			} else {
				out = concat(out, literal(p.lit))
			}
		}
		return out
	}), true
}

func joinModel(c *call) (value, bool) {
	return lift(c.args, func(vs []value) value {
		s, ok := vs[0].(slice)
		if !ok || s.open {
			return holeText(vs[0])
		}
		elems := c.st.elements(s)
		return lift(elems, func(elems []value) value {
			var out text
			for i, e := range elems {
				if i > 0 {
					out = concat(out, asText(vs[1]))
				}
				out = concat(out, asText(e))
			}
			return out
		})
	}), true
}

func splitModel(c *call) (value, bool) {
	return lift(c.args, func(vs []value) value {
		sep, ok := asText(vs[1]).lit()
		if !ok || sep == "" {
			return c.unknownResult()
		}
		var elems []value
		var cur text
		for _, p := range asText(vs[0]) {
			if p.hole != nil {
				cur = append(cur, p)
				continue
			}
			for i, s := range strings.Split(p.lit, sep) {
				if i > 0 {
					elems, cur = append(elems, cur), nil
				}
				cur = concat(cur, literal(s))
			}
		}
		return newSlice(c.typ, append(elems, cur), false, c.st)
	}), true
}

// testModel is about functions such as HasPrefix: what literals show is known, what
// is behind a hole is not.
func testModel(f func(s, t string) bool, atStart bool) model {
	return func(c *call) (value, bool) {
		return lift(c.args, func(vs []value) value {
			t := asText(vs[0])
			s, ok := asText(vs[1]).lit()
			if !ok {
				return c.unknownResult()
			}
			if whole, ok := t.lit(); ok {
				return boolean(f(whole, s))
			}
			for i, p := range t {
				if p.hole == nil && f(p.lit, s) && (!atStart || i == 0) {
					return boolean(true)
				}
			}
			if atStart && len(t) > 0 && t[0].hole == nil && len(t[0].lit) >= len(s) {
				return boolean(false)
			}
			return c.unknownResult()
		}), true
	}
}

func suffixModel(c *call) (value, bool) {
	return lift(c.args, func(vs []value) value {
		t := asText(vs[0])
		s, ok := asText(vs[1]).lit()
		if !ok || len(t) == 0 {
			return c.unknownResult()
		}
		if last := t[len(t)-1]; last.hole == nil && (len(last.lit) >= len(s) || len(t) == 1) {
			return boolean(strings.HasSuffix(last.lit, s))
		}
		return c.unknownResult()
	}), true
}

func indexModel(f func(s, t string) int) model {
	return func(c *call) (value, bool) {
		return lift(c.args, func(vs []value) value {
			t, s := asText(vs[0]), ""
			sub, ok := asText(vs[1]).lit()
			if s = t.symbols(); !ok {
				return c.unknownResult()
			}
			return integer(f(s, sub))
		}), true
	}
}

func indexByte(c *call) (value, bool) {
	return lift(c.args, func(vs []value) value {
		b, ok := asInt(vs[1])
		if !ok {
			return c.unknownResult()
		}
		return integer(strings.IndexByte(asText(vs[0]).symbols(), byte(b)))
	}), true
}

func trimModel(f func(s, cut string) string, left, right bool) model {
	return func(c *call) (value, bool) {
		return lift(c.args, func(vs []value) value {
			t := asText(vs[0])
			cut, ok := asText(vs[1]).lit()
			if !ok || len(t) == 0 {
				return t
			}
			out := append(text(nil), t...)
			if first := out[0]; left && first.hole == nil {
				out[0].lit = trimOne(first.lit, cut, f, true, len(out) == 1 && right)
			}
			if last := len(out) - 1; right && out[last].hole == nil && (last > 0 || !left) {
				out[last].lit = trimOne(out[last].lit, cut, f, false, true)
			}
			return concat(out)
		}), true
	}
}

// trimOne trims one end of a literal, or both, and nothing at the end that a hole follows.
func trimOne(s, cut string, f func(s, cut string) string, left, right bool) string {
	const guard = "\x00"
	if !left {
		return strings.TrimPrefix(f(guard+s, cut), guard)
	}
	if !right {
		return strings.TrimSuffix(f(s+guard, cut), guard)
	}
	return f(s, cut)
}

// joinPath joins the elements of a slice as path.Join does, behind a first one.
func (c *call) joinPath(elems value, first text) (value, bool) {
	s, ok := elems.(slice)
	if !ok || s.open {
		return nil, false
	}
	return lift(c.st.elements(s), func(vs []value) value {
		out := first
		for _, v := range vs {
			t := asText(v)
			if len(t) == 0 {
				continue
			}
			if len(out) > 0 && !endsWith(out, "/") && !startsWith(t, "/") {
				out = concat(out, literal("/"))
			}
			if endsWith(out, "/") && startsWith(t, "/") {
				t = t.cut(1, len(t.symbols()))
			}
			out = concat(out, t)
		}
		if whole, ok := out.lit(); ok && whole != "" {
			return literal(path.Clean(whole))
		}
		return out
	}), true
}

func startsWith(t text, s string) bool {
	return len(t) > 0 && t[0].hole == nil && strings.HasPrefix(t[0].lit, s)
}

func endsWith(t text, s string) bool {
	return len(t) > 0 && t[len(t)-1].hole == nil && strings.HasSuffix(t[len(t)-1].lit, s)
}

func sprint(c *call) (value, bool) {
	s, ok := c.args[0].(slice)
	if !ok {
		return nil, false
	}
	return lift(c.st.elements(s), func(vs []value) value {
		var out text
		for _, v := range vs {
			out = concat(out, c.printed(v))
		}
		return out
	}), true
}

// printed returns what fmt prints of a value.
func (c *call) printed(v value) text {
	i, ok := v.(iface)
	if !ok {
		return asText(v)
	}
	if s, ok := i.v.(scalar); ok && s.c != nil && s.c.Kind() == constant.Int && types.NewMethodSet(i.typ).Lookup(nil, "String") != nil {
		return holeText(unknown(i.typ, "String"))
	}
	return asText(i.v)
}

func sprintf(c *call) (value, bool) {
	args := []value{}
	if s, ok := c.args[1].(slice); ok {
		args = c.st.elements(s)
		if s.open {
			args = append(args, unknown(errorType, "an argument"))
		}
	}
	return lift(append([]value{c.args[0]}, args...), func(vs []value) value {
		format, ok := asText(vs[0]).lit()
		if !ok {
			return holeText(unknown(c.typ, "a format that is not constant"))
		}
		return c.format(format, vs[1:])
	}), true
}

// format lays arguments into a format as fmt does.
func (c *call) format(format string, args []value) text {
	var out text
	next := 0
	for {
		before, rest, found := strings.Cut(format, "%")
		out = concat(out, literal(before))
		if !found || rest == "" {
			return out
		}
		flags := len(rest) - len(strings.TrimLeft(rest, "+-# 0123456789.[]"))
		if at := strings.Index(rest[:flags], "["); at >= 0 {
			if n := strings.Trim(rest[at:flags], "[]"); len(n) == 1 {
				next = int(n[0]-'0') - 1
			}
		}
		if flags == len(rest) {
			return out
		}
		verb := rest[flags]
		format = rest[flags+1:]
		if verb == '%' {
			out = concat(out, literal("%"))
			continue
		}
		arg := text(holeText(unknown(c.typ, "an argument that is not there")))
		if next >= 0 && next < len(args) {
			arg = c.printed(args[next])
		}
		next++
		out = concat(out, arg)
	}
}
