package listed

import (
	"cmp"
	"slices"
	"strings"

	"github.com/docgen-go/docgen/parser/format/tables/prose"
	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
	"github.com/docgen-go/docgen/parser/prefilter"
)

// A field is what the head of an item says, as the cells of a row.
type field struct {
	name, typ, need, def, text string
	// bold says that the name is in bold.
	bold bool
	// bare says that nothing marks the name as one.
	bare bool
	// parted says that a mark stands between a bare name and what is said of it, and that
	// the name looks like no word of a sentence.
	parted bool
	// squared says that the type stood in emphasized square brackets.
	squared bool
	// star says that a star stands right behind the name.
	star bool
	// synopsis says that the name stands in square brackets, as what may be left out.
	synopsis bool
	// open says that the head ends within a mark, which the next line closes.
	open bool
}

func (f *field) openText() bool { return f.open }

var (
	codeName  = prefilter.MustCompile("^(?:\\*\\*|__)?`([^`\\n]{1,160})`(?:\\*\\*|__)?")
	boldName  = prefilter.MustCompile(`^(?:\*\*|__)([^*\s][^*\n]{0,79}?)(?:\*\*|__)`)
	italName  = prefilter.MustCompile(`^[*_]([A-Za-z][\w.\[\]-]{0,79})[*_]`)
	plainName = prefilter.MustCompile(`^([\p{L}_$][\p{L}\p{N}_.$\[\]-]{0,79})\s*[(（:：]`)
	// plainNames are several bare names: a / b：, a, b - what they are.
	plainNames = prefilter.MustCompile(`^([A-Za-z_$][\w.$\[\]-]{0,79}(?:(?:\s*[,/、，]\s*|\s+(?:and|or)\s+|\s*[和或与]\s*)[A-Za-z_$][\w.$\[\]-]{0,79}){1,7})\s*(?:[(（:：]|[-–—]{1,2}\s)`)
	// dashedName is a bare name that a dash or an equals sign parts from what is said of it,
	// wireName one that looks like no word of a sentence.
	dashedName = prefilter.MustCompile(`^([A-Za-z_$][\w.$\[\]-]{0,79})\s+(?:[-–—]{1,2}|=)\s`)
	wireName   = prefilter.MustCompile(`^(?:[a-z_$][\w.$\[\]-]*|[A-Z][\w.]*[_A-Z][\w.]*)$`)
	digits     = prefilter.MustCompile(`^[0-9]+$`)
	shortcode  = prefilter.MustCompile(`^(?:\{\{[<%]?\s*/?([^}]*?)\s*/?[%>]?\}\}|\{%\s*([^%]*?)\s*%\}|<([A-Za-z][^<>]*)>(?:([^<>]{0,30})</[A-Za-z]+>)?)`)
	emphasis   = prefilter.MustCompile("^(?:\\*\\*([^*\\n]{1,60})\\*\\*|\\*([^*\\n]{1,60})\\*|__([^_\\n]{1,60})__|_([^_\\n]{1,60})_|`([^`\\n]{1,60})`)")
	separator  = prefilter.MustCompile(`^(?:[:：,，;；|=。]|[-–—]+(?:\s|$)|\.{1,3}(?:\s|$))[ \t]*`)
	phrase     = prefilter.MustCompile(`^[^.,:;，。：；、(（\n|–—]{1,60}`)
	dashJoint  = prefilter.MustCompile(`\s+-+\s`)
	defaultOf  = prefilter.MustCompile(`(?i)^(?:defaults?(?: value)?(?: is| to)?|默认值?为?|缺省值?|デフォルト|기본값|по умолчанию)\s*[:：=]?\s*(.+)$`)
	needInTag  = prefilter.MustCompile(`(?i)\b(required|optional|mandatory)\b|必填|可选|必須|任意`)
	bracketed  = prefilter.MustCompile(`<([^<>]*)>`)
	exampleOf  = prefilter.MustCompile("^\\s*[:：=]\\s*(?:`[^`\\n]*`|\"[^\"\\n]*\"|[^\\s()]{1,60})\\s+\\(([^()]*)\\)")
)

