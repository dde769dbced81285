package runtime

import (
	"bufio"
	"bytes"
	"io"
	"math"
	"strconv"
	"time"
)

// A message is one value of a stream before it is decoded. What is not data
// only server-sent events have.
type message struct {
	name  string // "" where the server gives none
	data  []byte
	id    string
	retry time.Duration
}

// messages gives one message after the other, and io.EOF after the last.
type messages interface{ next() (message, error) }

// An eventReader reads server-sent events as the HTML standard interprets them.
type eventReader struct {
	lines lineReader
	begun bool
	id    string        // the last one, which stays for the events after it
	retry time.Duration // as the server asked for
}

func newEventReader(r io.Reader) messages {
	return &eventReader{lines: lineReader{r: bufio.NewReader(r), ends: "\r\n"}}
}

// next returns the next event that has data. An event that the end of the
// stream cuts off is dropped, as the standard demands.
func (e *eventReader) next() (message, error) {
	var m message
	complete := false
	for {
		line, err := e.line()
		if err != nil {
			return message{}, err
		}
		if len(line) == 0 {
			if complete {
				return e.finish(m), nil
			}
			m = message{}
			continue
		}
		if len(m.data)+len(line) > maxStreamValue {
			return message{}, errTooLong
		}
		complete = e.field(&m, line) || complete
	}
}

// line is the next line, without the byte order mark that a stream may begin with.
func (e *eventReader) line() ([]byte, error) {
	line, err := e.lines.next()
	if !e.begun {
		e.begun = true
		line = bytes.TrimPrefix(line, []byte("\ufeff"))
	}
	return line, err
}

// field adds one line to an event and reports whether it was data. Comments
// and unknown fields add nothing.
func (e *eventReader) field(m *message, line []byte) bool {
	name, value, _ := bytes.Cut(line, []byte(":"))
	value = bytes.TrimPrefix(value, []byte(" "))
	switch string(name) {
	case "event":
		m.name = string(value)
	case "data":
		m.data = append(append(m.data, value...), '\n')
		return true
	case "id":
		if bytes.IndexByte(value, 0) < 0 {
			e.id = string(value)
		}
	case "retry":
		e.setRetry(string(value))
	}
	return false
}

// setRetry takes digits only.
func (e *eventReader) setRetry(text string) {
	ms, err := strconv.ParseUint(text, 10, 63)
	if err == nil && ms <= math.MaxInt64/uint64(time.Millisecond) {
		e.retry = time.Duration(ms) * time.Millisecond
	}
}

func (e *eventReader) finish(m message) message {
	m.data = bytes.ToValidUTF8(bytes.TrimSuffix(m.data, []byte("\n")), []byte("\ufffd"))
	m.id, m.retry = e.id, e.retry
	return m
}
