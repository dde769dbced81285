package statement

import (
	"bytes"
	"strings"

	"github.com/docgen-go/docgen/parser/page"
)

// fence reads the fence whose opening line is text[i:end], and returns the offset
// after it.
func (w *walker) fence(i, end int, marker byte, width, indent int) int {
	f := page.FenceAt(w.text, i, end, marker, width, indent)
	w.content(f.Info, f.Start, f.Inner, f.InnerEnd, f.End)
	return f.End
}

// content looks at a fence that lies at text[start:end], its content at
// text[inner:innerEnd].
func (w *walker) content(info string, start, inner, innerEnd, end int) {
	if form, ops, ok := Definition(info, w.text[inner:innerEnd]); ok {
		w.found = append(w.found, Finding{Form: form, Operations: ops, Start: start, End: end})
		return
	}
	if kind := w.announced; kind != "" {
		w.announced = ""
		if line := bytes.TrimSpace(w.text[inner:innerEnd]); bytes.IndexByte(line, '\n') < 0 && alone(string(line), true) == nil {
			w.half(kind, string(line), start, end, false)
		}
	}
	if w.askedFence(inner, innerEnd) || plainInfo[info] && w.behindRemarks(inner, innerEnd) {
		return
	}
	var stated []Finding
	said := ""
	small := plainInfo[info] && statesOnly(w.text[inner:innerEnd]) // get /cranes
	for i := inner; i < innerEnd; {
		next := min(lineEnd(w.text, i), innerEnd)
		line := bytes.TrimSpace(w.text[i:next])
		at := i
		i = next
		if comment, ok := cutComment(line); ok || len(line) == 0 {
			said = joinComment(said, comment)
			continue
		}
		var ops []Operation
		if mayState(line) && bytes.IndexByte(line, '/') >= 0 {
			ops = inCode(string(line))
			if ops == nil && small {
				ops = alone(string(line), true)
			}
		}
		if ops == nil {
			if w.fenceIndex(inner, innerEnd) {
				return
			}
			if len(stated) > 0 || !w.labelledFence(inner, innerEnd) {
				w.message(stated)
			}
			return
		}
		for _, op := range ops {
			stated = append(stated, Finding{Form: Stated, Operations: []Operation{op}, Start: at, End: next, URL: bytes.Contains(line, []byte("://")), Said: said})
		}
		said = ""
	}
	w.found = append(w.found, stated...)
}

// cutComment returns the text of a line that is a comment: of a shell, or of programs.
func cutComment(line []byte) (text string, ok bool) {
	for _, mark := range []string{"#", "//"} {
		if rest, ok := bytes.CutPrefix(line, []byte(mark)); ok {
			return string(bytes.Trim(rest, "#/ \t")), true
		}
	}
	return "", false
}

// longestComment is how many bytes of a comment are kept.
const longestComment = 300

// joinComment joins the lines of a comment. An empty line ends it.
func joinComment(said, line string) string {
	switch {
	case said == "" || line == "":
		return strings.ToValidUTF8(line[:min(len(line), longestComment)], "")
	case len(said) >= longestComment:
		return said
	}
	return said + " " + line
}

// plainInfo are the info strings of fences that hold a verb and a path, and no commands.
var plainInfo = map[string]bool{"": true, "plaintext": true, "text": true, "txt": true, "plain": true, "http": true}

// statesOnly reports whether all lines of a fence are a word and a path with a slash.
func statesOnly(content []byte) bool {
	for line := range bytes.Lines(content) {
		if line = bytes.TrimSpace(line); len(line) == 0 {
			continue
		}
		if _, path, ok := bytes.Cut(line, []byte(" /")); !ok || bytes.IndexByte(path, ' ') >= 0 || !mayState(line) {
			return false
		}
	}
	return true
}

// labelledFence reads a fence at text[inner:innerEnd] whose first lines are the halves of
// an endpoint behind labels, whatever follows them: URI: /x, Method: GET. It reports
// whether there is one.
func (w *walker) labelledFence(inner, innerEnd int) bool {
	before, found, halves := w.pair, len(w.found), 0
	w.pair = pair{}
	for i := inner; i < innerEnd && len(w.found) == found; {
		next := min(lineEnd(w.text, i), innerEnd)
		line, at := bytes.TrimSpace(w.text[i:next]), i
		i = next
		if len(line) == 0 {
			continue
		}
		label, value, ok := cutLabel(string(line))
		if halves++; !ok || halves > 2 || kindOf(label) == "" || alone(value, false) != nil {
			break
		}
		w.half(label, value, at, next, false)
	}
	w.pair = before
	return len(w.found) > found
}

// message adds what the first lines of a fence state where others follow: it
// prints a request with headers or a body.
func (w *walker) message(stated []Finding) {
	for _, f := range stated {
		f.Form = Listed
		w.found = append(w.found, f)
	}
}

// inCode reads a line of a fence.
func inCode(line string) []Operation {
	if ops := alone(line, false); ops != nil {
		return ops
	}
	names, rest := cutVerbs(line)
	if len(names) == 0 || names[0] != strings.ToUpper(names[0]) {
		return nil
	}
	if target := cutOptions(rest); target != "" {
		return alone(strings.Join(names, " ")+" "+target, true)
	}
	return alone(line, true)
}

// cutOptions takes options of curl off what follows a verb, as in
// PUT --form "a=b" /path. It is "" where there are none.
func cutOptions(rest string) string {
	s := strings.TrimLeft(rest, " \t")
	if !strings.HasPrefix(s, "-") {
		return ""
	}
	for strings.HasPrefix(s, "-") {
		n := strings.IndexAny(s, " \t")
		if n < 0 {
			return ""
		}
		s = strings.TrimLeft(s[n:], " \t")
		if s == "" || s[0] == '/' || s[0] == '-' {
			continue // an option without a value
		}
		n = strings.IndexAny(s, " \t")
		if s[0] == '"' || s[0] == '\'' {
			if n = strings.IndexByte(s[1:], s[0]) + 2; n == 1 {
				return ""
			}
		}
		if n < 0 {
			return ""
		}
		s = strings.TrimLeft(s[n:], " \t")
	}
	return s
}
