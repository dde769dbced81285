package drift

import (
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model/gofacts"
	"github.com/docgen-go/docgen/model/names"
)

// ending returns the last word that three in four of the types have which members of the documented format have, of three
// types at least: ID of UserID, RoleID and GuildID.
func (w *wish) ending() string {
	seen, found := map[string]bool{}, votes{}
	class := strings.TrimPrefix(w.class, arrayOf)
	for _, s := range w.samples {
		name := core(w.seen(s))
		words := lowerWords(name[strings.LastIndexByte(name, '.')+1:])
		if seen[name] || isPlain(name) || len(words) < 2 || strings.TrimPrefix(s.class, arrayOf) != class {
			continue
		}
		seen[name] = true
		found.add(words[len(words)-1])
	}
	best := found.winner()
	if found.total() < 3 || 4*found[best] < 3*found.total() {
		return ""
	}
	return best
}

// typeOfOwner returns the type that is named by the last words of the owner for which there is one, and by the member: id of
// StickerItem is a StickerID where the client has a type for each kind of ID.
func (w *wish) typeOfOwner() string {
	name := lowerWords(w.field.Name)
	if !hasFormat(w.field.Type) || len(name) != 1 || w.ending() != name[0] {
		return ""
	}
	owner, best, end, most := lowerWords(w.owner.Short), "", 0, 0
	for _, t := range w.types {
		words, short := lowerWords(t.Short), w.written(t)
		n := len(words) - 1
		if short == "" || n < 1 || words[n] != name[0] || !w.fits(t) && t.Kind != gofacts.Custom {
			continue
		}
		for i := n; i <= len(owner); i++ {
			if slices.Equal(owner[i-n:i], words[:n]) && (i > end || i == end && n > most) {
				best, end, most = short, i, n
			}
		}
	}
	return best
}

// typeOfPlural returns the type of the elements of a list whose name lacks the ending of such types: roles are of RoleID.
func (w *wish) typeOfPlural() string {
	if !hasFormat(w.field.Type) || !strings.HasPrefix(w.class, arrayOf) {
		return ""
	}
	ending := w.ending()
	have := append(lowerWords(names.Singular(strings.TrimSuffix(w.field.Name, "[]"))), ending)
	best, most := "", 1
	for _, t := range w.types {
		words, short := lowerWords(t.Short), w.written(t)
		if ending != "" && short != "" && len(words) > most && endsWith(have, words) && slices.Contains(append(w.elementKinds(), gofacts.Custom), t.Kind) {
			best, most = "[]"+short, len(words)
		}
	}
	return best
}
