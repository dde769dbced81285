package main

import (
	"cmp"
	"fmt"
	"time"

	"github.com/docgen-go/docgen/cmd/docgen/internal/docsfs"
	"github.com/docgen-go/docgen/emit/report"
	"github.com/docgen-go/docgen/model/diff"
	"github.com/docgen-go/docgen/model/diff/rules"
)

// policyFlags say what is asked of deprecations and of a release.
type policyFlags struct {
	DeprecationDays int    `placeholder:"N" help:"Ask that things are deprecated for so many days before they go: what was is a warning then, what was not is breaking. docgen.yaml can say it, too (diff.deprecation.days)."`
	OldDate         string `placeholder:"YYYY-MM-DD" help:"When the old revision is from, where neither git nor the name of the folder says it."`
	NewDate         string `placeholder:"YYYY-MM-DD" help:"When the new revision is from."`
	VersionStep     string `enum:"none,patch,minor,major," default:"" placeholder:"TAKEN" help:"The step that a release takes: none, patch, minor or major. Exit with 1 where the findings ask for a larger one."`
}

// revisionsOf returns what is known of both revisions besides their pages; nil where
// that is nothing.
func (f *policyFlags) revisionsOf(s *session, old, now string) (before, after *report.Revision, err error) {
	if before, err = describeRevision(s, old, "--old-date", f.OldDate); err != nil {
		return nil, nil, err
	}
	after, err = describeRevision(s, now, "--new-date", f.NewDate)
	return before, after, err
}

func describeRevision(s *session, ref, flag, date string) (*report.Revision, error) {
	found := docsfs.FindRevision(s.ctx, ref)
	if date != "" {
		if _, err := time.Parse(time.DateOnly, date); err != nil {
			return nil, usageError{fmt.Errorf("%s %q is no date such as 2026-12-31", flag, date)}
		}
		found.Date = date
	}
	known := report.Revision{Date: found.Date, Commit: found.Name, Subject: found.Subject}
	if known == (report.Revision{}) {
		return nil, nil
	}
	return &known, nil
}

// deprecation is the policy of the flags and of docgen.yaml for two revisions.
func (f *policyFlags) deprecation(by userRules, before, after *report.Revision) rules.Deprecation {
	d := rules.Deprecation{Days: cmp.Or(f.DeprecationDays, by.file.Diff.Deprecation.Days), Severity: map[string]diff.Severity{}}
	for _, p := range by.file.Diff.Severity {
		d.Severity[p.Key.Value] = diff.Severity(p.Value.Value)
	}
	d.Old, d.New = dateOf(before), dateOf(after)
	return d
}

// dateOf is when a revision is from; zero where that is not known.
func dateOf(v *report.Revision) time.Time {
	if v == nil {
		return time.Time{}
	}
	date, _ := time.Parse(time.DateOnly, v.Date) // which is one, or empty
	return date
}
