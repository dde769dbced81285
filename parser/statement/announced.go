package statement

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"github.com/docgen-go/docgen/parser/prefilter"
	"github.com/docgen-go/docgen/parser/script"
)

// kindOf is which half of an endpoint a label holds: "verb", "path", or "".
func kindOf(label string) string {
	label = script.Simplified(strings.ToLower(strings.Trim(plain(label), " *_:：#【】")))
	if kind := labels[label]; kind != "" {
		return kind
	}
	if bothHalves(label) {
		return "path"
	}
	return labels[composed(label)]
}

// bothHalves reports whether a label names both halves of an endpoint: Method & Path,
// 请求方式和地址.
func bothHalves(label string) bool {
	if before, media, ok := cutMedia(label); ok && media {
		label = before
	}
	m := halves.FindStringSubmatch(label)
	if m == nil {
		return false
	}
	first, second := kindOf(m[1]), kindOf(m[2])
	return first != "" && second != "" && first != second
}

// cutMedia cuts the last of the labels that a mark joins off the others; media reports whether
// that is one for the media type of the body: Path & Method & Content-Type.
func cutMedia(label string) (before string, media, ok bool) {
	i := strings.LastIndexAny(label, "&/,、")
	if i <= 0 {
		return label, false, false
	}
	last := strings.TrimLeft(label[i:], "&/,、 ")
	return strings.TrimRight(label[:i], "&/,、 "), mediaLabel.MatchString(last), true
}

// mediaLabel is a label for the media type of a body.
var mediaLabel = prefilter.MustCompile(`(?i)^(?:请求|request )?(?:content-?type|media type|数据格式|请求格式|内容类型)$`)

// halves are two labels that a mark or a word joins.
var halves = prefilter.MustCompile(`^([^&/+,]{2,30}?)\s*(?:&amp;|&|/|\+|,| and | und | y | e | et | и |和|与|及|、)\s*([^&/+,]{2,30})$`)

// composedOf are the words that labels in Chinese put before what they are about.
var composedOf = []string{"api", "http", "https", "接口", "请求", "调用", "访问", "rest", "restful", "完整", "服务", "的", " "}

// composed is what a label in Chinese is about, without the words before it: Api地址,
// HTTP 请求方式. It is "" for another one.
func composed(label string) string {
	if len(label) > longestLabel || !strings.ContainsFunc(label, func(r rune) bool { return r >= 0x4e00 && r <= 0x9fff }) {
		return ""
	}
	rest := label
	for {
		before := rest
		for _, word := range composedOf {
			rest = strings.TrimPrefix(rest, word)
		}
		if rest == before {
			break
		}
	}
	switch rest {
	case "地址", "路径", "url", "uri", "path", "url地址", "路由":
		return "地址"
	case "方式", "方法", "method":
		if rest != label {
			return "方法"
		}
	}
	return ""
}

// announce notes what a heading says of the block below it: "Method: GET" is one half
// of an endpoint, "Request URL" announces one. Other headings end what was begun.
func (w *walker) announce(level int, title string, i, end int) {
	w.announced, w.asked = "", sentRequest{}
	if label, value, ok := cutLabel(title); ok && kindOf(label) != "" {
		if w.pair.open && i-w.pair.end > farthest {
			w.pair = pair{}
		}
		w.half(label, value, i, end, false)
		w.belowPath(level, end)
		return
	}
	if w.announced = kindOf(title); w.announced == "" && !(namesSection(title) && w.isBelowPair(level)) {
		w.pair = pair{} // headers may stand between the halves
	}
}

// isBelowPair reports whether a heading at a level stands below the one above the half of an endpoint
// that is waiting, or beside it: the title of a page is no part of what an address above it is of.
func (w *walker) isBelowPair(level int) bool {
	at := w.headingAbove(w.pair.start)
	return at > 0 && level >= w.headings[at-1].level
}

// deepest is below the level of every heading.
const deepest = 7

// belowPath states the endpoint whose verb a heading or a line has just said, with the path that is a
// heading above it, unless a label below it says one:
//
//	## /v1/boats
//	#### Method: POST
func (w *walker) belowPath(level, end int) {
	if w.above.title == "" || w.above.level >= level || w.pair.verb == "" || w.pair.path != "" || w.labelsPath(end) {
		return
	}
	for verb := range strings.SplitSeq(w.pair.verb, ",") {
		w.add(Stated, w.pair.start, end, Operation{verb, w.above.title})
	}
	w.pair = pair{}
}

// labelsPath reports whether a line or a heading just behind offset at, in the section of the
// path above, is a label for a path.
func (w *walker) labelsPath(at int) bool {
	for rest := w.text[at:min(len(w.text), at+farthest)]; len(rest) > 0; {
		n := lineEnd(rest, 0)
		line, _ := cutMarker(rest[:n])
		text := strings.TrimLeft(string(line), "#")
		if level := len(line) - len(text); level > 0 && level <= w.above.level {
			return false
		}
		if label, _, ok := cutLabel(text); ok {
			text = label
		}
		if len(text) <= longestLabel && kindOf(text) == "path" {
			return true
		}
		rest = rest[n:]
	}
	return false
}

