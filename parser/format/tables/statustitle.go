package tables

import (
	"strconv"
	"strings"

	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
	"github.com/docgen-go/docgen/parser/prefilter"
)

// answersWith is a line that says what is answered with which status, and ends in a colon:
// Returns `201` with the boat:
var answersWith = prefilter.MustCompile(`(?i)^(?:it |this )?(?:returns?|responds?(?: with)?|返回|响应)\b[^.:：]{0,30}\b[1-5][0-9][0-9]\b[^.:：]{0,50}[:：]$`)

// errorStem is one that makes a title with a status one of errors, whatever the status.
var errorStem = prefilter.MustCompile(`(?i)err|fail|exception|错误|錯誤|异常|失败|エラー|오류|ошиб|erro|fehler`)

// ofStatus is the section of a title that is but a word for a status and one of success:
// "Status Code 200" stands above what that answer holds, "Status Codes" above errors.
func ofStatus(title string, section vocabulary.Section, status int) vocabulary.Section {
	if section == vocabulary.Errors && status >= 200 && status < 300 && !errorStem.MatchString(title) {
		return vocabulary.Response
	}
	return section
}

// withoutStatus is a title without the status in it and what HTTP calls that: Response: 201
// Created.
func withoutStatus(title string, status int) string {
	number := strconv.Itoa(status)
	before, after, _ := strings.Cut(title, number)
	return strings.Trim(before+reasonPhrase.ReplaceAllString(after, ""), " -—:：()（）`*")
}

// reasonPhrase is what HTTP calls a status, behind it.
var reasonPhrase = prefilter.MustCompile("(?i)^[ `*:—-]*(?:ok|created|accepted|no content|reset content|partial content|multi-status|bad request|unauthorized|payment required|forbidden|not found|method not allowed|conflict|gone|unprocessable (?:entity|content)|too many requests|internal server error|bad gateway|service unavailable)\\b")
