package sdkdocs

import (
	"bytes"
	"path"
	"strings"
	"sync"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/source"
	"github.com/docgen-go/docgen/parser/format"
	"github.com/docgen-go/docgen/parser/format/sdkdocs/rendered"
	"github.com/docgen-go/docgen/parser/page"
)

// A mender rebuilds rendered copies.
type mender struct {
	tree   *format.Tree
	mu     sync.Mutex
	spines map[string]func() rendered.Spine
}

func newMender(t *format.Tree) *mender {
	return &mender{tree: t, spines: map[string]func() rendered.Spine{}}
}

// rebuild returns the text of a page as it would have been published, the file
// that its places are in, and what had to be left out. The page is of the
// dialect named by its folder, or of none.
func (m *mender) rebuild(file *source.File, dialect string) ([]byte, *source.File, rendered.Lost) {
	if !rendered.Detect(file.Text) {
		return file.Text, file, rendered.Lost{}
	}
	if dialect == "" || dialect == rootDialect() {
		text, lines := rendered.Rewrite(file.Text)
		return text, file.Rebuilt(text, lines), rendered.Lost{}
	}
	text, lines, lost := rendered.RewriteIn(dialectNamed(dialect), file.Text, m.spine(file.Name, dialect))
	return text, file.Rebuilt(text, lines), lost
}

// spine returns the nesting of the http copy that belongs to a page in the
// folder of another dialect, or nil where there is none.
func (m *mender) spine(name, dialect string) rendered.Spine {
	name = spineName(name, dialect)
	m.mu.Lock()
	spine := m.spines[name]
	if spine == nil {
		spine = sync.OnceValue(func() (out rendered.Spine) {
			diag.Naming("reading the nesting of a copy", source.Span{File: name}, func() { out = m.read(name) })
			return out
		})
		m.spines[name] = spine
	}
	m.mu.Unlock()
	return spine()
}

// spineName is the path of a page without the folder of its dialect.
func spineName(name, dialect string) string {
	before, after, _ := strings.Cut("/"+name, "/"+dialect+"/")
	return path.Join(strings.TrimPrefix(before, "/"), after)
}

// read rebuilds the http copy. One that cannot be read is as good as none here:
// whoever reads it for itself tells why.
func (m *mender) read(name string) rendered.Spine {
	text, _, err := m.tree.Read(nil, name)
	if err != nil {
		return nil
	}
	clean := text.Bytes
	if clean == nil || page.TooDeep(clean) >= 0 || !rendered.Detect(clean) || rendered.Foreign(clean) {
		return nil
	}
	return rendered.SpineOf(clean)
}

// lookAtCopy looks at the lines of a rendered copy. What no unit was rebuilt
// from is furniture of the site.
func (s *scanner) lookAtCopy(out *scanned, p *format.Page) {
	clean := p.Text.Bytes
	out.front.URL = rendered.Address(clean)
	if out.foreign = s.foreign(out, clean); out.foreign {
		out.bytes = model.Bytes{Total: out.size, Unread: out.size}
		return
	}
	text, file, lost := s.mender.rebuild(p.Text.File(), out.address.dialect)
	out.units = s.units(text, page.Outline(text, 0))
	out.classify(text)
	if out.kind != model.PageReference {
		out.kind, out.bytes = model.PageIndex, format.ProseBytes(clean)
		return
	}
	rest := out.size
	for i := range out.units {
		out.units[i].measure(file)
		rest -= out.units[i].bytes()
	}
	unread := lostBytes(clean, lost.Lines)
	out.bytes = model.Bytes{Total: rest, Layout: rest - unread, Unread: unread}
	if lost.Items > 0 {
		first := source.Pos{Line: lost.Lines[0], Column: 1}
		out.diags.Add("unplaced-items", diag.Info, source.Span{File: out.path, Start: first, End: first},
			"%d items, from this one on, were not read: the http copy of the page lacks them, and nothing else tells where they belong", lost.Items)
	}
}

// lostBytes is the size of lines, which are in ascending order.
func lostBytes(text []byte, lines []int32) int64 {
	size, number := 0, int32(0)
	for line := range bytes.Lines(text) {
		if number++; len(lines) > 0 && lines[0] == number {
			size += len(line)
			lines = lines[1:]
		}
	}
	return int64(size)
}

// foreign reports whether a rendered copy cannot be read: it shows a language,
// and no http copy of the page tells how its items nest.
func (s *scanner) foreign(out *scanned, clean []byte) bool {
	name := out.address.dialect
	if name == "" || name == rootDialect() {
		return rendered.Foreign(clean)
	}
	return dialectNamed(name) == nil || s.mender.spine(out.path, name) == nil
}

// measure counts the bytes of the lines that the unit was rebuilt from.
func (u *unit) measure(file *source.File) {
	counted := 0
	for i := u.start; i < u.end; i++ {
		if i > u.start && file.Text[i-1] != '\n' {
			continue
		}
		if line, size := file.OriginLine(i); line > counted {
			u.size += size
			counted = line
		}
	}
}

// leaveOutForeign takes out the rendered copies that show a language and have
// no http copy beside them.
func (r *run) leaveOutForeign(counts map[string]int) {
	r.leaveOut(func(s *scanned) bool { return s.foreign })
	for name, n := range counts {
		r.diags.Add("other-dialect", diag.Warning, source.Span{File: name},
			"%s of the dialect %s not read: rendered copies of languages need the http copy of the same page beside them", countPages(n), name)
	}
}