// enumPhrase is a word for an enum with its values in quotes: Enum 'sail' or 'motor'.
var (
	enumPhrase = prefilter.MustCompile(`(?i)^enum(?:eration)?[ :]+((?:'[^'"]{1,40}'|"[^'"]{1,40}")(?:\s*(?:\||/|or)\s*(?:'[^'"]{1,40}'|"[^'"]{1,40}"))+)$`)
	enumQuote  = prefilter.MustCompile(`'`)
	enumJoint  = prefilter.MustCompile(`\s*(?:\||/|\bor\b)\s*`)
)

// sentHeader is a header as it is sent, with its value: X-Request-Key: abc.
var sentHeader = prefilter.MustCompile(`^([A-Z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)+): ?([^\s].*)$`)

// fieldOf reads the head of an item. Its name is "" where it begins with none.
func fieldOf(head string) field {
	if rest := withoutSynopsis(strings.TrimSpace(head)); rest != "" {
		f := fieldOf(rest)
		f.need, f.synopsis = cmp.Or(f.need, "optional"), f.name != ""
		return f
	}
	var f field
	head = strings.TrimSpace(head)
	if need, after := leadingNeed(head); need != "" {
		if f = fieldOf(after); f.name != "" && !f.bare {
			f.need = cmp.Or(f.need, need)
			return f
		}
		f = field{}
	}
	rest := ""
	switch {
	case f.cutName(codeName, head, &rest), f.cutBold(head, &rest), f.cutItalic(head, &rest):
	case f.cutTyped(head, &rest):
	default:
		m := plainName.FindStringSubmatch(head)
		if m == nil {
			m = dashedName.FindStringSubmatch(head)
		}
		if m == nil {
			m = plainNames.FindStringSubmatch(head)
		}
		if m == nil {
			return f
		}
		f.name, f.bare, rest = m[1], true, head[len(m[1]):]
		f.parted = wireName.MatchString(f.name)
	}
	f.several(&rest)
	f.name = strings.Trim(f.name, " `:：")
	if name, typ, ok := strings.Cut(f.name, ":"); ok && isType(strings.TrimSpace(typ)) { // `name: type`
		f.name, f.typ = strings.TrimSpace(name), strings.TrimSpace(typ)
	}
	if !f.bare {
		f.assign()
		if m := sentHeader.FindStringSubmatch(f.name); m != nil && f.typ == "" {
			f.name, rest = m[1], rest+" Example: `"+m[2]+"`."
		}
		if name, more, ok := strings.Cut(f.name, " "); ok && prose.IsName(name) && f.group(strings.Trim(more, "()（）")) {
			f.name = name // **name (string)**
		}
	}
	if !isNames(f.name) || digits.MatchString(f.name) || strings.Trim(f.name, "./:<>*#-") == "" || vocabulary.TypeOf(f.name) == "null" {
		return field{}
	}
	left := f.marks(rest)
	f.text = strings.TrimSpace(left + " " + f.text)
	f.restrict()
	f.atEnd()
	return f
}

// needAhead is a word before the name of an attribute, and the rest: *optional* `load`: ….
var needAhead = prefilter.MustCompile("^(?:[*_(\\[]{1,3}(\\pL[\\pL ]{3,20}?):?[*_)\\]]{1,3}|(\\pL{4,12})):?[ \\t]+([`*].*)$")

// leadingNeed cuts a word for what has to be sent off the head of an item, before the name in code or
// in bold.
func leadingNeed(head string) (need, rest string) {
	m := needAhead.FindStringSubmatch(head)
	if m == nil || m[2] != "" && m[3][0] != '`' {
		return "", ""
	}
	return needOf(strings.ToLower(m[1] + m[2])), m[3]
}

// restricts begins a text that restricts the need before it to some requests.
var restricts = prefilter.MustCompile(`^(?:only )?(?:if|when|unless)\b|^only for\b`)

