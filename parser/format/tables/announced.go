package tables

import (
	"strings"

	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
	"github.com/docgen-go/docgen/parser/prefilter"
)

var (
	// What a sentence that ends in a colon announces.
	parameterNoun = prefilter.MustCompile(`(?i)\b(?:parameters?|params|arguments?|options)\b`)
	factsNoun     = prefilter.MustCompile(`(?i)\b(?:parameters?|params|arguments?|attributes|fields|properties|options|headers)\b`)
	// returnedValues calls members of a response values.
	returnedValues = prefilter.MustCompile(`(?i)\breturns? (?:the )?following values\b`)
	responseWord   = prefilter.MustCompile(`(?i)\b(?:respon[sd]\w*|return\w*|result\w*|output)\b`)
	requestWord    = prefilter.MustCompile(`(?i)\b(?:requests?|accepts?|takes?|supports?|body|payload|pass(?:ed)?|send|sent|specif\w+|query)\b`)
)

var (
	// sentNoun and sentVerb are words of a sentence that says what is sent, answerVerb begins
	// one that says what is answered.
	sentVerb   = prefilter.MustCompile(`(?i)\b(?:expects?|accepts?|takes?|pass(?:ed)?|send|sent|post(?:ed)?|provided?|supply|supplied)\b`)
	sentNoun   = prefilter.MustCompile(`(?i)\b(?:json|object|body|payload|array|list)\b`)
	answerVerb = prefilter.MustCompile(`(?i)^(?:(?:it|this|the (?:endpoint|request|method|call|server|api)|and|then|which) )?(?:will )?(?:returns?|responds?|answers?)\b`)
)

// shownBy is the section of code below a text whose last sentence says that it is sent, or
// answered: "You can pass an object as the body." "Returns a message."
func shownBy(text string) vocabulary.Section {
	text = strings.TrimSpace(text)
	text = text[strings.LastIndexByte(text, '\n')+1:]
	if ends := sentenceEnd.FindAllStringIndex(strings.TrimRight(text, ".: "), -1); len(ends) > 0 {
		text = text[ends[len(ends)-1][1]:]
	}
	switch {
	case followsWide.MatchString(text):
		return shownByWide(text)
	case answerVerb.MatchString(text):
		return vocabulary.ResponseExample
	case sentVerb.MatchString(text) && sentNoun.MatchString(text) && !responseWord.MatchString(text):
		return vocabulary.RequestExample
	}
	return vocabulary.Unknown
}

var (
	// followsWide ends a sentence in Chinese or Japanese that announces an example.
	followsWide = prefilter.MustCompile(`(?:示例|样例|例子|範例|格式|内容|如下|以下)(?:如下|所示)?[:：]$`)
	// sentWide are words for what is sent, answeredWide for what is answered.
	sentWide     = prefilter.MustCompile(`请求体|请求参数|请求数据|请求内容|请求报文|请求格式|请求正文|請求體|請求參數|入参|传入|提交|リクエスト`)
	answeredWide = prefilter.MustCompile(`返回|响应|应答|響應|回應|結果|结果|成功|失败|レスポンス`)
	// wideList begins a sentence in Chinese with what it lists: 请求参数包含 4 个部分：
	wideList = prefilter.MustCompile(`^([^\s。，,：:]{2,20}?)(?:主要|共|中)?(?:包含|包括|有|支持|分为)[^。：:]{0,16}[:：]$`)
)

// shownByWide is the section of code below a sentence that announces an example: 请求体示例如下：
func shownByWide(text string) vocabulary.Section {
	switch sent, answered := sentWide.MatchString(text), answeredWide.MatchString(text); {
	case sent && !answered:
		return vocabulary.RequestExample
	case answered && !sent:
		return vocabulary.ResponseExample
	}
	return vocabulary.Unknown
}

// answersThen is a sentence that says of the API, or of whoever calls it, that a response follows:
// "If it was sent, the API will return the following response:", "Devuelve:".
var answersThen = prefilter.MustCompile(`(?i)^(?:[^,:]{1,60}, )?(?:(?:it|this|you|we|(?:the |this )?(?:api|server|service|endpoint|request|method|call|route|client)|which|and) )?(?:(?:will|should|would|then|also|successfully|get|receive) )*(?:returns?|responds?|answers?|repl(?:y|ies)|(?:gets?|receives?)(?: back)?(?: an?| the)?(?: following| json| similar)* (?:response|answer|result|output)|devuelve|retorna|responde|renvoie|retourne|répond|liefert|antwortet|возвращает|вернет|вернёт|отвечает|zwraca)(?:[^\pL][^.]{0,80})?:$`)

// answerLooks is a sentence that says what an answer looks like: And the response will look like this,
// with an entry for each boat:
var answerLooks = prefilter.MustCompile(`(?i)^(?:(?:and|then|while) )?(?:the|an?|its) (?:[a-z]+ )?(?:response|answer|reply|result)(?: body)? (?:will |would |should |might |may |can )?(?:looks?|be|is|resembles?|reads?|has the form)\b[^.]{0,200}:$`)

// longestWrapped is how many bytes a sentence takes that is looked at in all of its lines.
const longestWrapped = 400

// lastSentence is the last sentence of a line.
func lastSentence(line string) string {
	if ends := sentenceEnd.FindAllStringIndex(strings.TrimRight(line, ".: "), -1); len(ends) > 0 {
		line = line[ends[len(ends)-1][1]:]
	}
	return strings.TrimSpace(line)
}

// endsAnswered reports whether a text ends in a sentence that announces what is answered, though
// what stands above it is about what is sent.
func endsAnswered(text string) bool {
	if !endsInColon(text) {
		return false
	}
	text = strings.TrimSpace(text)
	if followsWide.MatchString(text) && shownBy(text) == vocabulary.ResponseExample {
		return true
	}
	if len(text) <= longestWrapped && answerLooks.MatchString(lastSentence(strings.Join(strings.Fields(text), " "))) {
		return true
	}
	text = lastSentence(text[strings.LastIndexByte(text, '\n')+1:])
	return answersThen.MatchString(text)
}

// countFields counts the words of a text, but no more than the most.
func countFields(text string, most int) int {
	n := 0
	for range strings.FieldsSeq(text) {
		if n++; n == most {
			break
		}
	}
	return n
}

// announcedBy is the section that a sentence before a table announces: "The following
// parameters may be given:".
func announcedBy(line string) vocabulary.Section {
	line = strings.TrimSpace(line)
	if m := wideList.FindStringSubmatch(line); m != nil {
		if section := vocabulary.SectionOf(m[1]); isFactSection(section) {
			return section
		}
	}
	if !strings.HasSuffix(line, ":") {
		return vocabulary.Unknown
	}
	if responseHas.MatchString(line) {
		return vocabulary.Response
	}
	if countFields(line, 4) < 4 || !factsNoun.MatchString(line) && !returnedValues.MatchString(line) {
		return vocabulary.Unknown
	}
	low := strings.ToLower(line)
	switch {
	case responseWord.MatchString(line) && strings.Contains(low, "header"):
		return vocabulary.ResponseHeader
	case responseWord.MatchString(line):
		return vocabulary.Response
	case !requestWord.MatchString(line) && !parameterNoun.MatchString(line):
		return vocabulary.Unknown
	case strings.Contains(low, "header"):
		return vocabulary.Header
	case strings.Contains(low, "query"):
		return vocabulary.Query
	case strings.Contains(low, "body") || strings.Contains(low, "payload") || strings.Contains(low, "json"):
		return vocabulary.Body
	}
	return vocabulary.Request
}
