// Package compare builds generated packages and the vendors' own clients side by
// side. It is a module of its own, so that those clients are in nobody's module
// graph.
package compare

import (
	_ "github.com/anthropics/anthropic-sdk-go" // what BenchmarkColdBuild builds
	_ "github.com/openai/openai-go/v3"         // the same
)
