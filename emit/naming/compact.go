package naming

import (
	"maps"
	"slices"
	"strconv"

	"github.com/docgen-go/docgen/model"
)

// Compact returns a table that lists only what the rules do not give, for a
// package that is to keep the names of a full one. What was said of the rules in
// the table that was kept before stays.
func (n *Names) Compact(full, before Table) Table {
	out := n.Kept(full, before)
	// Methods first, because what belongs to them is called after them.
	for _, methods := range []bool{true, false} {
		i := newImplied(out)
		var given []Key
		for key, name := range out {
			parts := key.tuple()
			isMethod := parts[0] == "method"
			if isMethod {
				delete(i.methods, methodKey(key, name))
			}
			if isMethod == methods && i.nameOf(parts) == name {
				given = append(given, key)
			}
			if isMethod {
				i.methods[methodKey(key, name)] = key
			}
		}
		for _, key := range given {
			delete(out, key)
		}
	}
	return out
}

// Kept returns what Compact does before anything is left out of it: a package keeps the same
// names with either. It takes less time to make, and none to look up in.
func (n *Names) Kept(full, before Table) Table {
	out := make(Table, len(full)+4)
	for key, name := range full {
		parts := key.tuple()
		if parts[0] == "type" && (n.shared.of[parts[1]] != "" || n.isSecondUnion(parts[1])) {
			key = NewKey(aliasKind, parts[1])
		}
		out[key] = name
	}
	out.setRules(full, before)
	for method, location := range mainLocations(full, newImplied(out)) {
		out[NewKey(locationKind, method)] = location
	}
	return out
}

// isSecondUnion reports whether a union is only another name for one, see oneType.
func (n *Names) isSecondUnion(id string) bool {
	t := n.shared.api.Lookup(id)
	if t == nil || t.Type == nil || t.Type.Kind != model.KindRef || n.rules < RulesTags {
		return false
	}
	_, to := Target(n.shared.api, t.Type)
	return to != nil && to.Type.Kind == model.KindUnion
}

func methodKey(k Key, name string) [2]string {
	resource, _ := cutLast(k.tuple()[1])
	return [2]string{resource, name}
}

// setRules notes the rules for what a table is not to list.
func (t Table) setRules(full, before Table) {
	t[membersKey] = before[membersKey]
	if t[membersKey] == "" {
		t[membersKey] = strconv.Itoa(latestMembers())
	}
	for key, kinds := range map[Key][]string{fieldCasingKey: {"field", "param"}, valueCasingKey: {"value"}} {
		if t[key] = before[key]; t[key] == "" {
			t[key] = commonCasing(full, kinds)
		}
	}
}

// commonCasing returns the casing that most names of the kinds have, of equal
// ones the first by name.
func commonCasing(full Table, kinds []string) string {
	rule := memberRules[latestMembers()]
	count, known := map[string]int{}, map[string][]string{} // known are the casings of names
	for key := range full {
		parts := key.tuple()
		if !slices.Contains(kinds, parts[0]) {
			continue
		}
		wire := parts[lasting[parts[0]]]
		if parts[0] == "value" {
			wire = LiteralText(model.Literal(wire))
		}
		fit, ok := known[wire]
		if !ok {
			fit = casingsOf(rule.words(rule.name(wire)), wire)
			known[wire] = fit
		}
		for _, name := range fit {
			count[name]++
		}
	}
	best := "snake"
	for _, name := range slices.Sorted(maps.Keys(count)) {
		if count[name] > count[best] {
			best = name
		}
	}
	return best
}

// casingsOf returns the casings in which a name is written, none where it is one word,
// which is written alike in most.
func casingsOf(words []string, name string) (out []string) {
	if len(words) < 2 {
		return nil
	}
	for of, casing := range casings {
		if casing(words) == name {
			out = append(out, of)
		}
	}
	return out
}

// mainLocations returns for methods where those parameters travel that need not be
// listed, where that is not the body and saves more than it takes to say so.
func mainLocations(full Table, i *implied) map[string]string {
	count := map[[2]string]int{}
	for key, name := range full {
		if parts := key.tuple(); parts[0] == "param" && i.member(parts[3]) == name {
			count[[2]string{parts[1], parts[2]}]++
		}
	}
	best := map[string]string{}
	for at, n := range count {
		method, location := at[0], at[1]
		if location == string(LocationBody) || n < count[[2]string{method, string(LocationBody)}]+2 {
			continue
		}
		if most := count[[2]string{method, best[method]}]; n > most || n == most && location < best[method] {
			best[method] = location
		}
	}
	return best
}
