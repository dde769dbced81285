package naming

import (
	"strings"

	"github.com/docgen-go/docgen/model"
)

// minCommonResponse is how many operations return what is called Response.
const minCommonResponse = 3

// commonResponse returns the ID of the structure without a name that operations which have no
// resource in common return most often, and "" where that are fewer than three. The name of one
// of these operations would say nothing of the others. There is one such name in a package: what
// is returned less often keeps the name of an operation.
func commonResponse(shared *sharing) string {
	var most *model.NamedType
	for _, t := range shared.api.Types {
		group := shared.group[t.ID]
		if len(group) < minCommonResponse || t.Resource != "" || !isResponse(commonSuffix(group)) {
			continue
		}
		if most == nil || len(group) > len(shared.group[most.ID]) {
			most = t
		}
	}
	if most == nil {
		return ""
	}
	return most.ID
}

// isResponse reports whether words say that something is returned and nothing else.
func isResponse(ws []string) bool { return len(ws) == 1 && strings.EqualFold(ws[0], "Response") }
