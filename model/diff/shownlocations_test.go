package diff_test

import (
	"fmt"
	"slices"
	"testing"
	"testing/fstest"

	"github.com/docgen-go/docgen/model"
	"github.com/docgen-go/docgen/model/diff"
	"github.com/docgen-go/docgen/parser"
)

const craneBefore = "# Cranes\n\n## Get a crane\n\n```plaintext\nGET /cranes/:id\n```\n\n| Attribute | Type | Required | Description |\n|---|---|---|---|\n| `id` | integer | yes | Which one. |\n\n```json\n{\n  \"id\": 1,\n  \"crew\": {\"size\": 4, \"old\": true}\n}\n```\n\n" +
	"## List cranes\n\n```plaintext\nGET /cranes\n```\n\n```json\n[{\"id\": 1,\n  \"crew\": {\"size\": 4, \"old\": true}\n}]\n```\n"

const craneAfter = "# Cranes\n\n## Get a crane\n\n```plaintext\nGET /cranes/:id\n```\n\n| Attribute | Type | Required | Description |\n|---|---|---|---|\n| `id` | integer | yes | Which one. |\n\n```json\n{\n  \"id\": 1,\n  \"crew\": {\"size\": 4}\n}\n```\n\n" +
	"Large cranes have a reach, too:\n\n```json\n{\n  \"id\": 1,\n  \"höhe\": \"größer\", \"reach\": 40\n}\n```\n\n" +
	"And very large ones:\n\n```json\n{\n  \"beam\": 4, // in metres\n  ...\n}\n```\n\n" +
	"## List cranes\n\n```plaintext\nGET /cranes\n```\n\n```json\n[{\"id\": 1,\n  \"crew\": {\"size\": 4},\n  \"berth\": 3\n}]\n```\n"

// TestShownLocations holds that what examples show stands where those of its own method show
// it: at the line where the page has the text as it is, and else at the example.
func TestShownLocations(t *testing.T) {
	read := func(text string) *model.API {
		api, _, err := parser.Parse(t.Context(), fstest.MapFS{"cranes.md": {Data: []byte(text)}}, parser.Options{})
		if err != nil {
			t.Fatal(err)
		}
		return api
	}
	var got []string
	for _, c := range diff.Compare(read(craneBefore), read(craneAfter)).Changes {
		for _, l := range c.Locations {
			got = append(got, fmt.Sprintf("%s %s %s %d:%d %d:%d", c.Kind, l.Method, l.At, l.OldSpan.Start.Line, l.OldSpan.Start.Column, l.NewSpan.Start.Line, l.NewSpan.Start.Column))
		}
	}
	want := []string{
		"field-removed-optional cranes.get returns.crew.old 16:23 16:3",
		"field-removed-optional cranes.list returns[].crew.old 28:23 46:3",
		"field-added-optional cranes.get returns.höhe 14:1 25:3",
		"field-added-optional cranes.get returns.reach 14:1 25:21",
		"field-added-optional cranes.get returns.beam 14:1 32:1",
		"field-added-optional cranes.list returns[].berth 27:1 47:3",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%q, want\n%q", got, want)
	}
}

// TestLocationOfResource holds that a resource stands where the first of its methods does on
// the page, whatever the order of their names.
func TestLocationOfResource(t *testing.T) {
	resource := func(title string) string {
		text := "# " + title + "\n"
		for _, verb := range []string{"PUT", "GET", "DELETE"} {
			text += "\n## " + verb + " one\n\n```plaintext\n" + verb + " /" + title + "/:id\n```\n\n| Attribute | Type | Description |\n|---|---|---|\n| `id` | integer | Which. |\n"
		}
		return text
	}
	read := func(titles ...string) *model.API {
		pages := fstest.MapFS{}
		for _, title := range titles {
			pages[title+".md"] = &fstest.MapFile{Data: []byte(resource(title))}
		}
		api, _, err := parser.Parse(t.Context(), pages, parser.Options{})
		if err != nil {
			t.Fatal(err)
		}
		return api
	}
	for _, c := range diff.Compare(read("buoys"), read("buoys", "lamps")).Changes {
		if c.Kind != diff.ResourceAdded || c.NewSpan.File != "lamps.md" || c.NewSpan.Start.Line != 3 {
			t.Errorf("%s %s at %v", c.Kind, c.Resource, c.NewSpan)
		}
	}
}

const envelope = "# Guide\n\n## Common response parameters\n\n| Parameter | Type | Comments |\n|---|---|---|\n| code | number | Zero for success |\n| data | object | What was asked for |\n"

func answered(title, verb, last string) string {
	return "# " + title + "\n\n## Get\n\n`" + verb + " /" + title + "`\n\n### Request Parameters\n\n| Parameter | Required | Type | Comments |\n|---|---|---|---|\n| id | true | string | Which one |\n\n" +
		"### Response Parameters\n\n| Parameter | Type | Comments |\n|---|---|---|\n| name | string | The name |\n| " + last + " |\n\n### Response Example\n\n```json\n{\"code\": 0, \"data\": {\"name\": \"a\"}}\n```\n"
}

// TestLocationInEnvelope holds that members inside of an envelope that all answers share stand
// on the page that lists them, and not where the envelope is described.
func TestLocationInEnvelope(t *testing.T) {
	read := func(last string) *model.API {
		api, _, err := parser.Parse(t.Context(), fstest.MapFS{
			"guide.md": {Data: []byte(envelope)}, "buoys.md": {Data: []byte(answered("buoys", "GET", "tint | string | The colour"))},
			"lamps.md": {Data: []byte(answered("lamps", "GET", last))},
		}, parser.Options{})
		if err != nil {
			t.Fatal(err)
		}
		return api
	}
	var got []string
	for _, c := range diff.Compare(read("watts | integer | The power"), read("watts | string | The power")).Changes {
		got = append(got, fmt.Sprintf("%s %s %s:%d %s:%d", c.Kind, c.At, c.OldSpan.File, c.OldSpan.Start.Line, c.NewSpan.File, c.NewSpan.Start.Line))
	}
	if want := []string{"type-changed returns.data.watts lamps.md:18 lamps.md:18"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
