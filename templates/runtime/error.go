package runtime

import (
	"bytes"
	"encoding/json"
	"errors"
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

// An Error is a response whose status is not one of success, an event of a stream
// that tells of an error, or a response of success that is not what it should be;
// the status is that of the response. Get it with errors.As.
type Error struct {
	StatusCode int
	Header     http.Header
	// Type, Code and Message are what the object of the error in the body says, or "":
	// the body, the member error or fault of it, or the first of errors. Type is a member
	// type, kind, error_type or status; Code is code or error_code, or error beside its
	// description; Message is message, detail, reason, error_description, description,
	// msg, title or error.
	Type, Code, Message string
	// Body is the content of the response, such as the text of an answer that is not
	// JSON, or what is wrong in a stream. Of a response whose status is not one of
	// success it is at most one mebibyte.
	Body []byte
	// Detail points at the body as the type that the API documents for the status, such
	// as *Problem. It is nil where there is none, or where the body does not fit it.
	Detail any
	// Request is what was sent. Its body has been read.
	Request *http.Request
	// Err is what is wrong with a response of success, and nil for others.
	Err error

	requestID string // in the body
}

// Unwrap returns Err.
func (e *Error) Unwrap() error {
	if e == nil {
		return nil
	}
	return e.Err
}

// RequestID is what the server calls the request, in a header or in the body, or ""
// where it gives it no name.
func (e *Error) RequestID() string {
	if e == nil {
		return ""
	}
	if id := requestID(e.Header); id != "" {
		return id
	}
	return e.requestID
}

// DetailOf is the Detail of the *Error in err as the type T, such as Problem, which the
// API documents for the status. It is not ok where there is no such detail.
func DetailOf[T any](err error) (detail *T, ok bool) {
	var e *Error
	if errors.As(err, &e) && e != nil {
		detail, ok = e.Detail.(*T)
	}
	return detail, ok
}

func requestID(h http.Header) string {
	for _, name := range []string{"X-Request-Id", "Request-Id", "X-Amzn-Requestid", "X-Correlation-Id"} {
		if id := h.Get(name); id != "" {
			return id
		}
	}
	return ""
}

// errorIn is an error about a response of success.
func errorIn(resp *http.Response, body []byte, err error) *Error {
	e := &Error{StatusCode: resp.StatusCode, Header: resp.Header, Body: bytes.Clone(body), Request: resp.Request, Err: err}
	e.readObject()
	return e
}

// newError reads and closes resp.
func newError(req *http.Request, resp *http.Response) *Error {
	defer resp.Body.Close()
	body, _ := io.ReadAll(io.LimitReader(resp.Body, maxErrorBody)) // what could be read says more than why the rest could not
	e := &Error{StatusCode: resp.StatusCode, Header: resp.Header, Body: body, Request: req}
	e.readObject()
	return e
}

// readObject finds the object of the error: the member error or fault of the body, the
// first of errors, or the body, which also has what the others lack.
func (e *Error) readObject() {
	body := bytes.TrimSpace(e.Body)
	if kindOf(body) != kindObject || !json.Valid(body) {
		return
	}
	outer := membersOf(body)
	inner := outer
	var list []json.RawMessage
	_ = json.Unmarshal(outer["errors"], &list) // what is no list has no first
	for _, raw := range append([]json.RawMessage{outer["error"], outer["fault"]}, list...) {
		if kindOf(raw) == kindObject {
			inner = membersOf(raw)
			break
		}
	}
	first := func(kinds kind, names ...string) string {
		for _, members := range []map[string][]byte{inner, outer} {
			for _, name := range names {
				// An outer type that only says that this is an error says nothing.
				if raw := members[name]; kindOf(raw)&kinds != 0 && textOf(raw) != "" && (name != "type" || textOf(raw) != "error") {
					return textOf(raw)
				}
			}
		}
		return ""
	}
	e.Type = first(kindString|kindNumber, "type", "kind", "error_type")
	if e.Type == "" {
		e.Type = first(kindString, "status") // a number is that of the response
	}
	e.Code = first(kindString|kindNumber, "code", "error_code")
	e.Message = first(kindString|kindNumber, "message", "detail", "reason", "error_description", "description", "msg", "title", "error")
	if described := first(kindString, "error_description", "message", "description"); e.Code == "" && described != "" {
		e.Code = first(kindString, "error")
	}
	e.requestID = first(kindString, "request_id", "requestId", "trace_id")
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
	text, piece := e.status(), string(e.Body)
	hide := func(text string) string { return text }
	if e.Request != nil && e.Request.URL != nil {
		text = e.Request.Method + " " + withoutSecrets(e.Request.URL) + ": " + text
		hide = func(text string) string { return withoutCredentials(text, e.Request) }
	}
	if id := e.RequestID(); id != "" {
		text += " (request " + oneLine(id) + ")"
	}
	if e.Err != nil {
		text += ": " + oneLine(hide(e.Err.Error()))
	}
	if piece = oneLine(hide(piece[:min(len(piece), 4*maxPiece)])); piece != "" {
		text += ": " + piece
	}
	return text
}

// status is the status in words.
func (e *Error) status() string {
	if e.Err == nil && e.StatusCode >= 200 && e.StatusCode <= 299 {
		return "error in the stream"
	}
	return strings.TrimSpace(fmt.Sprintf("%d %s", e.StatusCode, http.StatusText(e.StatusCode)))
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
func (e *Error) Decode(v any) error {
	if e == nil {
		return errors.New("no error has no body")
	}
	return json.Unmarshal(e.Body, v)
}
