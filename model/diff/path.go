package diff

import (
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/source"
)

// A StepKind says what a step of a Path leads into.
type StepKind uint8

// The kinds of steps.
const (
	// StepPart leads into a part of a method, which is path, query, header, cookie,
	// body, returns, errors or stream, or into the events of a resource.
	StepPart StepKind = iota
	// StepMember leads to a member or parameter by its wire name.
	StepMember
	// StepElement leads into the elements of a list.
	StepElement
	// StepValue leads into the values of a map, or of the members that an object
	// allows besides its own.
	StepValue
	// StepAlternative leads into one of several objects, by a label of it.
	StepAlternative
	// StepLiteral leads to one value of an enum, by its JSON.
	StepLiteral
)

// A PathStep is one step of a Path. Name is empty for elements and values.
type PathStep struct {
	Kind StepKind
	Name string
}

// A Path leads from what was compared to a value in it. It is empty at the top.
type Path []PathStep

// String returns the path as reports print it: query.limit, body.items[].weight.
func (p Path) String() string {
	var b strings.Builder
	n := 0
	for i := range p {
		n += len(p[i].Name) + len("()")
	}
	b.Grow(n)
	for i := range p {
		switch s := &p[i]; s.Kind {
		case StepElement:
			b.WriteString("[]")
		case StepValue:
			b.WriteString("{}")
		case StepAlternative:
			b.WriteByte('(')
			b.WriteString(s.Name)
			b.WriteByte(')')
		case StepLiteral:
			b.WriteByte('=')
			b.WriteString(s.Name)
		default:
			if b.Len() > 0 {
				b.WriteByte('.')
			}
			b.WriteString(s.Name)
		}
	}
	return b.String()
}

// Member returns the path to the member that holds the value: without the steps
// at the end that lead into its value.
func (p Path) Member() Path {
	for len(p) > 0 && p[len(p)-1].Kind > StepMember {
		p = p[:len(p)-1]
	}
	return p
}

// Last returns the name of the member that the path leads to or into, or "".
func (p Path) Last() string {
	if m := p.Member(); len(m) > 0 && m[len(m)-1].Kind == StepMember {
		return m[len(m)-1].Name
	}
	return ""
}

// Equal reports whether two paths have the same steps.
func (p Path) Equal(q Path) bool { return slices.Equal(p, q) }

// tail returns the path from the last part or member on.
func (p Path) tail() Path {
	for i := len(p) - 1; i > 0; i-- {
		if p[i].Kind <= StepMember {
			return p[i:]
		}
	}
	return p
}

// A Subject is one thing that a change is about, by the IDs that it has in each
// revision: a resource, a method or a declared type, with the way from there to
// the value. What only one revision has is empty in the other.
type Subject struct {
	OldResource, NewResource string
	OldMethod, NewMethod     string
	OldType, NewType         string
	// OldPath and NewPath differ where a member was renamed or moved.
	OldPath, NewPath Path
	// OldLiteral and NewLiteral are the values that went, came or differ.
	OldLiteral, NewLiteral model.Literal
	OldSpan, NewSpan       source.Span
}

// A trail is a path that shares its beginning with others while values are
// compared.
type trail struct {
	up *trail
	PathStep
}

func (t *trail) to(kind StepKind, name string) *trail { return &trail{t, PathStep{kind, name}} }

func (t *trail) path() Path {
	if t == nil {
		return nil
	}
	return t.append(make(Path, 0, t.steps()))
}

// String returns the path as reports print it.
func (t *trail) String() string {
	var room [16]PathStep
	return t.append(room[:0]).String()
}

func (t *trail) steps() (n int) {
	for ; t != nil; t = t.up {
		n++
	}
	return n
}

// append appends the steps to a path.
func (t *trail) append(p Path) Path {
	from := len(p)
	for ; t != nil; t = t.up {
		p = append(p, t.PathStep)
	}
	slices.Reverse(p[from:])
	return p
}
