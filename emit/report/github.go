package report

import (
	"io"
	"strconv"
	"strings"

	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/diff"
	"github.com/docgen-go/docgen/model/source"
)

var levels = map[diff.Severity]string{diff.Breaking: "error", diff.Warning: "warning", diff.Info: "notice"}

// GitHub writes the report as workflow commands, which GitHub shows beside the
// lines of the new pages. What was removed has no such line; its old place is
// in the message. The error is the writer's.
func (r *Report) GitHub(w io.Writer) error {
	t := &textWriter{w: w}
	for _, h := range headings {
		for _, l := range r.lines(h.severity) {
			message := r.subject(l) + ": " + l.what(asIs)
			if reach := r.reach(l); reach != "" {
				message += " (" + reach + ")"
			}
			if endpoints := r.endpoints(l, asIs); endpoints != "" {
				message += ", " + endpoints
			}
			if text := r.used(l); text != "" {
				message += "; used: " + text
			}
			if l.NewSpan.IsZero() {
				message += ", was at " + strings.Join(r.locations(l.OldSpan, l.NewSpan), "")
			}
			if text := r.golang(l, asIs); text != "" {
				message += "; Go: " + text
			}
			for _, d := range l.Doubts {
				message += "; doubt: " + r.doubt(d)
			}
			t.print("::", levels[l.Severity], " ", r.on(l.NewSpan), "title=", property(strings.Join(l.Rules, " ")), "::", data(diag.Plain(message)), "\n")
		}
	}
	for _, c := range r.Go {
		level := diff.Info
		if c.Breaks() {
			level = diff.Warning
		}
		t.print("::", levels[level], " title=go-api::", data(diag.Plain(goNote(c, asIs))), "\n")
	}
	for _, says := range r.trust() {
		t.print("::warning title=trust::", data(diag.Plain(says)), "\n")
	}
	t.print("::notice title=docgen diff::", data(r.Summary.oneLine()), "\n")
	return t.err
}

func (r *Report) on(s source.Span) string {
	if s.IsZero() {
		return ""
	}
	return "file=" + property(r.NewPrefix+s.File) + ",line=" + strconv.Itoa(int(s.Start.Line)) + ",col=" + strconv.Itoa(int(s.Start.Column)) + ","
}

// data and property escape as the workflow commands of GitHub want it.
func data(text string) string {
	return strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A").Replace(text)
}

func property(text string) string {
	return strings.NewReplacer(":", "%3A", ",", "%2C").Replace(data(text))
}
