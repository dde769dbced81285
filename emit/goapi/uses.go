package goapi

import (
	"maps"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model/diff"
)

// Uses are the identifiers of a package that code refers to, by the findings that
// reach the code by them.
type Uses struct {
	// ByFinding has the same indexes as the findings. Of a finding that reaches
	// nothing it has no names.
	ByFinding [][]string
	// Unknown are identifiers that the package of neither side has: the code was
	// written for another one.
	Unknown []string
}

// FindUses returns which findings reach code that refers to the identifiers, which are
// named as those of a Decl. The sides have to be whole, and x is their Explanation.
//
// A finding reaches code by the identifiers that no longer compile; by those of the
// member that it is about; and where code need not name what it is about, such as a
// parameter that became required, by the methods that the code calls. What is merely
// new reaches nothing. In doubt, a finding reaches the callers of its methods.
func FindUses(before, after *Side, findings []diff.Finding, x *Explanation, used map[string]bool) *Uses {
	before.join(findings, true)
	after.join(findings, false)
	u := &useFinder{
		explainer: explainer{old: before, new: after, findings: findings},
		used:      used, named: make([]bool, len(findings)), newID: newIDs(findings),
		own: make([]map[string]bool, len(findings)), hits: make([]map[string]bool, len(findings)),
	}
	for i := range findings {
		u.own[i], u.hits[i] = map[string]bool{}, map[string]bool{}
	}
	known := map[string]bool{}
	for _, s := range []*Side{before, after} {
		u.callers = append(u.callers, u.callersOf(s))
		for _, d := range s.decls {
			known[d.Name] = true
			u.members(s, d)
		}
	}
	out := &Uses{ByFinding: make([][]string, len(findings))}
	for i := range findings {
		u.goChanges(i, x.ByFinding[i])
		u.decide(i)
		out.ByFinding[i] = slices.Sorted(maps.Keys(u.hits[i]))
	}
	for name := range used {
		if !known[name] {
			out.Unknown = append(out.Unknown, name)
		}
	}
	slices.Sort(out.Unknown)
	return out
}

type useFinder struct {
	explainer
	used map[string]bool
	// named says of each finding whether the package has an identifier for what it is
	// about. own are those of them that code refers to, and hits are the names by which
	// the finding reaches code.
	named     []bool
	own, hits []map[string]bool
	// callers are the methods that code calls, by the IDs of each side, with the
	// names in Go.
	callers []map[string]string
	newID   func(string) string
}

// callersOf returns the methods of a side that code calls, by their IDs in the new
// revision.
func (u *useFinder) callersOf(s *Side) map[string]string {
	out := map[string]string{}
	for _, d := range s.decls {
		if !u.used[d.Name] {
			continue
		}
		if o, ok := s.origins.of(d); ok && o.Method != "" && o.Location == "" && d.Kind == KindMethod {
			out[u.newID(o.Method)] = d.Name
		}
	}
	return out
}

// members notes which findings are about what a declaration was made of.
func (u *useFinder) members(s *Side, d Decl) {
	if d.Kind == KindVariant {
		if iface, variant := ownersOf(d.Kind, d.Name); u.used[iface] || u.used[variant] {
			u.note(u.inType(s, s.origins.byName[iface], isValue), variant, iface)
		}
		return
	}
	o, ok := s.origins.of(d)
	switch {
	case !ok:
	case o.Resource != "":
		u.note(s.resources.resources.covering(o.Resource), d.Name)
	case o.Method != "" && o.Location == "": // see callers
	case d.Kind == KindConst, d.Kind == KindType:
		found := u.explainer.about(&Change{Action: Changed, Kind: d.Kind, Name: d.Name}, d, s)
		u.note(append(found, u.inType(s, o, isValue)...), d.Name)
	default:
		u.note(u.explainer.about(&Change{Action: Changed, Kind: d.Kind, Name: d.Name}, d, s), d.Name)
	}
}

// note says of findings that the package has identifiers for what they are about.
func (u *useFinder) note(found []int, names ...string) {
	for _, i := range found {
		u.named[i] = true
		for _, name := range names {
			if u.used[name] {
				u.own[i][name] = true
			}
		}
	}
}

