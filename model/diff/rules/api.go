package rules

import "github.com/docgen-go/docgen/model/diff"

const (
	listParcels  = "-- parcels/list.md --\n## List\n\n**get** `/v1/parcels`\n"
	deleteParcel = "-- parcels/delete.md --\n## Delete\n\n**delete** `/v1/parcels/{parcel_id}`\n\n### Path Parameters\n\n- `parcel_id: string`\n"
	listCarriers = "-- carriers/list.md --\n## List\n\n**get** `/v1/carriers`\n"
	curlToHarbor = "### Example\n\n```http\ncurl https://api.harbor.example/v1/parcels \\\n    -X POST \\\n    -H \"Authorization: Bearer $HARBOR_KEY\"\n```\n"
	curlToAll    = "### Example\n\n```http\ncurl https://api.harbor.example/v1/parcels \\\n    -X POST\n```\n"
	curlToPort   = "### Example\n\n```http\ncurl https://api.port.example/v1/parcels \\\n    -X POST \\\n    -H \"Authorization: Bearer $HARBOR_KEY\"\n```\n"
	curlToBoth   = curlToHarbor + "\n```http\ncurl https://api.port.example/v1/parcels \\\n    -X POST \\\n    -H \"Authorization: Bearer $HARBOR_KEY\"\n```\n"
	curlByOther  = "### Example\n\n```http\ncurl https://api.harbor.example/v1/parcels \\\n    -X POST \\\n    -H \"Authorization: Bearer $HARBOR_ADMIN_KEY\"\n```\n"
	curlByHeader = "### Example\n\n```http\ncurl https://api.harbor.example/v1/parcels \\\n    -X POST \\\n    -H \"X-Harbor-Key: $HARBOR_KEY\"\n```\n"
)

// versioned are two methods whose examples send one header with the value, or
// no such header.
func versioned(value string) string {
	header := ""
	if value != "" {
		header = " \\\n    -H 'harbor-version: " + value + "'"
	}
	example := "\n### Example\n\n```http\ncurl https://api.harbor.example/v1/parcels" + header + "\n```\n"
	return listParcels + example + "-- parcels/create.md --\n## Create\n\n**post** `/v1/parcels`\n" + example
}

// apis are about the API as a whole.
var apis = []twin{
	either(curlToHarbor, curlToPort,
		classification{kind: diff.ServerChanged, message: "default server changed", always: breaking("Requests, and the credentials in them, go to another server.")}),
	{
		before: curlToHarbor, after: curlToBoth,
		there: classification{kind: diff.ServerAdded, message: "base URL added", always: info("Programs may call another server.")},
		back:  classification{kind: diff.ServerRemoved, message: "base URL removed", always: breaking("Programs call a server that is no longer documented.")},
	},
	{
		before: curlToAll, after: curlToHarbor,
		there: classification{
			kind: diff.ClientCredentialAdded, message: "credential of the client added",
			always: breaking("Clients are given, or read from the environment, a secret that they never sent."),
		},
		back: classification{
			kind: diff.ClientCredentialRemoved, message: "credential of the client removed",
			always: breaking("Programs that give the client this secret no longer compile."),
		},
	},
	either(curlToHarbor, curlByOther,
		classification{
			kind: diff.ClientCredentialChanged, message: "credential of the client changed",
			always: breaking("Clients send a secret in another way, or read it from another environment variable."),
		}),
	either(curlToHarbor, curlByHeader,
		classification{
			kind: diff.CredentialChanged, message: "credential changed",
			request: breaking("Requests with the old credential may be refused."),
		}),
	{
		before: curlToAll, after: curlToHarbor,
		there: classification{
			kind: diff.CredentialAdded, message: "credential added",
			request: warning("Requests may need a credential that programs don't send."),
		},
		back: classification{
			kind: diff.CredentialRemoved, message: "credential removed",
			request: info("Examples do without it."),
		},
	},
	{
		before: versioned(""), after: versioned("2026-01-01"),
		there: classification{
			kind: diff.ConstantAdded, message: "fixed header or query added",
			request: warning("Examples send what programs don't send yet."),
		},
		back: classification{
			kind: diff.ConstantRemoved, message: "fixed header or query removed",
			request: info("Examples do without it."),
		},
	},
	either(versioned("2026-01-01"), versioned("2026-02-01"),
		classification{
			kind: diff.ConstantChanged, message: "fixed header or query changed",
			request: warning("Another value may select another behavior."),
		}),
	{
		before: listParcels, after: listParcels + listCarriers,
		there: classification{kind: diff.ResourceAdded, message: "resource added", always: info("There is more to call.")},
		back:  classification{kind: diff.ResourceRemoved, message: "resource removed", always: breaking("Programs that call its methods stop working.")},
	},
	either(listParcels+deleteParcel, listDepots+deleteDepot,
		classification{kind: diff.ResourceRenamed, message: "resource renamed", always: warning(otherName)}),
}

// renamed resources keep their methods and paths.
const (
	listDepots  = "-- depots/list.md --\n## List\n\n**get** `/v1/parcels`\n"
	deleteDepot = "-- depots/delete.md --\n## Delete\n\n**delete** `/v1/parcels/{parcel_id}`\n\n### Path Parameters\n\n- `parcel_id: string`\n"
	otherName   = "Requests stay the same unless the path changed; generated code calls it by another name."
)

// methods are about what a method is and where it is reached.
var methods = []twin{
	{
		before: listParcels, after: listParcels + deleteParcel,
		there: classification{kind: diff.MethodAdded, message: "method added", always: info("There is more to call.")},
		back:  classification{kind: diff.MethodRemoved, message: "method removed", always: breaking("Programs that call it stop working.")},
	},
	either(listParcels, "-- parcels/search.md --\n## Search\n\n**get** `/v1/parcels`\n",
		classification{kind: diff.MethodRenamed, message: "method renamed", always: warning("Requests stay the same; generated code calls it by another name.")}),
	either(listParcels+deleteParcel, listDepots+deleteParcel,
		classification{kind: diff.MethodMoved, message: "method moved to another resource", always: warning(otherName)}),
	either(listParcels, "-- parcels/list.md --\n## List\n\n**post** `/v1/parcels`\n",
		classification{kind: diff.VerbChanged, message: "HTTP method changed", always: breaking("Requests reach nothing.")}),
	either(listParcels, "-- parcels/list.md --\n## List\n\n**get** `/v2/parcels`\n",
		classification{kind: diff.PathChanged, message: "path changed", always: breaking("Requests reach nothing.")}),
}
