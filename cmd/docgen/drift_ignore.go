package main

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/docgen-go/docgen/model/drift"
)

// A driftAccepted is one entry of an ignore file of drift: findings that are known and
// accepted, why, and until when.
type driftAccepted struct {
	Rule string `yaml:"rule"`
	// In is a struct or a function, At a member or an operation; * in both stands for
	// anything, and so does leaving them out.
	In     string `yaml:"in"`
	At     string `yaml:"at"`
	Until  string `yaml:"until"`
	Reason string `yaml:"reason"`

	line          int
	used, expired bool
}

type driftIgnored struct {
	name    string
	entries []*driftAccepted
}

// readDriftIgnored reads an ignore file; "" is an empty one.
func readDriftIgnored(name string) (*driftIgnored, error) {
	f := &driftIgnored{name: name}
	if name == "" {
		return f, nil
	}
	text, err := readUserFile("--ignore", name)
	if err != nil {
		return nil, err
	}
	if f.entries, err = parseIgnoreEntries[driftAccepted](name, text, time.Now()); err != nil {
		return nil, usageError{err}
	}
	return f, nil
}

func (e *driftAccepted) setLine(line int) { e.line = line }

// check says what is wrong with an entry, and whether its time is over.
func (e *driftAccepted) check(now time.Time) error {
	if strings.TrimSpace(e.Reason) == "" {
		return errors.New("the entry has no reason; say why the finding is fine")
	}
	if !slices.ContainsFunc(drift.Rules(), func(r drift.Rule) bool { return fits(e.Rule, string(r)) }) {
		return fmt.Errorf("rule %q fits no rule of drift: %v", e.Rule, drift.Rules())
	}
	over, err := isOver(e.Until, now)
	e.expired = over
	return err
}

// accepts reports whether an entry fits, and marks every one that does.
func (f *driftIgnored) accepts(finding *drift.Finding) bool {
	accepted := false
	for _, e := range f.entries {
		if fits(e.Rule, string(finding.Rule)) && wild(e.In, subjectOf(finding)) && (wild(e.At, finding.Member) || wild(e.At, finding.Operation)) {
			e.used = true
			accepted = accepted || !e.expired
		}
	}
	return accepted
}

// complain names the entries that do nothing any more.
func (f *driftIgnored) complain(w io.Writer) {
	for _, e := range f.entries {
		switch {
		case !e.used:
			fmt.Fprintf(w, "%s:%d: %s fits no finding; remove the entry\n", f.name, e.line, e.Rule)
		case e.expired:
			fmt.Fprintf(w, "%s:%d: %s was accepted until %s and is reported again\n", f.name, e.line, e.Rule, e.Until)
		}
	}
}
