package statement

import (
	"strings"
	"unicode/utf8"

	"github.com/docgen-go/docgen/parser/prefilter"
)

// verbs are the methods of HTTP, and those that servers have added to them,
// which are only taken in capitals.
var verbs = map[string]bool{
	"GET": true, "POST": true, "PUT": true, "PATCH": true, "DELETE": true, "HEAD": true, "OPTIONS": true, "TRACE": true,
	"LIST": false, "QUERY": false, "PURGE": false, "COPY": false, "MOVE": false, "LINK": false, "UNLINK": false,
}

// verbOf returns a verb in upper case, or "" for another word.
func verbOf(word string) string {
	upper := strings.ToUpper(word)
	if standard, ok := verbs[upper]; ok && (standard || word == upper) {
		return upper
	}
	return ""
}

// IsVerb reports whether a word in capitals is a verb that endpoints are stated with.
func IsVerb(word string) bool { return verbOf(word) != "" }

// aside is a link right behind a path, which is about it and no part of it:
// /boats[how to call](guide.md). One whose text begins with a slash goes on with the path.
var aside = prefilter.MustCompile("(/[^\\s\\[\\]()]*[\\w}*`])\\[[^\\[\\]/`]+\\]\\([^()\\s]*\\)\\s*$")

// withoutAside takes a link behind a path off a statement.
func withoutAside(text string) string {
	if !strings.Contains(text, "](") {
		return text
	}
	return aside.ReplaceAllString(text, "$1")
}

// emphasis is a slot in italics between the parts of a path in code: `/boats/`*id*`/crew`.
var emphasis = prefilter.MustCompile("/`(?:\\*{1,3}|_{1,3})([A-Za-z][\\w-]*?)(?:\\*{1,3}|_{1,3})(?:`([./]?)|$)")

// withEmphasis puts slots in italics in braces.
func withEmphasis(text string) string {
	if !strings.Contains(text, "/`*") && !strings.Contains(text, "/`_") {
		return text
	}
	return emphasis.ReplaceAllString(text, "/{$1}$2")
}

// longest is how many bytes a statement takes.
const longest = 1000

// alone reads text that is nothing but verbs and a path. Verbs that are not in
// capitals must be marked, as words of a sentence are not, unless the text
// stands where no sentence would.
func alone(text string, plainVerbs bool) []Operation {
	if len(text) > longest {
		return nil
	}
	text = withEmphasis(text)
	marked := strings.ContainsAny(text, "`*")
	coded := strings.Contains(text, "`")
	strong := !coded && !plainVerbs && isStrong(text)
	text, second := withoutSecondVerb(plain(withoutAside(text)))
	names, rest := cutVerbs(text)
	if len(names) == 0 {
		return nil
	}
	names = append(names, second...)
	path, rest := cutPath(rest, coded || plainVerbs || strong)
	if path == "" || !isTail(rest) || strong && path[0] != '/' && !slashlessBase.MatchString(path) {
		return nil
	}
	var ops []Operation
	for _, name := range names {
		if name != strings.ToUpper(name) && !marked && !plainVerbs {
			return nil
		}
		ops = append(ops, Operation{strings.ToUpper(name), path})
	}
	return ops
}

// isStrong reports whether all of a text is bold: **GET api/v1/boats**.
func isStrong(text string) bool {
	inner, ok := strings.CutPrefix(text, "**")
	inner, closed := strings.CutSuffix(inner, "**")
	return ok && closed && !strings.Contains(inner, "**")
}

// slashlessBase begins a path without its slash that is no words of a sentence, as it has the name of
// an API or a version first: api/v1/boats.
var slashlessBase = prefilter.MustCompile(`(?i)^(?:(?:rest|open)?api|rest|v[0-9]+(?:\.[0-9]+)?)/[\w{<:]`)

