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

// A streamFault is a text that is no stream of events, or only a part of one.
type streamFault struct{ why string }

func (f *streamFault) Error() string { return f.why }

// next returns the next event that has data. The text of a fault is the data of
// the message that comes with it: an event that the end of the stream cuts off,
// or lines of which none is a field, such as those of a page for people.
func (e *eventReader) next() (message, error) {
	var m message
	var b block
	for {
		line, err := e.line()
		if len(line) > 0 && (err == nil || err == io.EOF) {
			if len(m.data)+len(line) > maxStreamValue {
				return message{}, errTooLong
			}
			e.field(&m, &b, line)
		}
		switch {
		case err == io.EOF && b.hasData && string(bytes.TrimSpace(m.data)) == "[DONE]":
			return e.finish(m), nil
		case err == io.EOF && (b.hasData || m.name != ""):
			return message{data: m.data}, &streamFault{"the stream ends inside an event"}
		case err != nil && err != io.EOF:
			return message{}, err
		case (err == io.EOF || len(line) == 0) && b.strange != nil && !b.hasField:
			return message{data: b.strange}, &streamFault{"the stream has lines that are of no event"}
		case err == io.EOF:
			return message{}, io.EOF
		case len(line) == 0 && b.hasData:
			return e.finish(m), nil
		case len(line) == 0:
			m, b = message{}, block{}
		}
	}
}

// A block is what there is between two empty lines.
type block struct {
	hasField, hasData bool
	strange           []byte // the beginning of the lines that are no field
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

// field adds one line to an event. Comments and unknown fields add nothing.
func (e *eventReader) field(m *message, b *block, line []byte) {
	name, value, _ := bytes.Cut(line, []byte(":"))
	value = bytes.TrimPrefix(value, []byte(" "))
	known := true
	switch string(name) {
	case "event":
		m.name = string(value)
	case "data":
		m.data = append(append(m.data, value...), '\n')
		b.hasData = true
	case "id":
		if bytes.IndexByte(value, 0) < 0 {
			e.id = string(value)
		}
	case "retry":
		e.setRetry(string(value))
	case "": // a comment
	default:
		known = false
		if room := maxErrorBody - len(b.strange); room > 0 {
			b.strange = append(append(b.strange, line[:min(len(line), room)]...), '\n')
		}
	}
	b.hasField = b.hasField || known
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
