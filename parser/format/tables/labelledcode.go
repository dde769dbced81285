package tables

import (
	"strings"

	"github.com/docgen-go/docgen/parser/format/tables/vocabulary"
)

// mostLabelledCode is how many bytes of code are looked at for labels in it.
const mostLabelledCode = 1 << 16

// labelled cuts fences that show what is sent and what is answered with labels between them: each
// label is a text, and each value a fence of its own.
func labelled(text string, blocks []block, known titles) []block {
	return replaced(blocks, func(b block) []block { return labelledCode(text, b, known) })
}

// labelledCode are the parts of a fence in which lines that are but labels for examples stand
// between values of JSON, or nil.
func labelledCode(text string, b block, known titles) []block {
	if b.kind != fenceBlock || b.indented || b.quoted || b.innerEnd-b.inner > mostLabelledCode {
		return nil
	}
	asked := beginsAsked(text[b.inner:b.innerEnd], known)
	if !asked && strings.IndexByte("{[", firstMark(text[b.inner:b.innerEnd])) < 0 {
		return nil
	}
	part := b
	var out []block
	at, last := b.inner, "" // the last line that is not blank
	blank := false          // the line before
	for line := range strings.Lines(text[b.inner:b.innerEnd]) {
		start := at
		at += len(line)
		bare := strings.TrimSpace(line)
		if (last == "}" || last == "]" || asked && blank) && isCodeLabel(bare, known) && strings.IndexByte("{[", firstMark(text[at:b.innerEnd])) >= 0 {
			part.innerEnd, part.end = start, start
			out = append(out, part, block{kind: textBlock, start: start, end: start + len(strings.TrimRight(line, " \t\r\n"))})
			part = block{kind: fenceBlock, start: at, inner: at, innerEnd: b.innerEnd, end: b.end, info: b.info}
		}
		if blank = bare == ""; !blank {
			last = bare
		}
	}
	if out == nil {
		return nil
	}
	return append(out, part)
}

// beginsAsked reports whether the first line of a fence is but a label for what is sent: what is printed
// below it need be no JSON.
func beginsAsked(code string, known titles) bool {
	line, _, _ := strings.Cut(strings.TrimLeft(code, "\r\n"), "\n")
	if line = strings.TrimSpace(line); !endsInColon(line) || len(line) > longestLabel || strings.ContainsAny(line, "\"{}[],") {
		return false
	}
	section, _ := known.sectionOf(line)
	return section == vocabulary.Request || section == vocabulary.RequestExample
}

// isCodeLabel reports whether a line of code is but a label for what is sent or answered.
func isCodeLabel(line string, known titles) bool {
	if !endsInColon(line) || len(line) > longestLabel || strings.ContainsAny(line, "\"{}[],") {
		return false
	}
	section, _ := known.sectionOf(line)
	return section == vocabulary.Response || section == vocabulary.ResponseExample || section == vocabulary.Errors
}

// firstMark is the first byte of a text that is no blank, or 0.
func firstMark(text string) byte {
	if text = strings.TrimLeft(text, " \t\r\n"); text != "" {
		return text[0]
	}
	return 0
}
