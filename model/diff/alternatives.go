package diff

import (
	"fmt"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/source"
)

// markOf returns the member whose constants tell most of the objects apart, or "".
func markOf(objects []object) string {
	type values struct {
		of    map[model.Literal]bool
		count int
	}
	by := map[string]*values{}
	var order []string
	for _, o := range objects {
		for _, f := range o.t.Fields {
			if f.Type.Kind != model.KindConst {
				continue
			}
			if by[f.Name] == nil {
				by[f.Name] = &values{of: map[model.Literal]bool{}}
				order = append(order, f.Name)
			}
			by[f.Name].of[f.Type.Literal] = true
			by[f.Name].count++
		}
	}
	best, most := "", 0
	for _, name := range order {
		if v := by[name]; len(v.of) == v.count && v.count > most {
			best, most = name, v.count
		}
	}
	return best
}

// tag is the constant that marks an object among others: that of the member which tells
// them apart, else its first one, be it optional or not.
func (o object) tag(mark string) string {
	var required, optional *model.Field
	for _, f := range o.t.Fields {
		switch {
		case f.Type.Kind != model.KindConst:
		case f.Name == mark:
			return constantText(f)
		case f.Required && required == nil:
			required = f
		case !f.Required && optional == nil:
			optional = f
		}
	}
	switch {
	case required != nil:
		return constantText(required)
	case optional != nil:
		return constantText(optional)
	}
	return ""
}

func (o object) isDeclared() bool { return o.named != nil && !o.named.Anonymous }

// span is where the structure of an alternative stands, which may be that of an equal one.
func (o object) span() source.Span {
	if o.named != nil {
		return o.named.Span
	}
	return source.Span{}
}

func constantText(f *model.Field) string { return f.Name + ": " + string(f.Type.Literal) }

// labels name objects among the alternatives of a union, each with a name of its own:
// the declared name, the title, the constant that marks it, else the members that no
// other one has.
func labels(objects []object) map[object]string {
	mark := markOf(objects)
	have := map[string]int{}
	for _, o := range objects {
		for _, f := range o.t.Fields {
			have[f.Name]++
		}
	}
	out := make([]string, len(objects))
	for i, o := range objects {
		switch tag := o.tag(mark); {
		case o.isDeclared():
			out[i] = o.named.Name
		case o.title != "":
			out[i] = o.title
		case tag != "":
			out[i] = tag
		default:
			out[i] = ownMembers(o, have)
		}
	}
	unlike(out, func(i int) string { return objects[i].tag(mark) }, func(i int) string { return ownMembers(objects[i], have) })
	called := make(map[object]string, len(out))
	for i, o := range objects {
		called[o] = out[i]
	}
	return called
}

// ownMembers are the members of an object that no other one has or, where there are
// none, all.
func ownMembers(o object, have map[string]int) string {
	var own, all []string
	for _, f := range o.t.Fields {
		all = append(all, f.Name)
		if have[f.Name] == 1 {
			own = append(own, f.Name)
		}
	}
	if len(own) == 0 {
		own = all
	}
	return strings.Join(own, ", ")
}

// unlike makes names that several things have different, by what else is said of them and,
// where that is the same too, by their order.
func unlike(names []string, details ...func(i int) string) {
	for _, detail := range details {
		count := map[string]int{}
		for _, n := range names {
			count[n]++
		}
		for i, n := range names {
			if more := detail(i); count[n] > 1 && more != "" && !strings.Contains(n, more) {
				names[i] = strings.TrimSpace(n + " " + more)
			}
		}
	}
	seen := map[string]int{}
	for i, n := range names {
		if seen[n]++; seen[n] > 1 || n == "" {
			names[i] = strings.TrimSpace(fmt.Sprintf("%s #%d", n, max(seen[n], 1)))
		}
	}
}
