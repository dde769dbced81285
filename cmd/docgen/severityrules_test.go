package main

import "testing"

func TestDiffTakesSeveritiesFromTheConfig(t *testing.T) {
	before := docsOf(t, map[string][]byte{"berths.md": []byte(harborPage)})
	after := docsOf(t, map[string][]byte{"berths.md": []byte(harborPage)})
	edit(t, after+"/berths.md", `"at" or "hu"`, `"at" or "hu" or "no"`)
	edit(t, after+"/berths.md", "    - `\"hu\"`", "    - `\"hu\"`\n\n    - `\"no\"`")
	severity := func(entry string) string {
		return configFile(t, configHead+harborTarget(t, "out")+"diff: {severity: {"+entry+"}}\n")
	}
	t.Chdir(t.TempDir())
	docgen(t, "diff", before, after).expect(t, exitOK, "[request-enum-value-added]", "")
	docgen(t, "diff", before, after, "--config", severity("request-enum-value-added: breaking")).expect(t, exitFindings, "1 breaking", "")
	docgen(t, "diff", before, after, "--config", severity("request-enum-value-add: breaking")).
		expect(t, exitUsage, "", `:6:19: there is no rule "request-enum-value-add"; did you mean request-enum-value-added?`)
	docgen(t, "diff", before, after, "--config", severity("polish: breaking")).expect(t, exitUsage, "", `there is no rule "polish"; docgen rules lists them`)
	docgen(t, "diff", before, after, "--config", severity("request-enum-value-added: info")).expect(t, exitUsage, "", "is info already")
}
