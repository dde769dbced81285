package link

import (
	"strings"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/parser/prefilter"
)

var (
	// signatureName is a header that carries a signature, with what its family begins with.
	signatureName = prefilter.MustCompile(`^(.*[-_])?(?:sign|signature)$`)
	// ofOneRequest is a value that no other request sends: a time, or random digits.
	ofOneRequest = prefilter.MustCompile(`^(?:[0-9]{10,}|[0-9a-fA-F]{32,}|[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}|[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z?)$`)
)

// signedFamily is what the names of the headers begin with that travel with a signature,
// in small letters, or "": X-Harbor-Timestamp beside X-Harbor-Sign. Who signs sets them.
func signedFamily(headers []model.Constant) string {
	for _, h := range headers {
		if m := signatureName.FindStringSubmatch(strings.ToLower(h.Name)); m != nil && strings.Trim(m[1], "x-_") != "" {
			return m[1]
		}
	}
	return ""
}
