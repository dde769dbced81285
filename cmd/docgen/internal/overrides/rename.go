package overrides

import (
	"strings"

	"github.com/docgen-go/docgen/cmd/docgen/internal/config"
	"github.com/docgen-go/docgen/emit/naming"
	"github.com/docgen-go/docgen/model"
)

// Renames are the entries of a target that give other Go names.
type Renames struct {
	// Names is what they say.
	Names naming.Table

	entries map[naming.Key]config.Pair
	owners  map[string]bool // IDs of renamed types and methods
}

// NewRenames finds what each entry is about in the names that would be chosen.
// The error is config.Faults: entries about nothing, or without effect.
func NewRenames(chosen naming.Table, r config.Rename) (*Renames, error) {
	out := &Renames{Names: naming.Table{}, entries: map[naming.Key]config.Pair{}, owners: map[string]bool{}}
	var faults config.Faults
	add := func(kind string, pairs config.Pairs, keysOf func(string) []naming.Key) {
		for _, p := range pairs {
			if !out.add(chosen, p, keysOf(p.Key.Value)) {
				faults.Add(p.Key.At, "no %s is called %q; \"docgen inspect\" shows what there is", kind, p.Key.Value)
			}
		}
	}
	add("resource", r.Resources, single("accessor"))
	add("method", r.Methods, single("method"))
	add("type", r.Types, single("type"))
	add("field or parameter", r.Fields, fieldKeys)
	for key, p := range out.entries {
		if chosen[key] == p.Value.Value {
			faults.Add(p.Key.At, "%s is called %s anyway; take the entry out", p.Key.Value, p.Value.Value)
		}
	}
	return out, faults.Err()
}

func (r *Renames) add(chosen naming.Table, p config.Pair, keys []naming.Key) (found bool) {
	for _, key := range keys {
		if chosen[key] == "" {
			continue
		}
		found = true
		r.Names[key], r.entries[key] = p.Value.Value, p
		if kind := key.Parts()[0]; kind == "type" || kind == "method" {
			r.owners[p.Key.Value] = true
		}
	}
	return found
}

func single(kind string) func(string) []naming.Key {
	return func(id string) []naming.Key { return []naming.Key{naming.NewKey(kind, id)} }
}

// fieldKeys are all that owner.name can mean: both may have dots in them.
func fieldKeys(name string) []naming.Key {
	var keys []naming.Key
	for i := range len(name) {
		if name[i] != '.' {
			continue
		}
		owner, wire := name[:i], name[i+1:]
		keys = append(keys, naming.NewKey("field", owner, wire))
		for _, location := range []model.Location{naming.LocationBody, model.LocationQuery, model.LocationHeader, model.LocationCookie} {
			keys = append(keys, naming.NewKey("param", owner, string(location), wire))
		}
	}
	return keys
}

// derived are the kinds of names that begin with the name of their owner.
const derived = " value variant wrapper params streaming paging polling "

// Without is the table less what the entries say and what follows from that,
// so that taking an entry away takes its effect away.
func (r *Renames) Without(t naming.Table) naming.Table {
	if len(r.Names) == 0 {
		return t
	}
	out := naming.Table{}
	for key, name := range t {
		parts := key.Parts()
		follows := strings.Contains(derived, " "+parts[0]+" ") && r.owners[parts[1]]
		if _, said := r.Names[key.Thing()]; !said && !follows {
			out[key] = name
		}
	}
	// A name that the table has without listing it would come back otherwise.
	for key := range r.Names {
		if parts := key.Parts(); parts[0] == "method" && len(out) > 0 {
			out.Forget("params", parts[1])
			out.Forget("streaming", parts[1])
			out.Forget("paging", parts[1])
			out.Forget("polling", parts[1])
		}
	}
	return out
}

// Check compares what the entries say with what the names have become.
func (r *Renames) Check(assigned naming.Table) error {
	var faults config.Faults
	for key, p := range r.entries {
		if assigned[key] != p.Value.Value {
			faults.Add(p.Value.At, "%s cannot be called %s: the package has that name for something else", p.Key.Value, p.Value.Value)
		}
	}
	return faults.Err()
}
