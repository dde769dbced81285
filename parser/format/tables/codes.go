package tables

import "github.com/docgen-go/docgen/model/diag"

// exampleHead begins the pages of the examples below.
const exampleHead = "-- cranes.md --\n# Cranes\n\n## Turn a crane\n\n```plaintext\nPOST /cranes/:id/turn\n```\n\n"

// What is found while tables are read.
var (
	_ = diag.Register(diag.Entry{
		Code: "unreadable-row", Severity: diag.Error,
		Title:   "a row of a table of attributes has no name",
		Why:     "The row is not in the model: nothing of its cell reads as a name that travels.",
		Help:    "A name is one word, perhaps with dots and brackets. What else is to be said belongs into the description.",
		Example: exampleHead + "| Attribute | Type | Required |\n|---|---|---|\n| `angle` | number | yes |\n| how far it goes | number | no |\n",
	})
	_ = diag.Register(diag.Entry{
		Code: "unknown-type", Severity: diag.Warning,
		Title:   "the type of an attribute is in words that are not known",
		Why:     "The attribute takes or has any value, or what of its type could be read.",
		Help:    "Link the type to the table that declares it, or say a type under types in docgen.yaml.",
		Example: exampleHead + "| Attribute | Type | Required |\n|---|---|---|\n| `angle` | turnings | yes |\n",
	})
	_ = diag.Register(diag.Entry{
		Code: "uncertain-type", Severity: diag.Warning,
		Title:   "the word for a type means several",
		Why:     "Vendors write numbers with many digits as texts or as numbers, and call both by the same word. No example decides it.",
		Help:    "Say a type under types in docgen.yaml.",
		Example: exampleHead + "| Attribute | Type | Required |\n|---|---|---|\n| `angle` | decimal | yes |\n",
	})
	_ = diag.Register(diag.Entry{
		Code: "untyped-attribute", Severity: diag.Warning,
		Title:   "a row says no type",
		Why:     "The attribute takes or has any value.",
		Help:    "Say a type under types in docgen.yaml.",
		Example: exampleHead + "| Attribute | Required | Description |\n|---|---|---|\n| `angle` | yes | How far. |\n",
	})
	_ = diag.Register(diag.Entry{
		Code: "unknown-need", Severity: diag.Warning,
		Title:   "a cell says neither that an attribute is required nor that it is optional",
		Why:     "No other word of the row says it either, so that the attribute is read as the reference marks those without a word.",
		Help:    "Say under tables in docgen.yaml which words mean yes and no, or whether the field is required under types.",
		Example: exampleHead + "| Attribute | Type | Required |\n|---|---|---|\n| `angle` | number | perhaps |\n",
	})
	_ = diag.Register(diag.Entry{
		Code: "verbless-endpoint", Severity: diag.Warning,
		Title:   "a path stands above a table of attributes without a verb",
		Why:     "Only a verb and a path state an endpoint. The table is read as a type, or not at all.",
		Help:    "Say the verb before the path, or in a line of its own: Method: GET.",
		Example: exampleHead + "| Attribute | Type | Required |\n|---|---|---|\n| `angle` | number | yes |\n\n## Stop a crane\n\n`/cranes/:id/stop`\n\n| Attribute | Type | Required |\n|---|---|---|\n| `slowly` | boolean | yes |\n",
	})
	_ = diag.Register(diag.Entry{
		Code: "endpoint-from-example", Severity: diag.Warning,
		Title:   "only examples show an endpoint",
		Why:     "Its section lists attributes, and all examples in it request one verb and path. These are taken for the endpoint.",
		Help:    "Look whether a part of the path is a value that differs from call to call. State the endpoint below its heading, a verb and a path alone.",
		Example: exampleHead + "| Attribute | Type | Required |\n|---|---|---|\n| `angle` | number | yes |\n\n## Weather at the cranes\n\n### Query Parameters\n\n| Name | Type | Required |\n|---|---|---|\n| `hours` | integer | no |\n\n### Example Request\n\n```http\nGET /weather?hours=2 HTTP/1.1\n```\n",
	})
	_ = diag.Register(diag.Entry{
		Code: "endpoints-by-name", Severity: diag.Info,
		Title:   "the endpoints of methods follow from their names",
		Why:     "Headings name the methods, and the page says once with which verb and at which URL all of them are called. Where it says several verbs, the one is taken that has a body.",
		Help:    "Look whether the verb and the path of the finding are those with which the API is called.",
		Example: "-- cranes.md --\n# Cranes\n\nCall `https://cranes.example.com/v1/METHOD_NAME`. All calls are made with **POST**.\n\n## turnCrane\n\n| Parameter | Type | Required |\n|---|---|---|\n| `angle` | number | yes |\n\n## stopCrane\n\n| Parameter | Type | Required |\n|---|---|---|\n| `slowly` | boolean | no |\n\n## liftLoad\n\n| Parameter | Type | Required |\n|---|---|---|\n| `height` | number | yes |\n",
	})
	_ = diag.Register(diag.Entry{
		Code: "method-in-body", Severity: diag.Error,
		Title:   "a table is about a method that requests name in their body",
		Why:     "One endpoint serves many methods (JSON-RPC). docgen has one method for each verb and path; members of the body that only some of them take would be wrong for the others.",
		Help:    "Call the endpoint by its method in Go with a body of your own.",
		Example: exampleHead + "| Attribute | Type | Required |\n|---|---|---|\n| `angle` | number | yes |\n\n```json\n{\"jsonrpc\": \"2.0\", \"method\": \"turn\", \"params\": {\"angle\": 4}}\n```\n",
	})
	_ = diag.Register(diag.Entry{
		Code: "ownerless-parameters", Severity: diag.Warning,
		Title:   "a table of parameters belongs to no endpoint",
		Why:     "A label announces parameters of a request, but no verb and path stand above. The table is a type that no method uses, unless a link leads to it.",
		Help:    "State the endpoint, a verb and a path alone, above the table.",
		Example: exampleHead + "| Attribute | Type | Required |\n|---|---|---|\n| `angle` | number | yes |\n\n# Stopping\n\nName: `stop`\n\n**Parameters:**\n\n| Attribute | Type | Required |\n|---|---|---|\n| `slowly` | boolean | yes |\n",
	})
	_ = diag.Register(diag.Entry{
		Code: "written-by-others", Severity: diag.Info,
		Title:   "an endpoint is read without what others of its section write",
		Why:     "One list of attributes stands below several endpoints, of which some write and some read or delete. What the page does not place goes into the bodies of those that write.",
		Help:    "If the endpoint takes some of them in its query, say on the page that they are query parameters.",
		Example: "-- cranes.md --\n# Cranes\n\n## Keep a crane\n\n| Method | Path |\n|---|---|\n| `POST` | `/cranes/:id` |\n| `DELETE` | `/cranes/:id` |\n\n### Parameters\n\n- `id` `(string: <required>)` - Which.\n- `angle` `(int: <required>)` - How far.\n- `slowly` `(bool: false)` - How.\n",
	})
	_ = diag.Register(diag.Entry{
		Code: "slot-by-place", Severity: diag.Info,
		Title:   "a row has another name than the slot of the path that it is about",
		Why:     "It stands among the rows of the other slots where the slot stands in the path, has to be sent, and no row is called after the slot. It is no parameter beside the path.",
		Help:    "Call the row as the path does.",
		Example: exampleHead + "| Attribute | Type | Required |\n|---|---|---|\n| `angle` | number | yes |\n\n## Show a hook\n\n```plaintext\nGET /cranes/:crane_id/hooks/:hook_iid\n```\n\n| Attribute | Type | Required |\n|---|---|---|\n| `crane_id` | integer | yes |\n| `hook_id` | integer | yes |\n",
	})
	_ = diag.Register(diag.Entry{
		Code: "included-text", Severity: diag.Warning,
		Title:   "a page takes parameters from another file",
		Why:     "A line such as @include 'common.mdx' in a section of parameters stands for the text of another file, which is put there when the site is made. Nothing of it is in the model.",
		Help:    "Put the text into the page, or give docgen the pages as the site shows them.",
		Example: exampleHead + "### Parameters\n\n- `angle` `(int: <required>)` - How far.\n- `slowly` `(bool: false)` - How.\n\n@include 'common.mdx'\n",
	})
	_ = diag.Register(diag.Entry{
		Code: "members-of-scalar", Severity: diag.Warning,
		Title:   "rows list members of an attribute whose type has none",
		Why:     "One of the two is wrong. The attribute is read as an object with the members.",
		Help:    "If the type is right, say it under types in docgen.yaml.",
		Example: exampleHead + "| Attribute | Type | Required |\n|---|---|---|\n| `arm` | boolean | yes |\n| > `angle` | number | yes |\n",
	})
	_ = diag.Register(diag.Entry{
		Code: "unplaced-members", Severity: diag.Warning,
		Title:   "a table lists members of an attribute that no row has",
		Why:     "The label above the table names the attribute. The rows are read as members of the whole request or response.",
		Help:    "Look whether the attribute is called otherwise above, or lacks a row.",
		Example: exampleHead + "Response:\n\n| Field | Type |\n|---|---|\n| `angle` | number |\n\n`arm` object:\n\n| Field | Type |\n|---|---|\n| `length` | number |\n",
	})
	_ = diag.Register(diag.Entry{
		Code: "stated-twice", Severity: diag.Warning,
		Title:   "an endpoint is stated twice with different attributes",
		Why:     "One verb and path is one method. What only one of the statements lists is optional in it, though it may be required where that statement holds.",
		Help:    "Look whether the later statement is meant to have another path or verb.",
		Example: exampleHead + "| Attribute | Type | Required |\n|---|---|---|\n| `angle` | number | yes |\n\n## Turn a crane slowly\n\n```plaintext\nPOST /cranes/:id/turn\n```\n\n| Attribute | Type | Required |\n|---|---|---|\n| `angle` | number | yes |\n| `speed` | number | yes |\n",
	})
	_ = diag.Register(diag.Entry{
		Code: "duplicate-value", Severity: diag.Warning,
		Title:   "a table lists a value twice",
		Why:     "The first row counts; what the other says of the value is lost.",
		Help:    "Look which of the rows is meant.",
		Example: exampleHead + "| Attribute | Type | Required |\n|---|---|---|\n| `angle` | number | yes |\n\n# Crane Kinds\n\n| Value | Name |\n|---|---|\n| 1 | SMALL |\n| 1 | LARGE |\n",
	})
	_ = diag.Register(diag.Entry{
		Code: "unreadable-example", Severity: diag.Warning,
		Title:   "a response example is no JSON",
		Why:     "Comments, ellipses and trailing commas are read over. What is left is no value, so that nothing is inferred from the example.",
		Help:    "If the result of the method is wrong, say it under types in docgen.yaml.",
		Example: exampleHead + "| Attribute | Type | Required |\n|---|---|---|\n| `angle` | number | yes |\n\nExample response:\n\n```json\n{\"angle\": }}\n```\n",
	})
	_ = diag.Register(diag.Entry{
		Code: "optional-path", Severity: diag.Warning,
		Title:   "a part of a path may be missing",
		Why:     "A method has one path. Slots that may be missing are always sent, and suffixes and constants never.",
		Help:    "State the endpoint once with the part and once without it, if programs need both.",
		Example: exampleHead + "| Attribute | Type | Required |\n|---|---|---|\n| `angle` | number | yes |\n\n## Show a crane\n\n```plaintext\nGET /cranes/:id[.format]\n```\n\n| Attribute | Type | Required |\n|---|---|---|\n| `full` | boolean | no |\n",
	})
	_ = diag.Register(diag.Entry{
		Code: "missing-page", Severity: diag.Info,
		Title:   "pages link to one that is not there",
		Why:     "Most pages that they link to are there. What the missing one states, such as how all lists are paged, is not in the model, and docgen diff marks what stood there before as doubtful.",
		Help:    "Fetch the page, if it is one of the reference.",
		Example: exampleHead + "Turning is [paged](turning.md), as [ships](ships.md), [tugs](tugs.md) and [berths](berths.md) are.\n\n| Attribute | Type | Required |\n|---|---|---|\n| `angle` | number | yes |\n-- ships.md --\n# Ships\n-- tugs.md --\n# Tugs\n-- berths.md --\n# Berths\n",
	})
	_ = diag.Register(diag.Entry{
		Code: "failure-example", Severity: diag.Info,
		Title:   "a response example shows what a failed call answers",
		Why:     "It is made of members of errors only, and its message or the text above it says so. It is no part of the result.",
		Help:    "If it is an answer of a call that succeeded, say the result under types in docgen.yaml.",
		Example: exampleHead + "| Attribute | Type | Required |\n|---|---|---|\n| `angle` | number | yes |\n\nExample response:\n\n```json\n{\"turned\": 4}\n```\n\nWhen turning has failed, you see why:\n\n```json\n{\"message\": \"It is stuck.\"}\n```\n",
	})
	_ = diag.Register(diag.Entry{
		Code: "list-kept-as-text", Severity: diag.Info,
		Title:   "a list of an endpoint is documentation",
		Why:     "Its items are like attributes, but say no types, and no title above it is one that docgen knows as one of parameters or of the answer.",
		Help:    "If the list has attributes, report the words of its title.",
		Example: exampleHead + "| Attribute | Type | Required |\n|---|---|---|\n| `angle` | number | yes |\n\n### Knobs\n\n- `speed`: How fast it turns\n- `brake`: Where it stops\n",
	})
	_ = diag.Register(diag.Entry{
		Code: "table-kept-as-text", Severity: diag.Info,
		Title:   "a table of a reference page is documentation",
		Why:     "Its columns are none that docgen knows as names of attributes or values.",
		Help:    "If the table lists attributes, report the words of its head.",
		Example: exampleHead + "| Attribute | Type | Required |\n|---|---|---|\n| `angle` | number | yes |\n\n## Change log\n\n| Date | Change |\n|---|---|\n| 2024-05-01 | turns |\n",
	})
)
