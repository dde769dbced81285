package parser

import (
	"bytes"

	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/source"
	"github.com/docgen-go/docgen/parser/page"
)

// checkFences tells of fences in which another one begins: the first was not ended, so
// that what was to stand between the two is code, and what is to be code is text.
func (c *claim) checkFences(text []byte, from int, file *source.File) {
	for _, f := range page.Fences(text, from) {
		marker, width, _, _ := page.FenceMark(text[f.Start:f.Inner])
		i := f.Inner
		for line := range bytes.Lines(text[f.Inner:f.InnerEnd]) {
			if m, n, indent, bare := page.FenceMark(line); m == marker && n >= width && !bare && indent <= f.Indent {
				d := c.diags.Add("fence-in-fence", diag.Warning, lineAt(file, i, line), "a fence begins here within another one: all of it is code of the first one")
				d.Help = "end the first fence with its marks, or begin it with more of them than the second"
				d.See(lineAt(file, f.Start, text[f.Start:f.Inner]), "the first one")
				break
			}
			i += len(line)
		}
	}
}

// lineAt returns the span of a line without the blank space at its end.
func lineAt(file *source.File, start int, line []byte) source.Span {
	return file.Span(start, start+len(bytes.TrimRight(line, " \t\r\n")))
}

var _ = diag.Register(diag.Entry{
	Code: "fence-in-fence", Severity: diag.Warning,
	Title:   "a fence begins within another one",
	Why:     "Marks with a word behind them end no fence, so that the first fence goes on. It was perhaps not ended; then nothing of what stands between the two is in the model.",
	Help:    "End the first fence with its marks. Where one is to show the other, begin it with more marks.",
	Example: "-- cranes.md --\n# Cranes\n\n## Turn a crane\n\n```plaintext\nPOST /cranes/:id/turn\n\n| Attribute | Type | Required |\n|---|---|---|\n| `angle` | number | yes |\n\n```json\n{\"angle\": 4}\n```\n\n## Stop a crane\n\n```plaintext\nPOST /cranes/:id/stop\n```\n\n| Attribute | Type | Required |\n|---|---|---|\n| `slowly` | boolean | yes |\n",
})
