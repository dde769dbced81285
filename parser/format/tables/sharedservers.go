package tables

import (
	"net/url"
	"strings"

	"github.com/docgen-go/docgen/parser/format/tables/prose"
	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
	"github.com/docgen-go/docgen/parser/link"
	"github.com/docgen-go/docgen/parser/prefilter"
)

var (
	absoluteURL = prefilter.MustCompile("https?://[^\\s\"'<>|()\\[\\]`*,;，。、]+(?:[<\\[][^<>\\[\\]\\s()]+[>\\]][^\\s\"'<>|()\\[\\]`*,;]*)*")
	// trialWord says that a server is none to send real requests to.
	trialWord = prefilter.MustCompile(`(?i)(?:^|[^a-z])(?:test|testnet|testing|sandbox|demo|staging|stage|dev|development|beta|mock|uat|preview|simulated|simulation|paper|local|localhost)(?:[^a-z]|$)|沙箱|沙盒|测试|模拟|測試|開発|テスト|サンドボックス|테스트|샌드박스`)
	fileName  = prefilter.MustCompile(`\.(?:html?|md|json|ya?ml|pdf|zip|png|jpe?g|gif|svg)$`)
)

// serversIn notes the base URLs that a block states; announced says that what stands
// before it announces some.
func (c *shared) serversIn(s *document, b *block, announced bool) {
	text := s.text[b.start:b.end]
	if !strings.Contains(text, "://") {
		return
	}
	announced = announced || b.kind == tableBlock && headsBaseURL(b)
	label, at := "", b.start
	for line := range strings.Lines(text) {
		start := at
		at += len(line)
		found := absoluteURL.FindAllStringIndex(line, -1)
		if len(found) == 0 {
			if label = line; b.kind == textBlock && vocabulary.BaseURL.Announces(strings.TrimLeft(prose.Plain(line), "*-+ \t")) {
				announced = true
			}
			continue
		}
		for n, m := range found {
			before := line[:m[0]]
			u := baseURLOf(line[m[0]:m[1]])
			if b.kind == fenceBlock && !announced && n == 0 && strings.Contains(before, "//") {
				continue // a comment in code
			}
			if u == "" || strings.HasSuffix(before, "](") || !announced && (n > 0 || !announcesServer(before) && !(endpointLabel.MatchString(before) && isBare(u))) {
				continue
			}
			c.servers = append(c.servers, link.Server{
				URL: strings.Clone(u), Span: c.file().Span(start+m[0], start+m[1]),
				Trial: trialWord.MatchString(before) || trialWord.MatchString(u) || trialWord.MatchString(label),
			})
		}
	}
}

// baseLabel is a label for the base of all paths that is but that word, which no heading says so.
var baseLabel = prefilter.MustCompile(`(?i)^[\s*_>-]*base[\s*_]*[:：][\s*_\x60]*$`)

// availableAt is the beginning of a sentence that says where an API is.
var availableAt = prefilter.MustCompile(`(?i)\b(?:the|this|our) (?:[a-z]+ ){0,2}api (?:is|can be) (?:available|served|hosted|exposed|reachable|accessible|reached|accessed) (?:at|under|on|via|from)(?: the url)?[:\s\x60*]*$`)

// endpointLabel is a label for one endpoint or for all of them: API Endpoint: https://api.example.com.
var endpointLabel = prefilter.MustCompile(`(?i)^[\s*_>\x60-]*(?:api|rest|http|service) ?endpoints?[\s*_\x60]*[:：][\s*_\x60<\[]*$`)

// isBare reports whether a URL is a host alone, or with a version behind it.
func isBare(text string) bool {
	u, err := url.Parse(text)
	return err == nil && bareBase.MatchString(u.Path)
}

var bareBase = prefilter.MustCompile(`^(?:/api)?(?:/v[0-9.]+)?$`)

// announcesServer reports whether what stands before an address in its line announces a base URL.
func announcesServer(before string) bool {
	return vocabulary.BaseURL.Announces(strings.Trim(prose.Plain(before), " |-*:[<")) || baseLabel.MatchString(before) || availableAt.MatchString(before)
}

// headsBaseURL reports whether a column of a table holds base URLs.
func headsBaseURL(b *block) bool {
	for _, head := range b.table.Head {
		if vocabulary.BaseURL.Announces(prose.Plain(head)) {
			return true
		}
	}
	return false
}

// baseURLOf is a URL without the marks of a sentence behind it, or "" where it can be no
// base: it has a query, or leads to a file.
func baseURLOf(text string) string {
	text = strings.TrimRight(text, "./:!?")
	u, err := url.Parse(strings.NewReplacer("<", "x", ">", "x", "[", "x", "]", "x", "{", "x", "}", "x").Replace(text))
	if err != nil || u.Host == "" || u.RawQuery != "" || u.Fragment != "" || u.User != nil || fileName.MatchString(u.Path) {
		return ""
	}
	return text
}
