package tables

import (
	"strings"
	"unicode"

	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
	"github.com/docgen-go/docgen/parser/prefilter"
	"github.com/docgen-go/docgen/parser/statement"
)

// noteBehind is a note in brackets and nothing else: (admin only), **[Auth]**.
var noteBehind = prefilter.MustCompile("^[\\s`*_]*[(（\\[]([^()（）\\[\\]]{1,60})[)）\\]][\\s`*_]*$")

// saysAction reports whether a title begins with a word for what a method does.
func saysAction(title string) bool {
	words := strings.Split(latin(title), "_")
	action, _ := vocabulary.LatinAction(words)
	return actions[words[0]] != "" || action != ""
}

// lastNote is a title with a note in brackets at its end.
var lastNote = prefilter.MustCompile(`^(.*\pL.*?)\s*[(（\[]([^()（）\[\]]{1,60})[)）\]]\s*$`)

// labelledNote is a note of a label and what it is: Permission: READ, Security: SIGNED.
var labelledNote = prefilter.MustCompile(`^\pL[\pL ]{1,30}[:：] ?[\pL\pN]`)

// withoutRemark is a title without a note at its end that names nothing: Users (admin only).
func withoutRemark(title string) string {
	if m := lastNote.FindStringSubmatch(title); m != nil && strings.Contains(m[2], " ") && vocabulary.IsRemark(m[2]) {
		return m[1]
	}
	return title
}

// statedTitle is an endpoint in a title, perhaps behind a label, and what stands around it.
var statedTitle = prefilter.MustCompile("(?i)^(?:(?:api|rest|http)? ?(?:endpoints?|routes?|requests?|urls?|paths?|methods?|api)\\s*[:：-]\\s*)?(.*?)[(\\[【`*]*(?-i:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)[\\])】`*]*[ \t]*(?:[:：–—→⇒=>-]+[ \t]*)?[`*'\"]*(?:https?://|(?:\\{\\{?[^{}\\s]+\\}?\\}|\\$\\{?\\w+\\}?|<[\\w-]+>)?/)(?:[^\\s`*)\\[\\](]|\\[[^\\]]*\\]|\\([^()\\s]*\\))*[)\\]`*]*(.*)$")

// turnedTitle is one with the path before the verb.
var turnedTitle = prefilter.MustCompile("^(.*?)[(\\[`*]*(?:https?://|/)[A-Za-z][^\\s`*)\\[(]*[`*]*[ \\t]*(?:[:：|–—-][ \\t]*)?[`*(\\[【（]*(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)[`*)\\]】）]*(.*)$")

// endpointNoun is a word for an endpoint behind one: GET `/boats` route.
var endpointNoun = prefilter.MustCompile(`(?i)^(?:route|endpoint|request|call|api|method)$`)

// functionTitle is a title that is a function with what it takes: listBoats(filter, done).
var functionTitle = prefilter.MustCompile(`^[\s*_\x60]*(?:await +)?(?:[A-Za-z_]\w*\.)*([A-Za-z_]\w*)\(.*\)[\s;{}*_\x60]*$`)

// pathBehind is a path behind what a title says: List boats at /api/boats/.
var pathBehind = prefilter.MustCompile("(?i)^(.*?\\pL.*?)(?:[ \\t]+(?:at|on|via|under|em|en|auf|unter))?[ \\t]*[(（:：`–—-]*[ \\t]*[(（`]*(?:https?://[^/\\s`]+)?(?:[ \\t`(（:：])/[a-z{:<][^\\s`]*[`)）]*$")

// urlTitle is a title that is but an address, perhaps as a link.
var urlTitle = prefilter.MustCompile("^(?:[\\pL ]{1,20}[:：])?[\\s`*\\[<]*https?://[^\\s\\]`]+[\\]`*>]*(?:\\(\\S*\\))?[`*]*$")

// withoutPath is a title without the path behind it.
func withoutPath(title string) string {
	if urlTitle.MatchString(title) {
		return ""
	}
	if m := pathBehind.FindStringSubmatch(title); m != nil {
		return strings.TrimRight(m[1], " \t-–—:：(（`")
	}
	return title
}

// besidesStatement is a title without the endpoint that it states: one that is nothing else
// names nothing, and the method has the name that its path gives.
func besidesStatement(title string) string {
	title = unnumbered(title)
	if m := functionTitle.FindStringSubmatch(title); m != nil {
		return m[1]
	}
	if m := lastNote.FindStringSubmatch(title); m != nil && labelledNote.MatchString(m[2]) && !strings.Contains(m[2], "/") {
		title = m[1]
	}
	if statement.IsSeveral(title) {
		return ""
	}
	title = statement.WithoutSecondVerb(title)
	m := statedTitle.FindStringSubmatch(title)
	if m == nil {
		m = turnedTitle.FindStringSubmatch(title)
	}
	if m == nil {
		return withoutPath(title)
	}
	const marks = " \t:：|–—-()[]`*,.#"
	before, after := strings.Trim(m[1], marks), strings.Trim(m[2], marks)
	if note := noteBehind.FindStringSubmatch(m[2]); note != nil && (before != "" || !saysAction(note[1])) && vocabulary.IsRemark(note[1]) {
		after = ""
	}
	if before == "" && endpointNoun.MatchString(after) {
		after = ""
	}
	if rest := strings.TrimSpace(before + " " + after); len(rest) > 1 && strings.ContainsFunc(rest, unicode.IsLetter) {
		return rest
	}
	return "" // or a number of its own
}
