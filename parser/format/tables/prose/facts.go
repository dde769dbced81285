package prose

import (
	"slices"
	"strings"

	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
	"github.com/docgen-go/docgen/parser/prefilter"
)

var (
	codeSpan   = prefilter.MustCompile("`([^`]+)`")
	optionally = prefilter.MustCompile(`(?i)^[\s*_(\[]*(optional|(?:可选|选填|可選|選填|非必填|非必选|非必传|非必须)项?|opcional(?:mente)?|facultati(?:f|ve|vo|va)|optionnel(?:le)?|wahlweise|opzionale|facoltativ[oa]|опционально|опциональн(?:ый|ое|ая)|необязательно|необязательн(?:ый|ое|ая)|не обязательно|необов['’ʼ]язково|opcjonaln(?:ie|y|e|a)|isteğe bağlı|opsiyonel|tùy chọn|optioneel|opsional|선택(?:값|사항)?|任意|省略可能?|オプション)(?:[.,:;)\]*_。，：]| (?:param|parameter|field|argument|attribute|string|integer|number|boolean|list|array|object|map|dictionary)\b|$)`)
	// optionalNote and necessaryNote are remarks of it anywhere.
	optionalNote  = prefilter.MustCompile(`(?i)\([*_]*optional[*_]*\)|[,，]\s*(?:可选|选填|可選|選填|非必填|非必须)项?[,，。；;]|\(선택\)|[（(][*_]*(?:可选|选填|可選|選填|非必填|非必选|非必須|非必须|非必传|任意|省略可能?|オプション|opcional|facultatif|optionnel|optional|opzionale|опционально|необязательно|необов['’ʼ]язково|opcjonalne|isteğe bağlı|tùy chọn)[*_]*[)）]`)
	necessaryNote = prefilter.MustCompile(`(?i)\([*_]*required[*_]*\)|[,，]\s*(?:必填|必需|必传|必选|必傳|必選)项?[,，。；;]|(?:[.;]\s+|\n)required(?:[.;]|$)|\bthis (?:parameter|field|attribute|argument|header|option|value) is (?:required|mandatory)(?:[.;]|$)|\(필수\)|[（(][*_]*(?:必填|必需|必须|必传|必选|必傳|必選|必須|obligatorio|requerido|obrigatório|obligatoire|requis|erforderlich|pflichtfeld|obbligatorio|обязательно|обов['’ʼ]язково|wymagane|zorunlu|bắt buộc)[*_]*[)）]`)
	necessarily   = prefilter.MustCompile(`(?i)^[\s*_(\[]*(required|(?:必填|必选|必传|必需|必须)项?|必選|必傳|必須(?:項目)?|필수(?:값|사항)?|obligatori[oa]|requerid[oa]|obrigat[óo]ri[oa]|obligatoire|requise?|erforderlich|pflichtfeld|pflichtangabe|verpflichtend|obbligatori[oa]|обязательно|обязательн(?:ый|ое|ая)|обов['’ʼ]язково|wymagan[yea]|zorunlu|bắt buộc|verplicht|wajib)(?:[.,:;)\]*_。，：]| (?:param|parameter|field|argument|attribute)\b|$)`)
	conditionWd   = prefilter.MustCompile(`(?i)(?:required|mandatory)[^\w.;]+(?:only\W+)?(?:if|when|for|unless|only|in case|whenever|where)\b|\b(?:must|needs to|has to) be (?:given|set|sent|passed|specified|provided|supplied|included|present) (?:only )?(?:if|when|unless|in case|whenever)\b|optional if|必填，?(?:当|如果|若)|(?:时|時|情况下|情況下)，?(?:为|為|是|则|則)?(?:必填|必传|必选|必须|必需|必須|必傳)|[시때] 필수|場合は?必須`)
	always        = prefilter.MustCompile(`(?i)(?:required|mandatory)\W+for (?:all|every|each|any|this|both)\b`)
	// exception is a condition that holds whatever the cell for it says.
	exception = prefilter.MustCompile(`(?i)(?:^|[.;(（]|\n)[\s*_]*(?:only )?(?:required|mandatory)[*_]*,? (?:only |only for )?(?:if|when|unless|in case|whenever)\b|\b(?:required|mandatory) only (?:if|when|for|in)\b|\bonly required (?:if|when|for|in)\b`)
	oneOf     = prefilter.MustCompile(`(?i)(?:\b(?:one of|either|can be(?: set to)?(?: one of)?|must be(?: one of)?|possible values?(?: are| include)?|allowed values?(?: are)?|valid values?(?: are)?|accepted values?(?: are)?|available (?:values|options)(?: are)?|supported values?(?: are)?|values?(?: are)?|options(?: are)?|enum|可选值(?:为|有)?|枚举值?|取值(?:范围|为)?|可取值?|有效值|允许值)\b|可选值(?:为|有)?|枚举值?|取值(?:范围|为)?|可取值?|有效值|允许值|值域)\s*(?:[:：]|为|是|有|the following)?\s*[:：]?\s*`)
	lastJoint = prefilter.MustCompile(`^\s*(?:,|、|，|;|；|/|\||or|and|和|或|及|to|ou|oder|или|и|et|und|o|e|y|または|또는)?\s*(?:or|and|和|或|o|u|ou|oder|или)?\s*$`)
	lineValue = prefilter.MustCompile("^(?:[-*] *)?`([^`]+)` *(?:[:：=(（–—-]|$|\\n)")
)

