package report

import (
	"bytes"
	"io"
	"strings"
	"unicode/utf8"
)

// A wrapper is a writer that breaks lines between words where they are wider than a
// terminal. What goes on stands further in than where the line begins.
type wrapper struct {
	w     io.Writer
	width int // in columns; 0 breaks nothing
	line  []byte
}

// Write takes whole lines and parts of them; a line is written when it ends.
func (w *wrapper) Write(text []byte) (int, error) {
	if w.width == 0 {
		return w.w.Write(text)
	}
	for rest := text; len(rest) > 0; {
		end := bytes.IndexByte(rest, '\n')
		if end < 0 {
			w.line = append(w.line, rest...)
			break
		}
		line := wrapped(string(append(w.line, rest[:end]...)), w.width)
		w.line, rest = w.line[:0], rest[end+1:]
		if _, err := io.WriteString(w.w, line+"\n"); err != nil {
			return 0, err
		}
	}
	return len(text), nil
}

// further is how far in the rest of a line stands.
const further = "  "

// wrapped is a line broken between words. A word that is wider than the width stays whole,
// because somebody may copy it.
func wrapped(line string, width int) string {
	if columns(line) <= width {
		return line
	}
	text := strings.TrimLeft(line, " ")
	indent := line[:len(line)-len(text)] + further
	if len(indent) > width/2 {
		indent = further
	}
	var b strings.Builder
	b.WriteString(line[:len(line)-len(text)])
	at, first := len(line)-len(text), true
	for word := range strings.SplitSeq(text, " ") {
		wide := columns(word)
		switch {
		case first:
		case at+1+wide > width:
			b.WriteString("\n" + indent)
			at = len(indent)
		default:
			b.WriteByte(' ')
			at++
		}
		b.WriteString(word)
		at, first = at+wide, false
	}
	return b.String()
}

// columns is how wide a text is in a terminal: sequences of colors have no width, and
// characters of scripts with wide ones have two columns.
func columns(text string) int {
	n := 0
	for len(text) > 0 {
		if strings.HasPrefix(text, "\x1b[") {
			if end := strings.IndexByte(text, 'm'); end >= 0 {
				text = text[end+1:]
				continue
			}
		}
		r, size := utf8.DecodeRuneInString(text)
		text = text[size:]
		n++
		if r >= 0x1100 && r <= 0x115F || r >= 0x2E80 && r <= 0xA4CF || r >= 0xAC00 && r <= 0xD7A3 || r >= 0xF900 && r <= 0xFAFF || r >= 0xFE30 && r <= 0xFE6F || r >= 0xFF00 && r <= 0xFF60 || r >= 0x1F300 && r <= 0x1FAFF {
			n++
		}
	}
	return n
}
