package templates

import _ "embed" // the templates

// DiffHTML is the html/template of a comparison's report, and DiffScript the script
// that it runs; emit/report fills the one with the other.
//
//go:embed report/diff.html.tmpl
var DiffHTML string

// DiffScript searches, filters and folds in the page. It makes no element of text and
// asks for nothing; without it the page shows everything.
//
//go:embed report/diff.js
var DiffScript string
