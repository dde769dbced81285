package report

import (
	"io"
	"regexp"
	"strings"

	"github.com/docgen-go/docgen/model/diag"
)

// Markdown writes the report as a part of a changelog. Whatever comes from the
// pages stands in code spans. The error is the writer's.
func (r *Report) Markdown(w io.Writer) error {
	t := &textWriter{w: w}
	t.print("# API changes\n\n", "From ", code(r.Old), r.OldRevision.words(code), " to ", code(r.New), r.NewRevision.words(code), ": ", r.Summary.oneLine(), ".\n")
	for i, says := range r.trust() {
		if i == 0 {
			t.print("\n")
		}
		t.print("- ", escape(says), "\n")
	}
	for _, h := range headings {
		lines := r.lines(h.severity)
		if len(lines) == 0 {
			continue
		}
		t.print("\n## ", h.title, "\n\n")
		for _, l := range lines {
			t.item(r, l)
		}
	}
	if len(r.Go) > 0 {
		t.print("\n## ", goTitle, "\n\n")
		for _, c := range r.Go {
			t.print("- ", goNote(c, code), "\n")
		}
	}
	if r.ShowTexts && len(r.Texts) > 0 {
		t.print("\n## Words\n\n")
		for _, x := range r.Texts {
			t.print("- ", code(textSubject(x)), ": ", string(x.Kind), " reworded\n")
			if r.Verbose && x.Old+x.New != "" {
				t.print("  - Before: ", escape(strings.Join(strings.Fields(x.Old), " ")), "\n  - Now: ", escape(strings.Join(strings.Fields(x.New), " ")), "\n")
			}
		}
	}
	for i, line := range r.rest(code) {
		if i == 0 {
			t.print("\n## ", restTitle, "\n\n")
		}
		t.print("- ", line, "\n")
	}
	if note := r.unstated(); note != "" {
		t.print("\n", strings.ToUpper(note[:1]), note[1:], ".\n")
	}
	return t.err
}

func (t *textWriter) item(r *Report, l Finding) {
	t.print("- ", code(r.subject(l)), ": ", l.what(code))
	if reach := r.reach(l); reach != "" {
		t.print(" (", escape(reach), ")")
	}
	if endpoints := r.endpoints(l, code); endpoints != "" {
		t.print(" ", endpoints)
	}
	t.print(" ", r.linked(l.OldSpan, l.NewSpan), "\n")
	if text := r.golang(l, code); text != "" {
		t.print("  - Go: ", text, "\n")
	}
	if text := r.used(l); text != "" {
		t.print("  - Used: ", code(text), "\n")
	}
	if r.Verbose {
		for _, where := range r.everywhere(l, code) {
			t.print("  - ", where, "\n")
		}
		for _, line := range l.allNews() {
			t.print("  - New: ", code(line), "\n")
		}
	}
	for _, why := range l.Reclassified {
		t.print("  - Judged as ", string(l.Severity), ": ", escape(why), "\n")
	}
	for _, d := range l.Doubts {
		t.print("  - Doubt: ", escape(r.doubt(d)), "\n")
	}
}

// code is a code span of any text: fenced by more backticks than it holds.
func code(text string) string {
	if text == "" {
		return ""
	}
	text = diag.Plain(text)
	fence, run := "`", 0
	for _, c := range text {
		if run++; c != '`' {
			run = 0
		}
		if run >= len(fence) {
			fence = strings.Repeat("`", run+1)
		}
	}
	if strings.HasPrefix(text, "`") || strings.HasSuffix(text, "`") {
		text = " " + text + " "
	}
	return fence + text + fence
}

// escape keeps names from meaning something in Markdown or HTML. A word that a
// reader of Markdown would make a mention, an issue or a link of stands in code:
// backslashes are gone by the time at which GitHub looks for those.
func escape(text string) string {
	words := strings.Split(diag.Plain(text), " ")
	for i, word := range words {
		if live.MatchString(word) {
			words[i] = code(word)
		} else {
			words[i] = escapeWord(word)
		}
	}
	return strings.Join(words, " ")
}

// live finds what becomes a mention, an issue, a commit or a link by itself.
var live = regexp.MustCompile(`(?i)@\w|#\d|\bGH-\d|://|\bwww\.|\bmailto:|\bxmpp:|\b[0-9a-f]{7,40}\b`)

func escapeWord(word string) string {
	var b strings.Builder
	for _, c := range word {
		if strings.ContainsRune("\\`*_{}[]<>()#!|&~", c) {
			b.WriteByte('\\')
		}
		b.WriteRune(c)
	}
	return b.String()
}
