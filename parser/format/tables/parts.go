package tables

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/docgen-go/docgen/parser/format/tables/prose"
	"github.com/docgen-go/docgen/parser/format/tables/table"
	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
	"github.com/docgen-go/docgen/parser/prefilter"
	"github.com/docgen-go/docgen/parser/statement"
)

var (
	statusWord = prefilter.MustCompile(`(?:^|[^\w.]|\s\.)([1-5][0-9][0-9])(?:$|\.?[^\w.]|\.$)`)
	tagName    = prefilter.MustCompile(`^\s*<([A-Z][A-Za-z]*)`)
	// responseOf is a label of one of several responses: Response ACK:
	responseOf = prefilter.MustCompile(`(?i)^(?:response|响应|返回)\s+\S{1,20}\s*[:：]$|^(?:[^,:]{1,60}, )?(?:the|a successful|its) (?:response(?: body)?|result|answer|returned object) (?:is|will be|has|contains|includes|holds) [^:.]{1,60}\b(?:keys|fields|members|properties|values|attributes|json|object)\b[^:.]{0,30}:$`)
	capital    = prefilter.MustCompile(`([a-z])([A-Z])`)
)

// longestLabel is how many bytes a line has that announces what follows it.
const longestLabel = 90

// ofTable is the section of a table within a section: the head of its column of names can
// say more than the title above it, or what no title says: Response field (Boat), Path parameter.
func ofTable(t *table.Table, within vocabulary.Section) vocabulary.Section {
	if t.Answer && !isAnswer(within) {
		return vocabulary.Response
	}
	h := headOf(t)
	if within == vocabulary.ResponseExample && h.isDescribed(t) && h.description >= 0 && namesParameters(t.Head[h.name]) {
		return vocabulary.Request // behind an example that stands beside it
	}
	if within != vocabulary.Unknown && within != vocabulary.Request {
		return within
	}
	if h.name < 0 || h.typ < 0 && h.required < 0 && h.def < 0 && h.description < 0 {
		return within
	}
	switch s := vocabulary.SectionOf(prose.Plain(t.Head[h.name])); s {
	case vocabulary.Response, vocabulary.Path, vocabulary.Query, vocabulary.Header, vocabulary.Body, vocabulary.Form:
		return s
	}
	return within
}

// isShown reports whether a section shows or describes what is answered.
func isShown(s vocabulary.Section) bool {
	return s == vocabulary.Response || s == vocabulary.ResponseExample
}

// isAnswer reports whether a section is about what is answered.
func isAnswer(s vocabulary.Section) bool {
	return s == vocabulary.Response || s == vocabulary.ResponseHeader || s == vocabulary.Errors
}

// An announced is what a title announces.
type announced struct {
	section vocabulary.Section
	status  int
}

// sectionOf is what a title of the page announces, and the status of a response in it.
func (s *document) sectionOf(title string) (vocabulary.Section, int) {
	return s.sections.sectionOf(title)
}

// titles are what titles of a page announce, of those that were asked for. Pages have few
// titles, many times, and several passes ask for each.
type titles map[string]announced

func (t titles) sectionOf(title string) (vocabulary.Section, int) {
	a, ok := t[title]
	if !ok {
		a.section, a.status = sectionOf(title)
		t[title] = a
	}
	return a.section, a.status
}

// memberName is the attribute that a heading over its members names, or "".
func memberName(title string) string {
	return strings.TrimSpace(strings.Trim(memberWord.ReplaceAllString(title, " "), " :：.,*-#`"))
}

// statusWithin is the first status in a text, or "". A number that is part of a name, such as
// X.509, or of a larger one is none.
func statusWithin(text string) string {
	if m := statusWord.FindStringSubmatch(text); m != nil {
		return m[1]
	}
	return ""
}

