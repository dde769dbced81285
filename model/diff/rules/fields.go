package rules

import "github.com/docgen-go/docgen/model/diff"

// fields are about members of objects.
var fields = []twin{
	{
		before: "- `id: string`\n",
		after:  "- `id: string`\n\n- `weight: number`\n",
		there: classification{
			kind: diff.FieldAddedRequired, message: "required field added",
			request:  breaking("Requests without it are refused."),
			response: info("Responses say more."),
		},
		back: classification{
			kind: diff.FieldRemovedRequired, message: "required field removed",
			request:  breaking("What programs send is ignored or refused."),
			response: breaking("Programs that read it find nothing."),
		},
	},
	{
		before: "- `id: string`\n",
		after:  "- `id: string`\n\n- `weight: optional number`\n",
		there: classification{
			kind: diff.FieldAddedOptional, message: "optional field added",
			request:  info("There is more to ask for."),
			response: info("Responses may say more."),
		},
		back: classification{
			kind: diff.FieldRemovedOptional, message: "optional field removed",
			request:  breaking("What programs send is ignored or refused."),
			response: breaking("Programs that read it find nothing."),
		},
	},
	either("- `id: string`\n\n- `weight: number`\n\n  What it weighs, in grams.\n", "- `id: string`\n\n- `mass: number`\n\n  What it weighs, in grams.\n",
		classification{
			kind: diff.FieldRenamed, message: "field renamed",
			request:  breaking("What programs send under the old name is ignored or refused."),
			response: breaking("Programs find nothing under the old name."),
		}),
	either("- `id: string`\n\n- `weight: number`\n\n  What it weighs, in grams.\n", "- `id: string`\n\n- `load: object { weight }`\n\n  - `weight: number`\n\n    What it weighs, in grams.\n",
		classification{
			kind: diff.FieldMoved, message: "field moved",
			request:  breaking("What programs send in the old place is ignored or refused."),
			response: breaking("Programs find nothing in the old place."),
		}),
}
