package prose

import (
	"strings"

	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
	"github.com/docgen-go/docgen/parser/prefilter"
)

// joint is what stands between two names, in a few languages; either says that one of them is
// to be given.
const (
	either = `\||\bor\b|\bou\b|\boder\b|或者|或|または|또는|или`
	joint  = `,|/|、|，|;|；|&amp;|&|\+|~|-|–|and/or|or/and|\band\b|\bund\b|\bet\b|以及|和|与|及|および|와|및|` + either
)

var (
	spanJoint    = prefilter.MustCompile("`\\s*(?:\\(\\s*)?(?:" + joint + "|<br\\s*/?>)\\s*(?:<br\\s*/?>\\s*)?`")
	severalSpans = prefilter.MustCompile("^`[^`\\s]+`(?:\\s*(?:\\(\\s*)?(?:" + joint + "|<br\\s*/?>)\\s*(?:<br\\s*/?>\\s*)?`[^`\\s]+`\\)?)+$")
	eitherWord   = prefilter.MustCompile("`[\\s(]*(?:" + either + ")\\s*`")
	spanText     = prefilter.MustCompile("`([^`]+)`")
	bareJoint    = prefilter.MustCompile(`\s*(?:,|/|、|，|;|；|&amp;|&|\+|~|以及|和|与|及|および|와|및|\||或者|或|または|또는)\s*|\s+(?:or|ou|oder|или|and/or|or/and|and|und|et)\s+`)
	spanNext     = prefilter.MustCompile("^\\s*(?:,\\s*(?:and|or|und|et|y|e)\\b|" + joint + ")\\s*`([^`\\s]{1,80})`")
	boldNext     = prefilter.MustCompile(`^\s*(?:,\s*(?:and|or|und|et|y|e)\b|` + joint + `)\s*\*\*([^*\s]{1,80})\*\*`)
)

// joinSpans writes several names in code in one span: `a` / `b`, `a`<br>`b`. Words that say
// what the first one is are no names.
func joinSpans(cell string) string {
	trimmed := strings.TrimSpace(cell)
	if strings.Count(trimmed, "`") < 4 || !severalSpans.MatchString(trimmed) {
		return cell
	}
	for i, m := range spanText.FindAllStringSubmatch(trimmed, -1) {
		if i > 0 && (vocabulary.TypeOf(m[1]) != "" || vocabulary.NeedOf(m[1]) != vocabulary.Unsaid) && strings.ContainsAny(trimmed, "<-–") {
			return cell
		}
	}
	by := ", "
	if eitherWord.MatchString(trimmed) {
		by = " or "
	}
	return "`" + strings.Trim(spanJoint.ReplaceAllString(trimmed, by), "`) ") + "`"
}

// CutNames cuts names that go on with the one before them off the start of a text, in code or
// in bold as that one: , `b` / `c`. choice says that one of them is to be given.
func CutNames(text string, bold bool) (names []string, rest string, choice bool) {
	next := spanNext
	if bold {
		next = boldNext
	}
	whole := text
	defer func() {
		if len(names) > 0 && apartDash.MatchString(whole) && !goesOn.MatchString(rest) {
			names, rest, choice = nil, whole, false // values of the one before: `order` - `up` or `down`
		}
	}()
	for {
		m := next.FindStringSubmatch(text)
		if m == nil || !IsName(m[1]) || vocabulary.TypeOf(m[1]) != "" && !lastName.MatchString(m[0]) || vocabulary.NeedOf(m[1]) != vocabulary.Unsaid {
			return names, text, choice
		}
		choice = choice || isChoice(m[0])
		names, text = append(names, m[1]), text[len(m[0]):]
	}
}

var (
	// apartDash begins with a dash with blanks around it, which may part a name from what is said of it.
	apartDash = prefilter.MustCompile(`^\s+[-–—]\s`)
	// goesOn begins what is said of all names before it.
	goesOn = prefilter.MustCompile(`^\s*(?:[:：(（\[]|[-–—]\s)`)
)

// lastName is a comma and a word before the last of several names, which may be a word for a type, too: , and `email`.
var lastName = prefilter.MustCompile(`^\s*,\s*(?:and|or|und|et|y|e)\b`)

// isChoice reports whether what stands before a name says that it is given in the place of
// another.
func isChoice(joint string) bool {
	word, _, _ := strings.Cut(strings.Trim(joint, " "), "`")
	return eitherWord.MatchString("`" + strings.Trim(word, " *") + "`")
}

// media are the first parts of media types, which are one name with what follows the slash.
var media = map[string]bool{"application": true, "audio": true, "font": true, "image": true, "message": true, "model": true, "multipart": true, "text": true, "video": true}

// SeveralNames cuts a text with several names in it; choice says that one of them is to be
// given. coded says that it is printed as code, in which a slash may be part of a name.
func SeveralNames(text string, coded bool) (parts []string, choice bool) {
	if IsName(text) && (coded || strings.Count(text, "/") != 1) {
		return nil, false
	}
	start := 0
	for _, m := range append(bareJoint.FindAllStringIndex(text, -1), []int{len(text), len(text)}) {
		part := strings.TrimSpace(text[start:m[0]])
		if !IsName(part) || strings.Contains(part, "/") || part[0] >= 0x80 {
			return nil, false
		}
		choice = choice || isChoice(text[m[0]:m[1]])
		parts, start = append(parts, part), m[1]
	}
	if len(parts) < 2 || media[strings.ToLower(parts[0])] && strings.Contains(text, "/") {
		return nil, false
	}
	return parts, choice
}
