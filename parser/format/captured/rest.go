package captured

import (
	"slices"
	"strings"
	"unicode"

	"github.com/docgen-go/docgen/parser/format/sdkdocs/dialect"
	"github.com/docgen-go/docgen/parser/format/sdkdocs/rendered"
)

// A Rest is something that a capture shows to differ and that is no fact of the API that
// could be compared.
type Rest struct {
	// Kind is file, for one that only one side has; words, for lines of prose, links and
	// examples; or change, for an item of which no file shows what it belongs to.
	Kind string `json:"kind"`
	// Line is where it stands in the capture, counted from 1.
	Line int32 `json:"line"`
	// Dialects are those of the files that show it, empty for a page of no dialect.
	Dialects []string `json:"dialects,omitempty"`
	// Old and New are the lines of each side, or the title of a file.
	Old string `json:"old,omitempty"`
	New string `json:"new,omitempty"`
	// Methods and Types are those of a file.
	Methods []string `json:"methods,omitempty"`
	Types   []string `json:"types,omitempty"`
	// Times is in how many places it is shown.
	Times int `json:"times,omitempty"`
}

// addWords notes a line of prose that differs. Lines that follow each other are one.
func (s *fileDiff) addWords(line diffLine) {
	s.words++
	old, now := strings.TrimSpace(line.oldText), strings.TrimSpace(line.newText)
	if n := len(s.prose); n > 0 && s.prose[n-1].last+2 >= line.at && !line.cut {
		last := &s.prose[n-1]
		last.last = line.at
		last.Old, last.New = joined(last.Old, old), joined(last.New, now)
		return
	}
	s.prose = append(s.prose, looseWords{Rest{Kind: "words", Line: line.at, Old: old, New: now, Times: 1}, line.at})
}

// A looseWords is changed prose, and its last line.
type looseWords struct {
	Rest
	last int32
}

func joined(text, more string) string {
	if text == "" || more == "" {
		return text + more
	}
	return text + "\n" + more
}

// rest lists all that is not compared, in the order of the capture. What several files
// show alike is one.
func (r *reader) rest(c *Capture, diffs []*fileDiff, base string) {
	byWords := map[[2]string]int{}
	note := func(x Rest, dialects ...string) {
		key := [2]string{x.Old, x.New}
		if at, ok := byWords[key]; ok && x.Kind == "words" {
			c.Rest[at].Times++
			for _, d := range dialects {
				if !slices.Contains(c.Rest[at].Dialects, d) {
					c.Rest[at].Dialects = append(c.Rest[at].Dialects, d)
				}
			}
			return
		}
		if x.Kind == "words" {
			byWords[key] = len(c.Rest)
		}
		x.Dialects = dialects
		c.Rest = append(c.Rest, x)
	}
	for _, s := range diffs {
		for _, w := range s.prose {
			note(w.Rest, s.dialect.Name())
		}
	}
	for i := range r.sections {
		if s := &r.sections[i]; r.dialects[i] == nil && !s.hasItem() {
			words := &fileDiff{}
			for _, line := range s.lines {
				if line.changed() && strings.TrimSpace(line.oldText+line.newText) != "" {
					words.addWords(line)
				}
			}
			for _, w := range words.prose {
				note(w.Rest)
			}
		}
	}
	for _, on := range []side{before, after} {
		lone := r.lone(on, base)
		for _, d := range r.whole[on.index()] {
			if !slices.Contains(lone, d) {
				note(d.asRest(on), d.dialect.Name())
			}
		}
	}
	slices.SortStableFunc(c.Rest, func(a, b Rest) int { return int(a.Line - b.Line) })
}

// asRest is a whole file by its title, with the methods and types on it.
func (d *document) asRest(on side) Rest {
	x := Rest{Kind: "file", Line: d.at, New: d.title(), Types: d.typeNames(), Times: 1}
	if on == before {
		x.Old, x.New = x.New, ""
	}
	for _, m := range d.methods {
		x.Methods = append(x.Methods, m.endpoint())
	}
	return x
}

// typeNames are the headings below Domain Types.
func (d *document) typeNames() []string {
	var out []string
	for _, t := range d.declaredTypes() {
		out = append(out, t.title())
	}
	return out
}

// declaredTypes are the types that a file declares, each as a document of its own.
func (d *document) declaredTypes() []*document {
	var out []*document
	var open *document
	below := false
	for _, e := range d.elements {
		if e.kind == headingLine {
			s, _ := dialect.SectionOf(e.text)
			open = nil
			switch {
			case s == dialect.DomainTypes:
				below = true
				continue
			case s == dialect.NoSection && e.level <= 2:
				below = false
			case s == dialect.NoSection && below:
				open = &document{dialect: d.dialect, at: e.at, elements: []element{{kind: headingLine, level: 2, text: "Domain Types", at: e.at}}}
				out = append(out, open)
			}
		}
		if open != nil {
			open.elements = append(open.elements, e)
		}
	}
	return out
}

// newTypes are the types that files of types alone declare on one side. A type that files
// of both sides mention was there before, wherever its declaration stood.
func (r *reader) newTypes(on side, base string, diffs []*fileDiff, changes [][]change) []*document {
	shown := map[string]bool{} // as names, and in types of members
	for _, s := range diffs {
		for _, e := range s.entries {
			e.mentions(shown)
		}
	}
	for _, list := range changes {
		for _, c := range list {
			for _, e := range append(c.chain, c.entry) {
				e.mentions(shown)
			}
		}
	}
	var out []*document
	for _, d := range r.whole[on.index()] {
		if d.dialect.Name() != base || len(d.methods) > 0 {
			continue
		}
		for _, t := range d.declaredTypes() {
			if !shown[rendered.Fold(t.title())] {
				out = append(out, t)
			}
		}
	}
	return out
}

// mentions adds all words of an item and of what stands below it.
func (e *entry) mentions(into map[string]bool) {
	isWord := func(c rune) bool { return unicode.IsLetter(c) || unicode.IsDigit(c) || c == '_' }
	for _, word := range strings.FieldsFunc(e.code[0]+" "+e.code[1], func(c rune) bool { return !isWord(c) }) {
		into[rendered.Fold(word)] = true
	}
	if it := e.any(); it != nil {
		into[rendered.Fold(it.Name)] = true
	}
	for _, k := range e.kids {
		k.mentions(into)
	}
}
