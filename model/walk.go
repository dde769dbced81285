package model

// EachType calls yield once for every distinct type that the API holds, a
// type before what it is made of, until yield returns false. It is an
// iter.Seq. Refs are not followed: the named types are visited as such.
func (a *API) EachType(yield func(*Type) bool) {
	w := typeWalk{seen: make(map[*Type]struct{}, 4*len(a.Types)), yield: yield} // most have few members of their own
	for _, t := range a.Types {
		if !w.visit(t.Type) {
			return
		}
	}
	for _, m := range a.Methods {
		if !w.method(m) {
			return
		}
	}
}

type typeWalk struct {
	seen  map[*Type]struct{}
	yield func(*Type) bool
}

func (w *typeWalk) method(m *Method) bool {
	for _, p := range m.Params {
		if !w.visit(p.Type) {
			return false
		}
	}
	for _, e := range m.Errors {
		if !w.visit(e.Type) {
			return false
		}
	}
	return (m.Body == nil || w.visit(m.Body.Type)) &&
		(m.Returns == nil || w.visit(m.Returns.Type)) &&
		(m.Streaming == nil || w.visit(m.Streaming.Type))
}

func (w *typeWalk) visit(t *Type) bool {
	if t == nil {
		return true
	}
	if _, ok := w.seen[t]; ok {
		return true
	}
	w.seen[t] = struct{}{}
	if !w.yield(t) || !w.visit(t.Elem) {
		return false
	}
	for _, f := range t.Fields {
		if !w.visit(f.Type) {
			return false
		}
	}
	for _, v := range t.Variants {
		if !w.visit(v.Type) {
			return false
		}
	}
	return true
}
