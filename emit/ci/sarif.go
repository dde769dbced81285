package ci

import (
	"io"

	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/release"
)

// sarifSchema is where the standard publishes the schema of its version 2.1.0.
const sarifSchema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

// informationURI says what docgen is.
const informationURI = "https://github.com/docgen-go/docgen"

// The types are those of SARIF 2.1.0, as far as a run fills them.
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
		Properties  map[string]any    `json:"properties,omitempty"`
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
		Level   Level        `json:"level"`
		Message sarifMessage `json:"message"`
	}
	sarifMessage struct {
		Text string `json:"text"`
	}
	sarifResult struct {
		RuleID       string            `json:"ruleId"`
		RuleIndex    int               `json:"ruleIndex"`
		Level        Level             `json:"level"`
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

// SARIF writes the run as SARIF 2.1.0: a rule for each that a result is about, a result
// for each finding, with all its locations. The error is the writer's.
func (r *Run) SARIF(w io.Writer) error {
	rules, index := []sarifRule{}, map[string]int{}
	results := []sarifResult{}
	for _, res := range r.Results {
		i, ok := index[res.Rule]
		if !ok {
			i = len(rules)
			index[res.Rule] = i
			rules = append(rules, sarifRule{res.Rule, sarifMessage{diag.Plain(res.Title)}, res.URL})
		}
		out := sarifResult{RuleID: res.Rule, RuleIndex: i, Level: res.Level, Message: sarifMessage{diag.Plain(res.Message)}, Properties: res.Properties}
		if res.Fingerprint != "" {
			out.Fingerprints = map[string]string{"docgen/v1": res.Fingerprint}
		}
		for _, at := range res.At {
			out.Locations = append(out.Locations, at.sarif(0))
		}
		for i, at := range res.Related {
			out.Related = append(out.Related, at.sarif(i+1))
		}
		results = append(results, out)
	}
	invocation := sarifInvocation{Successful: true}
	for _, n := range r.Notes {
		invocation.Notifications = append(invocation.Notifications, sarifNotification{n.Level, sarifMessage{diag.Plain(n.Message)}})
	}
	invocation.Notifications = append(invocation.Notifications, sarifNotification{Note, sarifMessage{diag.Plain(r.Summary)}})
	return encode(w, sarifLog{sarifSchema, "2.1.0", []sarifRun{{
		Tool:        sarifTool{sarifDriver{r.Tool, release.Version(), informationURI, rules}},
		Invocations: []sarifInvocation{invocation},
		ColumnKind:  "unicodeCodePoints", Results: results, Properties: r.Properties,
	}}})
}

func (l Location) sarif(id int) sarifLocation {
	out := sarifLocation{ID: id, Physical: sarifPhysical{sarifArtifact{l.uri()}, sarifRegion{l.Line, l.Column}}}
	if l.Message != "" {
		out.Message = &sarifMessage{diag.Plain(l.Message)}
	}
	return out
}
