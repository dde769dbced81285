package main

import (
	"strings"
	"testing"
)

const listOfCranes = "# Cranes\n\nSee [paging](INDEX#pagination), [ships](ships.md) and [tugs](tugs.md).\n\n## List cranes\n\n```plaintext\nGET /cranes\n```\n\n" +
	"| Attribute | Type | Required | Description |\n|---|---|---|---|\n| `age` | integer | no | How old |\n\n```json\n[{\"id\": 4}]\n```\n"

const pagingOfAll = "# The API\n\n## Pagination\n\nAll lists have pages.\n\n| Parameter | Description |\n|---|---|\n| `page` | Page number (default: 1) |\n| `per_page` | Number of items on a page (default: 20) |\n"

// TestDoubtOfMissingPages demands that what stood on a page which is gone, and which others
// still link to, breaks nothing, wherever both copies begin, and that what went from a
// page that is there does.
func TestDoubtOfMissingPages(t *testing.T) {
	other := func(name string) []byte {
		return []byte("# " + name + "\n\n## Get " + name + "\n\n```plaintext\nGET /" + name + "/:id\n```\n\n| Attribute | Type | Required |\n|---|---|---|\n| `id` | integer | yes |\n| `full` | boolean | no |\n")
	}
	cranes := strings.ReplaceAll(listOfCranes, "INDEX", "README.md")
	before := docsOf(t, map[string][]byte{"doc/api/README.md": []byte(pagingOfAll), "doc/api/cranes.md": []byte(cranes), "doc/api/ships.md": other("ships"), "doc/api/tugs.md": other("tugs")})
	cranes = strings.ReplaceAll(listOfCranes, "INDEX", "index.html")
	now := map[string][]byte{"cranes.md": []byte(cranes), "ships.md": other("ships"), "tugs.md": other("tugs")}
	after := docsOf(t, now)
	const gone = "pages link to index, and no such page is there"
	r := docgen(t, "diff", before, after, "--fail-on", "breaking")
	r.expect(t, exitOK, "1 page linked but not there, 1 doubt", "")
	r.expect(t, exitOK, "query.page: optional parameter no longer found", "")
	if !strings.Contains(r.stdout, "0 breaking") || !strings.Contains(r.stdout, "cranes.md:3:") || !strings.Contains(r.stdout, gone) {
		t.Errorf("paging is said to break something, or nothing says what is in doubt:\n%s", r.stdout)
	}
	docgen(t, "diff", before, after, "--strict").expect(t, exitFindings, "Breaking\n", "")
	json := docgen(t, "diff", before, after, "--format", "json")
	json.expect(t, exitOK, `"page": "index"`, "")
	checkReport(t, json.stdout)
	docgen(t, "diff", after, before).expect(t, exitOK, "optional parameter newly found", "")

	now["cranes.md"] = []byte(strings.ReplaceAll(cranes, "| `age` | integer | no | How old |\n", "| `reach` | integer | no | How far |\n"))
	docgen(t, "diff", before, docsOf(t, now)).expect(t, exitFindings, "1 breaking", "")

	now["cranes.md"] = []byte(strings.ReplaceAll(listOfCranes, "[paging](INDEX#pagination)", "paging"))
	docgen(t, "diff", before, docsOf(t, now)).expect(t, exitFindings, "breaking", "")
}

const liveEvents = "# Live\n\n## Domain Types\n\n### Live Event\n\n- `LiveEvent object { at, kind }`\n\n  - `at: string`\n\n  - `kind: string`\n"

// TestDoubtOfPagesWithoutFacts demands that a page which is there and of which nothing was
// read is in doubt: what the other side has of it breaks nothing where it is no Markdown, and
// what no method shows is not said to be gone where the page only tells of it.
func TestDoubtOfPagesWithoutFacts(t *testing.T) {
	radio := []byte("# Radio\n\n## Get a Radio\n\n**get** `/v1/radio`\n\n### Returns\n\n- `id: string`\n")
	retune := []byte("# Tuner\n\n## Tune\n\n**post** `/v1/tuner`\n\n### Returns\n\n- `at: string`\n")
	all := func(live, tuner string) string {
		return docsOf(t, map[string][]byte{"radio.md": radio, "radio/live.md": []byte(live), "tuner.md": []byte(tuner)})
	}
	before := all(liveEvents, string(retune))
	const (
		html  = "<!DOCTYPE html>\n<html><body><p>Not found</p></body></html>\n"
		prose = "# Live\n\nEvents come over a socket.\n"
	)
	r := docgen(t, "diff", before, all(prose, string(retune)))
	r.expect(t, exitOK, "1 page that only tells of what the other side lists", "")
	r.expect(t, exitOK, "doubt: new side, ", "")

	after := all(liveEvents, html)
	r = docgen(t, "diff", before, after)
	r.expect(t, exitOK, "1 page that could be read better on the other side, 1 doubt", "")
	r.expect(t, exitOK, "no longer found", "")
	r.expect(t, exitOK, "tuner.md:1:1: nothing of the page could be read (html)", "")
	docgen(t, "diff", before, after, "--strict").expect(t, exitFindings, "Breaking\n", "")
	docgen(t, "diff", after, before).expect(t, exitOK, "newly found", "")
	json := docgen(t, "diff", before, after, "--format", "json")
	json.expect(t, exitOK, `"kind": "unread"`, "")
	checkReport(t, json.stdout)

	// That prose tells of an endpoint is no doubt: it is one that the pages no longer state.
	docgen(t, "diff", before, all(liveEvents, "# Tuner\n\nThere is none any more.\n")).expect(t, exitFindings, "Breaking\n", "")
}

// TestDoubtOfPagesReadInPart demands that what stood on a page of which a part can no longer
// be read breaks nothing, and that it does where both sides have the same fault.
func TestDoubtOfPagesReadInPart(t *testing.T) {
	const (
		head  = "# Tugs\n\n## OpenAPI\n\n````yaml /openapi.yaml get /tugs\nopenapi: 3.0.0\ninfo:\n  title: Tugs\n  version: '1'\npaths:\n  /tugs:\n    get:\n      operationId: GetTugs\n"
		rest  = "      responses:\n        '200':\n          description: The tugs.\n````\n"
		wrong = "     summary: Tugs\n"
	)
	radio := "# Radio\n\n## OpenAPI\n\n````yaml /openapi.yaml get /radio\n" + strings.ReplaceAll(strings.SplitN(head, "\n", 6)[5], "ugs", "adio") + rest
	radio = strings.ReplaceAll(radio, "/tadio", "/radio")
	pages := func(tugs string) string {
		return docsOf(t, map[string][]byte{"radio.md": []byte(radio), "tugs.md": []byte(tugs)})
	}
	before, after := pages(head+rest), pages(head+wrong+rest)
	r := docgen(t, "diff", before, after)
	r.expect(t, exitOK, "1 page that could be read better on the other side, 1 doubt", "1 error")
	r.expect(t, exitOK, "no longer found", "1 error")
	r.expect(t, exitOK, "a part of the page could not be read, and the other side's could", "1 error")
	docgen(t, "diff", before, after, "--strict").expect(t, exitFindings, "Breaking\n", "1 error")
	docgen(t, "diff", after, before).expect(t, exitOK, "newly found", "1 error")

	// Where both sides have the fault, it explains nothing.
	also := strings.ReplaceAll(strings.TrimPrefix(head, "# Tugs")+wrong+rest, "/tugs", "/tugs/all")
	docgen(t, "diff", pages(head+rest+also), pages("# Tugs\n\n"+also)).expect(t, exitFindings, "Breaking\n", "1 error")
}
