package statement

import (
	"bytes"
	"strings"

	"github.com/docgen-go/docgen/parser/prefilter"
)

// A pair is an endpoint that is stated in two labelled lines or rows:
//
//	URL: /v1/widgets
//	Method: POST
type pair struct {
	open       bool
	verb, path string // of several verbs the others stand behind commas
	slashed    bool   // the path is printed without its first slash
	start, end int
}

// farthest is how many bytes may lie between the halves of a pair.
const farthest = 400

// longestLabel is how many bytes a label takes.
const longestLabel = 40

// labelsVerb reports whether a line may be the first half of a pair that is a verb:
// a label and one word in capitals.
func labelsVerb(line []byte) bool {
	if len(line) > longestLabel*2 {
		return false
	}
	_, value, ok := bytes.Cut(line, []byte(":"))
	if wide, after, has := bytes.Cut(line, []byte("：")); has && (!ok || len(wide) < len(line)-len(value)) {
		value, ok = after, true
	}
	if !ok {
		return blankLabel.Match(line)
	}
	word := strings.TrimSpace(string(bytes.Trim(value, " *_`\n\t")))
	return len(word) < 60 && len(verbsOf(word)) > 0
}

// verbsOf are the verbs that a label says: POST, http post, GET/POST, POST (form).
func verbsOf(text string) []string {
	if first, rest, ok := strings.Cut(text, " "); ok && (strings.EqualFold(first, "http") || strings.EqualFold(first, "https")) {
		text = rest
	}
	for _, separator := range []string{"、", "，", "或", " "} {
		text = strings.ReplaceAll(text, separator, "/")
	}
	if i := strings.IndexAny(text, "(（"); i > 0 {
		text = text[:i]
	}
	var out []string
	for word := range strings.FieldsFuncSeq(text, func(r rune) bool { return strings.ContainsRune("/,|", r) }) {
		if len(out) > 0 && (word == "or" || word == "and") {
			continue
		}
		verb := verbOf(strings.Trim(word, " `*_"))
		if verb == "" {
			return nil
		}
		out = append(out, verb)
	}
	return out
}

// isHalf reports whether a line is but a label of half an endpoint and what it is, as no sentence
// goes on: Endpoint: `/boats`.
func isHalf(line []byte) bool {
	at := bytes.IndexAny(line[:min(len(line), longestLabel)], ":：")
	if at <= 0 || len(line) > longest {
		return false
	}
	label, value, ok := cutLabel(string(line))
	if !ok {
		return false
	}
	value = plain(strings.TrimSpace(value))
	if strings.ContainsAny(value, " \t") || !strings.HasPrefix(trimHost(value), "/") && (value != strings.ToUpper(value) || len(verbsOf(value)) == 0) {
		return false
	}
	return kindOf(label) != ""
}

// labelled reads a line that starts with a label: Endpoint: `GET /x`.
func (w *walker) labelled(line []byte, i, end int, listed bool) bool {
	if len(line) == 0 || line[0] == '`' {
		return false // an item
	}
	if m := lineBreak.FindSubmatchIndex(line); m != nil && m[0] > 0 {
		before := w.labelled(line[:m[0]], i, end, listed)
		return w.labelled(bytes.TrimLeft(line[m[1]:], " "), i, end, listed) || before
	}
	if before, after, ok := cutColumns(line); ok {
		first := w.labelled(before, i, end, listed)
		return w.labelled(after, i, end, listed) || first
	}
	if m := blankLabel.FindSubmatch(line); m != nil && kindOf(string(m[1])) != "" {
		before := w.pair
		w.half(string(m[1]), string(m[2]), i, end, listed)
		return w.pair != before
	}
	at := bytes.IndexByte(line[:min(len(line), longestLabel)], ':')
	wide := bytes.Index(line[:min(len(line), longestLabel)], []byte("："))
	if at < 0 && wide < 0 {
		return false
	}
	n := 1
	if at < 0 || wide >= 0 && wide < at {
		at, n = wide, len("：")
	}
	before := w.pair
	w.half(string(line[:at]), string(line[at+n:]), i, end, listed)
	w.belowPath(deepest, end)
	return w.pair != before
}

// blankLabel is a label of half an endpoint that blanks alone part from what it is: URL /boats.
var blankLabel = prefilter.MustCompile("^[*_]*([\\pL][\\pL ]{1,24}?)[*_]*[ \\t]+(`?(?:https?://[^\\s:]|/[A-Za-z])\\S*|`?(?:GET|POST|PUT|PATCH|DELETE)`?)[ \\t]*$")

