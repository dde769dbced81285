package main

import (
	"strings"
	"testing"
)

// craneCreate and craneRetrieve are pages of which the value of a mode is sent and received.
const (
	craneCreate = "## Create\n\n**post** `/v1/cranes`\n\n### Body Parameters\n\n- `name: string`\n\n- `mode: optional \"lift\" or MODE`\n\n### Returns\n\n" + craneReturned

	craneRetrieve = "## Retrieve\n\n**get** `/v1/cranes/{id}`\n\n### Path Parameters\n\n- `id: string`\n\n### Returns\n\n" + craneReturned

	craneReturned = "- `Crane object { id, mode }`\n\n  - `id: string`\n\n  - `mode: \"lift\" or MODE`\n"
)

// TestDiffRest holds that an entry of which a part is ignored is classified and told as what is left
// of it, and that a rule of the entry fits the places that it is about.
func TestDiffRest(t *testing.T) {
	t.Chdir(t.TempDir())
	for dir, mode := range map[string]string{"old": `"swing"`, "new": `"tilt"`} {
		pages := map[string]string{}
		for name, text := range map[string]string{"cranes/create.md": craneCreate, "cranes/retrieve.md": craneRetrieve} {
			pages[name] = strings.ReplaceAll(text, "MODE", mode)
		}
		writePages(t, dir, pages)
	}
	docgen(t, "diff", "old", "new").expect(t, exitFindings, "[request-enum-value-removed response-enum-value-removed]", "")
	for rule, want := range map[string]string{
		"request-enum-value-removed":  "· response of cranes.create, cranes.retrieve · old/cranes/create.md:17:5 · new/cranes/create.md:17:5 · [response-enum-value-removed]",
		"response-enum-value-removed": "· request of cranes.create · old/cranes/create.md:9:3 · new/cranes/create.md:9:3 · [request-enum-value-removed]",
	} {
		writeFile(t, "known.yaml", "- {rule: "+rule+", reason: agreed}\n")
		r := docgen(t, "diff", "old", "new", "--ignore=known.yaml", "--fail-on=never")
		if !strings.Contains(r.stdout, want) || strings.Contains(r.stderr, "remove the entry") {
			t.Errorf("%s: %s\n%s", rule, r.stdout, r.stderr)
		}
	}
}
