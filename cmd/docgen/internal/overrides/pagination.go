package overrides

import (
	"slices"

	"github.com/docgen-go/docgen/cmd/docgen/internal/config"
	"github.com/docgen-go/docgen/model"
)

// paginate has lists go on from page to page as docgen.yaml says. Of the methods that a
// pattern means, those are lists whose answer has the member for the elements.
func paginate(api *model.API, entries config.Paginations, faults *config.Faults) {
	for _, e := range entries {
		methods := matching(api, e.Pattern, faults)
		if len(methods) == 0 {
			continue
		}
		params, ok := fieldsOf(api, e.Params, faults)
		if !ok {
			continue
		}
		p := &pagination{api: api, entry: e}
		if p.lists = slices.DeleteFunc(methods, func(m method) bool { return p.list(m) == nil }); len(p.lists) == 0 {
			if e.Items.Value == "" {
				faults.Add(e.Pattern.At, "no method of %s answers with a list; name the member that holds one under items", e.Pattern.Value)
			} else {
				faults.Add(e.Items.At, "no answer of %s has a list called %q%s", e.Pattern.Value, e.Items.Value, p.near(e.Items.Value, matching(api, e.Pattern, faults)))
			}
			continue
		}
		if len(params) > 0 && !p.add(params) {
			faults.Add(e.Params[0].Key.At, "all lists of %s have these parameters already; take params out", e.Pattern.Value)
		}
		if p.known(faults) {
			p.follow(faults)
		}
	}
}

// A pagination is one entry with the lists that it is about.
type pagination struct {
	api   *model.API
	entry *config.Pagination
	lists []method
}

// list is the type of the list that a method answers with, or nil.
func (p *pagination) list(m method) *model.Type {
	if m.Returns == nil || m.Streaming != nil {
		return nil
	}
	t := m.Returns.Type
	if items := p.entry.Items.Value; items != "" {
		f := p.api.FieldAt(t, model.FieldPath(items))
		if f == nil {
			return nil
		}
		t = f.Type
	}
	if t = p.api.Resolve(t); t == nil || t.Kind != model.KindArray {
		return nil
	}
	return t
}

// near proposes a member of the answers of methods for a name that none has.
func (p *pagination) near(path string, methods []method) string {
	var known []string
	for _, m := range methods {
		if m.Returns == nil {
			continue
		}
		if t := p.api.Resolve(m.Returns.Type); t != nil {
			for _, f := range t.Fields {
				known = append(known, f.Name)
			}
		}
	}
	if near, ok := config.Nearest(path, known); ok {
		return "; did you mean " + near + "?"
	}
	return ""
}

// add gives the lists that have none of their names the parameters, and reports whether
// any was added.
func (p *pagination) add(params []*model.Field) (added bool) {
	for _, m := range p.lists {
		for _, f := range params {
			if queryParam(m.Method, f.Name) == nil {
				m.Params = append(slices.Clone(m.Params), &model.Param{Location: model.LocationQuery, Field: *f})
				added = true
			}
		}
	}
	return added
}

func queryParam(m *model.Method, name string) *model.Param {
	for _, q := range m.Params {
		if q.Location == model.LocationQuery && q.Name == name {
			return q
		}
	}
	return nil
}

// known reports each name of the entry that no list has.
func (p *pagination) known(faults *config.Faults) bool {
	before := len(*faults)
	for _, member := range p.entry.Members() {
		path := member.Value
		if !slices.ContainsFunc(p.lists, func(m method) bool { return p.has(m, path.Value) }) {
			faults.Add(path.At, "no list of %s has the member %q%s", p.entry.Pattern.Value, path.Value, p.near(path.Value, p.lists))
		}
	}
	if e := p.entry.Element; e.Value != "" && !slices.ContainsFunc(p.lists, func(m method) bool { return p.api.FieldAt(p.list(m).Elem, model.FieldPath(e.Value)) != nil }) {
		faults.Add(e.At, "no element of the lists of %s has the member %q", p.entry.Pattern.Value, e.Value)
	}
	if q := p.entry.Param; q.Value != "" && !slices.ContainsFunc(p.lists, func(m method) bool { found, _ := p.param(m); return found != nil }) {
		faults.Add(q.At, "no list of %s has the parameter %q; if all take it, put it under params with its type", p.entry.Pattern.Value, q.Value)
	}
	return len(*faults) == before
}