// sectionOf is what a title announces, and the status of a response in it.
func sectionOf(title string) (vocabulary.Section, int) {
	section := vocabulary.SectionOf(title)
	status := 0
	if strings.ContainsAny(title, "12345") {
		status, _ = strconv.Atoi(statusWithin(title))
	}
	if section == vocabulary.Unknown && status > 0 {
		section = vocabulary.SectionOf(withoutStatus(title, status))
		if section == vocabulary.Unknown && strings.HasPrefix(strings.TrimLeft(title, "`*( "), strconv.Itoa(status)) {
			section = vocabulary.Response
		}
	}
	if status > 0 && section == vocabulary.Body {
		section = vocabulary.Response // 200 Body
	}
	if status > 0 && section == vocabulary.Header {
		section = vocabulary.ResponseHeader
	}
	if section == vocabulary.Response && status >= 400 {
		section = vocabulary.Errors
	}
	section = ofStatus(title, section, status)
	if section == vocabulary.Unknown && answersWith.MatchString(title) {
		section = vocabulary.ResponseExample
		if status >= 400 {
			section = vocabulary.Errors
		}
	}
	if section == vocabulary.Unknown && (strings.HasSuffix(title, ":") || strings.HasSuffix(title, "：")) && responseOf.MatchString(title) {
		section = vocabulary.Response
	}
	if section == vocabulary.Unknown {
		section = announcedBy(title)
	}
	if section == vocabulary.Unknown {
		section = beforeDash(title)
	}
	if section == vocabulary.Unknown && status > 0 {
		section = beforeDash(statusOfTitle.ReplaceAllString(title, "$1$2")) // Response `200` — if there is one
		if section == vocabulary.Response && status >= 400 {
			section = vocabulary.Errors
		}
	}
	if section == vocabulary.Unknown {
		section = ofWhich(title)
	}
	if section == vocabulary.Unknown {
		if last := ofLastWord(title); last == vocabulary.Errors && status > 0 && status < 400 {
			return section, status // it tells how success is answered: The API will return a 200 status code.
		} else if isAside(last) || last != vocabulary.Unknown && statement.NamesFacts(title) {
			section = last
		}
	}
	return section, status
}

// statusOfTitle is a status behind the first words of a title, before a dash.
var statusOfTitle = prefilter.MustCompile("^([\\pL ]{2,30}?)[ `(]+[1-5][0-9][0-9][`)]*( +[-–—] )")

// beforeDash is the section of a title that says behind a dash or a colon which of several
// it is of: Response - short, Rate limit: 10 a second.
func beforeDash(title string) vocabulary.Section {
	for _, mark := range []string{" - ", " – ", " — ", ": ", "：", ":"} {
		before, after, ok := strings.Cut(title, mark)
		if mark == ":" && ok && vocabulary.SectionOf(before) != vocabulary.Documentation {
			continue // without a blank it parts half of what colons do
		}
		if !ok || strings.TrimSpace(after) == "" {
			continue
		}
		switch s := vocabulary.SectionOf(before); s {
		case vocabulary.Documentation:
			return s
		case vocabulary.Response, vocabulary.ResponseExample, vocabulary.RequestExample, vocabulary.Errors:
			if after = strings.TrimSpace(after); mark[0] == ' ' || after[0] == '/' && !strings.ContainsAny(after, blanks) {
				return s // perhaps with the address that it is of: 返回结果：/boats?ids=1,2
			}
		}
		if section := vocabulary.SectionOf(before); isFactSection(section) && saysForm(after) {
			return section
		}
	}
	return outcomeOf(title)
}

// whichWords begin what a title says of which of several examples it is.
var whichWords = []string{"with", "without", "for", "to", "if", "when", "of", "using", "by", "in", "where"}

// ofWhich is the section of a title that begins with a word for an example and says of
// which of several it is: Example request, with sizes.
func ofWhich(title string) vocabulary.Section {
	end := beforeWhich(title)
	if end < 0 {
		return vocabulary.Unknown
	}
	switch s := vocabulary.SectionOf(title[:end]); s {
	case vocabulary.RequestExample, vocabulary.ResponseExample:
		return s
	}
	return vocabulary.Unknown
}

// longestExample is how many letters the word for an example has at most.
const longestExample = 40

// beforeWhich is where the comma or the blanks begin behind which a title says of which of
// several examples it is, or -1.
func beforeWhich(title string) int {
	letters := 0
	for i, r := range title {
		switch {
		case letters == 0: // the word for an example is not empty
		case r == ',' && i+1 < len(title) && isBlank(title[i+1]):
			return i
		case r < utf8.RuneSelf && isBlank(byte(r)):
			word, _, more := cutBlank(strings.TrimLeft(title[i:], blanks))
			if more && slices.ContainsFunc(whichWords, func(w string) bool { return strings.EqualFold(w, word) }) {
				return i
			}
		}
		if letters++; letters > longestExample || r == '\n' {
			return -1
		}
	}
	return -1
}

// blanks are what parts words.
const blanks = " \t\n\f\r"

func isBlank(c byte) bool { return strings.IndexByte(blanks, c) >= 0 }

// cutBlank cuts a text at its first blank.
func cutBlank(text string) (before, after string, ok bool) {
	if i := strings.IndexAny(text, blanks); i >= 0 {
		return text[:i], text[i+1:], true
	}
	return text, "", false
}

