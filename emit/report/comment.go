package report

import (
	"fmt"
	"io"
	"strings"

	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/diff"
)

// CommentLimit is how many bytes a comment has at most. GitHub takes 65,536 characters.
const CommentLimit = 60_000

// Comment writes the report as a comment on a pull request, in Markdown with folded
// parts, below a mark by which a program finds it again. It writes nothing where nothing
// changed that a program could see. What does not fit is left out from the end, details
// before entries, and the comment says so. The error is the writer's.
func (r *Report) Comment(w io.Writer, mark string) error {
	if f := r.Summary.Filter; len(r.Findings)+len(r.Go) == 0 && (f == nil || f.Of+f.Go.Of == 0) {
		return nil
	}
	var text string
	for level := commentFull; level <= commentLines; level++ {
		c := commentWriter{report: r, level: level}
		if text = c.text(mark); c.left >= 0 && len(text) <= CommentLimit {
			break
		}
	}
	_, err := io.WriteString(w, text)
	return err
}

// A commentLevel is how much a comment says. Each one says less than the one before.
type commentLevel int

const (
	commentFull     commentLevel = iota
	commentTopOnly               // without the details of what is compatible
	commentShort                 // without any details
	commentLines                 // with as many entries as fit, and values cut
	commentOfLine   = 400        // bytes of a value in a cut line
	commentReserved = 2_000      // bytes for what stands around the entries
)

type commentWriter struct {
	report *Report
	level  commentLevel
	// left is how many bytes there are for entries. Below 0 the level says too much,
	// and nobody reads the text; at the last one entries are left out instead.
	left int
	// missing is how many entries were left out, and cut says that values were shortened.
	missing int
	cut     bool
}

func (c *commentWriter) text(mark string) string {
	r := c.report
	head := &strings.Builder{}
	fmt.Fprintf(head, "%s\n### API changes\n\nFrom %s%s to %s%s: %s.\n", commentMark(mark), code(c.clip(r.Old)), c.revision(r.OldRevision), code(c.clip(r.New)), c.revision(r.NewRevision), escape(c.clip(r.OneLine())))
	for i, says := range r.trust() {
		if i == 0 {
			head.WriteString("\n")
		}
		head.WriteString("- " + escape(c.clip(says)) + "\n")
	}
	c.left = CommentLimit - head.Len() - commentReserved
	var body strings.Builder
	for _, h := range headings {
		body.WriteString(c.section(h.mark+" "+h.title, h.severity, r.lines(h.severity)))
	}
	body.WriteString(c.goSection())
	if note := r.unstated(); note != "" {
		body.WriteString("\n" + escape(strings.ToUpper(note[:1])+note[1:]) + ".\n")
	}
	body.WriteString(c.leftOut())
	return head.String() + body.String()
}

func (c *commentWriter) revision(v *Revision) string {
	return v.words(func(s string) string { return code(c.clip(s)) })
}

// commentMark is a comment of HTML that holds a name.
func commentMark(name string) string {
	name = strings.NewReplacer("--", "__", "<", "_", ">", "_").Replace(diag.Plain(name))
	return "<!-- docgen diff " + name + " -->"
}

// section is what is of one severity: open where it is breaking, else folded.
func (c *commentWriter) section(title string, severity diff.Severity, findings []Finding) string {
	if len(findings) == 0 {
		return ""
	}
	open := ""
	if severity == diff.Breaking {
		open = " open"
	}
	return c.folded(open, title, len(findings), func(i int) string { return c.item(severity, findings[i]) })
}

// folded is a list of n items below a line that opens and closes it.
func (c *commentWriter) folded(open, title string, n int, item func(int) string) string {
	b := &strings.Builder{}
	fmt.Fprintf(b, "\n<details%s><summary>%s (%d)</summary>\n\n", open, title, n)
	for i := 0; i < n && c.left >= 0; i++ {
		text := item(i)
		if c.level == commentLines && len(text) > c.left {
			fmt.Fprintf(b, "- and %d more\n", n-i)
			c.missing, c.left = c.missing+n-i, 0
			break
		}
		c.left -= len(text)
		b.WriteString(text)
	}
	b.WriteString("\n</details>\n")
	return b.String()
}

// item is an entry as a part of a list.
func (c *commentWriter) item(severity diff.Severity, f Finding) string {
	r := c.report
	t := &strings.Builder{}
	if c.level == commentFull || c.level == commentTopOnly && severity != diff.Info {
		w := &textWriter{w: t}
		w.item(r, f)
		return t.String()
	}
	fmt.Fprintf(t, "- %s: %s", code(c.clip(r.subject(f))), f.what(func(s string) string { return code(c.clip(s)) }))
	if where := r.locations(f.OldSpan, f.NewSpan); len(where) > 0 {
		t.WriteString(" " + code(c.clip(where[len(where)-1])))
	}
	t.WriteString("\n")
	return t.String()
}

func (c *commentWriter) goSection() string {
	changes := c.report.Go
	if len(changes) == 0 {
		return ""
	}
	return c.folded("", goTitle, len(changes), func(i int) string {
		return "- " + goNote(changes[i], func(s string) string { return code(c.clip(s)) }) + "\n"
	})
}

// clip cuts a text at the last level, where else one value could fill the comment.
func (c *commentWriter) clip(text string) string {
	if c.level < commentLines || len(text) <= commentOfLine {
		return text
	}
	c.cut = true
	return strings.ToValidUTF8(text[:commentOfLine], "") + "…"
}

// leftOut says what the comment does not, if there is anything.
func (c *commentWriter) leftOut() string {
	var what []string
	switch c.level {
	case commentTopOnly:
		what = append(what, "Details of what is compatible are left out")
	case commentShort, commentLines:
		what = append(what, "Details are left out")
	}
	if c.missing > 0 {
		what = append(what, fmt.Sprintf("%d of the entries above are only counted", c.missing))
	}
	if c.cut {
		what = append(what, "long values are cut")
	}
	if len(what) == 0 {
		return ""
	}
	return "\n" + strings.Join(what, ", ") + ", because a comment has no room for them: `docgen diff --format html` writes the whole report.\n"
}
