package link

import (
	"maps"
	"slices"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/parser/assemble"
)

// maxSeparations bounds how far up separated types separate those that have them.
const maxSeparations = 8

// separate gives resources types of their own where one name has one shape in all
// of them and a member is another type in each: a class Request{id, params} that
// two resources have, each with its own Params. A shape looks one level deep and
// so does not tell these apart.
func (l *linker) separate(names []string, byName map[string][]*candidate) {
	for range maxSeparations {
		several, found := l.severalIDs(), false
		if len(several) == 0 {
			return
		}
		for _, name := range names {
			for _, c := range byName[name] {
				if groups := l.groupsOf(c, several); len(groups) > 1 {
					l.separateGroups(c, groups, byName[name])
					found = true
				}
			}
		}
		if !found {
			return
		}
	}
}

// severalIDs are the names that more than one type has.
func (l *linker) severalIDs() map[string]bool {
	first, several := map[string]string{}, map[string]bool{}
	see := func(name, id string) {
		if have, ok := first[name]; ok && have != id {
			several[name] = true
		}
		first[name] = id
	}
	for key, id := range l.ids {
		see(key.name, id)
		for _, own := range l.separated[id] {
			see(key.name, own)
		}
	}
	return several
}

// groupsOf returns the occurrences of a candidate by what their members are, or
// nil where all may be one: where one resource has them in two ways, too.
func (l *linker) groupsOf(c *candidate, several map[string]bool) []*candidate {
	if c.kind != model.KindObject || len(c.occurrences) < 2 || l.separated[l.ids[nameShape{c.name, c.shape}]] != nil {
		return nil
	}
	members := map[string]map[string]string{}
	for i, s := range c.occurrences {
		in := c.shownIn[i].resource
		if members[in] == nil {
			members[in] = map[string]string{}
		}
		if !l.addMembers(members[in], s.Type, in, several) {
			return nil
		}
	}
	var groups []*candidate
	var of []map[string]string
	for i, s := range c.occurrences {
		own := members[c.shownIn[i].resource]
		at := slices.IndexFunc(of, func(m map[string]string) bool { return !contradicts(m, own) })
		if at < 0 {
			at = len(of)
			of = append(of, map[string]string{})
			groups = append(groups, &candidate{name: c.name, shape: c.shape, kind: c.kind, resource: c.shownIn[i].resource, client: true})
		}
		maps.Copy(of[at], own)
		groups[at].add(s, c.shownIn[i])
	}
	return groups
}

// addMembers notes which types the members of an object are that have a name of
// several. It reports whether they are what the resource has noted already.
func (l *linker) addMembers(members map[string]string, t *model.Type, resource string, several map[string]bool) bool {
	for _, f := range t.Fields {
		in := innermost(f.Type)
		if in.Kind != model.KindRef {
			continue
		}
		name, shape := assemble.SplitRef(in.Ref)
		if shape == "" || !several[name] {
			continue
		}
		id, _ := l.idFor(name, shape, resource)
		if have := members[f.Name]; have != "" && have != id {
			return false
		}
		members[f.Name] = id
	}
	return true
}

func contradicts(a, b map[string]string) bool {
	for name, id := range b {
		if have := a[name]; have != "" && have != id {
			return true
		}
	}
	return false
}

// separateGroups gives each group an ID of its own. What a page declares keeps the
// name; where several are declared, or none is, no group has it alone.
func (l *linker) separateGroups(c *candidate, groups, sameName []*candidate) {
	id := l.ids[nameShape{c.name, c.shape}]
	slices.SortStableFunc(groups, func(a, b *candidate) int { return rank(a) - rank(b) })
	main, mainID, kept := groups[0], id, ""
	if rank(main) == rank(groups[1]) {
		delete(l.named, id)
		mainID = l.apart(main)
		kept = mainID
	}
	own := map[string]string{}
	for i, g := range groups {
		is := mainID
		if i > 0 {
			is = l.apart(g)
			l.ambiguous(g, is, main, kept)
		}
		for _, p := range g.shownIn {
			own[p.resource] = is
		}
	}
	l.separated[mainID] = own
	for _, o := range sameName {
		if key := (nameShape{o.name, o.shape}); l.ids[key] == id || o == c {
			l.ids[key] = mainID
		}
	}
}
