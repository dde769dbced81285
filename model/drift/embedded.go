package drift

import (
	"slices"

	"github.com/docgen-go/docgen/model/gofacts"
)

// dropEmbedding leaves out the members that a struct lacks only because one that it embeds lacks them, where that is as
// sure: once they are added there, both have them.
func (c *comparison) dropEmbedding() {
	type lacking struct {
		typ    *gofacts.Type
		member string
	}
	missing := map[lacking]*Finding{}
	for _, f := range c.report.Findings {
		if isLack(f) {
			missing[lacking{f.Type, f.Member}] = f
		}
	}
	c.report.Findings = slices.DeleteFunc(c.report.Findings, func(f *Finding) bool {
		if !isLack(f) {
			return false
		}
		for _, m := range f.Type.Fields {
			if m.Owner == nil || m.Owner == f.Type {
				continue
			}
			if inner := missing[lacking{m.Owner, f.Member}]; inner != nil && inner.Rule == f.Rule && inner.Field == f.Field && inner.Confidence.Rank() <= f.Confidence.Rank() {
				inner.Operations += f.Operations
				return true
			}
		}
		return false
	})
}

func isLack(f *Finding) bool {
	return (f.Rule == RequestMissing || f.Rule == ResponseMissing) && f.Type != nil && f.Field != nil
}
