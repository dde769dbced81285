package link

import (
	"slices"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/names"
)

// aliases leaves out the methods of a resource that send what another one sends, to
// the same address: what an API once called otherwise is no second call. Methods of
// different resources stay, as those of a beta beside those of its successor do.
func (l *linker) aliases() {
	kept := map[string][]*model.Method{}
	for m := range l.eachMethod() {
		key := l.resourceOf[m.ID] + " " + m.Verb + " " + names.WithoutSlots(m.Path)
		i := slices.IndexFunc(kept[key], func(k *model.Method) bool { return l.sameRequest(k, m) })
		if i < 0 {
			kept[key] = append(kept[key], m)
			continue
		}
		stays, goes := kept[key][i], m
		if l.leads(goes, stays) {
			stays, goes = goes, stays
		}
		kept[key][i] = stays
		delete(l.methods, goes.ID)
		l.aliased[goes.ID] = true
		l.diags.Add("second-name", diag.Info, goes.Span, "%s is the same call as %s, which stands for both", goes.ID, stays.ID).
			See(stays.Span, stays.ID)
	}
}

// leads reports whether m is the one to keep of two methods that are one call: what
// is not deprecated, then what has a name on the Go pages, then what says more.
func (l *linker) leads(m, than *model.Method) bool {
	for _, better := range []func(*model.Method) bool{
		func(m *model.Method) bool { return m.Deprecated == "" },
		func(m *model.Method) bool { return m.SDKName != "" },
		func(m *model.Method) bool { return m.Returns != nil },
	} {
		if a, b := better(m), better(than); a != b {
			return a
		}
	}
	return len(m.Params) > len(than.Params)
}

// sameRequest reports whether two methods of one address send the same: one takes
// nothing that the other does not take, and both answer in the same way.
func (l *linker) sameRequest(a, b *model.Method) bool {
	if (a.Streaming == nil) != (b.Streaming == nil) || (a.Body == nil) != (b.Body == nil) || !slices.Equal(a.Query, b.Query) || !slices.Equal(a.Headers, b.Headers) {
		return false
	}
	if a.Body != nil && a.Body.Type != b.Body.Type && !(a.Body.Type.Kind == model.KindObject && sameFields(a.Body.Type, b.Body.Type)) {
		return false
	}
	return takes(a, b) || takes(b, a)
}

// takes reports whether a takes all parameters of b besides the path, and requires none
// that b lacks.
func takes(a, b *model.Method) bool {
	has := func(m *model.Method, p *model.Param) bool {
		return p.Location == model.LocationPath || findParam(m.Params, p) != nil
	}
	return !slices.ContainsFunc(b.Params, func(p *model.Param) bool { return !has(a, p) }) &&
		!slices.ContainsFunc(a.Params, func(p *model.Param) bool { return p.Required && !has(b, p) })
}
