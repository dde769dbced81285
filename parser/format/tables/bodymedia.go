package tables

import (
	"strings"

	"github.com/docgen-go/docgen/parser/format/tables/prose"
	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
	"github.com/docgen-go/docgen/parser/prefilter"
)

// The media types of forms.
const (
	urlEncoded = "application/x-www-form-urlencoded"
	multipart  = "multipart/form-data"
)

// bodyType is a media type in a title, multipartWord a word for a form in parts.
var (
	bodyType      = prefilter.MustCompile(`(?i)\b(?:application|multipart|text)/[a-z0-9][a-z0-9.+-]*[a-z0-9]`)
	multipartWord = prefilter.MustCompile(`(?i)multipart|form-?data\b`)
	formWord      = prefilter.MustCompile(`(?i)^form(?:[ -]?data)?\b|^表单|^表單`)
)

// bodyMedia is the media type in which the members of the body travel that a part lists, by its
// title or by a column for where attributes travel, or "".
func bodyMedia(p part) string {
	if p.section == vocabulary.Body || p.section == vocabulary.Form || p.section == vocabulary.Request {
		if media := bodyType.FindString(p.label); media != "" {
			return strings.ToLower(media)
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

// mediaOfForm is the media type of a form by what a page calls it.
func mediaOfForm(called string) string {
	if multipartWord.MatchString(called) {
		return multipart
	}
	return urlEncoded
}
