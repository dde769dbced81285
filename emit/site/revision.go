package site

import (
	"fmt"
	"strings"

	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/diff"
	"github.com/docgen-go/docgen/model/history"
)

// A revisionPage shows what one revision changed.
type revisionPage struct {
	revisionLine
	Reasons      []string // why it is incomplete
	LeftOut      int
	Report       string // the file of the full report, or ""
	Sections     []changeSection
	HasTexts     bool
	Texts        []textLine
	Earlier      *link
	Later        *link
	AddedLines   string
	RemovedLines string
}

// A changeSection is the changes of one severity.
type changeSection struct {
	Severity diff.Severity
	Title    string
	Changes  []changeLine
}

type changeLine struct {
	About    link
	At       string
	Message  string
	Old, New string
	Flapping bool
	Inferred bool
}

type link struct{ Text, File string }

// A textLine is a page whose text changed, with the file of its difference.
type textLine struct {
	Path, File, Added, Removed string
}

func (b *builder) revisions() error {
	for i, r := range b.h.Revisions {
		if err := b.revision(i, r); err != nil {
			return err
		}
	}
	return nil
}

func (b *builder) revision(i int, r history.State) error {
	d := revisionPage{revisionLine: b.revisionLine(i, r), LeftOut: r.LeftOut}
	for _, reason := range r.Incomplete {
		d.Reasons = append(d.Reasons, diag.Plain(reason))
	}
	if i > 0 {
		d.HasTexts = b.o.HasTexts(i)
		d.Earlier = &link{diag.Plain(b.h.Revisions[i-1].Name), revisionFile(b.h.Revisions[i-1])}
		if err := b.texts(i, r, &d); err != nil {
			return err
		}
		if err := b.report(i, r, &d); err != nil {
			return err
		}
	}
	if i < len(b.h.Revisions)-1 {
		d.Later = &link{diag.Plain(b.h.Revisions[i+1].Name), revisionFile(b.h.Revisions[i+1])}
	}
	for _, s := range []struct {
		severity diff.Severity
		title    string
	}{{diff.Breaking, "Breaking"}, {diff.Warning, "Warnings"}, {diff.Info, "Compatible"}} {
		section := changeSection{Severity: s.severity, Title: s.title}
		for _, c := range r.Changes {
			if c.Severity == s.severity {
				section.Changes = append(section.Changes, b.changeLine(c))
			}
		}
		if len(section.Changes) > 0 {
			d.Sections = append(d.Sections, section)
		}
	}
	return b.render(revisionFile(r), "revision", diag.Plain(r.Name), d)
}

func (b *builder) changeLine(c history.Change) changeLine {
	line := changeLine{
		At: diag.Plain(c.At), Message: diag.Plain(c.Message), Old: diag.Plain(c.Old), New: diag.Plain(c.New),
		Flapping: c.Flapping, Inferred: c.Inferred, About: link{Text: diag.Plain(c.Resource + c.Method + c.Type)},
	}
	if t := b.topicOf[history.Root{Method: c.Method, Type: c.Type}]; t != nil && c.Resource == "" {
		line.About.File = t.file
	}
	return line
}

// report adds the full report of a revision.
func (b *builder) report(i int, r history.State, d *revisionPage) error {
	if b.o.Report == nil {
		return nil
	}
	text, err := b.o.Report(i)
	if err != nil || text == nil {
		return err
	}
	d.Report = "revisions/" + r.Name + "/report.html"
	b.set[d.Report] = append(fmt.Appendf(nil, "<!-- %s -->\n", header(b.o.Version)), text...)
	return nil
}

// texts adds the pages whose text a revision changed.
func (b *builder) texts(i int, r history.State, d *revisionPage) error {
	texts, err := b.o.Texts(i)
	if err != nil {
		return err
	}
	var added, removed int
	names := newFileNames()
	for _, t := range texts {
		file := names.name("revisions/"+r.Name+"/pages/", strings.TrimSuffix(strings.ReplaceAll(t.Path, "/", "-"), ".md"))
		d.Texts = append(d.Texts, textLine{diag.Plain(t.Path), file, grouped(t.Added), grouped(t.Removed)})
		added, removed = added+t.Added, removed+t.Removed
		data := textPage{Page: diag.Plain(t.Path), Revision: link{diag.Plain(r.Name), revisionFile(r)}, Lines: textLines(t.Diff)}
		if err := b.render(file, "text", diag.Plain(t.Path), data); err != nil {
			return err
		}
	}
	d.AddedLines, d.RemovedLines = grouped(added), grouped(removed)
	return nil
}

// A textPage is the difference of one page's text.
type textPage struct {
	Page     string
	Revision link
	Lines    []diffLine
}

// A diffLine is one line of a difference. Kind is add, del, at or empty.
type diffLine struct{ Kind, Text string }

func textLines(unified string) (out []diffLine) {
	for line := range strings.Lines(unified) {
		line = strings.TrimSuffix(line, "\n")
		if strings.HasPrefix(line, "--- ") && len(out) == 0 || strings.HasPrefix(line, "+++ ") && len(out) == 0 {
			continue
		}
		kind := ""
		switch {
		case strings.HasPrefix(line, "@@"):
			kind = "at"
		case strings.HasPrefix(line, "+"):
			kind = "add"
		case strings.HasPrefix(line, "-"):
			kind = "del"
		}
		out = append(out, diffLine{kind, diag.Plain(line)})
	}
	return out
}
