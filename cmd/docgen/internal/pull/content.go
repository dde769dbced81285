package pull

import (
	"bytes"
	"fmt"
	"mime"
	"net/http"
	"strings"

	"github.com/docgen-go/docgen/parser/page"
)

// A refusal is a reason not to store what a site offers.
type refusal struct {
	reason string
	// html says that a web page stands where Markdown was asked for: a soft
	// 404, or a page that has no Markdown.
	html bool
}

func (r *refusal) Error() string { return r.reason }

// mediaTypes are those that Markdown is served as.
var mediaTypes = map[string]bool{
	"": true, "text/markdown": true, "text/x-markdown": true, "text/plain": true,
	"application/markdown": true, "application/octet-stream": true, "binary/octet-stream": true,
}

// checkHeader checks an answer by what the server says of it.
func checkHeader(h http.Header) error {
	// net/http has unpacked gzip and taken its name away.
	if coding := h.Get("Content-Encoding"); coding != "" && !strings.EqualFold(coding, "identity") {
		return &refusal{reason: fmt.Sprintf("packed as %q, which was not asked for", coding)}
	}
	switch media := mediaType(h); {
	case media == "text/html" || media == "application/xhtml+xml":
		return htmlRefusal()
	case !mediaTypes[media]:
		return &refusal{reason: fmt.Sprintf("served as %q, not as Markdown or plain text", media)}
	}
	return nil
}

// checkNegotiated checks what stands at the address of a page for people, which
// may be anything: only what is called Markdown is.
func checkNegotiated(h http.Header) error {
	if err := checkHeader(h); err != nil {
		return err
	}
	if media := mediaType(h); !strings.HasSuffix(media, "markdown") {
		return &refusal{reason: fmt.Sprintf("served as %q, not as Markdown", media), html: true}
	}
	return nil
}

// mediaType is what the server calls a file, in lower case, without parameters.
func mediaType(h http.Header) string {
	media, _, err := mime.ParseMediaType(h.Get("Content-Type"))
	if err != nil { // a bad parameter, or no type at all
		media, _, _ = strings.Cut(strings.ToLower(h.Get("Content-Type")), ";")
		media = strings.TrimSpace(media)
	}
	return media
}

// checkBody checks an answer by its text, which counts more than the character
// set that the server names.
func checkBody(body []byte, h http.Header) error {
	if len(bytes.TrimSpace(body)) == 0 {
		return &refusal{reason: "an empty page"}
	}
	switch _, fault, at := page.Clean(body); fault {
	case page.FaultHTML:
		return htmlRefusal()
	case page.FaultBinary:
		return &refusal{reason: fmt.Sprintf("no text: there is a zero at byte %d", at)}
	case page.FaultUTF8:
		return &refusal{reason: fmt.Sprintf("not UTF-8 from byte %d on; it is served as %q", at, h.Get("Content-Type"))}
	}
	return nil
}

func htmlRefusal() error {
	return &refusal{reason: "an HTML page where Markdown should be, as sites serve for pages that are missing", html: true}
}
