package listed

import (
	"slices"
	"strings"

	"github.com/docgen-go/docgen/parser/format/tables/table"
	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
	"github.com/docgen-go/docgen/parser/prefilter"
	"github.com/docgen-go/docgen/parser/script"
)

// locations are the labels for a place of a request before names in the same line, and the word for it.
var locations = map[string]string{
	"query": "query", "queries": "query", "query param": "query", "query params": "query", "query parameter": "query", "query parameters": "query", "query string": "query", "querystring": "query", "url query": "query", "request param": "query", "requestparam": "query",
	"查询参数": "query", "query参数": "query", "query 参数": "query", "クエリ": "query", "クエリパラメータ": "query", "クエリパラメーター": "query", "쿼리": "query", "쿼리 파라미터": "query",
	"parámetros de consulta": "query", "parâmetros de consulta": "query", "paramètres de requête": "query", "query-parameter": "query", "параметры запроса": "query",
	"path": "path", "path param": "path", "path params": "path", "path parameter": "path", "path parameters": "path", "path variable": "path", "path variables": "path",
	"路径参数": "path", "path参数": "path", "path 参数": "path", "パスパラメータ": "path", "パスパラメーター": "path", "경로 파라미터": "path",
	"header": "header", "headers": "header", "request header": "header", "request headers": "header", "http header": "header", "http headers": "header",
	"请求头": "header", "请求头参数": "header", "ヘッダー": "header", "リクエストヘッダー": "header", "헤더": "header", "cabeceras": "header", "encabezados": "header", "cabeçalhos": "header", "en-têtes": "header", "заголовки": "header",
	"form": "form", "form data": "form", "form fields": "form", "form params": "form", "form parameters": "form", "表单": "form", "表单参数": "form",
}

// unplaced are the labels for what is sent that say no place of it.
var unplaced = map[string]bool{
	"params": true, "parameters": true, "request params": true, "request parameters": true, "requestparams": true, "parameter": true, "param": true, "request parameter": true,
	"参数": true, "请求参数": true, "パラメータ": true, "パラメーター": true, "リクエストパラメータ": true, "파라미터": true, "parámetros": true, "parâmetros": true, "paramètres": true, "параметры": true,
}

// bodyLabels are the labels for the body of a request.
var bodyLabels = map[string]bool{
	"body": true, "request body": true, "json body": true, "body params": true, "body parameters": true, "body fields": true, "payload": true, "body json": true, "request payload": true, "data": true,
	"请求体": true, "请求体参数": true, "body参数": true, "body 参数": true, "ボディ": true, "リクエストボディ": true, "본문": true, "cuerpo": true, "corpo": true, "corpo da requisição": true, "cuerpo de la petición": true, "corps": true, "corps de la requête": true, "тело": true, "тело запроса": true, "anfragekörper": true,
}

