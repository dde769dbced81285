package main

import (
	"cmp"
	"encoding/json"
	"encoding/xml"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/docgen-go/docgen/emit/report"
	"github.com/docgen-go/docgen/model/testutil"
)

// A formatFlag is a format with how many entries its output has, -1 where that is no number
// in it.
type formatFlag struct {
	name    string
	entries func(t *testing.T, out string) int
}

// noEntries is for formats for people.
func noEntries(*testing.T, string) int { return -1 }

// formatFlags are all formats.
func formatFlags() []formatFlag {
	return []formatFlag{
		{"text", noEntries}, {"markdown", noEntries}, {"html", noEntries}, {"comment", noEntries}, {"github", noEntries},
		{"json", func(t *testing.T, out string) int {
			var r report.Report
			decode(t, json.Unmarshal([]byte(out), &r))
			return len(r.Findings)
		}},
		{"sarif", func(t *testing.T, out string) int {
			var log struct{ Runs []struct{ Results []any } }
			decode(t, json.Unmarshal([]byte(out), &log))
			return len(log.Runs[0].Results)
		}},
		{"junit", func(t *testing.T, out string) int {
			n := 0
			for _, s := range junitSuites(t, out) {
				for _, c := range s.Cases {
					if s.Name != "The comparison" && c.Class != s.Name {
						n++
					}
				}
			}
			return n
		}},
		{"codequality", func(t *testing.T, out string) int {
			var issues []any
			decode(t, json.Unmarshal([]byte(out), &issues))
			return len(issues)
		}},
		{"template", func(t *testing.T, out string) int { return strings.Count(out, "\n") }},
	}
}

// A junitSuite is what CI servers see of a severity.
type junitSuite struct {
	Name     string `xml:"name,attr"`
	Failures int    `xml:"failures,attr"`
	Cases    []struct {
		Class string `xml:"classname,attr"`
	} `xml:"testcase"`
}

func junitSuites(t *testing.T, out string) []junitSuite {
	t.Helper()
	var all struct {
		Suites []junitSuite `xml:"testsuite"`
	}
	decode(t, xml.Unmarshal([]byte(out), &all))
	return all.Suites
}

func decode(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Error(err)
	}
}

// TestExitCodeOfEntries demands that the exit code follows from the entries, --fail-on and what is
// left out of them: neither the format nor a filter nor -o changes it. In
// all formats the same is counted, and the same is shown.
func TestExitCodeOfEntries(t *testing.T) {
	testutil.NoRace(t, "compares the same pages again and again")
	revisions(t)
	writeFile(t, "lines", "{{range .Findings}}{{.Kind}}\n{{end}}")
	docgen(t, "diff", "old", "new", "--format=json", "--fail-on=never", "-o", "known.json")
	writeFile(t, "ignore.yaml", "- rule: breaking\n  reason: Known.\n- rule: warning\n  reason: Known.\n")
	filters := []string{"--only=info", "--only=breaking --resource=parcels", "--method=webhooks.* --path=/v1/webhooks/**"}
	for _, c := range []struct {
		flag  string
		fails []string // the values of --fail-on with which the run fails
	}{
		{"", []string{"breaking", "warning", "info", "go"}},
		{"--strict", []string{"breaking", "warning", "info", "go"}},
		{"--baseline=known.json", nil},
		{"--ignore=ignore.yaml", []string{"info", "go"}}, // what is compatible can stop code from compiling
		{"--preset=source", []string{"breaking", "warning", "info", "go"}},
		{"--version-step=major", []string{"breaking", "warning", "info", "go"}},
		{"--version-step=minor", []string{"breaking", "warning", "info", "go", "never"}},
	} {
		for i, failOn := range []string{"breaking", "warning", "info", "go", "never"} {
			want := exitOK
			if slices.Contains(c.fails, failOn) {
				want = exitFindings
			}
			for _, filter := range []string{"", filters[i%len(filters)]} {
				args := strings.Fields("diff old new --fail-on=" + failOn + " " + c.flag + " " + filter)
				if out := docgen(t, args...); out.code != want {
					t.Errorf("%s: exit code %d, want %d", strings.Join(args, " "), out.code, want)
				}
			}
		}
	}
	for _, args := range []string{"", "--fail-on=never", "--fail-on=go --only=info", "--only=breaking --resource=parcels", "--baseline=known.json --fail-on=info", "--only=warning --path=/v1/files/**"} {
		t.Run(args, func(t *testing.T) { checkExitCode(t, strings.Fields(args)) })
	}
}

// checkExitCode runs diff in all formats and holds them to what JSON says.
func checkExitCode(t *testing.T, args []string) {
	all, want := diffReport(t, append([]string{"old", "new"}, args...)...)
	line := ""
	for _, f := range formatFlags() {
		run := append([]string{"diff", "old", "new", "--format=" + f.name}, args...)
		if f.name == "template" {
			run = append(run, "--template=lines")
		}
		out, filed := docgen(t, run...), docgen(t, append(run, "-o", "report")...)
		written, err := os.ReadFile("report")
		if err != nil {
			t.Fatal(err)
		}
		if out.code != want.code || filed.code != want.code {
			t.Errorf("%s: exit code %d, and %d with -o, want %d", f.name, out.code, filed.code, want.code)
		}
		if string(written) != out.stdout || filed.stdout != "" {
			t.Errorf("%s: -o writes something else", f.name)
		}
		if line = cmp.Or(line, filed.stderr); filed.stderr != line {
			t.Errorf("%s counts %s, want %s", f.name, filed.stderr, line)
		}
		if n := f.entries(t, out.stdout); n >= 0 && n != len(all.Findings) {
			t.Errorf("%s has %d entries, want %d", f.name, n, len(all.Findings))
		}
		if f.name == "junit" {
			red := slices.ContainsFunc(junitSuites(t, out.stdout), func(s junitSuite) bool { return s.Failures > 0 })
			if red != (want.code == exitFindings) {
				t.Errorf("a test fails: %t, and the exit code is %d", red, want.code)
			}
		}
	}
}
