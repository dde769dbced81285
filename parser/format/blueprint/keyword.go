package blueprint

import (
	"regexp"
	"strings"
)

// A keyword is what an item of a list announces.
type keyword uint8

const (
	noKeyword keyword = iota
	parametersWord
	attributesWord
	requestWord
	responseWord
	modelWord
	headersWord
	bodyWord
	schemaWord
	relationWord
)

// isPayload reports whether an item is a message.
func (k keyword) isPayload() bool {
	return k == requestWord || k == responseWord || k == modelWord
}

// isAsset reports whether what stands in an item is text and no Markdown.
func (k keyword) isAsset() bool { return k == headersWord || k == bodyWord || k == schemaWord }

// isPart reports whether an item is a part of a message.
func (k keyword) isPart() bool {
	return k.isAsset() || k == attributesWord || k == parametersWord
}

// keywords are how items begin that announce something.
var keywords = []struct {
	form *regexp.Regexp
	is   keyword
}{
	{regexp.MustCompile(`(?i)^parameters?\s*:?$`), parametersWord},
	{regexp.MustCompile(`(?i)^attributes?\s*(\(.*\))?\s*:?$`), attributesWord},
	{regexp.MustCompile(`(?i)^request(\s.*)?:?$`), requestWord},
	{regexp.MustCompile(`(?i)^response(\s.*)?:?$`), responseWord},
	{regexp.MustCompile(`(?i)^model\s*(\(.*\))?\s*:?$`), modelWord},
	{regexp.MustCompile(`(?i)^headers?\s*:?$`), headersWord},
	{regexp.MustCompile(`(?i)^body\s*:?$`), bodyWord},
	{regexp.MustCompile(`(?i)^schema\s*:?$`), schemaWord},
	{regexp.MustCompile(`(?i)^relation\s*:`), relationWord},
}

// keywordOf returns what the head of an item announces.
func keywordOf(head string) keyword {
	if head == "" || strings.IndexByte("paPAmMhHbBsSrR", head[0]) < 0 {
		return noKeyword
	}
	for _, k := range keywords {
		if k.form.MatchString(head) {
			return k.is
		}
	}
	return noKeyword
}