var (
	// shorthand is an object in code as scripts abbreviate it, and what stands behind it.
	shorthand = prefilter.MustCompile("^`\\{[ \t]*([\"']?[A-Za-z_$][^{}`\n]*?),?[ \t]*\\}`[ \t.]*$")
	// shorthandName is a member of one: name, length?, kind: string.
	shorthandName = prefilter.MustCompile(`^["']?([A-Za-z_$][\w$-]*)["']?(\?)?(?:[ \t]*:[ \t]*([A-Za-z]+|\[[^\[\]]*\]|[A-Za-z]+\[\]|\.\.\.))?(\?)?$`)
	// severalNames are names in one code span, and spanName is one of them.
	severalNames = prefilter.MustCompile("^`([A-Za-z_$][\\w.$-]*[ \\t]*(?:\\([^()`\\n,]{1,40}\\))?(?:[ \\t]*,[ \\t]*[A-Za-z_$][\\w.$-]*[ \\t]*(?:\\([^()`\\n,]{1,40}\\))?)+)`[ \\t.]*$")
	spanName     = prefilter.MustCompile("^[ \\t]*([A-Za-z_$][\\w.$-]*)[ \\t]*(?:\\(([^()`\\n,]{1,40})\\))?[ \\t]*,?$")
	// locationLine is a line with a label for a place, and code behind it.
	locationLine = prefilter.MustCompile("^[ \\t>]*(?:[-*+][ \\t]+)?(?:\\*\\*|__)?([\\pL][\\pL -]{2,30})(?:[ \\t]*[(（][^()（）\\n]{1,24}[)）])?(?:[:：][ \\t]*(?:\\*\\*|__)?|(?:\\*\\*|__)[ \\t]*[:：])[ \\t]*(`[^`\\n]+`[^\\n]*)$")
	// locationItem is an item that says the place of a name in code before it, and its need behind.
	locationItem = prefilter.MustCompile("^[ \\t>]*[-*+][ \\t]+([A-Za-z]{4,6})[ \\t]+`([A-Za-z_$][\\w.$\\[\\]-]*)`(?:[ \\t]*[,(—–-]?[ \\t]*(required|optional|mandatory)\\)?)?[ \\t]*\\.?$")
	// locatedName is a name in code, perhaps with a value, with what brackets say of it.
	locatedName = prefilter.MustCompile("^`\\??([A-Za-z_$][\\w.$\\[\\]-]*)(?:[=:][ \\t]*([^`\\n]*))?`(?:[ \\t]*[(（]([^()（）\\n]{1,80})[)）])?")
	// nextLocated parts one from the next.
	nextLocated = prefilter.MustCompile("^[ \\t]*(?:[,;，、；&+]|and\\b|和|与|及)[ \\t]*(?:and[ \\t]+)?")
	// pathSpan is code that is a path, an address or a value.
	pathSpan = prefilter.MustCompile("^`(?:/|https?:|[{\\[<])")
	// nextSentence ends a list of names before a sentence of its own.
	nextSentence = prefilter.MustCompile("^[ \\t]*[.。;；][ \\t]*(?:[ \\t]|$)")
	// nameInCode is a name in code, perhaps with a value.
	nameInCode = prefilter.MustCompile("`\\??([A-Za-z_$][\\w.$\\[\\]-]*)(?:[=:][^`\\n]*)?`")
	// tellsMore is a word of sentences that name what else may be sent.
	tellsMore = prefilter.MustCompile(`(?i)\b(?:also|additional(?:ly)?|plus|optional(?:ly)?|supports?|accepts?|takes?|filters?|params?|parameters?|query|também|también|auch|aussi|anche|aceita|acepta|filtros?|opcional(?:es|mente)?|opcionais)\b|также|还可|还支持|另外|可选`)
	// locatedText is what a line says of the last of them.
	locatedText = prefilter.MustCompile("^[ \\t]*(?:[—–-]+[ \\t]|[:：,，][ \\t]*|[ \\t]+(?:\\p{Han}|\\p{Hangul}|\\p{Hiragana}|\\p{Katakana}))([^`\\n]*)$")
)

// LabelledNames reads the names in the line text[start:end] behind a label for the place of a
// request in which they travel:
//
//   - Query: `id` (Long), `full` (boolean, optional)
//   - header `X-Trace` required
//
// The label may say no place of it, or the body, and the names may be those of an object as scripts
// abbreviate it: - Body: `{ name, length? }`. t is nil where there are none, or where one of them
// cannot be read; at is the offset behind the label otherwise.
func LabelledNames(text string, start, end int) (t *table.Table, at int) {
	line := strings.TrimRight(text[start:end], " \t\n")
	if strings.IndexByte(line, '`') < 0 {
		return nil, 0
	}
	m := locationLine.FindStringSubmatchIndex(line)
	if m == nil {
		return locationItemName(line, start)
	}
	label := script.Simplified(strings.ToLower(strings.TrimSpace(line[m[2]:m[3]])))
	location := locations[label]
	need, sent := vocabulary.Unsaid, false
	if location == "" {
		need, sent = sentLabel(label)
	}
	if location == "" && !sent && !bodyLabels[label] {
		return nil, 0
	}
	end = start + len(line)
	items := shorthandItems(line, m[4], start)
	if items == nil {
		items = spanItems(line, m[4], location, start)
	}
	if items == nil {
		items, end = locatedItems(line, m[4], location, start)
	}
	if len(items) == 0 {
		return nil, 0
	}
	for i := range items {
		switch {
		case items[i].need != "":
		case need == vocabulary.Yes:
			items[i].need = "required"
		case need == vocabulary.No:
			items[i].need = "optional"
		}
	}
	return tableOf(items, items[0].start, end), items[0].start
}

