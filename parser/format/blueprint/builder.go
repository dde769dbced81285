package blueprint

import (
	"context"
	"fmt"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/source"
	"github.com/docgen-go/docgen/parser/link"
	"github.com/docgen-go/docgen/parser/openapi"
	"github.com/docgen-go/docgen/parser/openapi/tree"
)

// A builder makes one document of all pages.
type builder struct {
	pages []*pageText
	files tree.Files
	diags diag.List

	// byPage finds structures by the page and the name, byName those of all pages;
	// component are the names that they have in the document.
	byPage    map[pageName]*structure
	byName    map[string][]*structure
	component map[*member]string
	taken     map[string]bool
	numbers   map[string]int
	// schemas are the components, models the resources with one, by name.
	schemas *yaml.Node
	models  map[pageName]*resource
	byModel map[string]*resource
	// inherited is how many members may still be inherited.
	inherited int

	// operations are what was made of each action, by the place of its heading.
	operations map[source.Pos]map[string]*operation
	evidence   map[source.Pos]map[string]model.Evidence
	// shapes are the stretches of pages that state schemas of JSON.
	shapes map[string][][2]source.Pos
	// values are the bodies that were read as JSON.
	values map[*asset]*yaml.Node
	// read are the schemas that were read, shared the components of models.
	read   map[*asset]*yaml.Node
	shared map[string]string
	// undescribed counts the variables of URIs that no page describes.
	undescribed   int
	undescribedAt source.Span
	// borrowed counts those that only other actions of their resource describe.
	borrowed   int
	borrowedAt source.Span
}

type pageName struct {
	page *pageText
	name string
}

func newBuilder(pages []*pageText, files tree.Files) *builder {
	b := &builder{
		pages: pages, files: files, byPage: map[pageName]*structure{}, byName: map[string][]*structure{}, component: map[*member]string{}, taken: map[string]bool{}, numbers: map[string]int{},
		models: map[pageName]*resource{}, byModel: map[string]*resource{}, inherited: freeInherited,
		operations: map[source.Pos]map[string]*operation{}, evidence: map[source.Pos]map[string]model.Evidence{}, shapes: map[string][][2]source.Pos{}, values: map[*asset]*yaml.Node{}, read: map[*asset]*yaml.Node{}, shared: map[string]string{},
	}
	for _, s := range pages {
		b.inherited += len(s.text) * inheritedPerKB / 1024
		for _, implicit := range []bool{false, true} {
			for _, st := range s.structures {
				if st.implicit == implicit {
					b.know(st)
				}
			}
		}
		for _, r := range s.resources {
			if r.model != nil && r.name != "" {
				b.models[pageName{s, r.name}] = r
				b.byModel[r.name] = r
			}
		}
	}
	return b
}

// know gives a structure its name in the document. One that a page names twice is told.
func (b *builder) know(st *structure) {
	s, name := st.page, st.member.name
	have := b.byPage[pageName{s, name}]
	switch {
	case have != nil && st.implicit && !have.implicit:
		return
	case have != nil:
		s.report("structure-twice", diag.Warning, st.start, st.start+len(firstLine(s.text[st.start:])), "give one of them another name", "the structure %q stands twice; the first one counts", name)
		s.diags[len(s.diags)-1].See(s.file.Span(have.start, have.start), "the first one")
		return
	}
	b.byPage[pageName{s, name}] = st
	b.byName[name] = append(b.byName[name], st)
	id := link.Camel(name)
	if id == "" {
		id = "Structure"
	}
	b.component[st.member] = b.free(id)
}

// free is a name for a component that no other has.
func (b *builder) free(id string) string {
	name := id
	for b.taken[name] {
		b.numbers[id]++
		name = fmt.Sprintf("%s%d", id, b.numbers[id]+1)
	}
	b.taken[name] = true
	return name
}

// find returns the structure that a word names on a page: of the page itself, or the only
// one of the name on all pages.
func (b *builder) find(s *pageText, name string) *structure {
	if name == "" {
		return nil
	}
	if st := b.byPage[pageName{s, name}]; st != nil {
		return st
	}
	if list := b.byName[name]; len(list) == 1 {
		return list[0]
	}
	return nil
}

// afford reports whether so many members may be inherited.
func (b *builder) afford(n int) bool {
	if n > b.inherited {
		return false
	}
	b.inherited -= n
	return true
}

// note keeps who said a fact of what stands at an offset of a page.
func (b *builder) note(s *pageText, offset int, fact model.Fact, by model.Source) {
	at := s.file.Span(offset, offset)
	if b.evidence[at.Start] == nil {
		b.evidence[at.Start] = map[string]model.Evidence{}
	}
	b.evidence[at.Start][at.File] = b.evidence[at.Start][at.File].With(fact, by)
}

// api makes the API of the pages, nil where they have neither actions nor structures.
func (b *builder) api(ctx context.Context) (*model.API, error) {
	root := b.document()
	if root == nil {
		return nil, nil
	}
	doc := &openapi.Document{Name: b.pages[0].page.Path, Root: root, Position: b.files.Position}
	api, found, err := openapi.Convert(ctx, doc)
	if err != nil {
		return nil, err
	}
	b.attach(api)
	more, err := link.CompleteShown(api, b.failures(api))
	b.restore(api)
	b.summarize()
	b.diags = append(append(b.diags, found...), more...)
	return api, err
}

// summarize reports once how much of the API is concluded and not printed.
func (b *builder) summarize() {
	if b.undescribed > 0 {
		b.diags.Add("undescribed-variable", diag.Info, b.undescribedAt, "no section of parameters describes %d variables of URIs: they are texts, required in paths and optional in queries", b.undescribed)
	}
	if b.borrowed > 0 {
		b.diags.Add("undescribed-variable", diag.Info, b.borrowedAt, "%d variables of URIs are described at other actions of their resource: they are taken to be the same, and optional in queries", b.borrowed)
	}
}

// tagText is a name as one word of the tags of a document, in which a dot nests.
func tagText(name string) string {
	return strings.TrimSpace(strings.NewReplacer(".", " ", "/", " ").Replace(name))
}