// Deprecated reports whether a description says first of all that its subject is
// deprecated.
func Deprecated(doc string) bool {
	if !deprecatedStem.MatchString(doc) {
		return false
	}
	low := strings.ToLower(doc)
	first := strings.TrimLeft(low, " \t\n\f\r*_([")
	for _, word := range deprecatedWords {
		if rest, ok := strings.CutPrefix(first, word); ok && (rest == "" || !isWordByte(rest[0])) {
			return true
		}
	}
	if deprecatedSentence.MatchString(first) || deprecatedWithin.MatchString(doc) {
		return true
	}
	return slices.ContainsFunc(deprecatedRemarks, func(remark string) bool { return isRemarked(low, remark) })
}

// isRemarked reports whether a description has a remark about its subject. One in brackets
// right behind a code span is about what the span says, unless the description begins so.
func isRemarked(doc, remark string) bool {
	for rest := doc; ; {
		i := strings.Index(rest, remark)
		if i < 0 {
			return false
		}
		before := strings.TrimRight(doc[:len(doc)-len(rest)+i], " ")
		if remark[0] == '*' || !strings.HasSuffix(before, "`") || strings.HasPrefix(before, "`") && strings.Count(before, "`") == 2 {
			return true
		}
		rest = rest[i+len(remark):]
	}
}

// Words that say that something is deprecated: parts of them, what a description
// begins with, and remarks anywhere in it.
var (
	deprecatedStem  = prefilter.MustCompile(`(?i)deprecated|obsol|废弃|弃用|已過時|非推奨|veraltet|устарел`)
	deprecatedWords = []string{"deprecated", "obsolete", "已废弃", "已弃用", "废弃", "弃用", "已過時", "非推奨", "veraltet", "устарел", "obsoleto", "obsolète"}
	// deprecatedSentence begins a description with a sentence that says the same of its subject:
	// This endpoint has been deprecated.
	deprecatedSentence = prefilter.MustCompile(`^(?:this|the) (?:(?:api|rest) )?(?:(?:endpoint|method|route|call|api|operation|request|field|parameter|option|attribute|property|resource|object|value)[*_]* )?(?:is|was|has been)(?: now| being| officially)? [*_]*(?:deprecated|obsolete)\b`)
	// deprecatedWithin is a sentence of its own behind others: The hull. Deprecated since 2026: use frame.
	// What lists values in code, or goes on with another noun, is about something else.
	deprecatedWithin  = prefilter.MustCompile(`[.!?]\s+Deprecated(?:\s*(?:[.;,–—]|$|:\s*[^\s` + "`" + `])|\s+(?:since|as of|from|in favou?r of|in v?\d)\b)`)
	deprecatedRemarks = []string{"**deprecated", "(deprecated)", "deprecated field", "(废弃)", "(弃用)", "(已废弃)", "(已弃用)"}
)

