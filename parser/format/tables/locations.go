package tables

import "regexp"

// What descriptions say of where an attribute travels.
var (
	saysQuery  = regexp.MustCompile(`(?i)\b(?:as|in|via|is) (?:an? |the )?(?:url )?(?:query (?:param(?:eter)?|string|argument)|querystring|query)\b|\b(?:part of the )?url as a query\b|^query param(?:eter)?\b`)
	saysHeader = regexp.MustCompile(`(?i)\b(?:sent|passed|specified|given|provided|set) (?:as|in|via) (?:an? |the )?(?:http |request )?header\b`)
)
