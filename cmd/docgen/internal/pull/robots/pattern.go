package robots

import (
	"net/url"
	"strings"
)

// A pattern is the path of a rule: texts with anything between them.
type pattern struct {
	texts  []string
	whole  bool // ends with $: nothing may follow
	length int  // octets as written, which decide between rules
}

func compile(text string) pattern {
	p := pattern{length: len(text)}
	text, p.whole = strings.CutSuffix(text, "$")
	for part := range strings.SplitSeq(text, "*") {
		p.texts = append(p.texts, decode(part))
	}
	return p
}

// decode undoes percent-encoding, but not that of a slash, which is no
// separator then, and of nothing that is malformed.
func decode(part string) string {
	pieces := strings.Split(part, "%")
	var out strings.Builder
	out.WriteString(pieces[0])
	for _, piece := range pieces[1:] {
		encoded := "%" + piece
		plain, err := url.PathUnescape(encoded[:min(len(encoded), 3)])
		if err == nil && plain != "/" {
			encoded = plain + encoded[3:]
		}
		out.WriteString(encoded)
	}
	return out.String()
}

// match finds the texts one after the other, each as early as possible, which
// is enough because only the last one may be tied to the end.
func (p pattern) match(path string) bool {
	rest, ok := strings.CutPrefix(path, p.texts[0])
	if !ok {
		return false
	}
	last := len(p.texts) - 1
	if last == 0 {
		return !p.whole || rest == ""
	}
	for _, text := range p.texts[1:last] {
		if _, rest, ok = strings.Cut(rest, text); !ok {
			return false
		}
	}
	if p.whole {
		return strings.HasSuffix(rest, p.texts[last])
	}
	return strings.Contains(rest, p.texts[last])
}
