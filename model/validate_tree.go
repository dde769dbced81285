package model

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
)

// maxResourceDepth is how deep resources may nest; vendors stay below ten.
const maxResourceDepth = 200

func (v *validator) resources(rs []*Resource, depth int) error {
	if depth == 0 {
		v.resourceIDs, v.methodIDs = map[string]bool{}, map[string]bool{}
	}
	if depth > maxResourceDepth {
		return fmt.Errorf("resources nest deeper than %d", maxResourceDepth)
	}
	for i, r := range rs {
		if r == nil {
			return fmt.Errorf("resource %d is null", i+1)
		}
		if err := v.resource(r); err != nil {
			return fmt.Errorf("resource %q: %w", r.ID, err)
		}
		if err := v.resources(r.Resources, depth+1); err != nil {
			return err
		}
	}
	return nil
}

func (v *validator) resource(r *Resource) error {
	if r.ID == "" || v.resourceIDs[r.ID] {
		return errors.New("the ID is empty or not the only one")
	}
	v.resourceIDs[r.ID] = true
	for _, id := range r.Types {
		if !v.types[id] {
			return fmt.Errorf("there is no type %q", id)
		}
	}
	for i, e := range r.Events {
		if e == nil || e.Name == "" || !v.types[e.Type] {
			return fmt.Errorf("event %d has no name, or a type that does not exist", i+1)
		}
	}
	for i, m := range r.Methods {
		if m == nil {
			return fmt.Errorf("method %d is null", i+1)
		}
		if err := v.method(m); err != nil {
			return fmt.Errorf("method %q: %w", m.ID, err)
		}
	}
	return nil
}

func (v *validator) method(m *Method) error {
	if m.ID == "" || v.methodIDs[m.ID] {
		return errors.New("the ID is empty or not the only one")
	}
	v.methodIDs[m.ID] = true
	if m.Verb == "" || m.Path == "" {
		return errors.New("a method has a verb and a path")
	}
	for _, id := range m.Auth {
		if !v.auth[id] {
			return fmt.Errorf("there is no auth %q", id)
		}
	}
	return cmp.Or(v.params(m.Params), v.body(m.Body), v.returns(m.Returns), v.errors(m.Errors), pagingForm(m.Paging), v.streaming(m.Streaming), examples(m.Examples))
}

var pagingForms = []PagingForm{PagingCursor, PagingLast, PagingNumber, PagingOffset, PagingURL, PagingLink}

func pagingForm(p *Paging) error {
	if p != nil && !slices.Contains(pagingForms, p.Form) {
		return fmt.Errorf("paging: there is no form %q", p.Form)
	}
	return nil
}

var locations = []Location{LocationPath, LocationQuery, LocationHeader, LocationCookie}

func (v *validator) params(ps []*Param) error {
	for i, p := range ps {
		if p == nil {
			return fmt.Errorf("parameter %d is null", i+1)
		}
		if !slices.Contains(locations, p.Location) {
			return fmt.Errorf("parameter %q: there is no place %q", p.Name, p.Location)
		}
		if err := v.field(&p.Field, 0); err != nil {
			return fmt.Errorf("parameter %q: %w", p.Name, err)
		}
	}
	return nil
}

func (v *validator) body(b *Body) error {
	if b == nil {
		return nil
	}
	if err := v.typ(b.Type, 0); err != nil {
		return fmt.Errorf("body: %w", err)
	}
	return nil
}

func (v *validator) returns(r *Response) error {
	if r == nil {
		return nil
	}
	if err := v.typ(r.Type, 0); err != nil {
		return fmt.Errorf("returns: %w", err)
	}
	return nil
}

func (v *validator) errors(es []*ErrorResponse) error {
	for i, e := range es {
		if e == nil || e.Status == "" {
			return fmt.Errorf("error %d is null or has no status", i+1)
		}
		if e.Type == nil {
			continue
		}
		if err := v.typ(e.Type, 0); err != nil {
			return fmt.Errorf("error %s: %w", e.Status, err)
		}
	}
	return nil
}

func (v *validator) streaming(s *Streaming) error {
	if s == nil {
		return nil
	}
	if err := v.typ(s.Type, 0); err != nil {
		return fmt.Errorf("streaming: %w", err)
	}
	return nil
}

func examples(es []*Example) error {
	for i, e := range es {
		if e == nil {
			return fmt.Errorf("example %d is null", i+1)
		}
		if e.Kind != ExampleRequest && e.Kind != ExampleResponse {
			return fmt.Errorf("example %d: there is no kind %q", i+1, e.Kind)
		}
	}
	return nil
}

var pageKinds = []PageKind{PageReference, PageGuide, PageIndex, PageHTML, PageRejected}

func (v *validator) pages(ps []*Page) error {
	last := ""
	for i, p := range ps {
		if p == nil {
			return fmt.Errorf("page %d is null", i+1)
		}
		if p.Path <= last {
			return fmt.Errorf("page %q: paths are unique and sorted, and the one before is %q", p.Path, last)
		}
		last = p.Path
		if !slices.Contains(pageKinds, p.Kind) {
			return fmt.Errorf("page %q: there is no kind %q", p.Path, p.Kind)
		}
		b := p.Bytes
		if sum := b.Model + b.Docs + b.Examples + b.Layout + b.Unread; sum != b.Total {
			return fmt.Errorf("page %q: total is %d bytes, but the parts sum up to %d", p.Path, b.Total, sum)
		}
	}
	return nil
}
