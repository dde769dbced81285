package config

import (
	"reflect"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/docgen-go/docgen/model"
)

// Envelopes are in the order of the file.
type Envelopes []*Envelope

// An Envelope is the object around the answers of the methods that the pattern means,
// where the pages describe what is in it.
type Envelope struct {
	Pattern Text `yaml:"-"`
	// Result is the member that holds what the pages describe.
	Result Text `yaml:"result"`
	// Members are the others, each with a FieldType.
	Members Pairs `yaml:"members"`
	// Errors are the members of the object that failures carry, where the pages say
	// nothing of it.
	Errors Pairs `yaml:"errors"`
}

// Paginations are in the order of the file.
type Paginations []*Pagination

// A Pagination is how the lists that the pattern means go on from page to page. Members
// are paths of names, joined by slashes: meta/next.
type Pagination struct {
	Pattern Text `yaml:"-"`
	// Form is one of PagingForms.
	Form Text `yaml:"form"`
	// Items is the member of the response that holds the elements; none is a response
	// that is the list itself.
	Items Text `yaml:"items"`
	// Params are parameters of the query that the pages state for all lists, each with a
	// FieldType: lists that have none of the name get it.
	Params Pairs `yaml:"params"`
	// Param is the parameter of the query or the field of the body that selects a page.
	Param Text `yaml:"param"`
	// Next is the member of the response that names the next page, Element that of an
	// element.
	Next    Text `yaml:"next"`
	Element Text `yaml:"element"`
	// First is what Param stands for where a request leaves it out: a number.
	First *int `yaml:"first"`
	// Current, More, Total and Pages are members of the response that say where in the
	// list it is.
	Current Text `yaml:"current"`
	More    Text `yaml:"more"`
	Total   Text `yaml:"total"`
	Pages   Text `yaml:"pages"`
}

// PagingForms are what Pagination.Form can be.
var PagingForms = []string{
	string(model.PagingCursor), string(model.PagingLast), string(model.PagingNumber), string(model.PagingOffset), string(model.PagingURL), string(model.PagingLink),
}

// Members are the paths of members of the response, by key.
func (p *Pagination) Members() []Pair {
	return present([]Pair{{Text{Value: "next"}, p.Next}, {Text{Value: "current"}, p.Current}, {Text{Value: "more"}, p.More}, {Text{Value: "total"}, p.Total}, {Text{Value: "pages"}, p.Pages}})
}

// present are the pairs that have a value.
func present(pairs []Pair) []Pair {
	return slices.DeleteFunc(pairs, func(p Pair) bool { return p.Value.Value == "" })
}

func (d *decoder) envelopes(n *yaml.Node, what string) (out Envelopes) {
	d.entries(n, what, func(key, value *yaml.Node) {
		e := &Envelope{Pattern: Text{key.Value, d.at(key)}}
		d.value(value, reflect.ValueOf(e).Elem(), what+"."+key.Value)
		out = append(out, e)
	})
	return out
}

func (d *decoder) paginations(n *yaml.Node, what string) (out Paginations) {
	d.entries(n, what, func(key, value *yaml.Node) {
		p := &Pagination{Pattern: Text{key.Value, d.at(key)}}
		d.value(value, reflect.ValueOf(p).Elem(), what+"."+key.Value)
		out = append(out, p)
	})
	return out
}

// checkEnvelopes holds envelopes against what they can say.
func (d *decoder) checkEnvelopes(all Envelopes) {
	for _, e := range all {
		d.pattern(e.Pattern)
		switch {
		case e.Result.Value == "" && len(e.Errors) == 0:
			d.faults.Add(e.Pattern.At, "%s has neither result nor errors", e.Pattern.Value)
		case e.Result.Value == "" && len(e.Members) > 0:
			d.faults.Add(e.Pattern.At, "%s has members but no result; name the member that holds what the pages describe", e.Pattern.Value)
		}
		for _, p := range e.Members {
			if p.Key.Value == e.Result.Value {
				d.faults.Add(p.Key.At, "%s is the result: its type is what the pages describe", p.Key.Value)
			}
		}
		d.fieldTypes(slices.Concat(e.Members, e.Errors))
	}
}

// fieldTypes checks the types of members and parameters.
func (d *decoder) fieldTypes(pairs Pairs) {
	for _, p := range pairs {
		switch to, err := ParseFieldType(p.Value.Value); {
		case err != nil:
			d.faults.Add(p.Value.At, "%q is no type: %v", p.Value.Value, err)
		case to.Type == nil:
			d.faults.Add(p.Value.At, "%q says no type", p.Value.Value)
		}
	}
}

// pagingKeys are the keys that a form needs, and those that it may have besides, but for
// form, items, params and more.
var pagingKeys = map[model.PagingForm]struct{ needs, allows []string }{
	model.PagingCursor: {[]string{"param", "next"}, nil},
	model.PagingLast:   {[]string{"param", "element"}, nil},
	model.PagingNumber: {[]string{"param"}, []string{"first", "current", "pages"}},
	model.PagingOffset: {[]string{"param"}, []string{"first", "total"}},
	model.PagingURL:    {[]string{"next"}, nil},
	model.PagingLink:   {nil, nil},
}

// checkPaginations holds paginations against what their forms need.
func (d *decoder) checkPaginations(all Paginations) {
	for _, p := range all {
		d.pattern(p.Pattern)
		d.fieldTypes(p.Params)
		form := p.Form.Value
		keys, ok := pagingKeys[model.PagingForm(form)]
		switch {
		case form == "":
			d.faults.Add(p.Pattern.At, "%s has no form; it must be one of %s", p.Pattern.Value, strings.Join(PagingForms, ", "))
			continue
		case !ok:
			d.faults.Add(p.Form.At, "%q is no way to turn pages%s", form, Suggest(form, PagingForms))
			continue
		}
		given := map[string]Text{"param": p.Param, "next": p.Next, "element": p.Element, "current": p.Current, "total": p.Total, "pages": p.Pages}
		for _, key := range keys.needs {
			if given[key].Value == "" {
				d.faults.Add(p.Pattern.At, "%s has no %s, which the form %s needs", p.Pattern.Value, key, form)
			}
		}
		for _, key := range []string{"param", "next", "element", "current", "total", "pages"} {
			if at := given[key]; at.Value != "" && !slices.Contains(slices.Concat(keys.needs, keys.allows), key) {
				d.faults.Add(at.At, "the form %s has no %s; take it out", form, key)
			}
		}
		if p.First != nil && !slices.Contains(keys.allows, "first") {
			d.faults.Add(p.Pattern.At, "the form %s has no first; take it out", form)
		}
	}
}