// restrict puts what restricts a need into that, as a cell would say it: (required) if `a` is set.
func (f *field) restrict() {
	if !strings.EqualFold(f.need, "required") || !restricts.MatchString(f.text) {
		return
	}
	clause, rest, _ := strings.Cut(f.text, ". ")
	f.need, f.text = "required "+strings.TrimRight(clause, "."), strings.TrimSpace(rest)
}

// cutTyped reads a bare name with its type in square brackets: colour [string]: which one.
func (f *field) cutTyped(head string, rest *string) bool {
	m := typedName.FindStringSubmatch(head)
	if m == nil || !isType(m[2]) {
		return false
	}
	f.name, f.typ, f.bare, *rest = m[1], m[2], true, head[len(m[0]):]
	f.parted = wireName.MatchString(f.name)
	return true
}

// lastGroup are brackets at the end of a description.
var lastGroup = prefilter.MustCompile(`^(.*\S)\s+[(（]([^()（）]{1,100})[)）]\.?$`)

// atEnd reads the brackets at the end of a description that has no marks before it, where
// they hold marks only, or a remark behind a type and a need: size - how large (integer, optional, in feet).
func (f *field) atEnd() {
	if !f.parted || f.typ != "" || f.need != "" || f.def != "" {
		return
	}
	m := lastGroup.FindStringSubmatch(f.text)
	if m == nil {
		return
	}
	for i, part := range cutOutside(m[2]) {
		part = strings.TrimSpace(part)
		if need := needOf(strings.ToLower(part)) != ""; i == 1 && need && f.parted && isStrict(m[2][:strings.IndexByte(m[2], ',')]) {
			break // what stands behind a type and a need is a remark
		} else if !need && !isStrict(part) {
			return
		}
	}
	text := f.text
	f.text = m[1]
	if !f.group(m[2]) {
		f.text = text
	}
}

// several takes the names that go on with the first one: `a`, `b`: what both are. They stand
// in one row.
func (f *field) several(rest *string) {
	more, left, choice := []string(nil), *rest, false
	if f.bare {
		if more, choice = prose.SeveralNames(f.name, false); len(more) == 0 {
			return
		}
		f.parted = true
		for _, name := range more {
			f.parted = f.parted && wireName.MatchString(name)
		}
		f.name, more = more[0], more[1:]
	} else if more, left, choice = prose.CutNames(*rest, f.bold); len(more) == 0 {
		return
	}
	joint := ", "
	if choice {
		joint = " or "
	}
	f.name, *rest = strings.Join(append([]string{strings.Trim(f.name, " `:：")}, more...), joint), left
}

// isNames reports whether a text is a name, or several: id|address, or those that stand in
// one row.
func isNames(text string) bool {
	if several, _ := prose.SeveralNames(text, true); len(several) > 0 {
		return true
	}
	for name := range strings.SplitSeq(text, "|") {
		if !prose.IsName(name) {
			return false
		}
	}
	return true
}

// cutBold reads a name in bold, which others in bold may go on with.
// starBehind is a star right behind a name in bold, which a mark of its own or a type follows.
var starBehind = prefilter.MustCompile("^\\\\?\\*(?:[ \\t]*$|[ \\t]+[`(\\[:–—-])")

func (f *field) cutBold(head string, rest *string) bool {
	f.bold = f.cutName(boldName, head, rest)
	if m := starBehind.FindString(*rest); f.bold && m != "" {
		f.star, *rest = true, (*rest)[strings.IndexByte(m, '*')+1:]
	}
	return f.bold
}

// italicMore is a further name in italics behind one: *from*, *to*: ….
var italicMore = prefilter.MustCompile(`^([ \t]*[,、][ \t]*|[ \t]+(?:and|or)[ \t]+)[*_]([A-Za-z][\w.\[\]-]{0,79})[*_]`)

// mostItalic is how many further names in italics are looked at.
const mostItalic = 8

// cutItalic reads a name in italics. Others that it goes on with it puts in code, as the names are that
// several looks for.
func (f *field) cutItalic(head string, rest *string) bool {
	if !f.cutName(italName, head, rest) {
		return false
	}
	coded, left := "", *rest
	for range mostItalic {
		m := italicMore.FindStringSubmatch(left)
		if m == nil {
			break
		}
		coded, left = coded+m[1]+"`"+m[2]+"`", left[len(m[0]):]
	}
	*rest = coded + left
	return true
}

