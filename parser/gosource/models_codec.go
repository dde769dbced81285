package gosource

import (
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"
)

var writerModels = map[string]model{
	"bytes.NewReader":                same1,
	"bytes.NewBuffer":                newBuffer,
	"bytes.NewBufferString":          newBuffer,
	"strings.NewReader":              same1,
	"io.NopCloser":                   same1,
	"io.Pipe":                        pipe,
	"(*bytes.Buffer).Bytes":          content,
	"(*bytes.Buffer).String":         content,
	"(*strings.Builder).String":      content,
	"(*strings.Builder).WriteString": writeModel,
	"(*strings.Builder).Write":       writeModel,
	"(*strings.Builder).WriteByte":   writeModel,
	"(*strings.Builder).WriteRune":   writeModel,
	"(*bytes.Buffer).WriteString":    writeModel,
	"(*bytes.Buffer).Write":          writeModel,
	"(*bytes.Buffer).WriteByte":      writeModel,
	"io.WriteString":                 writeModel,
	"fmt.Fprintf": func(c *call) (value, bool) {
		inner := *c
		inner.args, inner.typ = c.args[1:], types.Typ[types.String]
		v, ok := sprintf(&inner)
		if ok {
			c.write(c.args[0], v)
		}
		return c.unknownResult(), true
	},
}

// same1 returns the first argument as it is: who reads from a reader of bytes gets them.
func same1(c *call) (value, bool) { return c.args[0], true }

func newBuffer(c *call) (value, bool) {
	o := &object{typ: deref(c.typ)}
	c.st.own[o] = lift1(c.args[0], func(v value) value { return asText(v) })
	return pointer{obj: o}, true
}

// pipe returns one buffer for both ends: what is written into the one is read from the other.
func pipe(c *call) (value, bool) {
	o := &object{typ: types.Typ[types.String]}
	c.st.own[o] = text{}
	return tuple{pointer{obj: o}, pointer{obj: o}}, true
}

func content(c *call) (value, bool) {
	return lift1(c.args[0], func(v value) value {
		if p, ok := v.(pointer); ok {
			return written(c.st.load(p))
		}
		return holeText(v)
	}), true
}

// written returns what a buffer holds.
func written(v value) value {
	return lift1(v, func(v value) value {
		if _, fresh := v.(aggregate); fresh {
			return text{}
		}
		return asText(v)
	})
}

func writeModel(c *call) (value, bool) {
	if len(c.args) < 2 {
		return nil, false
	}
	v := lift1(c.args[1], func(v value) value {
		if n, ok := asInt(v); ok {
			return literal(string(rune(n)))
		}
		return asText(v)
	})
	c.write(c.args[0], v)
	return c.unknownResult(), true
}

// write adds a text to a buffer.
func (c *call) write(to, v value) {
	for _, to := range flatten([]value{to}) {
		if i, ok := to.(iface); ok {
			to = i.v
		}
		if p, ok := to.(pointer); ok {
			c.st.store(p, lift([]value{written(c.st.load(p)), v}, func(vs []value) value { return concat(asText(vs[0]), asText(vs[1])) }))
		}
	}
}

var otherModels = map[string]model{
	"fmt.Errorf":   fail,
	"errors.New":   fail,
	"errors.Is":    func(*call) (value, bool) { return boolean(false), true },
	"errors.As":    func(*call) (value, bool) { return boolean(false), true },
	"slices.Clone": same1,

	"(*regexp.Regexp).ReplaceAllString":        rewritten,
	"(*regexp.Regexp).ReplaceAllLiteralString": rewritten,
	"(*regexp.Regexp).ReplaceAllStringFunc":    rewritten,
	"maps.Clone":                               same1,
	"slices.Concat":                            concatSlices,
	"(*sync.Once).Do":                          callFirst,
	"(sync.Locker).Lock":                       func(*call) (value, bool) { return nil, true },
}

func fail(c *call) (value, bool) { return failure{c.typ}, true }

// rewritten is about functions that change parts of a text: of a query its keys are left, and whether there are more
// is not known any more.
func rewritten(c *call) (value, bool) {
	return lift1(c.args[1], func(v value) value {
		var out text
		for _, p := range asText(v) {
			d, ok := p.hole.(*dict)
			if !ok {
				return holeText(unknown(c.typ, "a text that is rewritten"))
			}
			open := *d
			open.open = true
			out = append(out, part{hole: &open})
		}
		return out
	}), true
}

func concatSlices(c *call) (value, bool) {
	s, ok := c.args[0].(slice)
	if !ok {
		return nil, false
	}
	inner := *c
	out := value(zero(c.typ))
	for _, e := range c.st.elements(s) {
		inner.args = []value{out, e}
		out = inner.builtin("append")
	}
	return out, true
}

func callFirst(c *call) (value, bool) {
	if fn, ok := c.args[1].(closure); ok && len(fn.fn.Blocks) > 0 && !c.recursive(fn.fn) {
		if _, st := c.run.callFunction(c.frame, c.instr, fn.fn, nil, fn.bindings, c.st); st != nil {
			c.st = st
		}
	}
	return nil, true
}

