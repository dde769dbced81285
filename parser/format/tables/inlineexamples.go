package tables

import (
	"encoding/json"
	"strconv"
	"strings"

	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format"
	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
	"github.com/docgen-go/docgen/parser/prefilter"
)

var (
	// jsonSpan is a code span with an object or a list.
	jsonSpan = prefilter.MustCompile("(?s)`+([{\\[][^`]*[}\\]])`+")
	// contentLabel ends the text before such a span, where it is what is answered.
	contentLabel = prefilter.MustCompile(`(?i)(?:content|body|response|returns?|返回|响应|内容)[ *_]*[:：][ *_]*$`)
)

// inlineExamples are the answers that a call shows in code spans: in the rows of a table of
// statuses, or behind a label of its own in a section of answers.
func (r *reading) inlineExamples(c *call) []decl.Example {
	var out []decl.Example
	for _, p := range c.parts {
		switch {
		case p.kind == tableBlock && isStatuses(p.table):
			for i := range p.table.Rows {
				row := &p.table.Rows[i]
				if ex := r.inlineExample(row.Start, row.End, statusWithin(row.Cell(0)), nil); ex != nil {
					out = append(out, *ex)
				}
			}
		case p.kind == textBlock && (p.section == vocabulary.Response || p.section == vocabulary.ResponseExample):
			if ex := r.inlineExample(p.start, p.end, statusWithin(r.document.text[p.start:p.end]), contentLabel); ex != nil {
				out = append(out, *ex)
			}
		}
	}
	return out
}

// inlineExample is the first code span of a text that shows the answer of a success, behind
// a label where there has to be one, or nil.
func (r *reading) inlineExample(start, end int, status string, label *prefilter.Pattern) *decl.Example {
	text := r.document.text[start:end]
	m := jsonSpan.FindStringSubmatchIndex(text)
	if m == nil || !strings.HasPrefix(status, "2") || label != nil && !label.MatchString(text[:m[0]]) {
		return nil
	}
	shown := text[m[2]:m[3]]
	if !json.Valid([]byte(shown)) {
		repaired, ok := relaxed(shown)
		if !ok {
			return nil
		}
		shown = repaired
	}
	ex := &decl.Example{Language: "json", Text: shown, Start: start + m[2], End: start + m[3], Response: true}
	ex.Status, _ = strconv.Atoi(status)
	r.w.Mark(ex.Start, ex.End, format.Examples)
	return ex
}
