package diff

import (
	"slices"
	"strings"
)

// A replacement is one word of names that another one has the place of, both in small letters.
type replacement struct{ from, to string }

// replacement returns the word that a change is about, if it is about names. Methods go by
// their own, whatever their resources are called.
func (c found) replacement() (r replacement) {
	switch {
	case c.Kind == MethodRenamed:
		_, before := cutResource(c.Old)
		_, after := cutResource(c.New)
		if r = droppedWord(before, after); r == (replacement{}) {
			r.from, r.to = replacedWord(before, after)
		}
	case isRename(c.Kind):
		r.from, r.to = replacedWord(c.Old, c.New)
	default:
		r = c.replaced
	}
	return r
}

// cutResource cuts the ID of a method into that of its resource and its name.
func cutResource(id string) (resource, name string) {
	dot := strings.LastIndexByte(id, '.')
	return id[:max(dot, 0)], id[dot+1:]
}

// droppedWord returns the one word that only one of two names has, in the place of none.
func droppedWord(before, after string) replacement {
	a, b := lowerWords(before), lowerWords(after)
	for i, word := range a {
		if len(a) == len(b)+1 && slices.Equal(slices.Concat(a[:i], a[i+1:]), b) {
			return replacement{from: word}
		}
	}
	for i, word := range b {
		if len(b) == len(a)+1 && slices.Equal(slices.Concat(b[:i], b[i+1:]), a) {
			return replacement{to: word}
		}
	}
	return replacement{}
}

// A group is what the members of one object have in common, or the values of one enum: of
// these, one may have come in the place of another.
type group struct {
	node             *node
	method, resource string
	at               string
	values           bool
	in               string
}

// oneSided is a change of a group: the name that went or came, and its type.
type oneSided struct {
	change    int
	name, typ string
}

// noteReplacements notes with what went which word of its name what came instead has
// another one for: members of one type, or values of one enum, that differ in one word, where
// no other fits as well. That is no other name of the same: it only says that the same
// happened wherever the same word was replaced.
func noteReplacements(changes []found) {
	gone, came := map[group][]oneSided{}, map[group][]oneSided{}
	for i := range changes {
		f := &changes[i]
		g, one := f.oneSided(i)
		switch {
		case one.name == "":
		case f.New == "":
			gone[g] = append(gone[g], one)
		default:
			came[g] = append(came[g], one)
		}
	}
	for g, went := range gone {
		for _, pair := range pairsByWord(went, came[g]) {
			from, to := replacedWord(pair[0].name, pair[1].name)
			r := replacement{from, to}
			changes[pair[0].change].replaced, changes[pair[1].change].replaced = r, r
		}
	}
}

// oneSided returns what a change says came or went, without a name where it is another one.
func (c found) oneSided(change int) (group, oneSided) {
	s := c.Subjects[0]
	g := group{node: c.node, method: c.Method, resource: c.Resource, in: positions(c.In)}
	switch c.Kind {
	case EnumValueAdded, EnumValueRemoved, KnownValueAdded, KnownValueRemoved:
		g.at, g.values = s.NewPath.String(), true
		return g, oneSided{change, c.Old + c.New, ""}
	case FieldAddedOptional, FieldAddedRequired, FieldRemovedOptional, FieldRemovedRequired,
		ParamAddedOptional, ParamAddedRequired, ParamRemovedOptional, ParamRemovedRequired:
		if n := len(s.NewPath); n > 0 && s.NewPath[n-1].Kind == StepMember {
			g.at = s.NewPath[:n-1].String()
			return g, oneSided{change, s.NewPath[n-1].Name, c.Old + c.New}
		}
	}
	return g, oneSided{}
}

// pairsByWord pairs names that differ in one word, each with the only one that it fits.
func pairsByWord(gone, came []oneSided) (out [][2]oneSided) {
	if len(came) == 0 {
		return nil
	}
	with := map[string][]int{} // what came, by its names with one word left out
	for i, b := range came {
		for _, key := range b.withHoles() {
			with[key] = append(with[key], i)
		}
	}
	fits := map[string]int{} // how many that went have a name with one word left out
	for _, a := range gone {
		for _, key := range a.withHoles() {
			fits[key]++
		}
	}
	wanted := make([]int, len(came))
	for i, b := range came {
		for _, key := range b.withHoles() {
			wanted[i] += fits[key]
		}
	}
	for _, a := range gone {
		found, n := -1, 0
		for _, key := range a.withHoles() {
			if n += len(with[key]); len(with[key]) > 0 {
				found = with[key][0]
			}
		}
		if n == 1 && wanted[found] == 1 {
			out = append(out, [2]oneSided{a, came[found]})
		}
	}
	return out
}

// withHoles returns the name with each of its words left out, and the type.
func (o oneSided) withHoles() []string {
	ws := lowerWords(o.name)
	if len(ws) > mostWords {
		return nil
	}
	out := make([]string, len(ws))
	for i := range ws {
		name := slices.Clone(ws)
		name[i] = ""
		out[i] = strings.Join(name, "_") + "\x00" + o.typ
	}
	return out
}
