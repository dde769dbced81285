package link

import (
	"strings"

	"github.com/docgen-go/docgen/model"
)

// requestHeader reads a credential or the media type of the body. All other
// headers are read together, by constants.
func (l *linker) requestHeader(m *model.Method, e *model.Example, h model.Constant) {
	if a := authOf(h); a != nil {
		a.Span = e.Span
		l.addAuth(m, a)
		return
	}
	if strings.EqualFold(h.Name, "Content-Type") && m.Body != nil && h.Value != "" && !strings.Contains(h.Value, "$") {
		m.Body.ContentType = mediaType(h.Value)
	}
}

func mediaType(value string) string {
	media, _, _ := strings.Cut(value, ";")
	return strings.TrimSpace(media)
}