// lineBreak parts two labels in one line.
var lineBreak = prefilter.MustCompile(`<br ?/?>`)

// labelBehind is a label behind several blanks.
var labelBehind = prefilter.MustCompile(`[ \t]{2,}([\p{Han}A-Za-z][\p{Han}A-Za-z ]{0,30}(?:：|:))`)

// cutColumns cuts a line before a label of an endpoint that stands behind several blanks, as in a column:
// Format: JSON  Method: GET.
func cutColumns(line []byte) (before, after []byte, ok bool) {
	if m := labelBehind.FindSubmatchIndex(line); m != nil && m[0] > 0 && kindOf(strings.TrimRight(string(line[m[2]:m[3]]), ":：")) != "" {
		return line[:m[0]], line[m[2]:], true
	}
	return nil, nil, false
}

// withoutBreak is a line without the mark that it goes on in the next one.
func withoutBreak(line []byte) []byte {
	line = bytes.TrimRight(line, " \t\r\n")
	for _, mark := range []string{"<br>", "<br/>", "<br />", "\\"} {
		if before, ok := bytes.CutSuffix(line, []byte(mark)); ok {
			return before
		}
	}
	return line
}

// bracketedVerb is a verb in brackets before the address behind a label: 【POST】https://host/boats.
var bracketedVerb = prefilter.MustCompile("^(?:【|\\[|\\(|（)[ \t]*(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)[ \t]*(?:】|\\]|\\)|）)[ \t]*")

// half notes what a label and its value say of an endpoint, and adds it when
// both are known.
func (w *walker) half(label, value string, i, end int, listed bool) {
	if len(value) > longest || len(label) > longestLabel {
		return
	}
	kind := kindOf(label)
	if kind == "" {
		return
	}
	value = strings.Trim(strings.TrimSpace(value), "*_ ")
	if w.pair.open && i-w.pair.end > farthest {
		w.pair = pair{}
	}
	value = bracketedVerb.ReplaceAllString(verbAndHost.ReplaceAllString(value, "$1 /"), "$1 ")
	ops := alone(value, false)
	if ops == nil {
		ops = inSpans(value)
	}
	if ops != nil {
		form := Stated
		if listed {
			form = Listed
		}
		w.each(form, i, end, ops)
		w.pair = pair{}
		return
	}
	if kind == "path" && w.verbBehind(plain(value), i, end) {
		return
	}
	text := plain(codedSlots(kind, withoutAside(value)))
	if kind == "verb" {
		text = strings.TrimRight(text, ".") // of several: GET, PUT.
	}
	if kind == "path" {
		text = withoutRemark(text)
		text = hostPlus.ReplaceAllString(text, "/")
		if m := bareHost.FindStringSubmatch(text); m != nil {
			text = m[1]
		}
	}
	verbs := verbsOf(text)
	if kind == "path" && len(verbs) > 0 && text == strings.ToUpper(text) {
		kind = "verb" // HTTP Request: POST
	}
	switch {
	case kind == "verb" && len(verbs) > 0:
		w.pair.verb = strings.Join(verbs, ",")
	case kind == "path" && !strings.ContainsAny(text, " \t") && strings.HasPrefix(trimHost(text), "/") && (text != "/" || w.pair.verb != ""):
		w.pair.path = slottedWords(trimHost(text))
		w.loose = append(w.loose, loosePath{w.pair.path, i, end})
	case kind == "path" && slashlessParts.MatchString(text):
		w.pair.path, w.pair.slashed = "/"+text, true
	default:
		return
	}
	if !w.pair.open {
		w.pair.open, w.pair.start = true, i
	}
	w.pair.end = end
	if w.pair.verb != "" && w.pair.path != "" {
		for _, verb := range w.headless(end) {
			found := len(w.found)
			w.add(Stated, w.pair.start, end, Operation{verb, w.pair.path})
			for k := range w.found[found:] {
				w.found[found+k].Labelled, w.found[found+k].Slashed = true, w.pair.slashed
			}
		}
		w.pair = pair{}
	}
}

// codedSlots are the segments of a path that alone are in code: those are what stands there. A path of
// which all segments are so marked has none: /boats/`id`.
func codedSlots(kind, value string) string {
	if kind != "path" || !strings.HasPrefix(value, "/") || !strings.Contains(value, "/`") {
		return value
	}
	return codedSlot.ReplaceAllString(value, "/{$1}")
}