// sentLabel reports whether a label is one for what is sent that says no place of it, and what it says of
// whether that is required: Required parameters.
func sentLabel(label string) (need vocabulary.Need, ok bool) {
	if vocabulary.SectionOf(label) == vocabulary.Request {
		need = vocabulary.NeedOfTitle(label)
	}
	return need, need != vocabulary.Unsaid || unplaced[label]
}

// shorthandItems are the members of an object that a line abbreviates from an offset on, or nil.
func shorthandItems(line string, at, start int) []item {
	m := shorthand.FindStringSubmatchIndex(line[at:])
	if m == nil {
		return nil
	}
	var items []item
	from := at + m[2]
	for text := range strings.SplitSeq(line[from:at+m[3]], ",") {
		name := strings.TrimSpace(text)
		n := shorthandName.FindStringSubmatch(name)
		if n == nil || n[3] != "" && n[3] != "..." && n[3][0] != '[' && !isType(n[3]) {
			return nil
		}
		typ := strings.Trim(n[3], ".")
		if strings.HasPrefix(typ, "[") {
			if typ = "array"; isType(strings.Trim(n[3], "[] ")) {
				typ = strings.Trim(n[3], "[] ") + "[]"
			}
		}
		begin := from + strings.Index(text, name)
		it := item{start: start + begin, end: start + begin + len(name), field: field{name: n[1], typ: typ}}
		if n[2] != "" || n[4] != "" {
			it.need = "optional"
		}
		items = append(items, it)
		from += len(text) + 1
	}
	return items
}

// CellNames reads the names in the cell text[start:end] of a column for what is sent or answered: names in
// code that commas part, or an object as scripts abbreviate it. It returns nil where anything else stands
// in it.
func CellNames(text string, start, end int) *table.Table {
	cell := strings.TrimRight(text[start:end], " \t")
	items := shorthandItems(cell, 0, start)
	if strings.HasPrefix(cell, "{") {
		items = shorthandItems("`"+cell+"`", 0, start-1)
	}
	if items == nil {
		var end int
		if items, end = locatedItems(cell, 0, "", start); end < start+len(cell) {
			return nil // a sentence follows
		}
	}
	if len(items) == 0 {
		return nil
	}
	t := tableOf(items, start, start+len(cell))
	t.Inline = true
	return t
}

// spanItems are the names in one code span of a line, from an offset on, each perhaps with a remark in
// brackets: `mail(email), secret`. They are nil where there are not several.
func spanItems(line string, at int, location string, start int) []item {
	m := severalNames.FindStringSubmatchIndex(line[at:])
	if m == nil {
		return nil
	}
	var items []item
	from := at + m[2]
	for text := range strings.SplitAfterSeq(line[from:at+m[3]], ",") {
		n := spanName.FindStringSubmatch(text)
		begin := from + len(text) - len(strings.TrimLeft(text, " \t"))
		head := "`" + n[1] + "`"
		if n[2] != "" {
			head += " (" + n[2] + ")"
		}
		it := item{start: start + begin, end: start + from + len(strings.TrimRight(text, ", \t")), location: location, field: fieldOf(head)}
		if it.name == "" {
			return nil
		}
		items = append(items, it)
		from += len(text)
	}
	return items
}

