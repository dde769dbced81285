package report

import (
	"crypto/sha256"
	"encoding/base64"
	"html/template"
	"io"
	"strconv"
	"strings"
	"sync"

	"github.com/docgen-go/docgen/templates"
)

// rulesURL is the published catalogue, in which each rule has an anchor.
const rulesURL = "https://github.com/docgen-go/docgen/blob/main/model/diff/rules/README.md"

// htmlTemplate is the page with the digest of its script, which is the only one that a
// browser runs there.
var htmlTemplate = sync.OnceValue(func() *template.Template {
	sum := sha256.Sum256([]byte(templates.DiffScript))
	page := strings.Replace(templates.DiffHTML, "%SCRIPT%", "sha256-"+base64.StdEncoding.EncodeToString(sum[:]), 1)
	return template.Must(template.New("diff").Funcs(template.FuncMap{
		"number": grouped,
		"script": func() template.JS { return template.JS(templates.DiffScript) },
	}).Parse(page))
})

// HTML writes the report as one file that needs no other, for a browser or a
// printer. The error is the writer's.
func (r *Report) HTML(w io.Writer) error {
	return htmlTemplate().Execute(w, r.document())
}

// grouped is a number in groups of three digits.
func grouped(n int) string {
	digits := strconv.Itoa(n)
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + "," + digits[i:]
	}
	return digits
}
