package typeexpr_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/docgen-go/docgen/parser/format/sdkdocs/typeexpr"
)

// Members without a name are counted: pages print them for alternatives that
// have none.
func TestUnnamedMembers(t *testing.T) {
	for _, tc := range []struct {
		src   string
		names []string
		more  int
	}{
		{"Legs { , ,  }", nil, 3},
		{"Legs { , Road }", []string{"Road"}, 1},
		{"Legs { Road, }", []string{"Road"}, 1},
		{"Legs { Road, 2 more }", []string{"Road"}, 2},
		{"Legs { }", nil, 0},
	} {
		e, err := typeexpr.Parse(tc.src)
		if err != nil {
			t.Errorf("Parse(%q): %v", tc.src, err)
			continue
		}
		if diff := cmp.Diff(tc.names, e.Fields); diff != "" || e.More != tc.more {
			t.Errorf("Parse(%q) has %q and %d more, want %d (-want +got):\n%s", tc.src, e.Fields, e.More, tc.more, diff)
		}
	}
}