// isValue reports whether a finding is about the values that a type has, for which
// code has the type, its constants or its variants, and not always a member.
func isValue(f diff.Finding) bool {
	switch f.Kind {
	case diff.VariantAdded, diff.VariantRemoved, diff.DiscriminatorAdded, diff.DiscriminatorRemoved, diff.DiscriminatorChanged,
		diff.EnumValueAdded, diff.EnumValueRemoved, diff.KnownValueAdded, diff.KnownValueRemoved, diff.EnumOpened, diff.EnumClosed, diff.ValueRenamed:
		return true
	}
	return false
}

// goChanges notes the identifiers that no longer are what they were.
func (u *useFinder) goChanges(i int, changes []Change) {
	for _, c := range changes {
		for _, name := range BrokenBy(c, u.used) {
			u.hits[i][name] = true
		}
	}
}

// BrokenBy returns the used identifiers that a change breaks, sorted. A type that is gone
// or became something else takes its members with it; one that is called otherwise breaks
// only code that writes its name, and one that is no variant any more code that names it.
func BrokenBy(c Change, used map[string]bool) []string {
	name := c.Name
	if c.Kind == KindVariant {
		_, name = ownersOf(c.Kind, c.Name)
	}
	var out []string
	if c.Breaks() && used[name] {
		out = append(out, name)
	}
	if c.Kind == KindType && (c.Action == Removed || c.Action == Changed) {
		for member := range used {
			if strings.HasPrefix(member, c.Name+".") {
				out = append(out, member)
			}
		}
	}
	slices.Sort(out)
	return out
}

// decide notes by what a finding reaches code besides.
func (u *useFinder) decide(i int) {
	f := u.findings[i]
	how := reachOf(f)
	if how == byNothing {
		return
	}
	maps.Copy(u.hits[i], u.own[i])
	if how == byCaller || !u.named[i] {
		u.toCallers(i, f)
	}
}

// toCallers notes the methods by which a finding reaches code that calls them, or for
// one that is about the whole API what makes a client.
func (u *useFinder) toCallers(i int, f diff.Finding) {
	if f.Resource+f.Method+f.Type == "" {
		if u.used[constructor] {
			u.hits[i][constructor] = true
		} else {
			maps.Copy(u.hits[i], u.used)
		}
		return
	}
	reach := f.Reach
	if requests(f.Kind) && len(f.Requests) > 0 {
		reach = f.Requests
	}
	for _, callers := range u.callers {
		for _, id := range reach {
			if name, ok := callers[u.newID(id)]; ok {
				u.hits[i][name] = true
			}
		}
		for id, name := range callers {
			if u.isAbout(f, id) {
				u.hits[i][name] = true
			}
		}
	}
}

// constructor makes the client of a generated package.
const constructor = "NewClient"

// isAbout reports whether a finding is about a method, by its ID in the new revision,
// or about a resource around it.
func (u *useFinder) isAbout(f diff.Finding, id string) bool {
	return slices.ContainsFunc(f.Subjects, func(s diff.Subject) bool {
		return id == u.newID(s.OldMethod) || id == s.NewMethod || within(id, s.NewResource) || within(id, u.newID(s.OldResource))
	})
}

func within(id, resource string) bool {
	return resource != "" && strings.HasPrefix(id, resource+".")
}

// newIDs returns a function that leads from the old ID of a method or resource to the
// new one, as far as findings say that it has another one.
func newIDs(findings []diff.Finding) func(string) string {
	methods, resources := map[string]string{}, map[string]string{}
	for _, f := range findings {
		for _, s := range f.Subjects {
			if s.OldMethod != "" && s.NewMethod != "" && s.OldMethod != s.NewMethod {
				methods[s.OldMethod] = s.NewMethod
			}
			if s.OldResource != "" && s.NewResource != "" && s.OldResource != s.NewResource {
				resources[s.OldResource] = s.NewResource
			}
		}
	}
	return func(id string) string {
		if now, ok := methods[id]; ok {
			return now
		}
		for above := id; above != ""; above = parent(above) {
			if now, ok := resources[above]; ok {
				return now + strings.TrimPrefix(id, above)
			}
		}
		return id
	}
}
