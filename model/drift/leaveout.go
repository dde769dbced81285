package drift

import (
	"cmp"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/gofacts"
)

// A Restored is a documented member of a client beside what a patch would write if the client lacked it: how well
// additions are written as the client writes the like can be measured on it.
type Restored struct {
	Struct string `json:"struct"`
	Member string `json:"member"`
	Input  bool   `json:"input,omitempty"`
	// Class is what the pages state of the type; Required and Nullable are theirs, too.
	Class    string `json:"class"`
	Required bool   `json:"required,omitempty"`
	Nullable bool   `json:"nullable,omitempty"`
	// Has is what the client has, Gets what the patch would write, empty where it would write nothing.
	Has  Addition `json:"has"`
	Gets Addition `json:"gets"`
}

// leaveOutFolds is in how many parts members are divided: what counts is fitted without the part that a member is in.
const leaveOutFolds = 5

// LeaveOneOut returns all documented members of the client's structs with a name, each beside what a patch would
// write for it if the client lacked it alone, by struct and in the order of their members.
func LeaveOneOut(api *model.API, client *gofacts.Client) []Restored {
	c := newComparison(api, client)
	c.compare(Options{})
	members := c.habits.documented()
	var folds [leaveOutFolds]habits
	for i := range folds {
		folds[i] = habits{samples: slices.DeleteFunc(slices.Clone(c.habits.samples), func(s *sample) bool { return slices.Index(members, s.field)%leaveOutFolds == i })}
		folds[i].holderLikeness()
		folds[i].omitLikeness()
	}
	var out []Restored
	for i, f := range members {
		c.habits.holders, c.habits.omits = folds[i%leaveOutFolds].holders, folds[i%leaveOutFolds].omits
		if lack := c.lackOf(f); lack != nil {
			restored := Restored{Struct: f.Owner.GoName, Member: lack.Field.Name, Input: lack.Input, Class: classOf(api, lack.Field.Type), Required: lack.Field.Required, Nullable: lack.Field.Nullable,
				Has: Addition{Name: f.GoName, GoType: f.GoType, Tag: f.Tag}}
			restore := c.leaveOut(f)
			c.suggestMember(lack)
			restore()
			if len(lack.Additions) > 0 {
				restored.Gets = lack.Additions[0]
			}
			out = append(out, restored)
		}
	}
	return out
}

// documented returns the members that samples are of, by struct and in their order.
func (h *habits) documented() []*gofacts.Field {
	var out []*gofacts.Field
	seen := map[*gofacts.Field]bool{}
	for _, s := range h.samples {
		if !seen[s.field] && s.owner.GoName != "" {
			seen[s.field] = true
			out = append(out, s.field)
		}
	}
	slices.SortStableFunc(out, func(a, b *gofacts.Field) int {
		return cmp.Or(strings.Compare(a.Owner.Package, b.Owner.Package), strings.Compare(a.Owner.GoName, b.Owner.GoName), cmp.Compare(slices.Index(a.Owner.Fields, a), slices.Index(b.Owner.Fields, b)))
	})
	return out
}

// lackOf returns the finding that there would be if the client lacked a member, nil where nobody has to add it. Where it
// is in requests and in results, what a request needs decides.
func (c *comparison) lackOf(f *gofacts.Field) *Finding {
	for _, input := range []bool{true, false} {
		s := c.structs[structKey{f.Owner, input}]
		if s == nil {
			continue
		}
		for _, u := range s.uses {
			for _, d := range u.fields {
				if member(f.Owner, d.Name) != f || input && d.ReadOnly || !input && d.WriteOnly {
					continue
				}
				if d.Deprecated != "" {
					return nil
				}
				var order []string
				for _, d := range u.fields {
					order = append(order, d.Name)
				}
				return &Finding{Struct: f.Owner.GoName, Member: d.Name, Operation: u.op.name(), Type: f.Owner, Field: d, Order: order, Input: input}
			}
		}
	}
	return nil
}

// leaveOut takes a member out of its struct and of the habits until the returned function is called.
func (c *comparison) leaveOut(f *gofacts.Field) (restore func()) {
	t, h := f.Owner, c.habits
	fields, names, samples := t.Fields, t.Names, h.samples
	t.Fields = slices.DeleteFunc(slices.Clone(fields), func(g *gofacts.Field) bool { return g == f })
	t.Names = slices.DeleteFunc(slices.Clone(names), func(n string) bool { return n == f.GoName })
	h.samples = slices.DeleteFunc(slices.Clone(samples), func(s *sample) bool { return s.field == f })
	at := float64(slices.Index(fields, f))
	h.move(t, at, -1)
	h.forget(f, -1)
	return func() {
		h.forget(f, 1)
		h.move(t, at, 1)
		t.Fields, t.Names, h.samples = fields, names, samples
	}
}

// move moves the members behind a position of a struct by one.
func (h *habits) move(t *gofacts.Type, at, by float64) {
	for _, s := range h.samples {
		if s.owner == t && (by < 0 && s.at > at || by > 0 && s.at >= at) {
			s.at += by
		}
	}
}

// forget takes the name of a member out of what names are learnt of, and adds it with 1 for -1.
func (h *habits) forget(f *gofacts.Field, by int) {
	change(h.called, wireName(f), f.GoName, by)
	change(h.endings, f.Owner.Package+"."+core(f.GoType), lastWord(wireName(f)), by)
	for _, w := range wordsIn(wireName(f), f.GoName) {
		change(h.words, strings.ToLower(w), strings.ToUpper(w[:1])+w[1:], by)
	}
}

// change changes the votes for a value; no votes at all are as if the key had never been met.
func change(all map[string]votes, key, value string, by int) {
	v := all[key]
	if v == nil {
		v = votes{}
		all[key] = v
	}
	if v[value] += by; v[value] <= 0 {
		delete(v, value)
	}
	if len(v) == 0 {
		delete(all, key)
	}
}