// NeedOf returns what a description says of whether its subject is required, by its
// first word or a remark in brackets.
func NeedOf(doc string) vocabulary.Need {
	switch {
	case conditionWd.MatchString(doc) && !always.MatchString(doc):
		return vocabulary.Conditional
	case optionally.MatchString(doc) || optionalNote.MatchString(doc):
		return vocabulary.No
	case necessarily.MatchString(doc) || necessaryNote.MatchString(doc):
		return vocabulary.Yes
	}
	return vocabulary.Unsaid
}

// sentenceNeed is a sentence behind others that says nothing but whether the subject of a
// description is required: "The end of it. Required.", "This parameter is optional, …".
var sentenceNeed = prefilter.MustCompile(`(?i)(?:[.;:!)]\s+|^)(?:(?:this|the|it)(?:\s(?:parameter|param|field|argument|attribute|header|property|value|option))?\sis\s)(required|mandatory|optional)\b(?:[.,;]|$| and | but | to (?:avoid|prevent|ensure|guard|protect) )|[.!)]\s+(required|mandatory|optional)(?:\.|$)`)

// verbNeed goes on with the name of its subject: "is required", "are optional and short".
var verbNeed = prefilter.MustCompile(`(?i)^(?:is|are|must be) (?:always )?(required|mandatory|optional)()\b(?:[.,;]|$| and | but )`)

// SaidNeedOf returns what a description says of whether its subject is required: as
// NeedOf does, and by sentences behind the first one.
func SaidNeedOf(doc string) vocabulary.Need {
	if need := NeedOf(doc); need != vocabulary.Unsaid {
		return need
	}
	m := sentenceNeed.FindStringSubmatch(doc)
	if m == nil {
		m = verbNeed.FindStringSubmatch(doc)
	}
	switch {
	case m == nil:
		return vocabulary.Unsaid
	case strings.EqualFold(m[1]+m[2], "optional"):
		return vocabulary.No
	}
	return vocabulary.Yes
}

// Excepts reports whether a description says that its subject is required in some cases
// only, so plainly that a cell that calls it required is the rule of these.
func Excepts(doc string) bool { return exception.MatchString(doc) }

// fewest is how many values a list has that is one.
const fewest = 2

// Values returns the values that a description lists, or nil: numbers or kinds that it
// announces, code spans behind "one of", at the start of it, within a sentence that goes on behind "or", or as items of
// a list. all says that the description calls them all there are.
func Values(doc string) (values []string, all bool) {
	if values, all = valuesOf(doc); len(values) >= fewest {
		values = withFurther(values, doc)
	}
	return values, all
}

// valuesOf is Values without what a later sentence adds.
func valuesOf(doc string) (values []string, all bool) {
	if v := labelledValues(doc); len(v) >= fewest {
		return v, true
	}
	if before, items, ok := strings.Cut("\n"+doc, "\n- "); ok && strings.Contains(items, "`") { // which say more of each value, or of what it has
		if values, all = valuesOf(before); len(values) == 0 {
			values = lineValues("- " + items)
		}
		return values, all
	}
	if !strings.Contains(doc, "`") {
		return bareValues(doc)
	}
	if v := explainedSpans(doc); len(v) >= fewest {
		return v, false
	}
	for _, at := range oneOf.FindAllStringIndex(doc, -1) {
		if v := spanList(doc[at[1]:], false); len(v) >= fewest && !partNoun.MatchString(strings.TrimRight(doc[:at[1]], " :")) {
			return v, true
		}
	}
	if v := spanList(strings.TrimLeft(doc, " *_"), false); len(v) >= fewest {
		return v, false
	}
	if v := choice(doc); len(v) >= fewest {
		return v, false
	}
	for at := range len(doc) {
		if doc[at] != '`' {
			continue
		}
		lead := leadsIn(doc[:at])
		if lead < 0 || ofThings.MatchString(doc[lead:]) || isOfPart(doc[:at]) {
			continue
		}
		v := spanList(doc[at:], true)
		if isSorting := strings.EqualFold(strings.TrimRight(doc[lead:at], ": "), "by"); len(v) == 0 && isSorting {
			v = sortKeys(doc[at:])
		}
		if len(v) >= fewest {
			return v, false
		}
	}
	if v := lineValues(doc); len(v) > 0 {
		return v, false
	}
	return bareValues(doc)
}

