package format

import (
	"bytes"

	"github.com/docgen-go/docgen/parser/prefilter"
)

var (
	// codeTagOpens is a line that is but the tag of a template before code: {% highlight json %}, {{< code shell >}}.
	codeTagOpens = prefilter.MustCompile(`^[ \t]*\{(?:%-?|\{[<%])[ \t]*(highlight|codeblock|code)\b([^%>\n]*?)-?(?:%|[>%]\})\}[ \t\r]*$`)
	// codeTagCloses is one behind code: {% endhighlight %}, {{< /code >}}.
	codeTagCloses = prefilter.MustCompile(`^[ \t]*\{(?:%-?|\{[<%])[ \t]*(?:end|/[ \t]*)(highlight|codeblock|code)[ \t]*-?(?:%|[>%]\})\}[ \t\r]*$`)
	// codeLanguage is the language that such a tag names first.
	codeLanguage = prefilter.MustCompile(`^[ \t]*(?:lang(?:uage)?[:=])?["']?([A-Za-z][\w+#-]*)["']?(?:[ \t]|$)`)
)

// mostTaggedLines is how many lines of code between two tags are read.
const mostTaggedLines = 2000

// fenceTagged makes fences of code that stands between tags of a template, each alone in its line. The text keeps
// its length: blanks fill the lines of the tags. Code that holds a fence itself is left alone.
func fenceTagged(text []byte) {
	if !bytes.Contains(text, []byte("{% highlight")) && !bytes.Contains(text, []byte("{{")) && !bytes.Contains(text, []byte("{% code")) {
		return
	}
	for i := 0; i < len(text); {
		end := lineOf(text, i)
		m := codeTagOpens.FindSubmatch(text[i:end])
		if m == nil {
			i = end + 1
			continue
		}
		closing := closingTag(text, end+1, m[1])
		if closing < 0 {
			i = end + 1
			continue
		}
		language := ""
		if l := codeLanguage.FindSubmatch(m[2]); l != nil {
			language = string(l[1])
		}
		last := lineOf(text, closing)
		asFence(text[i:end], language)
		asFence(text[closing:last], "")
		i = last + 1
	}
}

// lineOf is where the line at an offset ends, without its end.
func lineOf(text []byte, i int) int {
	if n := bytes.IndexByte(text[i:], '\n'); n >= 0 {
		return i + n
	}
	return len(text)
}

// closingTag is where the line begins that closes the code which begins at an offset, or -1.
func closingTag(text []byte, i int, name []byte) int {
	for n := 0; n < mostTaggedLines && i < len(text); n++ {
		end := lineOf(text, i)
		line := bytes.TrimLeft(text[i:end], " \t")
		switch {
		case bytes.HasPrefix(line, []byte("```")), bytes.HasPrefix(line, []byte("~~~")), codeTagOpens.Match(text[i:end]):
			return -1
		}
		if m := codeTagCloses.FindSubmatch(text[i:end]); m != nil {
			if bytes.Equal(m[1], name) {
				return i
			}
			return -1
		}
		i = end + 1
	}
	return -1
}

// asFence makes a line the mark of a fence, in the indentation that it has.
func asFence(line []byte, language string) {
	n := len(line) - len(bytes.TrimLeft(line, " \t"))
	n += copy(line[n:], "```"+language)
	for ; n < len(line); n++ {
		if line[n] != '\r' {
			line[n] = ' '
		}
	}
}
