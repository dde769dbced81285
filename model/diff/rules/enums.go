package rules

import (
	"fmt"

	"github.com/docgen-go/docgen/model/diff"
)

// taggedBy is a union whose objects are told apart by a field.
func taggedBy(field string) string {
	return fmt.Sprintf("- `to: object { %[1]s, name }  or object { %[1]s, vat }`\n\n"+tagged, field)
}

const (
	twoServices   = "- `service: \"economy\" or \"express\"`\n\n  - `\"economy\"`\n\n  - `\"express\"`\n"
	threeServices = "- `service: \"economy\" or \"express\" or \"night\"`\n\n  - `\"economy\"`\n\n  - `\"express\"`\n\n  - `\"night\"`\n"
	twoKnown      = "- `service: \"economy\" or \"express\" or string`\n\n  - `\"economy\"`\n\n  - `\"express\"`\n\n  - `string`\n"
	threeKnown    = "- `service: \"economy\" or \"express\" or \"night\" or string`\n\n  - `\"economy\"`\n\n  - `\"express\"`\n\n  - `\"night\"`\n\n  - `string`\n"
)

// enums are about lists of values.
var enums = []twin{
	{
		before: twoServices, after: threeServices,
		there: classification{
			kind: diff.EnumValueAdded, message: "value added",
			request:  info("One more value is fine."),
			response: warning("Responses may hold a value that programs don't know."),
		},
		back: classification{
			kind: diff.EnumValueRemoved, message: "value removed",
			request:  breaking("Requests with the value are refused."),
			response: info("Responses no longer hold the value."),
		},
	},
	{
		before: twoKnown, after: threeKnown,
		there: classification{
			kind: diff.KnownValueAdded, message: "known value added",
			request:  info("Others were allowed before; this one has a name now."),
			response: info("Others were allowed before; this one has a name now."),
		},
		back: classification{
			kind: diff.KnownValueRemoved, message: "known value removed",
			request:  warning("The value is still allowed and may no longer mean anything."),
			response: info("Others are allowed; this one has no name any more."),
		},
	},
	{
		before: twoServices, after: twoKnown,
		there: classification{
			kind: diff.EnumOpened, message: "other values allowed",
			request:  info("Any value is fine."),
			response: warning("Responses may hold values that programs don't know."),
		},
		back: classification{
			kind: diff.EnumClosed, message: "other values no longer allowed",
			request:  breaking("Requests with values that are not listed are refused."),
			response: info("Responses hold only listed values."),
		},
	},
}

const (
	noTypes     = "-- parcels.md --\n# Parcels\n\n## List\n\n**get** `/v1/parcels`\n\n"
	domainTypes = noTypes + "## Domain Types\n\n### Scan\n\n- `Scan object { id, at }`\n\n  Sent to webhooks.\n\n  - `id: string`\n\n  - `at: string`\n"
	usesScan    = "### Returns\n\n- `first: Scan`\n\n  - `id: string`\n\n  - `at: string`\n"
	usesPing    = "### Returns\n\n- `first: Ping`\n\n  - `id: string`\n\n  - `at: string`\n"
)

// declarations are about types as such.
var declarations = []twin{
	{
		before: noTypes, after: domainTypes,
		there: classification{kind: diff.TypeAdded, message: "type declared", always: info("No method uses it; it may be the payload of an event.")},
		back:  classification{kind: diff.TypeRemoved, message: "type no longer declared", always: warning("No method used it; it may have been the payload of an event.")},
	},
	either(usesScan, usesPing,
		classification{kind: diff.TypeRenamed, message: "type renamed", always: info("Values stay the same; generated code names the type differently.")}),
}

// deprecations are about what should no longer be used.
var deprecations = []twin{
	{
		before: "- `weight: number`\n\n  What it weighs.\n", after: "- `weight: number`\n\n  Deprecated: Use mass.\n\n  What it weighs.\n",
		there: classification{
			kind: diff.Deprecated, message: "deprecated",
			request:  warning("It may be gone in a later revision."),
			response: warning("It may be gone in a later revision."),
		},
		back: classification{
			kind: diff.Undeprecated, message: "no longer deprecated",
			request:  info("It stays."),
			response: info("It stays."),
		},
	},
	{
		before: listParcels + "\nList them.\n", after: "-- parcels/list.md --\n## List\n\n**get** `/v1/parcels`\n\nDeprecated: Use search.\n\nList them.\n",
		there: classification{kind: diff.Deprecated, message: "deprecated", always: warning("It may be gone in a later revision.")},
		back:  classification{kind: diff.Undeprecated, message: "no longer deprecated", always: info("It stays.")},
	},
}
