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
	"sync/atomic"
	"time"
)

// A Stream is a response that arrives value by value. Read it with All in one
// goroutine; Close may be called from any. It ends early when the context of
// the call that returned it is done.
type Stream[T any] struct {
	ctx      context.Context
	call     string // for errors
	request  *http.Request
	response *http.Response
	messages messages
	id       string
	retry    time.Duration
	closed   atomic.Bool
}

// All gives the values in the order in which they arrive. After an error there
// are no more; an event of the name "error" becomes an *Error. The stream is
// closed when the loop ends, so it can be read once.
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
		switch {
		case m.name == "error":
			body := m.data[:min(len(m.data), maxErrorBody)]
			return none, &Error{StatusCode: s.response.StatusCode, Header: s.response.Header, Body: body, Request: s.request}
		case string(m.data) == "[DONE]":
			return none, io.EOF
		case len(bytes.TrimSpace(m.data)) == 0:
			continue
		}
		var v T
		if err = decodeMessage(m.data, &v); err == nil {
			return v, nil
		}
		if m.name == "" {
			return none, fmt.Errorf("%s: decode stream: %w", s.call, err)
		}
		// An event with a name whose data is something else altogether is one
		// that was invented after this package.
	}
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
		return message{}, fmt.Errorf("%s: read stream: %w", s.call, err)
	}
	s.id, s.retry = m.id, m.retry
	return m, nil
}

func decodeMessage(data []byte, into any) error {
	if data = bytes.TrimSpace(data); !json.Valid(data) {
		return fmt.Errorf("not JSON: %.80q", data)
	}
	if err := decodeValue(data, into); !errors.Is(err, errNull) {
		return err
	}
	return nil
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
	resp, err := t.do(ctx, r, opts)
	if err != nil {
		return nil, err
	}
	switch media, _, _ := mime.ParseMediaType(resp.Header.Get("Content-Type")); media {
	case "text/event-stream":
		reader = newEventReader
	case "application/jsonl", "application/x-jsonl", "application/x-ndjson", "application/jsonlines":
		reader = newJSONLines
	}
	return &Stream[T]{
		ctx: ctx, call: r.verb + " " + r.path, request: resp.Request, response: resp, messages: reader(resp.Body),
	}, nil
}
