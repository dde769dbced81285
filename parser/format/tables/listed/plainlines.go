package listed

import (
	"strings"

	"github.com/docgen-go/docgen/parser/format/tables/table"
	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
	"github.com/docgen-go/docgen/parser/prefilter"
)

var (
	// plainHead is how a line may begin that is an attribute without a mark of a list: with a
	// name in code, in bold or italics, or one that brackets, a colon or a dash part from the rest.
	plainHead = prefilter.MustCompile("^ {0,3}(?:[0-9]{1,2}[.)] {1,3})?(?:(?:\\*\\*|__)?`[^`\\n]{1,80}`|(?:\\*\\*|__|[*_])[A-Za-z_$][\\w.$\\[\\]-]{0,79}|[A-Za-z_$][\\w.$\\[\\]-]{0,79}(?: {0,2}[(（:：]| {1,2}[-–—]{1,2} ))")
	// orderedMark is that of an item of a numbered list.
	orderedMark = prefilter.MustCompile(`^ {0,3}[0-9]{1,2}[.)] {1,3}`)
	// columnLine is a name with its type and more in columns that blanks part: name    String    Required.
	columnLine = prefilter.MustCompile(`^ {0,3}([A-Za-z_$][\w.$\[\]-]{0,79})(?: {2,}|[ ]?\t+)([A-Za-z][A-Za-z0-9_<>\[\]]{2,30})(?:(?: {2,}|[ ]?\t+)(\S[^\n]*))?$`)
	// partedCode is a name in code with a mark behind it.
	partedCode = prefilter.MustCompile("^(?:\\*\\*|__)?`[^`\\n]{1,80}`(?:\\*\\*|__)?\\s*(?:[:：(（]|[-–—]{1,2}\\s|[*_]{1,2}[(（:：])")
	// valuesFollow ends a text above values of what it is about.
	valuesFollow = prefilter.MustCompile(`(?i)\b(?:values?|choices|modes|one of|either|statuses)\b[^.\n]*$`)
)

// isPlain reports whether a line may be an attribute without a mark of a list, which begins a
// paragraph or stands right below a label.
func isPlain(text string, i int, open bool) bool {
	if open {
		above := strings.TrimRight(text[:i], " \t\n*_")
		if !strings.HasSuffix(above, ":") && !strings.HasSuffix(above, "：") && !columnLine.MatchString(text[i:lineEnd(text, i)]) {
			return false
		}
	}
	_, ok := plainField(strings.TrimRight(text[i:lineEnd(text, i)], " \t\r\n\\"))
	return ok
}

// plainField reads a line as an attribute: its name is in code, or it has a type. ok reports
// whether it is one.
func plainField(line string) (f field, ok bool) {
	if label := strings.TrimRight(line, "*_ "); strings.HasSuffix(label, ":") || strings.HasSuffix(label, "：") || !plainHead.MatchString(line) && !columnLine.MatchString(line) {
		return f, false
	}
	mark := orderedMark.FindString(line)
	head := strings.TrimLeft(line[len(mark):], " ")
	f = fieldOf(head)
	if m := columnLine.FindStringSubmatch(line); m != nil && mark == "" && isType(m[2]) {
		f = field{name: m[1], typ: m[2], text: strings.TrimSpace(m[3]), parted: true}
		if need, rest, _ := strings.Cut(f.text, "  "); vocabulary.NeedOf(need) != vocabulary.Unsaid && len(need) <= longestRaw {
			f.need, f.text = need, strings.TrimSpace(rest)
		}
	}
	switch strings.ToLower(f.name) {
	case "", "true", "false", "type", "returns", "return", "example", "default", "method", "url":
		return f, false
	}
	it := item{field: f}
	if isStatus(&it) || isVerb(&it) || verbText.MatchString(f.name) {
		return f, false
	}
	if strings.HasPrefix(strings.TrimLeft(head, "*_"), "`") {
		f.bold = false
		return f, f.typ+f.need+f.text != "" && (mark != "" || f.typ != "" || partedCode.MatchString(head))
	}
	return f, f.typ != "" && isStrict(f.typ) && (!f.bare || f.parted)
}

// PlainLines reads the lines that begin at text[start:], each an attribute without a mark of a
// list, or with a number, in one paragraph or in paragraphs of their own:
//
//	angle (number): How far.
//	label - string - What it is called.
//
//	`size`: How large.
//
// What goes on below the first line of a paragraph is its text. t is nil where no label
// announces them.
func PlainLines(text string, start int, announced bool) (t *table.Table, next int) {
	var items []item
	next = start
	blank := true
	for i := start; i < len(text); {
		end := lineEnd(text, i)
		line := strings.TrimRight(text[i:end], " \t\r\n\\")
		f, ok := plainField(line)
		switch {
		case strings.TrimSpace(line) == "":
			blank, i = true, end
			continue
		case ok || len(items) > 0 && items[0].bold && f.bold && f.text != "" && wireName.MatchString(f.name):
			items = append(items, item{field: f, start: i + len(line) - len(strings.TrimLeft(line, " \t")), end: i + len(line)})
		case isBreakTag(line):
			i = end
			continue
		case blank && !isDocOf(items, line) || breaks.MatchString(line) || IsBullet(line):
			i = len(text)
			continue
		default:
			last := &items[len(items)-1]
			last.body, last.end = strings.TrimSpace(last.body+"\n"+strings.TrimSpace(line)), i+len(line)
		}
		i, next, blank = end, end, false
	}
	next = max(next, lineEnd(text, start))
	if !announced || len(items) == 0 || valuesFollow.MatchString(lineAbove(text[:start])) {
		return nil, next
	}
	t = tableOf(items, start, next)
	t.Unmarked = true
	return t, next
}

// isDocOf reports whether a line that begins a paragraph says what the attribute above it is, whose own
// paragraph has but its name and its type.
func isDocOf(items []item, line string) bool {
	if len(items) == 0 || plainHead.MatchString(line) {
		return false
	}
	last := &items[len(items)-1]
	return last.bold && last.typ != "" && last.text == "" && (last.body == "" || !strings.HasPrefix(line, "*"))
}

// isBreakTag reports whether a line is but a tag for a break.
func isBreakTag(line string) bool {
	line = strings.TrimSpace(line)
	return line == "<br>" || line == "<br/>" || line == "<br />"
}

// lineAbove is the last line of a text that is not blank.
func lineAbove(text string) string {
	text = strings.TrimRight(text, " \t\n")
	return text[strings.LastIndexByte(text, '\n')+1:]
}
