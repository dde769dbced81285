package main

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/docgen-go/docgen/emit/report"
	"github.com/docgen-go/docgen/model/diff"
	"github.com/docgen-go/docgen/model/source"
)

// A reading is a line of a file of readings: what somebody says of one entry of a
// comparison, held against the pages of both sides. The entry is named by its fingerprint,
// since what it says belongs to whoever wrote the pages.
type reading struct {
	fingerprint, rule, severity string
	letters                     string // true, well placed, of the right severity, well worded: y, n or ?
	by                          string // e is an eye, s a script that searches the pages
	reason                      string
}

var (
	readingFields  = []string{"fingerprint", "rule", "severity", "letters", "by", "reason"}
	readingLetters = regexp.MustCompile(`^[yn?]{4}$`)
)

const unread = "????"

func (v *reading) String() string {
	return strings.Join([]string{v.fingerprint, v.rule, v.severity, v.letters, v.by, v.reason}, "\t")
}

// fault says what is wrong with a line by itself, or is empty.
func (v *reading) fault() string {
	switch {
	case !readingLetters.MatchString(v.letters):
		return "the letters are four of y, n and ?"
	case strings.Contains(v.letters, "?"):
		return "nobody has judged it: hold the entry against both pages, and write y or n for true, well placed, well judged and well worded"
	case v.by != "e" && v.by != "s":
		return "who judged it is e (an eye) or s (a script)"
	case v.letters != "yyyy" && v.reason == "":
		return "a verdict that is not good needs a reason"
	case v.by == "s" && v.severity != string(diff.Info):
		return "what breaks or warns is judged by eye"
	}
	return ""
}

// A readingFile has its comments and its readings in order.
type readingFile struct {
	comments []string
	readings []*reading
}

func parseReadings(text string) (*readingFile, error) {
	var f readingFile
	seen := map[string]bool{}
	for line := range strings.Lines(text) {
		line = strings.TrimSuffix(line, "\n")
		if strings.HasPrefix(line, "#") {
			f.comments = append(f.comments, line)
			continue
		}
		p := strings.Split(line, "\t")
		if len(p) != len(readingFields) {
			return nil, fmt.Errorf("%q has %d fields, want %s", line, len(p), strings.Join(readingFields, ", "))
		}
		if seen[p[0]] {
			return nil, fmt.Errorf("two verdicts are about %s", p[0])
		}
		seen[p[0]] = true
		f.readings = append(f.readings, &reading{p[0], p[1], p[2], p[3], p[4], p[5]})
	}
	return &f, nil
}

func (f *readingFile) String() string {
	lines := slices.Clone(f.comments)
	for _, v := range f.readings {
		lines = append(lines, v.String())
	}
	return strings.Join(lines, "\n") + "\n"
}

// entryReading is what a file has to know of an entry.
func entryReading(f *report.Finding) *reading {
	return &reading{fingerprint: f.Fingerprint, rule: strings.Join(f.Rules, ","), severity: string(f.Severity), letters: unread, by: "-"}
}

// hold says in which lines a file and a report differ: each entry has a reading that is
// about that rule with that severity, and each reading has an entry.
func (f *readingFile) hold(r *report.Report) (faults []string) {
	entries := map[string]*report.Finding{}
	for i := range r.Findings {
		entries[r.Findings[i].Fingerprint] = &r.Findings[i]
	}
	for _, v := range f.readings {
		e := entries[v.fingerprint]
		delete(entries, v.fingerprint)
		if e == nil {
			faults = append(faults, fmt.Sprintf("%s (%s) is no longer reported: where it was true, something is lost; where it was not, or is told by another entry, DOCGEN_UPDATE=1 takes the line out", v.fingerprint, v.rule))
			continue
		}
		now := entryReading(e)
		if now.rule != v.rule || now.severity != v.severity {
			faults = append(faults, fmt.Sprintf("%s is %s by %s, and was judged as %s by %s: judge it again after DOCGEN_UPDATE=1", v.fingerprint, now.severity, now.rule, v.severity, v.rule))
		}
		if fault := v.fault(); fault != "" {
			faults = append(faults, fmt.Sprintf("%s (%s): %s", v.fingerprint, describeEntry(e), fault))
		}
	}
	for _, e := range r.Findings {
		if entries[e.Fingerprint] != nil {
			faults = append(faults, fmt.Sprintf("%s (%s) has no verdict: DOCGEN_UPDATE=1 writes a line for it, whose letters are to be filled in beside the pages", e.Fingerprint, describeEntry(&e)))
		}
	}
	return faults
}

// describeEntry says enough of an entry to find what it is about.
func describeEntry(e *report.Finding) string {
	owner := cmp.Or(e.Method, e.Type, e.Resource, "the API")
	words := []string{string(e.Severity) + ":", strings.TrimSpace(owner+" "+e.At) + ":", e.Message}
	for _, at := range []source.Span{e.OldSpan, e.NewSpan} {
		if at.File != "" {
			words = append(words, at.String())
		}
	}
	return strings.Join(words, " ")
}

