package rules

import "github.com/docgen-go/docgen/model/diff"

// values are about what may be left out or be null, and what is then assumed.
// Their examples have a second field that shows that the pages state such facts.
var values = []twin{
	{
		before: "- `weight: optional number`\n",
		after:  "- `weight: number`\n",
		there: classification{
			kind: diff.BecameRequired, message: "became required",
			request:  breaking("Requests without it are refused."),
			response: info("Responses always have it."),
		},
		back: classification{
			kind: diff.BecameOptional, message: "became optional",
			request:  info("Requests may leave it out."),
			response: breaking("Programs that rely on it may find nothing."),
		},
	},
	{
		before: "- `weight: number`\n\n- `note: string or null`\n",
		after:  "- `weight: number or null`\n\n- `note: string or null`\n",
		there: classification{
			kind: diff.BecameNullable, message: "may be null",
			request:  info("Requests may send null."),
			response: breaking("Programs that rely on a value may get null."),
		},
		back: classification{
			kind: diff.NeverNull, message: "may no longer be null",
			request:  breaking("Requests that send null are refused."),
			response: info("Responses always have a value."),
		},
	},
	{
		before: "- `weight: optional number`\n\n- `pieces: optional number`\n\n  default: 1\n",
		after:  "- `weight: optional number`\n\n  default: 500\n\n- `pieces: optional number`\n\n  default: 1\n",
		there: classification{
			kind: diff.DefaultAdded, message: "default added",
			request:  warning("Requests that leave it out may get another result."),
			response: info("Responses that leave it out mean this value."),
		},
		back: classification{
			kind: diff.DefaultRemoved, message: "default removed",
			request:  warning("Requests that leave it out may get another result."),
			response: info("Responses that leave it out say nothing."),
		},
	},
	either("- `pieces: optional number`\n\n  default: 1\n", "- `pieces: optional number`\n\n  default: 2\n",
		classification{
			kind: diff.DefaultChanged, message: "default changed",
			request:  warning("Requests that leave it out get another result."),
			response: info("Responses that leave it out mean another value."),
		}),
}

// limits are about bounds of a value.
var limits = []twin{
	{
		before: "- `pieces: number`\n\n  minimum: 1, maximum: 9\n",
		after:  "- `pieces: number`\n\n  minimum: 1, maximum: 5\n",
		there: classification{
			kind: diff.LimitTightened, message: "limit tightened",
			request:  breaking("Values that were fine are refused."),
			response: info("Responses hold fewer values."),
		},
		back: classification{
			kind: diff.LimitLoosened, message: "limit loosened",
			request:  info("More values are fine."),
			response: warning("Responses may hold values that programs don't expect."),
		},
	},
	either("- `code: string`\n\n  pattern: ^[A-Z]+$\n", "- `code: string`\n\n  pattern: ^[0-9]+$\n",
		classification{
			kind: diff.LimitChanged, message: "limit changed",
			request:  warning("Values that were fine may be refused."),
			response: warning("Responses may hold values that programs don't expect."),
		}),
}
