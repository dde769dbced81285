package diff

import (
	"slices"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/names"
)

// Pages of clients spell names as their languages do, and not all of them say what has to
// be there.

// isClient reports whether all pages of a side are those of clients.
func isClient(api *model.API) bool {
	client := false
	for _, p := range api.Pages {
		switch p.Dialect {
		case "":
		case httpDialect:
			return false
		default:
			client = true
		}
	}
	return client
}

// httpDialect is the dialect whose pages print names as they travel.
const httpDialect = "http"

// isRespelled reports whether two names are spellings of one: pages of clients, of whatever
// revision, write createdAt, "created_at" and path_ as it suits them.
func (c *comparer) isRespelled(a, b string) bool {
	return c.clients && a != b && names.Letters(a) == names.Letters(b)
}

// respelled compares members that one side spells in another way, and returns the others.
func (c *comparer) respelled(p location, gone, added []*model.Field) (g, a []*model.Field) {
	if !c.clients || len(gone) == 0 || len(added) == 0 {
		return gone, added
	}
	by := map[string][]*model.Field{}
	for _, f := range added {
		by[names.Letters(f.Name)] = append(by[names.Letters(f.Name)], f)
	}
	gone = slices.DeleteFunc(gone, func(f *model.Field) bool {
		same := by[names.Letters(f.Name)]
		if len(same) != 1 {
			return false
		}
		delete(by, names.Letters(f.Name))
		added = slices.DeleteFunc(added, func(h *model.Field) bool { return h == same[0] })
		c.unstated[model.FactName]++
		c.field(p.below(same[0].Name, f, same[0]), f, same[0])
		return true
	})
	return gone, added
}

// hasTwin reports whether a side has a declared type with the name and the members of another
// side's, whatever it is called in full.
func (s *side) hasTwin(t *model.NamedType) bool {
	if len(t.Type.Fields) == 0 {
		return false
	}
	if s.byName == nil {
		s.byName = map[string][]*model.NamedType{}
		for _, u := range s.api.Types {
			if !u.Anonymous {
				s.byName[u.Name] = append(s.byName[u.Name], u)
			}
		}
	}
	return slices.ContainsFunc(s.byName[t.Name], func(u *model.NamedType) bool {
		return slices.EqualFunc(u.Type.Fields, t.Type.Fields, func(f, g *model.Field) bool { return f.Name == g.Name })
	})
}

// guessesNull reports whether only an example or a sentence tells that a member may be null,
// of pages of clients: what may be left out and what may be null are often one to them.
func (c *comparer) guessesNull(f, g *model.Field) bool {
	return c.clients && (f.Nullable && f.Evidence.Of(model.FactNullable).Inferred() || g.Nullable && g.Evidence.Of(model.FactNullable).Inferred())
}

// isNeeded reports whether pages say that a member has to be there.
func isNeeded(f *model.Field) bool { return f.Required && !guessesNeed(f) }

// guessesNeed reports whether only examples tell whether a member has to be there: pages of
// some clients have no word for it, and a member that a page shows and does not list may
// be there always.
func guessesNeed(f *model.Field) bool {
	return f.Evidence.Of(model.FactRequired) == model.SourceExample
}