func (p *pagination) has(m method, path string) bool {
	return p.api.FieldAt(m.Returns.Type, model.FieldPath(path)) != nil
}

// param is the parameter of the query, or the field of the body, that selects a page of
// a list, or nil.
func (p *pagination) param(m method) (f *model.Field, inBody bool) {
	path := model.FieldPath(p.entry.Param.Value)
	names := path.Names()
	if len(names) == 0 {
		return nil, false
	}
	if q := queryParam(m.Method, names[0]); q != nil {
		if len(names) == 1 {
			return &q.Field, false
		}
		return p.api.FieldAt(q.Type, model.PathOf(names[1:]...)), false
	}
	if m.Body == nil {
		return nil, false
	}
	return p.api.FieldAt(m.Body.Type, path), true
}

// follow has the lists that have all that the entry names go on as it says. The others
// stay as the pages have them.
func (p *pagination) follow(faults *config.Faults) {
	complete, same := 0, 0
	for _, m := range p.lists {
		is := p.of(m)
		if is == nil {
			continue
		}
		complete++
		if have := m.Paging; have != nil && have.Form == is.Form && have.Param == is.Param && have.InBody == is.InBody && have.Items == is.Items &&
			have.Next == is.Next && have.Element == is.Element && have.First == is.First && have.Current == is.Current && have.More == is.More && have.Total == is.Total && have.Pages == is.Pages {
			same++
			continue
		}
		m.Paging = is
	}
	switch pattern := p.entry.Pattern; {
	case complete == 0:
		faults.Add(pattern.At, "no list of %s has all that the entry names", pattern.Value)
	case complete == same:
		faults.Add(pattern.At, "the pages of %s are followed so already; take the entry out", pattern.Value)
	}
}

// of is how a list goes on, nil where it lacks something that the entry names or where
// the parameter cannot take it.
func (p *pagination) of(m method) *model.Paging {
	e := p.entry
	is := &model.Paging{
		Form: model.PagingForm(e.Form.Value), Items: model.FieldPath(e.Items.Value), Param: model.FieldPath(e.Param.Value), Next: model.FieldPath(e.Next.Value),
		Element: model.FieldPath(e.Element.Value), Current: model.FieldPath(e.Current.Value), More: model.FieldPath(e.More.Value), Total: model.FieldPath(e.Total.Value), Pages: model.FieldPath(e.Pages.Value),
	}
	if m.Paging != nil {
		is.Type = m.Paging.Type
	}
	for _, member := range e.Members() {
		if !p.has(m, member.Value.Value) {
			return nil
		}
	}
	if is.Element != "" && p.api.FieldAt(p.list(m).Elem, is.Element) == nil {
		return nil
	}
	if is.Param != "" {
		f, inBody := p.param(m)
		if f == nil || !p.takes(f.Type, is.Form) {
			return nil
		}
		is.InBody = inBody
	}
	switch {
	case e.First != nil:
		is.First = int64(*e.First)
	case is.Form == model.PagingNumber:
		is.First = 1
	}
	return is
}

// takes reports whether a parameter of the type can ask for a page of the form.
func (p *pagination) takes(t *model.Type, form model.PagingForm) bool {
	if form != model.PagingNumber && form != model.PagingOffset {
		return true
	}
	t = p.api.Resolve(t)
	return t != nil && (t.Kind == model.KindInteger || t.Kind == model.KindNumber)
}
