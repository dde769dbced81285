package main

import (
	"regexp"
	"slices"
	"strings"
	"testing/fstest"
)

// attackPage is a page with a mark wherever text of a page can stand.
const attackPage = `## Create a ‹method title›

**post** ` + "`/v1/parcels/{parcel_id}/‹path literal›/{‹path parameter›}`" + `

Creates ‹method text›.

See [‹link text›](https://harbor.example/‹link target›).

### Path Parameters

- ` + "`parcel_id: string`" + `

  Which one.

- ` + "`‹path parameter›: string`" + `

  The ‹path text›.

### Query Parameters

- ` + "`‹query name›: optional \"‹query value›\" or \"b\"`" + `

  The ‹query text›.

  - ` + "`\"‹query value›\"`" + `

    Stands for ‹value text›.

  - ` + "`\"b\"`" + `

- ` + "`limit: optional number`" + `

  How many. Defaults to ‹default›.

### Header Parameters

- ` + "`\"‹header name›\": optional string`" + `

  The ‹header text›.

### Body Parameters

- ` + "`‹field name›: string`" + `

  The ‹field text›.

- ` + "`size: object { ‹inner name›, unit }`" + `

  The size.

  - ` + "`‹inner name›: optional number`" + `

    How ‹inner text›.

  - ` + "`unit: \"‹constant›\"`" + `

    The unit.

- ` + "`notes: optional map[‹map type›]`" + `

  Notes.

### Returns

- ` + "`‹type name› object { id, ‹result name›, owner }`" + `

  The ‹type text›.

  - ` + "`id: string`" + `

    The ID.

  - ` + "`‹result name›: ‹type word›`" + `

    The ‹result text›.

  - ` + "`owner: Person or Company`" + `

    Whose.

    - ` + "`Person object { type, name }`" + `

      - ` + "`type: \"person\"`" + `

      - ` + "`name: string`" + `

    - ` + "`Company object { type, ‹union name› }`" + `

      - ` + "`type: \"‹tag›\"`" + `

      - ` + "`‹union name›: string`" + `

        The ‹union text›.

### Example

` + "```‹info string›" + `
curl https://‹host›/v1/parcels/p1/‹path literal›/x?q=‹query sent› \
    -H "X-Mode: ‹header sent›" \
    -H "X-‹header sent name›: on" \
    -H "Authorization: Bearer $HARBOR_‹variable›" \
    -d '{"‹field name›": "‹body sent›", "size": {"unit": "‹constant›"}}'
` + "```" + `

#### Response

` + "```json" + `
{"id": "‹result value›", "‹result name›": "‹result text value›", "owner": {"type": "person", "name": "x"}, "‹result key›": 1}
` + "```\n"

// attackIndex is a page above, with what stands on such pages.
const attackIndex = "# ‹title›\n\n‹prose›\n\n# Parcels\n\n## Create a ‹method title›\n\nSee [‹index text›](parcels/create.md).\n"

// benign is what stands in a place that is not attacked, and has to mean something
// there.
var benign = map[string]string{
	"type name": "Parcel", "type word": "string", "map type": "string", "variable": "API_KEY", "info string": "http", "default": "5",
	"host": "api.harbor.example", "file name": "create", "folder name": "parcels",
}

// stating are payloads that state a fact wherever a sentence stands: an endpoint on a
// line of its own, and that a value may be null.
var stating = []string{"**get** `/owned`", "owned or null"}

// prosePositions are those whose text decides about nothing but comments and values.
var prosePositions = []string{
	"method text", "link text", "link target", "path text", "query text", "value text", "header text", "field text", "inner text", "type text", "result text", "union text",
	"title", "prose", "index text",
}

var mark = regexp.MustCompile(`‹([a-z ]+)›`)

// attackPositions returns the places where text of a page can stand, names of files
// and folders among them.
func attackPositions() []string {
	out := []string{"file name", "folder name"}
	for _, m := range mark.FindAllStringSubmatch(attackPage+attackIndex, -1) {
		out = append(out, m[1])
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// attackDocs returns pages with a text in one of the places.
func attackDocs(position, payload string) fstest.MapFS {
	word := func(name string) string {
		if name == position {
			return payload
		}
		if text, ok := benign[name]; ok {
			return text
		}
		return "word_" + strings.ReplaceAll(name, " ", "_")
	}
	fill := func(page string) *fstest.MapFile {
		return &fstest.MapFile{Data: []byte(mark.ReplaceAllStringFunc(page, func(m string) string { return word(strings.Trim(m, "‹›")) }))}
	}
	return fstest.MapFS{
		"index.md": fill(attackIndex),
		word("folder name") + "/" + word("file name") + ".md": fill(attackPage),
	}
}
