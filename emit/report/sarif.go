package report

import (
	"encoding/json"
	"io"

	"github.com/docgen-go/docgen/emit/goapi"
	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/diff"
	"github.com/docgen-go/docgen/model/release"
)

// sarifSchema is where the standard publishes the schema of its version 2.1.0.
const sarifSchema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

// The types are those of SARIF 2.1.0, as far as a report fills them.
type (
	sarifLog struct {
		Schema  string     `json:"$schema"`
		Version string     `json:"version"`
		Runs    []sarifRun `json:"runs"`
	}
	sarifRun struct {
		Tool        sarifTool         `json:"tool"`
		Invocations []sarifInvocation `json:"invocations"`
		ColumnKind  string            `json:"columnKind"`
		Results     []sarifResult     `json:"results"`
		Properties  map[string]any    `json:"properties"`
	}
	sarifTool struct {
		Driver sarifDriver `json:"driver"`
	}
	sarifDriver struct {
		Name           string      `json:"name"`
		Version        string      `json:"version,omitempty"`
		InformationURI string      `json:"informationUri"`
		Rules          []sarifRule `json:"rules"`
	}
	sarifRule struct {
		ID      string       `json:"id"`
		Short   sarifMessage `json:"shortDescription"`
		HelpURI string       `json:"helpUri"`
	}
	sarifInvocation struct {
		Successful    bool                `json:"executionSuccessful"`
		Notifications []sarifNotification `json:"toolExecutionNotifications,omitempty"`
	}
	sarifNotification struct {
		Level   string       `json:"level"`
		Message sarifMessage `json:"message"`
	}
	sarifMessage struct {
		Text string `json:"text"`
	}
	sarifResult struct {
		RuleID       string            `json:"ruleId"`
		RuleIndex    int               `json:"ruleIndex"`
		Level        string            `json:"level"`
		Message      sarifMessage      `json:"message"`
		Locations    []sarifLocation   `json:"locations,omitempty"`
		Related      []sarifLocation   `json:"relatedLocations,omitempty"`
		Fingerprints map[string]string `json:"partialFingerprints,omitempty"`
		Properties   map[string]any    `json:"properties,omitempty"`
	}
	sarifLocation struct {
		ID       int           `json:"id,omitempty"`
		Physical sarifPhysical `json:"physicalLocation"`
		Message  *sarifMessage `json:"message,omitempty"`
	}
	sarifPhysical struct {
		Artifact sarifArtifact `json:"artifactLocation"`
		Region   sarifRegion   `json:"region"`
	}
	sarifArtifact struct {
		URI string `json:"uri"`
	}
	sarifRegion struct {
		Line   int `json:"startLine"`
		Column int `json:"startColumn"`
	}
)

var sarifLevels = map[diff.Severity]string{diff.Breaking: "error", diff.Warning: "warning", diff.Info: "note"}

