package site

import (
	"slices"
	"strconv"

	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/diff"
	"github.com/docgen-go/docgen/model/history"
)

// An indexPage is the start page.
type indexPage struct {
	Revisions []revisionLine // the newest first
	Facts     plot
	Breaking  plot
	Topics    []topicGroup
}

// A revisionLine is one revision in a list.
type revisionLine struct {
	Name, Date, Subject, File      string
	Pages, Facts                   string
	Breaking, Warnings, Compatible int
	First, Incomplete              bool
}

// A topicGroup is a list of topics of one kind.
type topicGroup struct {
	Title  string
	Topics []topicLine
}

type topicLine struct {
	Title, File, Since string
	Removed            bool
}

func (b *builder) index() error {
	d := indexPage{Facts: b.growth(), Breaking: b.breaking()}
	for i, r := range slices.Backward(b.h.Revisions) {
		d.Revisions = append(d.Revisions, b.revisionLine(i, r))
	}
	for _, kind := range []struct{ title, folder string }{{"Methods", "methods/"}, {"Types", "types/"}, {"Events", "events/"}} {
		g := topicGroup{Title: kind.title}
		for _, t := range b.topics {
			if folderOf(t.root) == kind.folder {
				g.Topics = append(g.Topics, b.topicLine(t))
			}
		}
		if len(g.Topics) > 0 {
			d.Topics = append(d.Topics, g)
		}
	}
	return b.render("index.html", "index", "History", d)
}

func (b *builder) revisionLine(i int, r history.State) revisionLine {
	n := counted(r.Changes)
	return revisionLine{
		Name: diag.Plain(r.Name), Date: diag.Plain(r.Date), Subject: diag.Plain(r.Subject), File: revisionFile(r),
		Pages: grouped(r.Pages), Facts: grouped(r.Facts), First: i == 0, Incomplete: len(r.Incomplete) > 0,
		Breaking: n[diff.Breaking], Warnings: n[diff.Warning], Compatible: n[diff.Info],
	}
}

func (b *builder) topicLine(t *topic) topicLine {
	return topicLine{Title: t.title(), File: t.file, Since: diag.Plain(b.h.Revisions[t.since()].Name), Removed: t.own != nil && t.own.Removed >= 0}
}

func counted(changes []history.Change) map[diff.Severity]int {
	n := map[diff.Severity]int{}
	for _, c := range changes {
		n[c.Severity]++
	}
	return n
}

func revisionFile(r history.State) string { return "revisions/" + r.Name + "/index.html" }

// grouped is a number in groups of three digits.
func grouped(n int) string {
	digits := strconv.Itoa(n)
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + " " + digits[i:]
	}
	return digits
}
