package embedded

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"go.yaml.in/yaml/v3"

	"github.com/docgen-go/docgen/model/diag"
)

// tellOperations tells which pages print an operation otherwise than the one that
// counts.
func (m *merger) tellOperations(all []*operation, printings []printing, best int) {
	told := map[digest]bool{all[best].digest: true}
	for i, op := range all {
		if told[op.digest] {
			continue
		}
		told[op.digest] = true
		m.tell(op.String(), pair{op.key, op.node}, pair{all[best].key, all[best].node}, printings[i], printings[best])
	}
}

// tellComponents tells which pages print a component otherwise than the one that
// counts.
func (m *merger) tellComponents(all []component, printings []printing, best int) {
	told := map[digest]bool{all[best].digest: true}
	for i, c := range all {
		if told[c.digest] {
			continue
		}
		told[c.digest] = true
		name := fmt.Sprintf("%s %q", strings.TrimSuffix(c.section, "s"), c.name)
		m.tell(name, pair{c.key, m.parts.get(c.digest)}, pair{all[best].key, m.parts.get(all[best].digest)}, printings[i], printings[best])
	}
}

// tell reports that a part is printed in two ways. It is a note where they differ in
// words only, and where one of them is in the older form, of which no more can be
// expected.
func (m *merger) tell(name string, is, counts pair, loser, winner printing) {
	_, why := m.spec.better(winner, loser)
	severity := diag.Warning
	where := difference(is.value, counts.value, true)
	switch {
	case where == nil:
		where, severity = difference(is.value, counts.value, false), diag.Info
	case loser.of.older != winner.of.older:
		severity = diag.Info
	}
	if why == newer {
		why = reason(fmt.Sprintf("%s (%s)", why, dates(winner.of.date, loser.of.date)))
	}
	d := m.diags.Add("printed-twice", severity, m.files.Position(is.key), "another page prints %s otherwise, and counts because %s; they differ in %s", name, why, way(where))
	d.See(m.files.Position(counts.key), "this one counts")
	d.Help = "take a new copy of the page that is out of date"
}

// dates are those of the page that counts and of another one, with the time where the day
// is one.
func dates(winner, loser time.Time) string {
	layout := time.DateOnly
	if winner.Format(layout) == loser.Format(layout) {
		layout = time.RFC3339Nano
	}
	return winner.Format(layout) + ", not " + loser.Format(layout)
}

// way prints a way of keys.
func way(keys []string) string {
	if len(keys) == 0 {
		return "what they are"
	}
	return strings.Join(keys, "/")
}

// wordKeys are the members of schemas and operations that only describe.
var wordKeys = map[string]bool{"description": true, "summary": true, "title": true, "example": true, "examples": true, "externalDocs": true, "tags": true, "operationId": true}

// nameKeys are the members whose own members are names, which describe nothing.
var nameKeys = map[string]bool{"properties": true, "patternProperties": true, "schemas": true, "mapping": true}

// difference returns the way of keys to the first place where two nodes differ, or
// nil; facts leaves out what only describes. Ways are cut after a few keys.
func difference(a, b *yaml.Node, facts bool) []string {
	d := differ{facts: facts}
	if d.find(a, b, false) {
		slices.Reverse(d.way)
		if len(d.way) > 8 {
			d.way = append(d.way[:7:7], "…")
		}
		return append([]string{}, d.way...)
	}
	return nil
}

type differ struct {
	facts bool
	way   []string // from the inside out
}

func (d *differ) find(a, b *yaml.Node, names bool) bool {
	if a.Kind != b.Kind {
		return true
	}
	switch a.Kind {
	case yaml.MappingNode:
		return d.members(a, b, names)
	case yaml.SequenceNode:
		for i := range max(len(a.Content), len(b.Content)) {
			if i >= len(a.Content) || i >= len(b.Content) || d.find(a.Content[i], b.Content[i], false) {
				d.way = append(d.way, fmt.Sprint(i))
				return true
			}
		}
		return false
	}
	return a.Value != b.Value || a.ShortTag() != b.ShortTag()
}

func (d *differ) members(a, b *yaml.Node, names bool) bool {
	theirs := map[string]*yaml.Node{}
	for _, p := range pairs(b) {
		theirs[p.key.Value] = p.value
	}
	for _, p := range pairs(a) {
		key := p.key.Value
		other := theirs[key]
		delete(theirs, key)
		if d.leavesOut(key, names) {
			continue
		}
		if other == nil || d.find(p.value, other, !names && nameKeys[key]) {
			d.way = append(d.way, key)
			return true
		}
	}
	for _, p := range pairs(b) {
		if key := p.key.Value; theirs[key] != nil && !d.leavesOut(key, names) {
			d.way = append(d.way, key)
			return true
		}
	}
	return false
}

func (d *differ) leavesOut(key string, names bool) bool {
	return d.facts && !names && (wordKeys[key] || strings.HasPrefix(key, "x-"))
}

// tellVersions says that pages print several versions of the specification.
func (m *merger) tellVersions() {
	var versions []string
	var first *yaml.Node
	seen := map[string]bool{}
	for _, f := range m.ranked {
		v := get(get(f.root, "info"), "version")
		if v == nil || seen[v.Value] {
			continue
		}
		if first == nil {
			first = v
		}
		seen[v.Value] = true
		versions = append(versions, v.Value)
	}
	if len(versions) > 1 {
		m.diags.Add("several-versions", diag.Info, m.files.Position(first), "the pages print %d versions of the specification %q: %s", len(versions), m.spec.name, strings.Join(versions[:min(len(versions), 10)], ", "))
	}
}

// tellServers names the fragments of which the operations are served elsewhere than
// the others.
func (m *merger) tellServers() {
	var counts *fragment
	known := map[string]bool{}
	for _, f := range m.ranked {
		urls := f.servers()
		if counts == nil && len(urls) > 0 {
			counts = f
			for _, url := range urls {
				known[url] = true
			}
		}
		if len(urls) == 0 || slices.ContainsFunc(urls, func(url string) bool { return known[url] }) {
			continue
		}
		known[urls[0]] = true
		d := m.diags.Add("servers-differ", diag.Warning, m.files.Position(serverAt(f)), "the operations of this fence are served by %s, those of other pages by %s, which all requests go to", urls[0], counts.servers()[0])
		d.See(m.files.Position(serverAt(counts)), "the server of other pages")
		d.Help = "give the client the base URL for these operations"
	}
}

// serverAt is the first server of a fragment.
func serverAt(f *fragment) *yaml.Node { return listOf(get(f.root, "servers"))[0] }
