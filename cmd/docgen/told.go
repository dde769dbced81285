package main

import (
	"cmp"
	"fmt"
	"io"
	"os"
	"slices"

	"golang.org/x/term"

	"github.com/docgen-go/docgen/emit/report"
	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/history"
)

// toldFlags are those of verbs whose result is about more than what was read: what was
// read, concluded and is to be done next is told to people at a terminal and to who asks.
type toldFlags struct {
	Verbose bool `short:"v" help:"Tell what was read and what to do next where standard error is no terminal, too."`
}

// told reports whether to tell on a stream what was read.
func told(w io.Writer, verbose bool) bool {
	if verbose {
		return true
	}
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// line returns the summary in one line, with the findings of the pages that count.
func (s *readSummary) line(found diag.List) string {
	text := fmt.Sprintf("%s; %s, %s, %s", diag.Plain(counted(s.Pages)), count(s.Methods, "method"), count(s.Types, "type"), count(s.Examples, "example"))
	if n := total(s.Inferred); n > 0 {
		text += fmt.Sprintf("; %s inferred (%s)", count(n, "fact"), s.inferred())
	}
	if n := len(s.NoResult) + len(s.NoIdea); n > 0 {
		text += fmt.Sprintf("; %s without a known result", count(n, "method"))
	}
	if n := len(s.Contradicted); n > 0 {
		text += fmt.Sprintf("; %s that contradict their page", count(n, "example"))
	}
	return text + fmt.Sprintf("; %s, %s", count(found.Count(diag.Error), "error"), count(found.Count(diag.Warning), "warning"))
}

// tellSide prints what was read of a reference that the user calls name.
func (s *session) tellSide(name string, r *reference) {
	fmt.Fprintf(s.stderr, "%s: %s\n", diag.Plain(name), newReadSummary(r.api).line(r.found))
}

// tell prints what was read on both sides, and what to do about the result.
func (c *diffCmd) tell(s *session, both *twoSides, r *report.Report, failed bool) {
	if !told(s.stderr, c.Verbose) {
		return
	}
	newest := cmp.Or(c.New, c.Old)
	if c.New == "" {
		s.tellSide(c.Old+" (old)", both.before)
		newest += " (new)"
	} else {
		s.tellSide(c.Old, both.before)
	}
	s.tellSide(newest, both.after)
	switch worst := firstFailing(r); {
	case failed && worst != nil:
		reach := "; --used-by ./... tells what reaches your code"
		if c.New == "" || len(c.UsedBy) > 0 {
			reach = ""
		}
		fmt.Fprintf(s.stderr, "next: \"docgen rules %s\" says what the first of them means; --ignore FILE accepts what is fine%s\n", worst.Kind, reach)
	case both.after.found.Count(diag.Error) > 0:
		fmt.Fprintf(s.stderr, "next: the new pages have errors, so that changes may be missing: \"docgen lint %s\"\n", diag.Plain(cmp.Or(c.New, c.Old)))
	}
}

// firstFailing returns the first finding for which the run fails, nil if there is none.
func firstFailing(r *report.Report) *report.Finding {
	i := slices.IndexFunc(r.Findings, r.Fails)
	if i < 0 {
		return nil
	}
	return &r.Findings[i]
}

// tell prints what was read on both sides, and how to look into what differs.
func (c *verifyCmd) tell(s *session, docs *reference, spec *model.API) {
	if !told(s.stderr, c.Verbose) {
		return
	}
	s.tellSide(c.Docs, docs)
	said := newReadSummary(spec)
	fmt.Fprintf(s.stderr, "%s: %s, %s\n", diag.Plain(c.OpenAPI), count(said.Methods, "method"), count(said.Types, "type"))
	fmt.Fprintf(s.stderr, "next: \"docgen inspect --evidence %s\" shows who said a fact that differs, and \"docgen lint %s\" what was not read\n", diag.Plain(c.Docs), diag.Plain(c.Docs))
}

// tell prints how many revisions there are, how far they can be trusted, and what shows more.
func (c *historyCmd) tell(s *session, h *history.History) {
	if !told(s.stderr, c.Verbose) || len(h.Revisions) == 0 {
		return
	}
	incomplete, changes := 0, 0
	for _, r := range h.Revisions {
		changes += len(r.Changes)
		if len(r.Incomplete) > 0 {
			incomplete++
		}
	}
	first, last := h.Revisions[0], h.Revisions[len(h.Revisions)-1]
	fmt.Fprintf(s.stderr, "%s, %s to %s: %s, %s; %d incomplete\n", count(len(h.Revisions), "revision"), diag.Plain(first.Name), diag.Plain(last.Name),
		count(len(h.Items), "item"), count(changes, "change"), incomplete)
	if len(c.Of) == 0 {
		fmt.Fprintln(s.stderr, "next: --of ID shows one method, member or type, --site DIR writes all as pages for a browser")
	}
}
