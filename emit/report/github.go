package report

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/diff"
	"github.com/docgen-go/docgen/model/source"
)

var levels = map[diff.Severity]string{diff.Breaking: "error", diff.Warning: "warning", diff.Info: "notice"}

// AnnotationLimit is how many annotations of one level GitHub shows for a step.
const AnnotationLimit = 10

// GitHub writes the report as workflow commands, which GitHub shows beside the
// lines of the new pages. What was removed has no such line; its old place is
// in the message. Of each level only as many are commands as GitHub shows, the last of
// which are the summary and how far the sides can be trusted; all others are lines of
// the log. The error is the writer's.
func (r *Report) GitHub(w io.Writer) error {
	a := &annotator{textWriter: textWriter{w: w}, report: r, left: map[string]int{}}
	for _, level := range levels {
		a.left[level] = AnnotationLimit
	}
	trust := r.trust()
	for i := range trust {
		a.left[r.trustLevel(i)]--
	}
	a.left[levels[diff.Info]]--
	for _, h := range headings {
		for _, f := range r.lines(h.severity) {
			a.annotate(levels[f.Severity], f.NewSpan, strings.Join(f.Rules, " "), r.annotation(f))
		}
	}
	for _, c := range r.Go {
		level := diff.Info
		if c.Breaks() {
			level = diff.Warning
		}
		a.annotate(levels[level], source.Span{}, goRule, goNote(c, asIs))
	}
	for i, says := range trust {
		a.command(r.trustLevel(i), source.Span{}, "trust", says)
	}
	summary := r.OneLine()
	if a.logged > 0 {
		summary += fmt.Sprintf("; %d of %d entries are annotated, the others are in the log", a.shown, a.shown+a.logged)
	}
	level := levels[diff.Info]
	if r.Summary.StepIsTooSmall() {
		level = levels[diff.Breaking]
	}
	a.command(level, source.Span{}, "docgen diff", summary)
	return a.err
}

// annotation is an entry in one line.
func (r *Report) annotation(f Finding) string {
	message := r.sentence(f)
	if f.NewSpan.IsZero() && !f.OldSpan.IsZero() {
		message += ", was at " + strings.Join(r.locations(f.OldSpan, f.NewSpan), "")
	}
	for _, why := range f.Reclassified {
		message += "; " + string(f.Severity) + ": " + why
	}
	for _, d := range f.Doubts {
		message += "; doubt: " + r.doubt(d)
	}
	return message
}

// An annotator writes commands as long as there is room for them, and lines after that.
type annotator struct {
	textWriter
	report        *Report
	left          map[string]int // by level
	shown, logged int
}

func (a *annotator) annotate(level string, at source.Span, title, message string) {
	if a.left[level] > 0 {
		a.left[level]--
		a.shown++
		a.command(level, at, title, message)
		return
	}
	a.logged++
	where := ""
	if !at.IsZero() {
		where = newFile(a.report.New, a.report.NewPrefix, at).path + at.String()[len(at.File):] + ": "
	}
	a.print(diag.Plain(level+": "+where+message+" ["+title+"]"), "\n")
}

func (a *annotator) command(level string, at source.Span, title, message string) {
	a.print("::", level, " ", a.report.on(at), "title=", property(title), "::", data(diag.Plain(message)), "\n")
}

// trustLevel is how loud the trust in a side is told, the old one being 0.
func (r *Report) trustLevel(side int) string {
	if [2]Side{r.Trust.Old, r.Trust.New}[side].isWhole() {
		return levels[diff.Info]
	}
	return levels[diff.Warning]
}

func (r *Report) on(s source.Span) string {
	if s.IsZero() {
		return ""
	}
	f := newFile(r.New, r.NewPrefix, s)
	return "file=" + property(f.path) + ",line=" + strconv.Itoa(f.line) + ",col=" + strconv.Itoa(f.column) + ","
}

// data and property escape as the workflow commands of GitHub want it.
func data(text string) string {
	return strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A").Replace(text)
}

func property(text string) string {
	return strings.NewReplacer(":", "%3A", ",", "%2C").Replace(data(text))
}
