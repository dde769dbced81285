package format

import (
	"bytes"

	"github.com/docgen-go/docgen/model"
)

// Prose accounts for a page without a fact: all of it is documentation.
func Prose(p *Page) (model.PageKind, model.Bytes) {
	return ProseKind(p.Text.Bytes[p.Front.End:]), ProseBytes(p.Text.Bytes)
}

// ProseKind tells an index, which is mostly bulleted links or nothing but
// headings, from a guide.
func ProseKind(text []byte) model.PageKind {
	links, others := 0, 0
	for line := range bytes.Lines(text) {
		line = bytes.TrimSpace(line)
		switch {
		case len(line) == 0 || line[0] == '#':
		case IsLink(line):
			links++
		default:
			others++
		}
	}
	if others > links {
		return model.PageGuide
	}
	return model.PageIndex
}

// IsLink reports whether a line is a bullet that starts with a link.
func IsLink(line []byte) bool {
	bullet := bytes.TrimLeft(line, "-*+ ")
	return len(bullet) < len(line) && bytes.HasPrefix(bullet, []byte("[")) && bytes.Contains(bullet, []byte("]("))
}

// ProseBytes counts the bytes of documentation, blank lines apart.
func ProseBytes(text []byte) model.Bytes {
	b := model.Bytes{Total: int64(len(text))}
	for line := range bytes.Lines(text) {
		if len(bytes.TrimSpace(line)) == 0 {
			b.Layout += int64(len(line))
		} else {
			b.Docs += int64(len(line))
		}
	}
	return b
}

// ProseTitle is the title of a page: its own word in the front matter, or its
// first heading.
func ProseTitle(p *Page) string {
	if p.Front.Title != "" {
		return p.Front.Title
	}
	for _, h := range p.Outline() {
		if h.Level > 0 {
			return h.Title
		}
	}
	return ""
}
