package assemble

import "github.com/docgen-go/docgen/model/diag"

// What is found while declarations of one page become types.
var (
	_ = diag.Register(diag.Entry{
		Code: "duplicate-field", Severity: diag.Warning,
		Title:   "a field or parameter is listed twice",
		Why:     "An object has a name once. The first one counts; if the two differ, one of them is lost.",
		Help:    "Correct the page, or say the type of the field under types in docgen.yaml.",
		Example: "### Returns\n\n- `Dock object { id, depth }`\n\n  - `id: string`\n\n  - `depth: number`\n\n  - `id: number`\n",
	})
	_ = diag.Register(diag.Entry{
		Code: "shortened-object", Severity: diag.Warning,
		Title:   "the fields of an object are announced and not listed",
		Why:     "No page lists them in full. The names that are announced are fields of any type, and those behind \"more\" are missing.",
		Help:    "Look for a page that lists the type, and fetch it. Say the types of fields under types in docgen.yaml.",
		Example: "### Returns\n\n- `note: Remark`\n\n  - `place: object { x, y }`\n",
	})
	_ = diag.Register(diag.Entry{
		Code: "shortened-union", Severity: diag.Warning,
		Title:   "alternatives are announced and not listed",
		Why:     "No page lists them. A value of one that is missing is kept as unknown.",
		Help:    "Look for a page that lists the type, and fetch it.",
		Example: "### Returns\n\n- `shape: Shape`\n\n  - `Shape = \"ball\" or \"cone\" or 2 more`\n",
	})
	_ = diag.Register(diag.Entry{
		Code: "field-count", Severity: diag.Warning,
		Title:   "an object lists another number of fields than it announces",
		Why:     "Fields were lost on the way, or those of another object stand here.",
		Help:    "Compare with the published page, and fetch it again.",
		Example: "### Returns\n\n- `Dock object { id, depth, side, 2 more }`\n\n  - `id: string`\n\n  - `depth: number`\n",
	})
	_ = diag.Register(diag.Entry{
		Code: "alternative-count", Severity: diag.Warning,
		Title:   "a union or an enum lists fewer alternatives than it announces",
		Why:     "Alternatives were lost on the way. A value of one that is missing is kept as unknown.",
		Help:    "Compare with the published page, and fetch it again.",
		Example: "### Body Parameters\n\n- `mode: \"lift\" or \"swing\" or \"hold\" or 3 more`\n\n  - `\"lift\"`\n\n  - `\"swing\"`\n\n  - `\"hold\"`\n\n  - `\"park\"`\n",
	})
	_ = diag.Register(diag.Entry{
		Code: "empty-event", Severity: diag.Warning,
		Title:   "an event carries nothing",
		Why:     "Nothing is listed below its name, so that there is no type for it. It is left out.",
		Help:    "Look at the published page, and fetch it again.",
		Example: "-- parcels.md --\nid: string\n\nOBJECT\n\n### parcel.left\n\n{}\n\nA parcel sank.\n\nOBJECT\n\n### parcel.sank\n\n{}\n",
	})
	_ = diag.Register(diag.Entry{
		Code: "mixed-members", Severity: diag.Warning,
		Title:   "fields and alternatives stand side by side below one type",
		Why:     "A value is an object or one of several; the items say both. The fields count, the alternatives are left out.",
		Help:    "Compare with the published page: an item may have lost its indentation.",
		Example: "### Returns\n\n- `hull: Hull`\n\n  - `length: number`\n\n  - `\"wood\"`\n",
	})
	_ = diag.Register(diag.Entry{
		Code: "nameless-type", Severity: diag.Warning,
		Title:   "a declared type has neither a name nor a title",
		Why:     "Nothing can refer to it. It is left out.",
		Help:    "Correct the page, or report it.",
		Example: "-- docks.md --\n# Docks\n\n## Domain Types\n\n###\n\n- `string`\n",
	})
)
