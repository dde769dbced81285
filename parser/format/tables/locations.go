package tables

import (
	"regexp"
	"strings"
)

// What descriptions say of where an attribute travels.
var (
	saysQuery  = regexp.MustCompile(`(?i)\b(?:as|in|via|is) (?:an? |the )?(?:url )?(?:query (?:param(?:eter)?|string|argument)|querystring|query)\b|\b(?:part of the )?url as a query\b|^query param(?:eter)?\b`)
	saysHeader = regexp.MustCompile(`(?i)\b(?:sent|passed|specified|given|provided|set) (?:as|in|via) (?:an? |the )?(?:http |request )?header\b`)
)

// says reports whether a description matches a pattern of which each match has a word.
func says(doc, word string, pattern *regexp.Regexp) bool {
	return strings.Contains(strings.ToLower(doc), word) && pattern.MatchString(doc)
}
