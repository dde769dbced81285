package diff

import (
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/source"
)

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
			c.titled(p, [2]string{was.Title, was.Doc}, [2]string{r.Title, r.Doc}, was.Name != r.Name)
		}
		return true
	})
}

// titled compares what is said of a method or a resource: the title and the words below it.
// Titles count where those who wrote the pages chose them. Where names are made of titles,
// one that has another name has that for its change.
func (c *comparer) titled(p location, before, after [2]string, renamed bool) {
	old, now := c.old.title(p.oldSpan), c.new.title(p.newSpan)
	counts := old != unchosen && now != unchosen && !(renamed && (old == naming || now == naming))
	if !counts || model.SameWords(before[0], after[0]) {
		c.words(p, before[1], after[1])
		return
	}
	c.words(p, strings.Join(before[:], "\n\n"), strings.Join(after[:], "\n\n"))
}

// A titleUse is what titles are in a format.
type titleUse uint8

const (
	unchosen titleUse = iota // names of what stands below, in one of several layouts
	chosen                   // words of people
	naming                   // such words, of which names are made
)

// titleUses are the formats whose titles are words of people.
var titleUses = map[string]titleUse{"openapi": chosen, "embedded": chosen, "tables": naming, "blueprint": naming}

// title returns what titles are on the page at a place.
func (s *side) title(at source.Span) titleUse {
	if s.formats == nil {
		s.formats = map[string]string{}
		for _, p := range s.api.Pages {
			s.formats[p.Path] = p.Format
		}
	}
	return titleUses[s.formats[at.File]]
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
