package main

import (
	"bufio"

	"github.com/docgen-go/docgen/model/diag"
	"github.com/docgen-go/docgen/model/drift"
	"github.com/docgen-go/docgen/model/release"
	"github.com/docgen-go/docgen/model/source"
)

// The parts of SARIF 2.1.0 that a report needs.
type (
	sarifLog struct {
		Schema  string     `json:"$schema"`
		Version string     `json:"version"`
		Runs    []sarifRun `json:"runs"`
	}
	sarifRun struct {
		Tool    sarifTool     `json:"tool"`
		Results []sarifResult `json:"results"`
	}
	sarifTool struct {
		Driver sarifDriver `json:"driver"`
	}
	sarifDriver struct {
		Name    string      `json:"name"`
		Version string      `json:"semanticVersion,omitempty"`
		Rules   []sarifRule `json:"rules"`
	}
	sarifRule struct {
		ID string `json:"id"`
	}
	sarifResult struct {
		RuleID       string            `json:"ruleId"`
		Level        string            `json:"level"`
		Message      sarifMessage      `json:"message"`
		Locations    []sarifLocation   `json:"locations,omitempty"`
		Related      []sarifLocation   `json:"relatedLocations,omitempty"`
		Fingerprints map[string]string `json:"partialFingerprints"`
	}
	sarifMessage struct {
		Text string `json:"text"`
	}
	sarifLocation struct {
		Physical sarifPhysical `json:"physicalLocation"`
	}
	sarifPhysical struct {
		Artifact sarifArtifact `json:"artifactLocation"`
		Region   sarifRegion   `json:"region"`
	}
	sarifArtifact struct {
		URI string `json:"uri"`
	}
	sarifRegion struct {
		StartLine   int32 `json:"startLine"`
		StartColumn int32 `json:"startColumn"`
	}
)

// sarif writes the report as SARIF, which code scanning reads.
func (r *driftReport) sarif(w *bufio.Writer) error {
	level := map[diag.Severity]string{diag.Error: "error", diag.Warning: "warning", diag.Info: "note"}
	run := sarifRun{Tool: sarifTool{sarifDriver{Name: "docgen drift", Version: release.Version(), Rules: []sarifRule{}}}, Results: []sarifResult{}}
	for _, rule := range drift.Rules() {
		run.Tool.Driver.Rules = append(run.Tool.Driver.Rules, sarifRule{string(rule)})
	}
	for _, f := range r.Findings {
		result := sarifResult{RuleID: string(f.Rule), Level: level[f.Severity], Message: sarifMessage{diag.Plain(f.Message + " (" + string(f.Confidence) + ")")},
			Fingerprints: map[string]string{"docgen/v1": f.Fingerprint()}}
		page := f.Page
		page.File = r.prefix + page.File
		if f.Go.IsZero() {
			result.Locations = sarifAt(page)
		} else {
			result.Locations, result.Related = sarifAt(f.Go), sarifAt(page)
		}
		run.Results = append(run.Results, result)
	}
	return printJSON(w, sarifLog{Schema: "https://json.schemastore.org/sarif-2.1.0.json", Version: "2.1.0", Runs: []sarifRun{run}})
}

func sarifAt(at source.Span) []sarifLocation {
	if at.Start.Line == 0 {
		return nil
	}
	return []sarifLocation{{sarifPhysical{sarifArtifact{at.File}, sarifRegion{at.Start.Line, at.Start.Column}}}}
}
