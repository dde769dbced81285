package overrides

import (
	"slices"
	"strings"

	"github.com/docgen-go/docgen/cmd/docgen/internal/config"
	"github.com/docgen-go/docgen/model"
)

// fix changes what requests of methods always send.
func fix(api *model.API, entries config.Constants, faults *config.Faults) {
	for _, c := range entries {
		var methods []*model.Method
		for _, m := range api.Methods {
			if config.MatchID(c.Pattern.Value, m.ID) {
				methods = append(methods, m)
			}
		}
		if len(methods) == 0 {
			faults.Add(c.Pattern.At, "%q is no method of the pages; \"docgen inspect\" shows what there is", c.Pattern.Value)
			continue
		}
		spreadHeaders(api, c)
		for _, p := range c.Query {
			setAll(methods, p, queryOf, faults)
		}
		for _, p := range c.Headers {
			setAll(methods, p, headersOf, faults)
		}
		for _, name := range c.Omit {
			if !omit(methods, name.Value) {
				faults.Add(name.At, "no request of %s always sends %s; take the entry out", c.Pattern.Value, name.Value)
			}
		}
	}
}

func queryOf(m *model.Method) *[]model.Constant   { return &m.Query }
func headersOf(m *model.Method) *[]model.Constant { return &m.Headers }

// spreadHeaders makes the API's headers that an entry is about those of each
// method, so that they can differ.
func spreadHeaders(api *model.API, c *config.Constant) {
	api.Headers = slices.DeleteFunc(api.Headers, func(h model.Constant) bool {
		named := func(t config.Text) bool { return strings.EqualFold(t.Value, h.Name) }
		if !slices.ContainsFunc(c.Omit, named) && !slices.ContainsFunc(c.Headers, func(p config.Pair) bool { return named(p.Key) }) {
			return false
		}
		for _, m := range api.Methods {
			if indexOf(m.Headers, h.Name) < 0 {
				m.Headers = append(m.Headers, h)
			}
		}
		return true
	})
}

func indexOf(cs []model.Constant, name string) int {
	return slices.IndexFunc(cs, func(c model.Constant) bool { return strings.EqualFold(c.Name, name) })
}

// setAll has methods send a constant. Names of queries have a case, so that one
// that differs only in it is another.
func setAll(methods []*model.Method, p config.Pair, of func(*model.Method) *[]model.Constant, faults *config.Faults) {
	is := model.Constant{Name: p.Key.Value, Value: p.Value.Value}
	same := 0
	for _, m := range methods {
		list := of(m)
		*list = slices.Clone(*list)
		switch i := indexOf(*list, is.Name); {
		case i < 0 || list == &m.Query && (*list)[i].Name != is.Name:
			*list = append(*list, is)
		case (*list)[i].Value == is.Value:
			same++
			(*list)[i].Source = ""
		default:
			(*list)[i] = is
		}
	}
	if same == len(methods) {
		faults.Add(p.Key.At, "%s=%s is sent already; take the entry out", is.Name, is.Value)
	}
}

// omit takes a constant out of methods and reports whether any had it.
func omit(methods []*model.Method, name string) (found bool) {
	for _, m := range methods {
		for _, list := range []*[]model.Constant{&m.Query, &m.Headers} {
			if i := indexOf(*list, name); i >= 0 {
				*list, found = slices.Delete(slices.Clone(*list), i, i+1), true
			}
		}
	}
	return found
}

// styleLists decides how lists are written in queries.
func styleLists(api *model.API, pairs config.Pairs, faults *config.Faults) {
	for _, p := range pairs {
		found, same := 0, 0
		for _, m := range api.Methods {
			for _, param := range m.Params {
				if param.Location != model.LocationQuery || !isList(api, param.Type, 0) || !config.MatchID(p.Key.Value, m.ID+"."+param.Name) {
					continue
				}
				if found++; param.Style == p.Value.Value {
					same++
				}
				param.Style = p.Value.Value
			}
		}
		switch {
		case found == 0:
			faults.Add(p.Key.At, "%q is no list in a query; write patterns of method.id.name, or \"**\" for all", p.Key.Value)
		case found == same:
			faults.Add(p.Key.At, "lists of %s are written as %s already; take the entry out", p.Key.Value, p.Value.Value)
		}
	}
}

// isList reports whether a value can be a list.
func isList(api *model.API, t *model.Type, depth int) bool {
	t = api.Resolve(t)
	if t == nil || depth > 8 {
		return false
	}
	return t.Kind == model.KindArray || t.Kind == model.KindUnion &&
		slices.ContainsFunc(t.Variants, func(v *model.Variant) bool { return isList(api, v.Type, depth+1) })
}
