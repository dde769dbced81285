package rules

import "github.com/docgen-go/docgen/model/diff"

// types are about what values are.
var types = []twin{
	either("- `reference: string`\n", "- `reference: boolean`\n",
		classification{
			kind: diff.TypeChanged, message: "type changed",
			request:  breaking("What programs send is refused."),
			response: breaking("Programs can't read the value."),
		}),
	{
		before: "- `service: \"economy\" or \"express\"`\n\n  - `\"economy\"`\n\n  - `\"express\"`\n",
		after:  "- `service: string`\n",
		there: classification{
			kind: diff.TypeWidened, message: "type widened",
			request:  info("More values are fine."),
			response: breaking("Responses may hold values that programs can't read."),
		},
		back: classification{
			kind: diff.TypeNarrowed, message: "type narrowed",
			request:  breaking("Values that were fine are refused."),
			response: info("Responses hold fewer values."),
		},
	},
	either("- `number: string`\n\n  format: uuid\n", "- `number: string`\n\n  format: uri\n",
		classification{
			kind: diff.FormatChanged, message: "format changed",
			request:  warning("Values in the old format may be refused."),
			response: warning("Programs that rely on the format may fail."),
		}),
	either("- `id: string`\n\n- `type: \"parcel\"`\n\n  - `\"parcel\"`\n", "- `id: string`\n\n- `type: \"box\"`\n\n  - `\"box\"`\n",
		classification{
			kind: diff.LiteralOther, message: "constant changed",
			request:  breaking("The value that programs send is refused."),
			response: breaking("Programs that look for the value don't find it."),
		}),
}

const (
	personOrCompany = "- `to: object { kind, name }  or object { kind, vat }`\n\n" + person + company
	person          = "  - `Person object { kind, name }`\n\n    - `kind: \"person\"`\n\n      - `\"person\"`\n\n    - `name: string`\n\n"
	company         = "  - `Company object { kind, vat }`\n\n    - `kind: \"company\"`\n\n      - `\"company\"`\n\n    - `vat: string`\n\n"
	untagged        = "  - `Company object { kind, vat }`\n\n    - `kind: string`\n\n    - `vat: string`\n\n"
	depot           = "  - `Depot object { kind, code }`\n\n    - `kind: \"depot\"`\n\n      - `\"depot\"`\n\n    - `code: string`\n"

	tagged = "  - `Person object { %[1]s, name }`\n\n    - `%[1]s: \"person\"`\n\n      - `\"person\"`\n\n    - `name: string`\n\n" +
		"  - `Company object { %[1]s, vat }`\n\n    - `%[1]s: \"company\"`\n\n      - `\"company\"`\n\n    - `vat: string`\n\n"
)

// unions are about alternatives.
var unions = []twin{
	{
		before: personOrCompany,
		after:  "- `to: object { kind, name }  or object { kind, vat }  or object { kind, code }`\n\n" + person + company + depot,
		there: classification{
			kind: diff.VariantAdded, message: "alternative added",
			request:  info("More values are fine."),
			response: warning("Responses may hold values that programs don't know."),
		},
		back: classification{
			kind: diff.VariantRemoved, message: "alternative removed",
			request:  breaking("Values that were fine are refused."),
			response: info("Responses hold fewer values."),
		},
	},
	{
		before: personOrCompany,
		after:  "- `to: object { kind, name }  or object { kind, vat }`\n\n" + person + untagged,
		there: classification{
			kind: diff.DiscriminatorRemoved, message: "discriminator removed",
			request:  info("No field tells the alternatives apart."),
			response: warning("Programs that look at the field can't tell the alternatives apart."),
		},
		back: classification{
			kind: diff.DiscriminatorAdded, message: "discriminator added",
			request:  warning("Requests may need the field."),
			response: info("A field tells the alternatives apart."),
		},
	},
	either(taggedBy("kind"), taggedBy("type"),
		classification{
			kind: diff.DiscriminatorChanged, message: "discriminator changed",
			request:  breaking("Requests name the alternative in a field that is not looked at."),
			response: breaking("Programs look at a field that is not there."),
		}),
}
