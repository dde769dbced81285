package listed

import (
	"cmp"
	"strings"

	"github.com/docgen-go/docgen/parser/format/tables/table"
	"github.com/docgen-go/docgen/parser/prefilter"
)

var (
	// option is a line that is but a name with the word for its type in brackets:
	// `colour=[string]`.
	option = prefilter.MustCompile("^[ \\t]*`?([\\p{L}_$][\\p{L}\\p{N}_.$\\[\\]-]{0,79})=\\[([^\\[\\]`]{1,70})\\]`?[ \\t]*(?:[-–—:]\\s*(\\S.*))?$")
	// neededOption is one behind the word for whether it has to be sent: **Required:** `id=[integer]`.
	neededOption = prefilter.MustCompile("(?i)^[ \\t>*_+-]*(required|optional)[*_ \\t]*[:：][*_ \\t]*(`[^`]+=\\[[^`]*`.*)$")
	// labelledOption is one behind the label of its section: **URL Parameters** : `pk=[integer]`.
	labelledOption = prefilter.MustCompile("^[ \\t>*+-]*?\\*\\*([\\pL][\\pL ]{2,39})(?:\\*\\*[ \\t]*[:：]|[:：]\\*\\*)[ \\t]*(?:`[^`\\n]+=\\[[^`\\n]*`)")
	// optionSpan is a name with its type in a code span of a line.
	optionSpan = prefilter.MustCompile("`([\\p{L}_$][\\p{L}\\p{N}_.$-]{0,79})=\\[([^\\[\\]`]{1,70})\\]`")
	// needLabel is a line that says which of the next lines have to be sent.
	needLabel = prefilter.MustCompile(`(?i)^[ \t>*_+-]*(required|optional)\b[^\n]{0,20}$`)
)

// listOption writes the types of lists as they stand in brackets: a=array[string] as a=[array of string].
var listOption = strings.NewReplacer("=array[", "=[array of ", "=Array[", "=[array of ", "=list[", "=[list of ")

// isOption reports whether a line is an attribute that gives a name a type in brackets.
func isOption(line string) bool {
	if _, typ, ok := strings.Cut(line, "="); !ok || !strings.Contains(typ, "[") {
		return false
	}
	line = listOption.Replace(line)
	if !strings.Contains(line, "=[") {
		return false
	}
	_, line = cutOptionNeed(strings.TrimRight(line, " \t\n"))
	return option.MatchString(line)
}

// cutOptionNeed cuts the word for whether it has to be sent off a line with an option.
func cutOptionNeed(line string) (need, rest string) {
	if m := neededOption.FindStringSubmatch(line); m != nil {
		return strings.ToLower(m[1]), m[2]
	}
	return "", line
}

// Options reads the lines that begin at text[start:], each a name with its type, below words
// for what has to be sent:
//
//	**Required:**
//
//	`colour=[string]`
//
// t is nil where no label announces them.
func Options(text string, start int, announced bool) (t *table.Table, next int) {
	need := needAbove(text[:start])
	var items []item
	next = start
	for i := start; i < len(text); {
		end := lineEnd(text, i)
		whole := strings.TrimRight(text[i:end], " \t\n")
		own, line := cutOptionNeed(listOption.Replace(whole))
		switch m := option.FindStringSubmatch(line); {
		case strings.TrimSpace(line) == "":
		case m != nil:
			it := item{start: i + len(whole) - len(strings.TrimLeft(line, " \t")), end: i + len(whole)}
			it.name, it.need, it.text = m[1], cmp.Or(own, need), m[3]
			it.typ = strings.TrimSpace(m[2])
			items = append(items, it)
			next = end
		default:
			label := needLabel.FindStringSubmatch(line)
			if label == nil {
				i = len(text)
				continue
			}
			need = strings.ToLower(label[1])
		}
		i = end
	}
	if !announced || len(items) == 0 {
		return nil, max(next, lineEnd(text, start))
	}
	return tableOf(items, start, next), next
}

// LabelledOptions reads attributes in the line text[start:end] behind the label of their
// section, each a code span with a name and its type:
//
//	**URL Parameters** : `id=[integer]` where `id` is the boat.
//
// t is nil where there are none; label is the offset behind the label otherwise.
func LabelledOptions(text string, start, end int) (t *table.Table, label int) {
	line := strings.TrimRight(text[start:end], " \t\n")
	if !strings.Contains(line, "=[") {
		return nil, 0
	}
	m := labelledOption.FindStringSubmatchIndex(line)
	if m == nil || strings.EqualFold(line[m[2]:m[3]], "required") || strings.EqualFold(line[m[2]:m[3]], "optional") {
		return nil, 0
	}
	spans := optionSpan.FindAllStringSubmatchIndex(line, -1)
	var items []item
	for k, s := range spans {
		it := item{start: start + s[0], end: start + len(line)}
		it.name, it.typ = line[s[2]:s[3]], line[s[4]:s[5]]
		if k+1 < len(spans) {
			it.end = start + spans[k+1][0]
		}
		it.text = strings.TrimSpace(text[start+s[1] : it.end])
		items = append(items, it)
	}
	if items == nil {
		return nil, 0
	}
	label = items[0].start
	return tableOf(items, label, start+len(line)), label
}

// needAbove is what the last line of a text that is not blank says of those behind it.
func needAbove(before string) string {
	before = strings.TrimRight(before, " \t\n")
	line := before[strings.LastIndexByte(before, '\n')+1:]
	if m := needLabel.FindStringSubmatch(line); m != nil {
		return strings.ToLower(m[1])
	}
	return ""
}
