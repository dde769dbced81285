// Package prose reads what the cells of tables say in words: names with their marks,
// types, and the facts in descriptions.
//
// It is not part of the compatibility promise.
package prose

import (
	"html"
	"strings"

	"github.com/docgen-go/docgen/parser/prefilter"
)

var (
	anchorTag = prefilter.MustCompile(`(?is)<a\b[^>]*?\bhref=["']([^"']*)["'][^>]*>(.*?)</a>`)
	breakTag  = prefilter.MustCompile(`(?i)<br\s*/?>|</?p>|</?div>|<ul>|</ul>|</li>|<ol>|</ol>`)
	itemTag   = prefilter.MustCompile(`(?i)<li>`)
	otherTag  = prefilter.MustCompile(`</?[A-Za-z][A-Za-z0-9.]*(?:\s[^<>]*)?/?>`)
	comment   = prefilter.MustCompile(`(?s)<!--.*?-->`)
	shortcode = prefilter.MustCompile(`\{\{[<%].*?[>%]\}\}|\{%.*?%\}`)
	escaped   = prefilter.MustCompile("\\\\([\\\\`*_{}\\[\\]()#+.!<>~|&?:-])")
)

// Plain is the text of a cell without links, tags, escapes and marks of emphasis.
// Code spans are their content.
func Plain(cell string) string {
	cell = untagged(unlinked(cell))
	cell = strings.ReplaceAll(cell, "`", "")
	cell = strings.ReplaceAll(cell, "**", "")
	cell = unescaped(cell)
	return strings.TrimSpace(cell)
}

// unescaped is a text without the backslashes before marks.
func unescaped(text string) string { return escaped.ReplaceAllString(text, "$1") }

// untagged is a cell without tags and entities; breaks are blanks.
func untagged(cell string) string {
	if strings.ContainsAny(cell, "<{") {
		cell = comment.ReplaceAllString(cell, "")
		cell = shortcode.ReplaceAllString(cell, " ")
		cell = itemTag.ReplaceAllString(breakTag.ReplaceAllString(cell, " "), " ")
		cell = otherTag.ReplaceAllString(cell, "")
	}
	if strings.Contains(cell, "&") {
		cell = strings.ReplaceAll(html.UnescapeString(cell), "\u00a0", " ")
	}
	return cell
}

// codedTag is a code span that is but a name in angle brackets, as what stands for a value, and no tag.
var codedTag = prefilter.MustCompile("`<([A-Za-z][\\w |.:-]*>)`")

// kept stands for the bracket of such a span while tags are taken away.
const kept = "\ue000"

// Doc is a description as documentation: Markdown, with breaks and items of HTML
// lists as lines of their own, and without other tags. It keeps links.
func Doc(cell string) string {
	if strings.Contains(cell, "<") {
		cell = comment.ReplaceAllString(cell, "")
		cell = breakTag.ReplaceAllString(cell, "\n")
		cell = itemTag.ReplaceAllString(cell, "\n- ")
		cell = anchorTag.ReplaceAllString(cell, "[$2]($1)")
		if strings.Contains(cell, "`<") {
			cell = codedTag.ReplaceAllString(cell, "`"+kept+"$1`")
		}
		cell = strings.ReplaceAll(otherTag.ReplaceAllString(cell, ""), kept, "<")
	}
	if strings.Contains(cell, "&") {
		cell = strings.ReplaceAll(html.UnescapeString(cell), "\u00a0", " ")
	}
	if !strings.Contains(cell, "\n") {
		return strings.TrimSpace(cell)
	}
	var lines []string
	for line := range strings.Lines(cell) {
		if line = strings.TrimSpace(line); line != "" && line != "-" {
			lines = append(lines, line)
		}
	}
	return strings.Join(lines, "\n")
}
