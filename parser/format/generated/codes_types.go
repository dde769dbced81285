package generated

import "github.com/docgen-go/docgen/model/diag"

// What is found about types, names and credentials.
var (
	_ = diag.Register(diag.Entry{
		Code: "empty-structure", Severity: diag.Warning,
		Title:   "the page of a structure lists neither members nor values",
		Why:     "Generators write such pages for enums in some languages, and for structures that have no members. It is any value.",
		Help:    "Say the type under types in docgen.yaml.",
		Example: exampleCall + exampleEnd + exampleTurn + exampleBack,
	})
	_ = diag.Register(diag.Entry{
		Code: "mixed-structure", Severity: diag.Warning,
		Title:   "a page lists members and values, or alternatives",
		Why:     "A structure is one of them. What else the page lists is not in the model.",
		Help:    "Generate the pages again, or keep one of the lists.",
		Example: exampleCall + exampleEnd + exampleTurn + "**Angle** | **int32** |  | \n\n## Enum\n\n* `LEFT` (value: `\"left\"`)\n" + exampleBack,
	})
	_ = diag.Register(diag.Entry{
		Code: "member-twice", Severity: diag.Warning,
		Title:   "two members of a structure have one name on the wire",
		Why:     "The first one counts. Names of a client that differ may be one name where it is concluded how they travel.",
		Help:    "Look at a request.",
		Example: exampleCall + exampleEnd + exampleTurn + "**Angle** | **int32** |  | \n**angle** | **string** |  | \n" + exampleBack,
	})
	_ = diag.Register(diag.Entry{
		Code: "undescribed-credential", Severity: diag.Warning,
		Title:   "no page says how a credential is sent",
		Why:     "Pages of methods give it but a name. How it is sent stands in the README.md of the client. A name with basic, bearer, oauth or jwt in it tells; of others there is no option.",
		Help:    "Put the README.md beside the docs folder and name the folder of both as DOCS, or add it under authentication in docgen.yaml.",
		Example: exampleCall + "### Authorization\n\n[HarborKey](../README.md#HarborKey)\n" + exampleEnd,
	})
	_ = diag.Register(diag.Entry{
		Code: "client-pages", Severity: diag.Info,
		Title:   "pages about a client stand beside definitions of the API",
		Why:     "Definitions in OpenAPI say more than pages that were made of them once, perhaps of another version. The pages are documentation; an endpoint that they list and nobody defines is a warning.",
		Help:    "Name the folder of the client's pages alone as DOCS to read the API from them.",
		Example: exampleCall + exampleEnd + "-- openapi.yaml --\nopenapi: 3.1.0\ninfo: {title: Harbor}\npaths: {/cranes/{id}/turn: {post: {parameters: [{name: id, in: path, required: true, schema: {type: string}}], responses: {\"204\": {description: ok}}}}}\n",
	})
	_ = diag.Register(diag.Entry{
		Code: "undescribed-slot", Severity: diag.Info,
		Title:   "no table describes the slot of a path",
		Why:     "It is a text, which callers have to give: the path of the index has it.",
		Help:    "Nothing is to be done, unless it is no text: say the type under types in docgen.yaml.",
		Example: exampleIndex + "\n## TurnCrane\n" + exampleEnd,
	})
	_ = diag.Register(diag.Entry{
		Code: "inferred-location", Severity: diag.Info,
		Title:   "where parameters travel is concluded",
		Why:     "The pages tell those of the path, and no others apart. What has the type of a structure is the body, what a description or its name says to be a header is one, what stands beside the type of a form is in the form, and the rest is in the query. Each has evidence.",
		Help:    "Look at a request of each kind.",
		Example: exampleCall + exampleOthers + "**speed** | **int32** |  | [optional]\n" + exampleEnd,
	})
	_ = diag.Register(diag.Entry{
		Code: "inferred-list-style", Severity: diag.Info,
		Title:   "how lists are written in queries is concluded",
		Why:     "Generators print that a parameter is a list, and not how it is sent. Each element is a parameter of its own, which most APIs take.",
		Help:    "Set list_styles in docgen.yaml where the server wants another form.",
		Example: exampleCall + exampleOthers + "**speeds** | **[]int32** |  | [optional]\n\n### HTTP request headers\n\n- **Content-Type**: Not defined\n",
	})
	_ = diag.Register(diag.Entry{
		Code: "inferred-required", Severity: diag.Info,
		Title:   "nothing says whether parameters are required",
		Why:     "Pages of some languages mark nothing, and tell it in the example beside the tables. Where there is none, a body is required and nothing else is.",
		Help:    "Look at a request of each kind.",
		Example: exampleCall + exampleOthers + "**speed** | **int32** |  | \n" + exampleEnd,
	})
	_ = diag.Register(diag.Entry{
		Code: "inferred-casing", Severity: diag.Warning,
		Title:   "names are printed as the client has them",
		Why:     "How they travel is concluded from slots of paths and from names in descriptions, and is a note then. Where nothing shows it, names with capitals are taken for camelCase, and it is a warning.",
		Help:    "Look at one request, and compare the names. A path or a description that has names as they travel decides it for all.",
		Example: exampleCall + exampleEnd + exampleTurn + "**TurnSpeed** | **int32** |  | \n" + exampleBack,
	})
)
