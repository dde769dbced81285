package main

import (
	"bufio"
	"cmp"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/docgen-go/docgen/emit/report"
	"github.com/docgen-go/docgen/model/corpustest"
)

// A reading is a line of a file of readings: what people say of entries of a comparison
// who read them beside the pages.
type reading struct {
	line, count     int
	letters         string // four letters
	kind, owner, at string
	text            string // of the line
	found           int
}

var readingLine = regexp.MustCompile(`^([yn?]{4}) (\d+|\*) (\S+) (\S+) (\S+)(?:  # .+)?$`)

// parseReadings reads testdata/diff/readings/NAME.txt.
func parseReadings(t *testing.T, name string) (file string, out []*reading) {
	t.Helper()
	file = "../../testdata/diff/readings/" + name + ".txt"
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	for n := 1; lines.Scan(); n++ {
		text := lines.Text()
		if strings.HasPrefix(text, "#") {
			continue
		}
		m := readingLine.FindStringSubmatch(text)
		if m == nil {
			t.Fatalf("%s:%d: %q is no reading", file, n, text)
		}
		count := -1 // any number
		if m[2] != "*" {
			if count, err = strconv.Atoi(m[2]); err != nil {
				t.Fatal(err)
			}
		}
		out = append(out, &reading{line: n, count: count, letters: m[1], kind: m[3], owner: m[4], at: m[5], text: text})
	}
	return file, out
}

// checkReadings demands a reading for each entry of a report, and entries for each reading.
// The first line that fits an entry is its own. With DOCGEN_UPDATE the file gets a line
// without letters for each entry that has none, and loses those of entries that are gone;
// the run fails until somebody has read them.
func checkReadings(t *testing.T, name string, r *report.Report) {
	t.Helper()
	file, all := parseReadings(t, name)
	var missing []string
	for _, f := range r.Findings {
		owner := strings.ReplaceAll(cmp.Or(f.Method, f.Type, f.Resource, "-"), " ", "_")
		at := strings.ReplaceAll(cmp.Or(f.At, "-"), " ", "_")
		i := slices.IndexFunc(all, func(v *reading) bool {
			return v.kind == string(f.Kind) && wild(v.owner, owner) && wild(v.at, at)
		})
		if i >= 0 {
			all[i].found++
			continue
		}
		line := fmt.Sprintf("???? 1 %s %s %s", f.Kind, owner, at)
		missing = append(missing, line)
		if os.Getenv("DOCGEN_UPDATE") == "" {
			t.Errorf("%s has no reading: %s  (%s: %s)", file, line, f.Severity, f.Message)
		}
	}
	for _, v := range all {
		if v.found != v.count && (v.count >= 0 || v.found == 0) {
			t.Errorf("%s:%d: %d entries, and the reading is about %d", file, v.line, v.found, v.count)
		}
		if strings.Contains(v.letters, "?") {
			t.Errorf("%s:%d: nobody has read it: %s", file, v.line, v.text)
		}
	}
	if os.Getenv("DOCGEN_UPDATE") != "" {
		updateReadings(t, file, all, missing)
	}
}

// updateReadings rewrites a file of readings.
func updateReadings(t *testing.T, file string, all []*reading, missing []string) {
	t.Helper()
	before, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var after strings.Builder
	for line := range strings.Lines(string(before)) {
		if strings.HasPrefix(line, "#") {
			after.WriteString(line)
		}
	}
	for _, v := range all {
		if v.found > 0 {
			count := strconv.Itoa(v.found)
			if v.count < 0 {
				count = "*"
			}
			_, rest, _ := strings.Cut(v.text[len(v.letters)+1:], " ")
			after.WriteString(v.letters + " " + count + " " + rest + "\n")
		}
	}
	for _, line := range missing {
		after.WriteString(line + "\n")
	}
	if after.String() == string(before) {
		return
	}
	if err := os.WriteFile(file, []byte(after.String()), 0o644); err != nil {
		t.Fatal(err)
	}
	t.Errorf("%s was rewritten: %d entries have no letters", file, len(missing))
}

// compareJSON is the report of two revisions.
func compareJSON(t *testing.T, args ...string) *report.Report {
	t.Helper()
	out := docgen(t, append([]string{"diff", "--format", "json", "--fail-on", "never"}, args...)...)
	var r report.Report
	if err := json.Unmarshal([]byte(out.stdout), &r); err != nil {
		t.Fatalf("%v: %s", err, out.stderr)
	}
	return &r
}

// TestCorpusReadings holds the files of readings to what is reported today: an entry that
// is new, gone or told otherwise has to be read again.
func TestCorpusReadings(t *testing.T) {
	before, after := corpustest.Dir(t, "anthropic/2026-04-24"), corpustest.Dir(t, "anthropic/2026-06-11")
	t.Run("anthropic-http", func(t *testing.T) {
		checkReadings(t, "anthropic-http", compareJSON(t, "--dialects", "http", before, after))
	})
	t.Run("anthropic", func(t *testing.T) { checkReadings(t, "anthropic", compareJSON(t, before, after)) })
	t.Run("gitlab", func(t *testing.T) {
		old, now := corpustest.Dir(t, "../formats/tables/gitlab-9-2017"), corpustest.Dir(t, "../formats/tables/gitlab-14.10")
		checkReadings(t, "gitlab", compareJSON(t, old, now))
	})
	t.Run("kalshi", func(t *testing.T) {
		pages := corpustest.Dir(t, "../formats/embedded/kalshi")
		edited := filepath.Join(t.TempDir(), "edited")
		editPages(t, pages, edited)
		checkReadings(t, "kalshi", compareJSON(t, pages, edited))
	})
}

// editPages copies pages with four edits: a page that is gone, a path, a member and a
// limit that are others.
func editPages(t *testing.T, from, to string) {
	t.Helper()
	edits := strings.NewReplacer("trading_active", "trading_enabled", "maximum: 1000", "maximum: 500", "/exchange/status", "/exchange/state")
	err := fs.WalkDir(os.DirFS(from), ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || filepath.Ext(name) != ".md" || name == "api-reference/exchange/get-exchange-announcements.md" {
			return err
		}
		text, err := os.ReadFile(filepath.Join(from, name))
		if err != nil {
			return err
		}
		out := filepath.Join(to, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(out), 0o700); err != nil {
			return err
		}
		return os.WriteFile(out, []byte(edits.Replace(string(text))), 0o600)
	})
	if err != nil {
		t.Fatal(fmt.Errorf("editing pages: %w", err))
	}
}
