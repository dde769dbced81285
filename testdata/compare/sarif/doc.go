// Package sarif holds what docgen writes as SARIF against the schema of the standard.
package sarif

// The schema is in the source of this package, which is why it is needed here.
import _ "github.com/owenrumney/go-sarif/v3/pkg/report/v210/sarif"
