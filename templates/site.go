package templates

import "embed"

// Site holds the pages of the history of a reference (site/*.tmpl), and the files that
// they share (site/style.css, site/site.js).
//
//go:embed site
var Site embed.FS
