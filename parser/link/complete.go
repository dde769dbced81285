package link

import (
	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/values"
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
		if t.Type.Kind != model.KindUnion || t.Type.Discriminator == "" || values.Tells(l.lookup, t.Type, t.Type.Discriminator) {
			continue
		}
		l.diags.Add("unusable-discriminator", diag.Info, t.Span, "the member %q does not tell the alternatives of %s apart; they are told by their members", t.Type.Discriminator, t.ID)
		c := *t.Type
		c.Discriminator = ""
		t.Type = l.types.Intern(c)
	}
}
