// Package prose reads what the cells of tables say in words: names with their marks,
// types, and the facts in descriptions.
//
// It is not part of the compatibility promise.
package prose

import (
	"html"
	"regexp"
	"strings"
)

// A Link is a link in a cell.
type Link struct{ Text, Target string }

var (
	linkMark  = regexp.MustCompile(`!?\[((?:[^\[\]]|\[[^\[\]]*\])*)\]\(([^()\s]*(?:\([^()]*\)[^()\s]*)*)(?:\s+"[^"]*")?\)`)
	anchorTag = regexp.MustCompile(`(?is)<a\b[^>]*?\bhref=["']([^"']*)["'][^>]*>(.*?)</a>`)
	breakTag  = regexp.MustCompile(`(?i)<br\s*/?>|</?p>|</?div>|<ul>|</ul>|</li>|<ol>|</ol>`)
	itemTag   = regexp.MustCompile(`(?i)<li>`)
	otherTag  = regexp.MustCompile(`</?[A-Za-z][A-Za-z0-9.]*(?:\s[^<>]*)?/?>`)
	comment   = regexp.MustCompile(`(?s)<!--.*?-->`)
	shortcode = regexp.MustCompile(`\{\{[<%].*?[>%]\}\}|\{%.*?%\}`)
	escaped   = regexp.MustCompile("\\\\([\\\\`*_{}\\[\\]()#+.!<>~|&?:-])")
)

// Links returns the links in a cell, in Markdown and HTML.
func Links(cell string) []Link {
	var out []Link
	if strings.Contains(cell, "](") {
		for _, m := range linkMark.FindAllStringSubmatch(cell, -1) {
			out = append(out, Link{m[1], m[2]})
		}
	}
	if strings.Contains(cell, "<a") || strings.Contains(cell, "<A") {
		for _, m := range anchorTag.FindAllStringSubmatch(cell, -1) {
			out = append(out, Link{m[2], m[1]})
		}
	}
	return out
}

// unlinked is a cell with the texts of its links in the place of these.
func unlinked(cell string) string {
	if strings.Contains(cell, "](") {
		cell = linkMark.ReplaceAllString(cell, "$1")
	}
	if strings.Contains(cell, "<a") {
		cell = anchorTag.ReplaceAllString(cell, "$2")
	}
	return cell
}

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
func unescaped(text string) string { return replaced(escaped, text, `\`, "$1") }

// untagged is a cell without tags and entities; breaks are blanks.
func untagged(cell string) string {
	if strings.ContainsAny(cell, "<{") {
		cell = replaced(comment, cell, "<!--", "")
		cell = replaced(shortcode, cell, "{", " ")
		cell = itemTag.ReplaceAllString(breakTag.ReplaceAllString(cell, " "), " ")
		cell = otherTag.ReplaceAllString(cell, "")
	}
	if strings.Contains(cell, "&") {
		cell = strings.ReplaceAll(html.UnescapeString(cell), "\u00a0", " ")
	}
	return cell
}

// Doc is a description as documentation: Markdown, with breaks and items of HTML
// lists as lines of their own, and without other tags. It keeps links.
func Doc(cell string) string {
	if strings.Contains(cell, "<") {
		cell = comment.ReplaceAllString(cell, "")
		cell = breakTag.ReplaceAllString(cell, "\n")
		cell = itemTag.ReplaceAllString(cell, "\n- ")
		cell = anchorTag.ReplaceAllString(cell, "[$2]($1)")
		cell = otherTag.ReplaceAllString(cell, "")
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
