package runtime

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"reflect"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
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
	// Detail points at the body as the type that the API documents for the status, such
	// as *Problem. It is nil where there is none, or where the body does not fit it.
	Detail any
	// Request is what was sent. Its body has been read.
	Request *http.Request
}

// newError reads and closes resp.
func newError(req *http.Request, resp *http.Response) *Error {
	defer resp.Body.Close()
	body, _ := io.ReadAll(io.LimitReader(resp.Body, maxErrorBody)) // what could be read says more than why the rest could not
	return &Error{StatusCode: resp.StatusCode, Header: resp.Header, Body: body, Request: req}
}

// An errorCase is what errors of a status carry: 404, 4XX, or default for the rest.
// is points at nothing and has the type.
type errorCase struct {
	status string
	is     any
}

// readDetail reads the body as the nearest of the cases says.
func (e *Error) readDetail(cases []errorCase) {
	code := strconv.Itoa(e.StatusCode)
	for _, status := range []string{code, code[:1] + "XX", "default"} {
		for _, c := range cases {
			if c.status != status {
				continue
			}
			v := reflect.New(reflect.TypeOf(c.is).Elem()).Interface()
			if json.Valid(e.Body) && decodeValue(e.Body, v) == nil {
				e.Detail = v
			}
			return
		}
	}
}

// Error is the request line, the status and the beginning of the body, without
// what may carry a credential.
func (e *Error) Error() string {
	if e == nil {
		return "no error"
	}
	status := strings.TrimSpace(fmt.Sprintf("%d %s", e.StatusCode, http.StatusText(e.StatusCode)))
	if e.StatusCode >= 200 && e.StatusCode <= 299 {
		status = "error in the stream"
	}
	piece := string(e.Body)
	text := status
	if e.Request != nil && e.Request.URL != nil {
		text = fmt.Sprintf("%s %s: %s", e.Request.Method, withoutSecrets(e.Request.URL), status)
		piece = withoutCredentials(piece, e.Request)
	}
	if piece = oneLine(piece[:min(len(piece), 4*maxPiece)]); piece != "" {
		text += ": " + piece
	}
	return text
}

// maxPiece is how much of a body a message quotes, in bytes.
const maxPiece = 500

// oneLine is the beginning of a text, made fit for a line of a log.
func oneLine(text string) string {
	text = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || r == utf8.RuneError {
			return ' '
		}
		return r
	}, text)
	text = strings.Join(strings.Fields(text), " ")
	if len(text) > maxPiece {
		cut := maxPiece
		for !utf8.RuneStart(text[cut]) {
			cut--
		}
		text = text[:cut] + "…"
	}
	return text
}

// Decode reads the body as JSON into the value that v points at.
func (e *Error) Decode(v any) error { return json.Unmarshal(e.Body, v) }
