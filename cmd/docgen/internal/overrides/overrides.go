// Package overrides departs from what the pages say where docgen.yaml says so.
package overrides

import (
	"github.com/docgen-go/docgen/cmd/docgen/internal/config"
	"github.com/docgen-go/docgen/model"
)

// Apply changes an API as a target of docgen.yaml says. The error is
// config.Faults: each entry that finds nothing to change is one, because it is
// misspelled or the pages no longer need it.
func Apply(api *model.API, t *config.Target) error {
	var faults config.Faults
	if t.BaseURL.Value != "" {
		api.Servers = []model.Server{{URL: t.BaseURL.Value, Span: t.BaseURL.At}}
	}
	authenticate(api, t.Authentication, &faults)
	fix(api, t.Fixed, &faults)
	styleLists(api, t.ListStyles, &faults)
	envelop(api, t.Envelope, &faults)
	paginate(api, t.Pagination, &faults)
	retype(api, t.Types, &faults)
	selectParts(api, t, &faults)
	checkInterfaces(api, t, &faults)
	checkFinal(api, t.FinalStatuses, &faults)
	comment(api, t.Comments.Value)
	return faults.Err()
}