func (f *field) cutName(pattern *prefilter.Pattern, head string, rest *string) bool {
	m := pattern.FindStringSubmatch(head)
	if m == nil {
		return false
	}
	f.name = m[1]
	*rest = head[len(m[0]):]
	return true
}

// marks takes types, needs and defaults off the text behind a name and returns what is
// left of it.
func (f *field) marks(rest string) string {
	if m := exampleOf.FindStringSubmatch(rest); m != nil && f.group(m[1]) { // id: 12 (number)
		rest = rest[len(m[0]):]
	}
	kept := ""
	for first := true; ; first = false {
		rest = strings.TrimLeft(rest, " \t")
		before := rest
		switch {
		case f.tag(&rest, &kept), f.inGroup(&rest), f.emphasized(&rest), f.plain(&rest, first):
		default:
			if sep := separator.FindString(rest); sep != "" {
				rest = rest[len(sep):]
			}
		}
		if rest == before {
			break
		}
	}
	return strings.TrimSpace(kept + rest)
}

// tag takes a shortcode or a component, which may mark a need.
func (f *field) tag(rest, kept *string) bool {
	m := shortcode.FindStringSubmatch(*rest)
	if m == nil {
		return false
	}
	inner := m[1] + m[2] + m[3] + " " + m[4]
	if typ := typeInTag(m[3], m[4]); typ != "" && f.typ == "" {
		f.typ = typ
	}
	if need := needInTag.FindString(inner); need != "" {
		f.need = need
	} else if strings.Contains(strings.ToLower(inner), "deprecated") {
		*kept += "Deprecated. "
	}
	*rest = (*rest)[len(m[0]):]
	return true
}

// sayingText is the attribute of a component that holds the text it shows, or a type.
var sayingText = prefilter.MustCompile(`\b(?:text|type|label)\s*=\s*["']([^"']{1,40})["']`)

// typeInTag returns the type that a tag shows: <span>string</span>, <Badge text="string" />, or "".
func typeInTag(tag, shown string) string {
	if shown = strings.TrimSpace(shown); shown != "" && isStrict(shown) {
		return shown
	}
	if m := sayingText.FindStringSubmatch(tag); m != nil && isStrict(strings.TrimSpace(m[1])) {
		return strings.TrimSpace(m[1])
	}
	return ""
}

func (f *field) inGroup(rest *string) bool {
	if *rest == "" || !strings.ContainsRune("*_`([{<（", []rune(*rest)[0]) {
		return false
	}
	inner, after, ok := cutGroup(*rest)
	if !ok {
		open := strings.TrimLeft(*rest, "*_`")
		f.open = strings.HasPrefix(open, "(") && !strings.Contains(open, ")")
		return false
	}
	if !f.group(inner) {
		return false
	}
	f.squared = f.squared || f.typ == inner && strings.HasPrefix(strings.TrimLeft(*rest, "*_`"), "[") && (*rest)[0] != '['
	*rest = after
	return true
}

// listSquared makes lists of the types in emphasized square brackets, where the items beside have types
// without: **[string]** beside **string**.
func listSquared(items []item) {
	if !slices.ContainsFunc(items, func(it item) bool { return it.squared }) || !slices.ContainsFunc(items, func(it item) bool { return it.typ != "" && !it.squared }) {
		return
	}
	for i := range items {
		if items[i].squared {
			items[i].typ += "[]"
		}
	}
}

// longestGroup is how many bytes stand in brackets at most.
const longestGroup = 300