// alsoValues are values of which a sentence says that they are some, too.
var alsoValues = prefilter.MustCompile("((?:`[^`\n]+`(?:, and |, or |, | and | or ))*`[^`\n]+`) (?:is|are) also (?:an? )?(?:allowed|accepted|available|possible|supported|valid)\\b")

// withFurther returns values with those that a later sentence says are possible, too.
func withFurther(values []string, doc string) []string {
	m := alsoValues.FindStringSubmatch(doc)
	if m == nil {
		return values
	}
	for _, v := range spanList(m[1], false) {
		if !slices.Contains(values, v) {
			values = append(values, v)
		}
	}
	return values
}

// lineValues are the values that lines or items of a description begin with, one each
// from the first such line on. What follows a list of items is about all of them.
func lineValues(doc string) []string {
	var values []string
	items := true
	for line := range strings.Lines(doc) {
		m, item := lineValue.FindStringSubmatch(line), strings.HasPrefix(line, "- ")
		if m == nil && len(values) > 0 {
			if items && !item {
				break
			}
			return nil
		}
		if m != nil {
			values, items = append(values, m[1]), items && item
		}
	}
	if len(values) < fewest {
		return nil
	}
	return plainValues(values)
}

// leadWords are words before a list of values within a sentence.
var leadWords = map[string]bool{
	"in": true, "by": true, "as": true, "is": true, "are": true, "be": true, "either": true, "to": true, "of": true, "for": true, "use": true,
	"scope": true, "order": true, "type": true, "types": true, "direction": true, "status": true, "state": true, "level": true, "mode": true, "method": true,
}

// partLead ends before parts of a value, or before what is sent where nothing is given.
var partLead = prefilter.MustCompile(`(?i)\b(?:ends?|ending|starts?|starting|begins?|beginning|prefixed|suffixed|defaults?|defaulting)(?: value)?(?: is)? (?:in|with|by|to|as|is|either)$|\bdefault(?: value)?(?: is)?$`)

// partNoun ends before what a part of a value is: "Valid schemes are `a` or `b`".
var partNoun = prefilter.MustCompile(`(?i)\b(?:schemes?|prefix(?:es)?|suffix(?:es)?|extensions?|characters?|separators?|delimiters?|wildcards?|placeholders?)(?: \w+)? (?:is|are|be|of|either|use)$`)

// isOfPart reports whether the words before a list say that it is of parts of a value.
func isOfPart(before string) bool {
	before = strings.TrimRight(before, " :")
	return partLead.MatchString(before) || partNoun.MatchString(before)
}

// leadsIn is where the last word of a text begins that is one before a list of values,
// perhaps with a colon and a blank behind it, or -1.
func leadsIn(before string) int {
	before = strings.TrimSuffix(strings.TrimSuffix(before, " "), ":")
	start := len(before)
	for start > 0 && isWordByte(before[start-1]) {
		start--
	}
	if leadWords[strings.ToLower(before[start:])] {
		return start
	}
	return -1
}

func isWordByte(c byte) bool {
	return c == '_' || c >= '0' && c <= '9' || c|0x20 >= 'a' && c|0x20 <= 'z'
}

