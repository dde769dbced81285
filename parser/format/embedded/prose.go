package embedded

import (
	"bytes"
	"path"
	"regexp"
	"strings"

	"github.com/docgen-go/docgen/model/source"
	"github.com/docgen-go/docgen/parser/format"
	"github.com/docgen-go/docgen/parser/page"
	"github.com/docgen-go/docgen/parser/statement"
)

// A sample is a fence beside a definition, under a heading.
type sample struct {
	heading, language, text string
	span                    source.Span
}

// A section is the part of a page that documents the operations of one fence.
type section struct {
	start, end int
	title      string
	heading    int // where the title stands, or -1
}

// document gives the operations of each fence what the page says around it.
func (r *reading) document(examples []page.Fenced) {
	sections := r.sections()
	fragments := r.fragments
	for i, s := range sections {
		doc := r.prose(s)
		var samples []sample
		for len(examples) > 0 && examples[0].Start < s.end {
			if f := examples[0]; f.Start >= s.start {
				samples = append(samples, r.sample(f))
			}
			examples = examples[1:]
		}
		for len(fragments) > 0 && fragments[0].fence == i {
			for _, op := range fragments[0].operations {
				op.title, op.doc, op.samples = s.title, doc, samples
			}
			fragments = fragments[1:]
		}
	}
}

// label matches headings that announce a definition and name nothing.
var label = regexp.MustCompile(`(?i)^(open ?api|swagger|async ?api)( (definition|specification|spec|schema|document))?$`)

// sections returns for each fence with a definition what belongs to it: from the
// heading that names the operation to that of the next one. That is the last one
// above the fence, or where a heading of its own announces the definition, the first
// one, because the text between may have sections.
func (r *reading) sections() []section {
	headings := page.Outline(r.text, r.page.Front.End)
	out := make([]section, len(r.read))
	from := r.page.Front.End
	for i, f := range r.read {
		s := section{start: from, heading: -1}
		var names []page.Heading
		announced := false
		for len(headings) > 0 && headings[0].Start < f.Start {
			if h := headings[0]; h.Level > 0 && !isFurniture("# "+h.Title) {
				announced = label.MatchString(h.Title)
				if !announced {
					names = append(names, h)
				}
			}
			headings = headings[1:]
		}
		for len(headings) > 0 && headings[0].Start < f.End {
			headings = headings[1:]
		}
		if len(names) > 0 {
			h := names[len(names)-1]
			if announced {
				h = names[0]
			}
			s.start, s.heading, s.title = h.Start, h.Start, h.Title
		}
		if i > 0 {
			out[i-1].end = s.start
		}
		s.end = len(r.text)
		out[i], from = s, f.End
	}
	return out
}

// prose returns the paragraphs of a section without its title, without fences, and
// without what the host puts on every page.
func (r *reading) prose(s section) string {
	var out []string
	for _, b := range r.blocks(s.start, s.end) {
		level, heading := page.ATXHeading([]byte(b.text))
		if b.start != s.heading && !(level > 0 && label.MatchString(heading)) && !isFurniture(b.text) {
			out = append(out, unquoted(b.text))
		}
	}
	return strings.Join(out, "\n\n")
}

// A block is a paragraph or a heading of a page.
type block struct {
	start int
	text  string
}

// blocks are the stretches of lines that are no fences.
func (r *reading) blocks(from, end int) []block {
	var out []block
	start := from
	flush := func(to int) {
		if text := bytes.TrimSpace(r.text[start:to]); len(text) > 0 {
			out = append(out, block{start, string(text)})
		}
	}
	fences := page.Fences(r.text[:end], from)
	for i := from; i < end; {
		next := min(lineEnd(r.text, i)+1, end)
		line := r.text[i:next]
		level, _ := page.ATXHeading(line)
		switch {
		case len(fences) > 0 && i == fences[0].Start:
			flush(i)
			start, fences, next = fences[0].End, fences[1:], fences[0].End
		case len(bytes.TrimSpace(line)) == 0:
			flush(i)
			start = next
		case level > 0:
			flush(i)
			start = i
			flush(next)
			start = next
		}
		i = next
	}
	flush(end)
	return out
}

// isFurniture reports whether hosts put a block on every page: where the index of
// all pages is, and where the page is from.
func isFurniture(block string) bool {
	return strings.Contains(block, "llms.txt") && strings.Contains(block, "documentation index") || strings.HasPrefix(block, "# Source: ")
}

// unquoted takes the marks of a quote off a block that is one as a whole.
func unquoted(block string) string {
	lines := strings.Split(block, "\n")
	for i, line := range lines {
		rest, ok := strings.CutPrefix(line, ">")
		if !ok {
			return block
		}
		lines[i] = strings.TrimSpace(rest)
	}
	return strings.Join(lines, "\n")
}

// sample is a fence that holds no definition.
func (r *reading) sample(f page.Fenced) sample {
	language, _, _ := strings.Cut(f.Info, " ")
	return sample{
		heading: r.above(f.Start), language: strings.ToLower(language),
		text: strings.TrimSpace(dedent(string(r.text[f.Inner:f.InnerEnd]), f.Indent)), span: r.file.Span(f.Start, f.End),
	}
}

// above is the last line of text above an offset, without its marks.
func (r *reading) above(offset int) string {
	lines := bytes.Split(bytes.TrimRight(r.text[max(0, offset-300):offset], " \t\n"), []byte("\n"))
	return strings.Trim(string(lines[len(lines)-1]), "#*_:> ")
}

func dedent(text string, indent int) string {
	if indent == 0 {
		return text
	}
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		cut := 0
		for cut < min(indent, len(line)) && line[cut] == ' ' {
			cut++
		}
		lines[i] = line[cut:]
	}
	return strings.Join(lines, "\n")
}

// pointer notes the operation that the front matter names, with what the page says of
// it. What the operation is, the reader of the file says.
func (r *reading) pointer(docs *format.Tree, at pointer) {
	front := r.page.Front
	s := section{start: front.End, end: len(r.text), heading: -1, title: front.Title}
	for _, h := range page.Outline(r.text, front.End) {
		if h.Level > 0 && s.title == "" {
			s.title, s.heading = h.Title, h.Start
		}
	}
	doc := joinText(s.title, front.Fields["description"], r.prose(s))
	for _, f := range page.Fences(r.text, front.End) {
		doc = joinText("", doc, r.sample(f).fenced())
	}
	named := format.Named{Operation: statement.Operation{Verb: at.verb, Path: at.path}, Span: r.frontSpan("openapi:"), Title: s.title, Doc: doc}
	if at.file != "" && !hasFile(docs, r.page.Path, at.file) {
		named.Missing = at.file
	}
	r.named = append(r.named, named)
}

// fenced is the text of a sample as a part of a description.
func (s sample) fenced() string { return "```" + s.language + "\n" + s.text + "\n```" }

// frontSpan is the line of the front matter that begins with a key.
func (r *reading) frontSpan(key string) source.Span {
	for i := 0; i < r.page.Front.End; {
		end := lineEnd(r.text, i)
		if bytes.HasPrefix(r.text[i:end], []byte(key)) {
			return r.file.Span(i, end)
		}
		i = end + 1
	}
	return r.file.Span(0, 3)
}

// hasFile reports whether the docs have a file, named from their root or from the
// folder of a page.
func hasFile(docs *format.Tree, page, file string) bool {
	return docs.Page(file) != nil || docs.Page(path.Join(path.Dir(page), file)) != nil
}
