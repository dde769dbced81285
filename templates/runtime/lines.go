package runtime

import (
	"bufio"
	"bytes"
	"errors"
	"io"
)

// maxStreamValue bounds one value of a stream, in bytes, so that a server
// cannot fill the memory of its clients.
const maxStreamValue = 64 << 20

var errTooLong = errors.New("a value of the stream is larger than 64 MiB")

// A lineReader cuts text into lines.
type lineReader struct {
	r       *bufio.Reader
	ends    string // the characters that end a line; CR LF counts once
	buf     []byte
	afterCR bool
}

// next returns a line without its end, which holds until the next call. At the
// end of the text it returns what is left, and io.EOF.
func (l *lineReader) next() ([]byte, error) {
	l.buf = l.buf[:0]
	for {
		if _, err := l.r.Peek(1); err != nil {
			return l.buf, err
		}
		chunk, _ := l.r.Peek(l.r.Buffered()) // cannot fail: it is there already
		if l.afterCR && chunk[0] == '\n' {
			chunk = chunk[1:]
			_, _ = l.r.Discard(1)
		}
		l.afterCR = false
		end := bytes.IndexAny(chunk, l.ends)
		if end < 0 {
			end = len(chunk)
		}
		if len(l.buf)+end > maxStreamValue {
			return nil, errTooLong
		}
		l.buf = append(l.buf, chunk[:end]...)
		if end < len(chunk) {
			l.afterCR = chunk[end] == '\r'
			_, _ = l.r.Discard(end + 1)
			return l.buf, nil
		}
		_, _ = l.r.Discard(end)
	}
}

// A guess goes by the first character of a response whose header does not say
// what it is: no line of an event begins like JSON.
type guess struct {
	r *bufio.Reader
	messages
}

func newGuess(r io.Reader) messages { return &guess{r: bufio.NewReader(r)} }

func (g *guess) next() (message, error) {
	if g.messages == nil {
		g.messages = newEventReader(g.r)
		if first, _ := g.r.Peek(1); len(first) > 0 && (first[0] == '{' || first[0] == '[') {
			g.messages = newJSONLines(g.r)
		}
	}
	return g.messages.next()
}

// jsonLines reads a value from each line that is not empty.
type jsonLines struct{ lines lineReader }

func newJSONLines(r io.Reader) messages {
	return &jsonLines{lineReader{r: bufio.NewReader(r), ends: "\n"}}
}

func (j *jsonLines) next() (message, error) {
	for {
		line, err := j.lines.next()
		if line = bytes.TrimSpace(line); len(line) > 0 && (err == nil || err == io.EOF) {
			return message{data: bytes.Clone(line)}, nil
		}
		if err != nil {
			return message{}, err
		}
	}
}
