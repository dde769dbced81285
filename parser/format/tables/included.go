package tables

import (
	"regexp"
	"strings"

	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
	"github.com/docgen-go/docgen/parser/prefilter"
)

// inclusions are the forms in which generators of sites put the text of another file in the
// place of a line.
var inclusions = []string{
	`@include\s*\(?\s*['"]?([^'"()\n]+?)['"]?\s*\)?`,
	`\{\{[<%]?-?\s*#?(?:include|readfile|import|partial|snippet|embed)\b[\s(]*(?:[\w-]+=)?["']?([^"'\s%>)}]+)[^\n]*`,
	`\{\{>\s*([^\s}]+)[^\n]*`,
	`\{%-?\s*(?:include|include_relative|include_cached|render|partial|snippet|content-ref|embed)\s+(?:[\w-]+=)?["']?([^"'\s%]+)[^\n]*`,
	`[-;]{1,2}8<[-;]{1,2}\s+["']([^"'\n]+)["']`,
	`<!--\s*@?include:?\s+([^\s>]+)[^\n]*-->|<!--\s*@include:\s*(\S+)\s*-->`,
	`\[!(?:INCLUDE|include)\s*\[[^\]\n]*\]\(([^)\n]+)\)\]`,
	`!(?:INCLUDE|include)\s+["'(]?([^"'()\n]+?)["')]?`,
	`<<\[[^\]\n]*\]\(([^)\n]+)\)|<<\[([^\]\n]+)\]|<<<\s+([^\s{]+)[^\n]*`,
	`:::+\s*\{?include\}?\s+["']?([^"'\s{]+)[^\n]*`,
	`\.\.\s+(?:md)?include::\s+(\S+)`,
	`include::([^\[\n]+)\[[^\n]*`,
	`!?\[\[include[: ]\s*([^\]\n]+)\]\]|!\[\[([^\]\n|]+)[^\]\n]*\]\]`,
	`\{!\s*([^!\n]+?)\s*!\}`,
	`<(?:include|Include|Snippet|Partial|Import|embed|Embed)\s[^<>\n]*\b(?:src|file|path|from|name)=["'{]*([^"'{}\s]+)["'}]*[^<>\n]*>(?:</\w+>)?`,
	`\[[^\]\n]*\]\(([^()\s]+)\s+["']:include[^\n]*\)`,
	`#include\s+["<]([^">\n]+)[">]`,
	`\{\{-?\s*((?:page|site|data|config|include|snippets?|partials?)\.[\w.-]+)\s*-?\}\}`,
	`<%=?-?\s*(?:render|partial|include|render_markdown)[^%\n]*?["']([^"'\n]+)["'][^%\n]*%>`,
}

// included matches a line that puts the text of another file in its place.
var included = prefilter.MustCompile(`(?m)^[ \t]*(?:` + strings.Join(inclusions, "|") + `)[ \t]*$`)

var (
	// includedFence is the head of a fence that stands for another file.
	includedFence = prefilter.MustCompile("^[ \t]*(?:```+|~~~+|:::+)\\s*\\{include\\}\\s+(\\S+)")
	// importedPage gives the text of another page a name, which a component has.
	importedPage = prefilter.MustCompile(`(?m)^import\s+([A-Z]\w*)\s+from\s+["']([^"'\n]+\.mdx?)["']`)
	// component is a line that is but a component.
	component = prefilter.MustCompile(`(?m)^[ \t]*<([A-Z]\w*)(?:\s[^<>\n]*)?/?>(?:</\w+>)?[ \t]*$`)
	image     = regexp.MustCompile(`(?i)\.(?:png|jpe?g|gif|svg|webp|pdf|mp4)$`)
)

// checkIncluded reports what the page takes from other files in the sections of a call: rows
// of these stand on no page.
func (r *reading) checkIncluded(c *call) {
	for _, p := range c.parts {
		facts := isFactSection(p.section)
		if !facts && p.section != vocabulary.Unknown {
			continue
		}
		text := r.document.text[p.start:p.end]
		if p.kind == fenceBlock {
			if m := includedFence.FindStringSubmatchIndex(text); m != nil {
				r.tellIncluded(p.start+m[0], p.start+m[1], text[m[2]:m[3]], facts)
			}
			continue
		}
		if p.kind != textBlock && p.kind != tagBlock {
			continue
		}
		for _, m := range included.FindAllStringSubmatchIndex(text, -1) {
			name := ""
			for i := 2; i+1 < len(m); i += 2 {
				if m[i] >= 0 {
					name = text[m[i]:m[i+1]]
				}
			}
			if !image.MatchString(name) {
				r.tellIncluded(p.start+m[0], p.start+m[1], name, facts)
			}
		}
		for _, m := range component.FindAllStringSubmatchIndex(text, -1) {
			if name := r.document.imports()[text[m[2]:m[3]]]; name != "" {
				r.tellIncluded(p.start+m[0], p.start+m[1], name, facts)
			}
		}
	}
}

// tellIncluded tells of the text of another file; facts says that it is in the place of
// parameters or members.
func (r *reading) tellIncluded(start, end int, name string, facts bool) {
	if r.quiet {
		return
	}
	severity := diag.Info
	if facts {
		severity = diag.Warning
	}
	r.problems = append(r.problems, decl.Problem{
		Code: "included-text", Severity: severity, Start: start, End: end,
		Message: "the page takes the text of " + quoted(name) + " from another file here: what that lists is not in the model",
		Help:    "put the text into the page, or give docgen the pages as the site shows them",
	})
}

// imports are the pages whose text the page imports, by the names of their components.
func (s *document) imports() map[string]string {
	if s.imported == nil {
		s.imported = map[string]string{}
		for _, m := range importedPage.FindAllStringSubmatch(s.text, -1) {
			s.imported[m[1]] = m[2]
		}
	}
	return s.imported
}
