package statement_test

import (
	"slices"
	"testing"

	"github.com/docgen-go/docgen/parser/statement"
)

func TestWhole(t *testing.T) {
	for _, c := range []struct {
		path, want string
		parts      []string
	}{
		{"/cranes/:id", "/cranes/:id", nil},
		{"/cranes/:id[.format]", "/cranes/:id", []string{"[.format]"}},
		{"/cranes/:id(.:format)", "/cranes/:id", []string{"(.:format)"}},
		{"/cranes(/:id)", "/cranes/:id", []string{"(/:id)"}},
		{"/turn(/:from)(/:to)/now", "/turn/:from/:to/now", []string{"(/:from)", "(/:to)"}},
		{"/turn(/:from(/:to))", "/turn/:from/:to", []string{"(/:from(/:to))"}},
		{"/turn[/{from}[/now]]", "/turn/{from}", []string{"[/{from}[/now]]"}},
		{"/papers(/bill)", "/papers", []string{"(/bill)"}},
		{"/cranes/(id or name)/turn", "/cranes/(id or name)/turn", nil},
		{"/cranes/{a[.b]}", "/cranes/{a[.b]}", nil},
		{"/cranes(/:id", "/cranes(/:id", nil},
		{"/cranes(.", "/cranes(.", nil},
		{"[.]", "", []string{"[.]"}},
		{"", "", nil},
	} {
		whole, parts := statement.Whole(c.path)
		if whole != c.want || !slices.Equal(parts, c.parts) {
			t.Errorf("Whole(%q) is %q, %q, want %q, %q", c.path, whole, parts, c.want, c.parts)
		}
	}
}
