package statement

import (
	"bytes"
	"strings"
	"unicode"

	"github.com/docgen-go/docgen/parser/page"
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

// badgeVerb is a verb in an attribute of a component, in a shortcode or in an image, which shows it
// beside a title: <Badge type="tip" text="GET" />.
var badgeVerb = prefilter.MustCompile(`<[A-Za-z][\w.-]*\b[^<>]*?\b(?:text|label|content|value|name|title)\s*=\s*["'{]+\s*(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|get|post|put|patch|delete|head|options)\s*["'}]+[^<>]*>(?:\s*</[A-Za-z][\w.-]*>)?|\{\{[<%]\s*badge\b[^{}]*?"(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)"[^{}]*\}\}|!\[(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\]\([^()\s]*\)`)

// tagBadges makes one kind of tag of badges with a verb.
func tagBadges(title string) string {
	if !badgeVerb.MatchString(title) {
		return title
	}
	for _, m := range badgeVerb.FindAllStringSubmatch(title, maxBadges) {
		title = strings.Replace(title, m[0], "<b>"+strings.ToUpper(m[1]+m[2]+m[3])+"</b>", 1)
	}
	return title
}

// maxBadges is how many badges of a title are looked at.
const maxBadges = 8

// WithoutTags returns a title whose verb stands in a tag without tags: what other tags before the
// verb hold is said of the endpoint, and no part of its name. Beside a title without a path the
// verb goes, too. Another title it returns as it is.
//
//	<span class="auth">none</span><span class="method">GET</span> /boats/<span>{id}</span>
//	List boats <Badge text="GET"/>
func WithoutTags(title string) string {
	if strings.IndexByte(title, '<') < 0 && !strings.Contains(title, "![") {
		return title
	}
	tagged := tagBadges(title)
	m := verbTag.FindStringSubmatchIndex(tagged)
	if m == nil {
		return title
	}
	verb, before, after := tagged[m[2]:m[3]], tagged[:m[0]], tagged[m[1]:]
	for range 3 { // tags within tags
		before = element.ReplaceAllString(before, "")
	}
	before = anyTag.ReplaceAllString(before, "")
	if !strings.Contains(anyTag.ReplaceAllString(after, ""), "/") {
		after = verbTag.ReplaceAllString(after, "")
		rest := strings.TrimSpace(anyTag.ReplaceAllString(after, ""))
		if strings.Contains(before, "/") {
			return strings.TrimSpace(verb + " " + strings.TrimSpace(before) + " " + rest)
		}
		if alone := strings.TrimSpace(before + " " + emptyLink.ReplaceAllString(rest, "")); strings.ContainsFunc(alone, unicode.IsLetter) {
			return alone
		}
	}
	after = anyTag.ReplaceAllString(after, "")
	return strings.TrimSpace(before + " " + verb + " " + strings.TrimSpace(emptyLink.ReplaceAllString(after, "")))
}

// apartVerb is a verb that marks set apart at an end of a title: List boats (GET).
var apartVerb = prefilter.MustCompile("^[\\s*_]*[`\\[(](GET|POST|PUT|PATCH|DELETE)[`\\])][\\s*_:：–—-]+[^/]*$|^[^/]*\\s[*_]*[`\\[(](GET|POST|PUT|PATCH|DELETE)[`\\])][\\s*_]*$")

// titleVerbs are the verbs that stand in tags or badges beside a title without a path, or that
// marks set apart there; sure reports whether they stand in tags.
func titleVerbs(title string) (verbs []string, sure bool) {
	if strings.IndexByte(title, '<') >= 0 || strings.Contains(title, "![") {
		tagged := tagBadges(title)
		if strings.Contains(anyTag.ReplaceAllString(element.ReplaceAllString(tagged, ""), ""), "/") {
			return nil, false
		}
		for _, m := range verbTag.FindAllStringSubmatch(tagged, maxBadges) {
			verbs = append(verbs, m[1])
		}
		return verbs, len(verbs) > 0
	}
	if m := apartVerb.FindStringSubmatch(title); m != nil {
		verbs = append(verbs, m[1]+m[2])
	}
	return verbs, false
}

// badged reads a heading with a verb in a badge whose path stands alone below it, in a fence, in
// code or in a line, maybe behind a text, and reports whether it is one. A verb in a tag above a
// label for the path is one half of an endpoint.
func (w *walker) badged(title string, i, end int) bool {
	verbs, sure := titleVerbs(title)
	if len(verbs) == 0 {
		return false
	}
	path, at, to := w.pathBelow(end)
	if path == "" {
		if sure {
			w.pair, w.announced = pair{open: true, verb: strings.Join(verbs, ","), start: i, end: end}, ""
		}
		return sure
	}
	w.pair, w.announced = pair{}, ""
	for _, verb := range verbs {
		w.add(Stated, at, to, Operation{verb, path})
	}
	return true
}

// badgeLine reads a line with a badge that shows a verb, with the path behind it or alone below it,
// and reports whether it is one.
func (w *walker) badgeLine(line string, i, end int) bool {
	tagged := tagBadges(line)
	if tagged == line {
		return false
	}
	text := strings.TrimSpace(untagged(tagged))
	if ops := alone(text, true); ops != nil {
		w.each(Stated, i, end, ops)
		return true
	}
	path, at, to := w.pathBelow(end)
	if verbOf(text) != text || path == "" {
		return false
	}
	w.add(Stated, at, to, Operation{text, path})
	return true
}

// farthestPath is how many bytes below a heading with a verb the path is looked for.
const farthestPath = 600

// belowBadge is a line that is but a path, or an address with one.
var belowBadge = prefilter.MustCompile("^`?((?:https?://[^\\s`/]+|\\{\\{?[\\w. -]+\\}?\\})?/[A-Za-z{:<][^\\s`|]*)`?\\s*$")

// pathBelow is the path that stands alone below a heading, before anything but text, and where
// its line begins and ends.
func (w *walker) pathBelow(at int) (path string, start, end int) {
	limit := min(len(w.text), at+farthestPath)
	for i := at; i < limit; {
		next := lineEnd(w.text, i)
		line := bytes.TrimSpace(w.text[i:next])
		if marker, width, indent, _ := page.FenceMark(w.text[i:next]); width > 0 {
			f := page.FenceAt(w.text, i, next, marker, width, indent)
			line, i, next = bytes.TrimSpace(w.text[f.Inner:f.InnerEnd]), f.Inner, f.InnerEnd
			if bytes.IndexByte(line, '\n') >= 0 || !belowBadge.Match(line) {
				return "", 0, 0
			}
		}
		if m := belowBadge.FindSubmatch(line); m != nil && !ofMachine.Match(m[1]) {
			return trimHost(string(m[1])), i, next
		}
		if _, listed := cutMarker(line); listed || len(line) > 0 && (line[0] == '#' || line[0] == '|') {
			return "", 0, 0
		}
		i = next
	}
	return "", 0, 0
}
