package link

import "github.com/docgen-go/docgen/model/diag"

// What is found of statements that hold for all methods, and of what only examples show.
var (
	_ = diag.Register(diag.Entry{
		Code: "unlisted-member", Severity: diag.Warning,
		Title:   "a response example shows members that no page lists",
		Why:     "The page states the members of the response, and these are not among them. They are no fields: a client keeps them in Extra.",
		Help:    "Ask the API whether it sends them. If it does, the page lacks them.",
		Example: "### Returns\n\n- `id: string`\n\n### Example\n\n```http\ncurl -X POST https://api.harbor.example/v1/parcels\n```\n\n#### Response\n\n```json\n{\"id\": \"par_1\", \"colour\": \"red\"}\n```\n",
	})
	_ = diag.Register(diag.Entry{
		Code: "trial-server", Severity: diag.Info,
		Title:   "a page states a base URL for trials",
		Why:     "Clients call the base URL for real requests by default.",
		Help:    "Have callers give WithBaseURL for trials.",
		Example: "-- start.md --\n# Start\n\n## Base URL\n\nSandbox: `https://sandbox.orchard.example`\n" + treeTable,
	})
	_ = diag.Register(diag.Entry{
		Code: "signed-requests", Severity: diag.Warning,
		Title:   "a page says that requests carry a signature",
		Why:     "What is signed, with which key and how, is told in prose, which docgen does not turn into code. Without a signature the server refuses requests.",
		Help:    "Write the function that signs, and give it to NewClient by WithSigner; its example in the package shows one.",
		Example: "-- start.md --\n# Start\n\n## Authentication\n\n- `X-Orchard-Sign`: a hash of time and query\n" + treeTable,
	})
)

// treeTable is a page with an endpoint above a table.
const treeTable = "-- trees.md --\n# Trees\n\n## List trees\n\n`GET /trees`\n\n| Parameter | Type | Required | Description |\n|---|---|---|---|\n| `kind` | string | no | Which. |\n\n```json\n[{\"id\": \"t1\"}]\n```\n"
