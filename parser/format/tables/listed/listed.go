// Package listed reads attributes that are no rows of tables: items of bullet lists and
// terms with definitions. It gives them as tables, so that whoever reads those reads
// these: a name, and what of type, need and default the item marks before its text.
//
// It is not part of the compatibility promise.
package listed

import (
	"slices"
	"strings"

	"github.com/docgen-go/docgen/parser/format/tables/table"
	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
	"github.com/docgen-go/docgen/parser/prefilter"
)

// An item is one attribute with those that stand below it.
type item struct {
	field
	depth      int
	start, end int
	// body is what follows the first line.
	body string
	// raw is the first line as printed.
	raw string
	// location is where in a request the attribute travels, if its item says so.
	location string
}

// The columns of the tables that lists give.
const (
	nameColumn = iota
	typeColumn
	locationColumn
	needColumn
	defaultColumn
	textColumn
)

var heads = [...]string{nameColumn: "Name", typeColumn: "Type", locationColumn: "Location", needColumn: "Required", defaultColumn: "Default", textColumn: "Description"}

// longestRaw is how many bytes of an item without a name stand for it.
const longestRaw = 60

// tableOf makes a table of items. It has the columns of which an item says something.
func tableOf(items []item, start, end int) *table.Table {
	listSquared(items)
	rows := make([][len(heads)]string, len(items))
	var used [len(heads)]bool
	used[nameColumn], used[textColumn] = true, true
	for i, it := range items {
		text := strings.TrimSpace(it.text + "\n" + it.body)
		name := "`" + it.name + "`"
		if it.star {
			name += "*"
		}
		if it.name == "" && it.raw != "" {
			name, text = strings.ToValidUTF8(it.raw[:min(len(it.raw), longestRaw)], ""), strings.TrimSpace(it.raw+"\n"+it.body)
		}
		rows[i] = [...]string{strings.Repeat("> ", it.depth) + name, it.typ, it.location, it.need, it.def, text}
		for c, cell := range rows[i] {
			used[c] = used[c] || cell != ""
		}
	}
	t := &table.Table{Start: start, End: end, HeadRow: table.Row{Start: start, End: items[0].end}}
	for c, head := range heads {
		if used[c] {
			t.Head = append(t.Head, head)
		}
	}
	for i, cells := range rows {
		r := table.Row{Start: items[i].start, End: items[i].end}
		for c, cell := range cells {
			if used[c] {
				r.Cells = append(r.Cells, cell)
			}
		}
		t.Rows = append(t.Rows, r)
	}
	return t
}

// fewestTyped is how many attributes with types a list has in which one may stand whose name
// cannot be read: it is a row of which a finding tells.
const fewestTyped = 2

// areAttributes reports whether items list attributes: all have names, most say more,
// and at least half have types, unless a label says what they are. Among many with types, names without
// marks that look like no words of a sentence are attributes, too.
func areAttributes(items []item, announced bool) bool {
	typed, said := 0, 0
	facts := !announced || !areHeaders(items) // which a label would not gather
	for i := range items {
		if items[i].typ != "" && !isFactOfCall(&items[i]) {
			typed++
		}
	}
	for i := range items {
		if items[i].name == "" && (typed < fewestTyped || typed*2 < len(items) || !strings.HasPrefix(items[i].raw, "`")) || items[i].depth == 0 && items[i].bare && items[i].typ == "" && !(items[i].parted && (announced || typed >= fewestTyped && typed*3 >= len(items)*2)) {
			return false
		}
		if typed == 0 && facts && isFactOfCall(&items[i]) || isStatus(&items[i]) || isVerb(&items[i]) || namesPart(&items[i]) || labelsAnswer(&items[i]) || statesPath(&items[i]) {
			return false
		}
		if items[i].typ+items[i].need+items[i].text+items[i].body != "" {
			said++
		}
	}
	if areFormats(items) {
		return false
	}
	return (said*2 > len(items) || said > 0 && announced && allNamed(items)) && (announced || typed*2 >= len(items))
}

// allNamed reports whether a list has but names that are marked, or parted from what is said of them.
func allNamed(items []item) bool {
	return !slices.ContainsFunc(items, func(it item) bool { return it.name == "" || it.bare && !it.parted && it.typ == "" })
}

// nameOnly is an item that is but a name, in small letters.
var nameOnly = prefilter.MustCompile("^(?:\\*\\*|[`*_])?([a-z_$][\\w.$\\[\\]-]*)(?:\\*\\*|[`*_])?\\s*$")

// nameAlones gives items their names that are but a name, and no word for a type or a need, where
// another item of the list says more.
func nameAlones(items []item) {
	var alone []*item
	more := 0
	for i := range items {
		it := &items[i]
		switch m := nameOnly.FindStringSubmatch(it.raw); {
		case it.typ+it.need+it.text != "" && (it.parted || !it.bare && it.name != ""):
			more++
		case it.depth == 0 && it.body == "" && m != nil && vocabulary.TypeOf(m[1]) == "" && vocabulary.NeedOf(m[1]) == vocabulary.Unsaid:
			alone = append(alone, it)
		}
	}
	if more == 0 {
		return
	}
	for _, it := range alone {
		it.name, it.bare = nameOnly.FindStringSubmatch(it.raw)[1], false
	}
}

// areFormats reports whether items say what stands in an answer of each format: XML: ….
func areFormats(items []item) bool {
	return len(items) > 1 && !slices.ContainsFunc(items, func(it item) bool { return !it.bare || it.typ != "" || !formatName.MatchString(it.name) })
}

