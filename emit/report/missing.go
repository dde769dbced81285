package report

import (
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diff"
	"github.com/docgen-go/docgen/model/source"
)

// A missing knows the pages that one side lacks and links to, or has but in part: what the other side has
// from such a page need not have come or gone.
type missing struct {
	old, now map[string]model.Doubt // by the page, as a path below the folder of the side
	// oldRoot and newRoot are the folders in which both sides have the same pages.
	oldRoot, newRoot string
}

func newMissing(t *Trust) *missing {
	m := &missing{old: missingPages(t.Old.Doubts), now: missingPages(t.New.Doubts)}
	if len(m.old)+len(m.now) > 0 {
		m.oldRoot, m.newRoot = sameFolders(t.Old.paths, t.New.paths)
	}
	return m
}

func missingPages(doubts []model.Doubt) map[string]model.Doubt {
	out := map[string]model.Doubt{}
	for _, d := range doubts {
		if d.Page != "" {
			out[folderOf(d.Page)] = d
		}
	}
	return out
}

// folderOf is the folder that the path of an index stands for, and the path of any other
// page itself.
func folderOf(page string) string {
	if base := path.Base(page); base == "index" || base == "README" {
		return strings.TrimPrefix(path.Dir(page), ".")
	}
	return page
}

// sameFolders returns the folders below which most pages of two sides have the same
// paths: a copy may begin further down than another one.
func sameFolders(old, now []string) (oldRoot, newRoot string) {
	byBase := map[string][]string{}
	for _, p := range old {
		byBase[path.Base(p)] = append(byBase[path.Base(p)], p)
	}
	votes := map[[2]string]int{}
	most := 0
	for _, b := range now {
		for _, a := range byBase[path.Base(b)] {
			x, y := withoutCommonEnd(a, b)
			roots := [2]string{x, y}
			votes[roots]++
			if n := votes[roots]; n > most || n == most && len(x)+len(y) < len(oldRoot)+len(newRoot) {
				most, oldRoot, newRoot = n, x, y
			}
		}
	}
	return oldRoot, newRoot
}

// withoutCommonEnd cuts the segments off that two paths end in alike.
func withoutCommonEnd(a, b string) (x, y string) {
	for a != "" && b != "" && path.Base(a) == path.Base(b) {
		a, b = strings.TrimPrefix(path.Dir(a), "."), strings.TrimPrefix(path.Dir(b), ".")
	}
	return a, b
}

// doubtPages adds a doubt for each page that the other side has facts from and this one none or
// fewer: nothing of it could be read, or but a part, or it has but prose.
func (s *Side) doubtPages(other Side) {
	s.Doubts = slices.Clone(s.Doubts)
	for _, name := range slices.Sorted(maps.Keys(s.pages)) {
		d := model.Doubt{Kind: model.DoubtProse, Page: strings.TrimSuffix(name, path.Ext(name)), Reason: "the page only tells of what the other side lists"}
		d.Span = source.Span{File: name, Start: source.Pos{Line: 1, Column: 1}, End: source.Pos{Line: 1, Column: 1}}
		switch kind, faults := s.pages[name], s.faults[name]; {
		case other.pages[name] != model.PageReference:
			continue
		case faults.count > other.faults[name].count:
			d.Kind, d.Reason, d.Span = model.DoubtUnread, "a part of the page could not be read, and the other side's could", faults.first
		case kind == model.PageReference:
			continue
		case kind == model.PageHTML || kind == model.PageRejected:
			d.Kind, d.Reason = model.DoubtUnread, "nothing of the page could be read ("+string(kind)+"), and the other side's could"
		}
		s.Doubts = append(s.Doubts, d)
	}
}

// saysProse reports whether prose would tell what a kind of change is about, although it lists
// nothing: events and types. That prose states endpoints is told apart from guides.
func saysProse(kind diff.Kind) bool {
	return slices.Contains([]diff.Kind{diff.EventAdded, diff.EventRemoved, diff.TypeAdded, diff.TypeRemoved}, kind)
}

// doubtsOf returns the doubts that a change rests on at a location: what went stood on a
// page that the new side lacks, or what came stands on one that the old side lacks.
func (m *missing) doubtsOf(kind diff.Kind, l diff.Location) []Doubted {
	var out []Doubted
	add := func(side string, lacking map[string]model.Doubt, root, itsRoot string, at source.Span) {
		if at.IsZero() || len(lacking) == 0 {
			return
		}
		page, below := strings.CutPrefix("/"+folderOf(strings.TrimSuffix(at.File, path.Ext(at.File))), "/"+root)
		if d, ok := lacking[strings.Trim(path.Join(itsRoot, page), "/")]; ok && below && (d.Kind != model.DoubtProse || saysProse(kind)) {
			out = append(out, Doubted{side, d.Span, d.Reason})
		}
	}
	if strings.Contains(string(kind), "removed") {
		add("new", m.now, m.oldRoot, m.newRoot, l.OldSpan)
	}
	if strings.Contains(string(kind), "added") {
		add("old", m.old, m.newRoot, m.oldRoot, l.NewSpan)
	}
	return out
}
