package parser_test

import (
	"fmt"
	"maps"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/docgen-go/docgen/model/testutil"
)

func init() { maps.Copy(hostile, hostileGenerated) }

const (
	generatedIndex = "# CraneApi\n\nAll URIs are relative to *https://harbor.example*\n\nMethod | HTTP request | Description\n---- | ---- | ----\n"
	generatedHead  = "Name | Type | Description | Notes\n---- | ---- | ---- | ----\n"
	generatedEnd   = "\n### Return type\n\n[**Crane**](Crane.md)\n\n### HTTP request headers\n\n- **Content-Type**: application/json\n- **Accept**: application/json\n\n"
	generatedCall  = generatedIndex + "[**addCrane**](CraneApi.md#addCrane) | **POST** /cranes | Add\n\n## addCrane\n\n> addCrane(a)\n" + generatedEnd + "### Parameters\n\n" + generatedHead
	generatedCrane = "# Crane\n\n## Properties\n\n" + generatedHead
	generatedBack  = "\n[[Back to Model list]](../README.md#models)\n"
)

// hostileGenerated are hostile pages of the form that generators write.
var hostileGenerated = map[string]func(n int) fstest.MapFS{
	"generated, methods": func(n int) fstest.MapFS {
		return generatedMethods(n, func(i int) string { return fmt.Sprintf("/a/%d", i) })
	},
	"generated, one path": func(n int) fstest.MapFS {
		return generatedMethods(n, func(int) string { return "/a" })
	},
	"generated, rows without sections": lines(generatedIndex, func(i int) string { return fmt.Sprintf("[**a%d**](#a) | **GET** /a/%d |\n", i, i) }, "\n## b\n"+generatedEnd),
	"generated, unreadable rows":       lines(generatedIndex, func(int) string { return "[**a**](#a) | soon |\n" }, "\n## a\n"+generatedEnd),
	"generated, loose rows":            lines(generatedIndex+"\n<<<\n", func(i int) string { return fmt.Sprintf("[**a%d**](#a) | **GET** /a/%d |\n", i, i) }, "\n## a\n"+generatedEnd),
	"generated, unlisted sections":     lines(generatedCall+"\n", func(i int) string { return fmt.Sprintf("## b%d\n\n### Return type\n\n**string**\n\n", i) }),
	"generated, sections":              lines(generatedCall+"\n", func(i int) string { return fmt.Sprintf("### Part %d\n\n", i) }),
	"generated, slots":                 lines(generatedIndex+"[**a**](#a) | **GET** /", func(i int) string { return fmt.Sprintf("{a%d}/", i) }, " | A\n\n## a\n"+generatedEnd),
	"generated, parameters":            lines(generatedCall, func(i int) string { return fmt.Sprintf("**a%d** | **string** |  | [optional]\n", i) }),
	"generated, one parameter":         lines(generatedCall, func(int) string { return "**a** | **string** |  | [optional]\n" }),
	"generated, parameters apart":      lines(generatedCall, func(i int) string { return fmt.Sprintf("\n **a%d** | [**Crane**](Crane.md) |  | \n", i) }),
	"generated, headers":               lines(generatedCall, func(i int) string { return fmt.Sprintf("**xA%d** | **string** | The X-A-%d header | \n", i, i) }),
	"generated, credentials":           lines(generatedCall+"\n### Authorization\n\n", func(i int) string { return fmt.Sprintf("[a%d](../README.md#a%d), ", i, i) }),
	"generated, statuses":              lines(generatedCall+"\n### HTTP response details\n\nStatus code | Description\n---- | ----\n", func(i int) string { return fmt.Sprintf("**%d** | a\n", i) }),
	"generated, media types":           lines(generatedCall+"\n### HTTP request headers\n\n- **Content-Type**: ", func(i int) string { return fmt.Sprintf("a/b%d, ", i) }),
	"generated, members": lines(generatedCrane, func(i int) string {
		return fmt.Sprintf("**aB%d** | Pointer to **string** | `a_b%d` | [optional]\n", i, i)
	}, generatedBack),
	"generated, one member":             lines(generatedCrane, func(int) string { return "**a** | **string** |  | \n" }, generatedBack),
	"generated, headings of members":    lines("# Crane\n\n", func(int) string { return "## Properties\n\n" }, generatedBack),
	"generated, lists of lists":         lines(generatedCrane+"**a** | **", func(int) string { return "List<" }, "** | | \n"+generatedBack),
	"generated, brackets":               lines(generatedCrane+"**a** | **", func(int) string { return "[" }, "** | | \n"+generatedBack),
	"generated, arrays":                 lines(generatedCrane+"**a** | **string", func(int) string { return "[]" }, "** | | \n"+generatedBack),
	"generated, pointers":               lines(generatedCrane+"**a** | ", func(int) string { return "*" }, "a | | \n"+generatedBack),
	"generated, nullables":              lines(generatedCrane+"**a** | **", func(int) string { return "Nullable" }, "String** | | \n"+generatedBack),
	"generated, alternatives":           lines(generatedCrane+"**a** | **", func(i int) string { return fmt.Sprintf("'v%d' | ", i) }, "'w'** | | \n"+generatedBack),
	"generated, links in a type":        lines(generatedCrane+"**a** | ", func(i int) string { return fmt.Sprintf("[A%d](A%d.md) ", i, i) }, " | | \n"+generatedBack),
	"generated, links that end nowhere": lines(generatedCrane+"**a** | ", func(int) string { return "[a](" }, " | | \n"+generatedBack),
	"generated, cells":                  lines(generatedCrane, func(i int) string { return "**a** | **b" + strings.Repeat(" | ", i%60) + "\n" }, generatedBack),
	"generated, notes":                  lines(generatedCrane+"**a** | **string** | | ", func(i int) string { return fmt.Sprintf("[optional] [default to %d] [enum: a, b] ", i) }, "\n"+generatedBack),
	"generated, notes that do not end":  lines(generatedCrane+"**a** | **string** | | ", func(int) string { return "[default to (enum: " }, "\n"+generatedBack),
	"generated, values":                 lines("# Crane\n\n## Enum\n\n", func(i int) string { return fmt.Sprintf("* `A%d` (value: `\"a%d\"`)\n\n", i, i) }, generatedBack),
	"generated, enums of members": lines(generatedCrane+"**a** | [**AEnum**](#AEnum) | | \n\n", func(i int) string {
		return fmt.Sprintf("## Enum: A%dEnum\n\nName | Value\n---- | ----\nB | \"b\"\n\n", i)
	}, generatedBack),
	"generated, choices": lines("# Crane\n\n## oneOf schemas\n", func(i int) string { return fmt.Sprintf("* [A%d](A%d.md)\n", i, i) }, generatedBack),
	"generated, classes": lines("# Crane\n\n### `openapi_one_of`\n\n```ruby\n", func(i int) string { return fmt.Sprintf("#   :'A%d',\n", i) }, "```\n"+generatedBack),
	"generated, structures": pages(func(i int) (string, string) {
		return fmt.Sprintf("docs/A%d.md", i), fmt.Sprintf("# A%d\n\n## Properties\n\n%s**a** | [**A%d**](A%d.md) | | \n", i, generatedHead, i+1, i+1) + generatedBack
	}),
	"generated, structures of one name": pages(func(i int) (string, string) {
		return fmt.Sprintf("a%d/docs/A.md", i), "# A\n\n## Properties\n\n" + generatedHead + "**a** | **A** | | \n**b** | **B** | | \n" + generatedBack
	}),
	"generated, choices in a chain": pages(func(i int) (string, string) {
		return fmt.Sprintf("docs/A%d.md", i), fmt.Sprintf("# A%d\n\n## oneOf schemas\n* [A%d](A%d.md)\n* [A%d](A%d.md)\n", i, i+1, i+1, i+2, i+2) + generatedBack
	}),
	"generated, servers": pages(func(i int) (string, string) {
		return fmt.Sprintf("docs/A%dApi.md", i), strings.NewReplacer("harbor.example", fmt.Sprintf("harbor%d.example", i), "/cranes", fmt.Sprintf("/cranes%d", i)).Replace(generatedCall)
	}),
	"generated, schemes": lines("# API\n\nClass | Method | HTTP request\n---- | ---- | ----\n*A* | [**a**](A.md#a) | **GET** /a\n\n## Documentation For Authorization\n\n",
		func(i int) string {
			return fmt.Sprintf("### a%d\n\n- **Type**: API key\n- **Location**: HTTP header\n\n", i)
		}),
}

// generatedMethods are a page of n methods, with an index and a section for each.
func generatedMethods(n int, path func(i int) string) fstest.MapFS {
	var index, sections strings.Builder
	for i := range n {
		fmt.Fprintf(&index, "[**a%dOf**](#a) | **POST** %s | A\n", i, path(i))
		fmt.Fprintf(&sections, "## a%dOf\n\n### Parameters\n\n%s**crane** | [**Crane**](Crane.md) | A `crane_kind` | \n**pageSize%d** | **int** | | [optional]\n%s", i, generatedHead, i, generatedEnd)
	}
	return page(generatedIndex + index.String() + "\n" + sections.String())
}

// TestGeneratedGrowth holds that four times the pages take at most six times the processor.
func TestGeneratedGrowth(t *testing.T) {
	testutil.NoRace(t, "measures time")
	testutil.Slow(t, "reads references of many pages")
	for name, docs := range hostileGenerated {
		t.Run(name, func(t *testing.T) { checkGrowth(t, docs, 400) })
	}
}
