package parser_test

import (
	"fmt"
	"maps"
	"testing/fstest"
)

func init() {
	maps.Copy(hostile, hostileNamed)
	maps.Copy(tableGrowths, hostileNamed)
}

const namedAbove = "# A\n\nCall `https://a.example/b/METHOD_NAME`. All calls are made with **POST**.\n\n"

// hostileNamed are hostile pages of the forms beside tables: methods that headings name,
// code that its indentation marks, sections within lists, methods within bodies.
var hostileNamed = map[string]func(n int) fstest.MapFS{
	"named methods": lines(namedAbove, func(i int) string { return fmt.Sprintf("## getA%d\n\nReturns *True*.\n\n", i) }),
	"named methods, by requests": lines("# A\n\nAll calls must be made using POST.\n\n", func(i int) string {
		return fmt.Sprintf("## a/b%d\n\n    curl -X POST https://a.example/a/b%d\n\n", i, i)
	}),
	"named methods, one long URL": lines(namedAbove+"## getA\n\n## getB\n\n## getC\n\nhttps://a.example", func(i int) string { return fmt.Sprintf("/a%d", i) }),
	"named methods, stated below": lines(namedAbove, func(i int) string { return fmt.Sprintf("## getA%d\n\n`GET /a/%d`\n\n", i, i) }),
	"indented code":               lines(tableStated, func(i int) string { return fmt.Sprintf("    {\"a\": %d}\n\nb\n\n", i) }),
	"indented code, one":          lines(tableStated+"    HTTP/1.1 200 OK\n\n", func(i int) string { return fmt.Sprintf("    \n        {\"a\": %d}\n", i) }),
	"labels among items": lines(tableStated, func(i int) string {
		return fmt.Sprintf("- **Note:** b %d\n- **Parameters:**\n  - `a%d` (optional): c\n", i, i)
	}),
	"lists below labels": lines(tableStated, func(i int) string { return fmt.Sprintf("Parameters:\n\n- a%d - b\n- c d e\n\n", i) }),
	"members in bold":    lines(tableStated+"Parameters:\n\n", func(i int) string { return fmt.Sprintf("- **a%d** - b\n    - **c** - d\n        - **e** - f\n", i) }),
	"methods in bodies": lines(tableStated, func(i int) string {
		return fmt.Sprintf("## a%d\n\n```json\n{\"jsonrpc\": \"2.0\", \"method\": \"a%d\"}\n```\n\n", i, i) + tableHead + "| a | string | yes | |\n\n"
	}),
	"requests in examples": lines("# A\n\n", func(i int) string {
		return "## B\n\n" + tableHead + fmt.Sprintf("| a%d | string | no | |\n\n### Example Request\n\n```\nGET /b/c HTTP/1.1\n```\n\n", i)
	}),
	"slots in round brackets": lines("# A\n\n", func(i int) string { return fmt.Sprintf("## B %d\n\n`GET /a%d/(id or name)/(b)/(c`\n\n", i, i) }),
	"printed requests": lines(tableStated, func(i int) string {
		return fmt.Sprintf("```http\nPOST /a HTTP/1.1\nX-B%d: c\n\n{\"d%d\": 1}\n```\n\n", i, i)
	}),
}
