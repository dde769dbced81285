package golang

import (
	"fmt"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/emit/golang/gosrc"
	"github.com/docgen-go/docgen/emit/naming"
	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
)

// maxFileWeight bounds a file of types: one for each member, value and variant.
const maxFileWeight = 500

type adder func(path string, write func(gosrc.Writer))

// typeFiles puts the types of one resource beside each other, alphabetically,
// in as many files as keep them readable.
func (g *generator) typeFiles(add adder) {
	groups := map[string][]*model.NamedType{}
	for _, t := range g.api.Types {
		group := "types"
		if t.Resource != "" {
			group += "_" + naming.Slug(t.Resource)
		}
		groups[group] = append(groups[group], t)
	}
	for _, group := range sortedKeys(groups) {
		types := groups[group]
		slices.SortFunc(types, func(a, b *model.NamedType) int {
			return strings.Compare(g.names.Type(a.ID), g.names.Type(b.ID))
		})
		for i, part := range parts(types) {
			path := group + ".go"
			if i > 0 {
				path = fmt.Sprintf("%s-%d.go", group, i+1) // no slug has a dash
			}
			add(path, func(f gosrc.Writer) {
				for _, t := range part {
					diag.Naming("rendering the type "+t.ID, t.Span, func() { g.declare(f, t) })
				}
			})
		}
	}
}

// parts cuts types into stretches of bounded weight.
func parts(types []*model.NamedType) [][]*model.NamedType {
	var out [][]*model.NamedType
	weight, start := 0, 0
	for i, t := range types {
		w := typeWeight(t.Type)
		if weight+w > maxFileWeight && i > start {
			out = append(out, types[start:i])
			weight, start = 0, i
		}
		weight += w
	}
	return append(out, types[start:])
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
	for _, r := range resources {
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
