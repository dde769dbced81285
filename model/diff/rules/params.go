package rules

import "github.com/docgen-go/docgen/model/diff"

const refusedParam = "Requests without it are refused."

// params are about what a request carries outside its body.
var params = []twin{
	{
		before: "### Query Parameters\n\n- `dry: optional boolean`\n",
		after:  "### Query Parameters\n\n- `dry: optional boolean`\n\n- `depot: string`\n",
		there:  classification{kind: diff.ParamAddedRequired, message: "required parameter added", request: breaking(refusedParam)},
		back:   classification{kind: diff.ParamRemovedRequired, message: "required parameter removed", request: breaking("What programs send is ignored or refused.")},
	},
	{
		before: "### Query Parameters\n\n- `dry: optional boolean`\n",
		after:  "### Query Parameters\n\n- `dry: optional boolean`\n\n- `depot: optional string`\n",
		there:  classification{kind: diff.ParamAddedOptional, message: "optional parameter added", request: info("There is more to ask for.")},
		back:   classification{kind: diff.ParamRemovedOptional, message: "optional parameter removed", request: breaking("What programs send is ignored or refused.")},
	},
	either("### Query Parameters\n\n- `depot: string`\n\n  Where the parcel is.\n", "### Query Parameters\n\n- `station: string`\n\n  Where the parcel is.\n",
		classification{kind: diff.ParamRenamed, message: "parameter renamed", request: breaking("What programs send under the old name is ignored or refused.")}),
	either("-- parcels/retrieve.md --\n## Retrieve\n\n**get** `/v1/parcels/{id}`\n\n### Path Parameters\n\n- `id: string`\n", "-- parcels/retrieve.md --\n## Retrieve\n\n**get** `/v1/parcels/{parcel_id}`\n\n### Path Parameters\n\n- `parcel_id: string`\n",
		classification{kind: diff.PathParamRenamed, message: "path parameter renamed", request: info("No request shows the name.")}),
	either("### Query Parameters\n\n- `depot: string`\n", "### Header Parameters\n\n- `depot: string`\n",
		classification{kind: diff.ParamMoved, message: "parameter moved to another place", request: breaking("What programs send is not found.")}),
}
