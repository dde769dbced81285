package link

import "github.com/docgen-go/docgen/model/diag"

// What is found while the pages of a reference become one API: results, lists,
// streams and types.
var (
	_ = diag.Register(diag.Entry{
		Code: "second-name", Severity: diag.Info,
		Title: "two methods of a resource are one call",
		Why:   "They send the same to the same address and answer alike, as when an API gave a method a new name. One of them stands for both.",
		Help:  "Nothing. The one that stays is the one that is not deprecated, has a name on the Go pages, or says more.",
		Example: "-- files/list.md --\n## List Files\n\n**get** `/files`\n\n### Returns\n\n- `data: array of string`\n" +
			"-- files/retrieve.md --\n## Get Files\n\n**get** `/files`\n\nDeprecated: use list.\n\n### Returns\n\n- `data: array of string`\n",
	})
	_ = diag.Register(diag.Entry{
		Code: "inferred-result", Severity: diag.Info,
		Title:   "no page states what a method returns",
		Why:     "The result is what the response example shows, what the signature of a client names, or a file where the method is called a download. An example shows neither which members may be missing nor values that it has not.",
		Help:    "Say the types of its fields under types in docgen.yaml where you know more.",
		Example: "### Example\n\n```http\ncurl -X POST https://api.harbor.example/v1/parcels\n```\n\n#### Response\n\n```json\n{\"id\": \"par_1\"}\n```\n",
	})
	_ = diag.Register(diag.Entry{
		Code: "inferred-error", Severity: diag.Info,
		Title:   "no page states what an error carries",
		Why:     "Its type is what the examples of its status show. They show neither which members may be missing nor values that they have not.",
		Help:    "Say the types of its fields under types in docgen.yaml where you know more.",
		Example: "-- docs/cranes.apib --\nFORMAT: 1A\n\n# Show a crane [GET /cranes/main]\n\n+ Response 404 (application/json)\n\n        {\"message\": \"gone\"}\n",
	})
	_ = diag.Register(diag.Entry{
		Code: "content-of-head", Severity: diag.Info,
		Title:   "a page says what HEAD answers with",
		Why:     "The answer of a HEAD request has the headers that GET would answer with, and no content (RFC 9110, section 9.3.2). The method returns nothing.",
		Help:    "Nothing is to be done where the page states GET and HEAD at once.",
		Example: "-- cranes.md --\n# Cranes\n\n## See a crane\n\n`GET/HEAD /cranes/:id`\n\n| Attribute | Type | Required |\n|---|---|---|\n| `full` | boolean | no |\n\n### Response\n\n| Attribute | Type |\n|---|---|\n| `id` | integer |\n",
	})
	_ = diag.Register(diag.Entry{
		Code: "unknown-result", Severity: diag.Warning,
		Title:   "no page says or shows what a method returns",
		Why:     "The method gives the content of the response as it is.",
		Help:    "Look at the published page. The copy may have lost its section Returns.",
		Example: "-- docks/list.md --\n## List Docks\n\n**get** `/v1/docks`\n",
	})
	_ = diag.Register(diag.Entry{
		Code: "example-contradicts", Severity: diag.Warning,
		Title:   "a response example contradicts its page",
		Why:     "The page counts. A real value like that of the example is read all the same, and kept where it does not fit; the test of the example is left out of the package.",
		Help:    "Ask the API which is true. If the example is, say the type under types in docgen.yaml.",
		Example: "### Returns\n\n- `id: string`\n\n### Example\n\n```http\ncurl -X POST https://api.harbor.example/v1/parcels\n```\n\n#### Response\n\n```json\n{\"id\": 7}\n```\n",
	})
	_ = diag.Register(diag.Entry{
		Code: "unknown-paging", Severity: diag.Warning,
		Title: "clients turn the pages of a list, but nothing says how",
		Why:   "The signature of a client returns a page, and no parameter was found that selects the next one. The package has no method that goes through all pages.",
		Help:  "Compare with the published page: a parameter may be missing from the copy.",
		Example: "-- moves/list.md --\n## List Moves\n\n**get** `/v1/moves`\n\n### Returns\n\n- `data: array of string`\n\n- `next_page: string`\n" +
			"-- python/moves/list.md --\n## List Moves\n\n`moves.list() -> SyncCursorPage[str]`\n\n**get** `/v1/moves`\n\n### Returns\n\n- `data: List[str]`\n",
	})
	_ = diag.Register(diag.Entry{
		Code: "unpaged-list", Severity: diag.Info,
		Title:   "the pages of a list are not followed",
		Why:     "The list seems to come whole, or something speaks of pages that cannot be followed: the message says what. The package has the method, and none that goes through all pages.",
		Help:    "Nothing where the list comes whole.",
		Example: "-- docks/list.md --\n## List Docks\n\n**get** `/v1/docks`\n\n### Returns\n\n- `data: array of string`\n",
	})
	_ = diag.Register(diag.Entry{
		Code: "assumed-first-page", Severity: diag.Info,
		Title:   "nothing says which number the first page has",
		Why:     "Pages are counted from 1. With an API that counts from 0, going through all pages would skip one.",
		Help:    "Try it. If the first page is 0, pass the number in the parameter.",
		Example: "-- ferries/list.md --\n## List Ferries\n\n**get** `/v1/ferries`\n\n### Query Parameters\n\n- `page: optional number`\n\n### Returns\n\n- `data: array of string`\n",
	})
	_ = diag.Register(diag.Entry{
		Code: "untyped-stream", Severity: diag.Warning,
		Title:   "no page says what a stream carries",
		Why:     "Its events are values of any type.",
		Help:    "Decode them into a type of your own, or look for a page that lists the events.",
		Example: "### Body Parameters\n\n- `stream: optional boolean`\n\n### Returns\n\n- `id: string`\n\n### Example\n\n```http\ncurl https://api.harbor.example/v1/parcels -H 'Content-Type: application/json' -d '{\"stream\": true}'\n```\n\n#### Response\n\n```json\nevent: parcel.moved\ndata: {\"id\":\"par_1\"}\n\nevent: parcel.done\ndata: {\"id\":\"par_1\"}\n```\n",
	})
	_ = diag.Register(diag.Entry{
		Code: "unselected-stream", Severity: diag.Info,
		Title: "nothing selects the stream of a method",
		Why:   "A client answers with a value or with a stream, and no parameter was found that asks for the stream. The package has the method that gives the value.",
		Help:  "Compare with the published page: a parameter may be missing from the copy.",
		Example: "-- runs.md --\n# Runs\n\n## Domain Types\n\n### Run Chunk\n\n- `RunChunk object { text }`\n\n  - `text: string`\n" +
			"-- runs/watch.md --\n## Watch a Run\n\n**get** `/runs/watch`\n\n### Returns\n\n- `Run object { id }`\n\n  - `id: string`\n" +
			"-- typescript/runs/watch.md --\n## Watch a Run\n\n`client.runs.watch(): Run | Stream<RunChunk>`\n\n**get** `/runs/watch`\n\n### Returns\n\n- `Run { id }`\n\n  - `id: string`\n",
	})
	_ = diag.Register(diag.Entry{
		Code: "ambiguous-type", Severity: diag.Warning,
		Title: "two types have one name",
		Why:   "Pages use the name for structures that have nothing in common. Both are kept, told apart by their resource or by their format.",
		Help:  "Nothing, if there are two. Else the pages may be of two revisions: fetch them at one time.",
		Example: "-- docks/retrieve.md --\n## Get a Dock\n\n**get** `/v1/dock`\n\n### Returns\n\n- `state: State`\n\n  - `depth: number`\n\n  - `type: \"dock_state\"`\n\n    - `\"dock_state\"`\n" +
			"-- tugs/retrieve.md --\n## Get a Tug\n\n**get** `/v1/tug`\n\n### Returns\n\n- `state: State`\n\n  - `speed: string`\n\n  - `type: \"tug_state\"`\n\n    - `\"tug_state\"`\n",
	})
	_ = diag.Register(diag.Entry{
		Code: "undeclared-type", Severity: diag.Warning,
		Title:   "no page shows the members of a type",
		Why:     "The type is used and nowhere listed. It is kept as any value.",
		Help:    "Look for the page that declares it, and fetch it.",
		Example: "### Returns\n\n- `crane: Crane`\n",
	})
	_ = diag.Register(diag.Entry{
		Code: "unknown-base", Severity: diag.Warning,
		Title:   "a type extends another whose members no page lists",
		Why:     "The type has its own members only.",
		Help:    "Look for the page that declares the other type, and fetch it.",
		Example: "-- keys.md --\n# Keys\n\n## Domain Types\n\n### Lost Key\n\n- `LostKey = Door { width }`\n\n  - `since: string`\n",
	})
	_ = diag.Register(diag.Entry{
		Code: "self-alias", Severity: diag.Warning,
		Title:   "a type is declared as itself",
		Why:     "Such a declaration has no structure. The type is kept as any value.",
		Help:    "Correct the page, or report it.",
		Example: "-- docks.md --\n# Docks\n\n## Domain Types\n\n### Crane\n\n- `Crane = Crane`\n\n  - `Crane`\n",
	})
)
