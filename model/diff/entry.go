package diff

import (
	"cmp"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model/names"
	"github.com/docgen-go/docgen/model/source"
)

// A Location is one fact at one place of an API: equal ones are one Change, which has
// all their locations.
type Location struct {
	// Resource, Method and Type are as those of a Change, and At leads from there.
	Resource string `json:"resource,omitempty"`
	Method   string `json:"method,omitempty"`
	Type     string `json:"type,omitempty"`
	At       string `json:"at,omitempty"`
	Old      string `json:"old,omitempty"`
	New      string `json:"new,omitempty"`
	// Reach, Requests and Responses are the methods that show the change here.
	Reach     []string    `json:"reach,omitempty"`
	Requests  []string    `json:"requests,omitempty"`
	Responses []string    `json:"responses,omitempty"`
	OldSpan   source.Span `json:"oldSpan,omitzero"`
	NewSpan   source.Span `json:"newSpan,omitzero"`
	// Deprecated is what the old revision says of the deprecation of what is gone.
	Deprecated string `json:"deprecated,omitempty"`
	// Doc is what the new revision says of what is new, Members is what that holds, and
	// Methods are the methods that came.
	Doc     string      `json:"doc,omitempty"`
	Members []NewMember `json:"members,omitempty"`
	Methods []NewMethod `json:"methods,omitempty"`
	// Fingerprint tells the fact apart from all others. It is made of the fact and
	// the location alone, so that it stays when the pages around it change.
	Fingerprint string `json:"fingerprint"`
	// subjects are those of the change here, and parts are what it is here, where it is
	// something else at another location.
	subjects []Subject
	parts    []Part
}

// Narrow returns the change with those of its locations that keep returns true for, or
// false where there are none.
func (c Change) Narrow(keep func(Location) bool) (Change, bool) {
	var locations []Location
	for _, p := range c.Locations {
		if keep(p) {
			locations = append(locations, p)
		}
	}
	switch len(locations) {
	case 0:
		return Change{}, false
	case len(c.Locations):
		return c, true
	}
	c.Locations = locations
	c.summarize()
	c.setFingerprint()
	return c, true
}

// asLocation returns the change as the one place that it has.
func (c found) asLocation() Location {
	return Location{
		Resource: c.Resource, Method: c.Method, Type: c.Type, At: c.At, Old: c.Old, New: c.New,
		Reach: c.Reach, Requests: c.Requests, Responses: c.Responses,
		OldSpan: c.OldSpan, NewSpan: c.NewSpan, Deprecated: c.deprecated, Doc: c.newDoc, Methods: c.newMethods, Members: c.newMembers, subjects: c.Subjects,
	}
}

// summarize makes a change say what its locations say: where the first is, all values,
// each once, and whom it reaches.
func (c *Change) summarize() {
	first := c.Locations[0]
	c.Resource, c.Method, c.Type, c.At = first.Resource, first.Method, first.Type, first.At
	c.OldSpan, c.NewSpan = first.OldSpan, first.NewSpan
	var old, now distinct
	var reach, requests, responses union
	c.Subjects = nil
	for _, p := range c.Locations {
		old.add(p.Old)
		now.add(p.New)
		reach.add(p.Reach)
		requests.add(p.Requests)
		responses.add(p.Responses)
		c.Subjects = append(c.Subjects, p.subjects...)
	}
	c.mixParts()
	c.OldValues, c.NewValues = c.sayOnce(old.values), c.sayOnce(now.values)
	c.Old, c.New = strings.Join(c.OldValues, ", "), strings.Join(c.NewValues, ", ")
	c.Reach, c.Requests, c.Responses = reach.sorted(), requests.sorted(), responses.sorted()
}

// A distinct collects texts, each once, in their order.
type distinct struct {
	values []string
	known  map[string]bool
}

func (d *distinct) add(text string) {
	if text == "" || d.known[text] {
		return
	}
	if d.known == nil {
		d.known = map[string]bool{}
	}
	d.known[text] = true
	d.values = append(d.values, text)
}

// A union collects sorted lists of IDs. One list alone stays the list that it is: the
// locations of an API with many types share theirs.
type union struct {
	lists [][]string
}

func (u *union) add(ids []string) {
	same := func(list []string) bool {
		return len(list) == len(ids) && (len(ids) == 0 || &list[0] == &ids[0])
	}
	if len(ids) > 0 && !slices.ContainsFunc(u.lists[max(0, len(u.lists)-4):], same) {
		u.lists = append(u.lists, ids)
	}
}

