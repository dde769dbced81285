package blueprint

import (
	"regexp"
	"strings"

	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/parser/format"
)

// A group is resources under a heading of their own.
type group struct {
	name, doc string
	at        int
}

// A resource is a URI with what can be done with it.
type resource struct {
	page          *pageText
	group         *group
	name, uri     string
	doc           string
	at, end       int
	params        []*param
	attributes    *member
	model         *payload
	actions       []*action
	alone         bool // made for one action
	headingLevels int
}

// An action is a verb on a resource.
type action struct {
	of *resource
	// uri is the template of its own, if it has one.
	name, verb, uri string
	doc             string
	at, end         int
	params          []*param
	attributes      *member
	headers         []header
	messages        []*payload
}

// A section is the heading that lists belong to.
type section struct {
	level     int
	group     *group
	resource  *resource
	action    *action
	structure *structure
	// inStructures says that headings below name structures, part is what lists of the
	// open one are.
	inStructures bool
	part         string
}

// A walk goes through the headings of a page.
type walk struct {
	s     *pageText
	group *group
	open  []section
	// structures says that the page has a section of structures.
	structures bool
}

func (w *walk) here() section {
	if len(w.open) == 0 {
		return section{}
	}
	return w.open[len(w.open)-1]
}

// close ends the sections that a heading of a level ends.
func (w *walk) close(level int) {
	for len(w.open) > 0 && w.here().level >= level {
		w.open = w.open[:len(w.open)-1]
	}
}

func (w *walk) push(sec section) { w.open = append(w.open, sec) }

// readSections reads all sections of the page.
func (s *pageText) readSections() {
	w := &walk{s: s}
	for i, h := range s.headings() {
		if i == 0 {
			s.readMetadata(h)
			continue
		}
		w.heading(h)
		w.body(h)
	}
}

// heading opens the section of a heading.
func (w *walk) heading(h *heading) {
	s := w.s
	s.mark(h.start, h.end, format.Model)
	s.headed = append(s.headed, [2]int{h.start, h.end})
	switch h.kind {
	case groupHeading:
		w.group = &group{name: h.name, at: h.start}
		s.groups = append(s.groups, w.group)
		w.open = nil
		w.push(section{level: h.level, group: w.group})
	case structuresHeading:
		w.group, w.open, w.structures = nil, nil, true
		w.push(section{level: h.level, inStructures: true})
	case resourceHeading:
		r := w.newResource(h)
		w.open = nil
		w.push(section{level: h.level, resource: r})
	case actionHeading:
		w.action(h)
	default:
		w.plain(h)
	}
}

func (w *walk) newResource(h *heading) *resource {
	r := &resource{page: w.s, group: w.group, name: h.name, uri: h.uri, at: h.start, end: h.end, headingLevels: h.level}
	w.s.resources = append(w.s.resources, r)
	return r
}

// enclosing is the resource that a heading of a level stands in, or nil.
func (w *walk) enclosing() *resource {
	for i := len(w.open) - 1; i >= 0; i-- {
		if r := w.open[i].resource; r != nil {
			return r
		}
	}
	return nil
}

// action opens an action: of the resource that it stands in, or of one of its own.
func (w *walk) action(h *heading) {
	r := w.enclosing()
	if r != nil && h.uri != "" && (r.alone || h.level <= r.headingLevels) {
		r = nil
	}
	if r == nil && h.uri == "" {
		w.s.mark(h.start, h.end, format.Reported)
		w.s.report("action-without-resource", diag.Error, h.start, h.end, "put it below the heading of a resource, such as # Cranes [/cranes], or write [GET /cranes]",
			"%q stands below no resource: nobody says which path it has, and nothing of it is in the model", h.title)
		w.close(h.level)
		w.push(section{level: h.level})
		return
	}
	if r == nil {
		r = w.newResource(h)
		r.name, r.alone = "", true
		w.open = nil
		w.push(section{level: h.level, resource: r})
	}
	a := &action{of: r, name: h.name, verb: h.verb, at: h.start, end: h.end}
	if !r.alone {
		a.uri = h.uri
	}
	r.actions = append(r.actions, a)
	for len(w.open) > 0 && w.here().action != nil {
		w.open = w.open[:len(w.open)-1]
	}
	w.push(section{level: h.level, resource: r, action: a})
}

// typedTitle matches the title of a structure that says its type: Crane (object).
var typedTitle = regexp.MustCompile(`^[^()\[\]]+\((?:array|object|enum|string|number|boolean)\b.*\)$`)

// plain opens what a heading without a form of its own is: the API, a structure, a part of
// one, or a heading of a description.
func (w *walk) plain(h *heading) {
	s := w.s
	in := w.here()
	if in.structure != nil && h.level > in.structure.level {
		if part := partOf(h.title); part != "" {
			w.push(section{level: h.level, structure: in.structure, inStructures: true, part: part})
			return
		}
	}
	w.close(h.level)
	in = w.here()
	switch {
	case in.structure != nil && partOf(h.title) != "":
		w.push(section{level: h.level, structure: in.structure, inStructures: true, part: partOf(h.title)})
	case in.inStructures && in.structure == nil:
		w.push(section{level: h.level, structure: s.newStructure(h), inStructures: true})
	case in.inStructures:
		s.mark(h.start, h.end, format.Docs)
		in.structure.doc = joined(in.structure.doc, h.title)
		in.level = h.level
		w.push(in)
	case typedTitle.MatchString(h.title), w.structures && in.action == nil && in.resource == nil && s.listsMembers(h):
		s.report("structure-outside", diag.Info, h.start, h.end, "put it below # Data Structures", "%q stands in no section of data structures: it is read as one all the same", h.title)
		w.push(section{level: h.level, structure: s.newStructure(h), inStructures: true})
	case s.title == "" && len(w.open) == 0 && len(s.resources)+len(s.groups)+len(s.structures) == 0:
		s.title = h.title
		w.push(section{level: h.level})
	default:
		s.mark(h.start, h.end, format.Docs)
		w.describe(in, h.title)
		in.level = h.level
		w.push(in)
	}
}

// describe adds to the description of what is open.
func (w *walk) describe(in section, text string) {
	switch {
	case text == "":
	case in.structure != nil:
		in.structure.doc = joined(in.structure.doc, text)
	case in.action != nil:
		in.action.doc = joined(in.action.doc, text)
	case in.resource != nil:
		in.resource.doc = joined(in.resource.doc, text)
	case in.group != nil:
		in.group.doc = joined(in.group.doc, text)
	}
}

// joined is two paragraphs.
func joined(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + "\n\n" + b
}

// partOf is the part of a structure that a title names, "" for none.
func partOf(title string) string {
	switch strings.ToLower(strings.TrimSpace(title)) {
	case "properties", "property", "items", "item", "members", "member":
		return "members"
	case "sample", "samples":
		return "sample"
	case "default":
		return "default"
	}
	return ""
}
