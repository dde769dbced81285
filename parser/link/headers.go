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
		showMedia(m.Body, mediaType(h.Value))
	}
}

// showMedia notes the media type that an example shows. A file among the members states
// that they travel as a form.
func showMedia(b *model.Body, media string) {
	isStated := b.ContentType == media || media == "multipart/form-data" && holdsFile(b.Type)
	if b.ContentType = media; !isStated {
		b.Evidence = b.Evidence.With(model.FactMedia, model.SourceExample)
	}
}

func mediaType(value string) string {
	media, _, _ := strings.Cut(value, ";")
	return strings.TrimSpace(media)
}
