package sdkdocs

import (
	"cmp"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/parser/format/sdkdocs/dialect"
)

// dialectPages are the pages of one dialect.
type dialectPages struct {
	dialect dialect.Dialect
	pages   []*scanned
	// byAddress finds a page by the names that its path gives.
	byAddress map[string]int
	res       *resolution
	// owners are the units to read, by page: each distinct unit once.
	owners [][]int
	// base says that the dialect leads all that is on its pages, leading which
	// methods a dialect leads because no dialect before it has them.
	base    bool
	leading map[string]bool
}

// bind sorts the pages into dialects, the base first.
func (r *run) bind() {
	byName := map[string]*dialectPages{}
	foreign := map[string]int{}
	unknown := map[string][]*scanned{}
	r.findLanguages()
	r.detect()
	r.leaveOutUnasked()
	for _, s := range r.pages {
		if s.foreign {
			foreign[s.dialect]++
			continue
		}
		if s.kind != model.PageReference {
			continue
		}
		d := dialectNamed(s.dialect)
		if d == nil {
			unknown[s.dialect] = append(unknown[s.dialect], s)
			s.leaveUnread()
			continue
		}
		b := byName[s.dialect]
		if b == nil {
			b = &dialectPages{dialect: d, byAddress: map[string]int{}}
			byName[s.dialect] = b
			r.dialects = append(r.dialects, b)
		}
		key := joinID(s.address.names)
		if _, ok := b.byAddress[key]; !ok {
			b.byAddress[key] = len(b.pages)
		}
		b.pages = append(b.pages, s)
	}
	r.leaveOutForeign(foreign)
	r.reportUnknown(unknown)
	slices.SortStableFunc(r.dialects, func(a, b *dialectPages) int {
		return a.dialect.Traits().Lead - b.dialect.Traits().Lead
	})
	for i, b := range r.dialects {
		b.base = i == 0
		b.res = resolve(b.pages)
		b.owners = b.choose()
	}
	r.adopt()
}

// detect tells the dialect of each page. A page that says nothing of it, as one
// with nothing but types, is of the dialect that most others outside of the
// folders of dialects are of.
func (r *run) detect() {
	pages := map[string]int{}
	for _, s := range r.pages {
		if s.dialect = r.dialectOf(s); s.dialect != "" && s.address.dialect == "" {
			pages[s.dialect]++
		}
	}
	common := rootDialect()
	for _, d := range readers {
		if pages[d.Name()] > pages[common] {
			common = d.Name()
		}
	}
	for _, s := range r.pages {
		s.dialect = cmp.Or(s.dialect, common)
	}
}

// dialectOf tells the dialect of a page by the signatures on it, and is empty
// where it does not show. The folder is a hint for pages that have no
// signature, and for telling dialects apart whose signatures look alike.
func (r *run) dialectOf(s *scanned) string {
	if s.folder != "" {
		return s.folder
	}
	hint := s.address.dialect
	if s.signature == "" {
		if hint == "" && slices.ContainsFunc(s.units, func(u unit) bool { return u.kind == methodUnit }) {
			return rootDialect() // a method without a signature
		}
		return hint
	}
	for _, name := range []string{s.language, hint} {
		if d := dialectNamed(name); d != nil {
			if _, ok := d.Signature(s.signature); ok {
				return name
			}
		}
	}
	for _, d := range readers {
		if _, ok := d.Signature(s.signature); ok {
			return d.Name()
		}
	}
	if hint == "" {
		return rootDialect()
	}
	return hint
}

// choose picks for each distinct unit the page that it is read from: the one
// deepest in the tree. It returns the units to read by page.
func (b *dialectPages) choose() [][]int {
	best := map[uint64]unitRef{}
	for _, p := range deepestFirst(b.pages) {
		for u := range b.pages[p].units {
			h := b.pages[p].units[u].hash
			if _, ok := best[h]; !ok {
				best[h] = unitRef{p, u}
			}
		}
	}
	out := make([][]int, len(b.pages))
	for p, s := range b.pages {
		for u := range s.units {
			if best[s.units[u].hash] == (unitRef{p, u}) {
				out[p] = append(out[p], u)
			}
		}
	}
	return out
}

// key is what a unit is called in every dialect: a method's ID, or the title of
// a domain type, which all dialects print alike. Groups have none.
func (b *dialectPages) key(at unitRef) string {
	switch u := &b.pages[at.page].units[at.unit]; u.kind {
	case methodUnit:
		return "method " + b.res.ids[at]
	case typeUnit:
		return "type " + strings.ToLower(u.title())
	}
	return ""
}

// size is how many bytes of a page there are to read.
func (b *dialectPages) size(p int) int {
	n := 0
	for _, u := range b.owners[p] {
		n += b.pages[p].units[u].end - b.pages[p].units[u].start
	}
	return n
}
