package statement

import (
	"bytes"
	"strings"

	"github.com/docgen-go/docgen/parser/prefilter"
)

// longestTag is how many bytes the tag of a component may take.
const longestTag = 1500

// component reads a line that starts with the tag of a component or a shortcode,
// and returns the offset after the tag's last line.
func (w *walker) component(i, end int) int {
	start := i + len(w.text[i:end]) - len(bytes.TrimLeft(w.text[i:end], " \t"))
	tag, after := openTag(w.text[start:min(len(w.text), start+longestTag)])
	if tag == "" {
		w.line(i, end)
		return end
	}
	w.fresh = true
	after += start
	if after > end {
		end = lineEnd(w.text, after-1)
	}
	line := string(w.text[i:end])
	if strings.Contains(line, "</td>") {
		w.row(Cells(untagged(strings.ReplaceAll(line, "</td>", "|"))), i, end)
		return end
	}
	if w.tagged(line, i, end) || w.badgeLine(line, i, end) {
		return end
	}
	verb, path := attributes(tag)
	if path == "" {
		inner, _, _ := strings.Cut(string(w.text[after:end]), "</")
		if verb != "" {
			path, _ = cutPath(plain(inner), true)
		} else if of := classVerb(tag); of != "" {
			var rest string
			if path, rest = cutPath(plain(inner), true); path != "" && strings.TrimSpace(rest) == "" {
				verb = of
			}
		}
	}
	switch {
	case verb != "" && path != "":
		w.add(Stated, i, end, Operation{verb, path})
	case strings.Contains(line, "/") && w.classed(tag, string(w.text[after:end]), i, end):
	case strings.Contains(line, "/"):
		text := strings.TrimSpace(untagged(line))
		if mayState([]byte(text)) {
			w.each(Stated, i, end, alone(text, true))
		}
	}
	return end
}

// classed reads an endpoint whose verb is a class of the tag around its path:
//
//	<div class="endpoint get">/boats</div>
func (w *walker) classed(tag, inner string, i, end int) bool {
	m := classOf.FindStringSubmatch(tag)
	if m == nil {
		return false
	}
	verb := ""
	for word := range strings.FieldsFuncSeq(m[1]+m[2], func(r rune) bool { return r == ' ' || r == '-' || r == '_' }) {
		if v := verbOf(word); v != "" {
			if verb != "" && v != verb {
				return false
			}
			verb = v
		}
	}
	text, _, closed := strings.Cut(inner, "</")
	path, rest := cutPath(plain(text), false)
	if verb == "" || !closed || path == "" || strings.TrimSpace(rest) != "" {
		return false
	}
	w.add(Stated, i, end, Operation{verb, path})
	return true
}

// classOf are the classes of a tag.
var classOf = prefilter.MustCompile(`\bclass(?:Name)?\s*=\s*(?:"([^"]*)"|'([^']*)')`)

// openTag cuts the tag at the start of a text: <X …>, {{< x … >}} or {% x … %}.
// It is "" where there is none.
func openTag(text []byte) (tag string, after int) {
	if len(text) < 3 {
		return "", 0
	}
	closing := ""
	switch {
	case text[0] == '<' && isLetter(text[1]):
		closing = ">"
	case text[0] == '{' && text[1] == '{':
		closing = "}}"
	case text[0] == '{' && text[1] == '%':
		closing = "%}"
	default:
		return "", 0
	}
	n := bytes.Index(text, []byte(closing))
	if closing == ">" {
		n = tagEnd(text)
	}
	if blank := bytes.Index(text, []byte("\n\n")); n < 0 || blank >= 0 && blank < n {
		return "", 0
	}
	n += len(closing)
	return string(text[:n]), n
}

// tagEnd is where the mark stands that closes the tag at the start of a text: one in a value in
// quotes closes nothing, as in path="/boats/<id>". It is -1 where there is none.
func tagEnd(text []byte) int {
	for i := 0; i < len(text); i++ {
		switch c := text[i]; c {
		case '>':
			return i
		case '"', '\'':
			if i == 0 || text[i-1] != '=' && text[i-1] != '{' {
				continue
			}
			n := bytes.IndexByte(text[i+1:], c)
			if n < 0 {
				return -1
			}
			i += n + 1
		}
	}
	return -1
}

