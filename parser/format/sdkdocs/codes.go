package sdkdocs

import "github.com/docgen-go/docgen/model/diag"

// What is found in the layout of a reference and while its dialects are laid
// over each other.
var (
	_ = diag.Register(diag.Entry{
		Code: "unplaced-items", Severity: diag.Info,
		Title:   "items of a rendered copy were not read",
		Why:     "The copy lost its indentation, and nothing tells what the items belong to. The http copy of the page, whose structure counts, does not have them.",
		Help:    "Read the published page in place of the copy, or keep the http copy of the same revision beside it.",
		Example: "A copy of a page in Python, beside an http copy that lacks a part of it.\n",
		Case:    "TestEventWithoutName",
	})
	_ = diag.Register(diag.Entry{
		Code: "guessed-nesting", Severity: diag.Warning,
		Title: "nothing tells what an item of a rendered copy belongs to",
		Why:   "The copy lost its indentation. Two readings fit what its items announce, and one was taken; with the other a type would have another member. Where names speak for one of them, the finding is a note.",
		Help:  "Look at the published page. If the guess is wrong, read that page in place of the copy.",
		Example: `-- resources/fleet/methods/plan.md --
# Plan

POST/fleet

##### Body ParametersJSONExpand Collapse

legs: array of [Leg](/api/reference/resources/fleet#(resource)%20fleet%20%3E%20(model)%20leg%20%3E%20(schema))

One of the following:

Sea object { port }

port: string

Road object { stops }

stops: optional array of [Halt](/api/reference/resources/fleet#(resource)%20fleet%20%3E%20(model)%20halt%20%3E%20(schema))

One of the following:

Fuel object { litres }

litres: number

Rail object { wagons }

wagons: number

note: string
`,
	})
	_ = diag.Register(diag.Entry{
		Code: "other-dialect", Severity: diag.Warning,
		Title:   "pages of a language were not read",
		Why:     "Rendered copies in a language are read along the http copy of the same page, which is not there. The finding is a note where --dialects or docgen.yaml leave the language out.",
		Help:    "Put the http copies beside them.",
		Example: "A folder with rendered copies in Go alone.\n",
		Case:    "TestRenderedCopyOfALanguage",
	})
	_ = diag.Register(diag.Entry{
		Code: "unread-dialect", Severity: diag.Warning,
		Title: "pages are in a language that docgen does not read",
		Why:   "The pages lie where those of a language lie and are not in the API. Methods that only they have are missing.",
		Help:  "Nothing, where the http pages have all methods. Else report the language.",
		Example: "-- oars/list.md --\n## List Oars\n\n**get** `/v1/oars`\n\n### Returns\n\n- `data: array of string`\n" +
			"-- rust/oars/list.md --\n## List Oars\n\n`client.oars().list(params) -> Result<Vec<String>>`\n\n**get** `/v1/oars`\n\n### Returns\n\n- `data: Vec<String>`\n",
	})
	_ = diag.Register(diag.Entry{
		Code: "two-wordings", Severity: diag.Warning,
		Title: "a method stands on two pages in two wordings",
		Why:   "A reference prints a method on its own page and on those above it, word for word. Where the words differ, the pages are of two revisions or one of them was cut. The method's own page counts. Between pages of clients it is a note.",
		Help:  "Fetch both pages again.",
		Example: "-- docks.md --\n# Docks\n\n## Get a Dock\n\n**get** `/v1/docks/{dock_id}`\n\n### Path Parameters\n\n- `dock_id: string`\n\n### Returns\n\n- `depth: string`\n" +
			"-- docks/retrieve.md --\n## Get a Dock\n\n**get** `/v1/docks/{dock_id}`\n\n### Path Parameters\n\n- `dock_id: string`\n\n### Returns\n\n- `depth: number`\n",
	})
	_ = diag.Register(diag.Entry{
		Code: "cut-page", Severity: diag.Warning,
		Title:   "a page ends within an item, a fence, a table or a section",
		Why:     "The copy broke off: what was begun has no end, or what a heading, a label or the head of a table announces does not follow. What stood below is unknown, so that the finding is a doubt about all that the page states.",
		Help:    "Fetch the page again.",
		Example: "-- docks/list.md --\n## List Docks\n\n**get** `/v1/docks`\n\n### Returns\n\n- `data: array of string`\n\n### Example\n\n```http\ncurl https://api.harbor.example/v1/docks\n",
	})
	_ = diag.Register(diag.Entry{
		Code: "gone-page", Severity: diag.Warning,
		Title: "an index leads to a page that is not there",
		Why:   "The other pages that the index leads to are there, so that one was missed. Its methods may be missing from the API.",
		Help:  "Fetch the page, or fetch all pages again at one time.",
		Example: "-- index.md --\n# Reference\n\n- [Get a Crane](/docs/api/cranes/retrieve.md)\n- [List Cranes](/docs/api/cranes/list.md)\n- [Book a Crane](/docs/api/cranes/book.md)\n- [Release a Crane](/docs/api/cranes/release.md)\n" +
			"-- cranes/retrieve.md --\n## Get a Crane\n\n**get** `/v1/cranes/{crane_id}`\n\n### Path Parameters\n\n- `crane_id: string`\n\n### Returns\n\n- `id: string`\n" +
			"-- cranes/book.md --\n## Book a Crane\n\n**post** `/v1/cranes`\n" +
			"-- cranes/list.md --\n## List Cranes\n\n**get** `/v1/cranes`\n\n### Returns\n\n- `data: array of string`\n",
	})
	_ = diag.Register(diag.Entry{
		Code: "faulty-method", Severity: diag.Warning,
		Title:   "a line announces a method that cannot be called",
		Why:     "The verb is none of HTTP, or the path is missing or not well formed. The section below is not read as a method.",
		Help:    "Correct the line, as in \"**get** `/v1/docks/{dock_id}`\", or report the page.",
		Example: "-- docks/retrieve.md --\n## Get a Dock\n\n**get** `/v1/docks/{dock_id`\n\n### Returns\n\n- `id: string`\n-- docks/list.md --\n## List Docks\n\n**get** `/v1/docks`\n",
	})
	_ = diag.Register(diag.Entry{
		Code: "orphan-method", Severity: diag.Info,
		Title: "http pages do not have a method that a client has",
		Why:   "The method is read from the page of the client. Clients do not print where each parameter travels nor how it is called on the wire; both are concluded and marked as such.",
		Help:  "Compare the method with the published http page, if there is one.",
		Example: "-- parcels/list.md --\n## List Parcels\n\n**get** `/v1/parcels`\n\n### Returns\n\n- `data: array of string`\n" +
			"-- python/parcels/list.md --\n## List Parcels\n\n`parcels.list() -> object`\n\n**get** `/v1/parcels`\n\n### Returns\n\n- `data: List[str]`\n" +
			"-- python/parcels/weigh.md --\n## Weigh a Parcel\n\n`parcels.weigh(strparcel_id) -> Weighing`\n\n**post** `/v1/parcels/{parcel_id}/weigh`\n\n### Parameters\n\n- `parcel_id: str`\n\n### Returns\n\n- `class Weighing: …`\n\n  - `grams: int`\n",
	})
	_ = diag.Register(diag.Entry{
		Code: "unaligned-field", Severity: diag.Info,
		Title: "pages of a client say nothing of members that http pages have",
		Why:   "Nothing is lost: the members are in the API as the http pages have them. What only clients know of a member, such as whether a number is an integer, stays unknown for these.",
		Help:  "Nothing, unless the member should be there under another name; then report the pages.",
		Example: "-- parcels/retrieve.md --\n## Get a Parcel\n\n**get** `/v1/parcels/{parcel_id}`\n\n### Path Parameters\n\n- `parcel_id: string`\n\n### Returns\n\n- `Parcel object { id, rope }`\n\n  - `id: string`\n\n  - `rope: number`\n" +
			"-- go/parcels/retrieve.md --\n## Get a Parcel\n\n`client.Parcels.Get(ctx, parcelID) (*Parcel, error)`\n\n**get** `/v1/parcels/{parcel_id}`\n\n### Parameters\n\n- `parcelID string`\n\n### Returns\n\n- `type Parcel struct{…}`\n\n  - `ID string`\n\n  - `Chain int64`\n",
	})
)
