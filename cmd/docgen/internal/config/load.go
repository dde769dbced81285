package config

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/docgen-go/docgen/model/source"
)

// ErrNotFound means that no folder from the given one upwards has the file.
var ErrNotFound = errors.New("no " + FileName + " in this folder or above")

// maxBytes is a thousand times what people write by hand.
const maxBytes = 1 << 20

// Find is the nearest file from a folder upwards, or ErrNotFound.
func Find(dir string) (string, error) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return "", err
	}
	for {
		name := filepath.Join(dir, FileName)
		if info, err := os.Stat(name); err == nil && info.Mode().IsRegular() {
			return name, nil
		}
		above := filepath.Dir(dir)
		if above == dir {
			return "", ErrNotFound
		}
		dir = above
	}
}

// Load reads a file. The error is Faults where the content is wrong.
func Load(name string) (*File, error) {
	info, err := os.Stat(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, fmt.Errorf("%s: no such file; check the path", name)
	case err != nil:
		return nil, err
	case info.Size() > maxBytes:
		return nil, fmt.Errorf("%s: %d bytes are more than the limit of %d", name, info.Size(), maxBytes)
	}
	text, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	return Parse(name, text)
}

// Parse reads the text of a file. The error is Faults: every one there is,
// each with its line and column.
func Parse(name string, text []byte) (*File, error) {
	d := decoder{file: filepath.ToSlash(name)}
	file := &File{Path: name}
	root, err := d.document(text)
	if err != nil {
		return nil, err
	}
	d.decode(root, file)
	if len(d.faults) == 0 {
		d.check(file, root)
	}
	if err := d.faults.Err(); err != nil {
		return nil, err
	}
	return file, nil
}

// document is the root of the one YAML document of the text.
func (d *decoder) document(text []byte) (*yaml.Node, error) {
	y := yaml.NewDecoder(bytes.NewReader(text))
	var doc, more yaml.Node
	if err := y.Decode(&doc); errors.Is(err, io.EOF) {
		return nil, Faults{{d.span(1, 1), `the file is empty; "docgen init" writes one to start from`}}
	} else if err != nil {
		return nil, d.syntax(err)
	}
	if err := y.Decode(&more); err == nil {
		return nil, Faults{{d.at(&more), "a second document; one file describes all targets"}}
	} else if !errors.Is(err, io.EOF) {
		return nil, d.syntax(err)
	}
	return doc.Content[0], nil
}

var yamlLine = regexp.MustCompile(`^yaml: line (\d+): (.*)$`)

// syntax gives an error of the YAML library the form of the others.
func (d *decoder) syntax(err error) error {
	line, message := 1, "this is not YAML: "+strings.TrimPrefix(err.Error(), "yaml: ")
	if m := yamlLine.FindStringSubmatch(err.Error()); m != nil {
		line, _ = strconv.Atoi(m[1])
		message = "this is not YAML: " + m[2]
	}
	return Faults{{d.span(line, 1), message}}
}

func (d *decoder) span(line, column int) source.Span {
	return source.Span{File: d.file, Start: source.Pos{Line: int32(line), Column: int32(column)}}
}

func (d *decoder) at(n *yaml.Node) source.Span { return d.span(n.Line, n.Column) }
