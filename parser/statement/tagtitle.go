package statement

import (
	"strings"

	"github.com/docgen-go/docgen/parser/prefilter"
)

var (
	// verbTag is a verb that stands alone in a tag.
	verbTag = prefilter.MustCompile(`<(?:span|small|b|code|em|strong|kbd|sup|mark|label|badge|Badge)\b[^<>]*>\s*(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\s*</[A-Za-z]+>`)
	// element is a tag with all that it holds but other tags, anyTag a tag of HTML.
	element = prefilter.MustCompile(`<([A-Za-z]+)\b[^<>]*>[^<>]*</[A-Za-z]+>`)
	anyTag  = prefilter.MustCompile(`</?(?:span|small|b|code|i|em|strong|kbd|sup|mark|label|a)\b[^<>]*>`)
	// emptyLink is a link without a text, to the heading that it stands in.
	emptyLink = prefilter.MustCompile(`\[\s*\]\(#[^()\s]*\)`)
)

// WithoutTags returns a title whose verb stands in a tag without tags: what other tags before the
// verb hold is said of the endpoint, and no part of its name. Another title it returns as it is.
//
//	<span class="auth">none</span><span class="method">GET</span> /boats/<span>{id}</span>
func WithoutTags(title string) string {
	if strings.IndexByte(title, '<') < 0 {
		return title
	}
	m := verbTag.FindStringSubmatchIndex(title)
	if m == nil {
		return title
	}
	before, after := title[:m[0]], title[m[1]:]
	for range 3 { // tags within tags
		before = element.ReplaceAllString(before, "")
	}
	before, after = anyTag.ReplaceAllString(before, ""), anyTag.ReplaceAllString(after, "")
	return strings.TrimSpace(before + " " + title[m[2]:m[3]] + " " + strings.TrimSpace(emptyLink.ReplaceAllString(after, "")))
}
