package dialect

import (
	"encoding/json"
	"strings"

	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/parser/decl"
	"github.com/docgen-go/docgen/parser/format"
	"github.com/docgen-go/docgen/parser/page"
)

// mostUnfenced is how many blocks blank lines make of an example without a fence at most.
const mostUnfenced = 16

// shortestUnfenced is how many bytes JSON without a fence has at least: [1] is a note.
const shortestUnfenced = 8

// unfenced is how many of the blocks make an example that lost its fence: JSON, or what
// begins as that, or a command.
func (r *Reader) unfenced(blocks []page.Block) int {
	first := blocks[0]
	if first.Kind != page.Paragraph && first.Kind != page.Other {
		return 0
	}
	text := withoutLanguage(r.Page[first.Start:first.End])
	if looksLikeRequest(text) {
		return 1
	}
	if !beginsJSON(text) {
		return 0
	}
	for n := range blocks[:min(len(blocks), mostUnfenced)] {
		if blocks[n].Kind == page.Fence {
			break
		}
		if text := withoutLanguage(r.Page[first.Start:blocks[n].End]); len(text) >= shortestUnfenced && json.Valid([]byte(text)) {
			return n + 1
		}
	}
	if strings.Count(text, "\n") == 0 {
		return 0 // a sentence in brackets
	}
	return 1
}

// beginsJSON reports whether a text begins as an object, or a list of objects, texts or
// lists: a link begins with a bracket, too.
func beginsJSON(text string) bool {
	open, rest := text, ""
	if text != "" {
		open, rest = text[:1], strings.TrimLeft(text[1:], " \t\n")
	}
	switch {
	case rest == "":
		return false
	case open == "{":
		return rest[0] == '"' || rest[0] == '}'
	case open == "[":
		return strings.ContainsRune("{[\"", rune(rest[0]))
	}
	return false
}

// withoutLanguage is a text without the language that stood behind the mark of its fence.
func withoutLanguage(text string) string {
	text = strings.TrimSpace(text)
	if first, rest, ok := strings.Cut(text, "\n"); ok {
		switch strings.ToLower(strings.TrimSpace(first)) {
		case "json", "jsonc", "json5", "http", "bash", "shell", "sh":
			return strings.TrimSpace(rest)
		}
	}
	return text
}

// bareExample reads an example without a fence where it can be read, and tells of it.
func (r *Reader) bareExample(op *decl.Operation, s Section, title string, status, start, end int) {
	text := withoutLanguage(r.Page[start:end])
	line := start + len(strings.TrimRight(firstLine(r.Page[start:end]), " \t"))
	if !json.Valid([]byte(text)) {
		r.mark(start, end, format.Docs)
		r.problem("unfenced-example", start, line, "an example stands here without a fence, and is not read", "put a fence around it")
		return
	}
	r.mark(start, end, format.Examples)
	r.Problems = append(r.Problems, decl.Problem{Code: "unfenced-example", Severity: diag.Info, Start: start, End: line,
		Message: "JSON stands here without a fence; it is read as an example", Help: "put a fence around it"})
	op.Examples = append(op.Examples, decl.Example{Title: title, Language: "json", Text: text, Response: true, Status: status, Start: start, End: end})
}

func firstLine(text string) string {
	line, _, _ := strings.Cut(text, "\n")
	return line
}

var _ = diag.Register(diag.Entry{
	Code: "unfenced-example", Severity: diag.Warning,
	Title:   "an example without a fence",
	Why:     "JSON or a command stands in a section of examples and in no fence, which a copy of the page may have lost. JSON that is whole is read all the same, which is a note; what is not is text, with what blank lines and marks have made of it.",
	Help:    "Put a fence around the example.",
	Example: "### Example\n\n{\n  \"id\": \"a\",\n  \"sizes\": [1, …]\n}\n",
})
