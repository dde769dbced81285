package tree

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"
)

// yaml reads the YAML documents of the stretch; fine says that all could be read.
func (p *parser) yaml(indent int) (docs []*yaml.Node, fine bool) {
	lines := newLines(p.file.Text, p.start, p.end, indent)
	d := yaml.NewDecoder(bytes.NewReader(lines.text))
	at := p.start
	for {
		var doc yaml.Node
		err := decode(d, &doc)
		if errors.Is(err, io.EOF) {
			return docs, true
		}
		if err != nil {
			p.yamlProblem(lines, at, err)
			return docs, false
		}
		if len(doc.Content) == 0 {
			continue
		}
		at = lines.offset(doc.Line, doc.Column)
		r := &resolver{p: p, lines: lines, anchors: map[*yaml.Node]int{}}
		root, fault := r.document(doc.Content[0])
		if fault != nil {
			p.problems = append(p.problems, Problem{Start: fault.at, End: p.end, Broken: true, Message: fault.message, Help: fault.help})
			return docs, false
		}
		docs = append(docs, root)
	}
}

// decode reads the next document. The library panics on some texts instead of
// giving an error.
func decode(d *yaml.Decoder, doc *yaml.Node) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("%v", r)
		}
	}()
	return d.Decode(doc)
}

var yamlLine = regexp.MustCompile(`line (\d+): `)

// yamlProblem notes what the library says. Everything from the document that it
// is about on is lost; it says itself where it stopped.
func (p *parser) yamlProblem(lines *lines, from int, err error) {
	message, at := strings.TrimPrefix(err.Error(), "yaml: "), from
	if m := yamlLine.FindStringSubmatch(message); m != nil {
		if n, err := strconv.Atoi(m[1]); err == nil {
			at = lines.offset(n, 1)
			message = strings.Replace(message, m[0], "", 1)
		}
	}
	p.problems = append(p.problems, Problem{Start: at, End: p.end, Broken: true, Message: "this is no YAML: " + message})
}

// lines tells the offsets in a file of places in a text without the indentation
// that all of its lines have.
type lines struct {
	file []byte
	text []byte
	// starts are the offsets in the file where the lines of the text begin.
	starts []int
	// last is the place that was asked for last: places on a long line come in
	// their order.
	last struct{ line, column, offset int }
}

func newLines(file []byte, start, end, indent int) *lines {
	l := &lines{file: file[:end], text: file[start:end]}
	if indent > 0 {
		l.text = make([]byte, 0, end-start)
	}
	for i := start; i < end; {
		next := end
		if n := bytes.IndexByte(file[i:end], '\n'); n >= 0 {
			next = i + n + 1
		}
		cut := 0
		for cut < indent && i+cut < next && file[i+cut] == ' ' {
			cut++
		}
		l.starts = append(l.starts, i+cut)
		if indent > 0 {
			l.text = append(l.text, file[i+cut:next]...)
		}
		i = next
	}
	return l
}

// offset is where in the file a line and a column in characters are, both from 1.
func (l *lines) offset(line, column int) int {
	if len(l.starts) == 0 {
		return len(l.file)
	}
	line = min(max(line, 1), len(l.starts))
	if l.last.line != line || l.last.column > column {
		l.last.line, l.last.column, l.last.offset = line, 1, l.starts[line-1]
	}
	for l.last.column < column && l.last.offset < len(l.file) {
		_, n := utf8.DecodeRune(l.file[l.last.offset:])
		l.last.offset += n
		l.last.column++
	}
	return l.last.offset
}
