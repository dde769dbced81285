package model

import (
	"errors"
	"fmt"
)

// maxTypeDepth is how deep types may nest without a ref between them. Pages
// stay below ten; the limit keeps every later recursion harmless.
const maxTypeDepth = 1000

// Validate says what keeps the API from being one that parser.Parse returns:
// a kind or a place that does not exist, a type without what its kind needs, a
// ref that leads nowhere, an ID that is missing, doubled or out of order.
// The error names the type or method and the way down to the fault.
func (a *API) Validate() error {
	v := validator{types: make(map[string]bool, len(a.Types)), auth: map[string]bool{}}
	for _, auth := range a.Auth {
		if auth.ID == "" || v.auth[auth.ID] {
			return fmt.Errorf("auth ID %q is empty or not the only one", auth.ID)
		}
		v.auth[auth.ID] = true
	}
	if err := v.namedTypes(a.Types); err != nil {
		return err
	}
	if err := v.resources(a.Resources, 0); err != nil {
		return err
	}
	if err := checkDoubts(a.Doubts); err != nil {
		return err
	}
	return v.pages(a.Pages)
}

type validator struct {
	types map[string]bool // the IDs that refs may name
	auth  map[string]bool
	// seen spares shared structure a second visit; resourceIDs and methodIDs
	// are what the tree had so far.
	seen        map[*Type]bool
	resourceIDs map[string]bool
	methodIDs   map[string]bool
}

func (v *validator) namedTypes(ts []*NamedType) error {
	last := ""
	for i, t := range ts {
		if t == nil {
			return fmt.Errorf("type %d is null", i+1)
		}
		if t.ID <= last {
			return fmt.Errorf("type %q: IDs are unique and sorted, and the one before is %q", t.ID, last)
		}
		last = t.ID
		v.types[t.ID] = true
	}
	v.seen = map[*Type]bool{}
	for _, t := range ts {
		if err := v.typ(t.Type, 0); err != nil {
			return fmt.Errorf("type %q: %w", t.ID, err)
		}
	}
	return nil
}

func (v *validator) typ(t *Type, depth int) error {
	switch {
	case t == nil:
		return errors.New("no type")
	case v.seen[t]:
		return nil
	case depth > maxTypeDepth:
		return fmt.Errorf("types nest deeper than %d", maxTypeDepth)
	}
	v.seen[t] = true
	if err := checkShape(t); err != nil {
		return err
	}
	if t.Kind == KindRef && !v.types[t.Ref] {
		return fmt.Errorf("ref to type %q, which does not exist", t.Ref)
	}
	if t.Elem != nil {
		if err := v.typ(t.Elem, depth+1); err != nil {
			return fmt.Errorf("elem: %w", err)
		}
	}
	return v.members(t, depth+1)
}

func (v *validator) members(t *Type, depth int) error {
	for i, f := range t.Fields {
		if f == nil {
			return fmt.Errorf("field %d is null", i+1)
		}
		if err := v.field(f, depth); err != nil {
			return fmt.Errorf("field %q: %w", f.Name, err)
		}
	}
	for i, alt := range t.Variants {
		if alt == nil {
			return fmt.Errorf("variant %d is null", i+1)
		}
		if err := v.typ(alt.Type, depth); err != nil {
			return fmt.Errorf("variant %d: %w", i+1, err)
		}
	}
	return nil
}

func (v *validator) field(f *Field, depth int) error {
	if f.Default != "" {
		if err := checkLiteral(f.Default); err != nil {
			return fmt.Errorf("default: %w", err)
		}
	}
	return v.typ(f.Type, depth)
}
