package statement

import (
	"bytes"
	"strings"

	"github.com/docgen-go/docgen/parser/page"
	"github.com/docgen-go/docgen/parser/prefilter"
)

// A walker goes through a page line by line.
type walker struct {
	text     []byte
	found    []Finding
	headings []heading
	// fresh says that the next line begins a block, and does not go on with a
	// sentence.
	fresh bool
	// pair is the half of an endpoint that labelled lines have stated so far.
	pair pair
	// loose are the paths behind labels, of which no verb is known.
	loose []loosePath
	// announced is what half of an endpoint the next block holds, by the label before
	// it, or "".
	announced string
	// above is the heading of a path alone, for headings of verbs below it.
	above heading
	// headed is where the last heading ends.
	headed int
	// badge is a verb that stood alone in tags.
	badge badge
	// lists knows whether a line may stand in an item.
	lists page.ListScan
	// indexed are items of lists that state endpoints and say what these do.
	indexed []Finding
	// short are those of lists that hold nothing else and are too short to be an index.
	short []Finding
	// spoken are sentences that tell to send a request and lead to no table; speaking says
	// that others do.
	spoken   []Finding
	speaking bool
	// ledItems is how many items state the endpoint of a section and what it does in one sentence.
	ledItems int
	// asked is what a sentence says of the request to the path that follows.
	asked sentRequest
	// unread are lines that begin with a verb and a path and state no endpoint.
	unread []Finding
}

func lineEnd(text []byte, i int) int {
	if n := bytes.IndexByte(text[i:], '\n'); n >= 0 {
		return i + n + 1
	}
	return len(text)
}

func (w *walker) walk(from int) {
	for i := from; i < len(w.text); {
		end := lineEnd(w.text, i)
		line := w.text[i:end]
		body := line
		for len(body) > 0 && (body[0] == ' ' || body[0] == '\t') {
			body = body[1:]
		}
		switch {
		case len(body) == 0 || body[0] == '\n':
			w.fresh = true
		case body[0] == '`' || body[0] == '~':
			if marker, width, indent, _ := page.FenceMark(line); width > 0 {
				end = w.fence(i, end, marker, width, indent)
				w.fresh = true
				break
			}
			w.line(i, end)
		case body[0] == '|':
			w.announced = ""
			end = w.table(i, end)
		default:
			end = w.block(i, end, body)
		}
		i = end
	}
}

func (w *walker) add(form Form, start, end int, ops ...Operation) {
	if len(ops) == 1 && form <= Listed && strings.Contains(ops[0].Path, "(/") {
		for _, op := range expanded(ops[0]) {
			w.found = append(w.found, Finding{Form: form, Operations: []Operation{op}, Start: start, End: end})
		}
		return
	}
	if len(ops) > 0 {
		w.found = append(w.found, Finding{Form: form, Operations: ops, Start: start, End: end})
	}
}

// each adds one finding per operation.
func (w *walker) each(form Form, start, end int, ops []Operation) {
	for _, op := range ops {
		w.add(form, start, end, op)
	}
}

// block reads what begins with a line that is no fence and no table, and returns the
// offset after it.
func (w *walker) block(i, end int, body []byte) int {
	at := i + page.HeadingStart(w.text[i:end], w.lists.In)
	if level, title, next := page.HeadingAt(w.text, at, end, w.fresh); level > 0 {
		w.lists.PassHeading(w.text[i:end], at-i)
		w.heading(i, next, level, title)
		return next
	}
	switch body[0] {
	case '<', '{', ':':
		return w.component(i, end)
	}
	if w.fresh && w.beginsTable(i, end) {
		return w.table(i, end)
	}
	w.lists.See(w.text[i:end], w.fresh)
	if next := w.indented(i, end); next > i {
		return next
	}
	w.line(i, end)
	return end
}

// indented reads code that only its indentation marks, and returns where it ends, or i
// where there is none.
func (w *walker) indented(i, end int) int {
	if !w.fresh || w.lists.In || w.announced != "" || w.pair.open {
		return i
	}
	next := page.IndentedCode(w.text, i, end)
	if next > i {
		w.content("", i, i, next, next)
	}
	return next
}

