package gosource

import (
	"cmp"
	"go/token"
	"go/types"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/docgen-go/docgen/model/gofacts"
	"github.com/docgen-go/docgen/model/source"
)

// A called operation is one with the functions between it and its exported caller.
type called struct {
	*gofacts.Operation
	fn  *ssa.Function
	via []*ssa.Function
}

// operations runs an exported function and returns what it calls: a method of a builder once more, behind all its setters.
func (r *reader) operations(fn *ssa.Function) ([]*called, []gofacts.Unresolved) {
	ops, left := r.operationsAs(fn, nil)
	if b := r.builderOf(fn); b != nil {
		built, more := r.operationsAs(fn, b)
		if len(ops) == 0 {
			left = more
		}
		ops = addBuilt(ops, built)
	}
	return ops, left
}

func (r *reader) operationsAs(fn *ssa.Function, b *builder) ([]*called, []gofacts.Unresolved) {
	run := r.newRun()
	result, after := run.exported(fn, b)
	if len(run.requests) == 0 && r.static[fn] {
		run = r.newRun()
		run.absent = true
		result, after = run.exported(fn, b)
	}
	var ops []*called
	var left []gofacts.Unresolved
	for _, q := range run.requests {
		ops, left = r.resolve(run, fn, q, after, ops, left)
	}
	switch {
	case run.steps > maxSteps:
		left = append(left, r.unresolved(fn, "it is too long to be run on symbols", false))
	case run.cut && len(ops) == 0:
		left = append(left, r.unresolved(fn, "it has a loop that is too long to be run on symbols", false))
	case len(run.requests) == 0 && r.static[fn]:
		left = append(left, r.unresolved(fn, "no request was made when it was run on symbols", false))
	}
	ops = withoutEmptySlots(ops)
	for _, op := range ops {
		run.complete(op, fn, result, after)
	}
	if len(ops) > 0 { // what goes to an address of the configuration besides gets a token, say
		left = slices.DeleteFunc(left, func(u gofacts.Unresolved) bool { return u.Generic })
	}
	for i := range left {
		left[i].Further = len(ops) > 0
		if !left[i].Further {
			left[i].Sent = source.Span{} // which is the function itself
		}
	}
	return ops, compactUnresolved(left)
}

// exported runs an exported function on symbols for what it takes, and what is made of its result.
func (r *run) exported(fn *ssa.Function, b *builder) (value, *state) {
	st := r.base.fork()
	args := make([]value, len(fn.Params))
	for i, p := range fn.Params {
		root := fromParam
		if i == 0 && fn.Signature.Recv() != nil {
			root = fromReceiver
		}
		args[i] = &sym{typ: p.Type(), root: root, name: p.Name(), index: -1}
		if fn.Signature.Variadic() && i == len(fn.Params)-1 && isOption(p.Type()) {
			args[i] = scalar{typ: p.Type()} // who is called without options sends none
		}
	}
	if b != nil {
		args[0], st = r.built(b, fn, st)
	}
	result, after := r.callFunction(nil, nil, fn, args, nil, st)
	if after == nil {
		after = st
	}
	return result, r.callAnswers(fn, result, after)
}

// withoutEmptySlots leaves out operations that are another one with nothing in some of its slots: what writes a value
// as a text gives none for what it cannot write.
func withoutEmptySlots(ops []*called) []*called {
	return slices.DeleteFunc(slices.Clone(ops), func(o *called) bool {
		return slices.ContainsFunc(ops, func(p *called) bool { return p != o && p.Verb == o.Verb && emptied(o.Path, p.Path) })
	})
}

// emptied reports whether a path is another one with nothing in one or more segments that are slots.
func emptied(path, full string) bool {
	segments, slotted := strings.Split(path, "/"), strings.Split(full, "/")
	if path == full || len(segments) != len(slotted) {
		return false
	}
	for i, s := range slotted {
		if segments[i] != s && (!slots.MatchString(s) || slots.ReplaceAllString(s, "") != segments[i]) {
			return false
		}
	}
	return true
}

// callAnswers calls the functions that a function gives: an iterator sends its requests
// when it is ranged over.
func (r *run) callAnswers(fn *ssa.Function, result value, st *state) *state {
	for _, c := range closuresIn(answers(fn, result), st) {
		if len(c.fn.Blocks) == 0 || !r.reach[c.fn] {
			continue
		}
		args := make([]value, len(c.fn.Params))
		for i, p := range c.fn.Params {
			args[i] = unknown(p.Type(), p.Name())
		}
		if _, after := r.callFunction(nil, nil, c.fn, args, c.bindings, st.fork()); after != nil {
			st = after
		}
	}
	return st
}

// closuresIn returns the functions among values and in the structs that they are or lead to.
func closuresIn(values []value, st *state) []closure {
	var out []closure
	for _, v := range values {
		if p, ok := v.(pointer); ok {
			v = st.load(p)
		}
		switch v := v.(type) {
		case closure:
			out = append(out, v)
		case aggregate:
			for i := range 64 {
				if c, ok := v.fields[i].(closure); ok {
					out = append(out, c)
				}
			}
		}
	}
	return out
}

// isOption reports whether a variadic parameter takes options: functions, values of an interface with methods, or structs
// that no caller can fill by hand. What a struct with members of its own says is data like that of any other parameter.
func isOption(t types.Type) bool {
	s, ok := t.Underlying().(*types.Slice)
	if !ok {
		return false
	}
	switch u := s.Elem().Underlying().(type) {
	case *types.Signature:
		return true
	case *types.Interface:
		return u.NumMethods() > 0
	case *types.Pointer, *types.Struct:
		if hasExported(s.Elem()) {
			return false
		}
		return strings.Contains(strings.ToLower(types.TypeString(s.Elem(), nil)), "opt")
	}
	return false
}

// hasExported reports whether a type is a struct, or a pointer to one, with a member that callers can set to something else
// than a function.
func hasExported(t types.Type) bool {
	s := structOf(t)
	for i := 0; s != nil && i < s.NumFields(); i++ {
		if _, isFunc := s.Field(i).Type().Underlying().(*types.Signature); s.Field(i).Exported() && !s.Field(i).Embedded() && !isFunc {
			return true
		}
	}
	return false
}

func (r *reader) unresolved(fn *ssa.Function, why string, generic bool) gofacts.Unresolved {
	return gofacts.Unresolved{Func: funcName(fn), Package: fn.Pkg.Pkg.Path(), Span: r.span(fn.Pos(), token.NoPos), Why: why, Generic: generic}
}

// unsent returns what is not known of a request, with the call of the function that leads to it.
func (r *reader) unsent(fn *ssa.Function, q *request, why string, generic bool) gofacts.Unresolved {
	out, at := r.unresolved(fn, why, generic), q.pos
	for f := q.frame; f != nil && f.fn != fn; f = f.caller {
		if f.call != nil {
			at = f.call.Pos()
		}
	}
	out.Sent = r.span(at, token.NoPos)
	return out
}

func compactUnresolved(left []gofacts.Unresolved) []gofacts.Unresolved {
	var out []gofacts.Unresolved
	for _, u := range left {
		if !slices.Contains(out, u) {
			out = append(out, u)
		}
	}
	return out
}

// resolve makes operations of a request: one for each verb and path that it may have.
func (r *reader) resolve(run *run, fn *ssa.Function, q *request, after *state, ops []*called, left []gofacts.Unresolved) ([]*called, []gofacts.Unresolved) {
	method, address := q.method, q.url
	c := &call{frame: q.frame, st: after}
	var query value = text{}
	if q.obj != nil {
		if a, ok := after.get(q.obj).(aggregate); ok {
			if u := c.urlText(memberByName(a, "URL")); !isLost(u) {
				query = lift1(u, func(v value) value { _, query := splitQuery(asText(v)); return query })
			}
		}
	}
	pairs := lift([]value{method, address}, func(vs []value) value { return tuple{asText(vs[0]), asText(vs[1])} })
	for _, v := range flatten([]value{pairs}) {
		p, ok := v.(tuple)
		if !ok {
			left = append(left, r.unsent(fn, q, "its request has too many verbs and paths", false))
			continue
		}
		verb, known := p[0].(text).lit()
		path, tail, why := pathOf(p[1].(text))
		switch {
		case !known:
			left = append(left, r.unsent(fn, q, "the verb is not constant", fromCaller(p[0].(text))))
			continue
		case why != "":
			left = append(left, r.unsent(fn, q, why, fromCaller(p[1].(text))))
			continue
		}
		op := &called{Operation: &gofacts.Operation{Func: funcName(fn), Package: fn.Pkg.Pkg.Path(), Span: r.span(fn.Pos(), token.NoPos),
			Verb: strings.ToUpper(cmp.Or(verb, "GET")), Path: path, Tail: tail, Slots: r.slotValues(p[1].(text))}, fn: fn}
		for f := q.frame; f != nil && f.fn != fn; f = f.caller {
			op.via = append(op.via, f.fn)
		}
		for _, o := range ops {
			if o.Verb == op.Verb && o.Path == op.Path {
				op = o
			}
		}
		_, direct := splitQuery(p[1].(text))
		run.addQuery(op.Operation, direct)
		for _, more := range flatten([]value{query}) {
			run.addQuery(op.Operation, asText(more))
		}
		run.addBody(op.Operation, q, after)
		run.addHeaders(op.Operation, q, after)
		if !slices.Contains(ops, op) {
			ops = append(ops, op)
		}
	}
	return ops, left
}

