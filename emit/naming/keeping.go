package naming

import (
	"slices"
	"strings"
)

// keeping is what tables of names to keep say.
type keeping struct {
	tables []Table // with aliases as types
	// aliases are the things of the tables that are another name for a type.
	aliases map[Key]bool
	// implied are the names that the last table does not list.
	implied *implied
}

func newKeeping(tables []Table) keeping {
	k := keeping{tables: slices.Clone(tables), aliases: map[Key]bool{}}
	for n, t := range tables {
		for key := range t {
			if thing := key.Thing(); thing != key && t[key] != "" {
				k.aliases[thing] = true
			}
		}
		if t[membersKey] == "" {
			continue
		}
		if n == len(tables)-1 {
			k.implied = newImplied(t)
		}
		k.tables[n] = make(Table, len(t))
		for key, name := range t {
			k.tables[n][key.Thing()] = name
		}
	}
	return k
}

// isOwnType reports whether the type that has the ID was declared before, and not another
// name for one.
func (k keeping) isOwnType(id string) bool {
	key := NewKey("type", id)
	return !k.aliases[key] && k.name(key) != ""
}

// name returns the name to keep for a key, or "".
func (k keeping) name(key Key) string {
	for _, t := range k.tables {
		if name := t[key]; name != "" {
			return name
		}
	}
	return k.notListed(key)
}

// notListed returns the name that the last table has without listing it. An entry
// without a name says that there is none.
func (k keeping) notListed(key Key) string {
	if k.implied == nil {
		return ""
	}
	if _, listed := k.tables[len(k.tables)-1][key]; listed {
		return ""
	}
	return k.implied.name(key)
}

// Forget has a table that does not list all its names have none for a thing.
func (t Table) Forget(kind string, parts ...string) {
	if t[membersKey] != "" {
		t[NewKey(kind, parts...)] = ""
	}
}

// Thing is the key of what is called something, be it a type of its own or an
// alias for one.
func (k Key) Thing() Key {
	if rest, ok := strings.CutPrefix(string(k), aliasKind+"\x00"); ok {
		return Key("type\x00" + rest)
	}
	return k
}

// Name returns what the table calls what has the key, listed or not; "" where it
// knows nothing of it.
func (t Table) Name(k Key) string { return newKeeping([]Table{t}).name(k) }