// SARIF writes the report as SARIF 2.1.0, for code scanning and editors: a result for
// each entry, with all its locations. The error is the writer's.
func (r *Report) SARIF(w io.Writer) error {
	s := sarifWriter{report: r, index: map[string]int{}}
	results := []sarifResult{}
	for _, f := range r.Findings {
		results = append(results, s.result(f))
	}
	for _, c := range r.Go {
		results = append(results, s.unexplained(c))
	}
	if r.Summary.StepIsTooSmall() {
		results = append(results, sarifResult{
			RuleID: stepRule, RuleIndex: s.rule(stepRule, "the version step of the release is too small", rulesURL), Level: sarifLevels[diff.Breaking],
			Message: sarifMessage{"version step: " + string(r.Summary.Step) + r.Summary.takenStep()},
		})
	}
	run := sarifRun{
		Tool:        sarifTool{sarifDriver{"docgen", release.Version(), "https://github.com/docgen-go/docgen", append([]sarifRule{}, s.rules...)}},
		Invocations: []sarifInvocation{{true, s.notifications()}},
		ColumnKind:  "unicodeCodePoints", Results: results,
		Properties: map[string]any{"old": diag.Plain(r.Old), "new": diag.Plain(r.New), "summary": r.Summary},
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(sarifLog{sarifSchema, "2.1.0", []sarifRun{run}})
}

// A sarifWriter collects the rules that results are about.
type sarifWriter struct {
	report *Report
	rules  []sarifRule
	index  map[string]int
}

func (s *sarifWriter) rule(id, message, url string) int {
	i, ok := s.index[id]
	if !ok {
		i = len(s.rules)
		s.index[id] = i
		s.rules = append(s.rules, sarifRule{id, sarifMessage{message}, url})
	}
	return i
}

func (s *sarifWriter) result(f Finding) sarifResult {
	r := s.report
	id := f.Rules[0]
	out := sarifResult{
		RuleID: id, RuleIndex: s.rule(id, f.Message, rulesURL+"#"+id), Level: sarifLevels[f.Severity],
		Message:      sarifMessage{diag.Plain(r.sentence(f))},
		Fingerprints: map[string]string{"docgen/v1": f.Fingerprint},
		Properties:   map[string]any{"severity": f.Severity, "rules": f.Rules, "changes": len(f.Locations)},
	}
	if len(f.Endpoints) > 0 {
		out.Properties["endpoints"] = plainEndpoints(f)
	}
	known := map[file]bool{}
	for _, l := range f.Locations {
		if where, ok := r.fileOf(l.OldSpan, l.NewSpan); ok && !known[where] {
			known[where] = true
			out.Locations = append(out.Locations, sarifAt(where, 0, at(l).subject()))
		}
		if !l.OldSpan.IsZero() && !l.NewSpan.IsZero() {
			out.Related = append(out.Related, sarifAt(newFile(r.Old, r.OldPrefix, l.OldSpan), len(out.Related)+1, "before"))
		}
	}
	for _, u := range f.Uses {
		out.Related = append(out.Related, sarifAt(newFile("", "", u.Span), len(out.Related)+1, "uses "+u.Name))
	}
	for _, d := range f.Doubts {
		ref, prefix := r.New, r.NewPrefix
		if d.Side == "old" {
			ref, prefix = r.Old, r.OldPrefix
		}
		out.Related = append(out.Related, sarifAt(newFile(ref, prefix, d.Span), len(out.Related)+1, "doubt: "+d.Reason))
	}
	return out
}

func plainEndpoints(f Finding) []string {
	var out []string
	for _, e := range f.Endpoints {
		out = append(out, diag.Plain(e.String()))
	}
	return out
}

func sarifAt(at file, id int, message string) sarifLocation {
	return sarifLocation{id, sarifPhysical{sarifArtifact{at.uri()}, sarifRegion{at.line, at.column}}, &sarifMessage{diag.Plain(message)}}
}

func (s *sarifWriter) unexplained(c goapi.Change) sarifResult {
	level := diff.Info
	if c.Breaks() {
		level = diff.Warning
	}
	return sarifResult{
		RuleID: goRule, RuleIndex: s.rule(goRule, goTitle, rulesURL), Level: sarifLevels[level],
		Message: sarifMessage{diag.Plain(goNote(c, asIs))},
	}
}

// goRule is what formats with rules call changes of the Go API that no finding caused.
const goRule = "go-api"

// stepRule is what they call a version step that is too small.
const stepRule = "version-step"

// notifications say what concerns the comparison as a whole.
func (s *sarifWriter) notifications() []sarifNotification {
	var out []sarifNotification
	for i, says := range s.report.trust() {
		level := sarifLevels[diff.Warning]
		if s.report.trustLevel(i) == levels[diff.Info] {
			level = sarifLevels[diff.Info]
		}
		out = append(out, sarifNotification{level, sarifMessage{diag.Plain(says)}})
	}
	if note := s.report.unstated(); note != "" {
		out = append(out, sarifNotification{"note", sarifMessage{diag.Plain(note)}})
	}
	return append(out, sarifNotification{"note", sarifMessage{diag.Plain(s.report.OneLine())}})
}
