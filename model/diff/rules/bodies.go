package rules

import "github.com/docgen-go/docgen/model/diff"

// bodies are about bodies as a whole.
var bodies = []twin{
	{
		before: "### Query Parameters\n\n- `dry: optional boolean`\n",
		after:  "### Query Parameters\n\n- `dry: optional boolean`\n\n### Body Parameters\n\n- `array of string`\n",
		there:  classification{kind: diff.BodyAdded, message: "body added", request: breaking("Requests without a body may be refused.")},
		back:   classification{kind: diff.BodyRemoved, message: "body removed", request: breaking("What programs send is no longer asked for.")},
	},
	{
		before: "### Query Parameters\n\n- `dry: optional boolean`\n",
		after:  "### Query Parameters\n\n- `dry: optional boolean`\n\n### Returns\n\n- `id: string`\n",
		there:  classification{kind: diff.ReturnsAdded, message: "result added", response: info("The method returns a value.")},
		back:   classification{kind: diff.ReturnsRemoved, message: "result removed", response: breaking("Programs get no value.")},
	},
	either("### Body Parameters\n\n- `photo: string`\n", "### Body Parameters\n\n- `photo: file`\n",
		classification{
			kind: diff.MediaChanged, message: "media type changed",
			request: breaking("Requests have a form that is not understood."),
		}),
	either("### Returns\n\n- `id: string`\n\n### Response (200)\n\n```json\n{\"id\": \"p1\"}\n```\n", "### Returns\n\n- `id: string`\n\n### Response (201)\n\n```json\n{\"id\": \"p1\"}\n```\n",
		classification{kind: diff.StatusChanged, message: "status changed", response: info("Success is reported by another number.")}),
}

const (
	unpaged = "-- parcels/list.md --\n## List\n\n**get** `/v1/parcels`\n\n### Returns\n\n- `data: array of string`\n\n- `next_page: string`\n"
	paged   = "-- parcels/list.md --\n## List\n\n**get** `/v1/parcels`\n\n### Query Parameters\n\n- `page: optional string`\n\n### Returns\n\n- `data: array of string`\n\n- `next_page: string`\n"
	byToken = "-- parcels/list.md --\n## List\n\n**get** `/v1/parcels`\n\n### Query Parameters\n\n- `after_id: optional string`\n\n### Returns\n\n- `data: array of string`\n\n- `last_id: string`\n\n- `has_more: boolean`\n"

	parcelEvents = "### Returns\n\n- `id: string`\n"
	eventStream  = "\n### Example\n\n```http\ncurl https://api.harbor.example/v1/parcels \\\n    -X POST \\\n    -H 'Accept: text/event-stream'\n```\n\n#### Response\n\n```http\nevent: moved\ndata: {\"id\": \"p1\"}\n```\n"
)

// lists are about values that come one after the other.
var lists = []twin{
	{
		before: unpaged, after: paged,
		there: classification{kind: diff.PagingAdded, message: "paging added", always: warning("A list may no longer come as a whole.")},
		back:  classification{kind: diff.PagingRemoved, message: "paging removed", always: breaking("Programs find no way to the next page.")},
	},
	either(paged, byToken,
		classification{kind: diff.PagingChanged, message: "paging changed", always: breaking("Programs find no way to the next page.")}),
	{
		before: parcelEvents, after: parcelEvents + eventStream,
		there: classification{kind: diff.StreamAdded, message: "stream added", response: info("A success can come as a stream.")},
		back:  classification{kind: diff.StreamRemoved, message: "stream removed", response: breaking("Programs that read a stream get none.")},
	},
}
