// Package merge makes one API of those that several formats of one reference
// give. The order of the sources is the order of their word: what the first says
// counts, what only a later one says is added and marked with the format that
// said it, and where two contradict each other both places are a finding.
//
// It is not part of the compatibility promise.
package merge

import (
	"cmp"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/names"
	"github.com/docgen-go/docgen/model/source"
)

// A Source is what one format gives. The Pages of its API are those of the
// format.
type Source struct {
	Format string
	API    *model.API
}

// A merger adds one API after the other to the first.
type merger struct {
	api   *model.API
	diags diag.List
	// formats are the formats of pages by their paths.
	formats map[string]string
	types   map[string]*model.NamedType
	// methods are those of the API by their verb and path.
	methods map[string][]*model.Method
	ids     map[string]*model.Method

	// What follows concerns the API that is being added.
	from Source
	// renamed are the IDs that its types have in the API; pairs are those that
	// the API has too, and fused those of them whose structures were.
	renamed map[string]string
	pairs   map[string]string
	fused   map[string]bool
	moved   map[*model.Type]*model.Type
	auth    map[string]string
	// operations are the IDs that its methods have in the API.
	operations map[string]string
}

// APIs merges the APIs of the sources, of which there is at least one. The APIs
// belong to the result and must not be used any more.
func APIs(sources []Source) (*model.API, diag.List) {
	m := &merger{
		api: sources[0].API, formats: map[string]string{}, types: map[string]*model.NamedType{},
		methods: map[string][]*model.Method{}, ids: map[string]*model.Method{},
	}
	for _, s := range sources {
		markFormat(s)
	}
	if len(sources) == 1 {
		return m.api, nil
	}
	m.know(sources[0])
	for _, s := range sources[1:] {
		m.know(s)
		m.add(s)
	}
	m.finish()
	return m.api, m.diags
}

// know notes which pages are of the format of a source.
func (m *merger) know(s Source) {
	for _, p := range s.API.Pages {
		m.formats[p.Path] = s.Format
	}
	if s.API == m.api {
		for _, t := range m.api.Types {
			m.types[t.ID] = t
		}
		for _, op := range m.api.Methods {
			m.keep(op)
		}
	}
}

func (m *merger) keep(op *model.Method) {
	key := endpoint(op)
	m.methods[key] = append(m.methods[key], op)
	m.ids[op.ID] = op
}

// add merges one more API.
func (m *merger) add(s Source) {
	m.from = s
	m.renamed, m.pairs, m.fused = map[string]string{}, map[string]string{}, map[string]bool{}
	m.moved, m.auth = map[*model.Type]*model.Type{}, map[string]string{}
	m.operations = map[string]string{}
	m.credentials()
	m.servers()
	pairs, alone := m.pairMethods()
	for _, p := range pairs {
		m.pairTypes(p[0], p[1])
	}
	m.nameTypes()
	m.fixedHeaders()
	for _, p := range pairs {
		m.operations[p[1].ID] = p[0].ID
		m.method(p[0], p[1])
	}
	m.addTypes()
	for _, op := range alone {
		m.addMethod(op)
	}
	m.resources(s.API.Resources)
	m.api.Title = cmp.Or(m.api.Title, s.API.Title)
	m.doubts()
}

// endpoint is the verb and path of a method with its slots unnamed.
func endpoint(op *model.Method) string {
	return op.Verb + " " + names.WithoutSlots(strings.TrimSuffix(op.Path, "/"))
}

// pairMethods returns the methods that both APIs have, those of the API first,
// and those that only the other one has. Where several have one verb and path,
// those of one ID are a pair, and the others in their order.
func (m *merger) pairMethods() (pairs [][2]*model.Method, alone []*model.Method) {
	taken := map[*model.Method]bool{}
	partner := map[*model.Method]*model.Method{}
	for _, byID := range []bool{true, false} {
		for _, op := range m.from.API.Methods {
			if partner[op] != nil {
				continue
			}
			for _, have := range m.methods[endpoint(op)] {
				if !taken[have] && (!byID || have.ID == op.ID) {
					partner[op], taken[have] = have, true
					break
				}
			}
		}
	}
	for _, op := range m.from.API.Methods {
		if have := partner[op]; have != nil {
			pairs = append(pairs, [2]*model.Method{have, op})
		} else {
			alone = append(alone, op)
		}
	}
	return pairs, alone
}

// finish brings what was merged into the form of an API.
func (m *merger) finish() {
	m.api.Types = m.api.Types[:0]
	for _, t := range m.types {
		m.api.Types = append(m.api.Types, t)
	}
	sortMethods(m.api.Resources)
	slices.SortFunc(m.api.Types, func(a, b *model.NamedType) int { return strings.Compare(a.ID, b.ID) })
	intern := model.NewInterner().Importer()
	for _, t := range m.api.Types {
		t.Type = intern(t.Type)
	}
	for _, op := range m.api.Methods {
		op.MapTypes(intern)
	}
}

// formatOf is the format of the page that a place is on. A place in a document
// that a page holds may carry the way to it behind a #.
func (m *merger) formatOf(at source.Span) string {
	page, _, _ := strings.Cut(at.File, "#")
	return cmp.Or(m.formats[at.File], m.formats[page], "other")
}

// disagree reports that two formats say a fact differently.
func (m *merger) disagree(fact, name string, a, b source.Span) {
	said := m.formatOf(a)
	m.diags.Add("formats-disagree", diag.Warning, a, "%s and %s pages disagree on %s of %q", said, m.from.Format, fact, name).
		See(b, "what the "+m.from.Format+" page says").Help = "the word of the " + said + " pages counts"
}
