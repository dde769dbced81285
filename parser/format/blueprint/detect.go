package blueprint

import (
	"bytes"
	"path"
	"strings"

	"github.com/docgen-go/docgen/parser/format"
	"github.com/docgen-go/docgen/parser/prefilter"
)

var (
	formatLine = prefilter.MustCompile(`(?i)^\s*FORMAT:[ \t]*(?:X-)?1A`)
	// resourceLine matches a heading that only blueprints have.
	resourceLine = prefilter.MustCompile(`^#{1,6}[ \t]*(?:[^\n\[\]]*\[(?:/[^\n\]]*|(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)(?:[ \t]+/[^\n\]]*)?)\]|(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)(?:[ \t]+/\S*)?)[ \t]*$`)
	// responseItem matches an item that only blueprints have.
	responseItem = prefilter.MustCompile(`^[ \t]{0,3}[+*-][ \t]+Response(?:[ \t]+[1-5][0-9][0-9])?[ \t]*(?:\([^()\n]*\))?[ \t]*$`)
	typedItem    = prefilter.MustCompile(`(?mi)^[ \t]{0,3}[+*-][ \t]+[^\n(]+\([^()\n]*\b(?:string|number|boolean|object|array|enum|required|optional)\b[^()\n]*\)`)
	structures   = prefilter.MustCompile(`(?i)^#{1,6}[ \t]*Data Structures?[ \t]*$`)
)

// detect says how sure it is that a text is a blueprint.
func detect(name string, text []byte) format.Confidence {
	if metadataHas(text) {
		return format.Entire
	}
	isNamed := strings.EqualFold(path.Ext(name), ".apib")
	hasResource, hasResponse, hasStructures := marksOf(text)
	switch {
	case hasResponse && hasResource:
		return format.Entire
	case !isNamed && hasStructures && typedItem.Match(text):
		return format.Likely
	case isNamed && (hasResponse || hasResource || hasStructures):
		return format.Entire
	case isNamed:
		return format.Possible
	}
	return format.None
}

// marksOf reports which of the lines that make a blueprint a text has. Only
// headings and items are matched: every page of every format is asked.
func marksOf(text []byte) (hasResource, hasResponse, hasStructures bool) {
	for line := range bytes.Lines(text) {
		line = bytes.TrimSuffix(line, []byte("\n"))
		switch start := bytes.TrimLeft(line, " \t"); {
		case len(start) == 0:
		case line[0] == '#':
			hasResource = hasResource || resourceLine.Match(line)
			hasStructures = hasStructures || structures.Match(line)
		case !hasResponse && bytes.IndexByte([]byte("+*-"), start[0]) >= 0 && bytes.Contains(start, []byte("Response")):
			hasResponse = responseItem.Match(line)
		}
	}
	return hasResource, hasResponse, hasStructures
}

// metadataHas reports whether the lines that a text begins with name the format.
func metadataHas(text []byte) bool {
	for line := range bytes.Lines(text) {
		switch line := bytes.TrimSpace(line); {
		case len(line) == 0:
		case formatLine.Match(line):
			return true
		case !metadata.Match(line):
			return false
		}
	}
	return false
}