// sortable is what a sentence calls the values that something is sorted by.
var sortable = prefilter.MustCompile("^((?:`[^`]+`(?:, (?:and |or )?)?)+) (?:fields?|columns?|attributes?|properties|keys?|values?)\\b")

// sortKeys are the code spans of "sorted by `a`, `b`, `c` fields", which need no "or".
func sortKeys(text string) []string {
	if m := sortable.FindStringSubmatch(text); m != nil {
		return spanList(m[1], false)
	}
	return nil
}

// spanList reads code spans that are parted by nothing but commas and words for
// "or", up to the end of the sentence, or anywhere where the last is parted by "or".
func spanList(text string, within bool) []string {
	or := false
	var out []string
	for {
		if !strings.HasPrefix(text, "`") {
			return nil
		}
		m := codeSpan.FindStringSubmatchIndex(text)
		if m == nil || m[0] != 0 {
			return nil
		}
		out = append(out, text[m[2]:m[3]])
		text = text[m[1]:]
		if note := bracketed.FindString(text); note != "" { // `asc` (default), `desc`
			text = text[len(note):]
		}
		next := strings.IndexByte(text, '`')
		if next < 0 || !lastJoint.MatchString(text[:next]) {
			if !endOfList.MatchString(text) && !(within && or) {
				return nil
			}
			return plainValues(out)
		}
		joint := strings.Trim(text[:next], " ,")
		or = orJoints[joint]
		text = text[next:]
	}
}

// orJoints are what parts the last of several values of which one holds.
var orJoints = map[string]bool{"or": true, "或": true, "/": true, "ou": true, "oder": true, "или": true, "o": true, "または": true, "또는": true}

var (
	bracketed = prefilter.MustCompile(`^\s*[(（][^()（）]*[)）]`)
	endOfList = prefilter.MustCompile(`^\s*(?:$|[.;。；:\n]|[,，]? ?(?:default|Default|defaults|and defaults|默认))`)
)

// plainValues are values that are single words: neither names of other attributes
// with values, nor sentences.
func plainValues(values []string) []string {
	seen := map[string]bool{}
	var out []string
	for _, v := range values {
		v = strings.Trim(v, `"' `)
		if v == "" || len(v) > 80 || strings.ContainsAny(v, " =<>{}()\n") || strings.HasSuffix(v, "_") || strings.HasSuffix(v, "…") || strings.HasSuffix(v, "...") {
			return nil
		}
		if !seen[v] {
			seen[v] = true
			out = append(out, v)
		}
	}
	return out
}

// defaultWord begins what a description calls the default. Words that also stand for what is
// usual ("standard") need a colon or a dash.
var defaultWord = prefilter.MustCompile("(?i)(?:default(?:s)?(?: value)?(?: is| to|:|=| are)*|默认值?(?:为|是|：|:)?|預設值?(?:為|是|：|:)?|デフォルト値?(?:は|：|:)?|(?:既定|初期)値?(?:は|：|:)?|省略時(?:の値)?(?:は|：|:)?|기본값(?:은|:)?|" +
	"(?:valor )?(?:por defecto|predeterminado)(?: es)?:?|(?:valeur )?par défaut(?: est)?[ \u00a0]?:?|valor padrão(?: é)?:?|(?:значени[ея] )?по умолч(?:анию|\\.)(?: —| –| -)?:?|за замовчуванням(?: —| –| -)?:?|domyślnie:?|varsayılan(?: değer)?:?|mặc định(?: là)?:?|" +
	"(?:standard(?:wert|mäßig)?|padrão|(?:valore )?predefinito|voreinstellung|vorgabe|standaard)(?:[ \u00a0]*[:：=]| -| —| –))\\s*(?:`([^`]+)`|\"([^\"]+)\"|«([^»]+)»|(true|false|null|-?[0-9]+(?:\\.[0-9]+)?)\\b)")

