package golang

import (
	"strings"
	"testing"
)

// TestReadmeText has nothing of a page become markup.
func TestReadmeText(t *testing.T) {
	for _, text := range []string{
		"<script>alert(1)</script>", "[a](javascript:b)", "![a](https://harbor.example/a.png)", "# a", "- a\n- b", "a\n\n```\nb", "| a | b |\n|---|---|",
		"<!-- a", "--> a", "&lt;b&gt;", "@harbor #1 https://harbor.example", "a\u2028b\u202e", "`a` **b** _c_ ~~d~~", "a\\", "\xff",
	} {
		got := markdownText(text)
		if strings.ContainsAny(got, "\n<>@\u2028\u202e") {
			t.Errorf("%q is %q", text, got)
		}
		bare := strings.NewReplacer("&#60;", "", "&#62;", "", "&#38;", "", "&#64;", "").Replace(got)
		for bare != "" {
			if bare[0] == '\\' && len(bare) > 1 {
				bare = bare[2:]
				continue
			}
			if strings.ContainsRune("\\`*_{}[]()#+-.!|~&:/", rune(bare[0])) {
				t.Errorf("%q is %q, where %q is markup", text, got, bare[:1])
			}
			bare = bare[1:]
		}
		span := codeSpan(text)
		fence := span[:len(span)-len(strings.TrimLeft(span, "`"))]
		if inner := strings.TrimSuffix(strings.TrimPrefix(span, fence), fence); strings.Contains(inner, fence) || strings.Contains(span, "\n") {
			t.Errorf("%q as code is %q", text, span)
		}
	}
}
