package rendered

import (
	"strings"
)

// A writer gathers the lines of the rebuilt page and where they came from.
type writer struct {
	out   []byte
	lines []int32
}

// line adds one line that was made from the given line of the copy.
func (w *writer) line(text string, at int32) {
	w.out = append(w.out, text...)
	w.out = append(w.out, '\n')
	w.lines = append(w.lines, at)
}

func (w *writer) blank() { w.line("", 0) }

// block adds lines and the blank line that ends them.
func (w *writer) block(text string, at int32) {
	w.line(text, at)
	w.blank()
}

// prose adds a paragraph as it is, indented.
func (w *writer) prose(p paragraph, indent string) {
	for i, line := range p.lines {
		if line != "" { // as it is in a fence
			line = indent + line
		}
		w.line(line, p.at+int32(i))
	}
	w.blank()
}

// fence adds paragraphs as one fence, with the blank lines between them.
func (w *writer) fence(ps []paragraph, language string) {
	if len(ps) == 0 {
		return
	}
	run := 2
	for _, p := range ps {
		for _, line := range p.lines {
			run = max(run, longestRun(line))
		}
	}
	ticks := strings.Repeat("`", run+1)
	w.line(ticks+language, 0)
	end := ps[0].at
	for _, p := range ps {
		for ; end < p.at; end++ {
			w.line("", 0)
		}
		for i, line := range p.lines {
			w.line(line, p.at+int32(i))
		}
		end = p.at + int32(len(p.lines))
	}
	w.line(ticks, 0)
	w.blank()
}

// items adds a list of items and everything below them.
func (w *writer) items(items []*node, depth int) {
	bullet := strings.Repeat("  ", depth)
	inner := bullet + "  "
	for _, n := range items {
		w.block(bullet+"- "+codeSpan(n.code), n.at)
		if n.deprecated && !n.explained {
			w.block(inner+"Deprecated", 0)
		}
		for _, p := range n.text {
			if fact, ok := constraint(p); ok {
				w.block(inner+fact, p.at)
			} else {
				w.prose(p, inner)
			}
		}
		w.items(n.kids, depth+1)
	}
}

// codeSpan puts code between as many backticks as it takes.
func codeSpan(code string) string {
	run := longestRun(code)
	if run == 0 {
		return "`" + code + "`"
	}
	ticks := strings.Repeat("`", run+1)
	return ticks + " " + code + " " + ticks
}

// longestRun is the length of the longest run of backticks.
func longestRun(s string) int {
	longest, run := 0, 0
	for i := range len(s) {
		if s[i] != '`' {
			run = 0
			continue
		}
		run++
		longest = max(longest, run)
	}
	return longest
}