// titled reads a heading, in which a title may stand beside the statement, parted
// from it by a dash, a colon, brackets or the marks of a code span.
func titled(title string) []Operation {
	if len(title) > longest {
		return nil
	}
	title = withEmphasis(title[len(sectionNumber.FindString(title)):])
	title = calledNoun.ReplaceAllString(title, "$1")
	if ops := inSpans(title); ops != nil {
		return ops
	}
	if rest, verb := besideSecondVerb(title); verb != "" {
		if ops := titled(rest); len(ops) == 1 && ops[0].Verb != verb {
			return append(ops, Operation{verb, ops[0].Path})
		}
	}
	if ops := alone(title, true); ops != nil {
		return ops
	}
	if before := remarked.FindString(title); before != "" {
		if ops := alone(title[:len(title)-len(before)], true); ops != nil {
			return ops
		}
	}
	if NamesExample(title) {
		return nil
	}
	for _, part := range strings.FieldsFunc(title, func(r rune) bool { return strings.ContainsRune("`—–|()", r) }) {
		for _, piece := range strings.Split(part, " - ") {
			if piece = strings.Trim(piece, " :*"); strings.Contains(piece, "/") {
				if ops := alone(piece, false); ops != nil {
					return ops
				}
			}
		}
	}
	if m := leadingTitle.FindStringSubmatch(title); m != nil && !tellsOfChange.MatchString(m[2]) {
		return alone(m[1], false)
	}
	return within(title)
}

// hostWord is a word that stands for the host of an API before a path.
var hostWord = prefilter.MustCompile(`(?i)^(?:(?:api|server|your|my|the)?[-_ ]?(?:base|root)?[-_]?(?:url|uri)|host(?:name)?|domain(?:name)?|server|base|api[-_]?(?:root|base|host)|localhost(?::[0-9]+)?|url[-_]?base)$`)

// leadingTitle is a heading that begins with an endpoint, and says behind it what that does, in capitals
// or any other letters but those of a second path: GET /boats list all boats.
var leadingTitle = prefilter.MustCompile("^([`*]*(?:GET|POST|PUT|PATCH|DELETE)[`*]*[ \\t]+[`*]*/(?:[^\\s`*]*[^\\s`*:：,;.])?)[`*]*[:：]?[ \\t]+([^/`]{2,80})$")

// remarked is a remark that square brackets, marks for what is bold or italic, or those of
// code part from a path before it: GET /boats **[Auth]**, GET /boats `admin`.
var remarked = prefilter.MustCompile("[ \\t]+(?:(?:\\*{1,2}|_{1,2})[^*_`/]{1,60}(?:\\*{1,2}|_{1,2})|\\[[^\\[\\]`/]{1,60}\\](?:\\{[^{}]*\\})?|`[^`/{}]{1,40}`|(?:🔒|🔐|🔑|⚠️|✅|❌|🚧|🆕)[^/`]{0,40})[ \\t]*$")

// behindRemark reads an endpoint in code that a line is, but for a remark behind it: `GET /boats` **[beta]**.
func behindRemark(line string) []Operation {
	if before := remarked.FindString(line); before != "" && strings.Contains(before, "*") {
		return alone(line[:len(line)-len(before)], false)
	}
	return nil
}

// calledNoun is a word for an endpoint behind one in code: GET `/boats` route.
var calledNoun = prefilter.MustCompile("(?i)(/[^\\s`]*`[*_]{0,2})[ \\t]+(?:route|endpoint|request|call|api|method)[ \\t]*$")

// exampleOf is a title of examples for an endpoint, which it names: Examples for POST /boats.
var exampleOf = prefilter.MustCompile("(?i)\\b(?:examples?|samples?|walk-?through)\\b[^`/]*[ `*](?-i:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)[`* ]")

// NamesExample reports whether a title is one of examples for an endpoint that it names.
func NamesExample(title string) bool { return exampleOf.MatchString(title) }

// inTitle is an endpoint in a title: behind nothing, marks, a number or words, and before
// nothing or what a mark parts from it.
var inTitle = prefilter.MustCompile("^(?:.*[^\\pL\\pN_/])?[`*(\\[【（]*((?-i:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS))[`*)\\]】）]*[ \t]*(?:[:：–—-][ \t]*)?[`*]*((?:https?://[^\\s`/]+)?/[^\\s`]*)[`*)\\]]*(?:(?:[ \t]*(?:[(（|]|[:：](?:[^A-Za-z]|$))|[ \t]+[–—-]).*)?$")

