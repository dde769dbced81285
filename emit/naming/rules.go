package naming

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/docgen-go/docgen/model"
)

// Rules are how names follow from the pages, numbered, because a package that
// has names goes on by the rules that it began with: what comes to it is to be
// called like what is there. Names that are kept come before all rules.
type Rules int

// The rules.
const (
	// RulesLong name what the pages do not name after the place where it stands,
	// however long that is, and keep names of the pages as they are.
	RulesLong Rules = 1
	// RulesShort bound names that are made of places, name what several places
	// share by what it is, write initialisms in capitals in names of the pages
	// too, and leave out that a place is optional.
	RulesShort Rules = 2
	// RulesSingular have the singular that English has of names that are plurals:
	// statuses have a status, caches a cache.
	RulesSingular Rules = 3
	// RulesOneType make a union one Go type with the enum or the union that it prints
	// again: see oneType.
	RulesOneType Rules = 4
	// RulesTags name the constructors of alternatives by the values that tell them apart,
	// where such values do: see unionConstructors; and make unions of equal alternatives one
	// Go type, whatever they are called.
	RulesTags Rules = 5
	// RulesResponse call Response what operations of several resources return most often:
	// see commonResponse.
	RulesResponse Rules = 6
	// LatestRules are those of a package that has no names yet.
	LatestRules = RulesResponse
)

// rulesKey is what the number of the rules has in a Table.
var rulesKey = NewKey("rules", "names")

// IsRules reports whether a key of a Table is that of the number of rules or of
// another word about them, which is no name.
func IsRules(k Key) bool { return k.Parts()[0] == "rules" }

// CheckRules refuses a text that is not the number of rules that are known here,
// or another word about rules that nobody knows.
func CheckRules(k Key, text string) error {
	first, last := int(RulesLong), int(LatestRules)
	switch k {
	case membersKey:
		first, last = 1, latestMembers()
	case fieldCasingKey, valueCasingKey:
		if casings[text] == nil {
			return fmt.Errorf("names are written in the casing %s, and this docgen knows %s: use the docgen that wrote the file, or a newer one",
				text, strings.Join(slices.Sorted(maps.Keys(casings)), ", "))
		}
		return nil
	case rulesKey:
	default:
		if IsRules(k) {
			return fmt.Errorf("there are rules for %s that this docgen does not know: use the docgen that wrote the file, or a newer one", strings.Join(k.Parts()[1:], " "))
		}
		return nil
	}
	if n, err := strconv.Atoi(text); err != nil || n < first || n > last {
		return fmt.Errorf("names were chosen by rules %s, and this docgen knows %d to %d: use the docgen that wrote the file, or a newer one",
			text, first, last)
	}
	return nil
}

// rulesOf are the rules that names to keep were chosen by: those of the last
// table, because what comes before it are wishes. Names of a time before there
// were numbers follow the first rules.
func rulesOf(keep []Table) Rules {
	if len(keep) == 0 || len(keep[len(keep)-1]) == 0 {
		return LatestRules
	}
	n, err := strconv.Atoi(keep[len(keep)-1][rulesKey])
	if err != nil || n < int(RulesLong) || n > int(LatestRules) {
		return RulesLong
	}
	return Rules(n)
}

// maxTypeName is how long a type's name may be that the pages do not give, in
// bytes.
const maxTypeName = 60

// shortTypeNames are what a type of the pages may be called, best first.
func shortTypeNames(t *model.NamedType, owner string) []string {
	name := t.Name
	if !isExported(name) {
		name = exported(camel(signed(name)))
	}
	name = upperInitialisms(withoutOptional(name))
	kind := kindName(t.Type)
	return []string{name, owner + name, name + kind, owner + name + kind}
}

// shortPathNames are what a type may be called that has its name of its place.
func shortPathNames(t *model.NamedType, owner string) []string {
	return bounded(pathNames(withoutOptional(t.Name), owner, kindName(t.Type)), roomFor(t.Type))
}