// cutGroup cuts the brackets at the start of a text, with the marks around them.
func cutGroup(text string) (inner, after string, ok bool) {
	body := strings.TrimLeft(text, "*_`")
	depth, start := 0, 0
	for i, c := range body {
		switch {
		case i > longestGroup || i == 0 && !strings.ContainsRune("([{<（", c):
			return "", "", false
		case strings.ContainsRune("([{<（", c):
			if depth++; depth == 1 {
				start = i + len(string(c))
			}
		case strings.ContainsRune(")]}>）", c):
			if depth--; depth == 0 {
				return body[start:i], strings.TrimLeft(body[i+len(string(c)):], "*_`"), true
			}
		}
	}
	return "", "", false
}

// cutOutside cuts at commas outside of brackets.
func cutOutside(text string) []string {
	var out []string
	depth, start := 0, 0
	for i, c := range text {
		switch c {
		case '<', '[', '(', '{':
			depth++
		case '>', ']', ')', '}':
			depth--
		case ',', '，', ';':
			if depth <= 0 {
				out = append(out, text[start:i])
				start = i + len(string(c))
			}
		}
	}
	return append(out, text[start:])
}

func (f *field) emphasized(rest *string) bool {
	m := emphasis.FindStringSubmatch(*rest)
	if m != nil && strings.Contains(m[5], ":") && f.typ == "" && f.withDefault(m[5], "") { // `array: []`
		*rest = (*rest)[len(m[0]):]
		return true
	}
	if m == nil || !f.word(strings.Trim(m[1]+m[2]+m[3]+m[4]+m[5], " .:,"), true) {
		return false
	}
	*rest = (*rest)[len(m[0]):]
	return true
}

// plain takes words that nothing marks: a type up to the next mark of a sentence.
func (f *field) plain(rest *string, first bool) bool {
	words := phrase.FindString(*rest)
	if at := dashJoint.FindStringIndex(words); at != nil {
		words = words[:at[0]]
	}
	if words == "" {
		return false
	}
	ends := len(words) == len(*rest) || !strings.HasPrefix((*rest)[len(words):], "(")
	if ends && f.word(strings.TrimSpace(words), false) {
		*rest = (*rest)[len(words):]
		return true
	}
	if first && !f.bare { // `name` string The one that …
		word, after, ok := strings.Cut(*rest, " ")
		if ok && after != "" && strings.ToUpper(after[:1]) == after[:1] && isStrict(word) && f.word(word, false) {
			*rest = after
			return true
		}
	}
	return false
}

// word reads one word or phrase as a type, a need or a default. marked says that it
// stands in brackets or is emphasized, where no word of a sentence stands.
func (f *field) word(text string, marked bool) bool {
	low := strings.ToLower(text)
	if m := defaultOf.FindStringSubmatch(text); m != nil && marked {
		f.def = strings.Trim(m[1], " `")
		return true
	}
	if need := needOf(low); need != "" {
		f.need = need
		return true
	}
	if need, typ, ok := strings.Cut(low, " "); ok && needOf(need) != "" && isType(typ) && f.typ == "" { // optional string
		f.need, f.typ = needOf(need), text[len(need)+1:]
		return true
	}
	if m := enumPhrase.FindStringSubmatch(text); m != nil && f.typ == "" { // Enum 'a' or 'b'
		f.typ = enumJoint.ReplaceAllString(enumQuote.ReplaceAllString(m[1], `"`), " | ")
		return true
	}
	if f.typ == "" && (isStrict(text) || marked && isType(text) && !isUnit(low)) {
		f.typ = text
		return true
	}
	return false
}

// needOf is a word for what has to be sent, or "".
func needOf(low string) string {
	if len(low) < 4 || low[0] == '-' || strings.Contains(low, " ") && !strings.HasPrefix(low, "not ") && !strings.HasPrefix(low, "required ") && !strings.HasPrefix(low, "non ") {
		return "" // a sentence
	}
	switch vocabulary.NeedOf(low) {
	case vocabulary.Yes:
		if low != "true" && low != "always" && low != "must" {
			return low
		}
	case vocabulary.No:
		if low != "false" && low != "none" && low != "never" && low != "undefined" && low != "nullable" {
			return low
		}
	case vocabulary.Conditional:
		if strings.HasPrefix(low, "required ") || low == "conditional" {
			return low
		}
	}
	return ""
}
