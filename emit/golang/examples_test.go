package golang

import "testing"

// TestExampleName holds that vet finds what examples are about: an underscore in the name of a
// service would cut it.
func TestExampleName(t *testing.T) {
	for _, c := range []struct{ service, method, want string }{
		{"CraneService", "Turn", "ExampleCraneService_Turn"},
		{"V1_2Service", "Turn", "Example_v12ServiceTurn"},
	} {
		if got := exampleName(c.service, c.method); got != c.want {
			t.Errorf("exampleName(%q, %q) = %q, want %q", c.service, c.method, got, c.want)
		}
	}
}