// sharedNames are what a type may be called that stands for equal structures of
// several places: by the words that all have in common at the end, and else like
// the place that has the shortest name.
func (s *assigner) sharedNames(t *model.NamedType, group []*model.NamedType) []string {
	owner, kind := s.rules.resourceName(t.Resource), kindName(t.Type)
	what := s.withoutGlue(commonSuffix(group))
	name := exported(camel(what))
	var names []string
	switch {
	case len(what) > 1 || t.ID == s.response:
		names = append(names, name)
	case !slices.ContainsFunc(words(t.Name), func(w string) bool { return s.isGlue(strings.ToLower(w)) }):
		names = append(names, shortPathNames(t, owner)...)
	}
	if owner != "" && !strings.HasPrefix(name, owner) {
		names = append(names, owner+name)
	}
	names = bounded(append(append(names, shortPathNames(t, owner)...), name+kind), roomFor(t.Type))
	free := slices.DeleteFunc(slices.Clone(names), func(name string) bool { return s.pkg.has(name) })
	if len(free) > 0 {
		return free
	}
	return names
}

// roomFor is how long the name of a type may be, so that the names made of it
// are bounded too.
func roomFor(t *model.Type) int {
	if t != nil && t.Kind == model.KindUnion {
		return maxTypeName - len("Variant")
	}
	return maxTypeName
}

// bounded puts shorter names in place of those that are too long: what is left
// out are words after the first, because the last ones say what it is.
func bounded(names []string, room int) []string {
	if !slices.ContainsFunc(names, func(name string) bool { return len(name) > room }) {
		return names
	}
	var out []string
	for _, name := range names {
		if len(name) <= room {
			out = append(out, name)
			continue
		}
		ws := words(name)
		for skip := 2; skip < len(ws); skip++ {
			if short := join(ws[0], strings.Join(ws[skip:], "")); len(short) <= room {
				out = append(out, short)
			}
		}
	}
	if len(out) == 0 {
		return names
	}
	return out
}

// commonSuffix is the words in which the names of a group end alike.
func commonSuffix(group []*model.NamedType) []string {
	common := words(withoutOptional(group[0].Name))
	for _, t := range group[1:] {
		ws := words(withoutOptional(t.Name))
		n := 0
		for n < len(ws) && n < len(common) && strings.EqualFold(ws[len(ws)-1-n], common[len(common)-1-n]) {
			n++
		}
		common = common[len(common)-n:]
	}
	return common
}

// withoutGlue leaves out the words at the begin that say where in an operation
// something stands, as long as others are left.
func (s *assigner) withoutGlue(ws []string) []string {
	for len(ws) > 1 && s.isGlue(strings.ToLower(ws[0])) {
		ws = ws[1:]
	}
	if len(ws) > 2 && strings.EqualFold(ws[0]+ws[1], "DataItem") {
		return s.withoutGlue(ws[2:])
	}
	return ws
}

func (s *assigner) isGlue(word string) bool {
	switch word {
	case "params", "response", "request", "body", "item", "items":
		return true
	}
	return s.verbs[word]
}

// verbsOf are the first words of the names of operations.
func verbsOf(api *model.API) map[string]bool {
	verbs := map[string]bool{}
	for _, m := range api.Methods {
		if ws := words(m.Name); len(ws) > 0 {
			verbs[strings.ToLower(ws[0])] = true
		}
	}
	return verbs
}

// withoutOptional drops a word by which generators of pages tell a type that may
// be absent: it is a fact of the place.
func withoutOptional(name string) string {
	if !strings.Contains(name, "Optional") {
		return name
	}
	ws := words(name)
	kept := slices.DeleteFunc(slices.Clone(ws), func(w string) bool { return w == "Optional" })
	if len(kept) == len(ws) || len(kept) == 0 {
		return name
	}
	return strings.Join(kept, "")
}

// upperInitialisms writes the initialisms in a name in CamelCase in capitals.
func upperInitialisms(name string) string {
	ws := words(name)
	if strings.Join(ws, "") != name {
		return name
	}
	for i, w := range ws {
		if known, ok := initialisms[strings.ToLower(w)]; ok {
			ws[i] = known
		}
	}
	return strings.Join(ws, "")
}
