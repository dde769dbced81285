// Package page turns the text of one file into headings, paragraphs, list items
// and fences with byte offsets. It is the only user of goldmark and knows
// nothing of APIs or dialects.
//
// It is not part of the compatibility promise.
package page

import (
	"bytes"
	"strings"
	"unicode/utf8"
)

// A Fault is what keeps a file from being read as Markdown, or what had to be
// repaired before it could be.
type Fault int

// The faults of a file's text.
const (
	FaultNone   Fault = iota
	FaultBinary       // NUL bytes: no text at all
	FaultHTML         // an HTML document under a Markdown name
	FaultUTF8         // invalid UTF-8, replaced by U+FFFD
)

var (
	bom     = []byte("\xef\xbb\xbf")
	htmlTag = [][]byte{[]byte("<!doctype html"), []byte("<html")}
)

// Clean makes text fit for reading: no byte order mark, LF line ends, valid
// UTF-8. The input is returned unchanged, not copied, where it is fit already.
// at is the offset of the first faulty byte in text as it came.
func Clean(text []byte) (clean []byte, fault Fault, at int) {
	if i := bytes.IndexByte(text, 0); i >= 0 {
		return nil, FaultBinary, i
	}
	text = bytes.TrimPrefix(text, bom)
	if isHTML(text) {
		return nil, FaultHTML, 0
	}
	if bytes.IndexByte(text, '\r') >= 0 {
		text = bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n"))
		text = bytes.ReplaceAll(text, []byte("\r"), []byte("\n"))
	}
	if !utf8.Valid(text) {
		at := firstInvalid(text)
		return bytes.ToValidUTF8(text, []byte("\uFFFD")), FaultUTF8, at
	}
	return text, FaultNone, 0
}

func isHTML(text []byte) bool {
	head := skipComments(text[:min(len(text), 4096)])
	for _, tag := range htmlTag {
		if len(head) >= len(tag) && bytes.EqualFold(head[:len(tag)], tag) {
			return true
		}
	}
	return false
}

// skipComments returns what follows the blank space and the comments at the
// start of a document.
func skipComments(text []byte) []byte {
	for {
		text = bytes.TrimLeft(text, " \t\r\n")
		rest, ok := bytes.CutPrefix(text, []byte("<!--"))
		if !ok {
			return text
		}
		_, after, ok := bytes.Cut(rest, []byte("-->"))
		if !ok {
			return text
		}
		text = after
	}
}

func firstInvalid(text []byte) int {
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRune(text[i:])
		if r == utf8.RuneError && n == 1 {
			return i
		}
		i += n
	}
	return len(text)
}

// A Front is the front matter of a page.
type Front struct {
	Title, URL string
	// Fields holds every key, also those without a member of their own.
	Fields map[string]string
	// End is the offset of the first byte after the closing rule; 0 where the
	// page has no front matter.
	End int
}

// ReadFront reads the front matter that pages start with: flat `key: value` lines, or members of JSON,
// between two `---` rules, or `key = value` lines between two `+++` rules.
func ReadFront(text []byte) Front {
	for _, style := range []struct{ rule, sign string }{{"---\n", ":"}, {"+++\n", "="}} {
		rest, ok := bytes.CutPrefix(text, []byte(style.rule))
		if !ok {
			continue
		}
		end := bytes.Index(rest, []byte("\n"+style.rule))
		if end < 0 {
			return Front{}
		}
		f := Front{Fields: map[string]string{}, End: len(style.rule) + end + len("\n"+style.rule)}
		for line := range bytes.Lines(rest[:end]) {
			f.add(line, style.sign)
		}
		f.Title, f.URL = f.Fields["title"], f.Fields["url"]
		return f
	}
	return Front{}
}

// add notes what a line of the front matter says.
func (f *Front) add(line []byte, sign string) {
	key, value, ok := bytes.Cut(line, []byte(sign))
	if !ok {
		return
	}
	name, said := string(bytes.TrimSpace(key)), string(bytes.TrimSpace(value))
	if member := unquote(name); member != name {
		name, said = member, strings.TrimSuffix(said, ",") // "title": "Boats",
	}
	f.Fields[name] = unquote(said)
}

func unquote(s string) string {
	if n := len(s); n >= 2 && (s[0] == '"' || s[0] == '\'') && s[n-1] == s[0] {
		return s[1 : n-1]
	}
	return s
}
