package config

import (
	"bytes"
	"errors"
	"io"

	"go.yaml.in/yaml/v3"
)

// ParseList fills in entries from a YAML file that is a list of them, such as an ignore file, and
// returns the line of each. into is a pointer to a slice of pointers to structs; a file without
// content is a list without entries. The error is Faults: every one there is, each with its line
// and column.
func ParseList(name string, text []byte, into any) (lines []int, err error) {
	d := decoder{file: name, scalars: true}
	y := yaml.NewDecoder(bytes.NewReader(text))
	var first yaml.Node
	if err := y.Decode(&first); errors.Is(err, io.EOF) {
		return nil, nil
	}
	root, err := d.document(text)
	if err != nil {
		return nil, err
	}
	if root = meant(root); root.Kind == yaml.ScalarNode && root.Tag == "!!null" {
		return nil, nil
	}
	d.decode(root, into)
	if err := d.faults.Err(); err != nil {
		return nil, err
	}
	for _, entry := range root.Content {
		lines = append(lines, entry.Line)
	}
	return lines, nil
}
