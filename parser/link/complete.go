package link

import (
	"cmp"
	"slices"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
)

// completing are the passes for an API whose documents say themselves how their types
// are linked: what is left is a name for every structure, how lists go on, what
// streams, and whether examples fit. Nothing is inferred.
var completing = []pass{
	{"anonymous", (*linker).anonymous},
	{"observe", (*linker).observe},
	{"paging", (*linker).paging},
	{"streaming", (*linker).streaming},
	{"discriminate", (*linker).discriminate},
	{"undiscriminate", (*linker).undiscriminate},
	{"check", (*linker).check},
}

// Complete gives an API that a format read whole the form that a linked one has. The
// API is changed; its types are interned. The error is a [diag.Fault], of docgen
// itself.
func Complete(api *model.API) (diag.List, error) {
	l := newLinker(Input{})
	l.api = api
	err := l.guard(func() {
		l.takeOver()
		for _, p := range completing {
			p.run(l)
		}
		api.Types = l.sortedTypes()
	})
	return l.diags, err
}

// takeOver takes the methods and types of the API over.
func (l *linker) takeOver() {
	own := l.types.Importer()
	for _, t := range l.api.Types {
		t.Type = own(t.Type)
		l.named[t.ID] = t
		l.printed[t.ID] = true
	}
	for r, m := range l.api.Methods {
		l.methods[m.ID], l.resourceOf[m.ID] = m, r.ID
		m.MapTypes(own)
		l.valued[m.ID] = m.Returns != nil && m.Streaming != nil
		for _, e := range m.Examples {
			if e.Kind == model.ExampleResponse {
				l.decoded[e.Text] = Decode(e.Text)
			}
		}
	}
}

// undiscriminate takes away the discriminators whose texts tell no alternatives apart.
func (l *linker) undiscriminate() {
	for t := range l.eachType() {
		if t.Type.Kind != model.KindUnion || t.Type.Discriminator == "" || l.tells(t.Type) {
			continue
		}
		l.diags.Add("unusable-discriminator", diag.Info, t.Span, "the member %q does not tell the alternatives of %s apart; they are told by their members", t.Type.Discriminator, t.ID)
		c := *t.Type
		c.Discriminator = ""
		t.Type = l.types.Intern(c)
	}
}

// tells reports whether the discriminator of a union has texts of its own in each of
// its objects.
func (l *linker) tells(u *model.Type) bool {
	objects, ok := l.objects(u, nil, 0)
	if !ok {
		return false
	}
	var all []model.Literal
	for _, o := range objects {
		i := slices.IndexFunc(o.Fields, func(f *model.Field) bool { return f.Name == u.Discriminator })
		if i < 0 {
			return false
		}
		switch t := l.structure(o.Fields[i].Type); {
		case t == nil:
			return false
		case t.Kind == model.KindConst:
			all = append(all, t.Literal)
		case t.Kind == model.KindEnum:
			for _, v := range t.Enum.Values {
				all = append(all, v.Literal)
			}
		default:
			return false
		}
	}
	slices.SortFunc(all, func(a, b model.Literal) int { return cmp.Compare(a, b) })
	return len(slices.Compact(slices.Clone(all))) == len(all)
}
