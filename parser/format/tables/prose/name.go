package prose

import (
	"slices"
	"strconv"
	"strings"

	"github.com/docgen-go/docgen/parser/prefilter"
	"github.com/docgen-go/docgen/parser/script"
)

// A Name is what the cell of a name says.
type Name struct {
	// Text is the wire name; Depth is how many nesting marks stand before it.
	Text  string
	Depth int
	// Optional, Required, Nullable and Deprecated are what marks beside the name say.
	Optional, Required, Nullable, Deprecated bool
	// Links are those of the cell: the name may lead to a list of its values.
	Links []Link
	// Note is the rest of the cell, for the documentation.
	Note string
}

var (
	nestMark = prefilter.MustCompile(`^(?:&gt;|>|»|›|→|↳|└─*|├─*|∟|┗|┕|·|-{1,4}\s|\+\s|\*\s|—+\s?|–+\s?|&nbsp;|&ensp;|&emsp;|\x{a0}|\x{2003}|\x{3000}|\.(?:\.+)?\s*|│)\s*`)
	wordMark = prefilter.MustCompile(`(?i)[\s(\[（【<*_]*\b(optional|required|deprecated|nullable|mandatory|opt|read[- ]only|write[- ]only|experimental|beta|new)\b[\s)\]）】>*_]*$`)
	cjkMark  = prefilter.MustCompile(`[\s(（【\[]*(可选|可選|选填|選填|非?必填|非?必选|非?必選|非?必须|非?必需|非?必传|非?必傳|已废弃|废弃|已廢棄|廢棄|已弃用|可空|可为空|可為空|任意|必須|非推奨|선택|필수)[\s)）】\]]*$`)
	bareName = prefilter.MustCompile(`^[\p{L}\p{N}_$@~:./\[\]{}#*<>-]+$`)
	noteMark = prefilter.MustCompile(`(?:\s*\\?[*†‡]+|\s+\\?\[\^?[0-9*]+\\?\]|\s*<sup>.*?</sup>|\s*[¹²³⁴⁵⁶])+\s*$`)
)

// raisedMark is the mark of a footnote alone.
var raisedMark = prefilter.MustCompile(`^\s*(?:<sup>\s*\\?(?:[0-9]{1,2}|[a-z*†‡])\s*</sup>|[¹²³⁴⁵⁶⁷⁸⁹])\s*$`)

// starInTag is a star in a colour of its own, which says that an attribute has to be sent.
var starInTag = prefilter.MustCompile(`(?i)<(?:mark|span|font|em|strong|b)\b[^<>]*>\s*\\?\*\s*</[a-z]+>`)

// Element is the name of a row that describes the elements of the list above it, AnyKey
// that of one that describes members of any name.
const (
	Element = "[]"
	AnyKey  = "*"
)

// Whole is the name of a row that describes all of what its table is about, or a part of it
// that has no name.
const Whole = "(anonymous)"

// wholeNames are rows of programs that are no names of attributes.
var wholeNames = map[string]string{"anonymous": Whole, "additionalProperties": AnyKey}

var (
	positional  = prefilter.MustCompile(`^([\p{L}\p{N}_]+\[[0-9]+\])\s*[:：]\s*(\S.*)$`)
	elementWord = prefilter.MustCompile(`(?i)^[(<\[{]\s*(?:element|elements|item|items|array item|array element|list item|object|数组元素|元素)?\s*[)>\]}]$`)
	anyKey      = prefilter.MustCompile("^[\\\\`]*[*…]`?$|^\\.\\.\\.$|(?i)^`?[{<\\[](?:key|any key|string|name|\\*)[}>\\]]`?$")
)

// eachMark ends a name that stands for each element of a list: tags.*. Without the dot the star
// is a mark of what is required.
var eachMark = prefilter.MustCompile("\\.\\*(`?)\\s*$")

// arrowPath is a path of names that arrows part: boats -> serial, boats → hull → length.
var arrowPath = prefilter.MustCompile("^`?[A-Za-z_]\\w*(?:\\[\\d*\\])?(?:\\s*(?:->|-&gt;|=>|→)\\s*[A-Za-z_]\\w*(?:\\[\\d*\\])?)+`?$")

// arrow is what parts the names of such a path.
var arrow = prefilter.MustCompile(`\s*(?:->|-&gt;|=>|→)\s*`)

// dottedArrows is a path with dots in the place of arrows.
func dottedArrows(cell string) string {
	if !strings.Contains(cell, ">") && !strings.Contains(cell, "→") {
		return cell
	}
	if trimmed := strings.TrimSpace(cell); arrowPath.MatchString(trimmed) {
		return arrow.ReplaceAllString(trimmed, ".")
	}
	return cell
}

// angleKey stands for the name of a member at the end of a name in code: `labels.<name>`, `notes[<lang>]`.
var angleKey = prefilter.MustCompile("(`[A-Za-z_][\\w.-]*[.\\[])<([A-Za-z_][\\w -]*)>(\\]?`)")

// bracedKeys is a cell with braces around what stands for such names: in code it is no tag.
func bracedKeys(cell string) string {
	if strings.Contains(cell, "<") {
		return angleKey.ReplaceAllString(cell, "$1{$2}$3")
	}
	return cell
}

