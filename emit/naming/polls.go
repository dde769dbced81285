package naming

import (
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/names"
)

// A Poll is a method after which a value can be asked for again until its status says
// that nothing more comes.
type Poll struct {
	// Start gives the value first, and Get again. They are one method where the value is
	// there already.
	Start, Get *model.Method
	// Of is the type of the value, an object, and Status its member with the status.
	Of     *model.NamedType
	Status *model.Field
	// ID is the member of the value that is the last argument of Get. Where it is nil,
	// Start has that argument.
	ID *model.Field
}

// Polls are those of an API by the ID of Start: in a resource with a method that
// retrieves a value whose status is one of texts, that method, those that make such
// a value, and those that do something with one.
func Polls(api *model.API) map[string]Poll {
	out := map[string]Poll{}
	eachResource(api.Resources, func(r *model.Resource) {
		get, of := retrieving(api, r)
		if get == nil {
			return
		}
		status := statusOf(api, of)
		if status == nil {
			return
		}
		for _, m := range r.Methods {
			if p := (Poll{Start: m, Get: get, Of: of, Status: status}); p.starts(api) {
				out[m.ID] = p
			}
		}
	})
	return out
}

// retrieving is the method of a resource that gets one value, with its type: a GET
// of a path that ends in an ID, which requires nothing else. The shortest path counts.
func retrieving(api *model.API, r *model.Resource) (get *model.Method, of *model.NamedType) {
	for _, m := range r.Methods {
		if m.Verb != "GET" || m.Body != nil || !names.EndsInSlot(m.Path) || get != nil && len(m.Path) >= len(get.Path) {
			continue
		}
		if t := resultOf(api, m); t != nil && !slices.ContainsFunc(m.Params, func(p *model.Param) bool { return requires(api, p) }) {
			get, of = m, t
		}
	}
	return get, of
}

// requires reports whether a caller has to choose a parameter besides the path.
func requires(api *model.API, p *model.Param) bool {
	t, _ := Target(api, p.Type)
	return p.Location != model.LocationPath && p.Required && t.Kind != model.KindConst
}

// resultOf is the object that a method returns, whole and in JSON, or nil.
func resultOf(api *model.API, m *model.Method) *model.NamedType {
	if m.Returns == nil || m.Paging != nil || m.Streaming != nil && m.Streaming.Field == "" {
		return nil
	}
	if _, named := Target(api, m.Returns.Type); named != nil && named.Type.Kind == model.KindObject {
		return named
	}
	return nil
}

// statusOf is the member of an object with its status: one of texts, called status or
// state, or else the only one whose name ends so. It is nil where there is none.
func statusOf(api *model.API, of *model.NamedType) *model.Field {
	var ending []*model.Field
	for _, f := range of.Type.Fields {
		if t := api.Resolve(f.Type); t == nil || t.Kind != model.KindEnum || EnumBase(t.Enum) != model.KindString {
			continue
		}
		switch words := names.Words(strings.ToLower(f.Name)); {
		case f.Name == "status" || f.Name == "state":
			return f
		case len(words) > 0 && (words[len(words)-1] == "status" || words[len(words)-1] == "state"):
			ending = append(ending, f)
		}
	}
	if len(ending) != 1 {
		return nil
	}
	return ending[0]
}

// starts reports whether the value that a method returns can be asked for again with
// what is known then, and sets by which of its members.
func (p *Poll) starts(api *model.API) bool {
	if p.Start == p.Get {
		return true
	}
	if p.Start.Verb != "POST" || resultOf(api, p.Start) != p.Of {
		return false
	}
	has, wants := PathParams(p.Start.Path), PathParams(p.Get.Path)
	p.ID = idOf(api, p.Of, wants[len(wants)-1])
	if slices.Equal(has, wants) { // what is done to one value may make another one
		return strings.HasPrefix(p.Start.Path, p.Get.Path+"/")
	}
	return p.ID != nil && slices.Equal(has, wants[:len(wants)-1])
}

// idOf is the text by which an object is asked for with a parameter of the path, or nil.
func idOf(api *model.API, of *model.NamedType, param string) *model.Field {
	for _, name := range []string{"id", param} {
		for _, f := range of.Type.Fields {
			if t := api.Resolve(f.Type); f.Name == name && f.Required && !f.Nullable && t != nil && t.Kind == model.KindString {
				return f
			}
		}
	}
	return nil
}
