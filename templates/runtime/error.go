package runtime

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
)

// maxErrorBody bounds what an Error keeps of a response, in bytes.
const maxErrorBody = 1 << 20

// An Error is a response whose status is not one of success, or an event of a
// stream that tells of an error; the status is that of the response then. Get it
// with errors.As.
type Error struct {
	StatusCode int
	Header     http.Header
	// Body is the content of the response, at most one mebibyte of it.
	Body []byte
	// Request is what was sent. Its body has been read.
	Request *http.Request
}

// newError reads and closes resp.
func newError(req *http.Request, resp *http.Response) *Error {
	defer resp.Body.Close()
	body, _ := io.ReadAll(io.LimitReader(resp.Body, maxErrorBody)) // what could be read says more than why the rest could not
	return &Error{StatusCode: resp.StatusCode, Header: resp.Header, Body: body, Request: req}
}

// Error is the request line, the status and the beginning of the body. The
// query is left out because it may carry a credential.
func (e *Error) Error() string {
	u := *e.Request.URL
	u.RawQuery, u.User = "", nil
	status := fmt.Sprintf("%d %s", e.StatusCode, http.StatusText(e.StatusCode))
	if e.StatusCode >= 200 && e.StatusCode <= 299 {
		status = "error in the stream"
	}
	text := fmt.Sprintf("%s %s: %s", e.Request.Method, &u, status)
	if len(e.Body) > 0 {
		text += fmt.Sprintf(": %.500s", e.Body)
	}
	return text
}

// Decode reads the body as JSON into the value that v points at.
func (e *Error) Decode(v any) error { return json.Unmarshal(e.Body, v) }
