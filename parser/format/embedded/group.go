package embedded

import (
	"cmp"
	"maps"
	"path"
	"slices"
	"strings"
)

// A spec is the fragments of one specification, in the order of the pages.
type spec struct {
	// name is that of the file without its ending, or the title, or "".
	name      string
	file      string
	title     string
	version   string
	fragments []*fragment
	servers   map[string]bool
	// dated says that all of its pages tell when they were changed.
	dated bool
}

// group finds out which fragments are of one specification: those of one file; of
// those that name no file, those of one title and version, unless their servers tell them
// apart; of those without a title, those of one server. One that says less joins the one specification that agrees
// with what it says; one that says nothing joins the largest, which is a guess where
// there are several.
func group(fragments []*fragment) ([]*spec, []guess) {
	g := &grouping{byKey: map[string]*spec{}}
	for _, f := range fragments {
		g.add(f)
	}
	g.split()
	g.joinVersions()
	g.joinNameless()
	for _, s := range g.specs {
		s.finish()
	}
	slices.SortStableFunc(g.specs, func(a, b *spec) int {
		return cmp.Or(b.operations()-a.operations(), strings.Compare(a.name, b.name))
	})
	return g.specs, g.guessed
}

type grouping struct {
	specs   []*spec
	byKey   map[string]*spec
	guessed []guess
}

func (g *grouping) add(f *fragment) {
	title, version := textAt(f.root, "info", "title"), textAt(f.root, "info", "version")
	servers := f.servers()
	var key string
	switch {
	case f.file != "":
		key = "file " + f.file
	case title != "":
		key = "title " + title + "\n" + version
	case len(servers) > 0:
		key = "server " + servers[0]
	}
	s := g.byKey[key]
	if s == nil {
		s = &spec{file: f.file, title: title, version: version, servers: map[string]bool{}}
		g.byKey[key] = s
		g.specs = append(g.specs, s)
	}
	s.title = cmp.Or(s.title, title)
	s.fragments = append(s.fragments, f)
	for _, url := range servers {
		s.servers[url] = true
	}
}

// joinVersions joins specifications of one title, or of none, that name no file and
// differ in their versions, but not in all of their servers: they are pages of
// different age.
func (g *grouping) joinVersions() {
	type at struct{ title, url string }
	first := map[at]*spec{}
	g.join(func(s *spec) *spec {
		if s.file != "" || s.title == "" && len(s.servers) == 0 {
			return nil
		}
		urls := slices.Sorted(maps.Keys(s.servers))
		if len(urls) == 0 {
			urls = []string{""}
		}
		for _, url := range urls {
			if of := first[at{s.title, url}]; of != nil {
				return of
			}
		}
		for _, url := range urls {
			first[at{s.title, url}] = s
		}
		return nil
	})
}

// joinNameless joins what says less of itself to the one specification that agrees
// with it, where it is one.
func (g *grouping) joinNameless() {
	named := map[string][]*spec{} // those with a file, by their titles
	for _, s := range g.specs {
		if s.file != "" {
			named[s.title] = append(named[s.title], s)
		}
	}
	g.join(func(s *spec) *spec {
		if s.file != "" || s.title == "" {
			return nil
		}
		return only(named[s.title], func(of *spec) bool { return of.shares(s) || len(s.servers) == 0 })
	})
	served := map[string][]*spec{} // those with a file or a title, by their servers
	for _, s := range g.specs {
		for url := range s.servers {
			if s.file != "" || s.title != "" {
				served[url] = append(served[url], s)
			}
		}
	}
	g.join(func(s *spec) *spec {
		if s.file != "" || s.title != "" {
			return nil
		}
		agree := map[*spec]bool{}
		for url := range s.servers {
			for _, of := range served[url][:min(2, len(served[url]))] {
				agree[of] = true
			}
		}
		for of := range agree {
			if len(agree) == 1 {
				return of
			}
		}
		return nil
	})
	var largest *spec
	for _, s := range g.specs {
		if (s.file != "" || s.title != "" || len(s.servers) > 0) && (largest == nil || s.operations() > largest.operations()) {
			largest = s
		}
	}
	g.join(func(s *spec) *spec {
		if s.file != "" || s.title != "" || len(s.servers) > 0 || largest == nil {
			return nil
		}
		if len(g.specs) > 2 {
			g.guessed = append(g.guessed, guess{s.fragments, largest})
		}
		return largest
	})
}

// A guess is fragments that name no specification, and the one they were taken for.
type guess struct {
	fragments []*fragment
	of        *spec
}

// join lets specifications join others, of which to returns one, or nil. Those that
// others join do not join any themselves.
func (g *grouping) join(to func(*spec) *spec) {
	into := map[*spec]*spec{}
	for _, s := range g.specs {
		if of := to(s); of != nil && of != s {
			into[s] = of
		}
	}
	for _, s := range g.specs {
		if of := into[s]; of != nil {
			of.fragments = append(of.fragments, s.fragments...)
			for url := range s.servers {
				of.servers[url] = true
			}
		}
	}
	g.specs = slices.DeleteFunc(g.specs, func(s *spec) bool { return into[s] != nil })
}

// only returns the only one of several specifications of which something holds, or nil.
func only(all []*spec, holds func(*spec) bool) *spec {
	var found *spec
	for _, s := range all {
		if holds(s) {
			if found != nil {
				return nil
			}
			found = s
		}
	}
	return found
}

func (s *spec) shares(t *spec) bool {
	for url := range t.servers {
		if s.servers[url] {
			return true
		}
	}
	return false
}

func (s *spec) operations() int {
	n := 0
	for _, f := range s.fragments {
		n += len(f.operations)
	}
	return n
}

func (s *spec) finish() {
	slices.SortStableFunc(s.fragments, func(a, b *fragment) int {
		return cmp.Or(a.root.Line-b.root.Line, a.root.Column-b.root.Column)
	})
	s.name = s.title
	if s.file != "" {
		s.name = strings.TrimSuffix(path.Base(s.file), path.Ext(s.file))
	}
	s.dated = !slices.ContainsFunc(s.fragments, func(f *fragment) bool { return f.date.IsZero() })
}
