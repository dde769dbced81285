package drift

import (
	"strings"

	"github.com/docgen-go/docgen/model/gofacts"
)

// packageName returns the name of the package of a type, "" of a type without a name.
func packageName(t *gofacts.Type) string {
	name, _, _ := strings.Cut(t.GoName, ".")
	return name
}

// seen returns the type of a sample as the owner's package writes it, "" where it has no name that is known there: Ship of
// package quay is quay.Ship where that is imported, and the other way round.
func (w *wish) seen(s *sample) string {
	if w.ofPackage(s) {
		return s.base
	}
	name := core(s.base)
	if packageName(s.owner) == "" {
		return w.bare(s, name)
	}
	before := strings.TrimSuffix(s.base, name)
	if own, ok := strings.CutPrefix(name, packageName(w.owner)+"."); ok {
		return before + own
	}
	if !beginsWord(name) || strings.ContainsAny(name, ".[") {
		return ""
	}
	return w.imported(before, packageName(s.owner), name)
}

// bare returns the type of a member of a struct without a name, whose package nothing says: the one that is declared
// beside the owner, "" where it is not that.
func (w *wish) bare(s *sample, name string) string {
	t := s.field.Type
	for t != nil && t.Short != name {
		t = t.Elem
	}
	if t == nil || t.Package != w.owner.Package || !beginsWord(name) {
		return ""
	}
	return s.base
}

// qualified returns the type of a sample as seen does, or else with the name of its package: that both have one documented
// type says enough to import it.
func (w *wish) qualified(s *sample) string {
	name := core(s.base)
	if seen := w.seen(s); seen != "" || packageName(s.owner) == "" || !beginsWord(name) || strings.ContainsAny(name, ".[") {
		return seen
	}
	return strings.TrimSuffix(s.base, name) + packageName(s.owner) + "." + name
}

// imported returns the name of a type of another package, "" where no member of the owner's package has one of it:
// that package may import this one.
func (w *wish) imported(before, pkg, name string) string {
	if pkg == "" || pkg == packageName(w.owner) || !w.imports(pkg) {
		return ""
	}
	return before + pkg + "." + name
}

// written returns the name of a type as the owner's package writes it, "" where it is not known there.
func (w *wish) written(t *gofacts.Type) string {
	if t.Package == w.owner.Package {
		return t.Short
	}
	return w.imported("", packageName(t), t.Short)
}

func (w *wish) imports(pkg string) bool {
	known, ok := w.known[w.owner.Package+" "+pkg]
	if !ok {
		for _, t := range w.types {
			for _, f := range t.Fields {
				known = known || t.Package == w.owner.Package && f.Owner == t && strings.HasPrefix(core(f.GoType), pkg+".")
			}
		}
		w.known[w.owner.Package+" "+pkg] = known
	}
	return known
}

// typeElsewhere returns the type that members of this name and of this documented type have in other packages of the
// client.
func (w *wish) typeElsewhere() string {
	other := func(s *sample) bool { return !w.ofPackage(s) }
	for _, fits := range [][]func(*sample) bool{
		{other, w.sameName, w.sameClass, w.shared, w.likeOwner},
		{other, w.sameName, w.sameClass, w.shared},
	} {
		if v := w.count(w.seen, fits...); v.winner() != "" && !isPlain(v.winner()) {
			return v.winner()
		}
	}
	return ""
}
