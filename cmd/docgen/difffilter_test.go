package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/docgen-go/docgen/emit/report"
)

// diffReport runs diff over two revisions and reads its report.
func diffReport(t *testing.T, args ...string) (*report.Report, result) {
	t.Helper()
	r := docgen(t, append([]string{"diff", "--format=json"}, args...)...)
	var got report.Report
	if err := json.Unmarshal([]byte(r.stdout), &got); err != nil {
		t.Fatal(err, r.stderr)
	}
	checkReport(t, r.stdout)
	return &got, r
}

// TestFiltersChangeNothing demands that what a filter shows is what there is without it,
// and that counts, the version step and the exit code stay.
func TestFiltersChangeNothing(t *testing.T) {
	revisions(t)
	all, whole := diffReport(t, "old", "new")
	for _, c := range []struct {
		flag string
		fits func(report.Finding) bool
	}{
		{"--only=breaking", func(f report.Finding) bool { return f.Severity == "breaking" }},
		{"--only=info", func(f report.Finding) bool { return f.Severity == "info" }},
		{"--only=resource-*", func(f report.Finding) bool { return strings.HasPrefix(f.Rules[0], "resource-") }},
		{"--method=webhooks.*", func(f report.Finding) bool {
			return reaches(f, func(e report.Endpoint) bool { return strings.HasPrefix(e.Method, "webhooks.") })
		}},
		{"--resource=parcels", func(f report.Finding) bool {
			return reaches(f, func(e report.Endpoint) bool { return strings.HasPrefix(e.Method, "parcels.") })
		}},
		{"--path=/v1/files/**", func(f report.Finding) bool {
			return reaches(f, func(e report.Endpoint) bool { return strings.HasPrefix(e.Path, "/v1/files") })
		}},
	} {
		t.Run(c.flag, func(t *testing.T) {
			got, r := diffReport(t, "old", "new", c.flag)
			want := 0
			for _, f := range all.Findings {
				if c.fits(f) {
					want++
				}
			}
			for _, f := range got.Findings {
				if !c.fits(f) {
					t.Errorf("shown is %s %v", f.Kind, f.Reach)
				}
			}
			filter := got.Summary.Filter
			if want == 0 || want == len(all.Findings) || filter == nil || filter.Shown != want || len(got.Findings) != want || filter.Of != len(all.Findings) || filter.By() != c.flag {
				t.Errorf("%d findings, want %d: %+v", len(got.Findings), want, filter)
			}
			if filter.Go.Of != len(all.Go) || filter.Go.Shown != len(got.Go) || filter.Texts.Of != len(all.Texts) || filter.Texts.Shown != len(got.Texts) {
				t.Errorf("%d changes of Go, %d texts: %+v", len(got.Go), len(got.Texts), filter)
			}
			got.Summary.Filter = nil
			if a, b := fmt.Sprintf("%+v", got.Summary), fmt.Sprintf("%+v", all.Summary); r.code != whole.code || got.Summary.Breaking != all.Summary.Breaking || got.Summary.Step != all.Summary.Step || got.Summary.Changes != all.Summary.Changes {
				t.Errorf("exit code %d, summary\n%s\n%s", r.code, a, b)
			}
		})
	}
	docgen(t, "diff", "old", "new", "--only=info", "--method=webhooks.*").expect(t, exitFindings, "entries shown", "")
	for flag, stderr := range map[string]string{
		"--method=webhook.*": "--method webhook.* fits no method of either revision",
		"--resource=webhook": "--resource webhook fits no resource of either revision",
		"--path=/webhooks":   "--path /webhooks fits no path of either revision",
	} {
		docgen(t, "diff", "old", "new", flag).expect(t, exitUsage, "", stderr)
	}
}

