package tables

import (
	"strings"

	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
	"github.com/docgen-go/docgen/parser/prefilter"
)

// formFollows ends a label that says that the members of what it names follow:
// 返回参数: Object，结构如下
var formFollows = prefilter.MustCompile(`(?:^|[，,、;；\s]\s*)(?:其|数据)?(?:结构|字段|内容|格式|参数|属性|定义|说明)?(?:如下|见下表|如下表)(?:所示)?[:：。.]*$`)

// severalWide are words for several of what they stand behind, without a blank: Object数组.
var severalWide = []string{"数组", "列表", "集合", "陣列", "配列", "の配列", "リスト", "배열"}

// saysForm reports whether a text behind a label for a part says but the form of that part, and
// perhaps that its members follow: "Object", "Array，结构如下". What is null is no part.
func saysForm(text string) bool {
	at := formFollows.FindStringIndex(text)
	if at != nil {
		text = text[:at[0]]
	}
	text = strings.TrimRight(strings.TrimSpace(text), ":：。.")
	if text == "" {
		return at != nil
	}
	if isForm(text) {
		return true
	}
	for _, several := range severalWide {
		if one, ok := strings.CutSuffix(text, several); ok && isForm(strings.TrimSpace(one)) {
			return true
		}
	}
	return false
}

// isForm reports whether a text is a word for objects or arrays, or for any value in JSON.
func isForm(text string) bool {
	switch vocabulary.TypeOf(text) {
	case "object", "array":
		return true
	}
	return strings.EqualFold(text, "json")
}

// endsInForm reports whether a label says behind its colon but the form of what it names.
func endsInForm(label string) bool {
	at := strings.IndexAny(label, ":：")
	if at <= 0 || strings.Trim(label[at:], ":： ") == "" || vocabulary.SectionOf(label) != vocabulary.Unknown {
		return false
	}
	return saysForm(strings.TrimLeft(label[at:], ":："))
}
