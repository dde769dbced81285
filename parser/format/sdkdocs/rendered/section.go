package rendered

import (
	"regexp"
	"strings"
)

// A rewriter goes through the paragraphs of a page, one section at a time.
type rewriter struct {
	writer
	ps     []paragraph
	survey *Survey
	title  string
	// guesses are where nothing tells how items nest.
	guesses []Guess
	// trail are the titles of the resources down to the last one, as the
	// headings of sub-resources glue them.
	trail []string
	// shown are the responses that are written already.
	shown map[string]bool
	// lang reads the items of a copy that shows a language, else nil.
	lang *language
	// base takes the nesting of the sections, if that is wanted.
	base Base
	// library takes the models of the page, if that is wanted.
	library *Library
}

func rewrite(ps []paragraph, s *Survey) *rewriter {
	r := &rewriter{ps: ps, survey: s}
	r.page()
	return r
}

// page writes the whole page.
func (r *rewriter) page() {
	for i := r.head(); i < len(r.ps); {
		i = r.section(i)
	}
}

// head skips what a site puts above the title of a page and writes the title.
func (r *rewriter) head() int {
	for i, p := range r.ps {
		if level, title := p.heading(); level == 1 {
			r.title = title
			r.trail = []string{title}
			r.block("# "+title, p.at)
			return i + 1
		}
	}
	return 0
}

// section writes what begins at paragraph i and returns where the next one does.
func (r *rewriter) section(i int) int {
	p := r.ps[i]
	level, title := p.heading()
	switch {
	case level == 0:
		return r.intro(i)
	case strings.HasSuffix(title, expandCollapse):
		return r.declarations(i, sectionTitle(title))
	case title == returnsExamples:
		return r.response(i)
	case level >= 5 && linkOnly.MatchString(title):
		return r.listed(i)
	case level == 3 && r.isExample(i):
		return r.example(i)
	case level == 4:
		r.resource(p, title)
		return i + 1
	}
	r.block(strings.Repeat("#", level)+" "+title, p.at)
	return i + 1
}

// until returns the index of the next heading after i.
func (r *rewriter) until(i int) int {
	for i++; i < len(r.ps); i++ {
		if level, _ := r.ps[i].heading(); level > 0 {
			break
		}
	}
	return i
}

// intro writes the verb and the descriptions below a heading.
func (r *rewriter) intro(i int) int {
	end := r.until(i - 1)
	signed := r.signature(i, end)
	for j, p := range r.ps[i:end] {
		if verb, path, ok := p.verb(); ok {
			r.block("**"+strings.ToLower(verb)+"** `"+unescape(path)+"`", p.at)
		} else if i+j != signed {
			r.prose(p, "")
		}
	}
	return end
}

// verb reads a paragraph that is a verb glued to its path.
func (p paragraph) verb() (verb, path string, ok bool) {
	line, single := p.single()
	m := verbLine.FindStringSubmatch(strings.TrimPrefix(line, deprecatedLabel))
	if !single || m == nil {
		return "", "", false
	}
	return m[1], m[2], true
}

// bodyForms are what a page says of the form of a body, glued to the heading.
var bodyForms = regexp.MustCompile(`(?:JSON|Form Data|Multipart)?` + expandCollapse + `$`)

func sectionTitle(heading string) string { return bodyForms.ReplaceAllString(heading, "") }

// Headings of the types of a resource and of what a method returns.
const (
	models  = "Models"
	returns = "Returns"
)

// declarations writes a section of items.
func (r *rewriter) declarations(i int, title string) int {
	end := r.until(i)
	items, prose := r.nested(r.ps[i+1:end], title)
	r.keep(title, items)
	if title == models {
		r.models(r.ps[i], items, prose)
		return end
	}
	r.block("### "+title, r.ps[i].at)
	for _, p := range prose {
		r.prose(p, "")
	}
	r.items(items, 0)
	return end
}

// models writes each type below a heading of its own, as published pages do.
func (r *rewriter) models(heading paragraph, items []*node, prose []paragraph) {
	r.block("## Domain Types", heading.at)
	for _, p := range prose {
		r.prose(p, "")
	}
	for _, n := range items {
		if n.item.Name != "" && !n.isField() {
			r.block("### "+n.item.Name, n.at)
		}
		r.items([]*node{n}, 0)
	}
}

// oneOf announces the alternatives of the item above it.
const oneOf = "One of the following:"

// nested rebuilds the items of a section. prose is what stands before the first.
func (r *rewriter) nested(ps []paragraph, title string) (items []*node, prose []paragraph) {
	if r.lang != nil {
		return r.lang.unflatten(ps, r.lang.base[r.part(title)], title == models)
	}
	return r.tree(ps, title == models)
}

// tree rebuilds the items of an http section. prose is what stands before the first.
func (r *rewriter) tree(ps []paragraph, namesOnly bool) (items []*node, prose []paragraph) {
	read := make([]*node, len(ps))
	for i, p := range ps {
		read[i] = readItem(p)
	}
	t := newTree(r.survey.alternatives, nil)
	if namesOnly {
		t.list = r.list(read)
	}
	for i, p := range ps {
		switch n := read[i]; {
		case isOneOf(p) && i+1 < len(ps) && read[i+1] != nil && t.choice():
		case n != nil:
			t.add(n)
		case t.last == nil:
			prose = append(prose, p)
		default:
			t.last.describe(p)
		}
	}
	items = t.end()
	r.guesses = append(r.guesses, t.guesses...)
	return items, prose
}

func (n *node) describe(p paragraph) {
	n.explained = n.explained || strings.HasPrefix(strings.TrimLeft(p.first(), "*_[("), deprecatedLabel)
	n.text = append(n.text, p)
}

// resource writes the heading of a sub-resource, whose title is glued to those
// of the resources above it.
func (r *rewriter) resource(p paragraph, title string) {
	for n := len(r.trail); n >= 0; n-- {
		above := strings.Join(r.trail[:n], "")
		if rest, ok := strings.CutPrefix(title, above); ok && rest != "" {
			r.trail = append(r.trail[:n:n], rest)
			title = rest
			break
		}
	}
	r.block("# "+title, p.at)
}

// listed leaves out a method that a page only links to: its own page has it
// all. Text below the link is kept.
func (r *rewriter) listed(i int) int {
	end := r.until(i)
	for _, p := range r.ps[i+1 : end] {
		line, single := p.single()
		line = strings.TrimPrefix(line, deprecatedLabel)
		if _, ok := r.signed(p); !ok && (!single || line != "" && !verbLine.MatchString(line)) {
			r.prose(p, "")
		}
	}
	return end
}
