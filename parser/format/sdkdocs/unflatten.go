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

// An unflattener rebuilds rendered copies.
type unflattener struct {
	tree *format.Tree
	// dialect is the one that the path of a page promises, or "".
	dialect func(path string) string
	// survey is what all http copies tell of their models.
	survey func() *rendered.Survey
	// library has the models that they declare.
	library func() *rendered.Library
	mu      sync.Mutex
	bases   map[string]func() rendered.Base
}

// newUnflattener returns an unflattener for the pages of a tree, whose survey is taken as
// soon as one of them is a rendered copy.
func newUnflattener(t *format.Tree, dialect func(path string) string) *unflattener {
	m := &unflattener{tree: t, dialect: dialect, bases: map[string]func() rendered.Base{}}
	m.survey, m.library = sync.OnceValue(m.takeSurvey), sync.OnceValue(m.takeLibrary)
	return m
}

// rebuild returns the text of a page as it would have been published, the file
// that its places are in, and what had to be left out. The page is of the
// dialect named by its folder, or of none.
func (m *unflattener) rebuild(file *source.File, dialect string) ([]byte, *source.File, gaps) {
	if !rendered.Detect(file.Text) {
		if rendered.Events(file.Text) == 0 {
			return file.Text, file, gaps{}
		}
		text, lines, guesses, lost := rendered.RewriteEvents(file.Text, m.survey())
		return text, file.Rebuilt(text, lines), gaps{lost, guesses}
	}
	if isRoot(dialect) {
		text, lines, guesses := rendered.Rewrite(file.Text, m.survey())
		return text, file.Rebuilt(text, lines), gaps{guesses: guesses}
	}
	text, lines, lost := rendered.RewriteIn(dialectNamed(dialect), file.Text, m.base(file.Name, dialect), m.library())
	return text, file.Rebuilt(text, lines), gaps{Lost: lost}
}

// takeSurvey reads the http copies once more: what one page tells helps to read
// another one, whichever of them comes first.
func (m *unflattener) takeSurvey() *rendered.Survey {
	s := rendered.NewSurvey()
	for range 2 {
		m.eachCopy("surveying a copy", s.Add)
	}
	s.Close()
	return s
}

// takeLibrary gathers the models that http copies declare: the copy in a language
// expands some that the http copy beside it only names.
func (m *unflattener) takeLibrary() *rendered.Library {
	l, survey := rendered.NewLibrary(), m.survey()
	m.eachCopy("gathering the models of a copy", func(text []byte) { l.Add(text, survey) })
	return l
}

// eachCopy calls work with the text of every http copy, in the order of their
// paths.
func (m *unflattener) eachCopy(task string, work func(text []byte)) {
	for _, p := range m.tree.Pages {
		if !isRoot(m.dialect(p.Path)) {
			continue
		}
		if text := m.copyAt(p.Path); text != nil {
			diag.Naming(task, source.Span{File: p.Path}, func() { work(text) })
		}
	}
}

// isRoot reports whether pages of a dialect, named by their place, lie in no
// folder of a client's language.
func isRoot(dialect string) bool { return dialect == "" || dialect == rootDialect() }

// base returns the nesting of the http copy that belongs to a page in the
// folder of another dialect, or nil where there is none.
func (m *unflattener) base(name, dialect string) rendered.Base {
	name = baseName(name, dialect)
	m.mu.Lock()
	base := m.bases[name]
	if base == nil {
		base = sync.OnceValue(func() (out rendered.Base) {
			diag.Naming("reading the nesting of a copy", source.Span{File: name}, func() { out = m.read(name) })
			return out
		})
		m.bases[name] = base
	}
	m.mu.Unlock()
	return base()
}

// baseName is the path of a page without the folder of its dialect.
func baseName(name, dialect string) string {
	before, after, _ := strings.Cut("/"+name, "/"+dialect+"/")
	return path.Join(strings.TrimPrefix(before, "/"), after)
}

// read rebuilds the http copy.
func (m *unflattener) read(name string) rendered.Base {
	if text := m.copyAt(name); text != nil {
		return rendered.BaseOf(text, m.survey())
	}
	return nil
}

// copyAt returns the text of an http copy, or nil. One that cannot be read is as
// good as none here: whoever reads it for itself tells why.
func (m *unflattener) copyAt(name string) []byte {
	text, _, err := m.tree.Read(nil, name)
	if err != nil {
		return nil
	}
	clean := text.Bytes
	if clean == nil || page.TooDeep(clean) >= 0 || !rendered.Detect(clean) || rendered.Foreign(clean) {
		return nil
	}
	return clean
}

// gaps are what a copy does not tell.
type gaps struct {
	rendered.Lost
	guesses []rendered.Guess
}

// report adds the findings about what a copy does not tell.
func (g gaps) report(out *scanned) {
	at := func(line int32) source.Span {
		pos := source.Pos{Line: line, Column: 1}
		return source.Span{File: out.path, Start: pos, End: pos}
	}
	if g.Items > 0 {
		why := "the http copy of the page lacks them, and nothing else tells where they belong"
		if isRoot(out.address.dialect) {
			why = "they belong to an event without a name"
		}
		out.diags.Add("unplaced-items", diag.Info, at(g.Lines[0]), "%d items, from this one on, were not read: %s", g.Items, why)
	}
	for _, guess := range g.guesses {
		of, or := oneOf(guess.Of), oneOf(guess.Or)
		if guess.By != "" {
			out.diags.Add("guessed-nesting", diag.Info, at(guess.Line), "that %s is %s rather than %s is told by %s alone", guess.Item, of, or, guess.By)
			continue
		}
		out.diags.Add("guessed-nesting", diag.Warning, at(guess.Line), "nothing tells whether %s is %s or %s; it is kept as the former", guess.Item, of, or).
			Help = "the page lost its indentation; read the published page instead if there is one"
	}
}

func oneOf(name string) string {
	if name == "" {
		return "a type of its own"
	}
	return "one of " + name
}

// lookAtCopy looks at the lines of a rendered copy. What no unit was rebuilt
// from is furniture of the site.
func (s *scanner) lookAtCopy(out *scanned, p *format.Page) {
	clean := p.Text.Bytes
	out.front.URL = rendered.Address(clean)
	if out.foreign = rendered.Detect(clean) && s.foreign(out, clean); out.foreign {
		out.bytes = model.Bytes{Total: out.size, Unread: out.size}
		return
	}
	text, file, lost := s.unflattener.rebuild(p.Text.File(), out.address.dialect)
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
	lost.report(out)
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
	if isRoot(name) {
		return rendered.Foreign(clean)
	}
	return dialectNamed(name) == nil || s.unflattener.base(out.path, name) == nil
}

// measure counts the bytes of the lines that the unit was rebuilt from.
func (u *unit) measure(file *source.File) {
	u.rebuilt = true
	var lines format.LineCount
	for i := u.start; i < u.end; i++ {
		if i > u.start && file.Text[i-1] != '\n' {
			continue
		}
		if line, size := file.OriginLine(i); lines.IsNew(line) {
			u.size += size
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