// NameOf reads the cell of a name. Its Text is "" where the cell holds no name.
func NameOf(cell string) Name {
	var n Name
	whole := strings.TrimSpace(cell)
	n.Links = Links(cell)
	cell = eachMark.ReplaceAllString(comment.ReplaceAllString(bracedKeys(cell), ""), "[]$1")
	n.Deprecated = strings.Count(cell, "~~") == 2 // struck out
	cell = strings.ReplaceAll(cell, "~~", "")
	cell = dottedArrows(joinSpans(cell))
	if head, rest, ok := cutBreak(cell); ok {
		cell = head
		n.below(rest)
	}
	if strings.Contains(cell, "*</") && starInTag.MatchString(cell) {
		n.Required = true
		cell = starInTag.ReplaceAllString(cell, "")
	}
	styled := n.indented(cell)
	cell = n.nesting(cell)
	cell = strings.TrimSpace(unlinked(cell))
	cell = joinSpans(cell)
	if strings.HasPrefix(cell, "`") {
		if span, rest, ok := strings.Cut(strings.TrimLeft(cell, "`"), "`"); ok {
			n.marks(strings.TrimLeft(rest, "`"))
			n.Note = strings.TrimSpace(strings.TrimSpace(n.left(rest)) + "\n" + n.Note)
			cell = span
		}
	}
	cell = strings.TrimSpace(untagged(strings.ReplaceAll(cell, "`", "")))
	if inner, ok := strings.CutPrefix(cell, "**"); ok {
		if bold, rest, ok := strings.Cut(inner, "**"); ok {
			cell = bold + rest
		}
	}
	cell = n.nesting(unescaped(unnoted(cell)))
	cell = n.words(cell)
	if rest, ok := strings.CutSuffix(cell, "?"); ok {
		n.Optional, cell = true, strings.TrimSpace(rest)
	}
	if rest, ok := strings.CutPrefix(cell, "?"); ok {
		n.Nullable, cell = true, strings.TrimSpace(rest)
	}
	if rest, ok := strings.CutSuffix(cell, "!"); ok {
		n.Required, cell = true, strings.TrimSpace(rest)
	}
	cell = strings.Trim(strings.TrimSuffix(strings.TrimRight(cell, "*†‡ "), ":"), `"' `)
	if rest, ok := strings.CutSuffix(cell, "?"); ok { // `name?*`
		n.Optional, cell = true, rest
	}
	if strings.Contains(cell, "]") {
		if m := positional.FindStringSubmatch(cell); m != nil { // list[0]: start
			n.Note = strings.TrimSpace(m[2] + "\n" + n.Note)
			cell = m[1]
		}
	}
	if cell != "" && strings.IndexByte("(<[{", cell[0]) >= 0 && elementWord.MatchString(cell) {
		cell = Element
	}
	if styled && cell != "" && strings.Trim(cell, "├└│─∟┗ ") == "" {
		cell = Element // of the list above
	}
	cell = n.bracketed(cell)
	if n.Text = cell; cell == "" && anyKey.MatchString(whole) {
		n.Text = AnyKey
	}
	if text := wholeNames[strings.Trim(cell, "*")]; text != "" && strings.Contains(whole, "*"+strings.Trim(cell, "*")+"*") {
		n.Text, n.Optional, n.Required = text, false, false
	}
	return n
}

// inBrackets is a name that stands in brackets, as synopses of commands have it.
var inBrackets = prefilter.MustCompile(`^(?:<([A-Za-z_][\w.-]*)>|\[([A-Za-z_][\w.-]*)\])$`)

// bracketed takes the brackets off a name: those of tags say that it has to be sent, and
// square ones that it may be left out.
func (n *Name) bracketed(cell string) string {
	m := inBrackets.FindStringSubmatch(cell)
	switch {
	case m == nil:
		return cell
	case m[1] != "":
		n.Required = !n.Optional
		return m[1]
	}
	n.Optional = !n.Required
	return m[2]
}

// indentStyle is how far a cell is indented by its style.
var indentStyle = prefilter.MustCompile(`^\s*<[a-z]+ [^<>]*\b(?:padding|margin)-left:\s*([0-9]{1,3})(?:px|em|%)`)

// indented takes the width of an indentation by style for that of marks, and reports whether
// there is one.
func (n *Name) indented(cell string) bool {
	if !strings.Contains(cell, "-left:") {
		return false
	}
	m := indentStyle.FindStringSubmatch(cell)
	if m == nil {
		return false
	}
	width, _ := strconv.Atoi(m[1])
	n.Depth += width
	return width > 0
}

// below reads what stands below a name in its cell: one word for a need, or a remark.
func (n *Name) below(rest string) {
	switch strings.ToLower(strings.Trim(Plain(rest), " ()[]*_.")) {
	case "required", "mandatory", "必填", "必須", "필수":
		n.Required = true
	case "optional", "可选", "选填", "任意", "선택":
		n.Optional = true
	default:
		n.Note = Doc(rest)
	}
}