// formatName is the name of a format in capitals.
var formatName = prefilter.MustCompile(`^(?:JSON|XML|YAML|CSV|HTML|TSV|PDF|RSS|TEXT)$`)

// areHeaders reports whether some item has the name of a header that is no fact of a call: X-Trace
// beside Content-Type.
func areHeaders(items []item) bool {
	return slices.ContainsFunc(items, func(it item) bool {
		return it.depth == 0 && headerName.MatchString(it.name) && !callFacts[strings.ToLower(it.name)]
	})
}

// headerName is a name as headers have, of words that a hyphen joins: X-Trace.
var headerName = prefilter.MustCompile(`^[A-Z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)+$`)

// statedPath begins a text that is the path of an endpoint, perhaps behind its verb.
var statedPath = prefilter.MustCompile("^[*`\\s]*(?:(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)[*`]*\\s+[*`]*)?(?:https?://[^\\s/]+)?/[^\\s]*$")

// statesPath reports whether an item says where an endpoint is, and what stands beside it is about that:
// **Endpoint:** `GET /boats`.
func statesPath(it *item) bool {
	return it.typ == "" && it.depth == 0 && vocabulary.SectionOf(it.name) == vocabulary.Endpoint && statedPath.MatchString(strings.TrimSpace(it.text))
}

// statusText begins with a status of HTTP.
var statusText = prefilter.MustCompile("^[*`\\s]*[1-5][0-9][0-9]\\b")

// isStatus reports whether an item says with which status an answer comes: Code: 200.
func isStatus(it *item) bool {
	switch strings.ToLower(it.name) {
	case "code", "status", "status code", "http status", "状态码":
		return it.typ == "" && statusText.MatchString(it.text+it.body)
	}
	return false
}

// namesPart reports whether an item in bold says what stands in a part of the request: **Body**: a note.
func namesPart(it *item) bool {
	if it.typ != "" || !it.bold || it.depth > 0 {
		return false
	}
	switch it.name {
	case "Body", "Request Body", "HTTP Header", "HTTP Headers", "Headers", "Query", "Path", "Payload":
		return true
	}
	return false
}

// labelsAnswer reports whether an item says what is answered, behind a label that is marked as no name:
// Response: JSON, with the boat.
func labelsAnswer(it *item) bool {
	if !it.bare || it.depth > 0 || it.name == "" || it.name[0] < 'A' || it.name[0] > 'Z' {
		return false
	}
	switch vocabulary.SectionOf(it.name) {
	case vocabulary.Response, vocabulary.ResponseExample, vocabulary.Errors:
		return true
	}
	return false
}

// callFacts are labels for what is true of a call as a whole, and no part of it.
var callFacts = map[string]bool{
	"authentication": true, "auth": true, "authorization": true, "auth required": true, "requires auth": true, "authentication required": true, "permission": true, "permissions": true, "access": true, "required role": true, "role": true, "roles": true,
	"response format": true, "output format": true, "return format": true, "content type": true, "content-type": true, "media type": true, "rate limit": true, "rate limiting": true, "caching": true, "cache": true, "since": true, "available since": true, "idempotent": true,
	"authentifizierung": true, "autorisierung": true, "antwortformat": true, "berechtigung": true, "berechtigungen": true, "ratenbegrenzung": true, "zugriff": true,
	"autenticación": true, "autorización": true, "formato de respuesta": true, "permisos": true, "autenticação": true, "autorização": true, "formato da resposta": true, "formato de resposta": true, "permissões": true, "permissão": true,
	"authentification": true, "autorisation": true, "format de réponse": true, "autenticazione": true, "autorizzazione": true, "formato risposta": true, "аутентификация": true, "авторизация": true, "формат ответа": true, "доступ": true,
	"认证": true, "鉴权": true, "权限": true, "返回格式": true, "响应格式": true, "認証": true, "レスポンス形式": true, "인증": true, "응답 형식": true,
}

// formatLabel is a label for the format in which a call answers.
var formatLabel = prefilter.MustCompile(`forma|формат|格式|形式|형식`)

// isFactOfCall reports whether an item in bold says what is true of a call as a whole: **Authentication:** none.
func isFactOfCall(it *item) bool {
	name := strings.ToLower(it.name)
	return it.bold && it.depth == 0 && callFacts[name] && (it.typ == "" || strings.EqualFold(it.typ, "json") && formatLabel.MatchString(name))
}

// verbText is but a verb of HTTP.
var verbText = prefilter.MustCompile("^[*_`\\s]*(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)[*_`\\s]*$")

// isVerb reports whether an item says with which verb an endpoint is called: Method: POST.
func isVerb(it *item) bool {
	switch strings.ToLower(it.name) {
	case "method", "verb", "http method", "request method", "http verb", "type", "请求方式", "请求方法":
		return it.typ == "" && verbText.MatchString(it.text+it.body)
	}
	return false
}

func lineEnd(text string, i int) int {
	if n := strings.IndexByte(text[i:], '\n'); n >= 0 {
		return i + n + 1
	}
	return len(text)
}

// indentOf is how many columns the blanks at the start of a line take.
func indentOf(line string) int {
	n := 0
	for _, c := range line {
		switch c {
		case ' ':
			n++
		case '\t':
			n += 4
		default:
			return n
		}
	}
	return n
}