// within reads an endpoint that stands in a title with other words: Upload: POST /boats.
func within(title string) []Operation {
	title = strings.TrimSpace(title)
	if m := inTitle.FindStringSubmatch(title); m != nil && m[2] != "/" {
		return alone("`"+m[1]+" "+strings.TrimRight(m[2], "*)]")+"`", false)
	}
	if m := smallVerb.FindStringSubmatch(title); m != nil {
		return alone("`"+strings.ToUpper(m[1])+" "+m[2]+"`", false)
	}
	if m := turned.FindStringSubmatch(title); m != nil {
		return alone("`"+m[2]+" "+m[1]+"`", false)
	}
	return nil
}

// smallVerb is an endpoint at the end of a title in a script that is not Latin, in which a
// verb in small letters is no word of a sentence: 查询船只 get /boats.
var smallVerb = prefilter.MustCompile("^.*[^\\x00-\\x{24f}][\\s)\\]】）:：(（【-]*(get|post|put|patch|delete|Get|Post|Put|Patch|Delete)[)\\]】）]?[ \\t]+(/[A-Za-z][^\\s`]*)$")

// turned is a title that ends in a path with its verb behind it: /boats [POST].
var turned = prefilter.MustCompile("^(?:.*[^\\pL\\pN_/])?[`*]*((?:https?://[^\\s`/]+)?/[A-Za-z][^\\s`*\\[(]*)[`*]*[ \\t]*(?:[:：|–—-][ \\t]*)?[`*(\\[【（]*(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)[`*)\\]】）]*$")

// sectionNumber is the number of a section before its title: 2.1 POST /boats.
var sectionNumber = prefilter.MustCompile(`^(?:[0-9]+\.)*[0-9]+[.)、]?\s+`)

var marks = strings.NewReplacer("`", "", "**", "", "&nbsp;", " ")

// entities are the marks of slots as pages write them outside of code.
var entities = strings.NewReplacer("&lt;", "<", "&gt;", ">", "&#60;", "<", "&#62;", ">", "&#123;", "{", "&#125;", "}", "&lbrace;", "{", "&rbrace;", "}", "&lcub;", "{", "&rcub;", "}", "&#58;", ":", "&colon;", ":")

// wideBraces are the marks of slots in full width, as pages in Chinese have one or both of
// them by a slip of the input method: /boats/{id｝, /boats/：id.
var wideBraces = strings.NewReplacer("｛", "{", "｝", "}", "/：", "/:")

// wideBraceByte begins all marks in full width.
const wideBraceByte = 0xEF

// unmarked is a text without marks of Markdown for code and for what is bold.
func unmarked(text string) string {
	if strings.Contains(text, "__") {
		text = withoutStrong(text)
	}
	switch {
	case strings.Contains(text, "**") || strings.Contains(text, "&nbsp;"):
		return marks.Replace(text)
	case strings.IndexByte(text, '`') >= 0:
		return strings.ReplaceAll(text, "`", "")
	}
	return text
}

// withoutStrong returns a text without the underscores that make a part of it strong. Those in a
// word are letters of it, and so are those of a whole segment, which Markdown takes for marks and
// people who write /__heartbeat__ outside of code do not.
func withoutStrong(text string) string {
	var b strings.Builder
	open := false
	for i := 0; i < len(text); i++ {
		if !strings.HasPrefix(text[i:], "__") {
			b.WriteByte(text[i])
			continue
		}
		begins := i == 0 || strings.IndexByte(" \t`*([|>\"'", text[i-1]) >= 0
		ends := i+2 == len(text) || strings.IndexByte(" \t`*)]|<\"':,.;", text[i+2]) >= 0
		if begins && !ends && !open || ends && open {
			open = !open
		} else {
			b.WriteString("__")
		}
		i++
	}
	return b.String()
}

