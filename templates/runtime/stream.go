package runtime

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"mime"
	"net/http"
	"reflect"
	"slices"
	"sync/atomic"
	"time"
)

// A Stream is a response that arrives value by value. Read it with All in one
// goroutine; Close may be called from any. It ends early when the context of
// the call that returned it is done.
type Stream[T any] struct {
	ctx      context.Context
	call     string // for errors
	response *http.Response
	messages messages
	id       string
	retry    time.Duration
	config   *config
	closed   atomic.Bool
	skipped  skipped
}

// All gives the values in the order in which they arrive. After an error there
// are no more; an event of the name "error", or with a member "error" that its
// type does not have, becomes an *Error, and so does what is no JSON. JSON that is
// of another kind than T is left out in an event with a name, and null in any:
// Misfits of the stream has them. The stream is closed when the loop ends, so it
// can be read once.
func (s *Stream[T]) All() iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		defer s.Close()
		for {
			v, err := s.next()
			if err == io.EOF || !yield(v, err) || err != nil {
				return
			}
		}
	}
}

// Close ends the stream and frees its connection. A stream that was read with
// All is closed already.
func (s *Stream[T]) Close() error {
	if s.closed.Swap(true) {
		return nil
	}
	return s.response.Body.Close()
}

// LastEventID is the ID that the server gave last, to continue there with
// another call. It is empty where the server gives none.
func (s *Stream[T]) LastEventID() string { return s.id }

// Retry is how long the server asks to wait before another call continues the
// stream, or 0 where it does not ask. A Stream does not call again by itself.
func (s *Stream[T]) Retry() time.Duration { return s.retry }

// next decodes the next message, and returns io.EOF after the last.
func (s *Stream[T]) next() (T, error) {
	var none T
	for {
		m, err := s.message()
		if err != nil {
			return none, err
		}
		var v T
		read, err := readMessage(m, &v, s.response, s.config, &s.skipped)
		if err != nil {
			return none, err
		}
		if read {
			return v, nil
		}
	}
}

// readMessage reads a message into what into points at, and reports whether it is
// a value at all. It is not generic, so that it is compiled once.
func readMessage(m message, into any, resp *http.Response, c *config, left *skipped) (bool, error) {
	data := bytes.TrimSpace(m.data)
	switch {
	case m.name == "error":
		return false, errorIn(resp, data, nil)
	case string(data) == "[DONE]":
		return false, io.EOF
	case len(data) == 0:
		return false, nil
	case !json.Valid(data):
		return false, errorIn(resp, data, errors.New("a message of the stream is not JSON"))
	}
	err := decodeValue(data, into)
	if tellsOfError(data, into) {
		return false, errorIn(resp, data, nil)
	}
	if !c.strict && (err == errNull || err != nil && m.name != "") {
		// An event with a name whose data is something else altogether is one that
		// was invented after this package.
		one := Misfit{"$", codecOf(reflect.TypeOf(into).Elem()).due(), bytes.Clone(data)}
		c.tell(one)
		if err = left.add(one); err == nil {
			return false, nil
		}
	}
	if err == nil {
		err = c.check(into)
	}
	if err != nil {
		return false, errorIn(resp, data, fmt.Errorf("decode the stream: %w", err))
	}
	return true, nil
}

// skipped are the messages of a stream that were left out.
type skipped struct {
	all  []Misfit
	size int // of about all, in bytes
}

// add keeps a message, as long as all of them are not more than a caller looks at.
func (s *skipped) add(m Misfit) error {
	if s.size += len(m.Found) + int(reflect.TypeOf(m).Size()); s.size > maxErrorBody {
		return fmt.Errorf("more than %d bytes are left out: %s", maxErrorBody, m)
	}
	s.all = append(s.all, m)
	return nil
}

func (s *Stream[T]) leftOut() []Misfit {
	if s == nil {
		return nil
	}
	return slices.Clone(s.skipped.all)
}

// tellsOfError reports whether a message has a member "error" that the value does
// not know.
func tellsOfError(data []byte, into any) bool {
	raw := membersOf(data)["error"]
	if kind := kindOf(raw); kind&(kindObject|kindString) == 0 || kind == kindString && len(raw) == 2 {
		return false
	}
	v := reflect.ValueOf(into).Elem()
	for inner, wraps := unwrap(v); wraps && inner.IsValid(); inner, wraps = unwrap(v) {
		v = inner
	}
	c := codecOf(v.Type())
	c.once.Do(c.make)
	if c.object != nil {
		_, isKnown := c.object.byName["error"]
		return !isKnown
	}
	return c.of.Kind() != reflect.Map
}

func (s *Stream[T]) message() (message, error) {
	if err := s.ctx.Err(); err != nil {
		return message{}, fmt.Errorf("%s: read stream: %w", s.call, err)
	}
	if s.closed.Load() {
		return message{}, io.EOF
	}
	m, err := s.messages.next()
	switch {
	case err == io.EOF || err != nil && s.closed.Load():
		return message{}, io.EOF
	case err != nil:
		return message{}, s.broken(m, err)
	}
	s.id, s.retry = m.id, m.retry
	return m, nil
}

// broken is the error of a stream that cannot be read on: with the response where
// it says something else than it should.
func (s *Stream[T]) broken(m message, err error) error {
	if fault := (*streamFault)(nil); errors.As(err, &fault) {
		return errorIn(s.response, m.data, err)
	}
	return fmt.Errorf("%s: read stream: %w", s.call, err)
}

// sendEvents sends r and returns its response as a stream of server-sent
// events, or of JSON where the response turns out to be that.
func sendEvents[T any](ctx context.Context, t *transport, r *request, opts []Option) (*Stream[T], error) {
	return openStream[T](ctx, t, r, opts, "text/event-stream, application/x-jsonl;q=0.9, */*;q=0.8", newGuess)
}

// sendLines sends r and returns its response as a stream of JSON, one value on
// each line.
func sendLines[T any](ctx context.Context, t *transport, r *request, opts []Option) (*Stream[T], error) {
	return openStream[T](ctx, t, r, opts, "application/x-jsonl, application/jsonl;q=0.9, */*;q=0.8", newJSONLines)
}

// openStream reads what the response says it is, and else what was expected.
func openStream[T any](ctx context.Context, t *transport, r *request, opts []Option, accept string, reader func(io.Reader) messages) (*Stream[T], error) {
	setDefault(r.header, "Accept", accept)
	r.pieces = true
	resp, err := t.do(ctx, r, opts)
	if err != nil {
		return nil, err
	}
	switch media, _, _ := mime.ParseMediaType(resp.Header.Get("Content-Type")); media {
	case "text/event-stream":
		reader = newEventReader
	case "application/jsonl", "application/x-jsonl", "application/x-ndjson", "application/jsonlines":
		reader = newJSONLines
	case "text/html", "application/xhtml+xml":
		defer resp.Body.Close()
		body, _ := io.ReadAll(io.LimitReader(resp.Body, maxErrorBody)) // what there is says enough
		return nil, errorIn(resp, body, errors.New("the response is HTML, where a stream is due"))
	}
	return &Stream[T]{
		ctx: ctx, call: r.verb + " " + r.path, response: resp, messages: reader(resp.Body),
		config: t.config.with(opts),
	}, nil
}
