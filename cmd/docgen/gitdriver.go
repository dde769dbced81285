package main

import (
	"bufio"
	"errors"
	"fmt"
	"hash/maphash"
	"io"
	"os"
	"path"
	"strings"

	"github.com/aymanbagabas/go-udiff"

	"github.com/docgen-go/docgen/emit/report"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/diff"
	"github.com/docgen-go/docgen/model/diff/rules"
)

// gitDriverCmd is what git runs for a file whose attribute diff names docgen.
type gitDriverCmd struct {
	Args []string `arg:"" passthrough:"partial" help:"What git passes: PATH OLD-FILE OLD-HEX OLD-MODE NEW-FILE NEW-HEX NEW-MODE, and for a file that was renamed its new path."`
}

// A gitFile is one side of a file as git passes it.
type gitFile struct {
	// file is where the text is, name the path in the repository with the prefix that
	// git prints.
	file, name string
}

// Run prints what changed in the API of one file, or where that says nothing its lines.
func (c *gitDriverCmd) Run(s *session) error {
	if n := len(c.Args); n != 7 && n != 9 {
		return usageError{fmt.Errorf("git passes 7 or 9 arguments to a diff driver, and these are %d; see the README on how to set it up", n)}
	}
	old := gitFile{c.Args[1], "a/" + c.Args[0]}
	now := gitFile{c.Args[4], "b/" + c.Args[0]}
	if len(c.Args) == 9 {
		now.name = "b/" + c.Args[7]
	}
	r, none, err := s.changesOfFile(old, now)
	if err != nil {
		return err
	}
	before, after, err := bothTexts(old, now)
	if err != nil {
		return err
	}
	lines := udiff.Unified(diag.Plain(old.name), diag.Plain(now.name), before, after)
	return s.print(func(w *bufio.Writer) error {
		fmt.Fprintf(w, "docgen diff %s %s\n", diag.Plain(old.name), diag.Plain(now.name))
		switch {
		case none != "":
			_, err := fmt.Fprintf(w, "no API to compare: %s\n%s", diag.Plain(none), lines)
			return err
		case len(r.Findings) == 0:
			_, err := fmt.Fprintf(w, "no change that a program could see\n%s", lines)
			return err
		}
		var t touched
		counter := lineCounter{seed: maphash.MakeSeed()}
		counter.page(&t, []byte(before), []byte(after))
		r.Summary.Pages, r.Summary.LinesAdded, r.Summary.LinesRemoved = t.pages, t.added, t.removed
		r.Color, r.Width = isTerminal(s.stdout), terminalWidth(s.stdout)
		return r.Text(w)
	})
}

// changesOfFile compares the APIs of two files, or says why there are none. The error is
// for faults of docgen.
func (s *session) changesOfFile(old, now gitFile) (r *report.Report, none string, err error) {
	quiet := *s
	quiet.stderr = io.Discard // what is wrong with the pages stands in the report
	var sides [2]*reference
	for i, side := range []gitFile{old, now} {
		if side.isNone() {
			return nil, "there is one revision of the file", nil
		}
		sides[i], err = quiet.revision(side.file, nil)
		var fault *diag.Fault
		switch {
		case errors.As(err, &fault), s.ctx.Err() != nil:
			return nil, "", err
		case err != nil:
			return nil, strings.ReplaceAll(err.Error(), side.file, side.name), nil
		}
	}
	before, after := sides[0], sides[1]
	found := diff.Compare(before.api, after.api)
	if found.Paired == 0 {
		return nil, "both revisions have no method in common", nil
	}
	var findings []report.Finding
	for _, f := range rules.Default().Classify(found.Changes) {
		findings = append(findings, report.Finding{Finding: f})
	}
	trust := &report.Trust{Old: sideOf(before), New: sideOf(after)}
	trust.Weigh(findings, false)
	report.AddEndpoints(findings, before.api, after.api)
	r = report.New(found, findings, 0)
	r.Trust = trust
	r.Old, r.New = old.name, now.name
	r.OldPrefix, r.NewPrefix = old.prefix(), now.prefix()
	return r, "", nil
}

// isNone reports whether git says that there is no file.
func (f gitFile) isNone() bool { return f.file == "/dev/null" || f.file == os.DevNull }

// prefix leads to the file from the root of the repository.
func (f gitFile) prefix() string { return strings.TrimSuffix(f.name, path.Base(f.name)) }

// bothTexts are those of the two revisions of a file.
func bothTexts(old, now gitFile) (before, after string, err error) {
	if before, err = old.text(); err != nil {
		return "", "", err
	}
	after, err = now.text()
	return before, after, err
}

// text is that of the side, "" where git says that there is no file.
func (f gitFile) text() (string, error) {
	if f.isNone() {
		return "", nil
	}
	text, err := os.ReadFile(f.file)
	return string(text), err
}
