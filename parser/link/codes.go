package link

import "github.com/docgen-go/docgen/model/diag"

// What is found while the pages of a reference become one API: requests.
var (
	_ = diag.Register(diag.Entry{
		Code: "example-only", Severity: diag.Info,
		Title:   "an example sends a header or query that no page lists",
		Why:     "One example states nothing by itself: it may show a value of one caller. The header or query is no part of the request.",
		Help:    "If all requests need it, say so under fixed in docgen.yaml.",
		Example: "### Returns\n\n- `id: string`\n\n### Example\n\n```http\ncurl -X POST 'https://api.harbor.example/v1/parcels?at=low'\n```\n",
	})
	_ = diag.Register(diag.Entry{
		Code: "fixed-header", Severity: diag.Info,
		Title: "all requests of a resource or of the API send a header",
		Why:   "At least two methods of the resource and most of their examples send it with one value, and no page lists it. It is part of every request, with that value.",
		Help:  "Name it under fixed in docgen.yaml to change or omit it.",
		Example: "-- cranes/create.md --\n## Create\n\n**post** `/v1/cranes`\n\n### Example\n\n```http\ncurl -X POST https://api.harbor.example/v1/cranes -H 'Harbor-Mode: live'\n```\n" +
			"-- cranes/list.md --\n## List\n\n**get** `/v1/cranes`\n\n### Returns\n\n- `data: array of string`\n\n### Example\n\n```http\ncurl https://api.harbor.example/v1/cranes -H 'Harbor-Mode: live'\n```\n",
	})
	_ = diag.Register(diag.Entry{
		Code: "fixed-query", Severity: diag.Info,
		Title: "all requests of a resource or of the API send a query",
		Why:   "At least two methods of the resource and most of their examples send it with one value, and no page lists it. It is part of every request, with that value.",
		Help:  "Name it under fixed in docgen.yaml to change or omit it.",
		Example: "-- cranes/create.md --\n## Create\n\n**post** `/v1/cranes`\n\n### Example\n\n```http\ncurl -X POST 'https://api.harbor.example/v1/cranes?beta=true'\n```\n" +
			"-- cranes/list.md --\n## List\n\n**get** `/v1/cranes`\n\n### Returns\n\n- `data: array of string`\n\n### Example\n\n```http\ncurl 'https://api.harbor.example/v1/cranes?beta=true'\n```\n",
	})
	_ = diag.Register(diag.Entry{
		Code: "header-credential", Severity: diag.Info,
		Title:   "a header that methods list is the credential of the client",
		Why:     "Tables of headers list Authorization, and keys that half of the methods take, like parameters. Callers give a credential once, to the client, and not to each method. A key that fewer list stays a parameter of these, which is told too.",
		Help:    "Nothing is to be done for one of the client: callers give it to NewClient. If all methods take a key that few list, say so in a section on authentication.",
		Example: "-- cranes.md --\n# Cranes\n\n## Turn a crane\n\n```plaintext\nPOST /cranes/:id/turn\n```\n\n### Headers\n\n| Name | Type | Required | Description |\n|---|---|---|---|\n| `Authorization` | string | yes | Bearer token |\n",
	})
	_ = diag.Register(diag.Entry{
		Code: "server-template", Severity: diag.Info,
		Title:   "examples call a server whose name the reader is to fill in",
		Why:     "A base URL with a placeholder cannot be called. It is no server of the API.",
		Help:    "Say the server under base_url in docgen.yaml, or pass it to the client.",
		Example: "### Example\n\n```http\ncurl -X POST https://$PORT_NAME.harbor.example/v1/parcels\n```\n",
	})
	_ = diag.Register(diag.Entry{
		Code: "several-servers", Severity: diag.Warning,
		Title: "examples call different servers",
		Why:   "Clients call one by default: that of the first method, in the order of IDs. Where the servers are regions, the choice is the user's.",
		Help:  "Say the server under base_url in docgen.yaml.",
		Example: "-- cranes/a.md --\n## A\n\n**post** `/v1/a`\n\n### Example\n\n```http\ncurl -X POST https://api.harbor.example/v1/a\n```\n" +
			"-- cranes/b.md --\n## B\n\n**post** `/v1/b`\n\n### Example\n\n```http\ncurl -X POST https://eu.harbor.example/v1/b\n```\n",
	})
	_ = diag.Register(diag.Entry{
		Code: "example-of-another", Severity: diag.Info,
		Title: "an example calls another endpoint",
		Why:   "The path of its method is but the end of that of the endpoint, which stands behind a base URL that is known. What is before it is no base URL.",
		Help:  "Show a request of the endpoint that the example is for.",
		Example: "-- cranes/search.md --\n## Search\n\n**get** `/cranes/{id}/search`\n\n### Example\n\n```http\ncurl https://api.harbor.example/cranes/4/search\n```\n" +
			"-- search.md --\n## Search\n\n**get** `/search`\n\n### Example\n\n```http\ncurl https://api.harbor.example/cranes/4/search\n```\n",
	})
	_ = diag.Register(diag.Entry{
		Code: "list-style", Severity: diag.Warning,
		Title: "examples write the same list in a query in two ways",
		Why:   "A request has one way. The one that most methods show is taken for all lists of that name.",
		Help:  "Settle it under list_styles in docgen.yaml.",
		Example: "-- cranes/list.md --\n## List\n\n**get** `/v1/cranes`\n\n### Query Parameters\n\n- `ids: optional array of string`\n\n### Returns\n\n- `data: array of string`\n\n### Example\n\n```http\ncurl 'https://api.harbor.example/v1/cranes?ids[]=1'\n```\n" +
			"-- cranes/count.md --\n## Count\n\n**get** `/v1/cranes/count`\n\n### Query Parameters\n\n- `ids: optional array of string`\n\n### Returns\n\n- `n: number`\n\n### Example\n\n```http\ncurl 'https://api.harbor.example/v1/cranes/count?ids=1,2'\n```\n",
	})
	_ = diag.Register(diag.Entry{
		Code: "inferred-name", Severity: diag.Info,
		Title:   "no page prints how a parameter is called on the wire",
		Why:     "Only pages of clients have it, which use names of their own. The name is spelled as those of the reference are, and marked as inferred.",
		Help:    "Compare with the published http page, if there is one.",
		Example: "-- go/parcels/list.md --\n## List Parcels\n\n`client.Parcels.List(ctx, params) (*[]Parcel, error)`\n\n**get** `/v1/parcels`\n\n### Parameters\n\n- `params ParcelListParams`\n\n  - `PackedAtGte param.Field[Time]`\n\n    Parcels packed since then.\n\n### Returns\n\n- `[]Parcel`\n\n  - `ID string`\n",
	})
	_ = diag.Register(diag.Entry{
		Code: "stray-parameter", Severity: diag.Warning,
		Title:   "a path parameter has no place in the path",
		Why:     "Nothing says how it would travel. It is left out.",
		Help:    "Compare the path with the published page. The parameter may belong to the query.",
		Example: "-- logs/sum.md --\n## Sum up Logs\n\n**post** `/v1/logs/{log_id}/sum`\n\n### Path Parameters\n\n- `log_id: string`\n\n- `tide: string`\n",
	})
	_ = diag.Register(diag.Entry{
		Code: "inferred-body", Severity: diag.Info,
		Title:   "no page lists the body of a method",
		Why:     "The body is what the request example shows. An example shows neither which members may be missing nor values that it has not.",
		Help:    "Say the types of its fields under types in docgen.yaml where you know more.",
		Example: "### Example\n\n```http\ncurl -X POST https://api.harbor.example/v1/parcels -H 'Content-Type: application/json' -d '{\"label\": \"red\"}'\n```\n",
	})
	_ = diag.Register(diag.Entry{
		Code: "unknown-body", Severity: diag.Warning,
		Title:   "an example sends a body that cannot be read",
		Why:     "No page lists the body, and the example takes it from a file or writes it as no JSON. The method takes any value as its body.",
		Help:    "Look at the published page; pass a value that encodes as the API expects.",
		Example: "### Example\n\n```http\ncurl https://api.harbor.example/v1/parcels -d @body.json\n```\n",
	})
)