// locationItemName reads an item that is a place and a name: header `X-Trace` required.
func locationItemName(line string, start int) (t *table.Table, label int) {
	m := locationItem.FindStringSubmatchIndex(line)
	if m == nil || locations[strings.ToLower(line[m[2]:m[3]])] == "" {
		return nil, 0
	}
	head := "`" + line[m[4]:m[5]] + "`"
	if m[6] >= 0 {
		head += " (" + line[m[6]:m[7]] + ")"
	}
	at := start + m[4] - 1
	it := item{start: at, end: start + len(line), location: locations[strings.ToLower(line[m[2]:m[3]])], field: fieldOf(head)}
	return tableOf([]item{it}, at, start+len(line)), start // nothing below it travels there, too
}

// NamesLocation reports whether a line has code behind a label for the place of a request in which
// what it names may travel.
func NamesLocation(line string) bool {
	m := locationLine.FindStringSubmatch(strings.TrimRight(line, " \t\n"))
	if m == nil || pathSpan.MatchString(m[2]) {
		return false // the path of the endpoint
	}
	return locations[script.Simplified(strings.ToLower(strings.TrimSpace(m[1])))] != ""
}

// NamesSent reports whether a line has code behind a label for what is sent, wherever it travels.
func NamesSent(line string) bool {
	m := locationLine.FindStringSubmatch(strings.TrimRight(line, " \t\n"))
	if m == nil {
		return false
	}
	_, ok := sentLabel(script.Simplified(strings.ToLower(strings.TrimSpace(m[1]))))
	return ok
}

// locatedItems are the names in a line from an offset on, and where they end, or nil where something
// else than a sentence of its own stands between or behind them.
func locatedItems(line string, at int, location string, start int) (items []item, end int) {
	for {
		rest := line[at:]
		n := locatedName.FindStringSubmatchIndex(rest)
		if n == nil || n[4] >= 0 && location != "header" { // with a value: a use
			return nil, 0
		}
		it := item{start: start + at, end: start + at + n[1], location: location}
		it.field = fieldOf("`" + rest[n[2]:n[3]] + "`")
		if it.name == "" {
			return nil, 0
		}
		if n[6] >= 0 {
			it.field = fieldOf("`" + rest[n[2]:n[3]] + "` (" + rest[n[6]:n[7]] + ")")
		}
		if n[4] >= 0 && strings.EqualFold(it.name, "Authorization") {
			it.text = strings.TrimSpace(it.text + " Example: `" + rest[n[4]:n[5]] + "`.") // with the scheme of a credential
		}
		at += n[1]
		rest = line[at:]
		if next := nextLocated.FindString(rest); next != "" && strings.HasPrefix(rest[len(next):], "`") {
			items, at = append(items, it), at+len(next)
			continue
		}
		if says := locatedText.FindStringSubmatch(rest); says != nil {
			it.text, rest = strings.TrimSpace(it.text+" "+strings.TrimLeft(rest, "—–-:：,， \t")), ""
			it.end = start + len(line)
		}
		items, end = append(items, it), start+len(line)
		if m := nextSentence.FindStringIndex(rest); m != nil && !namesMore(rest[m[1]:], items) {
			return items, start + at + m[1]
		}
		if strings.Trim(rest, " .。") != "" {
			return nil, 0
		}
		return items, end
	}
}

// namesMore reports whether one of the sentences behind names may name another of them.
func namesMore(text string, items []item) bool {
	for _, sentence := range strings.SplitAfter(text, ". ") {
		if !tellsMore.MatchString(sentence) {
			continue
		}
		for _, m := range nameInCode.FindAllStringSubmatch(sentence, -1) {
			if !slices.ContainsFunc(items, func(it item) bool { return it.name == m[1] }) {
				return true
			}
		}
	}
	return false
}
