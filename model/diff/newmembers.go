package diff

import "github.com/docgen-go/docgen/model"

// A NewMember is a member of what is new, at any depth, which no change of its own tells.
type NewMember struct {
	// At leads to it from what is new, and Type is as in Change.New.
	At   string `json:"at"`
	Type string `json:"type"`
	Doc  string `json:"doc,omitempty"`
}

// maxMembers bounds the members of one new thing, which hostile pages could nest without
// end. The last one then says that there are more.
const maxMembers = 2000

// A memberWalk lists the members of something new. It ends at declared types that the old
// side has too, of which nothing is new, and at those that it has listed.
type memberWalk struct {
	c    *comparer
	out  []NewMember
	seen map[string]bool
	// own says that declared types end it all the same, because each is told by itself.
	own bool
}

// newMembers returns the members of a type that is new.
func (c *comparer) newMembers(t *model.Type) []NewMember {
	w := memberWalk{c: c, seen: map[string]bool{}}
	w.visit(nil, t)
	return w.out
}

// membersOf returns the members of a declared type that is new, without those of other
// declared types.
func (c *comparer) membersOf(t *model.NamedType) []NewMember {
	w := memberWalk{c: c, seen: map[string]bool{t.ID: true}, own: true}
	w.visit(nil, t.Type)
	return w.out
}

func (w *memberWalk) visit(at *trail, t *model.Type) {
	if t == nil || len(w.out) > maxMembers {
		return
	}
	if t.Kind == model.KindRef {
		named := w.c.new.api.Lookup(t.Ref)
		if named == nil || w.seen[named.ID] || !named.Anonymous && (w.own || w.c.partner[named.ID] != "") {
			return
		}
		w.seen[named.ID] = true
		w.visit(at, named.Type)
		return
	}
	for _, f := range t.Fields {
		w.member(at.to(StepMember, f.Name), f)
	}
	labels := w.c.new.labelsOf(t)
	for i, v := range t.Variants {
		w.visit(at.to(StepAlternative, labels[i]), v.Type)
	}
	if t.Elem != nil {
		step := StepElement
		if t.Kind != model.KindArray {
			step = StepValue
		}
		w.visit(at.to(step, ""), t.Elem)
	}
}

func (w *memberWalk) member(at *trail, f *model.Field) {
	switch {
	case len(w.out) == maxMembers:
		w.out = append(w.out, NewMember{At: "…", Type: "more members"})
	case len(w.out) < maxMembers:
		w.out = append(w.out, NewMember{At: at.String(), Type: w.c.new.fieldText(f), Doc: f.Doc})
		w.visit(at, f.Type)
	}
}

// labelsOf returns what the alternatives of a union are called, each with a name of its own.
func (s *side) labelsOf(t *model.Type) []string {
	out := make([]string, len(t.Variants))
	for i, v := range t.Variants {
		o := object{t: s.api.Resolve(v.Type), title: v.Name}
		if v.Type.Kind == model.KindRef {
			o.named = s.api.Lookup(v.Type.Ref)
		}
		switch {
		case o.isDeclared():
			out[i] = o.named.Name
		case o.title != "":
			out[i] = o.title
		case o.t != nil:
			out[i] = o.tag("")
		}
	}
	unlike(out)
	return out
}

// below lists what the members of a part of a method hold. The members themselves are its
// parameters, if it has any.
func (w *memberWalk) below(part string, t *model.Type) {
	at := (*trail)(nil).to(StepPart, part)
	if len(t.Fields) == 0 {
		w.visit(at, t)
	}
	for _, f := range t.Fields {
		w.visit(at.to(StepMember, f.Name), f.Type)
	}
}