// Default returns the value that a description calls the default, as printed.
func Default(doc string) string {
	m := defaultWord.FindStringSubmatch(doc)
	if m == nil {
		return ""
	}
	v, bare := m[1]+m[2]+m[3]+m[4], m[4] != ""
	if low := strings.ToLower(m[0]); strings.HasPrefix(low, "default`") || strings.HasPrefix(low, "default\"") {
		return "" // the end of a span of which it is a part
	}
	if strings.ContainsAny(v, " ") && m[2]+m[3] == "" {
		return ""
	}
	_, after, _ := strings.Cut(doc, m[0])
	if bare && otherUnit.MatchString(after) {
		return "" // Defaults to 24 hours: of which unit the value is, nobody says
	}
	if isConditional(after) {
		return ""
	}
	if other := defaultWord.FindStringSubmatch(after); other != nil && other[1]+other[2]+other[3]+other[4] != v {
		return "" // it depends: A and B default to 1, all others to 2
	}
	v = strings.Trim(v, `"`)
	if rest, ok := strings.CutSuffix(v, "."); ok && rest != "" && !strings.ContainsAny(rest, ".0123456789") {
		v = rest // the end of the sentence, which slipped into the marks
	}
	return v
}

// otherUnit begins what follows a number that is measured in a unit that values are rarely
// sent in.
var otherUnit = prefilter.MustCompile(`(?i)^[ -]?(?:minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?|[kmg]i?b|kilobytes?|megabytes?|gigabytes?|percent|%|minutos?|horas?|d[ií]as?|semanas?|mes(?:es)?|años?|anos?|heures?|jours?|semaines?|mois|stunden?|tage?n?|wochen?|monate?|jahre?|minuti|ore|giorni|settimane|мин(?:ут[аы]?)?|час(?:ов|а)?|дн(?:ей|я)|день|недел[ьиюя]|месяц(?:ев|а)?|minut|godzin|dni|時間|分|日間?|週間?|か月|ヶ月|시간|분|일|小时|分钟|天|周|月|年)(?:[^\pL]|$)`)

const exceptedNames = "(?:,? ?(?:except|excluding|besides|apart from|other than|but)(?: for)? (?P<but>(?:`[^`]+`(?:, and |, | and )?)+))"

var allOptional = prefilter.MustCompile(`(?i)\ball (?:of )?(?:the |these )?(?:json |query |body |request |form |query string )?(?:params|parameters|fields|attributes|arguments|properties|options)(?: (?:to|for|of|in|on|listed|below|here|above|accepted by) ?(?:this|the)? ?(?:endpoint|request|method|call|api|route|body)?)*` + exceptedNames + `? (?:are|is) optional(?P<null> and nullable)?` + strings.Replace(exceptedNames, "<but>", "<butto>", 1) + `?|所有参数(?:都是|均为|均)?可选|(?:全部|所有)(?:字段|参数)均?为?可选`)

// AllOptional reports whether prose says that all parameters are optional, and
// whether all may be null too, and returns those that it excepts.
func AllOptional(text string) (optional, nullable bool, but []string) {
	m := allOptional.FindStringSubmatch(text)
	if m == nil {
		return false, false, nil
	}
	for _, group := range []string{"but", "butto"} {
		for _, name := range codeSpan.FindAllStringSubmatch(m[allOptional.SubexpIndex(group)], -1) {
			but = append(but, name[1])
		}
	}
	return true, m[allOptional.SubexpIndex("null")] != "", but
}

var listBody = prefilter.MustCompile(`(?i)\b(?:takes|accepts|expects|requires|sends?) (?:a |an )?(?:json )?(?:array|list) of\b|\bbody (?:is|must be|should be) (?:a |an )?(?:json )?(?:array|list)\b|请求体(?:为|是)(?:一个)?数组`)

// SendsList reports whether prose says that the body of a request is a list of what
// is described.
func SendsList(text string) bool { return listBody.MatchString(text) }

var listLead = prefilter.MustCompile(`(?i)^(?:an?|the) (?:json )?(?:array|list) of\b`)

// IsList reports whether the text above a table says that it describes the elements of
// a list.
func IsList(text string) bool { return listLead.MatchString(text) || listBody.MatchString(text) }
