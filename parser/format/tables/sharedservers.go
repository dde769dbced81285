package tables

import (
	"net/url"
	"strings"

	"github.com/docgen-go/docgen/parser/format/tables/prose"
	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
	"github.com/docgen-go/docgen/parser/link"
	"github.com/docgen-go/docgen/parser/prefilter"
	"github.com/docgen-go/docgen/parser/statement"
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
		last := 0 // where the URL before ends
		for n, m := range found {
			before := line[last:m[0]]
			last = m[1]
			u := baseURLOf(line[m[0]:m[1]])
			if b.kind == fenceBlock && !announced && n == 0 && strings.Contains(before, "//") {
				continue // a comment in code
			}
			before, ok := cutLinkText(before)
			if u == "" || !ok || !announced && !endsInBase(before, u) && (n > 0 || !announcesServer(before)) {
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

// availableAt is the beginning of a sentence that says where an API or the root of it is.
var availableAt = prefilter.MustCompile(`(?i)\b(?:(?:the )?(?:root|base|entry ?point)(?: url| address| endpoint)? (?:of|for) (?:the|this|our) (?:[a-z]+ ){0,2}api is(?: at)?|(?:the|this|our) (?:[a-z]+ ){0,2}api (?:is|can be) (?:available|served|hosted|exposed|reachable|accessible|reached|accessed) (?:at|under|on|via|from)(?: the url)?)[:\s\x60*]*$`)

// announcesServer reports whether what stands before an address in its line announces a base URL.
func announcesServer(before string) bool {
	return vocabulary.BaseURL.Announces(strings.Trim(prose.Plain(before), " |-*:[<")) || baseLabel.MatchString(before) || availableAt.MatchString(before)
}

// cutLinkText takes the text of a link off what stands before where it leads, where that is the host of it:
// [api.boats.io](https://api.boats.io). It is not ok for another link.
func cutLinkText(before string) (rest string, ok bool) {
	text, isTarget := strings.CutSuffix(before, "](")
	if !isTarget {
		return before, true
	}
	at := strings.LastIndexByte(text, '[')
	return text[:max(at, 0)], at >= 0 && hostAlone.MatchString(text[at+1:])
}

// hostAlone is a text that is but a host.
var hostAlone = prefilter.MustCompile(`^[a-z0-9-]+(?:\.[a-z0-9-]+)+/?$`)

var (
	// baseBefore ends in words for the base of all paths: lists the base URL of the API: <, 根URL：
	baseBefore = prefilter.MustCompile(`(?i)\bbase[ -]?(?:url|uri|endpoint|address)(?:s|es)?\b(?:[^.!?\n:：]{0,40}?(?:\bis\b|\bare\b|[:：=]))?[\s*_\x60\[<"'(]*$|(?:base ?url|根 ?url|根地址|基础 ?url|基础地址)\s*(?:为|是|：|:)?[\s*_\x60\[<]*$`)
	// hostBefore ends in words for where an API is called, which are those of single endpoints, too.
	hostBefore = prefilter.MustCompile(`(?i)^[\s*_>-]*(?:(?:the|our|default|main|public|official) )*(?:(?:production|live|mainnet|rest|http|api|v[0-9]) )+(?:end-?points?|url|host|server|address)(?: (?:of|for) (?:the|our) [a-z ]{2,20})?(?: is)?[*_]*\s*[:：]?[\s*_\x60\[<]*$|^[\s*_>-]*(?:the|our)? ?(?:end-?point|url|host|server|address) (?:of|for) (?:the|our) (?:[a-z]+ )?api is[:\s*_\x60\[<]*$`)
)

// endsInBase reports whether what stands right before an address says that it is the base of all paths: words
// for that, or words for where an API is called before an address without a path of its own.
func endsInBase(before, address string) bool {
	if baseBefore.MatchString(before) {
		return true
	}
	_, path, _ := strings.Cut(address, "://")
	_, path, has := strings.Cut(path, "/")
	return hostBefore.MatchString(before) && (!has || path == "" || statement.IsPrefix("/"+path))
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
