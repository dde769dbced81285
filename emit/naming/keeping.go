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
		if len(k.aliases) == 0 {
			continue
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
	return !k.isAlias(id) && k.name(key("type", id)) != ""
}

// isAlias reports whether a table has the type with the ID as another name for one.
func (k keeping) isAlias(id string) bool { return len(k.aliases) > 0 && k.aliases[NewKey("type", id)] }

// name returns the name to keep for what has a key, or "".
func (k keeping) name(of tuple) string {
	for i := range k.tables {
		if name := k.listed(i, of); name != "" {
			return name
		}
	}
	return k.notListed(of)
}

// listed returns the name that one of the tables lists, or "".
func (k keeping) listed(table int, of tuple) string {
	if len(k.tables[table]) == 0 {
		return ""
	}
	name, _ := k.tables[table].of(of)
	return name
}

// notListed returns the name that the last table has without listing it. An entry
// without a name says that there is none.
func (k keeping) notListed(of tuple) string {
	if k.implied == nil {
		return ""
	}
	if _, listed := k.tables[len(k.tables)-1].of(of); listed {
		return ""
	}
	return k.implied.nameOf(of)
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
func (t Table) Name(k Key) string {
	if of := k.tuple(); lasting[of[0]] > 0 {
		return newKeeping([]Table{t}).name(of)
	}
	return t[k]
}
