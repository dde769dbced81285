package tables

import "github.com/docgen-go/docgen/parser/prefilter"

// included matches a line that puts the text of another file in its place, in the forms of
// several generators of sites.
var included = prefilter.MustCompile(`(?m)^[ \t]*(?:@include\s+['"]([^'"\n]+)['"]|\{\{[<%]\s*include\s+"?([^"\s%>]+)"?[^\n]*|\{%-?\s*include\s+"?([^"\s%]+)"?[^\n]*|-{1,2}8<-{1,2}\s+"([^"\n]+)"|<!--\s*@include:\s*(\S+)\s*-->|\[!INCLUDE\s*\[[^\]\n]*\]\(([^)\n]+)\)\]|include::([^\[\n]+)\[[^\n]*)[ \t]*$`)

// checkIncluded reports what the page takes from other files in sections of parameters and
// members of a call: their rows stand on no page.
func (r *reading) checkIncluded(c *call) {
	for _, p := range c.parts {
		if !isFactSection(p.section) || p.kind != textBlock && p.kind != tagBlock {
			continue
		}
		text := r.document.text[p.start:p.end]
		for _, m := range included.FindAllStringSubmatchIndex(text, -1) {
			name := ""
			for i := 2; i+1 < len(m); i += 2 {
				if m[i] >= 0 {
					name = text[m[i]:m[i+1]]
				}
			}
			r.problem(p.start+m[0], p.start+m[1], "included-text", "the page takes the text of "+quoted(name)+" from another file here: what that lists is not in the model",
				"put the text into the page, or give docgen the pages as the site shows them")
		}
	}
}
