package tables

import (
	"strings"

	"github.com/docgen-go/docgen/parser/format/tables/prose"
	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
	"github.com/docgen-go/docgen/parser/link"
	"github.com/docgen-go/docgen/parser/prefilter"
)

// The media types of forms.
const (
	urlEncoded = "application/x-www-form-urlencoded"
	multipart  = "multipart/form-data"
)

var (
	// contentType is a line that says how what is sent travels.
	contentType = prefilter.MustCompile("(?im)^[-*_>`\\s]*content-type[*_`]*\\s*[:：][^\\n]{3,80}$")
	// contentTypeRow is a row that says so in a table of no attributes: | Header | Content-Type: text/xml |.
	contentTypeRow = prefilter.MustCompile("(?im)^[^\\n]*\\|[-*_`\\s]*content-?type[*_`]*[ \\t]*[:：|][^|\\n]{3,80}")
	// multipartWord is a word for a form in parts.
	multipartWord = prefilter.MustCompile(`(?i)multipart|form-?data\b`)
	formWord      = prefilter.MustCompile(`(?i)^form(?:[ -]?data)?\b|^表单|^表單`)
)

// bodyMedia is the media type in which the members of the body travel that a part lists, by its
// title or by a column for where attributes travel, or "".
func bodyMedia(p part) string {
	if p.section == vocabulary.Body || p.section == vocabulary.Form || p.section == vocabulary.Request {
		if media := bodyTypeIn(p.label); media != "" {
			return media
		}
	}
	if p.section == vocabulary.Form {
		return mediaOfForm(p.label)
	}
	if p.kind != tableBlock || p.head.location < 0 {
		return ""
	}
	for i := range p.table.Rows {
		if cell := prose.Plain(p.table.Rows[i].Cell(p.head.location)); formWord.MatchString(cell) {
			return mediaOfForm(cell)
		}
	}
	return ""
}

// bodyTypeIn is the first media type in a text in which members of a body may travel, or "".
func bodyTypeIn(text string) string {
	for _, media := range link.MediaTypes(text) {
		switch kind, _, _ := strings.Cut(media, "/"); kind {
		case "application", "multipart", "text":
			return media
		}
	}
	return ""
}

// mediaStated is the media type of the body that a line of a call says outside of what is
// answered and of examples, or "".
func (c *call) mediaStated() string {
	for _, p := range c.parts {
		if p.kind == tableBlock && p.section != vocabulary.Header && !isAnswer(p.section) && !isAside(p.section) && !p.head.isFacts() {
			if row := contentTypeRow.FindString(c.document.text[p.start:p.end]); row != "" {
				return bodyTypeIn(row)
			}
		}
		if p.kind != textBlock && !(p.kind == fenceBlock && c.isStatement(p.block)) || isAnswer(p.section) || isAside(p.section) {
			continue
		}
		if line := contentType.FindString(c.document.text[p.start:p.end]); line != "" {
			return bodyTypeIn(line)
		}
	}
	return ""
}

// mediaOfForm is the media type of a form by what a page calls it.
func mediaOfForm(called string) string {
	if multipartWord.MatchString(called) {
		return multipart
	}
	return urlEncoded
}
