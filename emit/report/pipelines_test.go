package report_test

import (
	"encoding/json"
	"encoding/xml"
	"net/url"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/docgen-go/docgen/emit/report"
	"github.com/docgen-go/docgen/model/diff"
	"github.com/docgen-go/docgen/model/testutil"
)

// sarif is what readers of SARIF rely on.
type sarif struct {
	Schema  string `json:"$schema"`
	Version string
	Runs    []struct {
		Tool struct {
			Driver struct {
				Name  string
				Rules []struct{ ID, HelpURI string }
			}
		}
		Results []struct {
			RuleID              string
			RuleIndex           int
			Level               string
			Message             struct{ Text string }
			Locations           []sarifLocation
			RelatedLocations    []sarifLocation
			PartialFingerprints map[string]string
		}
	}
}

type sarifLocation struct {
	PhysicalLocation struct {
		ArtifactLocation struct{ URI string }
		Region           struct{ StartLine, StartColumn int }
	}
}

// TestSARIF holds the structure of the format: rules that results refer to, levels,
// places that are references, and fingerprints. Module testdata/compare holds the same
// reports against the schema of the standard.
func TestSARIF(t *testing.T) {
	var b strings.Builder
	if err := hostileReport().SARIF(&b); err != nil {
		t.Fatal(err)
	}
	testutil.Golden(t, "../../testdata/diff/hostile.sarif", b.String())
	harbor, err := os.ReadFile("../../testdata/diff/harbor.sarif")
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{"hostile": b.String(), "harbor": string(harbor)} {
		var got sarif
		if err := json.Unmarshal([]byte(text), &got); err != nil {
			t.Fatal(err)
		}
		if got.Version != "2.1.0" || !strings.HasSuffix(got.Schema, "/sarif-schema-2.1.0.json") || len(got.Runs) != 1 || got.Runs[0].Tool.Driver.Name != "docgen" {
			t.Fatalf("%s: no SARIF: %+v", name, got)
		}
		rules := got.Runs[0].Tool.Driver.Rules
		for _, r := range got.Runs[0].Results {
			if r.RuleIndex >= len(rules) || rules[r.RuleIndex].ID != r.RuleID || !slices.Contains([]string{"error", "warning", "note"}, r.Level) || r.Message.Text == "" {
				t.Errorf("%s: %+v", name, r)
			}
			if r.RuleID != "go-api" && (len(r.PartialFingerprints["docgen/v1"]) != 16 || len(r.Locations) == 0) {
				t.Errorf("%s: %s has the fingerprints %v and %d locations", name, r.RuleID, r.PartialFingerprints, len(r.Locations))
			}
			for _, l := range slices.Concat(r.Locations, r.RelatedLocations) {
				if u, err := url.Parse(l.PhysicalLocation.ArtifactLocation.URI); err != nil || u.Path == "" || l.PhysicalLocation.Region.StartLine < 1 || l.PhysicalLocation.Region.StartColumn < 1 {
					t.Errorf("%s: %+v: %v", name, l, err)
				}
			}
		}
	}
}

func TestJUnit(t *testing.T) {
	r := hostileReport()
	for name, fails := range map[string]bool{"failing": true, "passing": false} {
		r.Fails = func(report.Finding) bool { return fails }
		var b strings.Builder
		if err := r.JUnit(&b); err != nil {
			t.Fatal(err)
		}
		var got struct {
			Tests    int `xml:"tests,attr"`
			Failures int `xml:"failures,attr"`
			Suites   []struct {
				Tests int `xml:"tests,attr"`
				Cases []struct {
					Class   string `xml:"classname,attr"`
					Name    string `xml:"name,attr"`
					Line    int    `xml:"line,attr"`
					Failure *struct {
						Type string `xml:"type,attr"`
						Text string `xml:",chardata"`
					} `xml:"failure"`
				} `xml:"testcase"`
			} `xml:"testsuite"`
		}
		if err := xml.Unmarshal([]byte(b.String()), &got); err != nil {
			t.Fatal(err)
		}
		first := got.Suites[0].Cases[0]
		if got.Tests != 4 || len(got.Suites) != 4 || (first.Failure != nil) != fails || (got.Failures == 1) != fails || first.Line != 3 || !strings.HasSuffix(first.Name, ": request-field-renamed") {
			t.Errorf("%s: %+v", name, got)
		}
		if fails && (first.Failure.Type != "request-field-renamed" || !strings.HasSuffix(first.Failure.Text, "\nfingerprint 0123456789abcdef")) {
			t.Errorf("the failure is %+v", first.Failure)
		}
	}
}

func TestCodeQuality(t *testing.T) {
	r := hostileReport()
	r.Findings = append(r.Findings, report.Finding{Finding: diff.Finding{Severity: diff.Info, Rules: []string{"server-added"}, Change: diff.Change{Fingerprint: "1", Locations: []diff.Location{{}}}}})
	var b strings.Builder
	if err := r.CodeQuality(&b); err != nil {
		t.Fatal(err)
	}
	var got []struct {
		Description string
		Check       string `json:"check_name"`
		Fingerprint string
		Severity    string
		Location    struct {
			Path  string
			Lines struct{ Begin int }
		}
	}
	if err := json.Unmarshal([]byte(b.String()), &got); err != nil {
		t.Fatal(err)
	}
	severities, fingerprints := []string{}, map[string]bool{}
	for _, e := range got {
		severities = append(severities, e.Severity)
		fingerprints[e.Fingerprint] = true
		if e.Description == "" || e.Check == "" || e.Location.Path == "" || e.Location.Lines.Begin < 1 {
			t.Errorf("%+v", e)
		}
	}
	if strings.Join(severities, " ") != "critical info info" || len(fingerprints) != 3 {
		t.Errorf("severities %v, fingerprints %v", severities, fingerprints)
	}
}

func TestTemplate(t *testing.T) {
	for text, want := range map[string]string{
		"{{range .Findings}}{{.Severity}} {{index .Rules 0}}{{end}}": "breaking request-field-renamed",
		"{{.Summary.Breaking}} {{len .Texts}}":                       "1 1",
		"{{(index .Findings 0).Endpoints | len}}":                    "1",
	} {
		parsed, err := report.ParseTemplate("a.tmpl", text)
		if err != nil {
			t.Fatal(err)
		}
		var b strings.Builder
		if err := hostileReport().Template(&b, parsed); err != nil || b.String() != want {
			t.Errorf("%s gives %q, %v", text, b.String(), err)
		}
	}
	for _, text := range []string{"written {{.Nothing}}", "written {{where 1}}", "written {{index .Findings 9}}"} {
		parsed, err := report.ParseTemplate("a.tmpl", text)
		if err != nil {
			t.Fatal(err)
		}
		var b strings.Builder
		if err := hostileReport().Template(&b, parsed); err == nil || !strings.Contains(err.Error(), "a.tmpl:1") || b.Len() > 0 {
			t.Errorf("%s gives %q, %v", text, b.String(), err)
		}
	}
	if _, err := report.ParseTemplate("a.tmpl", "\n{{if}}"); err == nil || !strings.Contains(err.Error(), "a.tmpl:2") {
		t.Errorf("the error is %v", err)
	}
}