// beginsTable reports whether a line is the head of a table whose rows begin with no bar.
func (w *walker) beginsTable(i, end int) bool {
	if bytes.IndexByte(w.text[i:end], '|') < 0 || end == len(w.text) {
		return false
	}
	rule := w.text[end:lineEnd(w.text, end)]
	return bytes.IndexByte(rule, '|') >= 0 && isRule(Cells(string(rule)))
}

func (w *walker) heading(i, end, level int, raw string) {
	title := WithoutTags(raw)
	w.fresh = true
	w.headings = append(w.headings, heading{level, i, title})
	w.headed = end
	stated := len(w.found)
	if bytes.IndexByte(w.text[i:end], '/') >= 0 {
		ops := annotated(title)
		if ops == nil {
			ops = titled(WithoutAnnotation(title))
		}
		w.each(Stated, i, end, ops)
	}
	if len(w.found) == stated && w.inSteps(level, title, i, end) {
		w.pair, w.announced = pair{}, ""
		return
	}
	if m := verbTitle.FindStringSubmatch(title); m != nil && w.above.title == "" && verbOf(m[1]) != "" {
		w.pair, w.announced = pair{open: true, verb: m[1], start: i, end: end}, "path"
		return
	}
	if len(w.found) == stated && w.badged(raw, i, end) {
		return
	}
	w.announce(level, title, i, end)
}

// line looks at a line of a paragraph or the first one of a list item.
func (w *walker) line(i, end int) {
	line := w.text[i:end]
	fresh := w.fresh
	w.fresh = false
	rest, listed := cutMarker(line)
	if rest = withoutBreak(rest); len(rest) == 0 {
		w.fresh = true // within a quote
		return
	}
	if w.askedPath(rest, i, end, listed) {
		return
	}
	w.asks(rest)
	fresh = fresh || boldLabel.Match(rest)
	if w.pair.open && i == w.pair.end || !fresh && !listed && isHalf(rest) {
		fresh = true // the line below the other half of an endpoint, or below a title without a blank
	}
	if fresh && !listed && bytes.HasPrefix(rest, []byte("![")) && w.badgeLine(string(rest), i, end) {
		w.pair, w.announced = pair{}, ""
		return
	}
	if w.announced != "" && w.value(rest, i, end) {
		return
	}
	if bytes.HasPrefix(rest, []byte("```")) {
		w.fresh = true // of a fence in a quote
		return
	}
	if bytes.Contains(rest, []byte("{:")) {
		rest = []byte(attributeList.ReplaceAllString(string(rest), ""))
	}
	if m := httpVerb.FindSubmatchIndex(rest); m != nil {
		if ops := alone(strings.ToUpper(string(rest[m[2]:m[3]]))+" "+string(rest[m[1]:]), false); ops != nil {
			w.each(Stated, i, end, ops)
			return
		}
	}
	if fresh && w.bareURL(rest, i, end) || (fresh || listed) && w.announces(rest, i, end) || w.apart(rest, i, end, fresh, listed) {
		return
	}
	if !fresh && !listed || !w.pair.open && bytes.IndexByte(rest, '/') < 0 && !bytes.Contains(rest, []byte("{{")) && !labelsVerb(rest) && !endsInVerb(rest) {
		return
	}
	if (listed || fresh && w.ledItems > 0) && len(rest) > 0 && rest[0] == '`' && w.led(string(rest), i, end) {
		return
	}
	if mayState(rest) && w.states(rest, i, end, fresh, listed) {
		return
	}
	if listed && codeBehindLabel.Match(bytes.TrimSpace(rest)) && w.describes(rest, i, end) {
		return
	}
	if found := len(w.found); !w.labelled(rest, i, end, listed) && fresh && !listed && len(w.found) == found {
		w.speaks(rest, i, end)
	}
}

