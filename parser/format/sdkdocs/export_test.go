package sdkdocs

import (
	"slices"
	"testing"

	"github.com/docgen-go/docgen/parser/format/sdkdocs/dialect"
)

// AddDialect lists one more dialect until the test ends.
func AddDialect(t *testing.T, d dialect.Dialect) {
	before := readers
	t.Cleanup(func() { readers = before })
	readers = append(slices.Clone(readers), d)
}
