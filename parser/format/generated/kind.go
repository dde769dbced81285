package generated

import (
	"bytes"
	"strings"

	"github.com/docgen-go/docgen/model/names"
)

// A pageKind says what a page is about.
type pageKind uint8

const (
	otherPage     pageKind = iota
	methodsPage            // methods, with an index and a section for each
	indexPage              // methods of all pages, and credentials
	structurePage          // a structure, an enum or a choice
)

// mayBelong reports whether a text has words that a page of the format has.
func mayBelong(text []byte) bool {
	for _, word := range []string{"HTTP request", "## Properties", "## Enum", "oneOf", "anyOf"} {
		if bytes.Contains(text, []byte(word)) {
			return true
		}
	}
	return false
}

// kind tells what the page is about by its tables and headings.
func (s *pageText) kind() pageKind {
	index, sections := false, 0
	for i := range s.blocks {
		b := &s.blocks[i]
		switch {
		case b.kind == tableBlock && b.head.isIndex():
			if b.head.class >= 0 {
				return indexPage
			}
			index = true
		case b.kind == headingBlock && index:
			switch sectionOf(b.title) {
			case returnSection, mediaSection, parametersSection, pathSection, authSection:
				sections++
			}
		case b.kind == headingBlock && b.level > 1 && !index && structureOf(b.title) != "":
			if structureOf(b.title) != "properties" || s.hasMembers(i) {
				return structurePage
			}
		}
	}
	if index && sections > 0 {
		return methodsPage
	}
	return otherPage
}

// structureOf says what a heading on the page of a structure announces, or "".
func structureOf(title string) string {
	low := strings.ToLower(title)
	switch {
	case low == "properties":
		return "properties"
	case low == "enum", low == "enum variants":
		return "enum"
	case strings.HasPrefix(low, "enum: "):
		return "inline"
	case low == "oneof schemas", low == "anyof schemas", low == "oneof", low == "anyof":
		return "choice"
	case low == "openapi_one_of", low == "openapi_any_of":
		return "classes"
	}
	return ""
}

// hasMembers reports whether a table of members stands below a heading, or nothing
// but the end of what is said of it.
func (s *pageText) hasMembers(at int) bool {
	for i := at + 1; i < len(s.blocks) && s.blocks[i].kind != headingBlock; i++ {
		if s.blocks[i].kind == tableBlock {
			return s.blocks[i].head.isFacts()
		}
	}
	return s.isMarked()
}

// isMarked reports whether the page has what only the generator writes: links back to
// the lists of the client, or the functions of a Go structure.
func (s *pageText) isMarked() bool {
	if s.marked == nil {
		marked := s.hasMark()
		s.marked = &marked
	}
	return *s.marked
}

func (s *pageText) hasMark() bool {
	methods := false
	for i := range s.blocks {
		b := &s.blocks[i]
		switch {
		case b.kind == textBlock && isNavigation(s.text[b.start:b.end]):
			return true
		case b.kind == headingBlock && b.title == "Methods":
			methods = true
		case methods && b.kind == headingBlock && strings.HasPrefix(b.title, "New"):
			return true
		}
	}
	return false
}

// isNavigation reports whether a text is but links back to lists.
func isNavigation(text string) bool {
	text = escapes.Replace(text)
	return strings.HasPrefix(text, "[[Back to ") || strings.HasPrefix(text, "[Back to top]") || strings.HasPrefix(text, "[↑ Back to")
}

// A section is a part of a method.
type section uint8

const (
	unknownSection section = iota
	mainSection
	exampleSection
	pathSection       // parameters of the path
	parametersSection // all parameters, or the others
	requiredSection   // those that are required
	optionalSection   // those that are not
	returnSection
	authSection
	mediaSection // the types of bodies
	statusSection
	notesSection // about the client alone
)

// sectionOf reads a heading below a method.
func sectionOf(title string) section {
	low := strings.Trim(strings.ToLower(title), ":")
	switch low {
	case "example", "examples", "usage", "usage example", "example usage":
		return exampleSection
	case "path parameters":
		return pathSection
	case "parameters", "other parameters", "query parameters", "arguments":
		return parametersSection
	case "required parameters":
		return requiredSection
	case "optional parameters":
		return optionalSection
	case "return type", "return types", "returns", "return":
		return returnSection
	case "authorization", "authentication":
		return authSection
	case "http request headers", "http headers", "http request header":
		return mediaSection
	case "http response details", "http response codes", "response details", "http response":
		return statusSection
	case "uri(s)", "note", "notes", "uris":
		return notesSection
	}
	if strings.HasPrefix(low, "using the ") && strings.HasSuffix(low, " variant") {
		return notesSection
	}
	return unknownSection
}

// keyOf is what the anchor, the heading and the row of a method share.
func keyOf(name string) string {
	name, _, _ = strings.Cut(strings.TrimPrefix(name, "#"), "(")
	return names.Letters(name)
}
