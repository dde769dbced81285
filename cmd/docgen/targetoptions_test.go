package main

import (
	"strings"
	"testing"
)

// TestGenerateAsDocgenYamlSays gives a package a version, interfaces, and statuses whose
// names say nothing.
func TestGenerateAsDocgenYamlSays(t *testing.T) {
	t.Chdir(t.TempDir())
	page := "## Get\n\n**get** `/v1/crates/{id}`\n\n### Path Parameters\n\n- `id: string`\n\n### Returns\n\n- `Crate object { id, status }`\n\n" +
		"  - `id: string`\n\n  - `status: \"moored\" or \"afloat\"`\n\n    - `\"moored\"`\n\n    - `\"afloat\"`\n"
	writePages(t, "docs", map[string]string{"crates/retrieve.md": page})
	const more = "    package_version: 1.4.0\n    interfaces: true\n    final_statuses:\n      Crate.status: [moored]\n"
	writeFile(t, "docgen.yaml", crateTarget+more)
	docgen(t, "generate").expect(t, exitOK, "", "crates")
	for file, want := range map[string]string{
		"crates/client.go":       `ClientVersion string = "1.4.0"`,
		"crates/api_crates.go":   "var _ CrateServiceAPI = (*CrateService)(nil)",
		"docgen.lock":            "polling crates.retrieve = GetAndPoll",
		"crates/runtime_poll.go": "WithPollInterval",
	} {
		if text := fileText(t, file); !strings.Contains(text, want) {
			t.Errorf("%s lacks %s:\n%s", file, want, text)
		}
	}
	if text := fileText(t, "crates/api_crates.go"); !strings.Contains(text, `[]string{"moored"}, []string{"afloat"}`) {
		t.Errorf("nothing waits:\n%s", text)
	}
	docgen(t, "check").expect(t, exitOK, "", "up to date")
	for more, want := range map[string]string{
		"    final_statuses: {Crate.state: [moored]}\n": `docgen.yaml:6:22: "Crate.state" is the status of nothing that a method retrieves; did you mean Crate.status?`,
		"    final_statuses: {Crate.status: [mored]}\n": `docgen.yaml:6:37: Crate.status has no status "mored"; did you mean moored?`,
		"    interfaces: [barrels]\n":                   `docgen.yaml:6:18: "barrels" is no resource with methods`,
	} {
		writeFile(t, "docgen.yaml", crateTarget+more)
		docgen(t, "generate").expect(t, exitUsage, "", want)
	}
	writeFile(t, "docgen.yaml", crateTarget+"    final_statuses: {Crate.status: []}\n")
	docgen(t, "generate").expect(t, exitOK, "", "crates")
	if strings.Contains(fileText(t, "crates/api_crates.go"), "AndPoll") {
		t.Error("an empty list has a method wait")
	}
}
