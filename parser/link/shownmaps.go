package link

import (
	"encoding/json"
	"regexp"
	"strings"
)

// madeUpKey matches names that no API gives its members: numbers and UUIDs.
var madeUpKey = regexp.MustCompile(`^(?:[0-9]+|[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})$`)

// areKeys reports whether the names of the members of an object are keys of a map and no
// fields: numbers and UUIDs; or names of objects that say themselves that they are called
// so, or that have marks which stand in paths and in names with a prefix.
func areKeys(members []jsonMember) bool {
	kind := shownKind(valuesOf(members))
	if len(members) == 0 || kind == "" {
		return false
	}
	for _, m := range members {
		if !madeUpKey.MatchString(m.name) && !(m.value[0] == '{' && (saysName(m) || hasKeyMark(m.name))) {
			return false
		}
	}
	return true
}

// hasKeyMark reports whether a name has a mark that names of fields have not, but for those
// of JSON-LD, which begin with one.
func hasKeyMark(name string) bool {
	return strings.ContainsAny(name, "/:") && strings.IndexAny(name, "@$#/:") != 0
}

// ownName matches members by which objects say how they are called.
var ownName = regexp.MustCompile(`(?i)^(?:name|key|slug)$|(?:^|[a-z_])(?:id|name|key|uuid)$`)

// saysName reports whether a member of an object that says how it is called has the name of
// the object: {"b1": {"id": "b1"}}.
func saysName(m jsonMember) bool {
	name, err := json.Marshal(m.name)
	if err != nil {
		return false
	}
	for _, own := range membersOf(m.value) {
		if string(own.value) == string(name) && ownName.MatchString(own.name) {
			return true
		}
	}
	return false
}

func valuesOf(members []jsonMember) []json.RawMessage {
	out := make([]json.RawMessage, len(members))
	for i, m := range members {
		out[i] = m.value
	}
	return out
}