// plain is a text without marks of Markdown: links and images are their texts.
func plain(text string) string {
	for {
		open := strings.Index(text, "](")
		if open < 0 {
			break
		}
		start := strings.LastIndexByte(text[:open], '[')
		end := strings.IndexByte(text[open:], ')')
		if start < 0 || end < 0 {
			break
		}
		text = strings.TrimSuffix(text[:start], "!") + text[start+1:open] + text[open+end+1:]
	}
	text = unmarked(text)
	if strings.IndexByte(text, '&') >= 0 {
		text = entities.Replace(text)
	}
	if strings.IndexByte(text, wideBraceByte) >= 0 {
		text = wideBraces.Replace(text)
	}
	if strings.IndexByte(text, '\\') < 0 {
		return strings.TrimSpace(text)
	}
	var b strings.Builder
	for i := 0; i < len(text); i++ {
		if text[i] == '\\' && i+1 < len(text) && strings.IndexByte("\\_*{}[]()<>#+-.!:|~@$", text[i+1]) >= 0 {
			continue
		}
		b.WriteByte(text[i])
	}
	return strings.TrimSpace(b.String())
}

// skipTags takes tags and blanks off the start of a text.
func skipTags(s string) string {
	for {
		s = strings.TrimLeft(s, " \t")
		if len(s) < 2 || s[0] != '<' || !isLetter(s[1]) && s[1] != '/' {
			return s
		}
		end := strings.IndexByte(s, '>')
		if end < 0 {
			return s
		}
		s = s[end+1:]
	}
}

// cutVerbs cuts the verbs at the start: GET, [GET], GET|POST, GET, POST.
func cutVerbs(s string) (names []string, rest string) {
	s = strings.TrimLeft(skipTags(s), "[(* ")
	for {
		n := 0
		for n < len(s) && isLetter(s[n]) {
			n++
		}
		if verbOf(s[:n]) == "" || n < len(s) && (s[n] == '_' || s[n] == '-' && n+1 < len(s) && s[n+1] != ' ') {
			return nil, ""
		}
		names = append(names, s[:n])
		s = s[n:]
		next := strings.TrimLeft(s, " ")
		for _, separator := range []string{"/", "|", ",", "or ", "and "} {
			if more, ok := strings.CutPrefix(next, separator); ok && startsWithVerb(more) {
				next = more
				break
			}
		}
		if !startsWithVerb(next) || len(next) == len(strings.TrimLeft(s, " ")) {
			if isVerbInWords(next) {
				return nil, ""
			}
			return names, s
		}
		s = strings.TrimLeft(next, " ")
	}
}

// startsWithVerb reports whether the first word is a verb in capitals.
func startsWithVerb(s string) bool {
	s = strings.TrimLeft(s, " ")
	n := 0
	for n < len(s) && s[n] >= 'A' && s[n] <= 'Z' {
		n++
	}
	return verbOf(s[:n]) != "" && (n == len(s) || s[n] == ' ' || s[n] == '/' || s[n] == ',' || s[n] == '|')
}

// isVerbInWords reports whether a text behind a verb goes on with a slash and another verb that
// words follow at once, as they do in scripts without blanks: GET/POST请求 is no path.
func isVerbInWords(s string) bool {
	if s == "" || s[0] != '/' {
		return false
	}
	n := 1
	for n < len(s) && s[n] >= 'A' && s[n] <= 'Z' {
		n++
	}
	return n < len(s) && s[n] >= utf8.RuneSelf && verbOf(s[1:n]) != ""
}

// cutPath cuts the path after a verb and what separates them. A path without a
// slash at its start is one only in code.
func cutPath(s string, relative bool) (path, rest string) {
	s = strings.TrimLeft(s, "])* \t")
	if len(s) < 2 || s[0] != ':' || !isLetter(s[1]) { // :id/boats
		s = strings.TrimLeft(strings.TrimLeft(s, ":-—–→⇒➔➜=>"), " \t")
	}
	if note := remark.FindString(s); note != "" { // POST (with TLS) https://…
		if after := strings.TrimLeft(s[len(note):], " \t"); strings.HasPrefix(after, "/") || strings.HasPrefix(after, "http") {
			s = after
		}
	}
	if tagged := skipTags(s); !pathVariable.MatchString(s) && (strings.HasPrefix(tagged, "/") || strings.HasPrefix(tagged, "http")) {
		s = tagged
	}
	n := pathLength(s)
	path, rest = s[:n], s[n:]
	if inside, after, ok := cutQuoted(s); ok {
		path, rest = inside, after
	}
	if strings.Contains(path, "?}") {
		path = leftOut.ReplaceAllString(path, "(/{$1})") // which expanded makes two endpoints of
	}
	path = strings.ReplaceAll(trimHost(strings.ReplaceAll(path, "#{", "{")), "/${", "/{") // as programs write what they fill in
	if strings.Contains(path, ".(") {
		path = endingsOf.ReplaceAllString(path, ".{format}")
	}
	switch {
	case path == "":
		return "", rest
	case path[0] != '/' && (!relative || strings.Trim(path, "-.") != path || !strings.Contains(path, "/") || strings.HasPrefix(path, "/")):
		return "", rest
	case strings.HasSuffix(path, ".") || strings.HasSuffix(path, ",") || strings.HasSuffix(path, ";"):
		return "", rest // the end of a sentence
	case strings.Count(path, "{") != strings.Count(path, "}"):
		return "", rest
	}
	return path, rest
}