// byRole returns the model of a function that encodes or decodes by reflection, by its
// name and signature: there are many libraries, and they all look the same.
func (c *call) byRole() model {
	sig := c.fn.Signature
	pkg := packageOf(c.fn)
	if pkg == nil {
		return nil
	}
	results, params := sig.Results(), sig.Params()
	switch name := c.fn.Name(); {
	case params.Len() >= 1 && isAny(params.At(0).Type()) && results.Len() > 0 && results.Len() <= 2 && results.At(0).Type().String() == "net/url.Values":
		return encodeValues
	case !isCodec(pkg):
		return nil
	case strings.HasPrefix(name, "Marshal") && sig.Recv() == nil && results.Len() > 0 && isBytes(results.At(0).Type()) && params.Len() > 0 && isAny(params.At(0).Type()):
		return marshal
	case strings.HasPrefix(name, "Unmarshal") && sig.Recv() == nil && params.Len() >= 2 && isAny(params.At(1).Type()):
		return func(c *call) (value, bool) { c.decodeInto(c.args[1]); return zero(c.typ), true }
	case (name == "NewEncoder" || name == "NewDecoder") && sig.Recv() == nil && params.Len() > 0:
		return func(c *call) (value, bool) { return tuple{c.args[0]}, true }
	case name == "Encode" && sig.Recv() != nil && params.Len() == 1 && isAny(params.At(0).Type()):
		return encodeTo
	case name == "Decode" && sig.Recv() != nil && params.Len() == 1 && isAny(params.At(0).Type()):
		return decodeMethod
	}
	return nil
}

func packageOf(fn *ssa.Function) *types.Package {
	switch {
	case fn.Pkg != nil:
		return fn.Pkg.Pkg
	case fn.Object() != nil:
		return fn.Object().Pkg()
	case fn.Origin() != nil:
		return packageOf(fn.Origin())
	}
	return nil
}

// isCodec reports whether a package has the name of one that reads and writes JSON,
// forms or the like.
func isCodec(p *types.Package) bool {
	name := strings.ToLower(p.Name())
	return strings.Contains(name, "json") || strings.Contains(name, "sonic") || strings.Contains(name, "xml")
}

func isBytes(t types.Type) bool {
	s, ok := t.Underlying().(*types.Slice)
	return ok && s.Elem().String() == "byte"
}

func isAny(t types.Type) bool {
	i, ok := t.Underlying().(*types.Interface)
	return ok && i.NumMethods() == 0
}

func marshal(c *call) (value, bool) {
	out := lift1(c.args[0], func(v value) value { return holeText(c.encode(v)) })
	t, ok := c.typ.(*types.Tuple)
	if !ok {
		return out, true
	}
	all := make(tuple, t.Len())
	for i := range all {
		all[i] = zero(t.At(i).Type())
	}
	all[0] = out
	return all, true
}

// encode notes that a value is encoded, with the variable that a pointer leads to as it is now.
func (c *call) encode(v value) encoded {
	e := encoded{v: v}
	if i, ok := v.(iface); ok {
		e = encoded{i.v, i.typ}
	} else {
		e.typ = typeOf(v)
	}
	if p, ok := e.v.(pointer); ok {
		if d, ok := c.st.load(p).(*dict); ok {
			e.v = d
		}
	}
	c.encodes = append(c.encodes, e)
	return e
}

func encodeTo(c *call) (value, bool) {
	w, ok := c.args[0].(tuple)
	if !ok {
		return zero(c.typ), true
	}
	c.write(w[0], lift1(c.args[1], func(v value) value { return holeText(c.encode(v)) }))
	return zero(c.typ), true
}

// encodeValues is about functions that write a struct into url.Values.
func encodeValues(c *call) (value, bool) {
	o := &object{}
	d := &dict{}
	what := c.args
	if c.fn.Signature.Recv() != nil {
		what = what[1:]
	}
	for _, v := range flatten(what[:1]) {
		i, ok := v.(iface)
		switch {
		case ok && isNil(i.v), isNil(v):
		case ok:
			d.from = append(d.from, encoded{i.v, i.typ})
		default:
			d.open = true
		}
	}
	c.st.own[o] = d
	if t, ok := c.typ.(*types.Tuple); ok && t.Len() == 2 {
		return tuple{pointer{obj: o}, zero(errorType)}, true
	}
	return pointer{obj: o}, true
}

func decodeMethod(c *call) (value, bool) {
	if len(c.args) < 2 {
		return nil, false
	}
	c.decodeInto(c.args[1])
	return zero(c.typ), true
}

// decodeInto notes that an answer is read into what a pointer leads to.
func (c *call) decodeInto(v value) {
	for _, v := range flatten([]value{v}) {
		i, ok := v.(iface)
		if !ok {
			continue
		}
		p, ok := i.v.(pointer)
		if !ok {
			if s, ok := i.v.(*sym); ok && s.root != fromDecode {
				p = pointer{obj: c.objectOf(s)}
			} else {
				continue
			}
		}
		to := deref(i.typ)
		if inner, ok := c.st.load(p).(iface); ok && isAny(to) {
			c.decodeInto(inner)
			continue
		}
		d := &decode{typ: to, pos: c.instr.Pos(), order: len(c.decodes)}
		c.decodes = append(c.decodes, d)
		c.st.store(p, &sym{typ: to, root: fromDecode, name: "answer", decoded: d, index: -1})
	}
}
