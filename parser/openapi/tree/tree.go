// Package tree reads the text of JSON and YAML documents into nodes that know
// their places, within bounds: no text, however it is made, gives a tree that takes
// more than time and memory in step with its bytes to walk.
//
// Nodes are those of go.yaml.in/yaml/v3, for JSON too. Aliases and merge keys
// are resolved: nodes may be shared, and never contain themselves.
//
// It is not part of the compatibility promise.
package tree

import (
	"bytes"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/docgen-go/docgen/model/source"
)

// The bounds of one text.
const (
	// MaxDepth is how deep nodes may stand in each other.
	MaxDepth = 1000
	// maxShared is how many nodes a walk may meet for each node that the text has,
	// where aliases share nodes, and freeShared how many it may in any case.
	maxShared, freeShared = 16, 20_000
)

// A Problem is something wrong with a text, at offsets of its file.
type Problem struct {
	Start, End    int
	Message, Help string
	// Broken says that nothing was read from Start to End. Otherwise all was, but
	// for what Message names.
	Broken bool
}

// Parse reads the documents of file.Text[start:end]: JSON values, or YAML documents
// between lines "---". Of what is broken it returns what stands before.
//
// Each node carries in Line the number that the caller gives the file, and in
// Column the offset in the file where the node stands, for [Files.Position]. Where
// the text is indented, as in a list item, lines have up to so many spaces before
// what belongs to them.
func Parse(file *source.File, number, start, end, indent int) ([]*yaml.Node, []Problem) {
	p := &parser{file: file, number: number, start: start, end: end}
	body := bytes.TrimLeft(file.Text[start:end], " \t\n")
	if !opensJSON(body) {
		docs, _ := p.yaml(indent)
		return docs, p.problems
	}
	docs, failed := p.json(end - len(body))
	if failed == nil {
		return docs, p.problems
	}
	// YAML forgives some of what JSON does not, such as a comma too many. What it would
	// take for words are comments of other languages.
	strict := p.problems
	p.problems = nil
	if lenient, fine := p.yaml(indent); fine && !slices.ContainsFunc(lenient, hasComment) {
		failed.Broken = false
		failed.End = failed.Start + 1
		failed.Message += "; it was read as YAML"
		return lenient, append(p.problems, *failed)
	}
	return docs, append(strict, *failed)
}

// opensJSON reports whether a text begins as JSON does, and not as a mapping of YAML
// in braces, whose keys need no quotes.
func opensJSON(text []byte) bool {
	if len(text) == 0 || text[0] != '{' && text[0] != '[' {
		return false
	}
	rest := bytes.TrimLeft(text[1:], " \t\n")
	return len(rest) == 0 || text[0] == '[' || rest[0] == '"' || rest[0] == '}'
}

// hasComment reports whether a word below a node is what other languages begin a
// comment with.
func hasComment(n *yaml.Node) bool {
	if n.Kind == yaml.ScalarNode {
		return n.Style == 0 && (strings.HasPrefix(n.Value, "//") || strings.HasPrefix(n.Value, "/*"))
	}
	return slices.ContainsFunc(n.Content, hasComment)
}

// A parser reads one stretch of a file.
type parser struct {
	file       *source.File
	number     int
	start, end int
	problems   []Problem
}

func (p *parser) problem(start, end int, message, help string) {
	p.problems = append(p.problems, Problem{Start: start, End: end, Message: message, Help: help})
}

// Files are the files of nodes, by the numbers that they were parsed with.
type Files []*source.File

// Position returns where a node stands: a scalar as a whole, a mapping or a list by
// its first line. It returns the zero Span for a node that no file has.
func (f Files) Position(n *yaml.Node) source.Span {
	if n == nil || n.Line < 0 || n.Line >= len(f) || f[n.Line] == nil {
		return source.Span{}
	}
	file := f[n.Line]
	start := min(max(n.Column, 0), len(file.Text))
	return file.Span(start, start+width(n, file.Text[start:]))
}

// maxWidth is how much is looked at beside what a scalar says: a document may stand on
// one line.
const maxWidth = 1 << 10

// width is how many bytes of the text a node takes on its first line.
func width(n *yaml.Node, text []byte) int {
	text = text[:min(len(text), len(n.Value)+maxWidth)]
	if line := bytes.IndexByte(text, '\n'); line >= 0 {
		text = text[:line]
	}
	if n.Kind == yaml.ScalarNode && bytes.HasPrefix(text, []byte(n.Value)) {
		return len(n.Value)
	}
	if n.Kind == yaml.ScalarNode && len(text) > 0 && (text[0] == '"' || text[0] == '\'') {
		return quoted(text)
	}
	return len(bytes.TrimRight(text, " "))
}

// quoted is the width of the quoted scalar that a line begins with.
func quoted(text []byte) int {
	mark := text[0]
	for i := 1; i < len(text); i++ {
		switch {
		case text[i] == '\\' && mark == '"':
			i++
		case text[i] == mark && i+1 < len(text) && text[i+1] == mark && mark == '\'':
			i++
		case text[i] == mark:
			return i + 1
		}
	}
	return len(text)
}
