package tables

import (
	"strconv"
	"strings"

	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
	"github.com/docgen-go/docgen/parser/prefilter"
)

var (
	// tabTag opens a component that shows one of several views, or folds what it holds.
	tabTag = prefilter.MustCompile(`^\s*(?:<(?:TabItem|Tab|Accordion|Expandable|Details|Collapse|Panel|tab)\b|\{%\s*tab\b)`)
	// answerTag opens a tag of a template around one of several answers.
	answerTag = prefilter.MustCompile(`\{%\s*[a-z-]*response[a-z-]*\s[^%]*\b(?:status|httpCode|code)=["']?([1-5][0-9][0-9])\b[^%]*%\}`)
	// tabLabel is its label.
	// codeTag is a component around fences, which may say in a title what they show.
	codeTag  = prefilter.MustCompile(`<Code[A-Za-z]*\s`)
	tabLabel = prefilter.MustCompile(`\b(?:label|title|name|summary|value)=(?:"([^"]*)"|'([^']*)'|\{["'` + "`" + `]([^"'` + "`" + `]*)["'` + "`" + `]\})`)
)

// slashTag opens a part of a page between lines of slashes, or closes one: /// response-fields.
var slashTag = prefilter.MustCompile(`^[ \t]*/{3,}(?:[ \t]+([a-z][a-z0-9-]*)(?:[ \t]*\|[^\n]*)?)?[ \t]*\n?$`)

// slashOption is a line below one that sets an option of the part.
var slashOption = prefilter.MustCompile(`^[ ]{4,}[a-z_]+:[^\n]*\n?$`)

// afterOptions is where the lines end that set options of a part which opens before an offset.
func afterOptions(text string, at int) int {
	for at < len(text) {
		end := lineEnd(text, at)
		if !slashOption.MatchString(text[at:end]) {
			return at
		}
		at = end
	}
	return at
}

// tagged is the section that a component opens, by its name or by the labels of a tab,
// and reports whether it opens one. A label that announces nothing, such as the name of
// a client language, leaves the section as it is.
func (s *document) tagged(b *block) (section vocabulary.Section, label string, status int, ok bool) {
	line := s.text[b.start:b.end]
	if m := slashTag.FindStringSubmatch(line[:lineEnd(line, 0)]); m != nil {
		section, status = s.sectionOf(strings.ReplaceAll(m[1], "-", " "))
		return section, m[1], status, section != vocabulary.Unknown && section != vocabulary.Documentation
	}
	if tabTag.MatchString(line) {
		for _, m := range tabLabel.FindAllStringSubmatch(line, -1) {
			label = strings.TrimSpace(m[1] + m[2] + m[3])
			if section, status = s.sectionOf(label); section != vocabulary.Unknown {
				return section, label, status, true
			}
		}
		return vocabulary.Unknown, "", 0, false
	}
	if codeTag.MatchString(line) {
		for _, m := range tabLabel.FindAllStringSubmatch(line, -1) {
			label = strings.TrimSpace(m[1] + m[2] + m[3])
			switch section, status = s.sectionOf(label); section {
			case vocabulary.Request, vocabulary.RequestExample, vocabulary.Body:
				return vocabulary.RequestExample, label, status, true
			case vocabulary.Response, vocabulary.ResponseExample:
				return vocabulary.ResponseExample, label, status, true
			}
		}
		return vocabulary.Unknown, "", 0, false
	}
	if m := answerTag.FindStringSubmatch(line); m != nil { // {% x-response status="200: OK" %}
		status, _ = strconv.Atoi(m[1])
		if status >= 400 {
			return vocabulary.Errors, m[0], status, true
		}
		return vocabulary.ResponseExample, m[0], status, true
	}
	if m := tagName.FindStringSubmatch(line); m != nil {
		to := vocabulary.SectionOf(capital.ReplaceAllString(m[1], "$1 $2"))
		return to, m[1], 0, to == vocabulary.RequestExample || to == vocabulary.ResponseExample
	}
	return vocabulary.Unknown, "", 0, false
}