// TestFiltersBesideFindings demands that filters choose reworded texts and changes of the
// Go API without a finding, too: by the method, by the types that it leads to, by its resource.
func TestFiltersBesideFindings(t *testing.T) {
	t.Chdir(t.TempDir())
	page := func(resource, word string) string {
		return fmt.Sprintf("## List %[1]s\n\n**get** `/%[1]s`\n\n%[2]s things.\n\n### Returns\n\n- `%[3]sPage object { item }`\n\n  - `item: %[3]sItem object { name }`\n\n    - `name: string`\n\n      A name, %[2]s.\n",
			resource, word, strings.ToUpper(resource[:1])+resource[1:])
	}
	for dir, word := range map[string]string{"old": "many", "new": "several"} {
		for _, resource := range []string{"boats", "crews"} {
			if err := os.MkdirAll(filepath.Join(dir, resource), 0o755); err != nil {
				t.Fatal(err)
			}
			writeFile(t, filepath.Join(dir, resource, "list.md"), page(resource, word))
		}
	}
	all, _ := diffReport(t, "old", "new")
	if len(all.Texts) < 4 {
		t.Fatalf("%d texts: %+v", len(all.Texts), all.Texts)
	}
	for _, flag := range []string{"--method=boats.list", "--resource=boats", "--path=/boats"} {
		got, _ := diffReport(t, "old", "new", flag)
		if 2*len(got.Texts) != len(all.Texts) {
			t.Errorf("%s shows %d of %d texts: %+v", flag, len(got.Texts), len(all.Texts), got.Texts)
		}
		for _, x := range got.Texts {
			if strings.Contains(strings.ToLower(x.Method+x.Type), "crews") {
				t.Errorf("%s shows %+v", flag, x)
			}
		}
		docgen(t, "diff", "old", "new", "--docs", flag).expect(t, exitOK, fmt.Sprintf("0 of 0 entries shown, %d of %d reworded texts", len(got.Texts), len(all.Texts)), "")
	}
	docgen(t, "diff", "old", "new", "--docs", "--only=info").expect(t, exitOK, fmt.Sprintf("0 of %d reworded texts", len(all.Texts)), "")
}

func reaches(f report.Finding, is func(report.Endpoint) bool) bool {
	for _, e := range f.Endpoints {
		if is(e) {
			return true
		}
	}
	return false
}

// TestEndpoints demands the verb and path of every method that shows a change.
func TestEndpoints(t *testing.T) {
	revisions(t)
	got, _ := diffReport(t, "old", "new")
	for _, f := range got.Findings {
		if len(f.Endpoints) != len(f.Reach) {
			t.Errorf("%s %v has the endpoints %v", f.Kind, f.Reach, f.Endpoints)
		}
	}
	docgen(t, "diff", "old", "new").expect(t, exitFindings, "      POST /v1/webhooks", "")
}

func TestDiffOutput(t *testing.T) {
	revisions(t)
	whole := docgen(t, "diff", "old", "new", "--format=markdown")
	r := docgen(t, "diff", "old", "new", "--format=markdown", "-o", "changes.md")
	if r.code != whole.code || r.stdout != "" || fileText(t, "changes.md") != whole.stdout || !strings.HasPrefix(r.stderr, "changes.md: ") {
		t.Errorf("exit code %d, standard error %q", r.code, r.stderr)
	}
	docgen(t, "diff", "old", "new", "-o", "old").expect(t, exitFailed, "", "old is no regular file")
	docgen(t, "diff", "old", "new", "-o", "nowhere/changes.md").expect(t, exitFailed, "", "writing the report: nowhere/changes.md: there is no folder nowhere; make it first")
}

// TestBaseline demands that what an earlier report has told is not told again, and
// everything else is.
func TestBaseline(t *testing.T) {
	revisions(t)
	all, whole := diffReport(t, "old", "new")
	writeFile(t, "told.json", whole.stdout)
	got, r := diffReport(t, "old", "new", "--baseline=told.json", "--fail-on=info")
	changes := all.Summary.Changes.Breaking + all.Summary.Changes.Warnings + all.Summary.Changes.Infos
	if len(got.Findings) != 0 || r.code != exitOK || got.Summary.Baseline != changes || r.stderr != "" {
		t.Errorf("%d findings, exit code %d, %d of %d in the baseline, standard error %q", len(got.Findings), r.code, got.Summary.Baseline, changes, r.stderr)
	}
	some := *all
	some.Findings = all.Findings[3:]
	text, err := json.Marshal(some)
	if err != nil {
		t.Fatal(err)
	}
	writeFile(t, "some.json", string(text))
	if got, _ := diffReport(t, "old", "new", "--baseline=some.json"); len(got.Findings) != 3 || got.Findings[0].Fingerprint != all.Findings[0].Fingerprint {
		t.Errorf("%d findings are left, want the first 3", len(got.Findings))
	}
	docgen(t, "diff", "old", "old", "--baseline=told.json").expect(t, exitOK, "0 pages touched", fmt.Sprintf("told.json: %d of %d changes are no longer there", changes, changes))
	writeFile(t, "shown.json", docgen(t, "diff", "old", "new", "--format=json", "--only=info").stdout)
	writeFile(t, "other.json", `{"version": 7}`)
	writeFile(t, "bare.json", `{"version": 1, "findings": [{"locations": [{}]}]}`)
	writeFile(t, "list.json", `[]`)
	for name, stderr := range map[string]string{
		"shown.json": "because it was written with --only=info", "other.json": "is no report of version 1", "bare.json": "without fingerprints", "list.json": "write the file with docgen diff --format json",
	} {
		docgen(t, "diff", "old", "new", "--baseline="+name).expect(t, exitUsage, "", stderr)
	}
}

