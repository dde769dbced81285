package report

import (
	"fmt"
	"io"
	"strings"

	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/diff"
)

// Text writes the report for people: changes by severity, and a last line that
// sums up. The error is the writer's.
func (r *Report) Text(w io.Writer) error {
	t := &textWriter{w: &wrapper{w: w, width: r.Width}, color: r.Color}
	for _, says := range r.trust() {
		t.print(diag.Plain(says), "\n")
	}
	if r.Trust != nil {
		t.print("\n")
	}
	for _, h := range headings {
		lines := r.lines(h.severity)
		if len(lines) == 0 {
			continue
		}
		t.print(t.paint(h.severity, h.title), "\n")
		for _, l := range lines {
			t.entry(r, l)
		}
		t.print("\n")
	}
	if len(r.Go) > 0 {
		t.print(goTitle, "\n")
		for _, c := range r.Go {
			t.print("  ", diag.Plain(goNote(c, asIs)), "\n")
		}
		t.print("\n")
	}
	if r.ShowTexts {
		t.texts(r)
	}
	if rest := r.rest(asIs); len(rest) > 0 {
		t.print(restTitle, "\n")
		for _, line := range rest {
			t.print("  ", diag.Plain(line), "\n")
		}
		t.print("\n")
	}
	if note := r.unstated(); note != "" {
		t.print(note, "\n")
	}
	t.print(r.Summary.oneLine(), "\n")
	return t.err
}

// A textWriter remembers the first error.
type textWriter struct {
	w     io.Writer
	color bool
	err   error
}

func (t *textWriter) print(words ...string) {
	if t.err == nil {
		_, t.err = io.WriteString(t.w, strings.Join(words, ""))
	}
}

func (t *textWriter) entry(r *Report, l Finding) {
	t.print("  ", t.paint(l.Severity, diag.Plain(r.subject(l))), ": ", diag.Plain(l.what(asIs)), "\n")
	details := r.locations(l.OldSpan, l.NewSpan)
	for _, before := range []string{r.reach(l), r.endpoints(l, asIs)} {
		if before != "" {
			details = append([]string{before}, details...)
		}
	}
	details = append(details, "["+strings.Join(l.Rules, " ")+"]")
	t.print("      ", diag.Plain(strings.Join(details, " · ")), "\n")
	if text := r.golang(l, asIs); text != "" {
		t.print("      Go: ", diag.Plain(text), "\n")
	}
	if text := r.used(l); text != "" {
		t.print("      used: ", diag.Plain(text), "\n")
	}
	if r.Verbose {
		for _, where := range r.everywhere(l, asIs) {
			t.print("      at ", diag.Plain(where), "\n")
		}
		for _, line := range l.allNews() {
			t.print("      new: ", diag.Plain(line), "\n")
		}
	}
	for _, why := range l.Reclassified {
		t.print("      ", string(l.Severity), ": ", diag.Plain(why), "\n")
	}
	for _, d := range l.Doubts {
		t.print("      doubt: ", diag.Plain(r.doubt(d)), "\n")
	}
}

func (t *textWriter) texts(r *Report) {
	if len(r.Texts) == 0 {
		return
	}
	t.print("Words\n")
	for _, x := range r.Texts {
		t.print("  ", diag.Plain(fmt.Sprintf("%s: %s reworded (%s)", textSubject(x), x.Kind, strings.Join(r.locations(x.OldSpan, x.NewSpan), " · "))), "\n")
		if r.Verbose && x.Old+x.New != "" {
			t.print("      before: ", diag.Plain(strings.Join(strings.Fields(x.Old), " ")), "\n")
			t.print("      now: ", diag.Plain(strings.Join(strings.Fields(x.New), " ")), "\n")
		}
	}
	t.print("\n")
}

var colors = map[diff.Severity]string{diff.Breaking: "\x1b[1;31m", diff.Warning: "\x1b[33m", diff.Info: "\x1b[32m"}

func (t *textWriter) paint(s diff.Severity, text string) string {
	if !t.color {
		return text
	}
	return colors[s] + text + "\x1b[0m"
}

// asIs quotes nothing.
func asIs(text string) string { return text }