// cutLabel cuts a text at its first colon, where something follows it.
func cutLabel(text string) (label, value string, ok bool) {
	at := strings.IndexAny(text, ":：")
	if at <= 0 || at > longestLabel {
		return "", "", false
	}
	value = strings.TrimLeft(text[at:], ":：")
	return text[:at], value, strings.Trim(value, " *_") != ""
}

// NamesVerb reports whether a heading is but a label with a verb: Method: GET.
func NamesVerb(title string) bool {
	label, value, ok := cutLabel(title)
	return ok && kindOf(label) == "verb" && len(verbsOf(plain(strings.TrimSpace(value)))) > 0
}

// LabelsPath reports whether a label names the path of an endpoint.
func LabelsPath(label string) bool { return kindOf(label) == "path" }

// announces notes a line that is but a label of half an endpoint: **Request URL:**
func (w *walker) announces(line []byte, i, end int) bool {
	line = bytes.TrimSpace(line)
	if len(line) == 0 || len(line) > longestLabel*2 {
		return false
	}
	bare := bytes.TrimRight(line, " *_")
	if !bytes.HasSuffix(bare, []byte(":")) && !bytes.HasSuffix(bare, []byte("：")) && !(bytes.HasPrefix(line, []byte("**")) && bytes.HasSuffix(line, []byte("**"))) {
		return false
	}
	kind := kindOf(string(line))
	if kind == "" {
		return false
	}
	w.announced, w.fresh = kind, true
	return true
}

// value reads a line that a label before it announces, alone or as an item.
func (w *walker) value(line []byte, i, end int) bool {
	if bytes.HasPrefix(line, []byte("```")) {
		w.fresh = true // a fence in a quote
		return false
	}
	kind := w.announced
	w.announced = ""
	text := strings.Trim(strings.TrimSpace(string(line)), "*_ ")
	if len(text) > longest || alone(text, true) != nil {
		return false // all of it
	}
	found, open := len(w.found), w.pair
	w.half(kind, text, i, end, false)
	w.belowPath(deepest, end)
	if len(w.found) > found || w.pair != open {
		return true
	}
	if kind == "path" && len(line) <= longestLabel && bytes.IndexByte(line, '/') < 0 && len(line) > 0 && line[len(line)-1] >= utf8.RuneSelf {
		w.announced = kind // what the address is of; it follows
		return true
	}
	return false
}

// bareURL takes a line that is nothing but a URL for the path of an endpoint whose
// verb a label says.
func (w *walker) bareURL(line []byte, i, end int) bool {
	line = bytes.Trim(line, " \t\n`<>")
	variable := w.pair.verb != "" && bytes.HasPrefix(line, []byte("{{")) && bytes.Contains(line, []byte("}}/")) // {{base}}/boats
	if !variable && (!bytes.HasPrefix(line, []byte("http")) || !bytes.Contains(line, []byte("://"))) || bytes.ContainsAny(line, " \t") || len(line) > longest {
		return false
	}
	path := trimHost(string(line))
	if path == "/" || path == "" {
		return false
	}
	if w.pair.verb != "" && w.pair.path == "" && i-w.pair.end <= farthest {
		w.half("url", path, i, end, false)
		return true
	}
	w.pair = pair{open: true, path: path, start: i, end: end}
	return true
}

// underEndpoint reports whether the last heading announces an endpoint, or half of one: what is
// listed below it is no repetition.
func (w *walker) underEndpoint() bool {
	n := len(w.headings)
	return n > 0 && kindOf(w.headings[n-1].title) != ""
}

var (
	verbTitle  = prefilter.MustCompile("^[\\s*_`\\[]*([A-Z]{3,7})[\\s*_`\\]]*$")
	pathTitle  = prefilter.MustCompile("^[\\s*_`]*(/[^\\s*`]*)[\\s*_`]*$")
	groupTitle = prefilter.MustCompile(`\[(/[^\]\s]*)\]\s*$`)
	stepTitle  = prefilter.MustCompile(`\[([A-Z]{3,7})(?:\s+(/[^\]\s]*))?\]\s*$`)
	optional   = prefilter.MustCompile(`\{[?&#][^}]*\}`)
)

// inSteps reads endpoints that headings state in two steps: a path alone, and below it
// verbs alone, also in brackets behind titles: Widgets [/widgets], Add one [POST].
func (w *walker) inSteps(level int, title string, i, end int) bool {
	if w.above.level > level || w.above.level == level && kindOf(title) != "verb" {
		w.above = heading{} // a label for the verb may be as high as the path
	}
	for _, pattern := range []*prefilter.Pattern{pathTitle, groupTitle} {
		if m := pattern.FindStringSubmatch(title); m != nil && len(m[1]) > 1 {
			w.above = heading{level, i, optional.ReplaceAllString(m[1], "")}
			return true
		}
	}
	if label, _, ok := cutLabel(title); !ok || kindOf(label) == "" {
		if p := pathOfTitle(title); p != "" { // ## /boats/add: adds a boat
			w.above = heading{level, i, p}
			return false
		}
	}
	for _, pattern := range []*prefilter.Pattern{verbTitle, stepTitle} {
		m := pattern.FindStringSubmatch(title)
		if m == nil || verbOf(m[1]) == "" {
			continue
		}
		path := w.above.title
		if len(m) > 2 && m[2] != "" {
			path = optional.ReplaceAllString(m[2], "")
		}
		if path != "" {
			w.add(Stated, i, end, Operation{m[1], path})
			return true
		}
	}
	return false
}
