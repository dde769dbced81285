package fuse

import "github.com/docgen-go/docgen/model/diag"

var _ = diag.Register(diag.Entry{
	Code: "dialects-disagree", Severity: diag.Warning,
	Title: "pages of two languages contradict each other",
	Why:   "The same fact of the same item is stated in two ways. The word of one counts, by an order that is the same for all pages: the help names it.",
	Help:  "Ask the API which is true. If the other one is, say so under types in docgen.yaml.",
	Example: "-- parcels/create.md --\n## Create a Parcel\n\n**post** `/v1/parcels`\n\n### Body Parameters\n\n- `label: optional string`\n\n### Returns\n\n- `Parcel object { id }`\n\n  - `id: string`\n" +
		"-- cli/parcels/create.md --\n## Create a Parcel\n\n`$ harbor parcels create`\n\n**post** `/v1/parcels`\n\n### Parameters\n\n- `--label: string`\n\n  Body param: a label.\n\n### Returns\n\n- `parcel: object { id }`\n\n  - `id: string`\n",
})
