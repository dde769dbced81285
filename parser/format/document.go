package format

import (
	"errors"
	"io"
	"io/fs"
	"path"
	"regexp"
	"strings"
)

// IsDocument reports whether a file can be a description of an API for programs, such
// as OpenAPI, by its name.
func IsDocument(name string) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".yaml", ".yml", ".json":
		return true
	}
	return false
}

// IsDocument reports whether the page is a document for programs and no Markdown.
func (p *Page) IsDocument() bool { return IsDocument(p.Path) }

// version finds the key that says what a document is: at the beginning of a line of
// YAML, or among the members of a JSON object; or paths of a fragment of one.
var version = regexp.MustCompile(`(?m)^["']?paths["']?[ \t]*:[ \t]*\n(?:[ \t]*(?:#.*)?\n)*[ \t]+["']?/|(?m)^["']?(?:openapi|swagger|asyncapi)["']?[ \t]*:|[{,]\s*"(?:openapi|swagger|asyncapi)"\s*:\s*"`)

// headBytes is how much of a file is looked at first.
const headBytes = 64 << 10

// saysVersion reports whether a file of the docs says of itself which description of
// an API it is. One that is larger than the limit is told by its beginning.
func (t *Tree) saysVersion(name string) (bool, error) {
	f, err := t.docs.Open(name)
	if err != nil {
		return false, err
	}
	head := make([]byte, headBytes)
	n, err := io.ReadFull(f, head)
	if closed := f.Close(); err == nil || errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		err = closed
	}
	if err != nil || n < headBytes || version.Match(head[:n]) {
		return err == nil && version.Match(head[:n]), err
	}
	text, _, err := t.Read(nil, name)
	if errors.Is(err, ErrTooLarge) {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	return version.Match(text.Bytes), nil
}

// ReadFile returns the text of any file of the docs, also of one that is no page.
func (t *Tree) ReadFile(name string) (*Text, error) {
	if !fs.ValidPath(name) {
		return nil, &fs.PathError{Op: "open", Path: name, Err: errors.New("it lies outside of the docs")}
	}
	text, _, err := t.Read(nil, name)
	return text, err
}
