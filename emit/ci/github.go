package ci

import (
	"cmp"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/docgen-go/docgen/model/diag"
)

// AnnotationLimit is how many annotations of one level GitHub shows for a step.
const AnnotationLimit = 10

// commands are what GitHub calls the levels.
var commands = map[Level]string{Error: "error", Warning: "warning", Note: "notice"}

// GitHub writes the run as workflow commands, which GitHub shows beside the lines of
// files. Of each level only as many are commands as GitHub shows, the last of which are
// the notes and the summary; all others are lines of the log. The error is the writer's.
func (r *Run) GitHub(w io.Writer) error {
	a := annotator{w: w, left: map[Level]int{}}
	for level := range commands {
		a.left[level] = AnnotationLimit
	}
	for _, n := range r.Notes {
		a.left[n.Level]--
	}
	a.left[cmp.Or(r.Level, Note)]--
	for _, res := range r.Results {
		a.annotate(res)
	}
	for _, n := range r.Notes {
		a.command(n.Level, nil, n.Rule, n.Message)
	}
	summary := r.Summary
	if a.logged > 0 {
		summary += fmt.Sprintf("; %d of %d entries are annotated, the others are in the log", a.shown, a.shown+a.logged)
	}
	a.command(cmp.Or(r.Level, Note), nil, r.Subject, summary)
	return a.err
}

// An annotator writes commands as long as there is room for them, and lines after that.
type annotator struct {
	w             io.Writer
	err           error
	left          map[Level]int
	shown, logged int
}

func (a *annotator) annotate(res Result) {
	if a.left[res.Level] > 0 {
		a.left[res.Level]--
		a.shown++
		a.command(res.Level, res.At, res.Rule, res.Message)
		return
	}
	a.logged++
	where := ""
	if len(res.At) > 0 {
		where = res.At[0].String() + ": "
	}
	a.print(diag.Plain(commands[res.Level] + ": " + where + res.Message + " [" + res.Rule + "]"))
}

func (a *annotator) command(level Level, at []Location, title, message string) {
	where := ""
	if len(at) > 0 {
		where = "file=" + property(at[0].File) + ",line=" + strconv.Itoa(at[0].Line) + ",col=" + strconv.Itoa(at[0].Column) + ","
	}
	a.print("::" + commands[level] + " " + where + "title=" + property(title) + "::" + data(diag.Plain(message)))
}

func (a *annotator) print(line string) {
	if a.err == nil {
		_, a.err = io.WriteString(a.w, line+"\n")
	}
}

// data and property escape as the workflow commands of GitHub want it.
func data(text string) string {
	return strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A").Replace(text)
}

func property(text string) string {
	return strings.NewReplacer(":", "%3A", ",", "%2C").Replace(data(text))
}