// codedSlot is a segment of a path in code.
var codedSlot = prefilter.MustCompile("/`[:{<]?([A-Za-z_][\\w-]*)[}>]?`")

// verbBehind adds the endpoint of a labelled path with its verb behind it, and reports whether
// a value is one.
func (w *walker) verbBehind(value string, i, end int) bool {
	m, slash := verbBehind.FindStringSubmatch(value), ""
	if m == nil {
		m, slash = slashless.FindStringSubmatch(value), "/"
	}
	if m == nil || verbOf(m[2]) == "" {
		return false
	}
	found := len(w.found)
	w.add(Stated, i, end, Operation{m[2], slash + m[1]})
	for k := range w.found[found:] {
		w.found[found+k].Labelled, w.found[found+k].Slashed = true, slash != ""
	}
	w.pair = pair{}
	return true
}

// endsInVerb reports whether a line may be a label with a path without a slash and its verb behind it:
// url: boats POST.
func endsInVerb(line []byte) bool {
	if len(line) > longestLabel*2 {
		return false
	}
	line = bytes.TrimRight(line, " \t\r\n*_`)")
	word := line[bytes.LastIndexAny(line, " \t(`")+1:]
	return verbs[string(word)] && bytes.ContainsAny(line, ":：")
}

// verbBehind is a path with its verb behind it, and perhaps the media type of the body:
// /boats POST multipart/form-data.
var verbBehind = prefilter.MustCompile(`^(/[^\s]+)[ \t]+\(?([A-Z]{3,7})\)?(?:[ \t]+[a-z]+/[a-z.+-]+)?(?:[ \t]*[(（][^()（）]{1,60}[)）])?$`)

// slashless is a path without the slash that it begins with, and its verb behind it: boats POST.
var slashless = prefilter.MustCompile(`^([A-Za-z][\w-]*(?:/[\w:{}<>.-]+)*/?)[ \t]+\(?(GET|POST|PUT|PATCH|DELETE)\)?(?:[ \t]*[(（][^()（）]{1,60}[)）])?$`)

// slashlessParts are such a path alone, of several segments, of which the first is no host.
var slashlessParts = prefilter.MustCompile(`^[A-Za-z][\w-]*(?:/[\w:{}<>.-]+)+/?$`)

// wideSegment is a segment of a path that is but a word in Chinese: no path has one as it is sent.
var wideSegment = prefilter.MustCompile(`/([\p{Han}A-Za-z_]*\p{Han}[\p{Han}A-Za-z_]*)`)

// slottedWords is a path with slots for the segments that are words in Chinese for what stands there.
func slottedWords(path string) string {
	if strings.ContainsAny(path, "{<") || !wideSegment.MatchString(path) {
		return path
	}
	return wideSegment.ReplaceAllString(path, "/{$1}")
}

// wideRemark is a remark of full width behind a path: /boats（内网）.
var wideRemark = prefilter.MustCompile(`^(/[^\s（）]*[\w}])（[^（）]*）$`)

// hostPlus is a word for the host that a plus joins with a path, or that stands right before it:
// 域名 + /boats, 接口基本地址/boats.
var hostPlus = prefilter.MustCompile(`(?i)^(?:[\p{Han}]{0,6}(?:地址|域名|主机|网址)/|(?:[\p{Han}]{2,8}|host|domain|base ?url|\{[^{}]+\}|\$\{[^{}]+\})\s*[+＋]\s*/)`)

// verbAndHost is a verb and a word for the host that a plus joins with the path: GET 服务器地址 + /boats.
var verbAndHost = prefilter.MustCompile(`(?i)^(get|post|put|patch|delete) +(?:[\p{Han}]{2,8}|host|domain|base ?url|\{[^{}]+\}|\$\{[^{}]+\}) *[+＋] */`)

// bareHost is a host without a scheme before a path: 10.0.0.1:8080/boats.
var bareHost = prefilter.MustCompile(`(?i)^(?:(?:[0-9]{1,3}\.){3}[0-9]{1,3}|localhost|[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|cn|net|org|io|top|xyz|dev|app|me|cc|tech|cloud|tw|hk|example|local))(?::[0-9]{2,5})?(/[^\s]*)$`)

// withoutRemark takes a remark off the end of a path.
func withoutRemark(path string) string {
	if m := wideRemark.FindStringSubmatch(path); m != nil {
		return m[1]
	}
	return strings.TrimRight(path, "，。；、")
}