func (u *union) sorted() []string {
	if len(u.lists) == 1 && slices.IsSorted(u.lists[0]) {
		return u.lists[0]
	}
	all := slices.Concat(u.lists...)
	slices.Sort(all)
	return slices.Compact(all)
}

// merge makes equal changes one, which stands where the first of them does: the
// values that came or went at the same locations, too.
func (c *comparer) merge(changes []found) []Change {
	noteReplacements(changes)
	twins := newTwins(c.old.api, c.new.api)
	parts := newPartition(len(changes))
	for i, f := range changes {
		for _, key := range twins.keysOf(f) {
			parts.join(key, i)
		}
	}
	var groups [][]found
	at := map[int]int{}
	for i, f := range changes {
		root := parts.find(i)
		g, ok := at[root]
		if !ok {
			g = len(groups)
			at[root] = g
			groups = append(groups, nil)
		}
		groups[g] = append(groups[g], f)
	}
	out := make([]Change, 0, len(groups))
	for _, g := range gather(groups) {
		out = append(out, entry(g))
	}
	return out
}

// gathered are the kinds of which several values come or go together.
var gathered = []Kind{VariantAdded, VariantRemoved, EnumValueAdded, EnumValueRemoved, KnownValueAdded, KnownValueRemoved}

// gather joins groups about values that came or went at the same locations.
func gather(groups [][]found) [][]found {
	first := map[string]int{}
	var out [][]found
	for _, g := range groups {
		if !slices.Contains(gathered, g[0].Kind) {
			out = append(out, g)
			continue
		}
		locations := make([]string, len(g))
		for i, f := range g {
			locations[i] = strings.Join([]string{f.Resource, f.Method, f.Type, f.At}, "\x00")
		}
		slices.Sort(locations)
		key := strings.Join(append(slices.Compact(locations), string(g[0].Kind), positions(g[0].In), yes(g[0].Inferred)), "\x01")
		if at, ok := first[key]; ok {
			out[at] = append(out[at], g...)
			continue
		}
		first[key] = len(out)
		out = append(out, g)
	}
	return out
}

// entry is one change of all in a group, the locations of one value after those of another.
func entry(group []found) Change {
	mixed := mix(group)
	c := group[0].Change
	for _, f := range group {
		p := f.asLocation()
		if mixed {
			p.setParts(f.Change)
		}
		if c.Kind == PathChanged && len(group) > 1 {
			p.Old, p.New = movedPart(p.Old, p.New)
		}
		c.Locations = append(c.Locations, p)
	}
	c.summarize()
	return c
}

// positions are those of a change in one word.
func positions(in []Position) string {
	words := make([]string, len(in))
	for i, p := range in {
		words[i] = string(p)
	}
	return strings.Join(words, " ")
}

func yes(is bool) string {
	if is {
		return "yes"
	}
	return ""
}

// movedPart is two paths without the segments at the end that they share: what
// changed for all methods below.
func movedPart(before, after string) (from, to string) {
	a, b := strings.Split(before, "/"), strings.Split(after, "/")
	for len(a) > 1 && len(b) > 1 && names.WithoutSlots(a[len(a)-1]) == names.WithoutSlots(b[len(b)-1]) {
		a, b = a[:len(a)-1], b[:len(b)-1]
	}
	return strings.Join(a, "/"), strings.Join(b, "/")
}

// A partition joins numbers that have a key in common, whatever their order.
type partition struct {
	up    []int
	first map[mergeKey]int
}

func newPartition(n int) *partition {
	p := &partition{up: make([]int, n), first: map[mergeKey]int{}}
	for i := range p.up {
		p.up[i] = i
	}
	return p
}

func (p *partition) find(i int) int {
	for p.up[i] != i {
		p.up[i] = p.up[p.up[i]]
		i = p.up[i]
	}
	return i
}

func (p *partition) join(key mergeKey, i int) {
	first, ok := p.first[key]
	if !ok {
		p.first[key] = i
		return
	}
	a, b := p.find(first), p.find(i)
	p.up[max(a, b)] = min(a, b)
}

// mergeable reports whether equal changes of two subjects can be one cause. What
// happens to a method, a type or a resource as such is its own.
func mergeable(c Change) bool {
	switch c.Kind {
	case TypeAdded, TypeRemoved, ResourceAdded, ResourceRemoved, ResourceRenamed:
		return false
	case Deprecated, Undeprecated:
		return c.At != ""
	case MethodRenamed:
		return true
	}
	return cmp.Or(c.Method, c.Type) != "" && !strings.HasPrefix(string(c.Kind), "method-")
}
