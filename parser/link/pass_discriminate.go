package link

import (
	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/values"
)

// discriminate finds for each union the one field whose constants tell its
// objects apart.
func (l *linker) discriminate() {
	for t := range l.eachType() {
		if t.Type.Kind != model.KindUnion {
			continue
		}
		if name := values.Discriminator(l.lookup, t.Type); name != "" {
			c := *t.Type
			c.Discriminator = name
			t.Type = l.types.Intern(c)
		}
	}
}
