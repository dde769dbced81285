package runtime

import (
	"io"
	"mime"
	"net/http"
	"path"
)

// A Download is the content of a response as the server sends it. Whoever has it
// closes it.
type Download struct {
	io.ReadCloser
	// ContentType is the media type that the server names, or "".
	ContentType string
	// Length is how many bytes there are, or -1 where the server does not say.
	Length int64
	// Name is the name of the file that the server gives, without folders, or "".
	Name string
	// Header has the headers of the response.
	Header http.Header
}

func newDownload(resp *http.Response) *Download {
	d := &Download{ReadCloser: resp.Body, ContentType: resp.Header.Get("Content-Type"), Length: resp.ContentLength, Header: resp.Header}
	if _, params, err := mime.ParseMediaType(resp.Header.Get("Content-Disposition")); err == nil {
		if name := path.Base(params["filename"]); name != "." && name != "/" && name != ".." {
			d.Name = name
		}
	}
	return d
}