// TestFingerprintsStay demands that neither words around a change nor other changes
// alter its fingerprint, and that no two facts have one.
func TestFingerprintsStay(t *testing.T) {
	revisions(t)
	all, _ := diffReport(t, "old", "new")
	facts := map[string]string{}
	for _, f := range all.Findings {
		for _, l := range f.Locations {
			fact := strings.Join([]string{string(f.Kind), l.Resource, l.Method, l.Type, l.At, l.Old, l.New}, "|")
			if other, twice := facts[l.Fingerprint]; twice && other != fact {
				t.Errorf("%s and %s have one fingerprint", other, fact)
			}
			facts[l.Fingerprint] = fact
		}
	}
	if len(facts) < 20 {
		t.Fatalf("only %d facts", len(facts))
	}
	for _, name := range []string{"webhooks/create.md", "files/list.md"} {
		text := fileText(t, "new/"+name)
		writeFile(t, "new/"+name, strings.Replace(text, "\n\n", "\n\nWords that nobody has read before.\n\n", 1))
	}
	writePages(t, "new", map[string]string{"tugs/list.md": "## List\n\n**get** `/v1/tugs`\n\n### Returns\n\n- `id: string`\n"})
	again, _ := diffReport(t, "old", "new")
	seen := map[string]bool{}
	for _, f := range again.Findings {
		for _, l := range f.Locations {
			seen[l.Fingerprint] = true
		}
	}
	for fingerprint, fact := range facts {
		if !seen[fingerprint] {
			t.Errorf("%s has another fingerprint", fact)
		}
	}
	if len(seen) <= len(facts) {
		t.Error("the new method is no new fact")
	}
}

// TestIgnoreByFingerprint demands that one location of an entry can be accepted, and
// that an entry whose time is over is reported again.
func TestIgnoreByFingerprint(t *testing.T) {
	revisions(t)
	all, _ := diffReport(t, "old", "new")
	for _, f := range all.Findings {
		if len(f.Locations) < 2 {
			continue
		}
		accepted := "- fingerprint: " + f.Locations[0].Fingerprint + "\n  reason: Nobody calls it.\n"
		writeFile(t, "accepted.yaml", accepted)
		got, r := diffReport(t, "old", "new", "--ignore=accepted.yaml")
		if len(got.Findings) != len(all.Findings) || got.Summary.Ignored != 1 || r.stderr != "" {
			t.Errorf("%d findings of %d, %d ignored, standard error %q", len(got.Findings), len(all.Findings), got.Summary.Ignored, r.stderr)
		}
		for _, left := range got.Findings {
			for _, l := range left.Locations {
				if l.Fingerprint == f.Locations[0].Fingerprint {
					t.Errorf("%+v is reported", l)
				}
			}
			if len(left.Endpoints) != len(left.Reach) {
				t.Errorf("%v has the endpoints %v", left.Reach, left.Endpoints)
			}
		}
		writeFile(t, "accepted.yaml", "- fingerprint: "+f.Fingerprint+"\n  reason: Nobody calls them.\n")
		if got, _ := diffReport(t, "old", "new", "--ignore=accepted.yaml"); got.Summary.Ignored != len(f.Locations) || len(got.Findings) != len(all.Findings)-1 {
			t.Errorf("%d ignored, %d findings", got.Summary.Ignored, len(got.Findings))
		}
		writeFile(t, "accepted.yaml", accepted+"  until: 2020-01-31\n")
		if got, r := diffReport(t, "old", "new", "--ignore=accepted.yaml"); got.Summary.Ignored != 0 || r.stderr != "accepted.yaml:1: "+f.Locations[0].Fingerprint+" was accepted until 2020-01-31 and is reported again\n" {
			t.Errorf("%d ignored, standard error %q", got.Summary.Ignored, r.stderr)
		}
		writeFile(t, "accepted.yaml", "- fingerprint: 12\n  reason: A slip.\n")
		docgen(t, "diff", "old", "new", "--ignore=accepted.yaml").expect(t, exitUsage, "", `accepted.yaml:1: fingerprint "12" is none`)
		return
	}
	t.Fatal("no entry has two locations")
}

func fileText(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
