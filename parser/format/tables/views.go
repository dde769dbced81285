package tables

import (
	"strings"

	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
	"github.com/docgen-go/docgen/parser/prefilter"
)

var (
	// otherView is the label of a view of what pages also say in another way than by requests
	// of HTTP: what it lists is no parameter of these.
	otherView = prefilter.MustCompile(`(?i)^(?:graphql|grpc|soap|websockets?|json-?rpc|xml-?rpc)(?: api)?$`)
	// otherWord is a word of such a label.
	otherWord = prefilter.MustCompile(`(?i)graphql|grpc|soap|websocket|-?rpc`)
	// restView is that of the view of HTTP beside one of these.
	restView = prefilter.MustCompile(`(?i)^(?:rest|http|https|restful)(?: api)?$`)
	// tabLine is the title of a tab that is printed as text: === "GraphQL"
	tabLine = prefilter.MustCompile(`^={3}[!+]* "([^"\n]+)"$`)
	// shortTab opens a tab of a shortcode, whose label is its first word or named.
	shortTab = prefilter.MustCompile(`^\s*\{\{[<%]\s*tab\b\s*(?:"([^"]*)")?`)
	// closedTab closes a tab.
	closedTab = prefilter.MustCompile(`^\s*(?:</(?:TabItem|Tab|tab)>|\{%\s*endtab\s*%\}|\{\{[<%]\s*/tab\s*[%>]\}\})`)
)

// A tabView is a tab that shows an endpoint in another way than by requests of HTTP, within which
// a scan of parts is: what stands in it is documentation.
type tabView struct {
	in   bool
	name string
	// lined says that a line of text opened it, so that it ends with its indentation.
	lined bool
}

// see goes on with a block that may open or close such a tab.
func (s *partScan) see(b *block) {
	if s.view.in && s.view.lined && !s.isIndented(b.start) {
		s.view.in = false
	}
	if b.kind != tagBlock && !(b.kind == textBlock && strings.HasPrefix(strings.TrimLeft(s.text[b.start:b.end], " "), "===")) {
		return
	}
	line := s.text[b.start:b.end]
	if !s.view.in && !otherWord.MatchString(line) && !strings.Contains(line, "tabs:end") {
		return
	}
	if strings.Contains(line, "tabs:end") { // of views below headings
		s.section, s.label, s.status = vocabulary.Unknown, "", 0
	}
	label, opens := tabOf(line)
	if opens || closedTab.MatchString(line) {
		s.view.in = false
	}
	if opens && otherView.MatchString(label) && !strings.Contains(line, "</") {
		s.view = tabView{true, label, b.kind == textBlock}
	}
}

// isIndented reports whether the line around an offset begins with a blank.
func (s *document) isIndented(at int) bool {
	start := lineStart(s.text, at)
	return start < len(s.text) && (s.text[start] == ' ' || s.text[start] == '\t')
}

// viewHeading goes on with a heading that names a view, beside one of another, and reports
// whether it does.
func (s *partScan) viewHeading(i int) bool {
	b := &s.blocks[i]
	switch {
	case s.namesView(i):
		s.section, s.label = vocabulary.Unknown, ""
	case s.namesOtherView(i):
		s.section, s.label = vocabulary.Documentation, b.plain
	default:
		return false
	}
	s.status, s.level, s.headed, s.spoken, s.coded, s.rows = 0, b.level, true, false, false, rowNames{}
	return true
}

// tabOf returns the label of the tab that a line opens, and reports whether it opens one.
func tabOf(line string) (label string, ok bool) {
	if m := tabLine.FindStringSubmatch(strings.TrimSpace(line)); m != nil {
		return m[1], true
	}
	if m := shortTab.FindStringSubmatch(line); m != nil && m[1] != "" {
		return m[1], true
	}
	if !tabTag.MatchString(line) && !shortTab.MatchString(line) {
		return "", false
	}
	for _, m := range tabLabel.FindAllStringSubmatch(line, -1) {
		if label = strings.TrimSpace(m[1] + m[2] + m[3]); otherView.MatchString(label) {
			break
		}
	}
	return label, true
}

// namesView reports whether a heading names the view of HTTP of what the heading above it is
// about, beside one of another view.
func (s *document) namesView(i int) bool {
	return s.tip[i] >= 0 && restView.MatchString(s.blocks[i].plain) && s.viewBeside(i, otherView)
}

// namesOtherView reports whether a heading names another view beside that of HTTP.
func (s *document) namesOtherView(i int) bool {
	return s.tip[i] >= 0 && otherView.MatchString(s.blocks[i].plain) && s.viewBeside(i, restView)
}

// viewBeside reports whether a heading as high as another one, next to it, matches a pattern.
func (s *document) viewBeside(i int, pattern *prefilter.Pattern) bool {
	level := s.blocks[i].level
	for _, step := range []int{-1, 1} {
		for k := i + step; k > 0 && k < len(s.blocks); k += step {
			b := &s.blocks[k]
			if b.kind != headingBlock || b.level > level {
				continue
			}
			if b.level == level && pattern.MatchString(b.plain) {
				return true
			}
			break
		}
	}
	return false
}
