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
// statuses, or behind a label or a sentence of its own.
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
		case p.kind == textBlock && p.section != vocabulary.Errors && p.section != vocabulary.Documentation:
			out = append(out, r.inlineAnswers(p)...)
		}
	}
	return out
}

// answersLine begins a line that shows what is answered in code: a label, or a status as an item of a
// section of answers.
var (
	answersLine = prefilter.MustCompile("(?i)^[ \t>]*(?:[-*+][ \t]+)?[*_]*(?:successful |success |api |json )?(?:response|returns?|result|output|success|content|ответ|respuesta|resposta|retorno|réponse|antwort|返回|响应|返回值|返回结果|响应结果|レスポンス|응답)(?:[ *_]*(?:\\([^()\n]{1,30}\\)|body|json))*[ *_]*[:：]?[ *_]*(?:`?([1-5][0-9][0-9])\\b[^{\\[\n]{0,40})?$")
	statusFirst = prefilter.MustCompile("^[ \t>]*[-*+][ \t]+[*_`]*([1-5][0-9][0-9])\\b[^{\\[\n]{0,40}$")
	// saysReturns ends a sentence, up to what is answered.
	saysReturns = prefilter.MustCompile("(?i)\\b(?:returns?|responds?(?: with)?|answers?(?: with)?)\\b[^.`]{0,60}(?:(?:, )?e\\.g\\.[,:]?)? *[:：]? *$")
)

// inlineAnswers are the answers that the lines of a text show in code, each behind what says so.
func (r *reading) inlineAnswers(p part) []decl.Example {
	var out []decl.Example
	at := p.start
	answers := p.section == vocabulary.Response || p.section == vocabulary.ResponseExample
	if ex := r.inlineExample(p.start, p.end, statusWithin(r.document.text[p.start:p.end]), contentLabel); answers && ex != nil {
		return append(out, *ex)
	}
	for line := range strings.Lines(r.document.text[p.start:p.end]) {
		start := at
		at += len(line)
		m := jsonSpan.FindStringIndex(line)
		if m == nil || len(line) > longestStatement {
			answers = len(line) < longestStatement && (answersLine.MatchString(strings.TrimRight(line, "\n :：*_")) || answers && strings.TrimSpace(line) != "" && statusWithin(line) != "")
			continue
		}
		before := strings.TrimRight(line[:m[0]], " \t:：-–—*_→")
		status := "200"
		switch {
		case answersLine.MatchString(before):
			if n := statusWithin(line[:m[0]]); n != "" {
				status = n
			}
			answers = true
		case answers && statusFirst.MatchString(before):
			status = statusWithin(before)
		case saysReturns.MatchString(line[:m[0]]):
		default:
			continue
		}
		if ex := r.inlineExample(start, at, status, nil); ex != nil {
			out = append(out, *ex)
			return out // what follows shows other cases
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
