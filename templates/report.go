package templates

import _ "embed" // the template

// DiffHTML is the html/template of a comparison's report; emit/report fills it.
//
//go:embed report/diff.html.tmpl
var DiffHTML string