// untagged is a text without tags. What looks like a slot of a path is a tag where
// it is closed somewhere.
func untagged(s string) string {
	var b strings.Builder
	for {
		open := strings.IndexByte(s, '<')
		if open < 0 || open+1 == len(s) {
			break
		}
		end := strings.IndexByte(s[open:], '>')
		if end < 0 {
			break
		}
		name := strings.Trim(s[open+1:open+end], "/")
		b.WriteString(s[:open])
		if slotEnd(s[open:]) == end && open > 0 && s[open-1] == '/' && !strings.Contains(s, "</"+name+">") {
			b.WriteString(s[open : open+end+1])
		} else {
			b.WriteByte(' ')
		}
		s = s[open+end+1:]
	}
	b.WriteString(s)
	return b.String()
}

// attributes finds a verb and a path among the values of a tag's attributes; the
// name of the tag can be the verb.
func attributes(tag string) (verb, path string) {
	name := strings.TrimLeft(tag, "<{% ")
	if n := strings.IndexAny(name, " \t\n/>"); n >= 0 {
		name = name[:n]
	}
	relative := ""
	for rest := tag; ; {
		before, after, ok := strings.Cut(rest, "=")
		if !ok {
			break
		}
		key := strings.ToLower(before[strings.LastIndexAny(before, " \t\n{<")+1:])
		var value string
		value, rest = attributeValue(after)
		if v := verbOf(value); v != "" && verb == "" && (strings.Contains(key, "method") || strings.Contains(key, "verb") || key == "http" || key == "type" && value == v) {
			verb = v
			continue
		}
		if strings.ContainsAny(value, `"'\`) {
			continue // text in some notation
		}
		p := trimHost(value)
		if strings.Contains(key, "path") && value == p && relativeValue.MatchString(p) {
			if verb == "" {
				relative = "/" + p // where a verb follows
			} else {
				p = "/" + p
			}
		}
		if strings.HasPrefix(p, "/") && !strings.ContainsAny(p, " \t\n") && !isHostKey(key) && (path == "" || isPathKey(key)) {
			path = p
		}
	}
	if verb == "" && path != "" {
		verb = verbOf(name)
	}
	if verb != "" && path == "" {
		path = relative
	}
	return verb, strings.ReplaceAll(path, "/${", "/{") // as programs write what they fill in
}

// classVerb is the one verb among the classes of a tag, or "": <div class="endpoint post">.
func classVerb(tag string) string {
	verb := ""
	for rest := tag; ; {
		before, after, ok := strings.Cut(rest, "=")
		if !ok {
			return verb
		}
		var value string
		value, rest = attributeValue(after)
		if key := before[strings.LastIndexAny(before, " \t\n{<")+1:]; key != "class" && key != "className" {
			continue
		}
		for word := range strings.FieldsSeq(value) {
			v := verbOf(word)
			if v != "" && verb != "" {
				return ""
			}
			verb = max(v, verb)
		}
	}
}

// relativeValue is a path that lacks its first slash.
var relativeValue = prefilter.MustCompile(`^[A-Za-z][\w-]*(?:/[\w.:{}-]+)*$`)

func isHostKey(key string) bool {
	return strings.Contains(key, "base") || strings.Contains(key, "host") || strings.Contains(key, "server")
}

func isPathKey(key string) bool {
	return strings.Contains(key, "path") || strings.Contains(key, "endpoint") || strings.Contains(key, "url") || strings.Contains(key, "route")
}

// attributeValue cuts "v", 'v', {"v"} or v at the start of s.
func attributeValue(s string) (value, rest string) {
	s = strings.TrimLeft(s, " \t\n")
	if inner, ok := strings.CutPrefix(s, "{"); ok && inner != "" && strings.IndexByte("\"'`", inner[0]) >= 0 {
		s = inner
	}
	if s == "" {
		return "", ""
	}
	if strings.IndexByte("\"'`", s[0]) >= 0 {
		if end := strings.IndexByte(s[1:], s[0]); end >= 0 {
			return s[1 : 1+end], s[2+end:]
		}
		return "", ""
	}
	end := strings.IndexAny(s, " \t\n>")
	if end < 0 {
		end = len(s)
	}
	return s[:end], s[end:]
}
