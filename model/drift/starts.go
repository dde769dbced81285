package drift

import (
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/gofacts"
)

// A start is how paths of one side begin where those of the other side do not: of the client's, or with onDocs of
// those of the pages.
type start struct {
	prefix string
	onDocs bool
}

func (s start) docKey(d *model.Method) string {
	t := template(d.Path)
	if s.onDocs {
		t = strings.TrimPrefix(t, s.prefix)
	}
	return d.Verb + " " + t
}

func (s start) clientKey(o *gofacts.Operation) string {
	t := template(o.Path)
	if !s.onDocs {
		t = strings.TrimPrefix(t, s.prefix)
	}
	return o.Verb + " " + t
}

// startOf returns the start with which most operations pair, and how many do.
func startOf(docs []*model.Method, clients []*gofacts.Operation) (start, int) {
	documented, called := map[string]int{}, map[string]int{}
	for _, d := range docs {
		documented[d.Verb+" "+template(d.Path)]++
	}
	for _, o := range clients {
		called[o.Verb+" "+template(o.Path)]++
	}
	byClient, byDocs := map[string]int{}, map[string]int{}
	for _, o := range clients {
		voteStarts(o.Verb, template(o.Path), documented, byClient)
	}
	for _, d := range docs {
		voteStarts(d.Verb, template(d.Path), called, byDocs)
	}
	var best start
	most := 0
	for _, side := range []struct {
		votes  map[string]int
		onDocs bool
	}{{byClient, false}, {byDocs, true}} {
		keys := make([]string, 0, len(side.votes))
		for k := range side.votes {
			keys = append(keys, k)
		}
		slices.Sort(keys)
		for _, k := range keys {
			if side.votes[k] > most && !strings.Contains(k, "{") {
				best, most = start{k, side.onDocs}, side.votes[k]
			}
		}
	}
	return best, most
}

// voteStarts counts the starts of a path behind which the other side has the rest.
func voteStarts(verb, path string, others map[string]int, votes map[string]int) {
	for at := 0; ; {
		if others[verb+" "+path[at:]] > 0 {
			votes[path[:at]]++
		}
		next := strings.IndexByte(path[at+1:], '/')
		if next < 0 || at+next > 40 {
			return
		}
		at += next + 1
	}
}

// leastOfStart is how many operations another start has at least, and maxStarts how many there are: pages that state
// some paths from the version on and others behind it have two.
const (
	leastOfStart = 3
	maxStarts    = 4
)

// otherStarts pairs what is left by other starts: pages may state the paths of one section behind the version of the
// API and those of another one with it.
func (c *comparison) otherStarts(m *matching) {
	for range maxStarts {
		var docs []*model.Method
		for _, d := range m.docs {
			if !m.taken[d] && strings.Count(template(d.Path), "/") > strings.Count(template(d.Path), "/{}") {
				docs = append(docs, d)
			}
		}
		var clients []*gofacts.Operation
		for _, op := range m.clients {
			if !m.used[op] {
				clients = append(clients, op)
			}
		}
		s, n := startOf(docs, clients)
		if n < leastOfStart || s.prefix == "" || slices.Contains(m.others, s) {
			return
		}
		m.others = append(m.others, s)
		byKey := map[string][]*model.Method{}
		for _, d := range docs {
			byKey[s.docKey(d)] = append(byKey[s.docKey(d)], d)
		}
		for _, op := range clients {
			for _, d := range c.closest(byKey[s.clientKey(op)], op) {
				m.add(d, op, false)
			}
		}
	}
}

// sameElsewhere reports whether two operations have one path by another start.
func (m *matching) sameElsewhere(d *model.Method, op *gofacts.Operation) bool {
	return slices.ContainsFunc(m.others, func(s start) bool {
		_, doc, _ := strings.Cut(s.docKey(d), " ")
		_, client, _ := strings.Cut(s.clientKey(op), " ")
		return doc == client
	})
}