// update is the file for a report: readings of entries that are still told, without the
// letters that no longer count, and a line of question marks for each other entry.
func (f *readingFile) update(r *report.Report) *readingFile {
	known := map[string]*reading{}
	for _, v := range f.readings {
		known[v.fingerprint] = v
	}
	out := &readingFile{comments: f.comments}
	for i := range r.Findings {
		now := entryReading(&r.Findings[i])
		if v := known[now.fingerprint]; v != nil {
			now.letters, now.by, now.reason = v.letters, v.by, v.reason
			if v.rule != now.rule {
				now.letters = unread
			} else if v.severity != now.severity && len(v.letters) == len(unread) {
				now.letters = v.letters[:2] + "?" + v.letters[3:]
			}
		}
		out.readings = append(out.readings, now)
	}
	weight := []string{string(diff.Breaking), string(diff.Warning), string(diff.Info)}
	slices.SortFunc(out.readings, func(a, b *reading) int {
		return cmp.Or(slices.Index(weight, a.severity)-slices.Index(weight, b.severity), cmp.Compare(a.rule, b.rule), cmp.Compare(a.fingerprint, b.fingerprint))
	})
	return out
}

// checkReadings holds the file of a comparison to its report. With DOCGEN_UPDATE it
// rewrites the file first, and the lines that it cannot fill in fail.
func checkReadings(t *testing.T, name string, r *report.Report) {
	t.Helper()
	path := filepath.Join("..", "..", "testdata", "verdicts", name+".tsv")
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	f, err := parseReadings(string(text))
	if err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	if os.Getenv("DOCGEN_UPDATE") != "" {
		f = f.update(r)
		if err := os.WriteFile(path, []byte(f.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for _, fault := range f.hold(r) {
		t.Errorf("%s: %s", path, fault)
	}
}

// TestReadings checks how files of readings are held to a report and written anew.
func TestReadings(t *testing.T) {
	entry := func(fingerprint string, rule string, severity diff.Severity) report.Finding {
		var e report.Finding
		e.Fingerprint, e.Rules, e.Severity = fingerprint, []string{rule}, severity
		return e
	}
	r := &report.Report{Findings: []report.Finding{
		entry("aa", "method-added", diff.Info), entry("bb", "method-removed", diff.Breaking), entry("cc", "enum-value-added", diff.Warning),
	}}
	lines := func(lines ...string) string { return "# words\n" + strings.Join(lines, "\n") + "\n" }
	full := lines("bb\tmethod-removed\tbreaking\tyyyy\te\t", "cc\tenum-value-added\twarning\tyyny\te\tharmless", "aa\tmethod-added\tinfo\tyyyy\ts\t")
	for _, c := range []struct{ name, file, fault, updated string }{
		{name: "complete", file: full, updated: full},
		{name: "no verdict", file: lines("bb\tmethod-removed\tbreaking\tyyyy\te\t", "cc\tenum-value-added\twarning\tyyyy\te\t"), fault: "aa (info: the API: ) has no verdict",
			updated: lines("bb\tmethod-removed\tbreaking\tyyyy\te\t", "cc\tenum-value-added\twarning\tyyyy\te\t", "aa\tmethod-added\tinfo\t????\t-\t")},
		{name: "no entry", file: full + "dd\tmethod-added\tinfo\tyyyy\ts\t\n", fault: "dd (method-added) is no longer reported", updated: full},
		{name: "other severity", file: strings.Replace(full, "breaking\tyyyy", "warning\tyyyy", 1), fault: "bb is breaking by method-removed, and was judged as warning",
			updated: strings.Replace(full, "breaking\tyyyy", "breaking\tyy?y", 1)},
		{name: "not judged", file: strings.Replace(full, "yyny", "y?ny", 1), fault: "nobody has judged it", updated: strings.Replace(full, "yyny", "y?ny", 1)},
		{name: "no reason", file: strings.Replace(full, "harmless", "", 1), fault: "needs a reason", updated: strings.Replace(full, "harmless", "", 1)},
		{name: "not by eye", file: strings.Replace(full, "e\tharmless", "s\tharmless", 1), fault: "is judged by eye", updated: strings.Replace(full, "e\tharmless", "s\tharmless", 1)},
	} {
		t.Run(c.name, func(t *testing.T) {
			f, err := parseReadings(c.file)
			if err != nil {
				t.Fatal(err)
			}
			faults := strings.Join(f.hold(r), "\n")
			if c.fault == "" && faults != "" || !strings.Contains(faults, c.fault) {
				t.Errorf("faults %q, want %q", faults, c.fault)
			}
			if got := f.update(r).String(); got != c.updated {
				t.Errorf("updated:\n%s\nwant:\n%s", got, c.updated)
			}
		})
	}
	for _, wrong := range []string{"aa\tmethod-added\n", full + full} {
		if _, err := parseReadings(wrong); err == nil {
			t.Errorf("%q was read", wrong)
		}
	}
}
