package naming

import (
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/names"
)

// withFormerIDs returns tables of names to keep in which structures that the pages
// give no name go by the IDs that they have now. Their IDs are made of the words
// of their places, and the element of a list has the singular of the list's name,
// which docgen once made otherwise: statuses had a statuse. A table that was
// written then names such a structure by what it was called; one of today's rules never did.
func withFormerIDs(api *model.API, tables []Table) []Table {
	if len(tables) == 0 || rulesOf(tables) >= RulesSingular {
		return tables
	}
	kept := map[string]bool{}
	for _, t := range tables {
		for k := range t {
			if parts := k.Thing().Parts(); len(parts) > 1 && parts[0] == "type" {
				kept[parts[1]] = true
			}
		}
	}
	now := map[string]string{}
	for _, t := range api.Types {
		if !t.Anonymous || kept[t.ID] {
			continue
		}
		for _, id := range formerIDs(t.ID) {
			if kept[id] && api.Lookup(id) == nil && now[id] == "" {
				now[id] = t.ID
				break
			}
		}
	}
	if len(now) == 0 {
		return tables
	}
	out := make([]Table, len(tables))
	for i, t := range tables {
		out[i] = make(Table, len(t))
		for k, name := range t {
			out[i][renewed(k, now)] = name
		}
	}
	return out
}

// renewed returns a key with the IDs of today: of what has the name, and of what
// a wrapper is made for.
func renewed(k Key, now map[string]string) Key {
	parts := k.Parts()
	for i, part := range parts {
		before, id, ok := strings.Cut(part, "ref ")
		switch {
		case i == 0:
		case now[part] != "" && i == 1:
			parts[i] = now[part]
		case ok && i == 2 && (parts[0] == "wrapper" || parts[0] == "constructor") && now[id] != "":
			parts[i] = before + "ref " + now[id]
		}
	}
	return NewKey(parts[0], parts[1:]...)
}

// maxFormer bounds the words of one ID that may have been others.
const maxFormer = 6

// formerIDs returns the IDs that a structure may have had while singulars were
// made otherwise, without the one that it has.
func formerIDs(id string) []string {
	dot := strings.LastIndexByte(id, '.') + 1 // behind the resource of a name that others have too
	ws := names.Words(id[dot:])
	if strings.Join(ws, "") != id[dot:] {
		return nil
	}
	out := []string{id[:dot]}
	changed := 0
	for i := 0; i < len(ws); i++ {
		w := ws[i]
		forms := []string{w}
		if i+1 < len(ws) && ws[i+1] == "Item" && names.Singular(w) == w { // an element of what has no singular
			i++
			forms = []string{w + "Item", idSingularBefore3(w)}
		} else if changed < maxFormer {
			forms = append(forms, formerSingulars(w)...)
		}
		if len(forms) > 1 {
			changed++
		}
		var next []string
		for _, before := range out {
			for _, form := range forms {
				next = append(next, before+form)
			}
		}
		out = next
	}
	return slices.DeleteFunc(out, func(former string) bool { return former == id })
}

// formerSingulars returns what docgen once made of the plurals that a word is the
// singular of, where that was another word.
func formerSingulars(word string) []string {
	var out []string
	for _, plural := range names.Plurals(word) {
		former := idSingularBefore3(plural)
		if former == plural {
			former += "Item" // an element without a singular
		}
		if former != word && !slices.Contains(out, former) {
			out = append(out, former)
		}
	}
	return out
}

// idSingularBefore3 is the singular that IDs were made with before rules 3. It
// never changes.
func idSingularBefore3(word string) string {
	lower := strings.ToLower(word)
	switch {
	case len(word) < 4 || strings.HasSuffix(lower, "ss") || strings.HasSuffix(lower, "us") || strings.HasSuffix(lower, "is"):
		return word
	case lower == "series" || lower == "species" || strings.HasSuffix(lower, "news") || strings.HasSuffix(lower, "tics"):
		return word
	case strings.HasSuffix(lower, "ies"):
		return word[:len(word)-3] + "y"
	case strings.HasSuffix(lower, "sses") || strings.HasSuffix(lower, "shes") || strings.HasSuffix(lower, "ches") ||
		strings.HasSuffix(lower, "xes") || strings.HasSuffix(lower, "zzes"):
		return word[:len(word)-2]
	case strings.HasSuffix(lower, "s"):
		return word[:len(word)-1]
	}
	return word
}