// isAside reports whether a section holds neither parameters nor members.
func isAside(s vocabulary.Section) bool {
	switch s {
	case vocabulary.Errors, vocabulary.RequestExample, vocabulary.ResponseExample:
		return true
	}
	return false
}

// ofLastWord is the section of a title that ends in a word for one: Bulk Update
// Parameters, Extended Response Fields.
func ofLastWord(title string) vocabulary.Section {
	phrase := vocabulary.Fold(title) // words with single blanks
	end := len(phrase)
	var starts [3]int // of the last words, without the first one
	n := 0
	for ; n < len(starts); n++ {
		at := strings.LastIndexByte(phrase[:end], ' ')
		if at < 0 {
			break
		}
		starts[n], end = at+1, at
	}
	for n--; n >= 0; n-- {
		if s := vocabulary.SectionOf(phrase[starts[n]:]); s != vocabulary.Unknown {
			return s
		}
	}
	return vocabulary.Unknown
}

// A label is what announces what follows it.
type label struct {
	announced
	text string
	// sentence says that it is a sentence: "The following parameters may be given:", or a label
	// with what kind of value follows.
	sentence bool
}

// label is what the text of a block announces.
func (b *block) label(text string, known titles) *label {
	if b.says == nil {
		b.says = labelIn(text[b.start:b.end], known)
	}
	return b.says
}

// noLabel is that of a text that announces nothing.
var noLabel = &label{}

// labelIn returns what a text announces: by its last line, or by the last of its lines
// that is but a label in bold, or a label with what kind of value follows.
func labelIn(text string, known titles) *label {
	section, l, status := labelledBy(text, known)
	if l == "" {
		return typedLabel(text)
	}
	sentence := announcedBy(l) != vocabulary.Unknown && !statement.NamesFacts(strings.TrimRight(l, ":："))
	return &label{announced{section, status}, l, sentence || endsInForm(l)}
}

func labelledBy(text string, known titles) (section vocabulary.Section, label string, status int) {
	if l, ok := labelOf(text); ok {
		if section, status = known.sectionOf(l); section != vocabulary.Unknown {
			return section, l, status
		}
	}
	if !strings.Contains(text, "**") {
		return vocabulary.Unknown, "", 0
	}
	for text = strings.TrimSpace(text); text != ""; {
		at := strings.LastIndexByte(text, '\n') + 1
		line := strings.TrimSpace(text[at:])
		if strings.HasPrefix(line, "**") && len(line) <= longestLabel && (strings.HasSuffix(line, "**") || strings.HasSuffix(line, "**:") || strings.HasSuffix(line, "**：")) {
			l := prose.Plain(line)
			section, status = known.sectionOf(l)
			return section, l, status
		}
		text = strings.TrimSpace(text[:at])
	}
	return vocabulary.Unknown, "", 0
}

// labelOf returns the last line of a text where it announces what follows: it is
// short, and ends in a colon, or is bold, or is all of the text.
func labelOf(text string) (string, bool) {
	text = strings.TrimSpace(text)
	lines := strings.Count(text, "\n")
	line := strings.TrimSpace(text[strings.LastIndexByte(text, '\n')+1:])
	line = strings.TrimRight(strings.TrimLeft(line, "-*+>| "), " |")
	if len(line) == 0 || len(line) > longestLabel && !(len(line) < 3*longestLabel && endsInColon(line) && strings.Contains(line, "](")) {
		return "", false
	}
	plain := prose.Plain(line) // without where its links lead
	if len(plain) > longestLabel || len(line) > longestLabel && !saysFollow.MatchString(plain) {
		return "", false
	}
	colon := strings.HasSuffix(plain, ":") || strings.HasSuffix(plain, "：")
	return plain, colon || lines == 0 || strings.HasSuffix(line, "**") || isPartWord(plain)
}

// longestPartWord is how many bytes a line has that is but a word for a part of an endpoint.
const longestPartWord = 40

// isPartWord reports whether the last line of a text is but a word for a part of an endpoint,
// without any mark: no sentence ends in a line of its own that begins with a capital so.
func isPartWord(line string) bool {
	if len(line) > longestPartWord || line == "" || line[0] >= 'a' && line[0] <= 'z' || strings.Contains(line, ".") {
		return false
	}
	switch vocabulary.SectionOf(line) {
	case vocabulary.Request, vocabulary.RequestExample, vocabulary.Response, vocabulary.ResponseExample, vocabulary.Body, vocabulary.Query, vocabulary.Header:
		return true
	}
	return false
}
