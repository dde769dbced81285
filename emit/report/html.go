package report

import (
	"html/template"
	"io"
	"strconv"
	"sync"

	"github.com/docgen-go/docgen/templates"
)

// rulesURL is the published catalogue, in which each rule has an anchor.
const rulesURL = "https://github.com/docgen-go/docgen/blob/main/model/diff/rules/README.md"

var htmlTemplate = sync.OnceValue(func() *template.Template {
	return template.Must(template.New("diff").Funcs(template.FuncMap{"number": grouped}).Parse(templates.DiffHTML))
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