// states reads a line that begins with a verb, and reports whether it states or describes an endpoint.
func (w *walker) states(rest []byte, i, end int, fresh, listed bool) bool {
	ops := alone(string(bytes.TrimSpace(rest)), false)
	if ops == nil && fresh && !listed && rest[0] == '`' {
		ops = behindRemark(string(bytes.TrimSpace(rest)))
	}
	if ops == nil && fresh && !listed && (smallLine.Match(rest) && w.leadsToTable(end) || w.isSlashless(rest, end)) {
		ops = alone(string(bytes.TrimSpace(rest)), true)
	}
	if ops != nil {
		form := Stated
		if listed && !w.underEndpoint() {
			form = Listed
		}
		w.each(form, i, end, ops)
		w.fresh = true // the next line may be another one
		return true
	}
	if listed && w.describes(rest, i, end) || fresh && !listed && w.begins(rest, i, end) {
		return true
	}
	w.leave(rest, i, end)
	return false
}

// boldLabel is a line that begins with a label in bold, as lines of one paragraph do that a
// break parts.
var boldLabel = prefilter.MustCompile(`^\*\*[^*\n:：]{1,30}(?:\*\*[ \t]*[:：]|[:：][ \t]*\*\*)`)

// attributeList is what Markdown of some sites says of the span before it: **GET**{:.verb}.
var attributeList = prefilter.MustCompile(`\{:[ \t]*[.#][^{}\n]{0,60}\}`)

// httpVerb is a verb with the protocol before it: http-post /boats.
var httpVerb = prefilter.MustCompile("^(?i)(?:\\*\\*|__)?https?[-_ ](get|post|put|patch|delete)(?:\\*\\*|__)?[ :：]+")

// smallLine is a line that is but a verb in small letters and a path: no sentence.
var smallLine = prefilter.MustCompile(`^(?:get|post|put|patch|delete) +(?:https?://|/)[^\s]*\s*$`)

// slashlessLine is a line that is but a verb and a path without its slash, of several segments, the
// first of which is no half of a media type: GET market/boats.
var slashlessLine = prefilter.MustCompile(`^(?:GET|POST|PUT|PATCH|DELETE) +[A-Za-z][\w.-]*(?:/[\w:{}<>.-]+)+/?\s*$`)

// mediaHalf begins a media type, which a verb may have behind it: POST multipart/form-data.
var mediaHalf = prefilter.MustCompile(`^[A-Z]+ +(?:application|audio|font|image|message|model|multipart|text|video)/`)

// isSlashless reports whether a line that is a paragraph of its own states an endpoint without the
// slash of its path, as no sentence does.
func (w *walker) isSlashless(line []byte, end int) bool {
	if !slashlessLine.Match(line) || mediaHalf.Match(line) {
		return false
	}
	next := bytes.TrimSpace(w.text[end:lineEnd(w.text, min(end, len(w.text)))])
	return len(next) == 0
}

// cutMarker takes the marks of quotes and list items off a line.
func cutMarker(line []byte) (rest []byte, listed bool) {
	rest = line
	for len(rest) > 0 && (rest[0] == ' ' || rest[0] == '\t' || rest[0] == '>') {
		rest = rest[1:]
	}
	if len(rest) > 2 && (rest[0] == '-' || rest[0] == '*' || rest[0] == '+') && rest[1] == ' ' {
		return bytes.TrimLeft(rest[2:], " "), true
	}
	n := 0
	for n < len(rest) && rest[n] >= '0' && rest[n] <= '9' {
		n++
	}
	if n > 0 && n+1 < len(rest) && (rest[n] == '.' || rest[n] == ')') && rest[n+1] == ' ' {
		return bytes.TrimLeft(rest[n+2:], " "), true
	}
	return rest, false
}

// mayState reports by the first word of a line whether it can state an endpoint.
// Nearly all lines end here.
func mayState(line []byte) bool {
	for i, c := range line {
		switch c {
		case ' ', '*', '_', '`', '[', '!', '(', '<', '\\':
			continue
		}
		word := line[i:]
		n := 0
		for n < len(word) && n < 8 && isLetter(word[n]) {
			n++
		}
		return n >= 3 && (n == len(word) || !isLetter(word[n]) && word[n] != '_') && verbOf(string(word[:n])) != ""
	}
	return false
}

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }
