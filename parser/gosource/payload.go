package gosource

import (
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/docgen-go/docgen/model/gofacts"
)

// addQuery adds the keys of the text of a query.
func (r *run) addQuery(op *gofacts.Operation, query text) {
	if len(query) == 0 {
		return
	}
	d, open := queryOf(query)
	op.OpenQuery = op.OpenQuery || open
	r.addKeys(&op.Query, d)
	for _, e := range d.from {
		if t := r.facts.of(e.typ); !slices.Contains(op.QueryFrom, t) {
			op.QueryFrom = append(op.QueryFrom, t)
		}
	}
}

func (r *run) addKeys(to *[]*gofacts.Field, d *dict) {
	for _, e := range d.entries {
		name, ok := e.key.lit()
		if !ok || slices.ContainsFunc(*to, func(f *gofacts.Field) bool { return f.Name == name }) {
			continue
		}
		*to = append(*to, &gofacts.Field{Name: name, GoName: name, Type: r.facts.of(argType(e.v))})
	}
}

// argType returns the type that the value of a key had before it became a text.
func argType(v value) types.Type {
	if t, ok := v.(text); ok && len(t) == 1 && t[0].hole != nil {
		v = t[0].hole
	}
	if s, ok := v.(*sym); ok {
		return s.typ
	}
	if i, ok := v.(iface); ok {
		return i.typ
	}
	return types.NewInterfaceType(nil, nil)
}

func (r *run) addHeaders(op *gofacts.Operation, q *request, after *state) {
	if q.obj == nil {
		return
	}
	for _, h := range flatten([]value{memberByName(after.get(q.obj), "Header")}) {
		if p, ok := h.(pointer); ok {
			if d, ok := after.load(p).(*dict); ok {
				r.addKeys(&op.Headers, d)
			}
		}
	}
}

// addBody adds what the request carries, as far as it is known to be JSON of a value.
func (r *run) addBody(op *gofacts.Operation, q *request, after *state) {
	body := q.body
	if q.obj != nil {
		if a, ok := after.get(q.obj).(aggregate); ok {
			if b := memberByName(a, "Body"); !isLost(b) && b != nil {
				body = b
			}
		}
	}
	for _, v := range flatten([]value{body, q.body}) {
		r.addQuery(op, formIn(v, after)) // in a form, where the pages may say that it is the query
		if e, ok := encodedIn(v, after); ok && op.Body == nil {
			op.Body = r.bodyOf(e)
		}
	}
	if op.Body != nil || op.Verb == "GET" || op.Verb == "HEAD" {
		return
	}
	for _, e := range r.encodes {
		if fromArgument(e.v) && op.Body == nil {
			op.Body = r.bodyOf(e)
		}
	}
}

// fromArgument reports whether a value that is encoded is what the function was given.
func fromArgument(v value) bool {
	switch v := v.(type) {
	case *sym:
		return v.top().root == fromParam
	case pointer:
		return v.obj.from != nil && v.obj.from.top().root == fromParam
	case aggregate:
		return v.rest != nil && v.rest.top().root == fromParam
	}
	return false
}

// encodedIn returns the value whose JSON a body is.
func encodedIn(v value, st *state) (encoded, bool) {
	switch v := v.(type) {
	case iface:
		return encodedIn(v.v, st)
	case pointer:
		for _, held := range flatten([]value{st.load(v)}) {
			if t, ok := held.(text); ok {
				return encodedIn(t, st)
			}
		}
	case text:
		for _, p := range v {
			if e, ok := p.hole.(encoded); ok {
				return e, true
			}
			if i, ok := p.hole.(iface); ok {
				return encodedIn(i, st)
			}
		}
	case *dict:
		return encoded{v: v, typ: v.typ}, true
	}
	return encoded{}, false
}

// formIn returns the text of a form that a body is, none where it is something else.
func formIn(v value, st *state) text {
	switch v := v.(type) {
	case iface:
		return formIn(v.v, st)
	case pointer:
		for _, held := range flatten([]value{st.load(v)}) {
			if t, ok := held.(text); ok {
				return formIn(t, st)
			}
		}
	case text:
		if len(v) == 1 {
			if _, isForm := v[0].hole.(*dict); isForm {
				return v
			}
		}
	}
	return nil
}

// bodyOf returns the type of a body; that of a map has the keys that were written.
func (r *run) bodyOf(e encoded) *gofacts.Type {
	if d, ok := e.v.(*dict); ok {
		t := &gofacts.Type{Kind: gofacts.Struct, Open: d.open || len(d.from) > 0}
		r.addKeys(&t.Fields, d)
		return t
	}
	if e.typ == nil || isNil(e.v) {
		return nil
	}
	return r.facts.of(e.typ)
}

// complete adds what the function takes and gives.
func (r *run) complete(op *called, fn *ssa.Function, result value, after *state) {
	params := fn.Signature.Params()
	for _, p := range fn.Params {
		if _, plain := p.Type().Underlying().(*types.Basic); plain && !strings.Contains(op.Path, "{"+p.Name()+"}") {
			continue // where it went would be known
		}
		op.Names = append(op.Names, p.Name())
		if named, ok := deref(p.Type()).(*types.Named); ok && structOf(named) != nil {
			op.Names = append(op.Names, takenNames(named)...)
		}
		op.Names = append(op.Names, setByOptions(p.Type())...)
		if fn.Signature.Variadic() && p == fn.Params[len(fn.Params)-1] {
			op.ByOptions = r.optionKeys(p.Type())
		}
	}
	for i := range params.Len() {
		if t := structOf(params.At(i).Type()); t != nil && hasTags(t) {
			op.Params = append(op.Params, r.facts.of(params.At(i).Type()))
		}
	}
	var decoded *decode
	for _, v := range answers(fn, result) {
		if d := decodedIn(v, after); d != nil && (decoded == nil || d.order > decoded.order) && !types.AssignableTo(types.NewPointer(d.typ), errorType) {
			decoded = d
			break
		}
	}
	if decoded != nil && !isEmptyStruct(decoded.typ) {
		op.Result = r.facts.of(decoded.typ)
	} else if t := r.streamOf(fn, result, after); t != nil {
		op.Stream = r.facts.of(t)
	}
}

// setByOptions returns the names of the members of what the options of a variadic parameter are functions on, where the
// client says it beside them: the function is run without options, and one of them may set what is sent.
func setByOptions(t types.Type) []string {
	s, ok := t.Underlying().(*types.Slice)
	if !ok {
		return nil
	}
	option, isNamed := s.Elem().(*types.Named)
	set, isFunc := s.Elem().Underlying().(*types.Signature)
	if !isFunc || set.Params().Len() == 0 {
		return nil
	}
	named, ok := deref(set.Params().At(0).Type()).(*types.Named)
	if !ok || structOf(named) == nil || isNamed && named.Obj().Pkg() != option.Obj().Pkg() {
		return nil
	}
	return takenNames(named)
}

func isEmptyStruct(t types.Type) bool {
	s, ok := t.Underlying().(*types.Struct)
	return ok && s.NumFields() == 0
}

// answers returns what a function gives but for errors, all alternatives.
func answers(fn *ssa.Function, result value) []value {
	results := fn.Signature.Results()
	t, ok := result.(tuple)
	if !ok {
		t = tuple{result}
	}
	var out []value
	for i, v := range t {
		if i < results.Len() && !isError(results.At(i).Type()) {
			out = append(out, flatten([]value{v})...)
		}
	}
	return out
}

// decodedIn returns the call that filled a value.
func decodedIn(v value, st *state) *decode {
	switch v := v.(type) {
	case *sym:
		return v.decoded
	case iface:
		return decodedIn(v.v, st)
	case pointer:
		for _, held := range flatten([]value{st.get(v.obj)}) {
			if d := decodedIn(held, st); d != nil {
				return d
			}
		}
	case aggregate:
		for i := range len(v.fields) + 64 {
			if m, ok := v.fields[i]; ok {
				if d := decodedIn(m, st); d != nil {
					return d
				}
			}
		}
	case slice:
		for _, e := range st.elements(v) {
			if d := decodedIn(e, st); d != nil {
				return d
			}
		}
	}
	return nil
}

// structOf returns the struct that a type is or points to.
func structOf(t types.Type) *types.Struct {
	s, _ := deref(t).Underlying().(*types.Struct)
	return s
}

func hasTags(s *types.Struct) bool { return hasTagsWithin(s, 8) }

func hasTagsWithin(s *types.Struct, depth int) bool {
	for i := range s.NumFields() {
		if s.Tag(i) != "" {
			return true
		}
		if f := s.Field(i); f.Embedded() {
			if inner := structOf(f.Type()); inner != nil && depth > 0 && hasTagsWithin(inner, depth-1) {
				return true
			}
		}
	}
	return false
}