// pathLength is how many bytes of s a path takes: up to a blank or a tag. Blanks
// in slots belong to it.
func pathLength(s string) int {
	depth := 0
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '{':
			depth++
		case '}':
			depth--
		case ' ', '\t', '\n':
			if depth <= 0 || !strings.Contains(s[i:], "}") {
				return i
			}
		case '<':
			end := slotEnd(s[i:])
			if end < 0 && strings.Contains(s[:i], "?") {
				end = len(queryValue.FindString(s[i:min(len(s), i+longestLabel)])) - 1
			}
			if end < 0 {
				return i
			}
			i += end
		case '[':
			i += max(wordsInBrackets(s, i)-1, 0)
		case '(':
			if n := wordsInBrackets(s, i); n > 0 {
				i += n - 1
			} else if n := len(RoundSlot(s, i)); n > 0 {
				i += n - 1
			} else if n := len(slotPattern.FindString(s[i:])); n > 0 && i > 0 && (isLetter(s[i-1]) || s[i-1] >= '0' && s[i-1] <= '9') {
				i += n - 1
			}
		case '\\':
			if depth <= 0 || i+1 == len(s) || !isLetter(s[i+1]) || !strings.Contains(s[i:], "}") { // {id:\d+}
				return i
			}
		case '"', '\'', '`', '^':
			return i
		}
	}
	return len(s)
}

// queryValue is what stands for a value in a query, in words, or as those that it can have:
// ?from=<berth number>&details=<basic|full>.
var queryValue = prefilter.MustCompile(`^<[A-Za-z0-9][\w.:-]*(?:[ |/,]+[\w.:-]+)*>`)

// slotEnd returns the offset of the bracket that closes a slot such as <id>, or
// -1 where s starts with a tag.
func slotEnd(s string) int {
	for i := 1; i < len(s); i++ {
		switch c := s[i]; {
		case c == '>':
			if i == 1 {
				return -1
			}
			return i
		case !isLetter(c) && c != '_' && c != '-' && c != '.' && c != ':' && (c < '0' || c > '9'):
			return -1
		}
	}
	return -1
}

// slotPattern is what values of a slot keep to, behind its name: :id(\d+).
var slotPattern = prefilter.MustCompile(`^\((?:[^()\s` + "`" + `]|\([^()\s` + "`" + `]*\))*[\\\[+*|](?:[^()\s` + "`" + `]|\([^()\s` + "`" + `]*\))*\)`)

// leftOut is a slot that may be missing: /cranes/{id?}.
var leftOut = prefilter.MustCompile(`/\{([A-Za-z_]\w*)\?\}`)

// remark is a note in brackets behind a path.
var remark = prefilter.MustCompile(`^\s*[(（][^()（）]{1,60}[)）]`)

// longRemark is one with brackets in it, which end or do not: (moves a piece (see below)).
var longRemark = prefilter.MustCompile(`^\s*\([A-Za-z][^` + "`" + `\n]{1,200}\)$`)

// isTail reports whether what follows a path leaves it alone: a version of HTTP,
// closing tags, brackets, a remark in them.
func isTail(s string) bool {
	s = skipTags(s)
	if note := remark.FindString(s); note != "" {
		s = s[len(note):]
	} else if longRemark.MatchString(s) {
		return true
	}
	s = strings.Trim(s, " \t*_)]\\")
	return s == "" || s == "HTTP" || strings.HasPrefix(s, "HTTP/") && !strings.Contains(s, " ")
}