func isLost(v value) bool {
	t, ok := v.(text)
	return ok && len(t) == 1 && t[0].hole != nil
}

// fromCaller reports whether a text is what the caller of an exported function says.
func fromCaller(t text) bool {
	for _, p := range t {
		if s, ok := p.hole.(*sym); ok && (s.top().root == fromParam || s.top().root == fromReceiver) {
			return true
		}
	}
	return false
}

var slotName = regexp.MustCompile(`[^A-Za-z0-9_.]+`)

// pathOf returns the path of a URL with its slots in braces, without the base URL; tail
// says that something unknown follows it, and why what is not known.
func pathOf(t text) (path string, tail bool, why string) {
	t, _ = splitQuery(t)
	if _, rest, ok := cutOrigin(t); ok {
		t = rest
	}
	for len(t) > 0 && isBase(t[0]) {
		t = t[1:]
		if len(t) > 1 && t[0].lit == "/" && isBase(t[1]) {
			t = t[1:]
		}
	}
	if len(t) > 0 && t[0].hole == nil && strings.Contains(t[0].lit, "://") {
		_, after, _ := strings.Cut(t[0].lit, "://")
		_, after, _ = strings.Cut(after, "/")
		t = concat(literal("/"+after), t[1:])
	}
	var b strings.Builder
	letters := false
	for i, p := range t {
		if p.hole == nil {
			b.WriteString(p.lit)
			letters = letters || strings.Trim(p.lit, "/") != ""
			continue
		}
		s, isSym := p.hole.(*sym)
		if !isSym {
			return "", false, "something is written into the path that is no value"
		}
		if i == len(t)-1 && i > 0 && !endsWith(t[:i], "/") && t[i-1].hole == nil && s.root != fromParam {
			tail = true
			continue
		}
		b.WriteString("{" + slotText(s) + "}")
	}
	if !letters {
		return "", false, "the path is not constant"
	}
	path = "/" + strings.TrimLeft(b.String(), "/")
	return path, tail, ""
}

// slotValues returns the constants of the types of what is written into a path.
func (r *reader) slotValues(t text) map[string][]string {
	out := map[string][]string{}
	for _, p := range t {
		s, ok := p.hole.(*sym)
		if !ok || s.typ == nil {
			continue
		}
		if _, named := types.Unalias(s.typ).(*types.Named); !named {
			continue
		}
		for _, v := range r.facts.of(s.typ).Values {
			name := slotText(s)
			out[name] = append(out[name], v.Value)
		}
	}
	return out
}

// slotText returns the name of a slot as paths have it.
func slotText(s *sym) string { return slotName.ReplaceAllString(cmp.Or(nameOf(s), "value"), "") }

// isBase reports whether a part at the start of a URL is the base URL or a part of it.
func isBase(p part) bool {
	if p.hole == nil {
		return p.lit == "://"
	}
	s, ok := p.hole.(*sym)
	return ok && s.top().root != fromParam
}

// nameOf returns the name that says most of a symbol: that of the parameter or member.
func nameOf(s *sym) string {
	for ; s != nil; s = s.parent {
		if s.name != "" && s.name != "[]" {
			return s.name
		}
	}
	return ""
}

// finish says through which other exported function each operation goes, and sorts them.
func finish(found []*called) []*gofacts.Operation {
	has := map[*ssa.Function][]*called{}
	for _, op := range found {
		has[op.fn] = append(has[op.fn], op)
	}
	out := make([]*gofacts.Operation, 0, len(found))
	for _, op := range found {
		for _, fn := range op.via {
			for _, o := range has[fn] {
				if o.Verb == op.Verb && o.Path == op.Path || o.Verb == op.Verb && sameSlots(o.Path, op.Path) {
					op.Through = o.Func
				}
			}
		}
		out = append(out, op.Operation)
	}
	slices.SortStableFunc(out, func(a, b *gofacts.Operation) int {
		return cmp.Or(cmp.Compare(a.Path, b.Path), cmp.Compare(a.Verb, b.Verb), cmp.Compare(a.Package, b.Package), cmp.Compare(a.Func, b.Func))
	})
	return out
}

var slots = regexp.MustCompile(`\{[^}]*\}`)

func sameSlots(a, b string) bool {
	return slots.ReplaceAllString(a, "{}") == slots.ReplaceAllString(b, "{}")
}