// nesting takes the marks of nesting off the start of a cell.
func (n *Name) nesting(cell string) string {
	for {
		cell = strings.TrimLeft(cell, " \t")
		if cell == "" || isWordByte(cell[0]) || cell[0] == '`' {
			return cell
		}
		m := nestMark.FindString(cell)
		if m == "" || len(m) == len(cell) {
			return cell
		}
		mark := strings.TrimSpace(m)
		switch {
		case strings.HasPrefix(m, "&nbsp;") || strings.HasPrefix(m, "&e") || strings.TrimLeft(m, " \u00a0\u2003\u3000") == "":
			n.Depth += indentOf(&cell)
			continue
		case strings.Trim(mark, "-—–.") == "" && len([]rune(mark)) > 1:
			n.Depth += len([]rune(mark))
		default:
			n.Depth++
		}
		cell = cell[len(m):]
	}
}

// indentOf takes blanks in the form of entities off a cell; any number of them is
// one step, since how wide a step is differs from vendor to vendor: the caller
// compares widths.
func indentOf(cell *string) int {
	width := 0
	for {
		switch s := *cell; {
		case strings.HasPrefix(s, "&nbsp;"):
			*cell, width = s[len("&nbsp;"):], width+1
		case strings.HasPrefix(s, "&ensp;"), strings.HasPrefix(s, "&emsp;"):
			*cell, width = s[len("&ensp;"):], width+2
		case strings.HasPrefix(s, "\u00a0"):
			*cell, width = s[len("\u00a0"):], width+1
		case strings.HasPrefix(s, "\u2003"), strings.HasPrefix(s, "\u3000"):
			*cell, width = s[len("\u2003"):], width+2
		case strings.HasPrefix(s, " "):
			*cell = s[1:]
		default:
			return width
		}
	}
}

// cutBreak cuts a cell at its first line break.
func cutBreak(cell string) (before, after string, ok bool) {
	if !strings.Contains(cell, "<") {
		return cell, "", false
	}
	at := breakTag.FindStringIndex(cell)
	if at == nil || strings.TrimSpace(cell[:at[0]]) == "" {
		return cell, "", false
	}
	return cell[:at[0]], cell[at[1]:], true
}

// words takes words such as (optional) off the end of a name.
func (n *Name) words(cell string) string {
	for {
		at := wordMark.FindStringIndex(cell)
		if at == nil {
			if isWide(cell) {
				at = cjkMark.FindStringIndex(cell)
			}
		}
		if at == nil || strings.TrimSpace(cell[:at[0]]) == "" || !boundary(cell, at[0]) {
			return cell
		}
		n.marks(cell[at[0]:])
		cell = strings.TrimSpace(cell[:at[0]])
	}
}

// boundary reports whether a mark is parted from the name before it: is_required is
// a name.
func boundary(cell string, at int) bool {
	return strings.ContainsAny(cell[at:at+1], " (（[【<*") || cell[at] >= 0x80
}

// What stands beside names of what may be left out, and of what has to be sent.
var (
	optionalMarks = []string{"optional", "(opt)", "not required", "可选", "选填", "非必", "任意", "선택"}
	requiredMarks = []string{"required", "mandatory", "必填", "必选", "必须", "必需", "必传", "필수"}
)

func hasAny(text string, words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(text, w) })
}

// marks reads words and signs beside a name.
func (n *Name) marks(rest string) {
	low := script.Simplified(strings.ToLower(rest))
	switch {
	case strings.HasPrefix(strings.TrimSpace(rest), "?"), hasAny(low, optionalMarks):
		n.Optional = true
	case hasAny(low, requiredMarks):
		n.Required = true
	}
	n.Nullable = n.Nullable || strings.Contains(low, "nullable") || strings.Contains(low, "可空") || strings.Contains(low, "可为空")
	n.Deprecated = n.Deprecated || strings.Contains(low, "deprecated") || strings.Contains(low, "废弃") || strings.Contains(low, "弃用") || strings.Contains(low, "非推奨")
}

// left is what of the text beside a name is no mark of one word.
func (n *Name) left(rest string) string {
	if raisedMark.MatchString(rest) {
		return "" // of a footnote
	}
	rest = strings.TrimSpace(Doc(rest))
	if n.words("x "+rest) == "x" || strings.Trim(rest, "*†‡?!\\ ") == "" {
		return ""
	}
	return rest
}

// IsName reports whether a text can be the name of an attribute as it travels.
func IsName(text string) bool {
	if text == "" || len(text) > 120 {
		return false
	}
	for i := 0; i < len(text); i++ {
		if !isWordByte(text[i]) && text[i] != '.' && text[i] != '-' {
			return bareName.MatchString(text) && strings.Count(text, "{") == strings.Count(text, "}")
		}
	}
	return true
}

// unnoted is a cell without the marks of footnotes at its end.
func unnoted(cell string) string {
	end := strings.TrimRight(cell, " \t\n\f\r")
	if end == "" || end[len(end)-1] < 0x80 && strings.IndexByte("*]>", end[len(end)-1]) < 0 {
		return cell
	}
	return noteMark.ReplaceAllString(cell, "")
}
