package main

import (
	"cmp"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/docgen-go/docgen/emit/report"
	"github.com/docgen-go/docgen/model/diff"
)

// An ignored is one entry of an ignore file: findings that are known and
// accepted, why, and until when.
type ignored struct {
	// Fingerprint is that of an entry, or of one of its locations. Rule may be missing
	// where it is there.
	Fingerprint string `yaml:"fingerprint"`
	// Rule is the ID of a rule, in which * stands for anything, or a severity.
	Rule string `yaml:"rule"`
	// In is the ID of a method, a type or a resource, At the way from there; * in
	// both stands for anything, and so does leaving them out.
	In     string `yaml:"in"`
	At     string `yaml:"at"`
	Until  string `yaml:"until"`
	Reason string `yaml:"reason"`

	line    int
	used    bool
	expired bool
}

// An ignoreFile is what a user has accepted.
type ignoreFile struct {
	name    string
	entries []*ignored
}

// readIgnored reads an ignore file; "" is an empty one.
func readIgnored(name string) (*ignoreFile, error) {
	if name == "" {
		return &ignoreFile{}, nil
	}
	text, err := readUserFile("--ignore", name)
	if err != nil {
		return nil, err
	}
	f, err := parseIgnored(name, text, time.Now())
	if err != nil {
		return nil, usageError{err}
	}
	return f, nil
}

func parseIgnored(name string, text []byte, now time.Time) (*ignoreFile, error) {
	entries, err := parseIgnoreEntries[ignored](name, text, now)
	if err != nil {
		return nil, err
	}
	return &ignoreFile{name: name, entries: entries}, nil
}

func (e *ignored) setLine(line int) { e.line = line }

// check says what is wrong with an entry, and whether its time is over.
func (e *ignored) check(now time.Time) error {
	if strings.TrimSpace(e.Reason) == "" {
		return errors.New("the entry has no reason; say why the change is fine")
	}
	if e.Fingerprint != "" && !isFingerprint(e.Fingerprint) {
		return fmt.Errorf("fingerprint %q is none; reports in JSON have them", e.Fingerprint)
	}
	if !knownPattern(e.Rule) && (e.Rule != "" || e.Fingerprint == "") {
		return fmt.Errorf("rule %q fits no rule; docgen rules lists them", e.Rule)
	}
	over, err := isOver(e.Until, now)
	e.expired = over
	return err
}

// without takes the accepted locations out of findings, with the findings of which
// none is left, and counts them.
func (f *ignoreFile) without(findings []report.Finding) (left []report.Finding, taken int) {
	for _, finding := range findings {
		rest, some := finding.Without(func(l diff.Location) bool { return f.accepts(finding.Finding, l) })
		taken += len(finding.Locations) - len(rest.Locations)
		if some {
			left = append(left, rest)
		}
	}
	return left, taken
}

// accepts marks every entry that fits, so that none counts as unused because
// another came first.
func (f *ignoreFile) accepts(finding diff.Finding, l diff.Location) bool {
	accepted := false
	for _, e := range f.entries {
		if e.fits(finding, l) {
			e.used = true
			accepted = accepted || !e.expired
		}
	}
	return accepted
}

func (e *ignored) fits(f diff.Finding, l diff.Location) bool {
	if e.Fingerprint != "" && e.Fingerprint != l.Fingerprint && e.Fingerprint != f.Fingerprint {
		return false
	}
	subject := l.Method + l.Type + l.Resource // one of them is set
	rule := e.Rule == "" || e.Rule == string(f.Severity) || fits(e.Rule, ruleAt(f, l)) || f.Policy != "" && fits(e.Rule, f.Rules[len(f.Rules)-1])
	return rule && wild(e.In, subject) && wild(e.At, l.At)
}

// ruleAt returns the worst rule of a finding that is about one of its locations: what only
// responses have there is none of requests.
func ruleAt(f diff.Finding, l diff.Location) string {
	other := ""
	switch {
	case len(l.Requests) == 0 && len(l.Responses) > 0:
		other = string(diff.Request) + "-"
	case len(l.Responses) == 0 && len(l.Requests) > 0:
		other = string(diff.Response) + "-"
	}
	for _, rule := range f.Rules {
		if other == "" || !strings.HasPrefix(rule, other) {
			return rule
		}
	}
	return f.Rules[0]
}

// name is what an entry is about, for people.
func (e *ignored) name() string { return cmp.Or(e.Rule, e.Fingerprint) }

func isFingerprint(text string) bool {
	_, err := hex.DecodeString(text)
	return err == nil && len(text) == 16
}

// wild matches text in which brackets are common: only * is special.
func wild(pattern, text string) bool {
	if pattern == "" {
		return true
	}
	parts := strings.Split(pattern, "*")
	if len(parts) == 1 {
		return pattern == text
	}
	first, last := parts[0], parts[len(parts)-1]
	if !strings.HasPrefix(text, first) {
		return false
	}
	text = text[len(first):]
	for _, part := range parts[1 : len(parts)-1] {
		_, after, ok := strings.Cut(text, part)
		if !ok {
			return false
		}
		text = after
	}
	return strings.HasSuffix(text, last)
}

// complain names the entries that do nothing any more.
func (f *ignoreFile) complain(w io.Writer) {
	for _, e := range f.entries {
		switch {
		case !e.used:
			fmt.Fprintf(w, "%s:%d: %s fits no finding; remove the entry\n", f.name, e.line, e.name())
		case e.expired:
			fmt.Fprintf(w, "%s:%d: %s was accepted until %s and is reported again\n", f.name, e.line, e.name(), e.Until)
		}
	}
}
