package parser_test

import (
	"fmt"
	"maps"
	"strings"
	"testing/fstest"
)

func init() { maps.Copy(hostile, hostileTables) }

const (
	tableHead   = "| Name | Type | Required | Description |\n|---|---|---|---|\n"
	tableAbove  = "# A\n\n```\nPOST /a\n```\n\n" + tableHead
	tableStated = "# A\n\n```\nPOST /a\n```\n\n" + tableHead + "| a | string | yes | |\n\n"
)

// hostileTables are hostile pages with tables under headings.
var hostileTables = map[string]func(n int) fstest.MapFS{
	"items with parts": lines("# API\n\n", func(i int) string {
		return fmt.Sprintf("- `POST /a%d` - adds\n  - body: `b` (string), `c`\n  - returns: `{\"d\": %d}`\n", i, i)
	}),
	"items with parts, nested": lines("# API\n\n", func(i int) string {
		return strings.Repeat("  ", i%30) + fmt.Sprintf("- `POST /a%d` - adds\n", i) + strings.Repeat("  ", i%30+1) + "- body: `b`\n"
	}),
	"sections of items": func(n int) fstest.MapFS {
		return page("# API\n\n" + many(n, func(i int) string { return fmt.Sprintf("- `POST /a%d/go` - goes %d\n", i, i) }) +
			many(n, func(i int) string {
				return fmt.Sprintf("\n## Goes %d\n\n| Parameter | Type |\n|---|---|\n| b | string |\n", i)
			}))
	},
	"sections of no items": lines("# API\n\n- `GET /a` - asks\n- `GET /b` - asks\n- `GET /c` - asks\n\n", func(i int) string { return strings.Repeat("#", i%6+1) + " asks\n\nThis endpoint\n\n" }),
	"cells of an index": lines("| Method | Path | Description | Body | Response |\n|---|---|---|---|---|\n", func(i int) string {
		return fmt.Sprintf("| POST | /a%d | Adds | `{ b, c?, d%d }` | `{\"e\": %d}` |\n", i, i, i)
	}),
	"paths alone": lines("# API\n\n", func(i int) string {
		return fmt.Sprintf("## Adds %d\n\nEndpoint: `/a%d`\n\nBody:\n\n```json\n{\"b\": %d}\n```\n\n", i, i, i)
	}),
	"paths alone, in headings": lines("# API\n\n", func(i int) string { return fmt.Sprintf("## Asks at /a%d\n\n- GET to ask\n- POST to add\n\n", i) }),
	"paths alone, with commands": lines("# API\n\n", func(i int) string {
		return fmt.Sprintf("## /a%d\n\n```\ncurl -X PUT https://b.example/a%d\n```\n\n", i, i)
	}),
	"paths alone, of one section": lines("# API\n\n## All\n\n", func(i int) string { return fmt.Sprintf("Endpoint: `/a%d`\n\n", i) }),
	"names alone":                 lines("# API\n\n## GET /a\n\nParameters:\n\n- `b`: a text\n", func(i int) string { return fmt.Sprintf("- c%d\n", i) }),
	"items above statuses": lines("# API\n\n", func(i int) string {
		return fmt.Sprintf("## Asks %d\n\n- `GET /a%d`\n\n- `200` - it is there\n\n", i, i)
	}),
	"items above one status":  lines("# API\n\n", func(i int) string { return fmt.Sprintf("- `GET /a%d`\n\n", i) }, "- `200` - it is there\n"),
	"own names of members":    lines(tableAbove+"| a.b | array | yes | |\n", func(i int) string { return fmt.Sprintf("| b.c%d | object | yes | |\n", i) }),
	"labels in a fence":       lines("# API\n\n## POST /a\n\n```\n", func(i int) string { return fmt.Sprintf("Request:\n{\"b\": %d}\nResponse:\n{\"c\": %d}\n", i, i) }, "```\n"),
	"bases in one line":       lines("# API\n\nAll endpoints are under `", func(i int) string { return "/a` all endpoints are under `" }),
	"rows below a section":    lines("# A\n\n## B\n\n```\nGET /api/a0\n```\n\n| Method | Path | What |\n|---|---|---|\n", func(i int) string { return fmt.Sprintf("| GET | /a%d | Lists a%d |\n", i, i) }),
	"sections printing bases": lines("# A\n\n| Method | Path | What |\n|---|---|---|\n| GET | /a | Lists |\n| PUT | /a | Puts |\n\n", func(i int) string { return fmt.Sprintf("## B%d\n\n```\nGET /b%d/a\n```\n\n", i, i%3) }),
	"paths of many segments":  lines("# A\n\n| Method | Path | What |\n|---|---|---|\n| GET | /a | Lists |\n| PUT | /a | Puts |\n\n## B\n\n```\nGET ", func(int) string { return "/a" }, "\n```\n"),
	"urls of a base":          lines("# A\n\n| Method | Path | What |\n|---|---|---|\n| GET | /a | Lists |\n| PUT | /a | Puts |\n\n## B\n\n```\nGET /b/{c}/a\n```\n\n", func(i int) string { return fmt.Sprintf("See https://a.example/%d for more.\n", i) }),
	"paragraphs led": lines("# A\n\n", func(i int) string {
		return fmt.Sprintf("`GET /a%d` lists the things.\n\n```json\n{\"b\": %d}\n```\n\n", i, i)
	}),
	"unknown sections":    lines("# A\n\nPOST /a\n\n", func(i int) string { return fmt.Sprintf("## About %d\n\nText.\n\n## Response\n\n", i) }),
	"requests with hosts": lines("# A\n\n", func(i int) string { return fmt.Sprintf("    GET https://a.example/b/%d\n\n", i) }, "| Name | Type |\n|---|---|\n| a | string |\n"),
	"sections of an index": lines("# A\n\n| Method | Path | What |\n|---|---|---|\n| GET | /a | Lists |\n| POST | /a | Creates |\n| PUT | /a/{b} | Updates |\n\n", func(i int) string {
		return fmt.Sprintf("## Request body (create %d)\n\n| Name | Type |\n|---|---|\n| a%d | string |\n\n", i, i)
	}),
	"needs below an endpoint":   lines("# A\n\n", func(i int) string { return fmt.Sprintf("GET /a%d\n\n* `b` (required) - c\n\n", i) }),
	"verbs in the head":         lines("| Path | GET | POST |\n|---|---|---|\n", func(i int) string { return fmt.Sprintf("| /a%d | Get | Add |\n", i) }),
	"lines of endpoints":        lines("# Notes\n\n", func(i int) string { return fmt.Sprintf("POST → /a%d\n\nText.\n\n", i) }),
	"answers in labelled lines": lines("# API\n\n## GET /a\n\n", func(i int) string { return fmt.Sprintf("- `4%02d`: `{\"a\": %d}`\n", i%100, i) }),
	"tables, colons":            lines(tableAbove, func(i int) string { return fmt.Sprintf("| a:b%d:c | string | yes | |\n", i) }, "| a | array | no | |\n"),
	"tables, colons all":        lines(tableAbove, func(i int) string { return "| a" + strings.Repeat(":a", i%100) + " | string | yes | |\n" }),
	"tables, ragged": lines(tableAbove, func(i int) string {
		return fmt.Sprintf("| a%d | string | integer | yes | %s\n", i, strings.Repeat("| ", i%50))
	}),
	"tables, values": lines(tableAbove, func(i int) string {
		return fmt.Sprintf("| a%d | string | yes | One of `a`, `b` or `c`. Default is `a`. Optional. |\n", i)
	}),
	"tables, one cell of values": lines(tableAbove+"| a | string | yes | One of ", func(i int) string { return fmt.Sprintf("`v%d`, ", i) }),
	"tables, one cell of types":  lines(tableAbove+"| a | ", func(int) string { return "array of " }),
	"tables, alternatives":       lines(tableAbove+"| a | ", func(i int) string { return fmt.Sprintf("array of [b](#b%d) or ", i) }),
	"tables, links in a cell":    lines(tableAbove+"| a | string | yes | ", func(i int) string { return fmt.Sprintf("[b%d](#b%d) ", i, i) }),
	"tables, brackets in a cell": lines(tableAbove+"| a | string | yes | ", func(int) string { return "[a](" }),
	"tables, tags in a cell":     lines(tableAbove+"| a | string | yes | ", func(int) string { return "<a href=\"b\"><br>" }),
	"tables, html": lines(tableStated+"<table><tr><th>Name</th><th>Type</th><th>Required</th></tr>\n", func(i int) string {
		return fmt.Sprintf("<tr><td>a%d</td><td>string</td><td>no</td></tr>\n", i)
	}, "</table>\n"),
	"tables, html open": lines(tableStated, func(int) string { return "<table><tr><td>\n" }),
	"tables, stated twice": lines("# A\n", func(i int) string {
		return fmt.Sprintf("## B%d\n\n```\nPOST /a\n```\n\n", i) + tableHead + fmt.Sprintf("| a%d | string | yes | |\n\n", i)
	}),
	"tables, stated twice, one name": lines("# A\n", func(i int) string {
		return fmt.Sprintf("## B%d\n\n```\nPOST /a\n```\n\n", i) + tableHead + fmt.Sprintf("| a | array of object | yes | |\n| a[].b | [b%d](#b) | no | |\n\n", i)
	}),
	"tables, stated on pages": pages(func(i int) (string, string) {
		return fmt.Sprintf("p%d.md", i), "# A\n\n```\nGET /a\n```\n\n" + tableHead + fmt.Sprintf("| a%d | string | yes | |\n", i%20)
	}),
	"tables, many stated in a fence": lines("# A\n\n```\n", func(i int) string { return fmt.Sprintf("GET /a/%d\n", i) }, "```\n\n"+tableHead+"| a | string | yes | |\n"),
	"tables, options":                lines("# A\n\n```\nPUT", func(i int) string { return fmt.Sprintf(" --form \"a%d=b\"", i) }, " /a\n```\n\n"+tableHead+"| a | string | yes | |\n"),
	"tables, sent":                   lines(tableStated+"```shell\ncurl --request POST --data '{\"a\": [", func(i int) string { return fmt.Sprintf("{\"b%d\": 1},", i) }, "1]}' https://a.example/a\n```\n"),
	"tables, shown":                  lines(tableStated+"```json\n{\"a\": {", func(i int) string { return fmt.Sprintf("\"b%d\": [{\"c\": %d}],", i, i) }, "\"d\": 1}}\n```\n"),
	"tables, shown deep": func(n int) fstest.MapFS {
		return page(tableStated + "```json\n" + strings.Repeat(`{"a":[`, n) + "1" + strings.Repeat("]}", n) + "\n```\n")
	},
	"tables, failures": lines(tableStated+"```json\n{\"a\": 1}\n```\n\n", func(i int) string { return fmt.Sprintf("An error:\n\n```json\n{\"message\": \"m%d\"}\n```\n\n", i) }),
	"tables, headings": lines(tableStated, func(i int) string { return fmt.Sprintf("%s Response %d\n\n", strings.Repeat("#", 1+i%6), i%600) }),
	"tables, labels":   lines(tableStated, func(i int) string { return fmt.Sprintf("**Part %d:**\n\n", i) }),
	"tables, enums": lines(tableStated, func(i int) string {
		return fmt.Sprintf("## B%d Enum\n\n| Value | Name |\n|---|---|\n| %d | C |\n\n", i, i)
	}),
	"tables, partial": lines(tableStated, func(i int) string {
		return fmt.Sprintf("## B%d Object\n\n"+tableHead+"| a | partial [b](#b%d-object) object | yes | |\n\n", i, i+1)
	}),
	"tables, one title": lines(tableStated, func(i int) string {
		return fmt.Sprintf("## B Object\n\n"+tableHead+"| a%d | [b](#b-object) | yes | |\n\n", i)
	}),
	"tables, components": lines("# A\n", func(i int) string {
		return fmt.Sprintf("<Route method=\"POST\">/a/[b%d](#b)</Route>\n\n", i) + tableHead + "| a | string | yes | |\n\n"
	}),
	"tables, fields":            lines(tableStated, func(i int) string { return fmt.Sprintf("<ParamField body=\"a%d\" type=\"string\">B</ParamField>\n", i) }),
	"tables, fields open":       lines(tableStated, func(i int) string { return fmt.Sprintf("<ParamField body=\"a%d\" type=\"string\">\n", i) }),
	"tables, fields within":     lines(tableStated+"<ParamField body=\"a\" type=\"object\">\n", func(i int) string { return fmt.Sprintf("<ParamField body=\"a%d\" type=\"string\">B</ParamField>\n", i) }, "</ParamField>\n"),
	"tables, fields in one tag": lines(tableStated+"<ParamField", func(i int) string { return fmt.Sprintf(" body=\"a%d\"", i) }),
	"tables, code items":        func(n int) fstest.MapFS { return page(tableStated + strings.Repeat("- `a", n) + "\n") },
}
