package link

import (
	"testing"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/parser/assemble"
)

// What a client prints of a type is a view of the one that has its members, which
// need not be the one that got the name, and first of that of its resource.
func TestViewed(t *testing.T) {
	of := func(resource string, client bool, fields ...string) *candidate {
		o := &model.Type{Kind: model.KindObject}
		for _, name := range fields {
			o.Fields = append(o.Fields, &model.Field{Name: name, Type: &model.Type{Kind: model.KindString}})
		}
		return &candidate{name: "Crate", kind: o.Kind, resource: resource, client: client, occurrences: []*assemble.Occurrence{{Name: "Crate", Type: o}}}
	}
	main, far, near := of("ships", false, "id"), of("docks", false, "id", "lid"), of("trains", false, "id", "lid", "lock")
	others := []*candidate{far, near}
	for _, tc := range []struct {
		c, want *candidate
	}{
		{of("trains", true, "id"), main},
		{of("trains", true, "id", "lid"), near},
		{of("docks", true, "lid"), far},
		{of("trains", true, "weight"), nil},
		{of("trains", false, "id", "lid"), nil},
	} {
		if got := viewed(main, others, tc.c); got != tc.want {
			t.Errorf("%s of %s, by a client %t: %+v, want %+v", tc.c.name, tc.c.resource, tc.c.client, got, tc.want)
		}
	}
}
