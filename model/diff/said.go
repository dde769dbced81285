package diff

import "github.com/docgen-go/docgen/model"

// resources compares what is said of the resources that both sides have.
func (c *comparer) resources() {
	before := map[string]*model.Resource{} // by the ID that they have now
	eachResource(c.old.api.Resources, func(r *model.Resource) bool {
		before[c.movedTo(r.ID)] = r
		return true
	})
	eachResource(c.new.api.Resources, func(r *model.Resource) bool {
		if was := before[r.ID]; was != nil {
			p := location{subject: user{resource: r.ID, oldResource: was.ID}, oldSpan: was.Span, newSpan: r.Span}
			c.words(p, was.Doc, r.Doc)
		}
		return true
	})
}

// A said is what the pages say of the alternatives of a union, by their types and, where they
// are declared, by the IDs of these.
type said struct {
	types map[*model.Type]string
	refs  map[string]string
}

func (s *side) said(union *model.Type) said {
	out := said{map[*model.Type]string{}, map[string]string{}}
	u := s.api.Resolve(union)
	if u == nil {
		return out
	}
	for _, v := range u.Variants {
		if v.Doc == "" {
			continue
		}
		if out.types[v.Type] == "" {
			out.types[v.Type] = v.Doc
		}
		if out.refs[v.Type.Ref] == "" {
			out.refs[v.Type.Ref] = v.Doc
		}
	}
	return out
}

// of returns what is said of an alternative in the union, or "".
func (s said) of(o object) string {
	if doc := s.types[o.t]; doc != "" || o.named == nil {
		return doc
	}
	return s.refs[o.named.ID]
}

// docOf is what the new pages say of an alternative: in the union, or where it is declared.
func (d *differing) docOf(in said, o object) string {
	if doc := in.of(o); doc != "" {
		return doc
	}
	if o.named != nil {
		return o.named.Doc
	}
	return ""
}
