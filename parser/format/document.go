package format

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"path"
	"strings"

	"github.com/docgen-go/docgen/parser/prefilter"
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
var version = prefilter.MustCompile(`(?m)^["']?paths["']?[ \t]*:[ \t]*\n(?:[ \t]*(?:#.*)?\n)*[ \t]+["']?/|(?m)^["']?(?:openapi|swagger|asyncapi)["']?[ \t]*:|[{,]\s*"(?:openapi|swagger|asyncapi)"\s*:\s*"`)

// headBytes is how much of a file is looked at first.
const headBytes = 64 << 10

// saysVersion reports whether a file of the docs says of itself which description of
// an API it is. One that is larger than the limit is told by its beginning.
func (t *Tree) saysVersion(name string) (bool, error) {
	head, whole, err := t.head(name)
	if err != nil || whole && !version.Match(head) {
		return false, err
	}
	if isJSON(head) && whole {
		return hasVersion(head), nil
	}
	if !isJSON(head) && version.Match(head) {
		return true, nil
	}
	text, _, err := t.Read(nil, name)
	switch {
	case errors.Is(err, ErrTooLarge):
		return version.Match(head), nil
	case err != nil:
		return false, err
	case isJSON(head):
		return version.Match(text.Bytes) && hasVersion(text.Bytes), nil
	}
	return version.Match(text.Bytes), nil
}

// head returns the beginning of a file, and whether that is all of it.
func (t *Tree) head(name string) (head []byte, whole bool, err error) {
	f, err := t.docs.Open(name)
	if err != nil {
		return nil, false, err
	}
	head = make([]byte, headBytes)
	n, err := io.ReadFull(f, head)
	whole = errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF)
	if whole {
		err = nil
	}
	return head[:n], whole, errors.Join(err, f.Close())
}

func isJSON(text []byte) bool {
	return bytes.HasPrefix(bytes.TrimLeft(text, " \t\r\n\ufeff"), []byte("{"))
}

// hasVersion reports whether a JSON object has a version as a member of its own, and
// not within another member. What is broken JSON may have one.
func hasVersion(text []byte) bool {
	d := json.NewDecoder(bytes.NewReader(bytes.TrimPrefix(text, []byte("\ufeff"))))
	if _, err := d.Token(); err != nil {
		return true
	}
	for d.More() {
		key, err := d.Token()
		if err != nil {
			return true
		}
		switch key {
		case "openapi", "swagger", "asyncapi":
			return true
		}
		var value json.RawMessage
		if d.Decode(&value) != nil {
			return true
		}
	}
	return false
}

// ReadFile returns the text of any file of the docs, also of one that is no page.
func (t *Tree) ReadFile(name string) (*Text, error) {
	if !fs.ValidPath(name) || strings.ContainsAny(name, "\\\x00") {
		return nil, &fs.PathError{Op: "open", Path: name, Err: errors.New("it lies outside of the docs")}
	}
	text, _, err := t.Read(nil, name)
	return text, err
}
