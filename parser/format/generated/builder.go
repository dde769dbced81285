package generated

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/source"
	"github.com/docgen-go/docgen/parser/format"
	"github.com/docgen-go/docgen/parser/link"
	"github.com/docgen-go/docgen/parser/openapi"
	"github.com/docgen-go/docgen/parser/openapi/tree"
)

// A builder makes one document of all pages.
type builder struct {
	tree  *format.Tree
	pages []*pageText
	files tree.Files
	diags *diag.List

	// byPage finds the pages of structures, byName those of a file's name; component are
	// the names that they have in the document.
	byPage    map[string]*pageText
	byName    map[string][]*pageText
	byFolder  map[[2]string]*pageText
	component map[*pageText]string
	params    *casing
	members   *casing
	language  string
	// inferred counts the parameters whose place no page says, by that place; recased the
	// names that no page prints as they travel, unmarked the parameters of which nothing says
	// whether they are required.
	inferred          map[string]int
	recased, unmarked int
	evidence          map[source.Pos]map[string]model.Evidence
	unmarkedAt        source.Span
	// lists counts the lists in queries, whose style no page says.
	lists   int
	listsAt source.Span
	// undescribed counts the slots of paths that no table describes.
	undescribed   int
	undescribedAt source.Span
	// unsent are the credentials of which nobody says how they are sent.
	unsent map[string]bool
}

func newBuilder(t *format.Tree, pages []*pageText, files tree.Files, diags *diag.List) *builder {
	b := &builder{
		tree: t, pages: pages, files: files, diags: diags, byPage: map[string]*pageText{}, byName: map[string][]*pageText{}, byFolder: map[[2]string]*pageText{}, component: map[*pageText]string{},
		inferred: map[string]int{}, evidence: map[source.Pos]map[string]model.Evidence{},
	}
	for _, s := range pages {
		if s.structure != nil {
			b.byPage[s.page.Path] = s
			b.byName[s.structure.name] = append(b.byName[s.structure.name], s)
			b.byFolder[[2]string{path.Dir(s.page.Path), s.structure.name}] = s
		}
	}
	b.nameComponents()
	b.params, b.members = newCasings(pages)
	b.language = languageOf(pages)
	return b
}

// nameComponents names structures after their files, and where several have one name
// after their folders, too.
func (b *builder) nameComponents() {
	taken, numbers := map[string]bool{}, map[string]int{}
	for _, name := range slices.Sorted(maps.Keys(b.byName)) {
		for _, s := range b.byName[name] {
			dir := path.Dir(s.page.Path)
			id := name
			for taken[id] && dir != "." {
				id = link.Camel(path.Base(dir)) + id
				dir = path.Dir(dir)
			}
			for taken[id] {
				numbers[name]++
				id = fmt.Sprintf("%s%d", name, numbers[name]+1)
			}
			taken[id] = true
			b.component[s] = id
		}
	}
}

// find returns the page of the structure that a word in a type names, or nil: a link leads
// there, or it lies in the same folder, or is the only one of the name.
func (b *builder) find(s *pageText, name string, targets []string) *pageText {
	for _, target := range targets {
		if strings.HasPrefix(target, "#") {
			continue
		}
		p := b.tree.Linked(s.page, target)
		if p == nil {
			continue
		}
		if found := b.byPage[p.Path]; found != nil && sameName(found, name) {
			return found
		}
	}
	if name == "" || scalars[strings.ToLower(name)].kind != "" || len(s.inlineValues(name, nil)) > 0 {
		return nil
	}
	if found := b.byFolder[[2]string{path.Dir(s.page.Path), name}]; found != nil {
		return found
	}
	if list := b.byName[name]; len(list) == 1 {
		return list[0]
	}
	return nil
}

// sameName reports whether a word names the structure of a page.
func sameName(found *pageText, name string) bool {
	return found.structure.name == name || baseName(found.structure.name) == name || keyOf(found.structure.name) == keyOf(name)
}

// tell adds a finding about a part of a page.
func (s *pageText) tell(b *builder, code diag.Code, severity diag.Severity, start, end int, format string, args ...any) {
	b.diags.Add(code, severity, s.file.Span(start, end), format, args...)
}

// note keeps who said a fact of what stands at an offset of a page.
func (b *builder) note(s *pageText, offset int, fact model.Fact, by model.Source) {
	at := s.file.Span(offset, offset)
	if b.evidence[at.Start] == nil {
		b.evidence[at.Start] = map[string]model.Evidence{}
	}
	b.evidence[at.Start][at.File] = b.evidence[at.Start][at.File].With(fact, by)
}

// api makes the API of the pages, nil where they have neither methods nor structures.
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
	b.summarize()
	more, err := link.Complete(api)
	*b.diags = append(append(*b.diags, found...), more...)
	return api, err
}

// attach gives parameters and members the evidence that was noted for their places.
func (b *builder) attach(api *model.API) {
	of := func(f *model.Field) {
		for _, said := range b.evidence[f.Span.Start][f.Span.File] {
			f.Evidence = f.Evidence.With(said.Fact, said.Source)
		}
	}
	for _, m := range api.Methods {
		for _, p := range m.Params {
			of(&p.Field)
		}
		if m.Body != nil && m.Body.Type != nil {
			for _, f := range m.Body.Type.Fields {
				of(f)
			}
		}
	}
	for _, t := range api.Types {
		for _, f := range t.Type.Fields {
			of(f)
		}
	}
}

// languageOf is the language that most examples are in, "" where there are none.
func languageOf(pages []*pageText) string {
	counts := map[string]int{}
	for _, s := range pages {
		for i := range s.blocks {
			if b := &s.blocks[i]; b.kind == fenceBlock && b.info != "" && len(s.calls) > 0 {
				counts[b.info]++
			}
		}
	}
	best := ""
	for _, l := range slices.SortedFunc(maps.Keys(counts), cmp.Compare[string]) {
		if best == "" || counts[l] > counts[best] {
			best = l
		}
	}
	return best
}
