package golang

import (
	"slices"
	"strings"

	"github.com/docgen-go/docgen/emit/golang/gosrc"
	"github.com/docgen-go/docgen/emit/naming"
	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
)

// maxFileWeight is how heavy a file of types may be before it is cut: one for
// each member, value and variant. A family lighter than minFileWeight gets no
// file of its own.
const (
	maxFileWeight = 500
	minFileWeight = 120
)

type adder func(path string, write func(gosrc.Writer))

// typeFiles puts the types of one resource beside each other, alphabetically.
func (g *generator) typeFiles(add adder) {
	resources := g.typeResources()
	byResource := map[string][]*model.NamedType{}
	for _, t := range g.api.Types {
		byResource[resources[t.ID]] = append(byResource[resources[t.ID]], t)
	}
	files := map[string][]*model.NamedType{}
	for resource, types := range byResource {
		rest := g.cut(files, resource, types, 0)
		if len(rest) > 0 {
			path := typePath(resource)
			files[path] = append(files[path], rest...)
		}
	}
	for path, types := range files {
		slices.SortFunc(types, func(a, b *model.NamedType) int {
			return strings.Compare(g.names.Type(a.ID), g.names.Type(b.ID))
		})
		add(path, func(f gosrc.Writer) {
			for _, t := range types {
				diag.Naming("rendering the type "+t.ID, t.Span, func() {
					g.declare(f, t)
					g.helpers(f, t)
				})
			}
		})
	}
}

// cut distributes types to files. Too many for one are cut into families whose
// names begin with the same words; what is in no family of weight stays together,
// and is returned where it is too light for a file below others.
func (g *generator) cut(files map[string][]*model.NamedType, name string, types []*model.NamedType, depth int) []*model.NamedType {
	families := map[string][]*model.NamedType{}
	var rest []*model.NamedType
	whole := weight(types) <= maxFileWeight
	for _, t := range types {
		ws := naming.Words(g.names.Type(t.ID))
		if whole || depth >= len(ws) {
			rest = append(rest, t)
			continue
		}
		families[ws[depth]] = append(families[ws[depth]], t)
	}
	for word, family := range families {
		switch {
		case weight(family) < minFileWeight:
			rest = append(rest, family...)
		case len(family) == len(types): // the word tells nothing apart
			return g.cut(files, name, family, depth+1)
		default:
			rest = append(rest, g.cut(files, name+"_"+word, family, depth+1)...)
		}
	}
	if depth > 0 && weight(rest) < minFileWeight {
		return rest
	}
	if len(rest) > 0 {
		files[typePath(name)] = append(files[typePath(name)], rest...)
	}
	return nil
}

// typePath is the file for types of a resource, or of a family of them.
func typePath(name string) string {
	if name == "" {
		return "types.go"
	}
	return "types_" + naming.Slug(name) + ".go"
}

func weight(types []*model.NamedType) int {
	n := 0
	for _, t := range types {
		n += typeWeight(t.Type)
	}
	return n
}

// typeResources are the resources of types by ID: where the pages say none, that which
// all methods are below that use the type.
func (g *generator) typeResources() map[string]string {
	resources, known := map[string]string{}, map[string]bool{}
	for _, t := range g.api.Types {
		if t.Resource != "" {
			resources[t.ID], known[t.ID] = t.Resource, true
		}
	}
	used := map[string]bool{}
	for r, m := range g.api.Methods {
		diag.Naming("placing the types of "+m.ID, m.Span, func() {
			for id := range g.reached(m) {
				switch {
				case known[id]:
				case !used[id]:
					resources[id], used[id] = r.ID, true
				default:
					resources[id] = naming.CommonResource(resources[id], r.ID)
				}
			}
		})
	}
	return resources
}

// reached are the types that a method leads to.
func (g *generator) reached(m *model.Method) map[string]bool {
	seen := map[string]bool{}
	var visit func(id string)
	visit = func(id string) {
		if t := g.api.Lookup(id); t != nil && !seen[id] {
			seen[id] = true
			eachRef(t.Type, visit)
		}
	}
	for _, p := range m.Params {
		eachRef(p.Type, visit)
	}
	if m.Body != nil {
		eachRef(m.Body.Type, visit)
	}
	if m.Returns != nil {
		eachRef(m.Returns.Type, visit)
	}
	if m.Streaming != nil {
		eachRef(m.Streaming.Type, visit)
	}
	for _, e := range m.Errors {
		eachRef(e.Type, visit)
	}
	return seen
}

func typeWeight(t *model.Type) int {
	if t == nil {
		return 1
	}
	n := 1 + len(t.Fields) + len(t.Variants)
	if t.Enum != nil {
		n += len(t.Enum.Values)
	}
	return n
}

// resourceFiles gives each resource with operations a file and a test file.
func (g *generator) resourceFiles(resources []*model.Resource, add adder) {
	for _, r := range model.Called(resources) {
		file := g.names.File(r.ID)
		add(file+".go", func(f gosrc.Writer) { g.service(f, r) })
		if len(r.Methods) > 0 {
			add(file+"_test.go", func(f gosrc.Writer) { g.tests(f, r) })
		}
		g.resourceFiles(r.Resources, add)
	}
}

func sortJobs(jobs []Job) {
	slices.SortFunc(jobs, func(a, b Job) int { return strings.Compare(a.Path, b.Path) })
}
